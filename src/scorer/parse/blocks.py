"""Judge which blocks of a page belong to its article.

A small linear model looks at each block alone: its length, links, punctuation, tags,
and the names of the elements around it. A second one sees the first one's verdicts on
the block, its neighbours and its container as well.
"""

from collections.abc import Sequence

from scorer.parse.looks import look_at
from scorer.parse.page import Block
from scorer.parse.vetoes import strike_out
from scorer.parse.vicinity import look_around
from scorer.text.linear import probability
from scorer.text.tables import load_table


def find_body(blocks: Sequence[Block], title: str) -> list[bool]:
    """Tell for each block whether it belongs to the body of the article."""
    return choose(blocks, judge_blocks(blocks, title))


def choose(blocks: Sequence[Block], chances: Sequence[float]) -> list[bool]:
    """Choose the blocks of the body by their chances."""
    least = best_cut([len(block.text) for block in blocks], chances)
    return strike_out(blocks, [chance >= least for chance in chances])


def judge_blocks(blocks: Sequence[Block], title: str) -> list[float]:
    """Return how likely each block belongs to the body of the article."""
    table = load_table("blocks")
    first, second = table["alone"], table["around"]
    alone = [look_at(block, title) for block in blocks]
    chances = [probability(first, names, first["bias"]) for names in alone]
    around = look_around(blocks, chances, title)
    chances = [
        probability(second, names + more, second["bias"])
        for names, more in zip(alone, around, strict=True)
    ]
    return [
        0.0 if "figcaption" in block.frame.tags else chance
        for block, chance in zip(blocks, chances, strict=True)
    ]


def best_cut(sizes: Sequence[int], chances: Sequence[float]) -> float:
    """Return the least chance to accept, so that the expected F1 is the highest.

    A page whose every block is doubtful still has a body; a fixed cut would lose it.

    Example:
        >>> best_cut([100, 100, 100], [0.3, 0.01, 0.28])
        0.28
    """
    wanted = sum(size * chance for size, chance in zip(sizes, chances, strict=True))
    taken, right, best, cut = 0, 0.0, -1.0, 1.0
    for chance, size in sorted(zip(chances, sizes, strict=True), reverse=True):
        taken += size
        right += size * chance
        score = right / (taken + wanted)
        if score > best:
            best, cut = score, chance
    return cut
