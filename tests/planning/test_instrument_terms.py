"""How long an instrument runs, and the last day to say something about it, day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.nouns.instruments import Extension
from alternat.planning.instrument_terms import (
    NoticeLongerThanTerm,
    NoticeTwice,
    Term,
    TermEndsBeforeItBegins,
    days_left,
    expires_on,
    last_day_of,
    last_day_to_speak,
    months_later,
    require_term,
)

JULY = date(2027, 7, 1)
DAY = timedelta(1)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 5, 31), -3, date(2027, 2, 28)),
        (date(2027, 5, 31), 0, date(2027, 5, 31)),
        (date(9999, 6, 1), 12, date.max),
        (date(1, 6, 1), -12, date.min),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (JULY, 12, date(2028, 6, 30)),
        (date(2027, 7, 2), 12, date(2028, 7, 1)),
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
        (date(2027, 3, 1), 12, date(2028, 2, 29)),
        (date(2028, 3, 1), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2027, 1, 29), 1, date(2027, 2, 28)),
        (date(2027, 1, 30), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 29), 1, date(2028, 2, 28)),
        (date(2028, 1, 30), 1, date(2028, 2, 29)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 3, 31), 1, date(2027, 4, 30)),
    ],
)
def test_a_term_ends_the_day_before_the_day_of_the_same_number(first: date, months: int, last: date) -> None:
    assert last_day_of(first, months) == last
    assert expires_on(Term(first, months)) == last


@given(DAYS, st.integers(1, 120))
def test_a_longer_term_never_ends_earlier_and_every_term_has_its_days(first: date, months: int) -> None:
    assert first < last_day_of(first, months) < last_day_of(first, months + 1)
    assert 0 <= (last_day_of(first, months) - first).days - 28 * months <= 4 * months


@given(DAYS, st.integers(0, 36))
def test_a_notice_leaves_at_least_the_months_that_it_asks_for(end: date, months: int) -> None:
    given = months_later(end, -months)
    assert months_later(given, months) <= end


def test_what_is_not_known_has_no_day() -> None:
    for term in (Term(), Term(JULY), Term(months=12), Term(JULY, extension=Extension.BY_ITSELF)):
        assert expires_on(term, JULY) is None
        assert last_day_to_speak(term, JULY) is None
        assert days_left(term, JULY) is None
        require_term(term)


def test_a_memorandum_of_one_year_has_a_day_of_expiry_and_a_last_day_to_speak() -> None:
    term = Term(JULY, 12, Extension.NONE, notice_days=60)
    assert expires_on(term) == date(2028, 6, 30)
    assert last_day_to_speak(term) == date(2028, 5, 1)


@pytest.mark.parametrize("extension", Extension)
def test_without_a_notice_the_last_day_to_speak_is_the_last_day_itself(extension: Extension) -> None:
    assert last_day_to_speak(Term(JULY, 12, extension)) == date(2028, 6, 30)


@pytest.mark.parametrize("extension", Extension)
def test_a_notice_in_months_is_counted_back_by_the_calendar(extension: Extension) -> None:
    assert last_day_to_speak(Term(JULY, 36, extension, notice_months=3)) == date(2030, 3, 30)
    ends = Term(JULY, None, extension, notice_months=3, ends=date(2028, 5, 31))
    assert last_day_to_speak(ends) == date(2028, 2, 29)


def test_a_named_last_day_goes_before_the_count() -> None:
    assert expires_on(Term(JULY, 12, ends=date(2028, 12, 31))) == date(2028, 12, 31)
    assert expires_on(Term(ends=date(2028, 12, 31))) == date(2028, 12, 31)


SELF_EXTENDING = Term(JULY, 12, Extension.BY_ITSELF, notice_months=3)


@pytest.mark.parametrize(
    ("today", "speak", "ends"),
    [
        (date(2027, 1, 1), date(2028, 3, 30), date(2028, 6, 30)),
        (JULY, date(2028, 3, 30), date(2028, 6, 30)),
        (date(2028, 3, 29), date(2028, 3, 30), date(2028, 6, 30)),
        (date(2028, 3, 30), date(2028, 3, 30), date(2028, 6, 30)),
        (date(2028, 3, 31), date(2029, 3, 30), date(2029, 6, 30)),
        (date(2028, 6, 30), date(2029, 3, 30), date(2029, 6, 30)),
        (date(2028, 7, 1), date(2029, 3, 30), date(2029, 6, 30)),
        (date(2029, 3, 30), date(2029, 3, 30), date(2029, 6, 30)),
        (date(2029, 3, 31), date(2030, 3, 30), date(2030, 6, 30)),
        (date(2127, 3, 31), date(2128, 3, 30), date(2128, 6, 30)),
    ],
)
def test_one_that_extends_itself_rolls_on_the_day_after_its_last_day_to_speak(
    today: date, speak: date, ends: date
) -> None:
    assert last_day_to_speak(SELF_EXTENDING, today) == speak
    assert expires_on(SELF_EXTENDING, today) == ends
    assert last_day_to_speak(SELF_EXTENDING) == date(2028, 3, 30)


@pytest.mark.parametrize("extension", [Extension.NONE, Extension.BY_NOTES])
def test_nothing_else_rolls_on(extension: Extension) -> None:
    term = Term(JULY, 12, extension, notice_months=3)
    for today in (date(2028, 3, 30), date(2028, 3, 31), date(2028, 7, 1), date(2040, 1, 1)):
        assert expires_on(term, today) == date(2028, 6, 30)
        assert last_day_to_speak(term, today) == date(2028, 3, 30)


def test_terms_that_follow_do_not_drift() -> None:
    term = Term(date(2027, 1, 31), 1, Extension.BY_ITSELF)
    assert expires_on(term, date(2027, 3, 1)) == date(2027, 3, 30)
    assert expires_on(term, date(2027, 3, 31)) == date(2027, 4, 30)
    assert expires_on(term, date(2027, 5, 1)) == date(2027, 5, 30)


def test_it_rolls_on_from_a_named_last_day() -> None:
    term = Term(JULY, 12, Extension.BY_ITSELF, notice_days=30, ends=date(2027, 12, 31))
    assert expires_on(term, date(2027, 12, 1)) == date(2027, 12, 31)
    assert expires_on(term, date(2027, 12, 2)) == date(2028, 12, 31)
    assert last_day_to_speak(term, date(2027, 12, 2)) == date(2028, 12, 1)
    known_once = Term(JULY, None, Extension.BY_ITSELF, ends=date(2027, 12, 31))
    assert expires_on(known_once, date(2030, 1, 1)) == date(2027, 12, 31)


@given(DAYS, st.integers(1, 60), st.integers(0, 12), DAYS)
def test_the_next_day_to_speak_is_the_first_that_has_not_passed(
    first: date, months: int, notice: int, today: date
) -> None:
    ends = [last_day_of(first, months * number) for number in range(1, 2500)]
    coming = [(end, months_later(end, -notice)) for end in ends if months_later(end, -notice) >= today]
    term = Term(first, months, Extension.BY_ITSELF, notice_months=notice)
    assert (expires_on(term, today), last_day_to_speak(term, today)) == coming[0]


@pytest.mark.parametrize(
    ("today", "left"),
    [(date(2028, 4, 30), 1), (date(2028, 5, 1), 0), (date(2028, 5, 2), -1), (date(2028, 2, 28), 63)],
)
def test_days_are_counted_to_the_last_day_to_speak(today: date, left: int) -> None:
    assert days_left(Term(JULY, 12, Extension.BY_NOTES, notice_days=60), today) == left


def test_a_term_far_beyond_the_calendar_ends_with_it() -> None:
    term = Term(date(9999, 1, 1), 24, Extension.BY_ITSELF)
    assert expires_on(term, date(9999, 12, 31)) == date.max
    assert last_day_to_speak(Term(date(9998, 1, 1), 12, Extension.BY_ITSELF, 6), date.max) is not None


def test_what_cannot_be_meant_is_refused() -> None:
    with pytest.raises(NoticeTwice):
        require_term(Term(JULY, 12, notice_months=1, notice_days=30))
    with pytest.raises(TermEndsBeforeItBegins):
        require_term(Term(JULY, ends=JULY - DAY))
    require_term(Term(JULY, ends=JULY))
    with pytest.raises(NoticeLongerThanTerm):
        require_term(Term(JULY, 12, notice_days=366))
    require_term(Term(JULY, 12, notice_days=365))
