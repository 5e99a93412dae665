"""What the calendar page knows of each day, and the words for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from alternat.language.formats import date_span, listed, long_date
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.planning.calendar import DayMark, MarkKind, day_marks
from alternat.planning.statuses import ASIDE
from alternat.ui.look.screen import Screen

SHOWN_AT_MOST = 6
"""How many marks of a stretch of days are put into words."""


@dataclass(frozen=True, slots=True)
class SideLook:
    """A side as the calendar shows it."""

    code: str
    country: Label
    colour: str
    """As `#rrggbb`."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The marks of all days in view, with the two sides in their order."""

    sides: tuple[SideLook, ...]
    marks: Mapping[date, tuple[DayMark, ...]]
    called_off: Mapping[date, tuple[Message, ...]] = field(default_factory=dict)
    """What is told, without a mark, of meetings that were postponed or cancelled."""

    def on(self, day: date) -> tuple[DayMark, ...]:
        """Return the marks of a day."""
        return self.marks.get(day, ())

    def dialogues_on(self, first: date, last: date) -> tuple[int, ...]:
        """Return the ids of the meetings of existing dialogues on a stretch of days, each once."""
        days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        rows = (mark.row for day in days for mark in self.on(day) if mark.kind is MarkKind.DIALOGUE)
        return tuple(dict.fromkeys(rows))

    def has_words(self, day: date) -> bool:
        """Return whether there is anything to tell of a day."""
        return day in self.marks or day in self.called_off


def read_calendar(tables: Tables, first: date, last: date) -> Calendar:
    """Return what stands in the calendar between two days, private reasons included: it is this desk's."""
    found: dict[date, list[DayMark]] = defaultdict(list)
    for mark in day_marks(tables, first, last, with_private=True, with_dialogues=True):
        found[mark.day].append(mark)
    sides = tables.Side.select().order_by(tables.Side.number)
    looks = tuple(SideLook(side.code, side.country, side.colour) for side in sides)
    marks = {day: tuple(marks) for day, marks in found.items()}
    return Calendar(looks, marks, _called_off(tables, first, last))


def _called_off(tables: Tables, first: date, last: date) -> Mapping[date, tuple[Message, ...]]:
    meeting = tables.Meeting
    told: dict[date, tuple[Message, ...]] = defaultdict(tuple)
    for row in meeting.select().where(meeting.starts <= last, meeting.ends >= first):
        if row.status not in ASIDE or row.starts is None or row.ends is None:
            continue
        words = message("Meeting {name}, {status}", name=row.reference, status=row.status)
        if row.status_reason:
            words = message(
                "Meeting {name}, {status}: {reason}",
                name=row.reference,
                status=row.status,
                reason=row.status_reason,
            )
        for offset in range((row.ends - row.starts).days + 1):
            told[row.starts + timedelta(days=offset)] += (words,)
    return told


def words_of_mark(mark: DayMark, calendar: Calendar) -> Message:
    """Return what a mark says, whose it is, and whether it is only provisional."""
    if mark.side is None:
        return _words_of_meeting(mark)
    country = next(side.country for side in calendar.sides if side.code == mark.side)
    if mark.kind is MarkKind.AVOID:
        if mark.is_private:
            return message("{country} avoids, privately: {name}", country=country, name=mark.name)
        return message("{country} avoids: {name}", country=country, name=mark.name)
    if mark.is_provisional:
        return message("{country}: {name}, provisional", country=country, name=mark.name)
    return message("{country}: {name}", country=country, name=mark.name)


def _words_of_meeting(mark: DayMark) -> Message:
    if mark.kind is MarkKind.DIALOGUE:
        return message("Existing dialogue: {name}", name=mark.name)
    if mark.is_provisional:
        return message("Meeting {name}, dates not agreed", name=mark.name)
    return message("Meeting {name}", name=mark.name)


def title_of_days(first: date, last: date, screen: Screen) -> str:
    """Return a day with its weekday, or a stretch of days with its length."""
    if first == last:
        return long_date(first, screen.language)
    length = counted("{count} day", "{count} days", (last - first).days + 1)
    return f"{date_span(first, last, screen.language)} · {screen.say(length)}"


def words_of_days(first: date, last: date, calendar: Calendar, screen: Screen) -> str:
    """Return everything that is marked on a stretch of days, each thing once."""
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    words = [words_of_mark(mark, calendar) for day in days for mark in calendar.on(day)]
    words += [each for day in days for each in calendar.called_off.get(day, ())]
    found = list(dict.fromkeys(screen.say(each) for each in words))
    if not found:
        return screen.say(message("Nothing is marked."))
    if len(found) > SHOWN_AT_MOST:
        rest = counted("{count} more", "{count} more", len(found) - SHOWN_AT_MOST)
        found = [*found[:SHOWN_AT_MOST], screen.say(rest)]
    return listed(found, screen.language) if len(found) == 1 else "  ·  ".join(found)
