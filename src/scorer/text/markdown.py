"""Take the marks out of Markdown, so that an article in it reads like any other."""

import re

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?:=+|-{3,}|\*{3,})[ \t]*$", re.MULTILINE)
# No bracket within a bracket: a line of a million of them takes no longer so.
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_QUOTE = re.compile(r"^>[ \t]?", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)([^\n*_]+?)(?<=\S)\1(?!\w)")


def unmark(text: str) -> tuple[str | None, str]:
    r"""Return the title of a Markdown text, if it has one, and its plain text.

    Example:
        >>> unmark("# Cows flee\n\nTwo **cows** [fled](https://cows.example).")
        ('Cows flee', 'Two cows fled.')
    """
    text = text.replace("\r\n", "\n")
    title = None
    if front := _FRONT_MATTER.match(text):
        named = _FRONT_TITLE.search(front[1])
        title = named[1] if named else None
        text = text[front.end() :]
    heading = _HEADING.match(text.lstrip("\n"))
    if heading:
        title = title or _plain(_heading(heading))
        text = text.lstrip("\n")[heading.end() :]
    text = _UNDERLINE.sub("", _HEADING.sub(_heading, _QUOTE.sub("", text)))
    return title, _plain(text).strip("\n")


def _heading(match: re.Match[str]) -> str:
    return match[1].rstrip(" \t#")


def _plain(text: str) -> str:
    linked = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # an image within a link
    return _EMPHASIS.sub(r"\2", linked)
