"""How long an instrument runs, and the last day to say something about it.

Two rules of counting, in whole calendar months:

- A term ends the day before the day of the same number: twelve months from 1 July 2027 end on 30 June 2028.
  Where the month has no such day, the term ends on its last day: one month from 31 January ends on
  28 February, or on the 29th in a leap year. Terms that follow one another are counted from the first day, so
  that days do not drift.
- A notice of three months before 30 June is given on 30 March at the latest, and one before 31 May on
  28 or 29 February: there are never fewer days left than the text asks for.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from alternat.errors import AlternatError
from alternat.language.messages import mark
from alternat.nouns.instruments import Extension


class NoticeTwice(AlternatError):
    """The notice is given both in months and in days."""

    template = mark(
        "The notice is given in months ({months}) and in days ({days}). Keep the one that the text names."
    )


class TermEndsBeforeItBegins(AlternatError):
    """An instrument would end before it runs."""

    template = mark("The instrument runs from {first}; it cannot end on {last}. Correct one of the two days.")


class NoticeLongerThanTerm(AlternatError):
    """The last day to say something would be before the instrument runs."""

    template = mark(
        "Notice would have to be given by {day}, before the instrument runs from {first}. "
        "Correct the notice or the length of the term."
    )


@dataclass(frozen=True, slots=True)
class Term:
    """How long an instrument runs, as its text says; what is not known is None.

    One that has been ended is no longer extended: keep its last day in `ends`, with `Extension.NONE`.
    """

    in_force: date | None = None
    """The day it entered into force or took effect: the first day of its first term."""
    months: int | None = None
    """The length of a term, 1 or more; a term that follows is as long."""
    extension: Extension = Extension.NONE
    notice_months: int | None = None
    """How long before its end somebody has to speak; this or `notice_days`, or neither."""
    notice_days: int | None = None
    ends: date | None = None
    """The last day of the first term where the text or the sides name it; it goes before `months`."""


def months_later(day: date, months: int) -> date:
    """Return the day of the same number so many months later, or earlier for a negative number.

    Where the month has no such day it is its last one. Beyond the calendar it is the calendar's own end.

    >>> months_later(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of(first: date, months: int) -> date:
    """Return the last day of so many months from the first day on.

    >>> last_day_of(date(2027, 7, 1), 12)
    datetime.date(2028, 6, 30)
    """
    later = months_later(first, months)
    has_such_a_day = later.day == first.day and later != date.max
    return _days_later(later, -1) if has_such_a_day else later


def expires_on(term: Term, today: date | None = None) -> date | None:
    """Return the last day on which an instrument runs unless it is extended; None where none is known.

    One that extends itself rolls on the day after its last day to speak has passed in silence: from then on
    it is the end of the term that follows. Without `today` it is the end of the first term.
    """
    return _end_and_word(term, today)[0]


def last_day_to_speak(term: Term, today: date | None = None) -> date | None:
    """Return the last day to say something before an instrument ends or goes on; None where none is known.

    If it extends itself, notice that it is to end; if notes extend it, agreement that it goes on; otherwise
    what its notice asks for. Without a notice it is the last day itself. `today` is as in `expires_on`.
    """
    return _end_and_word(term, today)[1]


def days_left(term: Term, today: date) -> int | None:
    """Return how many days are left to say something: 0 on the last day, less than 0 after it."""
    day = last_day_to_speak(term, today)
    return None if day is None else (day - today).days


def require_term(term: Term) -> None:
    """Refuse a term that cannot be meant."""
    if term.notice_months is not None and term.notice_days is not None:
        raise NoticeTwice(months=term.notice_months, days=term.notice_days)
    if term.in_force is None:
        return
    if term.ends is not None and term.ends < term.in_force:
        raise TermEndsBeforeItBegins(first=term.in_force, last=term.ends)
    speak = last_day_to_speak(term)
    if speak is not None and speak < term.in_force:
        raise NoticeLongerThanTerm(day=speak, first=term.in_force)


def _end_and_word(term: Term, today: date | None) -> tuple[date | None, date | None]:
    """Return the last day of a term and the last day to speak about it."""
    number = 1
    end = _end_of(term, number)
    if end is None:
        return None, None
    speak = _word_before(term, end)
    rolls_on = term.extension is Extension.BY_ITSELF and term.months is not None and term.months > 0
    if today is None or term.months is None or not rolls_on or speak >= today:
        return end, speak
    number = max(number, _passed(end, today) // term.months)
    while speak < today:
        number += 1
        following = _end_of(term, number)
        if following is None or following == date.max:
            break
        end, speak = following, _word_before(term, following)
    return end, speak


def _passed(end: date, today: date) -> int:
    """Return how many months lie between two days, by their months alone."""
    return (today.year - end.year) * 12 + today.month - end.month


def _end_of(term: Term, number: int) -> date | None:
    """Return the last day of a term by its number, the first being 1."""
    if term.ends is not None:
        if number == 1 or term.months is None:
            return term.ends
        return last_day_of(_days_later(term.ends, 1), (number - 1) * term.months)
    if term.in_force is None or term.months is None:
        return None
    return last_day_of(term.in_force, number * term.months)


def _word_before(term: Term, end: date) -> date:
    if term.notice_months is not None:
        return months_later(end, -term.notice_months)
    return _days_later(end, -(term.notice_days or 0))


def _days_later(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
