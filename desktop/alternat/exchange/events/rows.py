"""Reads the rows of a list of sessions into drafts, and says of each what is wrong and where."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alternat.exchange.events.clocks import Hours, names_zone, read_days, read_hours
from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.fields import TITLES, EventField
from alternat.exchange.events.parties import PartyReader
from alternat.exchange.exports.formulas import unguarded
from alternat.exchange.people.text import han_share, parts, tidy
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import member_label
from alternat.models.programme import PartyKind, SessionKind
from alternat.planning.clocks import WallTime, wall_time
from alternat.planning.event_imports import EventDraft
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import PartyPlan, Programme, moment

MARGIN = timedelta(days=31)
"""How far outside the meeting's year a session may lie if the meeting itself is near."""
_LONGEST = 24 * 60
_CANCELLED = frozenset({"cancelled", "canceled", "annule", "annulee", "已取消", "取消"})
_KINDS = {
    fold(text): kind
    for kind in SessionKind
    for text in (kind.value, *member_label(kind).as_mapping().values())
}


class RowReader:
    """Reads one list after another row, since a day that is left blank is that of the row above."""

    def __init__(self, columns: EventColumns, programme: Programme, year: int, people: PartyReader) -> None:
        self._columns, self._programme, self._year, self._people = columns, programme, year, people
        self._fields = columns.fields
        self._titles = columns.titles
        self._title = next(field for field in self._fields if field in TITLES)
        self._day: date | None = None
        self._zone = ""
        self._rooms = {
            fold(name): key
            for key, room in programme.rooms.items()
            for name in (room.code, *room.name.as_mapping().values())
        }

    def read(self, number: int, cells: tuple[str, ...]) -> EventDraft:
        """Return the draft of a row; `number` is the row's as a spreadsheet shows it."""
        row = _Row(number, self._columns, cells)
        zone = self._read_zone(row)
        hours, end = self._read_hours(row)
        day = self._read_day(row)
        start = hours.start if hours else None
        if day is not None and start is not None:
            self._check_moment(row, day, start, zone)
        minutes = self._read_minutes(row, day, start, end, zone)
        parties = self._read_parties(row)
        title = self._read_title(row)
        kind = self._read_kind(row)
        return EventDraft(
            row=number,
            day=day,
            start=start,
            minutes=minutes,
            time_zone=zone,
            room=self._read_room(row),
            is_room_stated=bool(row.text(EventField.ROOM)),
            title=title,
            kind=kind or _guessed(title, parties),
            is_kind_stated=kind is not None,
            parties=parties,
            are_parties_stated=bool(row.text(EventField.PEOPLE)),
            uid=row.text(EventField.UID),
            is_cancelled=any(fold(part) in _CANCELLED for part in parts(row.text(EventField.STATUS))),
            problems=tuple(row.problems),
        )

    def _read_zone(self, row: "_Row") -> str:
        zone = row.text(EventField.ZONE) or self._programme.time_zone
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            row.block(
                EventField.ZONE,
                message("“{text}” is not an IANA time zone, such as Asia/Shanghai.", text=zone),
            )
            return self._programme.time_zone
        self._zone = self._zone or zone
        if zone != self._zone:
            row.block(
                EventField.ZONE,
                message(
                    "The zone {zone} differs from {first} in the rows above. Import each zone by itself.",
                    zone=zone,
                    first=self._zone,
                ),
            )
        return zone

    def _read_day(self, row: "_Row") -> date | None:
        field = EventField.DAY if EventField.DAY in self._fields else EventField.START
        text = row.text(field)
        if not text and self._day is not None:
            return self._day
        found = read_days(text, self._year)
        near = tuple(day for day in found if self._is_near(day))
        if len(found) == 1 or len(near) == 1:
            self._day = (near or found)[0]
            if not near:
                row.block(
                    field,
                    message(
                        "The day {day} is not in the year of the meeting, {year}.",
                        day=self._day,
                        year=str(self._year),
                    ),
                )
            return self._day
        self._day = None
        row.block(field, message("“{text}” is not clearly a day. Write it as 2027-06-12.", text=text))
        return None

    def _is_near(self, day: date) -> bool:
        starts, ends = self._programme.starts, self._programme.ends
        is_near = starts is not None and ends is not None and starts - MARGIN <= day <= ends + MARGIN
        return day.year == self._year or is_near

    def _read_hours(self, row: "_Row") -> tuple[Hours | None, time | None]:
        hours = self._hours(row, EventField.START)
        if hours is None:
            return None, None
        if not row.text(EventField.END):
            return hours, hours.end
        last = self._hours(row, EventField.END)
        return hours, last.start if last else None

    def _hours(self, row: "_Row", field: EventField) -> Hours | None:
        text = row.text(field)
        if names_zone(text):
            row.block(
                field,
                message("“{text}” has a zone of its own. Give wall-clock times and one zone.", text=text),
            )
            return None
        hours = read_hours(text)
        if hours is None:
            row.block(field, message("“{text}” is not a time of day. Write it as 09:30.", text=text))
        return hours

    def _check_moment(self, row: "_Row", day: date, start: time, zone: str) -> None:
        kind = wall_time(day, start, zone)
        if kind is WallTime.SKIPPED:
            row.block(
                EventField.START,
                message("{start} does not exist on {day}: the clock is put forward.", start=start, day=day),
            )
        elif kind is WallTime.TWICE:
            row.warn(
                EventField.START,
                message("{start} comes twice on {day}; the first one is taken.", start=start, day=day),
            )

    def _read_minutes(
        self, row: "_Row", day: date | None, start: time | None, end: time | None, zone: str
    ) -> int:
        """Return the length: the one stated, which an end must fit, else from start to end."""
        if day is None or start is None or row.is_blocked:
            return 0
        stated = row.text(EventField.MINUTES)
        if not stated:
            return self._from_clocks(row, day, start, end, zone)
        minutes = int(stated) if stated.isascii() and stated.isdecimal() else 0
        if not 1 <= minutes <= _LONGEST:
            row.block(
                EventField.MINUTES, message("“{text}” is not a length from 1 to 1440 minutes.", text=stated)
            )
            return 0
        shown = (moment(day, start, zone) + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
        if end is not None and shown.time().replace(fold=0) != end:
            row.block(
                EventField.END, message("{minutes} minutes do not end at {end}.", minutes=minutes, end=end)
            )
        return minutes

    def _from_clocks(self, row: "_Row", day: date, start: time, end: time | None, zone: str) -> int:
        if end is None:
            row.block(EventField.END, message("The end or the length is missing."))
            return 0
        minutes = int((moment(day, end, zone) - moment(day, start, zone)).total_seconds() // 60)
        if minutes < 1:
            row.block(
                EventField.END, message("The end {end} is not after the start {start}.", end=end, start=start)
            )
        return max(minutes, 0)

    def _read_room(self, row: "_Row") -> int | None:
        text = row.text(EventField.ROOM)
        if not text:
            return None
        for name in (text, *parts(text)):
            if fold(name) in self._rooms:
                return self._rooms[fold(name)]
        choices = ", ".join(room.code for room in self._programme.rooms.values()) or "–"
        row.block(
            EventField.ROOM,
            message("There is no room “{text}”. The rooms are: {choices}.", text=text, choices=choices),
        )
        return None

    def _read_title(self, row: "_Row") -> Label:
        title = Label()
        for language, at in self._titles.items():
            text = row.at(at).replace("\n", " ")
            tongue = language or (Language.ZH if han_share(text) > 0.5 else Language.EN)
            title = title.with_text(tongue, title.text(tongue) or text)
        if not title:
            row.block(self._title, message("The title is missing."))
        return title

    def _read_kind(self, row: "_Row") -> SessionKind | None:
        text = row.text(EventField.KIND)
        found = next((_KINDS[fold(part)] for part in (text, *parts(text)) if fold(part) in _KINDS), None)
        if text and found is None:
            row.warn(EventField.KIND, message("“{text}” is not a kind of session; it is guessed.", text=text))
        return found

    def _read_parties(self, row: "_Row") -> tuple[PartyPlan, ...]:
        known, unknown = self._people.read(row.text(EventField.PEOPLE))
        for word in unknown:
            row.block(
                EventField.PEOPLE,
                message("“{text}” names nobody at this meeting, or several people.", text=word),
            )
        return known


class _Row:
    """The cells of one row by field, and what is found to be wrong with them."""

    def __init__(self, number: int, columns: EventColumns, cells: tuple[str, ...]) -> None:
        self._number, self._columns, self._cells = number, columns, cells
        self._fields = columns.fields
        self.problems: list[RowProblem] = []

    @property
    def is_blocked(self) -> bool:
        """Return whether something is wrong so far."""
        return any(problem.severity is Severity.BLOCKS for problem in self.problems)

    def at(self, position: int) -> str:
        """Return the tidied text of a cell; a guard against formulas is taken off."""
        return tidy(unguarded(self._cells[position])) if position < len(self._cells) else ""

    def text(self, field: EventField) -> str:
        """Return the tidied text of a field's cell, empty where the list has no such column."""
        position = self._fields.get(field)
        return "" if position is None else self.at(position)

    def block(self, field: EventField, text: Message) -> None:
        """Note what keeps the list from being imported."""
        self._note(field, Severity.BLOCKS, text)

    def warn(self, field: EventField, text: Message) -> None:
        """Note what somebody should look at."""
        self._note(field, Severity.WARNS, text)

    def _note(self, field: EventField, severity: Severity, text: Message) -> None:
        position = self._fields.get(field)
        heading = "" if position is None else self._columns.name_of(position)
        self.problems.append(RowProblem(self._number, heading, severity, text, field.label))


def _guessed(title: Label, parties: tuple[PartyPlan, ...]) -> SessionKind:
    """Return the kind whose name a title holds; else a plenary for everyone and a bilateral for the rest."""
    words = " ".join(fold(text) for text in title.as_mapping().values())
    for name, kind in _KINDS.items():
        if name in words:
            return kind
    is_for_all = any(party.kind is PartyKind.EVERYONE for party in parties)
    return SessionKind.PLENARY if is_for_all else SessionKind.BILATERAL
