"""The stem that the forms of a verb share: "echo" for "echoed" and "echoing"."""

from typing import Final

_IRREGULAR: Final = {
    form: stem
    for stem, forms in {
        "be": "are is was were been",
        "do": "does did done",
        "feel": "felt",
        "find": "found",
        "give": "gave given",
        "go": "goes went gone",
        "have": "has had",
        "hear": "heard",
        "hold": "held",
        "know": "knew known",
        "make": "made",
        "mean": "meant",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "speak": "spoke spoken",
        "swear": "swore sworn",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_ENDINGS: Final = ("ing", "ed", "es", "s", "e")
_LEAST: Final = 3  # letters of a stem


def stem_of(word: str) -> str:
    """Return the stem of an English verb or noun, which need not be a word.

    Example:
        >>> [stem_of(w) for w in ("argue", "argued", "arguing", "denies", "told")]
        ['argu', 'argu', 'argu', 'deny', 'tell']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ied", "ies"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + "y"
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST and not word.endswith("ss"):
            double = stem[-1] == stem[-2] and stem[-1] not in "slez"
            return stem[:-1] if double and ending in {"ing", "ed"} else stem
    return word
