"""Where cards stand, what the ruler says on ordinary days and on nights on which a clock jumps."""

from datetime import date, time

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.nouns.programme import SessionKind
from alternat.ui.parts.clocks import read_clock
from alternat.ui.programme.timeline.cards import Card, in_lanes
from alternat.ui.programme.timeline.placement import dragged
from alternat.ui.programme.timeline.ruler import Jump, ruler_of
from alternat.ui.programme.timeline.sheet import Grip

CAPITALS = {"Ottawa": "America/Toronto", "Beijing": "Asia/Shanghai"}


def card(session: int, first: int, last: int) -> Card:
    return Card(
        session, 0, first, last, SessionKind.BILATERAL, "", "", "", "", (), False, False, None
    )  # fmt: skip


def test_sessions_of_one_room_at_the_same_time_share_it_in_lanes() -> None:
    cards = in_lanes([card(1, 0, 60), card(2, 30, 90), card(3, 60, 90), card(4, 90, 120)])

    assert [(each.session, each.lane, each.lanes) for each in cards] == [
        (1, 0, 2),
        (2, 1, 2),
        (3, 0, 2),
        (4, 0, 1),
    ]


def test_a_stretch_never_turns_over() -> None:
    shortened = dragged(card(1, 60, 90), Grip.BOTTOM, -500, 0, is_copy=False, count=3)
    later = dragged(card(1, 60, 90), Grip.TOP, 500, 0, is_copy=False, count=3)

    assert ((shortened.first, shortened.last), (later.first, later.last)) == ((60, 65), (85, 90))


def test_the_ruler_tells_both_capitals_and_the_new_day() -> None:
    ruler = ruler_of(date(2027, 6, 12), "America/Toronto", CAPITALS, catalog(Language.EN))

    noon = ruler.hours[12]
    assert ruler.names == ("Ottawa", "Beijing")
    assert [(mark.text, mark.day, mark.is_new_day) for mark in noon.marks] == [
        ("12:00", "", False),
        ("00:00", "+1 d", True),
    ]
    assert ruler.jumps == ()


def test_the_ruler_shows_the_hour_that_does_not_exist() -> None:
    ruler = ruler_of(date(2027, 3, 14), "America/Toronto", CAPITALS, catalog(Language.EN))

    assert ruler.jumps == (Jump(120, 180, is_skipped=True, text="Ottawa: the clock goes forward by 60 min"),)
    assert ruler.hours[2].marks[0].text == "–"


def test_the_ruler_shows_the_hour_that_exists_twice() -> None:
    ruler = ruler_of(date(2027, 11, 7), "America/Toronto", CAPITALS, catalog(Language.EN))

    assert [(jump.first, jump.last, jump.is_skipped) for jump in ruler.jumps] == [(60, 120, False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", time(9)),
        ("9:05", time(9, 5)),
        ("0905", time(9, 5)),
        ("14 h 30", time(14, 30)),
        ("14 h", time(14)),
        ("24:00", None),
        ("noon", None),
    ],
)
def test_a_clock_is_read_as_people_type_it(text: str, expected: time | None) -> None:
    assert read_clock(text) == expected
