"""The command that imports a list of sessions, or with --dry-run only tells what importing it would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli.event_plans import tell_plan
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import argument, command, option
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.planning.event_drafts import EventWishes
    from alternat.planning.event_imports import EventPlan


class UnclearDecision(AlternatError):
    """A decision about moved sessions cannot be read."""

    template = mark(
        "“{text}” does not say what moved sessions are. Write move, new or skip, or for one row 12=new."
    )


class UselessDecision(AlternatError):
    """A decision was given for a row that it cannot be about."""

    template = mark("--moved {row}={what} cannot be followed: {reason} Nothing was written.")


@command("import", message("Import sessions from a CSV or XLSX file."))
@FILE
@argument("source", metavar="EVENTS", explains=message("The list to import: a CSV or XLSX file."))
@ONE_MEETING
@option(
    "--map",
    "overrides",
    metavar="COLUMN=FIELD",
    multiple=True,
    explains=message("What a column is, such as Titre=title-fr; may be given several times."),
)
@option(
    "--encoding",
    metavar="E",
    explains=message("The encoding of a text file, such as gb18030; recognised unless given."),
)
@option(
    "--sheet",
    metavar="N",
    explains=message("The name or number of a workbook’s sheet; the likeliest unless given."),
)
@option(
    "--moved",
    metavar="[ROW=]WHAT",
    multiple=True,
    explains=message(
        "What rows are whose title a session has at another time: move, new or skip; for one row 12=new."
    ),
)
@option(
    "--confirm-times",
    "confirms_times",
    is_flag=True,
    explains=message("Times that are asked about are right: over 8 hours, or before 6 in the morning."),
)
@option("--new-rooms", "makes_rooms", is_flag=True, explains=message("Make the rooms that are unknown."))
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@AS_JSON
def import_sessions(
    face: Face,
    file: str,
    source: str,
    meeting: str,
    overrides: Sequence[str],
    encoding: str | None,
    sheet: str | None,
    moved: Sequence[str],
    *,
    confirms_times: bool,
    makes_rooms: bool,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Import a list of sessions in one step; one wrong row keeps all of them out."""
    from alternat.actions.meetings import meeting_id
    from alternat.exchange.events.columns import recognise_events
    from alternat.exchange.events_import import plan_events, read_events

    wishes = _wishes(moved, confirms_times=confirms_times, makes_rooms=makes_rooms)
    with face.reading(file) if dry_run else face.writing(file) as workspace:
        number = meeting_id(workspace.tables, meeting)
        table = read_events(Path(source), encoding=encoding, sheet=sheet)
        columns = recognise_events(table, overrides)
        plan = plan_events(workspace.tables, number, table, columns, wishes)
        _refuse_useless(plan)
        tell_plan(face, plan, as_json=as_json)
        return _finish(face, workspace, plan, dry_run=dry_run, as_json=as_json)


def _refuse_useless(plan: "EventPlan") -> None:
    """Refuse an answer of its own for a row that it cannot be about."""
    from alternat.planning.event_drafts import Moved

    rows = {each.draft.row: each for each in plan.rows}
    for number, what in plan.wishes.moved.items():
        row = rows.get(number)
        reason = None
        if row is None:
            reason = message("the list has no session in that row.")
        elif row.draft.is_blocked:
            continue
        elif what is Moved.MOVE and row.session is None:
            reason = message("no session of that title is left that could have moved there.")
        elif what is Moved.NEW and row.session is not None:
            reason = message("that row is a session of the programme, at the same time or by its key.")
        if reason is not None:
            raise UselessDecision(row=str(number), what=what.value, reason=reason)


def _finish(face: Face, workspace: Any, plan: "EventPlan", *, dry_run: bool, as_json: bool) -> Exit:
    from alternat.actions.event_imports import EventsBlocked, EventsUndecided, import_events, refuse_open

    try:
        if dry_run:
            refuse_open(plan)
            done = message("Nothing was written, as --dry-run asks.")
        elif changes := import_events(workspace, plan):
            done = message("Done: {step}.", step=changes.label)
        else:
            done = message("Nothing had to be changed.")
    except (EventsBlocked, EventsUndecided) as error:
        face.refuse(error)
        return Exit.BLOCKED
    (face.warn if as_json else face.tell)(done)
    return Exit.DONE


def _wishes(moved: Sequence[str], *, confirms_times: bool, makes_rooms: bool) -> "EventWishes":
    from alternat.planning.event_drafts import EventWishes, Moved

    rows: dict[int, Moved] = {}
    for_all = None
    for text in moved:
        row, equals, word = text.rpartition("=")
        wanted = word.strip().casefold()
        if wanted not in set(Moved) or (equals and not row.strip().isdecimal()):
            raise UnclearDecision(text=text)
        if equals:
            rows[int(row)] = Moved(wanted)
        else:
            for_all = Moved(wanted)
    return EventWishes(rows, for_all, confirms_times=confirms_times, makes_rooms=makes_rooms)
