"""Say what each line of an article is: headline, body, or the page around them."""

from collections.abc import Sequence

from scorer.types import SegmentKind


def label_lines(
    lines: Sequence[str], title: str | None = None
) -> list[SegmentKind | None]:
    """Return the kind of each line, None for a blank one.

    Args:
        lines: All lines of a normalised text, the blank ones too: what stands
            together without a blank line between is a sign.
        title: The headline where it is known; the first line that says the same is
            the headline, and no other is.
    """
    kinds: list[SegmentKind | None] = [
        SegmentKind.BODY if line.strip() else None for line in lines
    ]
    if title is not None:
        for i, line in enumerate(lines):
            if line.strip():
                if same_title(line, title):
                    kinds[i] = SegmentKind.HEADLINE
                break
    return kinds


def same_title(line: str, title: str) -> bool:
    """Tell whether a line is the title, whatever its marks and capitals."""
    return _key(line) == _key(title)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
