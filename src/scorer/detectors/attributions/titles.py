"""Lines among the body that are no sentences: the title of a film, of a picture."""

from typing import Final

from scorer.reading import Reading

_LONGEST: Final = 14  # words
_ENDS: Final = frozenset(".!?…:;,")
_QUOTES: Final = frozenset("\"'“”‘’")


def is_title(reading: Reading, i: int) -> bool:
    """Tell whether a word stands in a short line that no mark ends.

    Nor does the question of "Mayor rounds on clerk asks ‘What now?’" end it: in a
    sentence a comma or a colon stands before what is said, unless it begins with that.
    """
    _, first, last, line = reading.sentences[reading.sentence_of[i]]
    _, (start, end), opens, closes = reading.paragraphs[line]
    if (first, last) != (opens, closes) or last - first > _LONGEST:
        return False
    text = reading.document.text[start:end].rstrip()
    if text[-1] not in _QUOTES:
        return text[-1] not in _ENDS
    return text[0] not in _QUOTES and "," not in text and ":" not in text
