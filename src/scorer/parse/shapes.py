"""How a line looks and how it is worded, by itself."""

from bisect import bisect

from scorer.text.tables import load_table

_TABLE = load_table("line_words")
_GROUPS: dict[str, str] = {
    word: group for group, words in _TABLE["groups"].items() for word in words
}
# As they may stand between blanks, so that a split at blanks will do.
_CUES = frozenset(
    form.format(case)
    for group in _TABLE["cues"]
    for word in _TABLE["groups"][group]
    for case in (word, word.capitalize(), word.upper())
    for form in ("{}", "{}.", "{},", "{}:", "({}", "{})")
)
_LENGTHS = (1, 2, 3, 4, 6, 9, 13, 19, 31, 51)  # words; a bin starts at each
_MARKS = ".,:;!?()[]{}\"'|*•-–—…“”«»\u2018\u2019"
_CLOSING = "\"'”\u2019)»"
_OPENING = "\"'“\u2018«("
_BULLETS = "*•-\u2013—|>»+·▶●■►→"
_STARTS = {
    sign: name
    for name, signs in (("quote", _OPENING), ("bullet", _BULLETS), ("square", "[{"))
    for sign in signs
}
_RARE_SEPARATORS = (" » ", " \u203a ", " · ", " • ")
_MANY_WORDS = 40  # that make a sentence even without a stop
_HEAD_WORDS, _TAIL_WORDS = 12, 8  # of longer lines only the ends are read
_LABEL_CHARS, _LABEL_WORDS = 30, 3
_LONG = 110  # characters, in which chrome of any length has shown itself
_ODD_STARTS = "©[*•("
_SENTENCE_WORDS = 12
_SHORT_WORDS = 18
_STUB_WORDS = 3


def look_of(line: str) -> str:
    """Return what the lines beside it see of a line: its size and its end.

    Example:
        >>> look_of("Advertisement"), look_of("Ten cows fled the fair [WATCH]")
        ('stub', 'head')
    """
    count = line.count(" ") + 1
    stops = line[-1] in '.!?"”\u2019'
    if (count >= _SENTENCE_WORDS and stops) or count >= _MANY_WORDS:
        return "sentence"
    if count <= _STUB_WORDS:
        return "stub"
    return "other" if stops else "head"


def is_plain(line: str) -> bool:
    """Tell whether a line of look "sentence" is worded like any sentence of a story."""
    stops = line[-1] in ".!?" or (line[-2] in ".!?," and line[-1] not in ")]")
    if not stops or line[0] in _ODD_STARTS or ":" in line[:_LABEL_CHARS]:
        return False
    return _CUES.isdisjoint((line if len(line) < _LONG else line[:_LONG]).split())


def words_of(line: str) -> set[str]:
    """Return the longer words of a line, to compare it with another."""
    return {word for word in line.lower().split() if len(word) > _STUB_WORDS}


def shape_of(line: str, look: str) -> list[str]:
    """Return the names of what holds for one line by itself."""
    tokens = line.split(None, _LENGTHS[-1])  # longer lines are all of one size
    count = len(tokens)
    if count > _HEAD_WORDS + _TAIL_WORDS:
        tokens = tokens[:_HEAD_WORDS] + line.rsplit(None, _TAIL_WORDS)[-_TAIL_WORDS:]
    size, end = bisect(_LENGTHS, count), end_of(line)
    capitals = len([token for token in tokens if token[0].isupper()])
    found = [
        f"size.{size}",
        f"end.{end}",
        f"start.{_start(line)}",
        f"look.{look}.{end}",
        f"capitals.{4 * capitals // len(tokens)}.{min(count, 20) // 5}",
    ]
    if count > 1 and line.isupper():
        found.append("upper")
    bare = [token.strip(_MARKS) for token in " ".join(tokens).lower().split(" ")]
    near = "short" if count <= _SHORT_WORDS else "long"
    groups = {_GROUPS[word] for word in bare if word in _GROUPS}
    found += [f"group.{group}.{near}" for group in groups]
    if groups.isdisjoint({"finite", "speech", "person"}):
        found.append(f"verbless.{size}")
    return found + _edges(bare) + _signs(line, bare)


def end_of(line: str) -> str:
    """Return the name of a line's end."""
    last = line[-1]
    if last in ".!?…":
        return "dots" if line.endswith(("...", "…")) else "stop"
    if last == ")":
        return "bracket"
    if last in _CLOSING:
        return "quoted" if line.rstrip(_CLOSING)[-1:] in set(".!?,…") else "quote"
    if last == "]":
        return "tag" if line[line.rfind("[") + 1 : -1].isupper() else "square"
    if last in ":,;":
        return "colon" if last == ":" else "comma"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "sign"


def _start(line: str) -> str:
    first = line[0]
    if first.isalpha():
        return "lower" if first.islower() else "upper"
    return "digit" if first.isdigit() else _STARTS.get(first, "sign")


def _edges(bare: list[str]) -> list[str]:
    """Return the first two words and the last, where they are known words."""
    found = []
    for place, word in enumerate(bare[:2]):
        if group := _GROUPS.get(word):
            found += [f"open{place}.{group}", f"first{place}.{word}"]
    if group := _GROUPS.get(bare[-1]):
        found.append(f"close.{group}")
        if len(bare) <= _SENTENCE_WORDS:
            found.append(f"last.{bare[-1]}")
    return found


def _signs(line: str, bare: list[str]) -> list[str]:
    found = []
    if "http" in line or "www." in line or ".com" in line:
        found.append("url")
    if "@" in line:
        found.append("tweet" if "(@" in line else "handle")
    if "©" in line[:_LABEL_CHARS]:
        found.append("copyright")
    if " | " in line or " / " in line or _has_rare_separator(line):
        found.append("separator")
    if ". " in line or "? " in line or "! " in line:
        found.append("sentences")
    if not any(map(str.isalpha, bare)):
        found.append("wordless")
    return found + _label(line) + _credit(line)


def _has_rare_separator(line: str) -> bool:
    return not line.isascii() and any(sign in line for sign in _RARE_SEPARATORS)


def _label(line: str) -> list[str]:
    """Return what kind of label stands before a colon ("RELATED: ...")."""
    head, colon, rest = line.partition(":")
    if not colon or len(head) > _LABEL_CHARS or head.count(" ") >= _LABEL_WORDS:
        return []
    if head.isupper():
        return ["label.upper"]
    return ["label.tight" if rest[:1].isalpha() else "label.words"]


def _credit(line: str) -> list[str]:
    """Return whether a line ends in the name of a photographer or an agency."""
    if line[-1] not in ")]":
        return []
    inside = line[max(line.rfind("("), line.rfind("["), 0) :]
    bare = [token.strip(_MARKS) for token in inside.lower().split()]
    if any(_GROUPS.get(word) == "credit" for word in bare):
        return ["credit.bracket"]
    return ["credit.slash"] if "/" in inside else [f"aside.{line[-1]}"]
