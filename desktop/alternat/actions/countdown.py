"""Verbs about the countdown: the template of the dialogue, and the checklist of each meeting."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, mark, message
from alternat.models.countdown import Task
from alternat.models.tables import Tables
from alternat.nouns.countdown import TASK, TaskOwner
from alternat.planning.countdown import due_date, owner_side_id, shipped_countdown
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class AlreadyStarted(AlternatError):
    """The meeting's checklist has been started from the template before."""

    template = mark("The checklist of the meeting {reference} is already there. Add single tasks to it.")


class OtherSidesPerson(AlternatError):
    """The person named for a task is of the other side."""

    template = mark("The person named for a task must be of the side that sees to it.")


@verb
def start_checklist(workspace: Workspace, meeting: int) -> Changes:
    """Fill the checklist of a meeting from the dialogue's template; a filled one is an `AlreadyStarted`."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    if tables.Task.select().where(tables.Task.meeting == meeting, ~tables.Task.is_follow_up).exists():
        raise AlreadyStarted(reference=row.reference)
    with workspace.change(message("Start the checklist of {reference}", reference=row.reference)) as change:
        fill_checklist(tables, change, meeting)
    return change.result


def fill_checklist(tables: Tables, change: Change, meeting: int) -> tuple[int, ...]:
    """Inside a change, add the lines of the template to a meeting's checklist, and return their ids.

    An empty template is filled with the countdown that is shipped.
    """
    row = tables.Meeting.get_by_id(meeting)
    sides = tuple(side.id for side in tables.Side.select().order_by(tables.Side.number))
    follow_ups = {line.code for line in shipped_countdown() if line.is_follow_up}
    lines = tables.TaskTemplate.select().order_by(tables.TaskTemplate.number)
    if not lines.exists():
        # A dialogue from before there was a countdown.
        fill_template(tables, change)
    first = _next_number(tables, meeting)
    return change.insert(
        tables.Task,
        [
            {
                "meeting": meeting,
                "number": number,
                "text": line.text,
                "days_before": line.days_before,
                "owner_side": owner_side_id(line.owner, row, sides),
                "is_follow_up": line.code in follow_ups,
            }
            for number, line in enumerate(lines, first)
        ],
    )


@verb
def add_task(
    workspace: Workspace,
    meeting: int,
    *,
    text: Label,
    days_before: int,
    owner_side: int | None = None,
    owner: int | None = None,
    is_follow_up: bool = False,
    note: str = "",
) -> Changes:
    """Add one task to a meeting's checklist.

    `days_before` counts days before the first day, negative after the last; `owner_side` is a side's id, None
    for both; `owner` is a person's id.
    """
    tables = workspace.tables
    fields = {
        "text": text,
        "days_before": days_before,
        "owner_side": owner_side,
        "owner": owner,
        "is_follow_up": is_follow_up,
        "note": note,
    }
    values = checked(tables.Task, fields)
    _check(tables, values)
    with workspace.change(message("Add the task “{task}”", task=values["text"])) as change:
        row = {**values, "meeting": meeting, "number": _next_number(tables, meeting)}
        change.insert(tables.Task, [row])
    return change.result


@verb
def change_tasks(workspace: Workspace, ids: Iterable[int], fields: Fields) -> Changes:
    """Give the same values to one or several tasks; whether they are done is for `tick` and `untick`."""
    tables, keys = workspace.tables, list(ids)
    refuse_locked(TASK, fields)
    values = checked(tables.Task, fields)
    for row in tables.Task.select().where(tables.Task.id.in_(keys)):
        standing = {"text": row.text, "owner_side": row.owner_side_id, "owner": row.owner_id}
        _check(tables, {"days_before": row.days_before, **standing, **values})
    label = counted("Change {count} task", "Change {count} tasks", len(keys))
    with workspace.change(label) as change:
        change.update(tables.Task, dict.fromkeys(keys, values))
    return change.result


@verb
def tick(workspace: Workspace, ids: Iterable[int], done_on: date, done_by: str = "") -> Changes:
    """Mark tasks as done on a day, by somebody; their due dates stay as they are now."""
    tables, keys = workspace.tables, list(ids)
    values = checked(tables.Task, {"done_on": done_on, "done_by": done_by})
    label = counted("Tick off {count} task", "Tick off {count} tasks", len(keys))
    with workspace.change(label) as change:
        rows = tables.Task.select().where(tables.Task.id.in_(keys))
        done = {row.id: {**values, "due_when_done": _due(tables, row)} for row in rows}
        # One that is gone is told, not passed over.
        change.update(tables.Task, {**dict.fromkeys(keys, values), **done})
    return change.result


@verb
def untick(workspace: Workspace, ids: Iterable[int]) -> Changes:
    """Mark tasks as not done; their due dates follow the meeting again."""
    tables, keys = workspace.tables, list(ids)
    values = {"done_on": None, "done_by": "", "due_when_done": None}
    label = counted("Reopen {count} task", "Reopen {count} tasks", len(keys))
    with workspace.change(label) as change:
        change.update(tables.Task, dict.fromkeys(keys, values))
    return change.result


@verb
def remove_tasks(workspace: Workspace, ids: Iterable[int]) -> Changes:
    """Remove tasks from a checklist."""
    keys = list(ids)
    label = counted("Remove {count} task", "Remove {count} tasks", len(keys))
    with workspace.change(label) as change:
        change.delete(workspace.tables.Task, keys)
    return change.result


@verb
def add_template_task(
    workspace: Workspace, *, text: Label, days_before: int, owner: TaskOwner = TaskOwner.BOTH
) -> Changes:
    """Add a line to the dialogue's template; checklists already started do not change."""
    tables = workspace.tables
    values = checked(tables.TaskTemplate, {"text": text, "days_before": days_before, "owner": owner})
    _check(tables, values)
    rows = list(tables.TaskTemplate.select())
    number = max((row.number for row in rows), default=0) + 1
    codes = {row.code for row in rows}
    code = next(
        code for count in range(number, number + len(rows) + 1) if (code := f"own-{count}") not in codes
    )
    with workspace.change(message("Add “{task}” to the countdown", task=values["text"])) as change:
        change.insert(tables.TaskTemplate, [{**values, "number": number, "code": code}])
    return change.result


@verb
def change_template(workspace: Workspace, line: int, fields: Fields) -> Changes:
    """Change a line of the dialogue's template; checklists already started do not change."""
    tables = workspace.tables
    row = tables.TaskTemplate.get_by_id(line)
    values = checked(tables.TaskTemplate, fields)
    _check(tables, {"text": row.text, "days_before": row.days_before, **values})
    with workspace.change(message("Change “{task}” in the countdown", task=row.text)) as change:
        change.update(tables.TaskTemplate, {line: values})
    return change.result


@verb
def change_template_tasks(workspace: Workspace, lines: Sequence[int], fields: Fields) -> Changes:
    """Give the same values to one or several lines of the dialogue's template, in one step."""
    label = counted(
        "Change {count} line of the countdown", "Change {count} lines of the countdown", len(lines)
    )
    with workspace.change(label) as change:
        for line in lines:
            change_template(workspace, line, fields)
    return change.result


@verb
def remove_template_tasks(workspace: Workspace, lines: Sequence[int]) -> Changes:
    """Remove lines from the dialogue's template; checklists already started do not change."""
    label = counted(
        "Remove {count} line of the countdown", "Remove {count} lines of the countdown", len(lines)
    )
    with workspace.change(label) as change:
        change.delete(workspace.tables.TaskTemplate, lines)
    return change.result


def fill_template(tables: Tables, change: Change) -> None:
    """Inside a change, fill an empty template with the countdown that is shipped."""
    change.insert(
        tables.TaskTemplate,
        [
            {
                "number": number,
                "code": line.code,
                "days_before": line.days_before,
                "owner": line.owner,
                "text": line.text,
            }
            for number, line in enumerate(shipped_countdown(), 1)
        ],
    )


def _due(tables: Tables, task: Task) -> date | None:
    return due_date(task, tables.Meeting.get_by_id(task.meeting_id))


def _next_number(tables: Tables, meeting: int) -> int:
    rows = tables.Task.select().where(tables.Task.meeting == meeting)
    return max((row.number for row in rows), default=0) + 1


def _check(tables: Tables, values: dict[str, Any]) -> None:
    side, person = values.get("owner_side"), values.get("owner")
    if side is None or person is None:
        return
    if tables.Person.get_by_id(person).side_id != side:
        raise OtherSidesPerson
