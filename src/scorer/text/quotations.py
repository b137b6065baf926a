"""Find quotations in every style of mark, the unclosed ones included."""

import re
from typing import NamedTuple

from scorer.types import Span

_QUOTED = re.compile(r'"([^"]*)("|$)')


class Quotation(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        span: From the opening mark to after the closing one.
        inner: What stands between the marks.
        closed: Whether a closing mark was found; a quotation that runs over
            several paragraphs opens in each and closes in the last.
    """

    span: Span
    inner: Span
    closed: bool


def find_quotations(folded: str) -> list[Quotation]:
    """Return the quotations of one folded paragraph, in order, none nested.

    Example:
        >>> [q.inner.of('he said "so".') for q in find_quotations('he said "so".')]
        ['so']
    """
    return [
        Quotation(Span(*match.span()), Span(*match.span(1)), bool(match[2]))
        for match in _QUOTED.finditer(folded)
        if match[1]
    ]
