"""Days as people write them in lists, in three languages."""

from datetime import date

import pytest

from alternat.exchange.events.days import Frame, read_day

FRAME = Frame(2027, date(2027, 6, 15), date(2027, 6, 17))
FIRST, SECOND = date(2027, 6, 15), date(2027, 6, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-06-15", FIRST),
        ("2027/6/15", FIRST),
        ("20270615", FIRST),
        ("15-Jun-27", FIRST),
        ("15 juin 2027", FIRST),
        ("15 juin 27", FIRST),
        ("le mardi 15 juin", FIRST),
        ("le 1er juin", date(2027, 6, 1)),
        ("June 15th, 2027", FIRST),
        ("15th of June", FIRST),
        ("Tue. Jun 15", FIRST),
        ("6月15日", FIRST),
        ("２０２７年６月１５日（星期二）", FIRST),
        ("六月十五日", FIRST),
        ("15/06/2027", FIRST),
        ("06/15/27", FIRST),
        ("27/06/15", FIRST),
        ("15.06.2027", FIRST),
        ("Day 2", SECOND),
        ("Day two", SECOND),
        ("Jour 1", FIRST),
        ("Deuxième jour", SECOND),
        ("第一天", FIRST),
        ("第2天", SECOND),
        ("首日", FIRST),
        ("Wednesday", SECOND),
        ("mercredi", SECOND),
        ("周三", SECOND),
        ("Day 1 (June 15)", FIRST),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    reading = read_day(text, FRAME)
    assert (reading.days, reading.contradicts, reading.is_whole) == ((day,), False, True)


@pytest.mark.parametrize("text", ["someday", "05/06/2027", "Day 2 (June 15)", "Monday", "juin", ""])
def test_what_is_not_clearly_one_day_is_none(text: str) -> None:
    assert len(read_day(text, FRAME).days) != 1


@pytest.mark.parametrize("text", ["Wednesday, June 15, 2027", "mercredi 15 juin", "2027年6月15日 星期三"])
def test_a_weekday_that_contradicts_its_date_is_noticed(text: str) -> None:
    reading = read_day(text, FRAME)
    assert (reading.days, reading.contradicts) == ((FIRST,), True)


def test_the_number_of_a_day_is_none_without_the_dates_of_the_meeting() -> None:
    assert read_day("Day 2", Frame(2027)).days == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2027-06-15 09:00", "09:00"),
        ("15 June 9:00 am", "9:00 am"),
        ("6月15日下午2:00", "下午2:00"),
        ("15 June 14-15", "14-15"),
        ("Tue 15 June, 9:00-10:30", ", 9:00-10:30"),
    ],
)
def test_what_stands_beside_a_day_is_left(text: str, rest: str) -> None:
    reading = read_day(text, FRAME, alone=False)
    assert (reading.days, reading.rest) == ((FIRST,), rest)
