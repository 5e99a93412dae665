"""Which rows of a list of sessions would be in a room at a time at which another session is there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.event_changes import Naming
from alternat.planning.event_imports import PlannedEvent
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import SessionPlan, moment

_OF_PLACE = frozenset({"day", "start", "minutes", "time_zone", "room"})


@dataclass(frozen=True, slots=True)
class _Stay:
    """A session in a room; `row` is the number of its row, 0 for one that stays where it is."""

    start: datetime
    end: datetime
    title: Label
    zone: str
    row: int = 0


def told_of_overlaps(
    rows: Sequence[PlannedEvent], sessions: Iterable[SessionPlan], names: Naming
) -> tuple[PlannedEvent, ...]:
    """Return the rows; each that would be in a room together with another session says with which."""
    stays: dict[str, list[_Stay]] = defaultdict(list)
    by_id = {each.id: each for each in sessions}
    moving = {row.session for row in rows if row.writes and row.session is not None}
    for each in by_id.values():
        if each.id not in moving and not each.is_cancelled and each.room is not None:
            stay = _Stay(each.starts, each.ends, each.title, each.time_zone)
            stays[names.room(each.room)].append(stay)
    for row in rows:
        if row.writes and (room := _room(row, by_id, names)) and (written := _stay(row, by_id)):
            stays[room].append(written)
    placed = {row.draft.row for row in rows if row.session is None or _is_placed(row)}
    told = _overlaps(stays, placed)
    return tuple(_with(row, told.get(row.draft.row, ())) for row in rows)


def _overlaps(stays: dict[str, list[_Stay]], placed: set[int]) -> dict[int, list[Message]]:
    told: dict[int, list[Message]] = defaultdict(list)
    for room, listed in stays.items():
        there: list[_Stay] = []
        for stay in sorted(listed, key=lambda each: (each.start, each.row)):
            there = [each for each in there if each.end > stay.start]
            for other in there:
                # The row below tells, unless only the one above brings something new.
                teller, known = sorted((stay, other), key=lambda each: (each.row in placed, each.row))[::-1]
                if teller.row in placed:
                    told[teller.row].append(_sentence(room, known))
            there.append(stay)
    return told


def _sentence(room: str, other: _Stay) -> Message:
    start, end = (each.astimezone(ZoneInfo(other.zone)) for each in (other.start, other.end))
    return message(
        "“{title}” is in {room} at that time, from {start} to {end}.",
        title=other.title,
        room=room,
        start=start.time().replace(fold=0),
        end=end.time().replace(fold=0),
    )


def _is_placed(row: PlannedEvent) -> bool:
    return any(each.field in _OF_PLACE for each in row.changes)


def _room(row: PlannedEvent, sessions: dict[int, SessionPlan], names: Naming) -> str:
    draft = row.draft
    if draft.is_room_stated or row.session is None:
        return draft.new_room or names.room(draft.room)
    return names.room(sessions[row.session].room)


def _stay(row: PlannedEvent, sessions: dict[int, SessionPlan]) -> _Stay | None:
    draft = row.draft
    standing = sessions.get(row.session) if row.session is not None else None
    is_off = draft.is_cancelled if draft.is_status_stated or standing is None else standing.is_cancelled
    if is_off or draft.day is None or draft.start is None:
        return None
    start = moment(draft.day, draft.start, draft.time_zone)
    title = draft.title or (standing.title if standing is not None else Label())
    return _Stay(start, start + timedelta(minutes=draft.minutes), title, draft.time_zone, draft.row)


def _with(row: PlannedEvent, told: Iterable[Message]) -> PlannedEvent:
    draft = row.draft
    # What begins then and there and shares no language with the row is told of already.
    known = [each.message.arguments.get("title") for each in draft.problems]
    problems = tuple(
        RowProblem(draft.row, "", Severity.WARNS, each)
        for each in told
        if each.arguments["title"] not in known
    )
    return replace(row, draft=replace(draft, problems=(*draft.problems, *problems))) if problems else row
