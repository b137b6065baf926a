"""Cross-links: lines that lead away from the article, and which of them are bait.

Pages set teasers between the paragraphs of a story: "Mayor breaks silence over
bridge [REVEALED]". They say something of the page and little of the article, so
they are marked apart and weigh little. A teaser is bait when it is worded to be
clicked: it holds back what it is about, asks, exaggerates, or ends in a tag that
shouts. "Read more: bridge reopens" is a plain cross-link. A link whose anchor is
part of a sentence of the body is no cross-link and is left alone.
"""

import re
from collections.abc import Iterator

from scorer.detector import Detector, Example
from scorer.reading import Reading
from scorer.text.clickbait import clickbait_probability
from scorer.types import Annotation, SegmentKind

NAME = "cross_links"
BAIT, PLAIN = "cross_link.clickbait", "cross_link.plain"
# "[REVEALED]", "(PICTURES)": no reporter ends a line so.
_TAG = re.compile(r"\s*[\[(]\s*[A-Z][A-Z !?'-]{2,}[\])]\W*$")
_TAG_WEIGHT = 0.7
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Words of a teaser; fewer are a heading above the links, a section, a name, a date.
_SHORTEST = 5
_SHORTEST_LIVELY = 3  # of one that asks, cries or counts: "10 Strangest Cases Ever"
_LIVELY = re.compile(r"[?!]|\b\d{1,2} [^\W\d]")
FINDING, _ALMOST = 0.5, 0.499
# What introduces the teaser says nothing of the teaser.
_LEAD = re.compile(
    r"^\W*(?:(?:read|see|watch|find out) (?:more|also|next|now)|more (?:on|from)|"
    r"related(?: articles?| stories)?|don't miss|just in|recommended)\b[\s:>|–—-]*",
    re.IGNORECASE,
)

_PAGE = """\
The bridge over the Tarn will open again in May, the council of Ostwick said on Monday.

{}

Engineers had closed the bridge in autumn after finding cracks in two of its piers.
"""


def bait_weight(line: str) -> float:
    """Return how sure it is that a cross-link's line is bait.

    Example:
        >>> bait_weight("Mayor breaks silence over bridge [REVEALED]") > 0.5
        True
        >>> bait_weight("Real Estate News (704)")
        0.0
    """
    bare = _TAG.sub("", line)
    teaser = _LEAD.sub("", bare, count=1)
    shortest = _SHORTEST_LIVELY if _LIVELY.search(teaser) else _SHORTEST
    if len(_WORD.findall(teaser)) < shortest:
        return _TAG_WEIGHT if bare != line else 0.0
    weight = clickbait_probability(teaser)
    if bare != line:
        weight = 1 - (1 - weight) * (1 - _TAG_WEIGHT)
    return weight


def _find(reading: Reading) -> Iterator[Annotation]:
    text = reading.document.text
    for kind, span, _, _ in reading.paragraphs:
        if kind is SegmentKind.CROSS_LINK:
            bait = round(bait_weight(span.of(text)), 3)
            plain = 1 - bait
            if bait >= FINDING:
                plain = min(plain, _ALMOST)  # a line is one of the two, never both
            yield Annotation(NAME, BAIT, span, bait)
            yield Annotation(NAME, PLAIN, span, round(plain, 3))


DETECTOR = Detector(
    name=NAME,
    version=3,
    summary="Lines that point to other stories, and which of them are bait",
    labels=(
        (BAIT, "a teaser worded to be clicked rather than to tell"),
        (PLAIN, "a line that points elsewhere and says what is there"),
    ),
    find=_find,
    examples=(
        Example(
            _PAGE.format("[[Read more: You won't believe what divers found]]"), BAIT
        ),
        Example(
            _PAGE.format("[[Related: This is why your ferry is always late]]"), BAIT
        ),
        Example(_PAGE.format("READ MORE: Council approves budget for repairs"), BAIT),
        Example(
            _PAGE.format("[[READ MORE: Council approves budget for repairs]]"), PLAIN
        ),
        Example(
            _PAGE.format(
                "You can read more on the council's page, the treasurer said."
            ),
            PLAIN,
        ),
    ),
)
