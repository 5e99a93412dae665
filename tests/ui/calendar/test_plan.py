"""Every day has a place of its own in the painted calendar, and is found there again."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint

from alternat.ui.calendar.plan import Measures, Plan, month_edge, months_later

YEAR = Measures(720, 400, 18, 14, 16, 16, 8, 16)
SEVERAL = Measures(720, 400, 16, 0, 9, 8, 8, 16, gutter=44, columns=12)


@pytest.mark.parametrize(("years", "measures"), [((2027,), YEAR), ((2027, 2028, 2029), SEVERAL)])
def test_the_day_at_the_middle_of_its_place_is_itself(years: tuple[int, ...], measures: Measures) -> None:
    plan = Plan(years, measures)
    days = [date(years[0], 1, 1) + timedelta(days=offset) for offset in range(365 * len(years))]

    assert [plan.day_at(plan.day(day).center()) for day in days] == days
    assert len({plan.day(day).topLeft().toTuple() for day in days}) == len(days)


def test_a_year_fits_its_height_and_width() -> None:
    plan = Plan((2027,), Measures(720, 430, 18, 14, 16, 16, 8, 16))

    assert plan.height <= 430
    assert max(plan.month(2027, month).right() for month in range(1, 13)) < 720


def test_between_the_months_there_is_no_day() -> None:
    assert Plan((2027,), YEAR).day_at(QPoint(2, 2)) is None


def test_months_are_counted_to_their_last_day() -> None:
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_later(date(2027, 1, 15), -1) == date(2026, 12, 15)
    assert month_edge(date(2028, 2, 10), end=True) == date(2028, 2, 29)
    assert month_edge(date(2028, 2, 10), end=False) == date(2028, 2, 1)
