"""What a block of a page shows by itself, as names for a linear model to weigh."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from scorer.parse.hints import HINTS
from scorer.parse.page import Block

_WORDS = (2, 4, 7, 11, 17, 27, 45, 80)
_LINKED = (0.01, 0.1, 0.25, 0.5, 0.8, 0.99)
_CAPITALS = (0.2, 0.4, 0.7, 0.95)
_DIGITS = (0.01, 0.1, 0.3)
_LONG = 10
_SOME = 5
_FEW = 3
_WIDE = 6  # characters to a word where no blanks part them
_READ = 400  # characters in which to look for set phrases
_ENDS = ".!?:…\"”'’»)。"
_SAYS = re.compile(
    r"(?P<link>\b(?:read (?:more|also|next|the full)|see also|related|most (?:read"
    r"|popular)|recommended|watch:|you (?:may|might) (?:also )?like|click here"
    r"|also read|more (?:on|from|stories|news)|trending|don't miss)\b)"
    r"|(?P<sign>\b(?:subscribe|newsletter|sign(?:ing)? up|log ?in|sign in|inbox"
    r"|register|follow us|download (?:the|our)|join (?:us|our)|podcast)\b)"
    r"|(?P<legal>©|\b(?:cookies?|privacy policy|terms of|rights reserved|copyright"
    r"|consent|advertis\w+|sponsored|affiliate|disclosure)\b)"
    r"|(?P<share>\b(?:share this|facebook|twitter|whatsapp|comments?|reply|print"
    r"|email)\b)"
    r"|(?P<photo>\((?:photo|image|picture|file)|\b(?:photo|image|picture|credit)s?"
    r"(?::| by| via| courtesy)|\bfile photo\b|/(?:ap|afp|getty|reuters)\b"
    r"|\bgetty\b|\b(?:reuters|ap|afp)/)"
    r"|(?P<by>^by [A-Z]|\b(?:contributed to this|is a (?:reporter|writer|journalist"
    r"|freelance|staff|senior|correspondent|columnist)|the author|@\w)"
    r"|min(?:ute)?s? read|\b(?:updated|published|posted)\b)"
    r"|(?P<more>\.\.\.$|…$|[>»→]$)",
    re.IGNORECASE,
)
_HINTED = [
    tuple(f"{where} {hint}" for hint in HINTS)
    for where in ("own", "parent", "near", "below")
]
OWN, PARENT, NEAR, BELOW = _HINTED


def level(value: float, steps: Sequence[float]) -> int:
    """Return how many of the rising `steps` the value reaches.

    Example:
        >>> level(0.5, (0.1, 0.4, 0.8))
        2
    """
    return bisect_right(steps, value)


def look_at(block: Block, title: str) -> list[str]:
    """Name what a block shows by itself."""
    frame = block.frame
    parent = frame.parent
    grand = parent.parent if parent else None
    great = grand.parent if grand else None
    near = (grand.hints if grand else 0) | (great.hints if great else 0)
    names = _look_at_text(block.text, title)
    density = level(block.linked / len(block.text), _LINKED)
    names += (
        f"links {density}",
        f"links {density} {block.text.count(' ') >= _LONG}",
        f"tag {frame.tag}",
    )
    names += [f"in {tag}" for tag in frame.tags]
    names += [f"inline {tag}" for tag in block.inline_tags]
    names += name_hints(OWN, frame.hints | block.inline)
    names += name_hints(PARENT, parent.hints if parent else 0)
    names += name_hints(NEAR, near)
    return names


def name_hints(names: Sequence[str], hints: int) -> list[str]:
    """Name the hints whose bits are set."""
    found = []
    while hints:
        lowest = hints & -hints
        found.append(names[lowest.bit_length() - 1])
        hints ^= lowest
    return found


def _look_at_text(text: str, title: str) -> list[str]:
    words = text.split(" ")
    count = max(len(words), 0 if text.isascii() else len(text) // _WIDE)
    length = level(count, _WORDS)
    capitals = sum([word[:1].isupper() for word in words]) / count
    digits = sum(map(text.count, "0123456789")) / len(text)
    names = [
        f"words {length}",
        f"ends {text[-1] in _ENDS} {min(length, 5)}",
        f"commas {min(text.count(', '), 3)}",
        f"capitals {level(capitals, _CAPITALS)} {count > _SOME}",
        f"digits {level(digits, _DIGITS)}",
    ]
    if text == title:
        names.append("title")
    if text.isupper():
        names.append(f"upper {count > _FEW}")
    return names + [f"says {group}" for group in _phrases(text[:_READ])]


def _phrases(text: str) -> set[str]:
    return {match.lastgroup or "" for match in _SAYS.finditer(text)}
