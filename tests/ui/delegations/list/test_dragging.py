import pytest

from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.dragging import carried, packed, place_at, row_beside
from tests.ui.delegations.list.delegates_made import delegation

EVERYONE = [*delegation("CA", 1, "A", "B", "C", "D"), *delegation("CN", 2, "K", "L", "M", first=5)]
"""Participations 101 to 104 and 105 to 107."""


def without(*hidden: int) -> list[Delegate]:
    return [each for each in EVERYONE if each.participation not in hidden]


def test_a_drag_carries_its_participations_and_plain_lines() -> None:
    data = packed([104, 102], ["D", "B"])
    assert carried(data) == (104, 102)
    assert data.text() == "D\nB"


def test_what_comes_from_elsewhere_carries_nobody() -> None:
    data = packed([], [])
    data.clear()
    data.setText("somebody")
    assert carried(data) == ()


@pytest.mark.parametrize(
    ("moving", "row", "place"),
    [
        ([104], 0, 1),
        ([101], 2, 2),
        ([101], 4, 4),
        ([101, 103], 4, 3),
        ([102], 2, 2),
        ([105], 7, 3),
        ([107], 4, 1),
        ([107], -1, 3),
    ],
)
def test_a_drop_before_a_row_means_a_place(moving: list[int], row: int, place: int) -> None:
    assert place_at(EVERYONE, EVERYONE, moving, row) == place


def test_nobody_is_dropped_into_the_other_delegation() -> None:
    assert place_at(EVERYONE, EVERYONE, [101], 6) is None
    assert place_at(EVERYONE, EVERYONE, [105], 1) is None
    assert place_at(EVERYONE, EVERYONE, [101, 105], 1) is None


def test_those_who_do_not_show_keep_their_order() -> None:
    shown = without(102, 103)
    assert place_at(EVERYONE, shown, [104], 0) == 1
    assert place_at(EVERYONE, shown, [101], 2) == 4


@pytest.mark.parametrize(
    ("moving", "up", "row"),
    [
        ([102], True, 0),
        ([102], False, 3),
        ([101], True, None),
        ([104], False, None),
        ([105], True, None),
        ([102, 103], True, 0),
        ([101, 105], True, None),
    ],
)
def test_a_step_goes_past_one_neighbour_of_the_same_side(
    moving: list[int],
    up: bool,
    row: int | None,
) -> None:
    assert row_beside(EVERYONE, moving, up=up) == row
