"""What the first verdicts on a page's blocks say of each block's surroundings.

An article stands in one piece: its paragraphs share a container, look alike in the
markup, and follow one another below the headline.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorer.parse.looks import BELOW, level, name_hints
from scorer.parse.page import Block, Frame

_CHANCES = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)
_SHARES = (0.02, 0.1, 0.3, 0.6)
_AWAY = (2, 4, 9)
_NEUTRAL = 0.3  # a block likelier than this to be body speaks for its container
_CORE = 0.6  # the core holds at least this share of the gain of the root
_LIKELY = 0.5
_PARAGRAPH = 80  # characters
_SHORT = 40
_LEVELS_UP = 4

Look = tuple[str, int, int]  # tag, hints and depth: what alike blocks share


class _Page(NamedTuple):
    """The first verdicts on a page, and what follows from them for the whole."""

    blocks: Sequence[Block]
    near: list[int]  # levels of the chances, two zeros before and behind
    root: list[int]  # hints between root and block, -1 outside
    core: list[int]
    first: int  # paragraph that seems to be body
    last: int
    head: int | None
    purity: dict[Frame, float]
    groups: dict[Look, tuple[float, float]]
    texts: Counter[str]


def look_around(
    blocks: Sequence[Block], chances: Sequence[float], title: str
) -> list[list[str]]:
    """Name, for each block, what the verdicts on the whole page say of it."""
    page = _survey(blocks, chances, title)
    return [list(_name(page, i)) for i in range(len(blocks))]


def _survey(blocks: Sequence[Block], chances: Sequence[float], title: str) -> _Page:
    gains = _gains(blocks, chances)
    root = _below(_find_root(gains, 1.0), blocks)
    strong = [
        i
        for i, block in enumerate(blocks)
        if chances[i] > _LIKELY and len(block.text) > _PARAGRAPH and root[i] >= 0
    ]
    first = strong[0] if strong else len(blocks)
    # How sure the model is of its best differs by page: what counts is the rest
    # in proportion.
    typical = _typical([blocks[i] for i in strong], [chances[i] for i in strong])
    typical = typical or max(chances, default=1.0)
    near = [level(min(1.0, chance / typical), _CHANCES) for chance in chances]
    return _Page(
        blocks=blocks,
        near=[0, 0, *near, 0, 0],
        root=root,
        core=_below(_find_root(gains, _CORE), blocks),
        first=first,
        last=strong[-1] if strong else -1,
        head=_find_head(blocks[: first + 1], title),
        purity=_purity(blocks, chances),
        groups=_groups(blocks, chances, root),
        texts=Counter([block.text for block in blocks]),
    )


def _name(page: _Page, i: int) -> Iterator[str]:
    block = page.blocks[i]
    frame = block.frame
    short = len(block.text) < _SHORT
    within = (page.root[i] >= 0) + (page.core[i] >= 0)
    back2, back1, here, next1, next2 = page.near[i : i + 5]
    mean, share = page.groups[_look(block)]
    yield f"here {here} {short}"
    yield f"here {here} {within}"
    yield f"back1 {back1} {short}"
    yield f"next1 {next1} {short}"
    yield f"back2 {back2}"
    yield f"next2 {next2}"
    yield f"beside {min(back1, next1)} {short}"
    yield f"{_place(page, i)} {within} {short}"
    yield f"head {_from_head(page, i)} {within > 0}"
    yield f"container {level(page.purity[frame], _CHANCES)}"
    yield f"grand {level(page.purity[frame.parent or frame], _CHANCES)}"
    yield f"group {level(mean, _CHANCES)}"
    yield f"alike {level(share, _SHARES)} {short}"
    if page.texts[block.text] > 1:
        yield "again"
    yield from name_hints(BELOW, max(page.root[i], 0))


def _place(page: _Page, i: int) -> str:
    if i < page.first:
        return f"before {level(page.first - i, _AWAY)}"
    if i > page.last:
        return f"after {level(i - page.last, _AWAY)}"
    return "between"


def _from_head(page: _Page, i: int) -> str:
    if page.head is None:
        return "none"
    return "above" if i <= page.head else str(level(i - page.head, _AWAY))


def _find_head(blocks: Sequence[Block], title: str) -> int | None:
    for i in range(len(blocks) - 1, -1, -1):
        if blocks[i].frame.tag == "h1" or blocks[i].text == title:
            return i
    return None


def _typical(blocks: Sequence[Block], chances: Sequence[float]) -> float:
    whole = sum(len(block.text) for block in blocks)
    pairs = zip(blocks, chances, strict=True)
    return sum(len(b.text) * chance for b, chance in pairs) / max(1, whole)


def _gains(blocks: Sequence[Block], chances: Sequence[float]) -> dict[Frame, float]:
    """Return for each element by how much it holds more article than chrome."""
    direct: dict[Frame, float] = {}
    for block, chance in zip(blocks, chances, strict=True):
        gain = (chance - _NEUTRAL) * len(block.text)
        direct[block.frame] = direct.get(block.frame, 0.0) + gain
    gains = dict(direct)
    for start in direct:
        frame = start.parent
        while frame is not None and frame not in gains:
            gains[frame] = 0.0
            frame = frame.parent
    # From the deepest up, so that a page nested deep costs no more than another.
    for frame in sorted(gains, key=lambda f: -f.depth):
        if frame.parent is not None:
            gains[frame.parent] += gains[frame]
    return gains


def _find_root(gains: dict[Frame, float], share: float) -> Frame | None:
    """Return the deepest element that holds this share of the greatest gain."""
    least = max(gains.values(), default=0.0) * share
    enough = (frame for frame, gain in gains.items() if gain >= least)
    return max(enough, key=lambda f: (f.depth, gains[f]), default=None)


def _below(root: Frame | None, blocks: Sequence[Block]) -> list[int]:
    """Return the hints between an element and each block, -1 for one outside it."""
    known: dict[Frame, int] = {} if root is None else {root: 0}
    return [_hints_below(block.frame, known) for block in blocks]


def _hints_below(frame: Frame, known: dict[Frame, int]) -> int:
    trail: list[Frame] = []
    at: Frame | None = frame
    while at is not None and at not in known:
        trail.append(at)
        at = at.parent
    found = -1 if at is None else known[at]
    for step in reversed(trail):
        found = found if found < 0 else found | step.hints
        known[step] = found
    return found


def _purity(blocks: Sequence[Block], chances: Sequence[float]) -> dict[Frame, float]:
    """Return the share of what looks like an article in each element."""
    good: dict[Frame, float] = {}
    whole: dict[Frame, float] = {}
    for block, chance in zip(blocks, chances, strict=True):
        size = len(block.text)
        frame: Frame | None = block.frame
        for _ in range(_LEVELS_UP):
            if frame is None:
                break
            good[frame] = good.get(frame, 0.0) + chance * size
            whole[frame] = whole.get(frame, 0.0) + size
            frame = frame.parent
    return {frame: good[frame] / size for frame, size in whole.items()}


def _look(block: Block) -> Look:
    return block.frame.tag, block.frame.hints, block.frame.depth


def _groups(
    blocks: Sequence[Block], chances: Sequence[float], root: Sequence[int]
) -> dict[Look, tuple[float, float]]:
    """Return for blocks that look alike their mean chance, and their share of body."""
    sums: dict[Look, list[float]] = {}
    for block, chance, inside in zip(blocks, chances, root, strict=True):
        size = len(block.text)
        group = sums.setdefault(_look(block), [0.0, 0.0, 0.0])
        group[0] += chance * size
        group[1] += size
        group[2] += chance * size * (inside >= 0)
    whole = sum(group[2] for group in sums.values()) or 1.0
    return {look: (a / size, b / whole) for look, (a, size, b) in sums.items()}
