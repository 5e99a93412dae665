"""The command that imports a list of sessions, or with --dry-run only tells what importing it would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli.event_plans import tell_plan
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message

if TYPE_CHECKING:
    from alternat.planning.event_drafts import EventWishes, Moved
    from alternat.planning.event_imports import EventPlan, PlannedEvent


class UnclearDecision(AlternatError):
    """A decision about moved sessions cannot be read."""

    template = mark(
        "“{text}” does not say what moved sessions are. Write move, new or skip, or for one row 12=new."
    )


class UselessDecision(AlternatError):
    """A decision was given for a row that it cannot be about."""

    template = mark("--moved {row}={what} cannot be followed: {reason} Nothing was written.")


class NothingToDecide(AlternatError):
    """A decision was given for all rows of a list that asks nothing."""

    template = mark(
        "--moved {what} cannot be followed: no row of {source} has the title of a session at another time. "
        "Leave it out. Nothing was written."
    )


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
@option(
    "--dates",
    "date_order",
    metavar="ORDER",
    type=Choice(("day-first", "month-first")),
    explains=message(
        "How dates such as 05/06/2027 are meant: day-first or month-first; unless given, as other rows or "
        "the days of the meeting say."
    ),
)
@option(
    "--people",
    metavar="DO",
    multiple=True,
    explains=message(
        "What to do with names that nobody at the meeting has: leave keeps them as a note of the session, "
        "make=CN adds them to that delegation, NAME=WHO takes one for somebody; may be given several times."
    ),
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
    date_order: str | None,
    people: Sequence[str],
    *,
    confirms_times: bool,
    makes_rooms: bool,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Import a list of sessions in one step; one wrong row keeps all of them out."""
    from dataclasses import replace

    from alternat.actions.meetings import meeting_id
    from alternat.exchange.events.columns import recognise_events
    from alternat.exchange.events.newcomers import people_choices
    from alternat.exchange.events_import import plan_events, read_events

    wishes = _wishes(moved, date_order, confirms_times=confirms_times, makes_rooms=makes_rooms)
    with face.reading(file) if dry_run else face.writing(file) as workspace:
        number = meeting_id(workspace.tables, meeting)
        table = read_events(Path(source), encoding=encoding, sheet=sheet)
        columns = recognise_events(table, overrides)
        sides = [row.code for row in workspace.tables.Side.select()]
        wishes = replace(wishes, people=people_choices(people, sides))
        plan = plan_events(workspace.tables, number, table, columns, wishes)
        _refuse_useless(plan)
        tell_plan(face, plan, as_json=as_json)
        return _finish(face, workspace, plan, dry_run=dry_run, as_json=as_json)


def _refuse_useless(plan: "EventPlan") -> None:
    """Refuse an answer for a row that it cannot be about, and one for all rows where none is asked about."""
    rows = {each.draft.row: each for each in plan.rows}
    for number, what in plan.wishes.moved.items():
        reason = _why_useless(rows.get(number), what)
        if reason is not None:
            raise UselessDecision(row=str(number), what=what.value, reason=reason)
    for_all = plan.wishes.all_moved
    is_about_one = any(each.candidate is not None for each in plan.rows)
    if for_all is not None and not is_about_one and not plan.is_blocked:
        raise NothingToDecide(what=for_all.value, source=plan.source)


def _why_useless(row: "PlannedEvent | None", what: "Moved") -> Message | None:
    """Return why an answer cannot be followed, if so."""
    from alternat.planning.event_drafts import Moved

    if row is None:
        return message("the list has no session in that row.")
    is_there = row.session is not None and row.candidate is None
    if what is Moved.SKIP:
        as_it_is = message("that row is in the programme as it is, so nothing is written of it.")
        return as_it_is if is_there and not row.changes else None
    if row.draft.is_cancelled and row.session is None:
        return message("the list says that it is cancelled.")
    if is_there or (what is Moved.NEW and row.session is not None):
        return message("that row is a session of the programme, at the same time or by its key.")
    is_asked = row.candidate is not None or row.draft.is_blocked
    return None if is_asked else message("no session of that title is left that could have moved there.")


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


def _wishes(
    moved: Sequence[str], date_order: str | None, *, confirms_times: bool, makes_rooms: bool
) -> "EventWishes":
    from alternat.planning.event_drafts import DateOrder, EventWishes, Moved

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
    order = DateOrder(date_order) if date_order else None
    return EventWishes(
        rows, for_all, confirms_times=confirms_times, makes_rooms=makes_rooms, date_order=order
    )
