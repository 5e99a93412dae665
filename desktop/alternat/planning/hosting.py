"""Whose turn it is to host: the side that did not host the last meeting actually held, never year parity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from alternat.language.messages import Message, message
from alternat.models.meetings import Meeting
from alternat.models.sides import Side
from alternat.models.tables import Tables
from alternat.nouns.meetings import MeetingStatus

PLANNED = frozenset(
    {MeetingStatus.DRAFT, MeetingStatus.PROPOSED, MeetingStatus.AGREED, MeetingStatus.CONFIRMED}
)
"""The statuses of a meeting that is still to take place."""
MOST_AHEAD = 30
"""Into how many years a forecast looks at most."""


@dataclass(frozen=True, slots=True)
class HostingTurn:
    """The side whose turn it is, and the sentence that says why."""

    side: str
    reason: Message


_NOBODY = HostingTurn("", message("This dialogue is empty: it has no sides."))


@dataclass(frozen=True, slots=True)
class ForecastYear:
    """The host of one year's meeting, on record or to be expected, and the sentence that says why.

    Of several meetings in a year it is about the last one that takes place, otherwise about the last one. A
    year that has none on record, and gets none, has the side that keeps the turn.
    """

    year: int
    side: str
    reason: Message
    meeting: int | None = None
    is_override: bool = False
    """The side hosts although it is the other one's turn."""


def next_host(tables: Tables) -> HostingTurn:
    """Return who hosts the next meeting, and why: of the first one still planned its host, else the turn.

    Terms of reference, section III: the Dialogue is hosted alternately. A postponed meeting keeps the turn,
    as does a cancelled one unless the sides agreed that the turn passes. Where no meeting has been held the
    first side of the dialogue begins.
    """
    rotation = _Rotation(tables)
    if not rotation.has_sides:
        return _NOBODY
    planned = next((row for row in rotation.history if rotation.is_to_come(row)), None)
    if planned is None:
        return rotation.turn_in_year(None).told()
    return next(
        HostingTurn(entry.side, entry.reason)
        for entry in rotation.years(planned.year, planned.year)
        if entry.year == planned.year
    )


def turn_in(tables: Tables, year: int) -> HostingTurn:
    """Return whose turn it is to host one more meeting in that year, by all that stands on record before it.

    It goes turn by turn through what is on record; years without a meeting are not supposed to have had one,
    and the day at the desk plays no part. Meetings still planned count as if they were held as planned. Every
    face that proposes or judges a host asks this, `turn_before` or `forecast`, which agree.
    """
    rotation = _Rotation(tables)
    return rotation.turn_in_year(year).told() if rotation.has_sides else _NOBODY


def turn_before(tables: Tables, meeting: Meeting) -> HostingTurn:
    """Return whose turn it is to host that meeting, by all that stands on record before it."""
    return _Rotation(tables).turn_before(meeting).told()


def is_out_of_turn(tables: Tables, meeting: Meeting) -> bool:
    """Return whether the meeting's host hosts although it is the other side's turn."""
    return _Rotation(tables).turn_before(meeting).is_broken_by(meeting)


def forecast(tables: Tables, first_year: int, last_year: int) -> tuple[ForecastYear, ...]:
    """Return who hosts in each of the years, on record or to be expected, one value a year with its reason.

    A year without a meeting on record is expected to have one if no later year has one; years before
    `first_year` are not. Planned meetings count as if they were held as planned, unless a later one was held.
    """
    rotation = _Rotation(tables)
    years = rotation.years(first_year, last_year) if rotation.has_sides else ()
    return tuple(year for year in years if year.year >= first_year)


def coming_year(tables: Tables, today: date) -> int:
    """Return the first year to foretell or propose for somebody who names none.

    That is this year if it has a meeting on record or time is left to prepare one, which takes 26 weeks;
    otherwise the next.
    """
    has_one = tables.Meeting.select().where(tables.Meeting.year == today.year).exists()
    return today.year if has_one or today.month <= 6 else today.year + 1


def year_to_propose(tables: Tables, today: date) -> int:
    """Return the year that a new meeting is proposed for: the coming one, after every year on record."""
    on_record = [row.year for row in tables.Meeting.select(tables.Meeting.year)]
    return max([coming_year(tables, today), *(year + 1 for year in on_record)])


def passes_turn(meeting: Meeting) -> bool:
    """Return whether the turn has passed from the host of that meeting to the other side."""
    if meeting.status is MeetingStatus.CANCELLED:
        return meeting.turn_passes
    return meeting.status is MeetingStatus.HELD


@dataclass(frozen=True, slots=True)
class _Turn:
    """Whose turn it is at one point of the history, and what made it so."""

    side: Side
    reason: Message
    is_free: bool = False
    """Nobody has hosted yet, so nobody can host out of turn."""

    def is_broken_by(self, meeting: Meeting) -> bool:
        return not self.is_free and self.side.id != meeting.host_id

    def told(self) -> HostingTurn:
        return HostingTurn(self.side.code, self.reason)


class _Rotation:
    """The meetings on record in their order, and how the turn goes from side to side along them."""

    def __init__(self, tables: Tables) -> None:
        self.history = sorted(tables.Meeting.select(), key=_moment)
        self._sides = {row.id: row for row in tables.Side.select().order_by(tables.Side.number)}
        self._decided = max((_moment(row) for row in self.history if passes_turn(row)), default=None)

    @property
    def has_sides(self) -> bool:
        """Return whether there is anybody to host; a dialogue left empty has nobody."""
        return bool(self._sides)

    def turn_in_year(self, year: int | None) -> _Turn:
        """Return whose turn it is after all that counts up to the end of that year, or at all."""
        return self._turn_after(row for row in self.history if year is None or row.year <= year)

    def turn_before(self, meeting: Meeting) -> _Turn:
        """Return whose turn it is before that meeting."""
        earlier = (row for row in self.history if row.id != meeting.id and _moment(row) < _moment(meeting))
        return self._turn_after(earlier)

    def _turn_after(self, meetings: Iterable[Meeting]) -> _Turn:
        """Return whose turn it is after those of the meetings that count."""
        first = next(iter(self._sides.values()))
        turn = _Turn(first, message("No meeting has been held yet; the first side begins."), is_free=True)
        for row in meetings:
            turn = self._passed(row) if self._counts(row) else turn
        return turn

    def years(self, first_year: int, last_year: int) -> Iterator[ForecastYear]:
        """Yield one value for each year on record or from the first one on."""
        on_record = {year: tuple(rows) for year, rows in groupby(self.history, key=lambda row: row.year)}
        expected_from = max([*(year + 1 for year in on_record), first_year])
        turn = self._turn_after(())
        for year in sorted({*on_record, *range(first_year, last_year + 1)}):
            if year > last_year:
                return
            if rows := on_record.get(year):
                entry, turn = self._year_on_record(turn, sorted(rows, key=self._counts))
                yield entry
            elif year >= expected_from:
                yield ForecastYear(year, turn.side.code, turn.reason)
                turn = self._passed_as_expected(turn, year)
            else:
                kept = message(
                    "No meeting is on record for {year}; {country} keeps the turn.",
                    year=str(year),
                    country=turn.side.country,
                )
                yield ForecastYear(year, turn.side.code, kept)

    def _year_on_record(self, turn: _Turn, rows: Iterable[Meeting]) -> tuple[ForecastYear, _Turn]:
        """Return what to say of the last of the meetings, and the turn after them all."""
        *others, shown = rows
        for row in others:
            turn = self._passed(row) if self._counts(row) else turn
        if not self._counts(shown):
            return ForecastYear(shown.year, turn.side.code, _kept(turn, shown), shown.id), turn
        host = self._sides[shown.host_id]
        is_override = turn.is_broken_by(shown)
        reason = _override(shown, host) if is_override else self._in_turn(turn, shown)
        return ForecastYear(shown.year, host.code, reason, shown.id, is_override), self._passed(shown)

    def _counts(self, meeting: Meeting) -> bool:
        """Return whether a meeting passes the turn or, being planned and not over, is going to."""
        return passes_turn(meeting) or self.is_to_come(meeting)

    def is_to_come(self, meeting: Meeting) -> bool:
        """Return whether a meeting is still planned, and no later one was held instead."""
        is_over = self._decided is not None and _moment(meeting) < self._decided
        return meeting.status in PLANNED and not is_over

    def _in_turn(self, turn: _Turn, meeting: Meeting) -> Message:
        host, year = self._sides[meeting.host_id], str(meeting.year)
        if meeting.status is MeetingStatus.CANCELLED:
            return _cancelled(meeting, host, self._other(host))
        if meeting.status is MeetingStatus.HELD:
            return message(
                "{country} hosted the meeting of {year}, in {city}.",
                country=host.country,
                year=year,
                city=meeting.city,
            )
        return turn.reason

    def _passed(self, meeting: Meeting) -> _Turn:
        """Return the turn after a meeting that passes it or is going to."""
        host, year = self._sides[meeting.host_id], str(meeting.year)
        if meeting.status is MeetingStatus.CANCELLED:
            return _Turn(self._other(host), _cancelled(meeting, host, self._other(host)))
        if meeting.status is MeetingStatus.HELD:
            reason = message(
                "{country} hosted the last meeting held, in {year}.", country=host.country, year=year
            )
            return _Turn(self._other(host), reason)
        return self._passed_as_expected(_Turn(host, Message("")), meeting.year)

    def _passed_as_expected(self, turn: _Turn, year: int) -> _Turn:
        reason = message(
            "{country} hosts the meeting before, in {year}.", country=turn.side.country, year=str(year)
        )
        return _Turn(self._other(turn.side), reason)

    def _other(self, side: Side) -> Side:
        return next(row for row in self._sides.values() if row.id != side.id)


def _moment(meeting: Meeting) -> tuple[int, date, int]:
    """Return what orders meetings in time; one without dates is taken to come last in its year."""
    return meeting.year, meeting.starts or date(meeting.year, 12, 31), meeting.id


def _kept(turn: _Turn, meeting: Meeting) -> Message:
    year, country = str(meeting.year), turn.side.country
    if meeting.status is MeetingStatus.POSTPONED and meeting.status_reason:
        return message(
            "The meeting of {year} is postponed ({reason}); {country} keeps the turn.",
            year=year,
            country=country,
            reason=meeting.status_reason,
        )
    if meeting.status is MeetingStatus.CANCELLED and meeting.status_reason:
        return message(
            "The meeting of {year} is cancelled ({reason}); {country} keeps the turn.",
            year=year,
            country=country,
            reason=meeting.status_reason,
        )
    if meeting.status is MeetingStatus.POSTPONED:
        return message(
            "The meeting of {year} is postponed; {country} keeps the turn.", year=year, country=country
        )
    if meeting.status is MeetingStatus.CANCELLED:
        return message(
            "The meeting of {year} is cancelled; {country} keeps the turn.", year=year, country=country
        )
    return message(
        "The meeting of {year} was not held; {country} keeps the turn.", year=year, country=country
    )


def _cancelled(meeting: Meeting, host: Side, other: Side) -> Message:
    year = str(meeting.year)
    if meeting.status_reason:
        return message(
            "The meeting of {year} in {country} is cancelled ({reason}); the turn passes to {other}.",
            year=year,
            country=host.country,
            other=other.country,
            reason=meeting.status_reason,
        )
    return message(
        "The meeting of {year} in {country} is cancelled; the turn passes to {other}.",
        year=year,
        country=host.country,
        other=other.country,
    )


def _override(meeting: Meeting, host: Side) -> Message:
    if not meeting.host_reason:
        return message("{country} hosts out of turn; no reason is on record.", country=host.country)
    return message("{country} hosts out of turn: {reason}", country=host.country, reason=meeting.host_reason)
