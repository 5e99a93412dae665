"""Time zones as iCalendar writes them: rules that repeat every year, as the zone's own data gives them.

Rules and no lists of dates: one reader takes only the first date of a list (RFC 5545, 3.6.5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from alternat.planning.clocks import ClockChange, clock_changes

if TYPE_CHECKING:
    from icalendar import Timezone

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AFTER = 2
"""How many years after the last session a rule must still hold to be written without an end."""


@dataclass(frozen=True, slots=True)
class _Jump:
    """A jump of the clock: the wall time at which it comes, by the clock before it."""

    shown: datetime
    before: timedelta
    after: timedelta
    name: str


def timezone_component(zone: str, first: date, last: date) -> "Timezone":
    """Return the definition of a zone that holds from the first day to the last one."""
    from icalendar import Timezone

    since, until = date(first.year - 1, 1, 1), date(last.year + _AFTER, 12, 31)
    component = Timezone()
    component.add("tzid", zone)
    jumps = [_jump(change) for change in clock_changes(zone, since, until)]
    written: list[tuple[_Jump, tuple[int, str] | None]] = []
    if not jumps or jumps[0].shown.date() >= first:
        written.append((_standing(zone, since), None))
    for alike in _alike(jumps):
        rule = _yearly_rule(alike, since.year, until.year)
        written += [(jump, rule) for jump in (alike[:1] if rule else alike)]
    # The least time ahead is the standard one, whatever the zone's own law calls it: a reader wants at least
    # one STANDARD part (RFC 5545, 3.6.5 asks for one of the two), and Irish law has it the other way round.
    standard = min(jump.after for jump, _ in written)
    for jump, rule in written:
        component.add_component(_observance(jump, rule, is_standard=jump.after == standard))
    return component


def _jump(change: ClockChange) -> _Jump:
    after = change.moment.astimezone(ZoneInfo(change.zone))
    offset = after.utcoffset() or timedelta()
    before = offset - timedelta(minutes=change.minutes)
    shown = change.moment.replace(tzinfo=None) + before
    return _Jump(shown, before, offset, after.tzname() or change.zone)


def _standing(zone: str, day: date) -> _Jump:
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    offset = start.utcoffset() or timedelta()
    return _Jump(start.replace(tzinfo=None), offset, offset, start.tzname() or zone)


def _alike(jumps: Iterable[_Jump]) -> list[list[_Jump]]:
    groups: dict[tuple[object, ...], list[_Jump]] = {}
    for jump in jumps:
        key = (jump.before, jump.after, jump.name, jump.shown.time(), jump.shown.month)
        groups.setdefault(key, []).append(jump)
    return list(groups.values())


def _yearly_rule(jumps: Sequence[_Jump], first: int, last: int) -> tuple[int, str] | None:
    """Return the month and the weekday in it, such as `2SU`, on which the jumps come every year."""
    if [jump.shown.year for jump in jumps] != list(range(first, last + 1)):
        return None
    shared = set.intersection(*(_places(jump.shown.date()) for jump in jumps))
    return (jumps[0].shown.month, min(shared)) if shared else None


def _places(day: date) -> set[str]:
    """Return the names of a day in its month by its weekday, counted from the start and for the last one."""
    name = _DAYS[day.weekday()]
    is_last = (day + timedelta(days=7)).month != day.month
    return {f"{(day.day - 1) // 7 + 1}{name}"} | ({f"-1{name}"} if is_last else set())


def _observance(jump: _Jump, rule: tuple[int, str] | None, *, is_standard: bool) -> "Timezone":
    from icalendar import TimezoneDaylight, TimezoneStandard

    component = TimezoneStandard() if is_standard else TimezoneDaylight()
    component.add("dtstart", jump.shown)
    component.add("tzoffsetfrom", jump.before)
    component.add("tzoffsetto", jump.after)
    component.add("tzname", jump.name)
    if rule is not None:
        component.add("rrule", {"freq": "yearly", "bymonth": rule[0], "byday": rule[1]})
    return component  # type: ignore[return-value] # the library's classes share no named base
