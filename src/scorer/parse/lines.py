"""Say what each line of an article is: headline, body, or the page around them."""

import re
from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

from scorer.parse.surroundings import lines_to_judge
from scorer.text.tables import load_table
from scorer.types import SegmentKind

BESIDE = frozenset({"caption", "cross_link", "boilerplate"})
_KINDS = {kind.value: kind for kind in SegmentKind}
_MOST_LINES = 5_000  # of a longer text, which is no article, the rest is body
_CERTAIN = 99.0  # log-odds
_FAR = 1.4  # log-odds: four kinds that lie further behind together weigh less
_DATELINE = re.compile(r"[A-Z][A-Z ,.'-]+\([A-Z][A-Za-z]{1,11}\) ?[-\u2013\u2014] ?\w")
# What reports and transcripts bracket: "[Echo.example, 4/11/14]", "(Applause.)"
_CITED = re.compile(
    r"\[[^\]]+\d/\d{2,4}\]$|.*\((?:Applause|Laughter|Crosstalk)\.?\)$", re.IGNORECASE
)
_SURE = 0.5  # of a line being beside the story; a lost body line is the worse mistake


def label_lines(
    lines: Sequence[str], title: str | None = None
) -> list[SegmentKind | None]:
    """Return the kind of each line, None for a blank one.

    Args:
        lines: All lines of a normalised text, the blank ones too: what stands
            together without a blank line between is a sign.
        title: The headline, where it is known and stands not among the lines.

    Example:
        >>> kinds = label_lines(["Two cows fled.", "", "Advertisement"], "Cows flee")
        >>> str(kinds[2])
        'boilerplate'
    """
    table = load_table("lines")
    found: list[SegmentKind | None] = [
        SegmentKind.BODY if line else None for line in lines
    ]
    # Two single marks are a double one, however a line's model counts its signs.
    shown = [line.replace("''", '"') for line in lines[:_MOST_LINES]]
    for place, features in lines_to_judge(shown, title):
        kind = _kind(kind_odds(table, features), title)
        story = kind in BESIDE and _is_of_story(shown[place])
        found[place] = SegmentKind.BODY if story else _KINDS[kind]
    return found


def _is_of_story(line: str) -> bool:
    """Tell a line that opens a story with place and agency, or cites in brackets."""
    return (_DATELINE.match(line) or _CITED.match(line)) is not None


def kind_odds(table: Mapping[str, Any], features: Sequence[str]) -> dict[str, float]:
    """Return the log-odds of each kind, up to a constant, for a line's features."""
    weights = table["weights"]
    rows = filter(None, map(weights.get, features))
    odds = map(sum, zip(table["bias"], *rows, strict=True))
    return dict(zip(table["kinds"], odds, strict=True))


def _kind(odds: dict[str, float], title: str | None) -> str:
    if title is not None:
        odds = {**odds, "headline": -_CERTAIN}
    best = max(odds, key=odds.__getitem__)
    top = odds[best]
    against = [
        value for kind, value in odds.items() if (kind in BESIDE) != (best in BESIDE)
    ]
    if top - max(against) > _FAR:
        return best
    chances = {kind: exp(value - top) for kind, value in odds.items()}
    beside = sum([chances[kind] for kind in BESIDE])
    is_beside = beside > _SURE * sum(chances.values())
    if (best in BESIDE) == is_beside:
        return best
    left = {
        kind: chance for kind, chance in odds.items() if (kind in BESIDE) == is_beside
    }
    return max(left, key=left.__getitem__)
