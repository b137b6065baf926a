"""Tell which language a text is in, by its script and its smallest words.

Detector packages cost half a second to load; whether a text is English, and the
name of a common other language, needs a table of thirty words for each.
"""

from collections import Counter

from scorer.text.tables import load_table

UNKNOWN = "und"

_PIECES, _PIECE_CHARS = 4, 600  # read from as many places as evenly apart
_ASCII = bytes(range(0x80))
_FIRST_SCRIPT = "\u0370"  # where Latin letters end
_FEW_LETTERS = 10
_OTHER_SHARE = 0.3  # of the letters, to be a text in another script
_TELLING_SHARE = 0.01
_FEW_WORDS = 6
_LEAST_HITS = 2.0
_ENGLISH_SHARE, _FOREIGN_SHARE = 0.05, 0.12
_FEW_CHARS, _MANY_WORDS, _SURELY_ENGLISH_SHARE = 150, 60, 0.15
_PLAINLY_ENGLISH_SHARE = 0.1  # of words that no other language here has
_PRIOR = dict.fromkeys(("de", "fr", "es", "it", "pt", "nl", "pl", "sv", "hr"), 1.25)
_BULGARIAN = "ъ"
_NO_BULGARIAN = "ыэё"

_TABLE = load_table("languages")
_NAMES: dict[str, str] = {
    UNKNOWN: "an unknown language",
    "bg": "Bulgarian",
    **{code: name for code, name, _, _ in _TABLE["scripts"]},
    **{code: name for rows in _TABLE["telling"].values() for code, name, _ in rows},
    **{code: row["name"] for code, row in _TABLE["latin"].items()},
}
_BLOCKS = [
    (chr(int(first, 16)), chr(int(last, 16)), code)
    for code, _, first, last in _TABLE["scripts"]
]


def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for code, row in _TABLE["latin"].items():
        for word in row["words"]:
            owners[word] = (*owners.get(word, ()), code)
    return owners


_OWNERS = _owners()
_ONLY_ENGLISH = frozenset(w for w, owners in _OWNERS.items() if owners == ("en",))


def language_name(code: str) -> str:
    """Return the English name of a language, the code itself where it has none here.

    Example:
        >>> language_name("sv")
        'Swedish'
    """
    return _NAMES.get(code, code)


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, `und` if it cannot be told.

    Args:
        text: Any normalised text; a few thousand characters of it are read.

    Example:
        >>> find_language("The mayor said that it was the first fire in the town.")
        'en'
        >>> find_language("Der Bauer sagte, dass er nicht mit dem Hund gehen wird.")
        'de'
    """
    if _is_plainly_english(_sample(text, _FEW_CHARS)):
        return "en"
    sample = _sample(text, _PIECE_CHARS)
    data = sample.encode("utf-8", "replace")
    rest = data.translate(None, _ASCII).decode("utf-8", "replace")
    others = [c for c in rest if c >= _FIRST_SCRIPT and c.isalpha()] if rest else []
    if len(others) > _FEW_LETTERS // 2:
        letters = sum(map(str.isalpha, sample))
        if len(others) > _OTHER_SHARE * letters:
            return _by_script(others)
    return _by_words(sample.lower().split())


def _sample(text: str, size: int) -> str:
    if len(text) <= _PIECES * size:
        return text
    step = (len(text) - size) // (_PIECES - 1)
    starts = range(0, _PIECES * step, step)
    return " ".join([text[start : start + size] for start in starts])


def _is_plainly_english(sample: str) -> bool:
    """Tell whether a small sample is so English that there is no need to read on."""
    words = sample.lower().split()
    plain = len([word for word in words if word in _ONLY_ENGLISH])
    return len(words) >= _MANY_WORDS and plain > _SURELY_ENGLISH_SHARE * len(words)


def _by_script(letters: list[str]) -> str:
    counts: Counter[str] = Counter()
    for letter, count in Counter(letters).items():
        for first, last, code in _BLOCKS:
            if first <= letter <= last:
                counts[code] += count
    if not counts:
        return UNKNOWN
    if counts["ja"] > _TELLING_SHARE * len(letters) and counts["zh"]:
        return "ja"
    code = counts.most_common(1)[0][0]
    return _neighbour(code, "".join(letters).lower())


def _neighbour(code: str, letters: str) -> str:
    """Return the language of the same script that the letters give away."""
    for other, _, telling in _TABLE["telling"].get(code, ()):
        if sum(map(letters.count, telling)) > _TELLING_SHARE * len(letters):
            return str(other)
    no_russian = not any(letter in letters for letter in _NO_BULGARIAN)
    if code == "ru" and no_russian and _BULGARIAN in letters:
        return "bg"
    return code


def _by_words(words: list[str]) -> str:
    """Return the language that owns most of the words; shared ones count in parts."""
    if len(words) < _FEW_WORDS:
        return UNKNOWN
    plain = len([word for word in words if word in _ONLY_ENGLISH])
    if plain > _PLAINLY_ENGLISH_SHARE * len(words):
        return "en"
    scores: dict[str, float] = {}
    for word in words:
        owners = _OWNERS.get(word, ())
        for code in owners:
            scores[code] = scores.get(code, 0.0) + _PRIOR.get(code, 1.0) / len(owners)
    english = scores.pop("en", 0.0)
    best = max(scores, key=lambda code: scores[code], default=UNKNOWN)
    if scores.get(best, 0.0) > max(english, _LEAST_HITS, _FOREIGN_SHARE * len(words)):
        return best
    if english >= max(_LEAST_HITS / 2, _ENGLISH_SHARE * len(words)):
        return "en"
    return UNKNOWN
