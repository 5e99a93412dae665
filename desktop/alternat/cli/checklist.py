"""The checklist of a meeting: the command that lists it, and its tasks by their numbers and for JSON."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import command, option
from alternat.cli.values import Day
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.countdown import TaskPlan


class UnknownTask(AlternatError):
    """A meeting's checklist has no task with that number."""

    template = mark("The checklist of {reference} has no task {number}. The command “tasks” lists them.")


@command("tasks", message("List the checklist of a meeting."))
@FILE
@ONE_MEETING
@option(
    "--today", metavar="DATE", type=Day(), explains=message("The day to tell what is overdue on; today else.")
)
@AS_JSON
def tasks(face: Face, file: str, meeting: str, today: date | None, *, as_json: bool) -> Exit:
    """List the checklist of a meeting by due date."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.countdown import checklist

    with face.reading(file) as workspace:
        tables = workspace.tables
        plans = checklist(tables, meeting_id(tables, meeting), today or this_day())
        countries = {side.code: side.country for side in tables.Side.select()}
    if as_json:
        face.tell_json([_as_json(plan) for plan in plans])
        return Exit.DONE
    headings = (message("Number"), message("Due"), message("Task"), message("Owner"), message("Status"))
    both = message("both sides")
    rows = [
        (
            plan.number,
            face.show(plan.due),
            face.read(plan.text),
            face.read(plan.owner) or face.show(countries.get(plan.owner_side or "", both)),
            face.say(_standing(plan)),
        )
        for plan in plans
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


def task_ids(tables: "Tables", reference: str, numbers: tuple[int, ...]) -> list[int]:
    """Return the ids of tasks of a meeting by their numbers; an unknown one is an `UnknownTask`."""
    from alternat.actions.meetings import meeting_id

    meeting = meeting_id(tables, reference)
    ids = {row.number: row.id for row in tables.Task.select().where(tables.Task.meeting == meeting)}
    for number in numbers:
        if number not in ids:
            raise UnknownTask(reference=reference, number=str(number))
    return [ids[number] for number in numbers]


def told_tasks(tables: "Tables", meeting: str, ids: Iterable[int]) -> list[dict[str, Any]]:
    """Return tasks of a checklist for JSON, as they stand now."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.countdown import checklist

    wanted = set(ids)
    plans = checklist(tables, meeting_id(tables, meeting), this_day())
    return [_as_json(plan) for plan in plans if plan.id in wanted]


def this_day() -> date:
    """Return today as the calendar at this desk has it."""
    return date.today()  # noqa: DTZ011 - the day at this desk


def _standing(plan: "TaskPlan") -> Message:
    if plan.done_on is not None and plan.done_by:
        return message("done on {day} by {name}", day=plan.done_on, name=plan.done_by)
    if plan.done_on is not None:
        return message("done on {day}", day=plan.done_on)
    return message("overdue") if plan.is_overdue else message("open")


def _as_json(plan: "TaskPlan") -> dict[str, Any]:
    return {
        "number": plan.number,
        "text": plan.text.as_mapping(),
        "due": plan.due.isoformat() if plan.due else None,
        "days_before": plan.days_before,
        "side": plan.owner_side,
        "owner": plan.owner.as_mapping(),
        "done_on": plan.done_on.isoformat() if plan.done_on else None,
        "done_by": plan.done_by,
        "is_follow_up": plan.is_follow_up,
        "is_overdue": plan.is_overdue,
    }


COMMANDS = (tasks,)
