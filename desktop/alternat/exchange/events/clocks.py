"""Days and times of day as people write them in lists, in English, French and Chinese."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from types import MappingProxyType

from alternat.language.folding import fold
from alternat.language.label import Language

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CHINESE = re.compile(r"(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TIME = re.compile(
    r"(上午|下午|晚上|中午)?\s*(\d{1,2})(?:\s*[:：hH点時时.]\s*(\d{2})?)?分?(?::\d{2})?\s*([ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\s*(?:[-–—~～至]|\bto\b|\bà\b)\s*")
_OFFSET = re.compile(r"\d\s*(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[A-Z]{2,5}T|UTC|GMT|HE|HAE|HNE)$")


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day, and the end where a cell gives a span."""

    start: time
    end: time | None = None


def read_days(text: str, year: int) -> tuple[date, ...]:
    """Return the days that a text can mean: none, one, or two where day and month could be exchanged.

    `year` stands in where none is written.
    """
    if found := _ISO.search(text):
        return _days((int(found[1]), int(found[2]), int(found[3])))
    if found := _CHINESE.search(text):
        return _days((int(found[1] or year), int(found[2]), int(found[3])))
    if found := _FIGURES.search(text):
        one, other, written = int(found[1]), int(found[2]), int(found[3])
        return _days((written, other, one), (written, one, other))
    return _in_words(text, year)


def read_hours(text: str) -> Hours | None:
    """Return the time of day, or the span of two, that a text is; anything else is nothing."""
    bare = _ISO.sub("", text).replace("T", " ").replace("\u00a0", " ").strip()
    start, *rest = _SPAN.split(bare, maxsplit=1)
    first, last = _clock(start), _clock(rest[0]) if rest else None
    if first is None or (rest and last is None):
        return None
    return Hours(first, last)


def names_zone(text: str) -> bool:
    """Return whether a time carries a zone of its own, such as `09:00 EDT` or `09:00+08:00`."""
    return _OFFSET.search(text.strip()) is not None


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[2]), int(found[3] or 0)
    is_afternoon = found[1] in {"下午", "晚上"} or (found[4] or "").casefold().startswith("p")
    is_morning = found[1] == "上午" or (found[4] or "").casefold().startswith("a")
    if is_afternoon and hour < 12:
        hour += 12
    if is_morning and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _days(*readings: tuple[int, int, int]) -> tuple[date, ...]:
    found = []
    for reading in readings:
        try:
            found.append(date(*reading))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _in_words(text: str, year: int) -> tuple[date, ...]:
    words = fold(text).split()
    months = [_months()[word] for word in words if word in _months()]
    numbers = [int(found[1]) for word in words if (found := re.fullmatch(r"(\d+)(?:er|st|nd|rd|th)?", word))]
    days = [number for number in numbers if 1 <= number <= 31]
    years = [number for number in numbers if 1900 <= number <= 2200]
    if len(months) != 1 or len(days) != 1 or len(years) > 1:
        return ()
    return _days((years[0] if years else year, months[0], days[0]))


@cache
def _months() -> Mapping[str, int]:
    from babel import Locale

    found: dict[str, int] = {}
    for language in (Language.EN, Language.FR):
        names = Locale.parse(language.locale).months["format"]
        for width in ("wide", "abbreviated"):
            found |= {fold(name): number for number, name in names[width].items()}
    return MappingProxyType(found)
