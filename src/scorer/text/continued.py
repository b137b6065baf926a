"""Where a sentence goes on behind a mark that would end it.

Behind a bracket, a quotation or "!" no sentence begins in lower case: '.) said',
'?" she asked', 'E! says'. Nor does one begin with who spoke: '?" Ada Lind asked.'
"""

import re
from typing import Final

_ASKING: Final = "asked asks told tells"
_SAYING: Final = (
    "said says wrote writes tweeted added adds joked replied responded continued"
    " recalled wondered exclaimed shouted yelled declared explained quipped"
)
_OPENERS: Final = "But And Then When While As So Yet Later"
# A clause behind them begins a sentence of its own: '?" Lind said that it was.'
_CLAUSES: Final = "that if he she they it we the this his her there no"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_GOES_ON: Final = re.compile(
    r"(?:\.[)\]]|[?!][\"'‘’“”)\]]|!|(?<=\. )\.|\.(?: \.)+)[\"'‘’“”)\]]*,? [a-z]"
    rf"|[?!][\"'‘’“”]+ (?!{_any(_OPENERS)}\b)(?:[A-Z][\w.'’-]* ){{1,4}}"
    rf"(?:{_any(_ASKING)}\b|{_any(_SAYING)}\b(?! {_any(_CLAUSES)}\b))"
)


def goes_on(text: str, mark: int, end: int) -> bool:
    """Tell whether a sentence goes on behind the mark at `mark`, before `end`.

    Example:
        >>> goes_on('"Why?" Ada Lind asked.', 4, 22)
        True
    """
    return _GOES_ON.match(text, mark, end) is not None
