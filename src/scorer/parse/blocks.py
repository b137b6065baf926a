"""Judge which blocks of a page belong to its article.

A small linear model looks at each block alone: its length, links, punctuation, tags,
and the names of the elements around it. A second one sees the first one's verdicts on
the block, its neighbours and its container, since an article stands in one piece.
"""

from collections.abc import Sequence

from scorer.parse.hints import HINTS
from scorer.parse.page import Block, Frame
from scorer.text.linear import probability
from scorer.text.tables import load_table

_TAG_NAMES = (
    "article main aside header footer nav ul ol table form figure figcaption blockquote"
    " section p li td button label dl"
)
_TAGS = frozenset(_TAG_NAMES.split())
_LENGTHS = (2, 4, 7, 11, 17, 27, 45, 80)
_DENSITIES = (0.01, 0.1, 0.25, 0.5, 0.8, 0.99)
_CHANCES = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)
_ENDS = ".!?:…\"”'’»)。"


def level(value: float, steps: Sequence[float]) -> int:
    """Return how many of the rising `steps` the value reaches."""
    return sum(value >= step for step in steps)


def find_root(blocks: Sequence[Block], chances: Sequence[float]) -> Frame | None:
    """Return the smallest element that holds most of what looks like an article."""
    gains: dict[Frame, float] = {}
    for block, chance in zip(blocks, chances, strict=True):
        gain = (chance - 0.3) * len(block.text)
        frame: Frame | None = block.frame
        while frame is not None:
            gains[frame] = gains.get(frame, 0.0) + gain
            frame = frame.parent
    return max(gains, key=lambda f: (gains[f], f.depth), default=None)


def look_at(block: Block, title: str) -> list[str]:
    """Name what a block shows by itself."""
    text, frame = block.text, block.frame
    words = text.count(" ") + 1
    length = level(words, _LENGTHS)
    density = level(block.linked / len(text), _DENSITIES)
    ends = text[-1] in _ENDS
    capitals = sum(word[0].isupper() for word in text.split()) / words
    digits = sum(map(str.isdigit, text)) / len(text)
    names = [
        f"words {length}",
        f"links {density}",
        f"links {density} {words > 10}",  # noqa: PLR2004
        f"tag {frame.tag}",
        f"ends {ends} {min(length, 5)}",
        f"commas {min(text.count(', '), 3)}",
        f"capitals {level(capitals, (0.2, 0.4, 0.7, 0.95))} {words > 5}",  # noqa: PLR2004
        f"digits {level(digits, (0.01, 0.1, 0.3))}",
    ]
    if text == title:
        names.append("title")
    names += [f"in {tag}" for tag in frame.tags if tag in _TAGS]
    names += [f"inline {tag}" for tag in block.inline_tags]
    names += name_hints("own", frame.hints | block.inline)
    parent = frame.parent
    grand = parent.parent if parent else None
    great = grand.parent if grand else None
    names += name_hints("parent", parent.hints if parent else 0)
    names += name_hints(
        "near", (grand.hints if grand else 0) | (great.hints if great else 0)
    )
    return names


def name_hints(where: str, hints: int) -> list[str]:
    """Name the hints of the elements `where` a block stands."""
    return [f"{where} {HINTS[n]}" for n in range(len(HINTS)) if hints >> n & 1]


def hints_below(root: Frame | None, frame: Frame, known: dict[Frame, int]) -> int:
    """Hints of the elements between root and frame, -1 if it is not within."""
    if frame in known:
        return known[frame]
    trail = []
    at: Frame | None = frame
    while at is not None and at is not root and at not in known:
        trail.append(at)
        at = at.parent
    found = -1 if at is None else 0 if at is root else known[at]
    for step in reversed(trail):
        found = found if found < 0 else found | step.hints
        known[step] = found
    return found


def look_around(blocks: Sequence[Block], chances: Sequence[float]) -> list[list[str]]:
    """Name what the first verdicts say of each block's surroundings."""
    root = find_root(blocks, chances)
    known: dict[Frame, int] = {}
    below = [hints_below(root, block.frame, known) for block in blocks]
    within = [hints >= 0 for hints in below]
    strong = [
        i
        for i, (block, chance) in enumerate(zip(blocks, chances, strict=True))
        if chance > 0.6 and len(block.text) > 80 and within[i]  # noqa: PLR2004
    ]
    first, last = (strong[0], strong[-1]) if strong else (len(blocks), -1)
    purity = _purity(blocks, chances)
    padded = [0.0, 0.0, *chances, 0.0, 0.0]
    seen: list[list[str]] = []
    for i, block in enumerate(blocks):
        place = (
            f"before {level(first - i, (2, 4, 9))}"
            if i < first
            else f"after {level(i - last, (2, 4, 9))}"
            if i > last
            else "between"
        )
        near = [level(padded[i + k], _CHANCES) for k in (0, 1, 2, 3, 4)]
        short = len(block.text) < 40  # noqa: PLR2004
        seen.append(
            [
                f"here {near[2]} {short}",
                f"back1 {near[1]} {short}",
                f"next1 {near[3]} {short}",
                f"back2 {near[0]}",
                f"next2 {near[4]}",
                f"{place} {within[i]} {short}",
                f"here {near[2]} {within[i]}",
                f"container {level(purity[block.frame], _CHANCES)}",
                f"grand {level(purity[block.frame.parent or block.frame], _CHANCES)}",
                f"beside {min(near[1], near[3])} {short}",
                *name_hints("below", max(below[i], 0)),
            ]
        )
    return seen


def _purity(blocks: Sequence[Block], chances: Sequence[float]) -> dict[Frame, float]:
    """Return the share of what looks like an article in each element."""
    good: dict[Frame, float] = {}
    whole: dict[Frame, float] = {}
    for block, chance in zip(blocks, chances, strict=True):
        frame: Frame | None = block.frame
        for _ in range(4):
            if frame is None:
                break
            good[frame] = good.get(frame, 0.0) + chance * len(block.text)
            whole[frame] = whole.get(frame, 0.0) + len(block.text)
            frame = frame.parent
    return {frame: good[frame] / whole[frame] for frame in whole}


def judge_blocks(blocks: Sequence[Block], title: str) -> list[float]:
    """Return how likely each block belongs to the body of the article."""
    table = load_table("blocks")
    first, second = table["alone"], table["around"]
    alone = [look_at(block, title) for block in blocks]
    chances = [probability(first, names, first["bias"]) for names in alone]
    around = look_around(blocks, chances)
    return [
        probability(second, [*names, *more], second["bias"])
        for names, more in zip(alone, around, strict=True)
    ]
