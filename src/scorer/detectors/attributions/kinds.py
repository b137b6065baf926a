"""What kind of source somebody is: named, official, a document or another."""

from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.reading import Reading
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_KINDS: Final[dict[str, str]] = {
    word: kind for kind, words in reversed(_TABLE["kinds"].items()) for word in words
}
_TITLES: Final = frozenset(_TABLE["titles"])


def kind_of(reading: Reading, source: Words) -> str:
    """Return the kind of a source by its head word and its capitals."""
    words, text = reading.words, reading.document.text
    first, last = source
    for i in range(first, last - 1):  # the apposition tells less than the name
        if i > first and reading.gap(i).startswith(","):
            last = i + 1
            break
    run = 0
    for i in range(first, last):
        proper = text[reading.starts[i]].isupper() and (i > first or last - first > 1)
        run = run + 1 if proper else 0
    if run > 1 or words[first] in _TITLES:
        return _KINDS.get(words[last - 1], "named")
    for i in range(last - 1, first - 1, -1):
        kind = _KINDS.get(words[i])
        if kind is not None:
            return kind
    return "named"
