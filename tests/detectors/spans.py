"""The words that were marked with a label, in order."""

import scorer
from scorer.document import Document


def marked(text: str, label: str) -> list[str]:
    document = Document.from_text(text)
    found = [a for a in scorer.annotate(document) if a.label == label]
    return [a.span.of(document.text) for a in found]
