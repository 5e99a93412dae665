"""The verb that writes an import of sessions as one step to undo."""

from typing import Any

from alternat.actions.programme import add_session, change_sessions, set_parties
from alternat.errors import AlternatError
from alternat.language.messages import counted, mark, message
from alternat.models.tables import Tables
from alternat.planning.event_imports import EventAction, EventPlan, PlannedEvent, merged_title, same_parties
from alternat.planning.programme import read_sessions
from alternat.storage.backup import BackupReason
from alternat.storage.changes import Changes, ConflictError
from alternat.storage.workspace import Workspace


class EventsBlocked(AlternatError):
    """Something is wrong with a row, so that nothing was written."""

    template = mark("Nothing was imported from {source}: correct what blocks and import the list again.")


class EventsOutOfDate(ConflictError):
    """The programme has changed since the list was compared with it."""

    template = mark("The programme has changed since the list was compared. Compare it again.")


def import_events(workspace: Workspace, plan: EventPlan) -> Changes:
    """Write the rows of a plan that add or change sessions; a file is backed up first.

    Raises EventsBlocked if any row is wrong, EventsOutOfDate if the programme is no longer as the plan
    saw it; then nothing is written.
    """
    if plan.is_blocked:
        raise EventsBlocked(source=plan.source)
    written = [row for row in plan.rows if row.action is not EventAction.SKIP]
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
        for row in written:
            if row.session is None:
                _add(workspace, plan.meeting, row)
            else:
                _change(workspace, row, row.session)
    return change.result


def _add(workspace: Workspace, meeting: int, row: PlannedEvent) -> None:
    draft = row.draft
    assert draft.day is not None and draft.start is not None  # noqa: PT018 - a draft without them is blocked
    add_session(
        workspace,
        meeting,
        kind=draft.kind,
        day=draft.day,
        start=draft.start,
        minutes=draft.minutes,
        room=draft.room,
        title=draft.title,
        parties=draft.parties,
        time_zone=draft.time_zone,
    )


def _change(workspace: Workspace, row: PlannedEvent, session: int) -> None:
    draft, tables = row.draft, workspace.tables
    values: dict[str, Any] = {
        "day": draft.day,
        "start": draft.start,
        "minutes": draft.minutes,
        "time_zone": draft.time_zone,
        "title": merged_title(draft, tables.Session.get_by_id(session).title),
    }
    if draft.is_room_stated:
        values["room"] = draft.room
    if draft.is_kind_stated:
        values["kind"] = draft.kind
    change_sessions(workspace, [session], values)
    if draft.are_parties_stated and not same_parties(draft.parties, _parties(tables, session)):
        set_parties(workspace, session, draft.parties)


def _parties(tables: Tables, session: int) -> Any:
    meeting = tables.Session.get_by_id(session).meeting_id
    return read_sessions(tables, meeting, only=[session])[session].parties
