"""Make lines of the rows of a table of facts; one laid out in a table stays apart."""

from scorer.parse.page import Block, Frame

_SHORT_CELL = 80


def join_cells(blocks: list[Block], row: Frame) -> None:
    """Make one line of a table's row, if each of its cells holds one short line."""
    first = len(blocks)
    while first and blocks[first - 1].frame.parent is row:
        first -= 1
    cells = blocks[first:]
    whole = len({cell.frame for cell in cells}) == len(cells) > 1
    if whole and all(len(cell.text) < _SHORT_CELL for cell in cells):
        inline = 0
        for cell in cells:
            inline |= cell.inline
        blocks[first:] = [
            Block(
                " | ".join(cell.text for cell in cells),
                row,
                inline,
                frozenset().union(*(cell.inline_tags for cell in cells)),
                tuple(anchor for cell in cells for anchor in cell.anchors),
                sum(cell.linked for cell in cells),
            )
        ]
