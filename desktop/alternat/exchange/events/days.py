"""Days as people write them in lists: dates in three languages, “Day 2”, a weekday beside one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from alternat.exchange.events.writing import alternatives, month_names, numeral, plain, weekday_names
from alternat.planning.event_drafts import DateOrder

_NEAR = timedelta(days=31)
_ISO = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<![\d-])((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_CHINESE = re.compile(r"(?:(\d{4}|\d{2})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_TWO_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_ORDINAL_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "premier": 1, "premiere": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4,
    "cinquieme": 5, "sixieme": 6, "septieme": 7, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_NTH = rf"(\d{{1,2}}|{alternatives(_ORDINAL_WORDS)})"
_ORDINALS = (
    re.compile(rf"\b(?:day|jour|journee)\s*(?:n[o°º]?\.?\s*|#\s*)?{_NTH}\b"),
    re.compile(rf"\b{_NTH}(?:st|nd|rd|th|er|re|e|eme)?\s+(?:day|jour|journee)\b"),
    re.compile(r"^[dj]\s?(\d{1,2})$"),
    re.compile(r"第\s*([一二两三四五六七八九十]+|\d{1,2})\s*[天日]"),
)
_FIRST_DAY = re.compile(r"首日|头一天")
_FILLERS = re.compile(r"\b(?:le|la|the|on|of|de|du|at|a|des|dates?|and|et)\b|[\s.,;:()\[\]/|~-]+")
EPOCH = 1905
"""Spreadsheets write a time of day as that time of a day of 1899, 1900 or 1904."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What days are understood by: the year of the meeting and its days, as far as they are known."""

    year: int
    starts: date | None = None
    ends: date | None = None
    order: DateOrder | None = None
    """What comes first in dates in figures; None where either may."""

    def is_near(self, day: date) -> bool:
        """Return whether a day may be one of the meeting's programme."""
        starts, ends = self.starts, self.ends
        is_near = starts is not None and ends is not None and starts - _NEAR <= day <= ends + _NEAR
        return day.year == self.year or is_near

    def is_within(self, day: date, slack: timedelta = timedelta()) -> bool:
        """Return whether a day is one of the meeting, or so near to it."""
        if self.starts is None:
            return False
        return self.starts - slack <= day <= (self.ends or self.starts) + slack

    def days_away(self, day: date) -> int:
        """Return how many days a day is after the meeting, or before it, then below 0."""
        if self.starts is None:
            return 0
        return min((day - self.starts).days, 0) or max((day - (self.ends or self.starts)).days, 0)

    def year_of(self, month: int, day: int) -> int:
        """Return the year of a day that is written without one: the one nearest to the meeting."""
        middle = self.starts
        if middle is None:
            return self.year
        years = (self.year, middle.year, middle.year + 1, middle.year - 1)
        dates = [found for year in dict.fromkeys(years) for found in _days(iter([(year, month, day)]))]
        near = [each for each in dates if self.is_within(each, _NEAR)]
        return min(near, key=lambda each: abs(each - middle)).year if near else self.year

    def nth(self, number: int) -> tuple[date, ...]:
        """Return the first, second … day of the meeting."""
        if self.starts is None or not 1 <= number <= 31:
            return ()
        return (self.starts + timedelta(days=number - 1),)

    def with_weekday(self, weekday: int) -> tuple[date, ...]:
        """Return the days of the meeting that are such a day of the week."""
        if self.starts is None:
            return ()
        span = range(((self.ends or self.starts) - self.starts).days + 1)
        days = (self.starts + timedelta(days=at) for at in span)
        return tuple(day for day in days if day.weekday() == weekday)


@dataclass(frozen=True, slots=True)
class DayReading:
    """What a text says of a day: the days that it can mean, the weekday beside them, and what is left."""

    days: tuple[date, ...] = ()
    """None where nothing is one, two where day and month could be exchanged."""
    weekday: int | None = None
    rest: str = ""
    """The plain text without the day."""
    is_reckoned: bool = False
    """Whether the text gives no date but the number of a day or a weekday, which the meeting's days date."""

    @property
    def contradicts(self) -> bool:
        """Return whether the weekday is that of none of the days."""
        return bool(self.days) and self.weekday is not None and self.weekday not in self._weekdays

    @property
    def is_alone(self) -> bool:
        """Return whether nothing but a day and filling words is there."""
        return not _FILLERS.sub("", self.rest)

    @property
    def is_whole(self) -> bool:
        """Return whether nothing but filling words stands beside the day."""
        return not re.search(r"\d", self.rest)

    @property
    def _weekdays(self) -> set[int]:
        return {day.weekday() for day in self.days}


def read_day(text: str, frame: Frame, *, alone: bool = True) -> DayReading:
    """Return what a text says of a day, by whose year and days the rest is understood.

    `alone` says that the text is a day and nothing else: then two figures, a weekday alone or the number of a
    day are one too, which beside a time of day could be anything.
    """
    bare = plain(text)
    dated, rest = _dates(bare, frame, alone=alone)
    weekday, rest = _weekday(rest)
    numbered, rest = _ordinal(rest, frame)
    days = tuple(dict.fromkeys((*dated, *numbered)))
    if not days and weekday is not None and alone and not _FILLERS.sub("", rest):
        days = frame.with_weekday(weekday)
    if weekday is not None and len(days) > 1:
        days = tuple(day for day in days if day.weekday() == weekday) or days
    if len(days) > 1:
        near = tuple(day for day in days if frame.is_near(day))
        days = near or days
    return DayReading(days, weekday, rest, is_reckoned=not dated and bool(days))


def in_figures(text: str, frame: Frame) -> Mapping[DateOrder, date]:
    """Return the dates that a date in figures can be, by what comes first; none of any other text.

    Both orders give the same one of 06/06/2027; of 15/06/2027 only one gives any.
    """
    bare = plain(text)
    if _ISO.search(bare):
        return {}
    found = _FIGURES.search(bare) or _TWO_FIGURES.fullmatch(_weekday(bare)[1].strip(" ,.()"))
    if found is None:
        return {}
    year = found[4] if found.re is _FIGURES else ""
    one, other = found[1], found[3] if found.re is _FIGURES else found[2]
    dates = {}
    for order, (day, month) in zip(DateOrder, ((one, other), (other, one)), strict=True):
        for each in _days(iter([_dated(day, month, year, frame)])):
            dates[order] = each
    return dates


def names_nth(text: str) -> bool:
    """Return whether a text names a day by its number, such as “Day 2”, whatever the meeting's days are."""
    bare = plain(text)
    return any(pattern.search(bare) for pattern in (_FIRST_DAY, *_ORDINALS))


def weekday_of(text: str) -> int | None:
    """Return the day of the week that a text names, 0 for Monday."""
    return _weekday(plain(text))[0]


def weekday_alone(text: str) -> int | None:
    """Return the day of the week if a text is that and nothing else; a column of them may have 三 alone.

    >>> weekday_alone("mar."), weekday_alone("（三）"), weekday_alone("Day 2")
    (1, 2, None)
    """
    weekday, rest = _weekday(plain(text))
    left = _FILLERS.sub("", rest)
    if weekday is None and len(left.strip("（）")) == 1:
        return weekday_names().get(f"周{left.strip('（）')}")
    return weekday if not left else None


def _dates(bare: str, frame: Frame, *, alone: bool) -> tuple[tuple[date, ...], str]:
    for pattern, read in _patterns(alone):
        for found in pattern.finditer(bare):
            if days := _days(read(found, frame)):
                return days, _without(bare, found)
            break
    return (), bare


_Read = Callable[[re.Match[str], Frame], Iterator[tuple[int, int, int]]]


@cache
def _patterns(alone: bool) -> tuple[tuple[re.Pattern[str], _Read], ...]:  # noqa: FBT001 - a key of the cache
    months = rf"({alternatives(month_names())})\.?"
    year = r"(?:[\s,.]*(\d{4})(?!\d)|\s?[-/' ]'?\s?(\d{2})(?!\d|\s*[:.h点时]|\s?[ap]\.?m|-|\s-))?"
    day = r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|e)?"
    day_first = re.compile(rf"{day}[\s.,-]*(?:of\s+|de\s+)?\b{months}\b{year}")
    after = r"(?:er|st|nd|rd|th)?(?!\d|\s*[:h点时]|\s?[ap]\.?m)"
    month_first = re.compile(rf"\b{months}[\s-]*(\d{{1,2}}){after}{year}")
    found: list[tuple[re.Pattern[str], _Read]] = [
        (_ISO, lambda each, _: iter([(int(each[1]), int(each[3]), int(each[4]))])),
        (_COMPACT, lambda each, _: iter([(int(each[1]), int(each[2]), int(each[3]))])),
        (_CHINESE, lambda each, frame: iter([_dated(each[3], each[2], each[1], frame)])),
        (day_first, lambda each, frame: _worded(each[1], each[2], each[3] or each[4], frame)),
        (month_first, lambda each, frame: _worded(each[2], each[1], each[3] or each[4], frame)),
        (_FIGURES, lambda each, frame: _figures(each[1], each[3], each[4], frame)),
    ]
    if alone:
        found.append((_TWO_FIGURES, lambda each, frame: _figures(each[1], each[2], "", frame)))
    return tuple(found)


def _worded(day: str, month: str, year: str | None, frame: Frame) -> Iterator[tuple[int, int, int]]:
    yield _dated(day, str(month_names()[month]), year, frame)


def _figures(one: str, other: str, year: str, frame: Frame) -> Iterator[tuple[int, int, int]]:
    """Yield day, month and year as both orders give them; only as one does that is known and gives a date."""
    readings = {
        DateOrder.DAY_FIRST: _dated(one, other, year, frame),
        DateOrder.MONTH_FIRST: _dated(other, one, year, frame),
    }
    known = readings.get(frame.order) if frame.order is not None else None
    if known is not None and _days(iter([known])):
        yield known
    else:
        yield from readings.values()
    if len(year) == 2 and _year(one, frame) == frame.year:
        yield frame.year, int(other), int(year)


def _dated(day: str, month: str, year: str | None, frame: Frame) -> tuple[int, int, int]:
    written = _year(year, frame) if year else frame.year_of(int(month), int(day))
    return written, int(month), int(day)


def _year(text: str | None, frame: Frame) -> int:
    if not text:
        return frame.year
    return frame.year // 100 * 100 + int(text) if len(text) == 2 else int(text)


def _days(readings: Iterator[tuple[int, int, int]]) -> tuple[date, ...]:
    found = []
    for reading in readings:
        try:
            found.append(date(*reading))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _ordinal(bare: str, frame: Frame) -> tuple[tuple[date, ...], str]:
    if found := _FIRST_DAY.search(bare):
        return frame.nth(1), _without(bare, found)
    for pattern in _ORDINALS:
        if found := pattern.search(bare):
            return frame.nth(_number(found[1])), _without(bare, found)
    return (), bare


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _ORDINAL_WORDS[text] if text in _ORDINAL_WORDS else numeral(text)


def _weekday(bare: str) -> tuple[int | None, str]:
    found = _weekdays().search(bare)
    if found is None:
        return None, bare
    return weekday_names()[found[0].rstrip(".")], _without(bare, found)


@cache
def _weekdays() -> re.Pattern[str]:
    latin = alternatives(name for name in weekday_names() if name.isascii())
    chinese = alternatives(name for name in weekday_names() if not name.isascii())
    return re.compile(rf"\b(?:{latin})\b\.?|(?:{chinese})")


def _without(bare: str, found: re.Match[str]) -> str:
    return " ".join(f"{bare[: found.start()]} {bare[found.end() :]}".split())
