"""Where a sentence goes on behind a mark that would end it.

Behind a bracket, a quotation or "!" no sentence begins in lower case: '.) said',
'?" she asked', 'E! says'. Nor does one begin with who spoke: '?" Ada Lind asked.' Short
forms too rare for Punkt to learn are known by what follows: "Prof. Lind", "Sept. 4".
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
_BEFORE_NAMES: Final = frozenset(
    {"Prof", "Maj", "Capt", "Det", "Supt", "Hon", "Messrs", "Cmdr", "Adm", "Pres"}
    | {"Atty", "Insp", "Const", "Cpl", "Pvt", "Brig", "Asst", "Mt", "Ft"}
)
_BEFORE_NUMBERS: Final = frozenset(
    {"Sept", "No", "Nos", "Fig", "Vol", "Approx", "approx", "est", "pp"}
)
_BEFORE_WORDS: Final = frozenset(
    {"Corp", "Bros", "Ltd", "Assn", "Assoc", "Dept", "Univ", "Calif", "Conn", "Ariz"}
    | {"Mich", "Minn", "Tenn", "Wis", "Okla", "Colo", "Tex", "Pa", "Ga", "Ky", "Md"}
    | {"Ark", "Ala", "Kan", "Mass", "Ill", "Wash", "Ore", "Sept", "approx", "incl"}
)
_LONGEST: Final = 6  # letters of a short form


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
        >>> goes_on('"Why?" Ada Lind asked.', 4, 22), goes_on("On Sept. 4.", 7, 11)
        (True, True)
    """
    if text[mark] == "." and _is_short(text, mark, end):
        return True
    return _GOES_ON.match(text, mark, end) is not None


def _is_short(text: str, mark: int, end: int) -> bool:
    """Tell whether a full stop ends a short form that stands before its like."""
    if mark + 2 >= end or text[mark + 1] != " ":
        return False
    start = max(text.rfind(" ", 0, mark) + 1, mark - _LONGEST - 1)
    word, after = text[start:mark].lstrip("([\"'"), text[mark + 2]
    if after.isupper():
        return word in _BEFORE_NAMES
    return word in (_BEFORE_NUMBERS if after.isdigit() else _BEFORE_WORDS)
