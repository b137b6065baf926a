"""Add many rows of numbers at once, without an error.

Every float is a whole number of some small power of a half. So a row of floats fits
side by side into one whole number, a lane for each; one addition adds all lanes, and
what they add up to is exact, as with `math.fsum`, in a fraction of its time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Lanes:
    """How numbers stand side by side in one.

    Attributes:
        units: What each number that was foreseen is in units.
        scale: How many units make up 1.
        width: The bits of a lane.
        middle: A number that has the middle of what a lane holds in each.
    """

    units: dict[float, int]
    scale: int
    width: int
    middle: int

    @classmethod
    def holding(cls, rows: Sequence[Sequence[float]], most: int) -> "Lanes":
        """Return lanes in which sums of up to `most` of these rows have room."""
        ratios = {x: x.as_integer_ratio() for x in set(chain.from_iterable(rows))}
        scale = max([below for _, below in ratios.values()])
        units = {x: above * scale // below for x, (above, below) in ratios.items()}
        width = (max(map(abs, units.values())) * most).bit_length() + 2
        middles = [1 << (width - 1)] * max(map(len, rows))
        return cls(units, scale, width, _side_by_side(middles, width))

    def pack(self, row: Iterable[float]) -> int:
        """Return the one number that stands for a row."""
        return _side_by_side(map(self.units.__getitem__, row), self.width)

    def unpack(self, total: int, count: int) -> list[int]:
        """Return, in units, what the first lanes add up to.

        Args:
            total: The sum of packed rows.
            count: How many lanes.

        Example:
            >>> lanes = Lanes.holding([[0.5, -0.25], [1.0, 3.0]], 2)
            >>> total = lanes.pack([0.5, -0.25]) + lanes.pack([1.0, 3.0])
            >>> [units / lanes.scale for units in lanes.unpack(total, 2)]
            [1.5, 2.75]
        """
        width, half = self.width, 1 << (self.width - 1)
        mask = (1 << width) - 1
        total += self.middle  # no lane is below 0, and none takes from the next
        return [((total >> width * lane) & mask) - half for lane in range(count)]


def _side_by_side(numbers: Iterable[int], width: int) -> int:
    return sum([number << width * lane for lane, number in enumerate(numbers)])
