"""The date finder: what it ranks first, and what it says against each stretch of days."""

from datetime import date, timedelta

import pytest

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.meetings import add_meeting
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.planning.dates import (
    Candidate,
    DatesReversed,
    DaysOutOfRange,
    StretchTooLong,
    StretchTooShort,
    TravelOutOfRange,
    find_dates,
)
from alternat.storage.workspace import Workspace


def _at(found: tuple[Candidate, ...], starts: date) -> tuple[int, list[str]]:
    one = next(each for each in found if each.starts == starts)
    return one.score, [catalog(Language.EN).say(reason) for reason in one.against]


def test_a_quiet_week_has_nothing_against_it_and_comes_first(dialogue: Workspace) -> None:
    found = find_dates(dialogue.tables, first=date(2027, 5, 29), last=date(2027, 6, 12))
    assert found[0] == Candidate(date(2027, 6, 1), date(2027, 6, 2), 0)
    assert [each.score for each in found] == sorted(each.score for each in found)
    assert len(found) == 12


def test_all_that_speaks_against_a_stretch_is_told_by_day_and_side(dialogue: Workspace) -> None:
    add_avoid_dates(dialogue, "CA", starts=date(2027, 3, 11), reason=Label(en="Secret"), is_private=True)
    add_meeting(dialogue, year=2027, host="CN", starts=date(2027, 3, 12))
    found = find_dates(dialogue.tables, days=2, first=date(2027, 3, 11), last=date(2027, 3, 15))
    assert _at(found, date(2027, 3, 13)) == (
        55,
        [
            "Another meeting, Beijing 2027, on Friday, March 12, 2027.",
            "Canada: week-end on Saturday, March 13, 2027 and Sunday, March 14, 2027.",
            "China: week-end on Saturday, March 13, 2027 and Sunday, March 14, 2027.",
            "Canada changes its clocks on Sunday, March 14, 2027.",
        ],
    )
    assert "Canada: Dates to avoid on Thursday, March 11, 2027." in _at(found, date(2027, 3, 12))[1]


def test_a_make_up_saturday_is_no_week_end_for_the_side_that_works(dialogue: Workspace) -> None:
    found = find_dates(dialogue.tables, days=1, travel=0, first=date(2026, 10, 10), last=date(2026, 10, 10))
    assert _at(found, date(2026, 10, 10))[1] == [
        "Canada: week-end on Saturday, October 10, 2026.",
        "China: Make-up working day on Saturday, October 10, 2026.",
    ]


def test_days_in_a_row_are_told_once(dialogue: Workspace) -> None:
    found = find_dates(dialogue.tables, days=3, travel=0, first=date(2026, 2, 17), last=date(2026, 2, 19))
    assert _at(found, date(2026, 2, 17))[1] == [
        "China: Spring Festival on Tuesday, February 17, 2026 to Thursday, February 19, 2026."
    ]


@pytest.mark.parametrize(
    ("days", "span", "travel", "error"),
    [
        (0, 10, 1, DaysOutOfRange),
        (15, 100, 1, DaysOutOfRange),
        (2, 10, -1, TravelOutOfRange),
        (2, 10, 8, TravelOutOfRange),
        (2, -1, 1, DatesReversed),
        (2, 2, 1, StretchTooShort),
        (2, 5 * 366, 1, StretchTooLong),
    ],
)
def test_what_cannot_be_searched_is_refused(
    dialogue: Workspace, days: int, span: int, travel: int, error: type[AlternatError]
) -> None:
    first = date(2027, 1, 1)
    with pytest.raises(error):
        find_dates(dialogue.tables, days=days, first=first, last=first + timedelta(days=span), travel=travel)
