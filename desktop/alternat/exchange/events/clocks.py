"""Times of day, spans of two and lengths as people write them in lists, in English, French and Chinese."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from alternat.exchange.events.writing import plain

DAY = 24 * 60
"""In minutes."""
_INSTANT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)[t ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?"
    r"\s?(z|utc|gmt|(?:utc|gmt)?[+-]\d\d(?::?\d\d)?)"
)
_OFFSET = re.compile(r"\d\s*(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[A-Z]{2,5}T|UTC|GMT|HE|HAE|HNE)$")
_HYPHENED = re.compile(r"(?<![\d:.])\d{1,2}:?\d{2}\s*-\d{2}:?\d{2}$")
_ISO_DAY = re.compile(r"\d{4}-?\d\d-?\d\d[ T]")
_DAY_AND_SPAN = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{8}) (\d\d:?\d\d)\s?-(\d\d:?\d\d)")


class Half(Enum):
    """Which part of the day a time is said to be in."""

    MORNING = auto()
    NOON = auto()
    AFTERNOON = auto()
    EVENING = auto()


_HALVES = {
    Half.MORNING: r"a\.?\s?m\.?|du matin|in the morning|凌晨|清晨|早上|早晨|上午|早",
    Half.NOON: r"中午|正午",
    Half.AFTERNOON: r"p\.?\s?m\.?|de l'? ?apres[- ]midi|in the afternoon|下午|午后",
    Half.EVENING: r"du soir|in the evening|at night|傍晚|晚上|晚间|夜里|夜间|晚",
}
_HALF = "|".join(f"(?P<{half.name}{{0}}>{words})" for half, words in _HALVES.items())
_MINUTES = (
    r"(?P<full>\d{2})(?::\d{2}(?:\.\d+)?)?",
    r"(?P<some>\d{1,2})\s*(?:分钟?|min(?:utes?)?\.?|m)?",
)
_TIME = re.compile(
    rf"(?:{_HALF.replace('{0}', '1')})?[\s,]*(?P<hour>\d{{1,2}})"
    rf"(?:\s*[:.]\s*{_MINUTES[0]}|\s*(?P<mark>h|hrs?|heures?|点钟?|时|o'clock)\.?\s*"
    rf"(?:{_MINUTES[1]}|(?P<half>半|et demie?)|(?P<quarters>[13])\s*刻|(?P<quarter>et quart)"
    rf"|(?P<lacking>moins le quart)|整)?)?"
    rf"[\s,]*(?:{_HALF.replace('{0}', '2')}|(?P<noon>noon|midi))?"
)
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-4])([0-5]\d)\s*(?:h|hrs?|hours)?")
_PAST = re.compile(r"(half past|quarter past|quarter to|a quarter past|a quarter to)\s+(.+)")
_PAST_MINUTES = {"half past": 30, "quarter past": 15, "quarter to": -15}
_MIDDAY = re.compile(
    r"(?:12\s*(?::00|h)?\s*)?(?:noon|midday|midi)(?:\s*(et demie?|et quart|\d{2}))?|正午|中午"
)
_MIDNIGHT = re.compile(r"(?:(?:12|0{1,2}|24)\s*(?::00|h)?\s*)?(?:midnight|minuit)|午夜|子夜|零点")
_DAYS_PAST = re.compile(r"(\d+) days?, (\d{1,2}):(\d{2})(?::\d{2})?")
_LEAD = re.compile(
    r"^(?:le |the |on )?(?:from|between|de|du|des|entre|at|starts? at|begins? at|a|t|从|由|自)(?=[\s\d])\s*"
)
_SPAN = re.compile(
    r"\s*(?:->|→|[-~]+|至|到|(?<![a-z])(?:to|until|till?|jusqu'?\s?a|au)(?![a-z])|(?<=[\dhm.])to(?=\s*(?:\d|noon|midnight))|\band\b|\bet\b(?!\s+(?:demi|quart))"
    r"|(?<=[\s\dhi])a(?=\s*(?:\d|midi|minuit)))\s*"
)
_LENGTHS = (
    re.compile(r"(?P<m>\d{1,4})\s*(?:min(?:utes?|s)?\.?|m|mn|'|分钟?)?"),
    re.compile(
        r"(?P<h>\d{1,2})\s*(?:h|hrs?|hours?|heures?|个?小时)\.?\s*"
        r"(?:and\s+|et\s+)?(?:(?P<m>\d{1,2})\s*(?:min(?:utes?|s)?\.?|m|mn|分钟?)?)?"
    ),
    re.compile(r"(?P<h>\d{1,2}):(?P<m>\d{2})(?::00)?"),
    re.compile(r"(?P<d>\d{1,2}[.,]\d{1,2})\s*(?:h|hrs?|hours?|heures?|个?小时)\.?"),
    re.compile(r"(?P<h>\d{1,2})\s*(?:个?半小时|h et demie|heures? et demie|个半小时)"),
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it is written."""

    minutes: int
    """Since the midnight that the day begins with; 1440 for the one that it ends with."""
    half: Half | None = None
    is_open: bool = False
    """Whether it is one of twelve hours and does not say of which half of the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day, and the end where a cell gives a span."""

    start: Clock
    end: Clock | None = None


def read_hours(text: str) -> Hours | None:
    """Return the time of day, or the span of two, that a text is; anything else is nothing."""
    bare = _LEAD.sub("", plain(text).strip(" ,;"))
    if whole := read_clock(bare):
        return Hours(whole)
    for cut in _SPAN.finditer(bare):
        first, last = read_clock(bare[: cut.start()]), read_clock(bare[cut.end() :])
        if first is not None and last is not None:
            return Hours(first, last)
    return None


def together(start: Clock, end: Clock) -> tuple[int, int]:
    """Return the minutes of a start and its end, each understood by the other.

    `1:30 – 3:00 pm` is in the afternoon at both ends, and 下午2:00-3:30 too. An end that is not after the
    start is on the next day, unless the day would be all but over by then.
    """
    if start.half is None and start.is_open and end.half in {Half.MORNING, Half.AFTERNOON}:
        start = _nearest(start, lambda each: (end.minutes - each) % DAY or DAY)
    elif end.half is None and end.is_open and start.half is not None:
        end = _nearest(end, lambda each: (each - start.minutes) % DAY or DAY)
    first, last = start.minutes, end.minutes
    while last < first or (last == first and first == DAY):
        last += DAY
    return first, last


def read_instant(text: str) -> datetime | None:
    """Return the moment that a day and a time with an offset from UTC name, as ISO 8601 writes them."""
    bare = plain(text)
    found = _INSTANT.fullmatch(bare)
    if found is None or _is_day_and_span(bare):
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    away = re.sub(r"[^\d+-]", "", offset).ljust(5, "0") if any(each.isdigit() for each in offset) else "+0000"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{away}")
    except ValueError:
        return None


def names_zone(text: str) -> bool:
    """Return whether a time carries a zone of its own, such as `09:00 EDT` or `09:00+08:00`.

    Two times of day with a hyphen are a span: what follows it is an offset only after seconds, or where it
    would be no later end on a day that is written as ISO 8601 does.
    """
    bare = text.strip()
    if _OFFSET.search(bare) is None:
        return False
    if _HYPHENED.search(bare) is None:
        return True
    return _ISO_DAY.match(bare) is not None and not _is_day_and_span(plain(bare))


def read_length(text: str) -> int | None:
    """Return the minutes that a length is: `90`, `1 h 30`, `1:30`, 一个半小时."""
    bare = plain(text)
    for pattern in _LENGTHS:
        if found := pattern.fullmatch(bare):
            parts = found.groupdict()
            if parts.get("d"):
                return round(float(parts["d"].replace(",", ".")) * 60)
            more = 30 if "半" in bare or "demi" in bare else 0
            return int(parts.get("h") or 0) * 60 + int(parts.get("m") or 0) + more
    return None


def read_clock(text: str) -> Clock | None:
    """Return one time of day, given in plain spelling."""
    bare = _LEAD.sub("", text.strip(" ,;")).strip()
    if found := _MIDDAY.fullmatch(bare):
        return Clock(12 * 60 + _after_noon(found[1]), Half.NOON)
    if _MIDNIGHT.fullmatch(bare):
        return Clock(DAY)
    if found := _DAYS_PAST.fullmatch(bare):
        minutes = int(found[1]) * DAY + int(found[2]) * 60 + int(found[3])
        return Clock(minutes) if minutes == DAY else None
    if found := _FOUR_DIGITS.fullmatch(bare):
        return _clock(int(found[1]), int(found[2]), None)
    if found := _PAST.fullmatch(bare):
        return _shifted(read_clock(found[2]), _PAST_MINUTES[found[1].removeprefix("a ")])
    found = _TIME.fullmatch(bare)
    return _timed(found) if found else None


def _timed(found: re.Match[str]) -> Clock | None:
    named = {half for half in Half for at in "12" if found[f"{half.name}{at}"]}
    if found["noon"]:
        named.add(Half.NOON)
    if len(named) > 1:
        return None
    half = next(iter(named), None)
    minute = int(found["full"] or found["some"] or 0)
    minute += 30 if found["half"] else 15 if found["quarter"] else 15 * int(found["quarters"] or 0)
    clock = _clock(int(found["hour"]), minute, half)
    if clock is None:
        return None
    is_french = (found["mark"] or "").startswith("h")
    is_open = half is None and 1 <= int(found["hour"]) <= 12 and not is_french and found["hour"][0] != "0"
    clock = replace(clock, is_open=is_open)
    return _shifted(clock, -15) if found["lacking"] else clock


def _clock(hour: int, minute: int, half: Half | None) -> Clock | None:
    """Return the time of day; hours that contradict the half of the day they are said to be in are none."""
    hours = {
        None: hour,
        Half.MORNING: hour % 12 if hour <= 12 else -1,
        Half.NOON: hour if 11 <= hour <= 14 else hour + 12 if 1 <= hour <= 2 else -1,
        Half.AFTERNOON: hour + 12 if hour < 12 else hour,
        Half.EVENING: hour % 12 + 12
        if 5 <= hour < 12
        else 24
        if hour in {0, 12}
        else hour
        if hour > 12
        else -1,
    }
    minutes = hours[half] * 60 + minute
    return Clock(minutes, half) if 0 <= minutes <= DAY and minute < 60 else None


def _is_day_and_span(bare: str) -> bool:
    """Return whether a day and two times stand in a cell, the second one later: no offset."""
    found = _DAY_AND_SPAN.fullmatch(bare)
    return found is not None and found[1].replace(":", "") < found[2].replace(":", "")


def _shifted(clock: Clock | None, minutes: int) -> Clock | None:
    if clock is None or not 0 <= clock.minutes + minutes <= DAY:
        return None
    return replace(clock, minutes=clock.minutes + minutes)


def _after_noon(words: str | None) -> int:
    if not words:
        return 0
    return 30 if "demi" in words else 15 if "quart" in words else int(words)


def _nearest(clock: Clock, distance: Callable[[int], int]) -> Clock:
    """Return a time of twelve hours in that half of the day in which it is nearest to the other end."""
    readings = {clock.minutes % (12 * 60), clock.minutes % (12 * 60) + 12 * 60}
    return replace(clock, minutes=min(sorted(readings), key=distance), is_open=False)
