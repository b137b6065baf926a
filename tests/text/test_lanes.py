"""Sums of many rows at once: exact, whatever the numbers."""

from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from scorer.text.lanes import Lanes

ROWS = st.lists(
    st.tuples(*[st.floats(-1e6, 1e6, allow_subnormal=False) for _ in range(3)]),
    min_size=1,
    max_size=20,
)


@given(ROWS)
def test_the_lanes_add_up_as_if_each_number_were_added_without_error(
    rows: list[tuple[float, ...]],
) -> None:
    lanes = Lanes.holding(rows, len(rows))
    totals = lanes.unpack(sum(map(lanes.pack, rows)), 3)
    assert [n / lanes.scale for n in totals] == [
        fsum(column) for column in zip(*rows, strict=True)
    ]


@given(ROWS)
def test_a_packed_row_is_the_row(rows: list[tuple[float, ...]]) -> None:
    lanes = Lanes.holding(rows, 1)
    for row in rows:
        assert [n / lanes.scale for n in lanes.unpack(lanes.pack(row), 3)] == list(row)
