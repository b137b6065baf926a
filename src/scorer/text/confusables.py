"""Read Cyrillic and Greek letters that pose as Latin ones as what they pose as."""

import re

from scorer.text.tables import load_table

_FIRST, _LAST = "\u0370", "\u052f"  # Greek to Cyrillic
_ANY = f"[{_FIRST}-{_LAST}]"
_FOREIGN = re.compile(_ANY)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")


def read_as_latin(text: str, characters: set[str]) -> tuple[str, int]:
    r"""Return `text` with posing letters made Latin, and how many they were.

    A word that mixes Latin and posing letters is Latin. A word of posing letters
    alone is so too where no word of the text is truly Cyrillic or Greek.

    Args:
        text: Any text in NFC.
        characters: The unusual characters that occur in it.

    Example:
        >>> read_as_latin("She s\u0430id it.", {"\u0430"})
        ('She said it.', 1)
    """
    if not any(_FIRST <= c <= _LAST for c in characters):
        return text, 0
    posing = load_table("confusables")["posing"]
    inside = load_table("confusables")["inside"]
    both = {**posing, **inside}
    between = re.compile(rf"(?<=[A-Za-z])[{''.join(inside)}]+(?=[A-Za-z])")
    words = {word for word in _WORD.findall(text) if _FOREIGN.search(word)}
    alone = bool(_LATIN.search(text)) and all(
        _LATIN.search(word) or all(c in both for c in word) for word in words
    )
    count = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal count
        word = match[0]
        if word not in words:
            return word
        latin = bool(_LATIN.search(word))
        if not (latin or alone) or any(c not in both for c in _FOREIGN.findall(word)):
            return word
        plain = "".join(posing.get(c, c) for c in word)
        if latin:
            plain = between.sub(lambda m: "".join(inside[c] for c in m[0]), plain)
        elif _FOREIGN.search(plain):
            return word
        count += sum(a != b for a, b in zip(word, plain, strict=True))
        return plain

    return _WORD.sub(mend, text), count
