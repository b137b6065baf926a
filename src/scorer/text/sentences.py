"""Find sentences as Punkt does (Kiss and Strunk 2006), without NLTK.

The parameters in `tables/punkt.json` were trained with NLTK; a test holds what is
found here equal to NLTK's `PunktSentenceTokenizer` with the same parameters, to which
every row of single letters with full stops is an abbreviation: "F.B.I." Where a
sentence goes on all the same is our own addition (`continued.py`). It is several
times as fast: most full stops end a word that can only end a sentence, and the rules
are asked only about the others.
"""

import re
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from scorer.text.continued import goes_on
from scorer.text.places import find_places
from scorer.text.tables import load_table
from scorer.types import Span

_TABLE = load_table("punkt")
_ABBREVIATIONS = frozenset(_TABLE["abbreviations"])
_COLLOCATIONS = frozenset(map(tuple, _TABLE["collocations"]))
_STARTERS = frozenset(_TABLE["starters"])
_LOWER_UNLESS_FIRST = frozenset(_TABLE["lower_unless_first"])
_LOWER_OR_UPPER = frozenset(_TABLE["lower_or_upper"])
_WATCHED = _ABBREVIATIONS | {first for first, _ in _COLLOCATIONS}

ENDS = ".?!"

# The patterns are NLTK's (PunktLanguageVars), put together by hand.
_MARKS = r")\";}\]*:@'({\[‘’“”«»?!"
_BLANKS = frozenset(" \t\n\r\x0b\x0c")
_FOLLOWERS = frozenset(" )\";}]*:@'({[‘’“”«»?!")
_AFTER = re.compile(rf"[{_MARKS}]|\s+\S+")
_MANY = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_TOKEN = re.compile(
    rf"{_MANY}"
    r"|[^(\"`{\[:;&#*@)}\]\-,\s]\S*?"
    rf"(?=\s|$|[{_MARKS}]|{_MANY}|,(?=$|\s|[{_MARKS}]|{_MANY}))"
    r"|\S",
)
_CLOSING = re.compile(r"[\"')\]}‘’“”«»]+?(?:\s+|(?=--)|$)", re.MULTILINE)
_CLOSERS = frozenset("\"')]}‘’“”«»")
_NUMBER = re.compile(r"^-?[.,]?\d[\d,.-]*\.?$")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_INITIAL = re.compile(r"[^\W\d]\.$")
_ELLIPSIS = re.compile(r"\.\.+$")
_PUNCTUATION = frozenset(";:,.!?")
_SHORTEST = 2
# An article has dozens of sentences: made so, each span costs a third of a call.
_SPAN = partial(tuple.__new__, Span)


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of one paragraph, without the blanks between them.

    Args:
        text: The paragraph, or a longer text that it stands in.
        start: Where the paragraph starts in `text`.
        end: Where it ends; the end of `text` if not given.

    Example:
        >>> find_sentences("It rained on Gov. Ash. Nobody came.")
        [Span(start=0, end=22), Span(start=23, end=35)]
    """
    end = len(text) if end is None else end
    stops = [start + place for place in find_places(text[start:end], ENDS)]
    return split_sentences(text, stops, start, end)


def split_sentences(text: str, stops: list[int], start: int, end: int) -> list[Span]:
    """Return the sentences of a paragraph in which every `ENDS` is known."""
    while end > start and text[end - 1].isspace():
        end -= 1
    cuts = _cuts(text, stops, start, end) if stops else stops
    if not cuts:
        return [Span(start, end)] if start < end else []
    return _spans(text, cuts, start, end)


def _cuts(text: str, stops: list[int], start: int, end: int) -> list[int]:
    """Return the marks that end a sentence within a paragraph.

    Of several marks on one word ("what?!") only the last counts, so that a mark
    with no blank after it waits for the next one.
    """
    cuts: list[int] = []
    at = word = start
    waiting = -1
    waiting_word = start
    for mark in stops:
        after = text[mark + 1] if mark + 1 < end else ""
        blank = text.rfind(" ", at, mark)
        bare = text[blank + 1 if blank >= at else at : mark]
        if after == " " and waiting < 0 and blank > at and _is_ordinary(bare):
            cuts.append(mark)  # as two marks in three are
            word, at = blank + 1, mark
            continue
        if after not in _FOLLOWERS and not after.isspace():
            continue
        blank = _last_blank(text, at, mark)
        word = blank + 1 if blank > at else word
        if 0 <= waiting <= word and _ends_sentence(text, waiting_word, waiting, end):
            cuts.append(waiting)
        waiting = -1
        if after not in _BLANKS:
            waiting, waiting_word = mark, word
        elif _ends_sentence(text, word, mark, end):
            cuts.append(mark)
        at = mark
    if waiting >= 0 and _ends_sentence(text, waiting_word, waiting, end):
        cuts.append(waiting)
    return [cut for cut in cuts if not goes_on(text, cut, end)]


def _last_blank(text: str, start: int, end: int) -> int:
    blank = text.rfind(" ", start, end)
    if text[max(blank, start) : end].isprintable():  # no blank but " " is
        return blank
    return max(text.rfind(blank, start, end) for blank in _BLANKS)


def _is_ordinary(word: str) -> bool:
    """Tell whether no rule for abbreviations, initials or numbers touches a word."""
    return word.isalpha() and len(word) >= _SHORTEST and word.lower() not in _WATCHED


def _ends_sentence(text: str, word: int, mark: int, end: int) -> bool:
    """Tell whether the mark at `mark`, after the word at `word`, ends a sentence."""
    if text[mark] != ".":
        return True
    bare = text[word:mark].lstrip('"([')
    if _is_ordinary(bare):
        return True
    after = _AFTER.match(text, mark + 1, end)
    if after is None:
        return False
    token, behind = text[word : mark + 1], after[0]
    following = behind[1:]
    if following.isalpha() and behind[0] == " " and _is_one_token(token):
        return _breaks(_token(token), _token(following))
    return _has_break(token + behind)


def _is_one_token(text: str) -> bool:
    """Tell whether a word before a full stop is surely no more than one token."""
    return text.replace(".", "").isalnum() and ".." not in text


class _Token(NamedTuple):
    """A token and what its form alone says, the first pass of Punkt."""

    text: str
    type: str
    ends: bool
    abbreviation: bool
    ellipsis: bool

    @property
    def bare(self) -> str:
        """The type without the full stop."""
        return self.type[:-1] if self._has_stop else self.type

    @property
    def key(self) -> str:
        """The type without the full stop if that ends a sentence."""
        return self.bare if self.ends else self.type

    @property
    def _has_stop(self) -> bool:
        return len(self.type) > 1 and self.type[-1] == "."


@lru_cache(maxsize=4096)
def _token(text: str) -> _Token:
    lower = text.lower()
    kind = _NUMBER.sub("##number##", lower)
    if text in {".", "?", "!"}:
        return _Token(text, kind, ends=True, abbreviation=False, ellipsis=False)
    ellipsis = bool(_ELLIPSIS.match(text))
    if ellipsis or not text.endswith(".") or text.endswith(".."):
        return _Token(text, kind, ends=False, abbreviation=False, ellipsis=ellipsis)
    bare = lower[:-1]
    tail = bare.split("-")[-1]
    known = bare in _ABBREVIATIONS or tail in _ABBREVIATIONS
    known = known or _LETTERS.fullmatch(tail) is not None
    return _Token(text, kind, ends=not known, abbreviation=known, ellipsis=False)


def _has_break(context: str) -> bool:
    """Tell whether any token of a context but the last ends a sentence."""
    tokens = [
        _token(piece) for line in context.split("\n") for piece in _TOKEN.findall(line)
    ]
    return any(_breaks(a, b) for a, b in pairwise(tokens))


def _breaks(token: _Token, after: _Token) -> bool:
    """Tell whether a sentence ends between two tokens, the second pass of Punkt."""
    if not token.text.endswith("."):
        return token.ends
    if (token.bare, after.key) in _COLLOCATIONS:
        return False
    initial = bool(_INITIAL.match(token.text))
    starts = _starts_sentence(after)
    ends = token.ends
    if (token.abbreviation or token.ellipsis) and not initial:
        upper = after.text[0].isupper()
        ends = ends or starts is True or (upper and after.key in _STARTERS)
    if (initial or token.bare == "##number##") and (
        starts is False or (initial and starts is None and _is_name(after))
    ):
        return False
    return ends


def _starts_sentence(token: _Token) -> bool | None:
    """Tell by its case whether a word starts a sentence; None if that is open."""
    if token.text in _PUNCTUATION:
        return False
    if token.text[0].isupper() and token.key in _LOWER_UNLESS_FIRST:
        return True
    if token.text[0].islower():
        return False
    return None


def _is_name(token: _Token) -> bool:
    """Tell whether a word begins with a capital and was never seen without."""
    return (
        token.text[0].isupper()
        and token.key not in _LOWER_OR_UPPER
        and token.key not in _LOWER_UNLESS_FIRST
    )


def _spans(text: str, cuts: list[int], start: int, end: int) -> list[Span]:
    """Cut a paragraph after some marks and the blanks that follow them.

    Closing quotation marks and brackets go to the sentence that they close.
    """
    found = []
    stops = [*cuts[1:], end - 1]
    for mark, stop in zip(cuts, stops, strict=True):
        after = mark + 1
        while text[after].isspace():
            after += 1
        closing = text[after] in _CLOSERS and _CLOSING.match(text, after, stop + 1)
        if closing:
            found.append(_SPAN((start, after + len(closing[0].rstrip()))))
            start = closing.end()
        else:
            if start <= mark:
                found.append(_SPAN((start, mark + 1)))
            start = after
    if start < end:
        found.append(_SPAN((start, end)))
    return found
