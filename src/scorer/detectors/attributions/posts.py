"""Embedded posts, which credit words to somebody without saying so."""

from collections.abc import Iterator
from typing import Final

from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Mention, Statement, Words
from scorer.detectors.attributions.phrases import GIVEN
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import spell
from scorer.text.posts import Post

# How the handles of media end; those of people with a given name may, too.
_MEDIA: Final = (
    *("news", "tv", "radio", "daily", "times", "post", "herald", "tribune", "journal"),
    *("magazine", "abc", "bbc", "cbs", "cnn", "nbc", "npr", "pbs"),
)


def find_posts(around: Surroundings) -> Iterator[Statement]:
    """Yield what embedded posts say, each with who signed it, in order."""
    for post in around.reading.posts:
        name = Words(*post.name)
        yield Statement(
            head=name.first,
            cue=Words(name.first, name.first),
            source=name,
            content=span_of(around, Words(*post.said)),
            weight=post.weight,
            mention=_poster(around, name, post),
            platform=post.platform,
            shown=True,
        )


def _poster(around: Surroundings, name: Words, post: Post) -> Mention:
    """Return who posted, by the name; one without any capital is an account's."""
    if any(around.capital[i] for i in range(*name)):
        mention = mention_of(around, name)
        mention = mention if mention.name else Mention(name=spell(around, *name))
        person = mention.title or GIVEN.intersection(mention.name)
        medium = post.handle.endswith(_MEDIA) and not person
        return mention._replace(written="media") if medium else mention
    return Mention(head=" ".join(spell(around, *name)), role=("twitter",))
