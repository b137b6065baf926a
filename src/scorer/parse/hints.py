"""What the class, id and role of an element say about the part it plays.

Web designers name things for what they are. The words below stand in the class and
id attributes of several sites each; one bit stands for each group.
"""

import re
from functools import lru_cache

_GROUPS = {
    "article": "article story hentry postid articlebody storybody articlecontent",
    "content": "content entry main post single articletext maincontent contentbody",
    "body": "body copy prose paragraph graf articlebody storybody bodycopy bodytext"
    " articletext entrycontent richtext postcontent storytext",
    "text": "text txt textblock",
    "comment": "comment disqus respond reply discussion commentlist livefyre",
    "share": "share sharing social follow twitter facebook whatsapp linkedin pinterest"
    " addthis sharedaddy sharebar socialmedia reddit flipboard",
    "related": "related recirc recirculation recommend recommended recommendation more"
    " readmore readnext also trending popular most mostread mostpopular next prev"
    " previous latest teaser outbrain taboola chum zergnet linkbox seealso further"
    " continue suggested similar discover relatedposts relatedposts yarpp nrelate",
    "promo": "promo promotion advert advertisement advertising ad ads adslot adunit"
    " sponsor sponsored banner dfp gpt partner affiliate commerce commercial donate"
    " shop offer leaderboard adbox adsbygoogle billboard marketing",
    "signup": "newsletter subscribe subscription subscriber signup register"
    " registration login signin paywall account mailing cta mailchimp piano",
    "nav": "nav navbar navigation menu submenu breadcrumb skip tab toolbar pagination"
    " pager dropdown hamburger subnav menubar navi topnav",
    "footer": "footer foot colophon bottom copyright legal privacy contentinfo",
    "header": "header masthead top branding logo brand topbar",
    "aside": "side aside sidebar rail right widget complementary secondary module"
    " siderail rightrail widgettitle textwidget",
    "caption": "caption cutline legend figcaption imagecaption photocaption wpcaption",
    "credit": "credit attribution photocredit imagecredit copyrightholder credits",
    "media": "image img photo picture figure gallery video player slide slideshow"
    " carousel media embed lightbox thumbnail jwplayer",
    "byline": "byline author writer contributor reporter vcard authors fn authorname",
    "bio": "bio biography aboutauthor authorbio authorbox profile",
    "date": "date time timestamp datetime publish published pubdate posted updated"
    " dateline modified",
    "headline": "headline title heading heading1 pagetitle entrytitle posttitle",
    "standfirst": "standfirst dek deck subtitle subhead subheading subheadline summary"
    " intro lead lede excerpt strap description kicker teasertext abstract",
    "tags": "tag tags topic category taxonomy keyword eyebrow label",
    "consent": "cookie consent gdpr cookies",
    "modal": "modal popup overlay dialog tooltip alert notification sticky toast"
    " alertdialog drawer",
    "hidden": "hide hidden sr screen visually visuallyhidden assistive offscreen",
    "quote": "quote pullquote blockquote pull",
    "list": "list grid card feed item collection listing",
    "tool": "button btn icon print email form input search rating vote poll counter"
    " count toggle",
    "tweet": "tweet instagram status",
    "correction": "correction editorsnote disclaimer disclosure clarification",
    "inside": "inline inset insert inread inarticle pull",
}
HINTS = tuple(_GROUPS)
_BITS: dict[str, int] = {}
for _number, _words in enumerate(_GROUPS.values()):
    for _word in _words.split():
        _BITS[_word] = _BITS.get(_word, 0) | 1 << _number
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def bit(name: str) -> int:
    """Return the bit of one group of hints."""
    return 1 << HINTS.index(name)


@lru_cache(maxsize=8192)
def find_hints(names: str) -> int:
    """Return the bits of the groups that an element's class, id and role name.

    Example:
        >>> [name for name in HINTS if find_hints("storyRelated") & bit(name)]
        ['article', 'related']
    """
    words = [word.lower() for word in _WORD.findall(names[:400])]
    words += map(str.__add__, words[:-1], words[1:])  # "read-more" is "readmore"
    found = 0
    for word in words:
        found |= _BITS.get(word) or _BITS.get(word.rstrip("s"), 0)
    return found
