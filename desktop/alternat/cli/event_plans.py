"""What importing a list of sessions would do, told on the command line row by row and field by field."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Face
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message

if TYPE_CHECKING:
    from alternat.planning.event_changes import EventChange
    from alternat.planning.event_imports import EventPlan, PlannedEvent
    from alternat.planning.imports import RowProblem

_WORDS = {
    "add": message("Added"),
    "update": message("Changed"),
    "skip": message("As it is"),
    "ask": message("Moved or new?"),
}
_LEFT_OUT = message("Left out")


def tell_plan(face: Face, plan: "EventPlan", *, as_json: bool) -> None:
    """Tell each row, each field that would change, and each kind of problem once."""
    if as_json:
        face.tell_json(
            {
                "rows": [_as_json(face, row) for row in plan.rows],
                "notes": [face.say(note) for note in plan.notes],
                "new_rooms": list(plan.new_rooms),
                "unknown_people": list(plan.unknown_people),
                "new_people": [{"name": each.name, "side": each.side} for each in plan.newcomers],
            }
        )
        return
    headings = (
        message("Row"),
        message("Day"),
        message("Start time"),
        message("Minutes"),
        message("Title"),
        message("Kind"),
        message("What happens"),
    )
    face.tell_table(headings, [_cells(face, row) for row in plan.rows])
    for row in plan.rows:
        _tell_changes(face, row)
    face.tell()
    face.tell(plan.summary)
    for note in plan.notes:
        face.warn(note)
    _tell_problems(face, plan.problems)
    _tell_asked(face, plan)
    if plan.unknown_people:
        face.warn(
            message(
                "--people leave keeps names that nobody here has as a note of the session, "
                "--people make=SIDE adds them to a delegation, --people NAME=WHO takes one for somebody."
            )
        )
    if plan.asks_order:
        face.warn(message("Say with --dates day-first or --dates month-first how the dates are meant."))


def _cells(face: Face, row: "PlannedEvent") -> tuple[object, ...]:
    draft = row.draft
    day = draft.day.isoformat() if draft.day else ""
    start = f"{draft.start:%H:%M}" if draft.start else ""
    title, kind = face.read(draft.title), face.show(_kind(row))
    return draft.row, day, start, str(draft.minutes), title, kind, face.say(_happens(row))


def _kind(row: "PlannedEvent") -> object:
    draft = row.draft
    if draft.is_kind_stated:
        return draft.kind
    if row.session is not None:
        return "–"
    return message("{kind} (guessed)", kind=draft.kind)


def _happens(row: "PlannedEvent") -> Message:
    from alternat.planning.event_drafts import Moved

    if row.draft.is_blocked:
        return message("Blocked")
    if row.decision is Moved.SKIP or (row.draft.is_cancelled and row.session is None):
        return _LEFT_OUT
    return _WORDS[row.action.value]


def _tell_changes(face: Face, row: "PlannedEvent") -> None:
    from alternat.planning.event_imports import EventAction

    if row.draft.is_blocked or not row.changes or row.action is EventAction.ADD:
        return
    heading = message("Row {row}, “{title}”:", row=str(row.draft.row), title=row.draft.title)
    if not row.writes and row.decision is not None:
        heading = message(
            "Row {row}, “{title}”, is left out and would change:",
            row=str(row.draft.row),
            title=row.draft.title,
        )
    face.tell(heading)
    for change in row.changes:
        face.tell(f"  {face.say(change.sentence)}")


def _tell_problems(face: Face, problems: "Iterable[RowProblem]") -> None:
    from alternat.planning.problem_groups import grouped

    for group in grouped(problems):
        line = message(
            "{where} ({severity}): {problem}",
            where=group.place,
            severity=findings.severity_name(group.severity),
            problem=" ".join(face.say(each) for each in group.wordings),
        )
        face.warn(line)


def _tell_asked(face: Face, plan: "EventPlan") -> None:
    from alternat.planning.problem_groups import ranges

    if plan.asked:
        face.warn(
            counted(
                "{count} row has the title of a session at another time: {rows}. Say with --moved move that "
                "the session has moved, or with --moved new that it is another one.",
                "{count} rows have the title of a session at another time: {rows}. Say with --moved move "
                "that the sessions have moved, or with --moved new that they are others.",
                len(plan.asked),
                rows=ranges(each.draft.row for each in plan.asked),
            )
        )
    if plan.doubts:
        _tell_problems(face, plan.doubts)
    if plan.doubts and not plan.wishes.confirms_times:
        face.warn(message("Say with --confirm-times that these times are right, or correct them."))


def _as_json(face: Face, row: "PlannedEvent") -> dict[str, Any]:
    draft, candidate = row.draft, row.candidate
    return {
        "row": draft.row,
        "action": row.action.value,
        "decision": row.decision.value if row.decision is not None else None,
        "session": row.session,
        "candidate": candidate.id if candidate is not None else None,
        "day": draft.day.isoformat() if draft.day else None,
        "start": f"{draft.start:%H:%M}" if draft.start else None,
        "minutes": draft.minutes,
        "time_zone": draft.time_zone,
        "title": draft.title.as_mapping(),
        "kind": draft.kind.value,
        "is_kind_guessed": not draft.is_kind_stated and row.session is None,
        "new_room": draft.new_room,
        "changes": [_change(face, each) for each in row.changes],
        "problems": [_problem(face, each) for each in draft.problems],
        "to_confirm": [_problem(face, each) for each in draft.doubts],
    }


def _change(face: Face, change: "EventChange") -> dict[str, Any]:
    return {"field": change.field, "before": _plain(face, change.before), "after": _plain(face, change.after)}


def _plain(face: Face, value: object) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(face, each) for each in value]
    if isinstance(value, Label):
        return face.read(value)
    return face.say(value) if isinstance(value, Message) else value


def _problem(face: Face, problem: "RowProblem") -> dict[str, Any]:
    return {
        "column": problem.column,
        "field": face.say(problem.field) if problem.field else "",
        "severity": problem.severity.value,
        "message": face.say(problem.message),
    }
