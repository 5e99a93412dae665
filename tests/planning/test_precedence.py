"""Moving people inside an order of precedence."""

from hypothesis import given
from hypothesis import strategies as st

from alternat.planning.precedence import moved_to, shifted

ORDERS = st.integers(0, 12).map(lambda size: list(range(size)))


def test_a_group_moves_in_its_own_order_to_a_place() -> None:
    assert moved_to([1, 2, 3, 4, 5], [5, 3], 1) == [3, 5, 1, 2, 4]
    assert moved_to([1, 2, 3, 4, 5], [1], 99) == [2, 3, 4, 5, 1]
    assert moved_to([1, 2, 3, 4, 5], [4], 2) == [1, 4, 2, 3, 5]


def test_shifting_up_stops_at_the_top_and_keeps_a_block_together() -> None:
    assert shifted([1, 2, 3, 4], [2, 3], -1) == [2, 3, 1, 4]
    assert shifted([1, 2, 3, 4], [1, 2], -1) == [1, 2, 3, 4]
    assert shifted([1, 2, 3, 4], [2, 4], 1) == [1, 3, 2, 4]
    assert shifted([1, 2, 3, 4], [1], 10) == [2, 3, 4, 1]


@given(ORDERS, st.sets(st.integers(0, 12)), st.integers(-3, 15))
def test_moving_never_loses_or_doubles_anybody(order: list[int], moved: set[int], place: int) -> None:
    assert sorted(moved_to(order, list(moved), place)) == order
    assert sorted(shifted(order, list(moved), place)) == order


@given(ORDERS, st.sets(st.integers(0, 12)))
def test_those_who_are_not_moved_keep_their_order(order: list[int], moved: set[int]) -> None:
    assert [each for each in moved_to(order, list(moved), 1) if each not in moved] == [
        each for each in order if each not in moved
    ]
