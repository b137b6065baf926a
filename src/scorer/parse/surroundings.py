"""What stands around a line, which tells what it is as much as its own words."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scorer.parse.shapes import is_plain, look_of, shape_of, words_of

_NEAR = 3  # lines from the top or the end that know their place
_LONGEST_RUN = 5
_OFTEN = 4
_LABEL_CHARS = 30
_SIGNS = {"credit.bracket": "credit", "copyright": "credit", "end.tag": "tag"}


class Line(NamedTuple):
    """A line that is to be judged: its place among all lines, and its features."""

    place: int
    features: list[str]


def lines_to_judge(lines: Sequence[str], title: str | None) -> list[Line]:
    """Return the lines that might be something else than the story's sentences.

    A plain sentence between others is body without asking: that spares two lines
    in three, and costs nearly nothing. The last line is judged however plain it is:
    that is where authors are introduced and readers spoken to.

    Args:
        lines: Stripped lines; blank ones are empty.
        title: The headline, if it is known and not among the lines.
    """
    places = [i for i, line in enumerate(lines) if line]
    looks = [look_of(lines[i]) for i in places]
    last = len(places) - 1
    hard = [
        k
        for k, look in enumerate(looks)
        if look != "sentence" or k == last or not is_plain(lines[places[k]])
    ]
    page = _Page(lines, places, looks, title)
    shapes = {k: shape_of(lines[places[k]], looks[k]) for k in hard}
    return [
        Line(places[k], shapes[k] + page.features(k) + _beside(shapes, looks, k))
        for k in hard
    ]


class _Page:
    """The lines of one text, as each of them sees the others."""

    def __init__(
        self,
        lines: Sequence[str],
        places: list[int],
        looks: list[str],
        title: str | None,
    ) -> None:
        self._lines, self._places, self._looks = lines, places, looks
        self._title = words_of(title) if title else set()
        self._words: dict[int, set[str]] = {}
        self._loose = len(lines) - len(places) > len(places) / 3
        self._runs = _runs(looks)
        sentences = [k for k, look in enumerate(looks) if look == "sentence"]
        self._first = sentences[0] if sentences else 0
        self._last = sentences[-1] if sentences else len(places)
        self._labels = Counter(
            line.partition(":")[0] for line in lines if ":" in line[:_LABEL_CHARS]
        )
        self._again = Counter(
            lines[i].lower()
            for i, look in zip(places, looks, strict=True)
            if look != "sentence"
        )

    def features(self, k: int) -> list[str]:
        look, line = self._looks[k], self._lines[self._places[k]]
        found = self._around(k, look) + self._position(k, look)
        if look != "sentence":
            found.append(f"run.{min(self._runs[k], _LONGEST_RUN)}.{look}")
            if (times := self._again[line.lower()]) > 1:
                found.append(f"again.{min(times, _OFTEN)}")
            head, colon, _ = line.partition(":")
            if colon and self._labels[head] > 1:
                found.append(f"label.again.{min(self._labels[head], _OFTEN)}")
            found += self._echoes(k)
        if self._loose and self._is_tight(k):
            found.append(f"tight.{look}")
        if self._title and (look != "sentence" or k < _NEAR):
            # All words of a title are long ones: the line's short ones change nothing.
            both = self._title.intersection(line.lower().split())
            share = len(both) / len(self._title)
            found.append(f"title.{int(3 * share)}.{min(k, 2)}")
        return found

    def _around(self, k: int, own: str) -> list[str]:
        before = self._looks[k - 1] if k else "none"
        after = self._looks[k + 1] if k + 1 < len(self._looks) else "none"
        return [
            f"prev.{before}.{own}",
            f"next.{after}.{own}",
            f"both.{before}.{own}.{after}",
        ]

    def _position(self, k: int, look: str) -> list[str]:
        found = []
        if k < _NEAR:
            found.append(f"from_top.{k}.{look}.{bool(self._title)}")
        if len(self._looks) - k <= _NEAR:
            found.append(f"from_end.{len(self._looks) - k}.{look}")
        if k < self._first:
            found.append(f"above.{look}")
        if k > self._last:
            found.append(f"below.{look}")
        return found

    def _is_tight(self, k: int) -> bool:
        """Tell whether no blank line parts it from a neighbour, as most are."""
        i, places = self._places[k], self._places
        before = k > 0 and places[k - 1] == i - 1
        return before or (k + 1 < len(places) and places[k + 1] == i + 1)

    def _words_of(self, k: int) -> set[str]:
        if k not in self._words:
            self._words[k] = words_of(self._lines[self._places[k]])
        return self._words[k]

    def _echoes(self, k: int) -> list[str]:
        """Return whether a neighbour says the same: a caption after its alt text."""
        found = []
        own = self._words_of(k)
        for name, j in (("prev", k - 1), ("next", k + 1)):
            if not (own and 0 <= j < len(self._looks)) or self._looks[j] == "sentence":
                continue
            other = self._words_of(j)
            if 2 * len(own & other) > min(len(own), len(other)) > 0:
                found.append(f"echo.{name}.{self._looks[j]}")
                if self._lines[self._places[j]][-1] in ")]":
                    found.append(f"echo.{name}.credited")
        return found


def _runs(looks: list[str]) -> list[int]:
    """Return how many lines that are no sentences stand together around each."""
    runs, start = [0] * len(looks), 0
    for k in range(len(looks) + 1):
        if k == len(looks) or looks[k] == "sentence":
            runs[start:k] = [k - start] * (k - start)
            start = k + 1
    return runs


def _beside(shapes: dict[int, list[str]], looks: list[str], k: int) -> list[str]:
    """Return what the shapes of the neighbours say; a plain line has none."""
    found = []
    for name, j in (("prev", k - 1), ("next", k + 1)):
        beside = shapes.get(j, ())
        found += [f"{_SIGNS[sign]}.{name}" for sign in beside if sign in _SIGNS]
        if "end.colon" in beside:
            found.append(f"colon.{name}.{looks[k]}")
    return found
