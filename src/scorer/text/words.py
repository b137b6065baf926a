"""Find the words of a text, in one pass and without an object for each."""

from itertools import compress

from scorer.text.tables import load_table

# What a character can be, as bits: the words of a text are found by arithmetic on
# all its characters at once, in half the time of a regular expression.
_WORD, _JOINER, _DIGIT, _POINT = (1 << bit for bit in range(4))
_LATIN = "latin-1"  # a byte for each character
_COMMON = "–—…•€™"  # what is not in it but in many an article
_FEW = 20
_NUMBERS = list(range(1 << 14))  # places of a usual text, ready made


def _bits(char: str) -> int:
    bits = _WORD if char.isalnum() or char == "_" else 0
    if char in "'-":
        bits |= _JOINER
    if char in "0123456789":
        bits |= _DIGIT
    if char in ".,:":
        bits |= _POINT
    return bits


_BITS = bytes(_bits(chr(code)) for code in range(256))
_MARKS = load_table("marks")
_SIGNS = (
    ('"', _MARKS["double_quotes"]),
    ("'", _MARKS["single_quotes"] + _MARKS["apostrophes"]),
)
_FOLD = [(mark, sign) for sign, marks in _SIGNS for mark in marks if mark != sign]


def straighten(text: str) -> str:
    """Return `text` with every quotation mark and apostrophe made straight.

    Example:
        >>> print(straighten("“Don’t”"))
        "Don't"
    """
    if text.isascii():
        return text.replace("`", "'")
    for mark, sign in _FOLD:  # one replace each: a third of the time of translate
        text = text.replace(mark, sign)
    return text


def fold(text: str) -> str:
    """Return `text` in lower case with every quotation mark made straight.

    The length never changes, so a place in one is a place in the other.

    Example:
        >>> print(fold("“Don’t”, said İpek"))
        "don't", said İpek
    """
    return lower(straighten(text))


def lower(text: str) -> str:
    """Return `text` in lower case, but for letters whose lower case is longer."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def find_words(folded: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words of a folded text, where each starts, and where it ends.

    A word is a run of letters and digits, with the apostrophes and hyphens between
    two of them ("don't", "well-known") and the points between two digits ("2,000",
    "3.5").

    Example:
        >>> find_words("it isn't 2,000.")
        (['it', "isn't", '2,000'], [0, 3, 9], [2, 8, 14])
    """
    latin, exact = _to_latin(folded)
    size = len(latin)
    inside, ones = _find_inside(latin)
    # A 1 where a word starts, and one behind its last letter.
    edges = (inside ^ (inside << 8)).to_bytes(size + 1, "little")
    numbers = _NUMBERS if size < len(_NUMBERS) else range(size + 1)
    places = list(compress(numbers, edges))
    starts, ends = places[::2], places[1::2]
    blanks = (ones ^ inside) * ord(" ")
    kept = int.from_bytes(latin, "little") & (inside * 255)
    words = (kept | blanks).to_bytes(size, "little").decode(_LATIN).split()
    if not exact:
        words = [folded[a:b] for a, b in zip(starts, ends, strict=True)]
    return words, starts, ends


def _find_inside(latin: bytes) -> tuple[int, int]:
    """Return a number with a 1 in each byte that is inside a word, and all ones."""
    ones = int.from_bytes(b"\1" * len(latin), "little")
    bits = int.from_bytes(latin.translate(_BITS), "little")
    word, joiner = bits & ones, bits >> 1
    digit, point = (bits >> 2) & ones, bits >> 3
    joiner &= (word << 8) & (word >> 8)
    point &= (digit << 8) & (digit >> 8)
    return word | joiner | point, ones


def _to_latin(text: str) -> tuple[bytes, bool]:
    """Return a byte for each character, and whether the letters are the text's own.

    A character that has no byte becomes a letter or a blank, as it is one or not.
    """
    for others in ("", _COMMON):
        for char in others:
            text = text.replace(char, " ")
        try:
            return text.encode(_LATIN), True
        except UnicodeEncodeError:
            continue
    strange = {
        char: "a" if char.isalnum() else " " for char in set(text) if char > "\xff"
    }
    if len(strange) > _FEW:
        text = text.translate({ord(char): sign for char, sign in strange.items()})
    else:
        for char, sign in strange.items():
            text = text.replace(char, sign)
    return text.encode(_LATIN), "a" not in strange.values()
