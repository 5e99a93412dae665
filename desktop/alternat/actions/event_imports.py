"""The verb that writes an import of sessions as one step to undo."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from alternat.actions.delegations import invite
from alternat.actions.people import add_person
from alternat.actions.programme import add_session, change_sessions, set_parties
from alternat.actions.venues import add_room, add_venue
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, mark, message
from alternat.planning.event_changes import merged_note, merged_title
from alternat.planning.event_imports import EventPlan, PlannedEvent
from alternat.planning.programme import PartyPlan, read_sessions
from alternat.storage.backup import BackupReason
from alternat.storage.changes import Changes, ConflictError
from alternat.storage.workspace import Workspace

_LONGEST_CODE = 12
"""In characters; a longer text is the name of a new room, and its code is counted."""


class EventsBlocked(AlternatError):
    """Something is wrong with a row, so that nothing was written."""

    template = mark("Nothing was imported from {source}: correct what blocks and import the list again.")


class EventsUndecided(AlternatError):
    """Somebody has to say whether sessions have moved, or whether times are right."""

    template = mark("Nothing was imported from {source}: first {what}.")


class EventsOutOfDate(ConflictError):
    """The programme has changed since the list was compared with it."""

    template = mark("The programme has changed since the list was compared. Compare it again.")


def refuse_open(plan: EventPlan) -> None:
    """Raise EventsBlocked if any row is wrong, EventsUndecided if something has yet to be said."""
    if plan.is_blocked:
        raise EventsBlocked(source=plan.source)
    if plan.asked:
        what = counted(
            "say of {count} row whether the session has moved or is new",
            "say of {count} rows whether the session has moved or is new",
            len(plan.asked),
        )
        raise EventsUndecided(source=plan.source, what=what)
    if plan.is_open:
        raise EventsUndecided(source=plan.source, what=message("confirm the times that are asked about"))


@verb
def import_events(workspace: Workspace, plan: EventPlan) -> Changes:
    """Write the rows of a plan that add or change sessions; a file is backed up first.

    Raises EventsBlocked if any row is wrong, EventsUndecided while something has to be said, EventsOutOfDate
    if the programme is no longer as the plan saw it; then nothing is written.
    """
    refuse_open(plan)
    written = [row for row in plan.rows if row.writes]
    label = counted(
        "Import {count} session from {source}",
        "Import {count} sessions from {source}",
        len(written),
        source=plan.source,
    )
    if written:
        workspace.back_up(BackupReason.BEFORE_IMPORT)
    with workspace.change(label) as change:
        if written and tuple(read_sessions(workspace.tables, plan.meeting).values()) != plan.seen:
            raise EventsOutOfDate((), message("Programme"))
        rooms = _add_rooms(workspace, plan)
        people = _add_newcomers(workspace, plan)
        for row in written:
            room = rooms.get(row.draft.new_room, row.draft.room)
            if row.session is None:
                _add(workspace, plan.meeting, row, room, _numbered(row.draft.parties, people))
            else:
                _change(workspace, row, row.session, room, _numbered(row.parties, people))
    return change.result


def _add_rooms(workspace: Workspace, plan: EventPlan) -> Mapping[str, int]:
    """Add the rooms that are to be made, to the first venue of the meeting; return them by their texts."""
    if not plan.new_rooms:
        return {}
    tables = workspace.tables
    venue = (
        tables.Venue.select().where(tables.Venue.meeting == plan.meeting).order_by(tables.Venue.id).first()
    )
    key = venue.id if venue is not None else _add_venue(workspace, plan.meeting)
    taken = {row.code.casefold() for row in tables.Room.select(tables.Room.code)}
    rooms = {}
    for text in plan.new_rooms:
        code = text if len(text) <= _LONGEST_CODE and text.casefold() not in taken else _free_code(taken)
        taken.add(code.casefold())
        fields = {"code": code} if code == text else {"code": code, "name": Label.same(text)}
        (rooms[text],) = add_room(workspace, key, fields).inserted("room")
    return rooms


def _add_newcomers(workspace: Workspace, plan: EventPlan) -> Mapping[str, int]:
    """Let those whom only the list knows join their delegation; return their numbers by their keys."""
    found: dict[str, int] = {}
    for each in plan.newcomers:
        if each.person is None:
            added = add_person(workspace, each.side, each.fields, meeting=plan.meeting)
            (found[each.party.key],) = added.inserted("person")
        else:
            invite(workspace, plan.meeting, [each.person])
            found[each.party.key] = each.person
    return found


def _numbered(parties: Iterable[PartyPlan], people: Mapping[str, int]) -> tuple[PartyPlan, ...]:
    return tuple(replace(each, key=str(people[each.key])) if each.key in people else each for each in parties)


def _add_venue(workspace: Workspace, meeting: int) -> int:
    city = workspace.tables.Meeting.get_by_id(meeting).city
    name = city or Label("Venue", "Lieu", "会场")
    return add_venue(workspace, meeting, {"name": name}).inserted("venue")[0]


def _free_code(taken: set[str]) -> str:
    number = 1
    while f"r{number}" in taken:
        number += 1
    return f"R{number}"


def _add(
    workspace: Workspace, meeting: int, row: PlannedEvent, room: int | None, parties: tuple[PartyPlan, ...]
) -> None:
    draft = row.draft
    assert draft.day is not None and draft.start is not None  # noqa: PT018 - a draft without them is blocked
    added = add_session(
        workspace,
        meeting,
        kind=draft.kind,
        day=draft.day,
        start=draft.start,
        minutes=draft.minutes,
        room=room,
        title=draft.title,
        parties=parties,
        time_zone=draft.time_zone,
    )
    if note := merged_note(draft, ""):
        change_sessions(workspace, added.inserted("session"), {"private_note": note})


def _change(
    workspace: Workspace, row: PlannedEvent, session: int, room: int | None, parties: tuple[PartyPlan, ...]
) -> None:
    """Write what the plan told, and nothing else."""
    draft, tables = row.draft, workspace.tables
    told = {each.field.partition(".")[0] for each in row.changes}
    standing = tables.Session.get_by_id(session)
    stated: dict[str, Any] = {
        "day": draft.day,
        "start": draft.start,
        "minutes": draft.minutes,
        "time_zone": draft.time_zone,
        "title": merged_title(draft, standing.title),
        "private_note": merged_note(draft, standing.private_note),
        "room": room,
        "kind": draft.kind,
        "is_cancelled": draft.is_cancelled,
    }
    values = {name: value for name, value in stated.items() if name in told}
    if values:
        change_sessions(workspace, [session], values)
    if "parties" in told:
        set_parties(workspace, session, parties)
