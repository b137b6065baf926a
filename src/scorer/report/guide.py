"""Why each label bears on evidence, and what it leaves alone: prose for the page.

It stands apart from the detectors, which scoring loads and which need none of it.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Entry(NamedTuple):
    """What the page says of one label beside its meaning."""

    why: str
    leaves: str


GUIDE: Final[Mapping[str, Entry]] = {
    "attribution.source": Entry(
        "A reader can weigh or check a statement only if somebody stands for it. How "
        "many different ones do, and how much hangs on one, is counted from here.",
        "Whoever acts but is not credited with a statement; readers' letters and "
        "comments under the article; the outlet itself.",
    ),
    "attribution.cue": Entry(
        "It says that what follows is somebody's word and not the outlet's, and how "
        "the outlet takes it: “said” is neutral, “claimed” keeps a distance.",
        "Speech that reports no content (“spoke to reporters”, “called a meeting”), "
        "nouns that only look like cues (“the report”, “a call”).",
    ),
    "attribution.content": Entry(
        "The share of the text that is credited to somebody is the plainest measure "
        "of how far an article shows where it has things from.",
        "Sentences that go on in the outlet's voice after a statement, even where a "
        "reader may guess that the same source stands behind them.",
    ),
    "source.named": Entry(
        "A person by name can be asked, answers for what was said, and has a record.",
        "Names of people who are only mentioned; names that are offices' or outlets'.",
    ),
    "source.official": Entry(
        "An office answers for its word, and has an interest; a story that hangs on "
        "one office alone is thin however official it is.",
        "Officials who are neither named nor placed (“officials said” without an "
        "office): they are anonymous.",
    ),
    "source.organisation": Entry(
        "A company, club or party speaks for itself: accountable, and interested.",
        "Offices of state and the police (official), outlets and agencies (media).",
    ),
    "source.anonymous": Entry(
        "Nobody can be asked. Sometimes there is a good reason; the reader has to "
        "trust the outlet that there is.",
        "A role that only one person holds (“the mayor”), or a person introduced by "
        "name elsewhere in the article.",
    ),
    "source.document": Entry(
        "A study, a court paper or a report can be looked up: the best evidence that "
        "an article can point to, if it says which.",
        "Documents that are mentioned but credited with nothing.",
    ),
    "source.media": Entry(
        "What another outlet reported is at second hand: the outlet has not heard it "
        "itself. Relays are counted from here.",
        "The article's own outlet, and an agency named only in a dateline or credit.",
    ),
    "source.social_media": Entry(
        "A post is public and can be found, but who is behind it and whether it was "
        "checked is often open.",
        "A named person's post: the person is the source.",
    ),
    "source.unspecified": Entry(
        "“It is claimed” and “rumours that” credit somebody and name nobody: the "
        "weakest there is.",
        "Passives that name their agent (“it was claimed by the union”), and talk that "
        "is somebody's (“the mayor's allegations that”).",
    ),
    "cross_link.clickbait": Entry(
        "It says how the page is made, and little of the article, so it weighs little.",
        "Links within a sentence of the body; teasers that say what happened.",
    ),
    "cross_link.plain": Entry(
        "Lines that lead elsewhere interrupt the story; they are kept out of "
        "everything that is measured of it.",
        "Links within a sentence of the body, source notes, contents of a series.",
    ),
    "headline.clickbait": Entry(
        "A headline that withholds what happened serves the click, not the reader, "
        "and most readers see nothing but the headline.",
        "Dramatic news that is told outright; questions that the article answers "
        "with its reporting.",
    ),
    "headline.overclaim": Entry(
        "Most readers take the headline away. If it states what the body only lets "
        "somebody claim, they take away more than there is evidence for.",
        "Headlines with their own attribution, hedge, quotation or question mark; "
        "and whether the claim is true.",
    ),
    "hedge.modal": Entry(
        "It says that something is possible and not that it is so. Honest where the "
        "evidence is open; a story made of it alone has little to report.",
        "“May” the month and the permission, “could” of what somebody was able to "
        "do, “would” of plans and habits.",
    ),
    "hedge.evidential": Entry(
        "It says that something is known and hides by whom: the reader cannot ask.",
        "“Already”, “apparently” in a quotation's own account; passives whose agent "
        "is named.",
    ),
    "hedge.weasel": Entry(
        "It claims company for an opinion without saying whose: “critics”, “many”.",
        "“Some” and “many” that only count things; critics who are named at once.",
    ),
    "hedge.approximator": Entry(
        "It leaves a number or degree loose: harmless with a source, a smoke screen "
        "without one. It weighs little.",
        "“About” a subject, “around” a place, “over” and “at least”, which set a "
        "limit.",
    ),
    "hedge.attributed": Entry(
        "It gives somebody's word and keeps away from it: careful where a source is "
        "named, since the reader then knows whose word it is.",
        "“Said” and “told”, which keep no distance; charges in court (“is charged "
        "with”).",
    ),
    "loaded.word": Entry(
        "It tells the reader what to feel or think before there is anything to judge "
        "by.",
        "Sad or violent facts in plain words, words in a quotation, names, topics, "
        "parties.",
    ),
    "loaded.scare_quote": Entry(
        "Quotation marks around a word that nobody is quoted with say “so-called”: a "
        "verdict without an argument.",
        "Quoted speech however short, titles of works, terms that are explained, "
        "nicknames, inches.",
    ),
    "loaded.capitals": Entry(
        "It shouts: emphasis in place of evidence.",
        "Acronyms, names and labels in capitals, lines wholly in capitals, the "
        "capitals that open a story.",
    ),
    "loaded.punctuation": Entry(
        "It shouts likewise, or feigns astonishment.",
        "Marks in quotations, names, titles and posts; the single question mark.",
    ),
}
