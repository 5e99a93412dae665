"""Commands about the checklist of a meeting: start it, change its tasks and tick them off."""

from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.checklist import task_ids, this_day, told_tasks
from alternat.cli.face import Exit, Face
from alternat.cli.given import Cleared, OrNone, given, yes_or_no
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, Day, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.storage.changes import Changes


class SeveralTasks(AlternatError):
    """One text cannot stand for several tasks."""

    template = mark("A text belongs to one task. Give --text with a single number.")


NUMBERS = argument(
    "numbers",
    metavar="NUMBER",
    type=WholeNumber(1, 10_000),
    nargs=-1,
    required=True,
    explains=message("The numbers of the tasks; “tasks” lists them."),
)


@command("start", message("Fill the checklist of a meeting from the countdown of the dialogue."))
@FILE
@ONE_MEETING
@AS_JSON
def start(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """Fill the checklist of a meeting."""
    from alternat.actions.countdown import start_checklist
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        changes = start_checklist(workspace, meeting_id(tables, meeting))
        told = told_tasks(tables, meeting, changes.inserted("task"))
    return _tell(face, changes, told, as_json=as_json)


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
@AS_JSON
def add(
    face: Face,
    file: str,
    meeting: str,
    text: str,
    days_before: int,
    side: str | None,
    *,
    follow_up: bool,
    as_json: bool,
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
        told = told_tasks(tables, meeting, changes.inserted("task"))
    return _tell(face, changes, told, as_json=as_json)


@command("set", message("Change tasks of a checklist: their text, due day, side, person or note."))
@FILE
@NUMBERS
@ONE_MEETING
@option("--text", metavar="TEXT", explains=message("The text of one task, in the language of the messages."))
@option(
    "--days-before",
    metavar="N",
    type=WholeNumber(-1000, 1000),
    explains=message("How many days before the first day it is due; negative after the last day."),
)
@option(
    "--side",
    metavar="S",
    explains=message("The code of the side that sees to it, such as CA; “-” for both."),
)
@option(
    "--person",
    metavar="NUMBER",
    type=OrNone(WholeNumber(1, 2**31 - 1)),
    explains=message("The number of the person who sees to it, which “people” lists; “-” for nobody."),
)
@option(
    "--follow-up",
    metavar="YES",
    type=Choice(("yes", "no")),
    explains=message("Whether it is carried into the next edition while it is not done: yes or no."),
)
@option("--note", metavar="TEXT", explains=message("A note beside it."))
@AS_JSON
def change(
    face: Face,
    file: str,
    numbers: tuple[int, ...],
    meeting: str,
    text: str | None,
    days_before: int | None,
    side: str | None,
    person: int | Cleared | None,
    follow_up: str | None,
    note: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Give the same values to one or several tasks, in one step."""
    from alternat.actions.countdown import change_tasks

    with face.writing(file) as workspace:
        tables = workspace.tables
        ids = task_ids(tables, meeting, numbers)
        fields = {
            "text": None if text is None else _text(face, tables, ids, text),
            "days_before": days_before,
            "owner_side": _side(tables, side),
            "owner": _person(tables, person),
            "is_follow_up": yes_or_no(follow_up),
            "note": note,
        }
        options = ("--text", "--days-before", "--side", "--person", "--follow-up", "--note")
        changes = change_tasks(workspace, ids, given(fields, options))
        told = told_tasks(tables, meeting, ids)
    return _tell(face, changes, told, as_json=as_json)


@command("tick", message("Mark tasks as done."))
@FILE
@NUMBERS
@ONE_MEETING
@option(
    "--on", "done_on", metavar="DATE", type=Day(), explains=message("The day they were done; today else.")
)
@option("--by", "done_by", metavar="NAME", default="", explains=message("Who did them."))
@AS_JSON
def tick(
    face: Face,
    file: str,
    numbers: tuple[int, ...],
    meeting: str,
    done_on: date | None,
    done_by: str,
    *,
    as_json: bool,
) -> Exit:
    """Mark tasks as done; their due dates stay as they are."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        ids = task_ids(workspace.tables, meeting, numbers)
        changes = countdown.tick(workspace, ids, done_on or this_day(), done_by or face.actor)
        told = told_tasks(workspace.tables, meeting, ids)
    return _tell(face, changes, told, as_json=as_json)


@command("untick", message("Mark tasks as not done."))
@FILE
@NUMBERS
@ONE_MEETING
@AS_JSON
def untick(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Mark tasks as not done."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        ids = task_ids(workspace.tables, meeting, numbers)
        changes = countdown.untick(workspace, ids)
        told = told_tasks(workspace.tables, meeting, ids)
    return _tell(face, changes, told, as_json=as_json)


@command("remove", message("Remove tasks from a checklist."))
@FILE
@NUMBERS
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Remove tasks from a checklist; JSON tells what was removed."""
    from alternat.actions.countdown import remove_tasks

    with face.writing(file) as workspace:
        ids = task_ids(workspace.tables, meeting, numbers)
        told = told_tasks(workspace.tables, meeting, ids)
        changes = remove_tasks(workspace, ids)
    return _tell(face, changes, told, as_json=as_json)


def _text(face: Face, tables: "Tables", ids: list[int], text: str) -> Label:
    """Return the text of a task with the language of the messages changed."""
    if len(ids) > 1:
        raise SeveralTasks
    task = tables.Task.get_by_id(ids[0])
    return task.text.with_text(face.language, text)


def _side(tables: "Tables", code: str | None) -> int | Cleared | None:
    from alternat.actions.meetings import side_id

    if code is None:
        return None
    return Cleared.CLEARED if code == Cleared.CLEARED.value else side_id(tables, code)


def _person(tables: "Tables", number: int | Cleared | None) -> int | Cleared | None:
    from alternat.cli.assignments import person_id

    return person_id(tables, number) if isinstance(number, int) else number


def _tell(face: Face, changes: "Changes", told: list[dict[str, Any]], *, as_json: bool) -> Exit:
    if as_json:
        face.tell_json(told)
    else:
        face.tell_done(changes)
    return Exit.DONE


COMMANDS = (
    Group(
        "task",
        (start, add, change, tick, untick, remove),
        message("Add, change, tick off or remove tasks of a checklist."),
    ),
)
