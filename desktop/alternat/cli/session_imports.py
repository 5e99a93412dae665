"""The command that imports a list of sessions, or with --dry-run only tells what importing it would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import argument, command, option
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.planning.event_imports import EventPlan, PlannedEvent
    from alternat.planning.imports import RowProblem


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
    *,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Import a list of sessions in one step; one wrong row keeps all of them out."""
    from alternat.actions.event_imports import EventsBlocked, import_events
    from alternat.actions.meetings import meeting_id
    from alternat.exchange.events.columns import recognise_events
    from alternat.exchange.events_import import plan_events, read_events

    with face.reading(file) if dry_run else face.writing(file) as workspace:
        number = meeting_id(workspace.tables, meeting)
        table = read_events(Path(source), encoding=encoding, sheet=sheet)
        columns = recognise_events(table, overrides)
        plan = plan_events(workspace.tables, number, table, columns)
        _tell_plan(face, plan, as_json=as_json)
        if plan.is_blocked:
            face.refuse(EventsBlocked(source=plan.source))
            return Exit.BLOCKED
        if dry_run:
            done = message("Nothing was written, as --dry-run asks.")
        elif changes := import_events(workspace, plan):
            done = message("Done: {step}.", step=changes.label)
        else:
            done = message("Nothing had to be changed.")
        (face.warn if as_json else face.tell)(done)
    return Exit.DONE


def _tell_plan(face: Face, plan: "EventPlan", *, as_json: bool) -> None:
    if as_json:
        face.tell_json(
            {
                "rows": [_as_json(face, row) for row in plan.rows],
                "notes": [face.say(note) for note in plan.notes],
            }
        )
        return
    headings = (
        message("Row"),
        message("Day"),
        message("Start time"),
        message("Minutes"),
        message("Title"),
        message("What happens"),
    )
    face.tell_table(headings, [_cells(face, row) for row in plan.rows])
    face.tell()
    face.tell(plan.summary)
    for note in plan.notes:
        face.warn(note)
    for problem in plan.problems:
        face.warn(_problem_line(face, problem))


def _cells(face: Face, row: "PlannedEvent") -> tuple[object, ...]:
    draft = row.draft
    day = draft.day.isoformat() if draft.day else ""
    start = f"{draft.start:%H:%M}" if draft.start else ""
    return draft.row, day, start, str(draft.minutes), face.read(draft.title), face.say(_happens(row))


def _happens(row: "PlannedEvent") -> Any:
    if row.draft.is_blocked:
        return message("Blocked")
    words = {"add": message("Added"), "update": message("Changed"), "skip": message("As it is")}
    return words[row.action.value]


def _problem_line(face: Face, problem: "RowProblem") -> str:
    where = problem.place
    severity = findings.severity_name(problem.severity)
    return face.say(
        message("{where} ({severity}): {problem}", where=where, severity=severity, problem=problem.message)
    )


def _as_json(face: Face, row: "PlannedEvent") -> dict[str, Any]:
    draft = row.draft
    return {
        "row": draft.row,
        "action": row.action.value,
        "session": row.session,
        "day": draft.day.isoformat() if draft.day else None,
        "start": f"{draft.start:%H:%M}" if draft.start else None,
        "minutes": draft.minutes,
        "title": draft.title.as_mapping(),
        "problems": [
            {
                "column": problem.column,
                "field": face.say(problem.field) if problem.field else "",
                "severity": problem.severity.value,
                "message": face.say(problem.message),
            }
            for problem in draft.problems
        ],
    }
