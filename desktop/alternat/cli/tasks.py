"""Commands about the checklist of a meeting: list it, start it, and tick tasks off."""

from datetime import date
from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Day, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.countdown import TaskPlan


class UnknownTask(AlternatError):
    """A meeting's checklist has no task with that number."""

    template = mark("The checklist of {reference} has no task {number}. The command “tasks” lists them.")


NUMBERS = argument(
    "numbers",
    metavar="NUMBER",
    type=WholeNumber(1, 10_000),
    nargs=-1,
    required=True,
    explains=message("The numbers of the tasks; “tasks” lists them."),
)


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
        plans = checklist(tables, meeting_id(tables, meeting), today or _today())
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


@command("start", message("Fill the checklist of a meeting from the countdown of the dialogue."))
@FILE
@ONE_MEETING
def start(face: Face, file: str, meeting: str) -> Exit:
    """Fill the checklist of a meeting."""
    from alternat.actions.countdown import start_checklist
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        face.tell_done(start_checklist(workspace, meeting_id(workspace.tables, meeting)))
    return Exit.DONE


@command("add", message("Add a task to the checklist of a meeting."))
@FILE
@ONE_MEETING
@option(
    "--text", metavar="TEXT", required=True, explains=message("The task, in the language of the messages.")
)
@option(
    "--days-before",
    metavar="N",
    type=WholeNumber(-1000, 1000),
    required=True,
    explains=message("How many days before the first day it is due; negative after the last day."),
)
@SIDE
@option("--follow-up", is_flag=True, explains=message("Carry it into the next edition while it is not done."))
def add(
    face: Face, file: str, meeting: str, text: str, days_before: int, side: str | None, *, follow_up: bool
) -> Exit:
    """Add a task to the checklist of a meeting; without a side both see to it."""
    from alternat.actions.countdown import add_task
    from alternat.actions.meetings import meeting_id, side_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        changes = add_task(
            workspace,
            meeting_id(tables, meeting),
            text=Label().with_text(face.language, text),
            days_before=days_before,
            owner_side=None if side is None else side_id(tables, side),
            is_follow_up=follow_up,
        )
        face.tell_done(changes)
    return Exit.DONE


@command("tick", message("Mark tasks as done."))
@FILE
@NUMBERS
@ONE_MEETING
@option(
    "--on", "done_on", metavar="DATE", type=Day(), explains=message("The day they were done; today else.")
)
@option("--by", "done_by", metavar="NAME", default="", explains=message("Who did them."))
def tick(
    face: Face, file: str, numbers: tuple[int, ...], meeting: str, done_on: date | None, done_by: str
) -> Exit:
    """Mark tasks as done; their due dates stay as they are."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        ids = _ids(workspace.tables, meeting, numbers)
        face.tell_done(countdown.tick(workspace, ids, done_on or _today(), done_by or face.actor))
    return Exit.DONE


@command("untick", message("Mark tasks as not done."))
@FILE
@NUMBERS
@ONE_MEETING
def untick(face: Face, file: str, numbers: tuple[int, ...], meeting: str) -> Exit:
    """Mark tasks as not done."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        face.tell_done(countdown.untick(workspace, _ids(workspace.tables, meeting, numbers)))
    return Exit.DONE


@command("remove", message("Remove tasks from a checklist."))
@FILE
@NUMBERS
@ONE_MEETING
def remove(face: Face, file: str, numbers: tuple[int, ...], meeting: str) -> Exit:
    """Remove tasks from a checklist."""
    from alternat.actions.countdown import remove_tasks

    with face.writing(file) as workspace:
        face.tell_done(remove_tasks(workspace, _ids(workspace.tables, meeting, numbers)))
    return Exit.DONE


def _ids(tables: "Tables", reference: str, numbers: tuple[int, ...]) -> list[int]:
    from alternat.actions.meetings import meeting_id

    meeting = meeting_id(tables, reference)
    ids = {row.number: row.id for row in tables.Task.select().where(tables.Task.meeting == meeting)}
    for number in numbers:
        if number not in ids:
            raise UnknownTask(reference=reference, number=str(number))
    return [ids[number] for number in numbers]


def _standing(plan: "TaskPlan") -> Message:
    if plan.done_on is not None and plan.done_by:
        return message("done on {day} by {name}", day=plan.done_on, name=plan.done_by)
    if plan.done_on is not None:
        return message("done on {day}", day=plan.done_on)
    return message("overdue") if plan.is_overdue else message("open")


def _as_json(plan: "TaskPlan") -> dict[str, object]:
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


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day at this desk


COMMANDS = (
    tasks,
    Group(
        "task", (start, add, tick, untick, remove), message("Add, tick off or remove tasks of a checklist.")
    ),
)
