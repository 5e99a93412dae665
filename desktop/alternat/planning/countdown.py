"""The countdown to a meeting: when each task of its checklist is due, whose it is, and what is overdue."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.countdown import Task
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.countdown import TaskOwner
from alternat.nouns.meetings import MeetingStatus
from alternat.shipped import resource

RESTING = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})
"""The statuses of a meeting whose tasks are due at no time."""


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """One line of a checklist with the day it is due and the name of whoever sees to it."""

    id: int
    number: int
    text: Label
    days_before: int
    """Days before the first day of the meeting; negative after its last day."""
    due: date | None
    """None while the meeting has no dates, or is postponed or cancelled."""
    owner_side: str | None
    """The code of the side that sees to it; None means both."""
    owner: Label
    """The person's name, empty where nobody is named."""
    done_on: date | None
    done_by: str
    is_follow_up: bool
    is_overdue: bool
    owner_id: int | None = None

    @property
    def is_done(self) -> bool:
        """Return whether the task is done."""
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A line of the countdown as it is shipped."""

    code: str
    days_before: int
    owner: TaskOwner
    text: Label
    is_follow_up: bool = False


@cache
def shipped_countdown() -> tuple[TemplateTask, ...]:
    """Return the countdown that new dialogues start with. Source: protocol brief, section 6."""
    lines = json.loads(resource("countdown.json").read_text(encoding="utf-8"))["tasks"]
    return tuple(
        TemplateTask(
            line["code"],
            line["days_before"],
            TaskOwner(line["owner"]),
            Label.from_mapping(line["text"]),
            line.get("is_follow_up", False),
        )
        for line in lines
    )


def due_date(task: Task, meeting: Meeting) -> date | None:
    """Return the day a task is due: as the meeting's dates have it, or as it was when the task was done.

    A number of days before counts from the first day, one after (negative) from the last.
    """
    if task.done_on is not None and task.due_when_done is not None:
        return task.due_when_done
    if meeting.starts is None or meeting.status in RESTING:
        return None
    if task.days_before < 0:
        return (meeting.ends or meeting.starts) - timedelta(days=task.days_before)
    return meeting.starts - timedelta(days=task.days_before)


def checklist(tables: Tables, meeting: int, today: date) -> tuple[TaskPlan, ...]:
    """Return the checklist of a meeting by due date, the earliest first, then by number.

    `today` is the day at this desk: what was due before it and is not done is overdue. Follow-up that a later
    meeting has taken over stands on that meeting's checklist only.
    """
    row = tables.Meeting.get_by_id(meeting)
    codes = {side.id: side.code for side in tables.Side.select()}
    names = _names(tables, meeting)
    tasks = tables.Task.select().where(tables.Task.meeting == meeting)
    taken = taken_over(tables)
    plans = [_plan(task, row, codes, names, today) for task in tasks if task.id not in taken]
    return tuple(sorted(plans, key=lambda plan: (-plan.days_before, plan.number, plan.id)))


def owner_side_id(owner: TaskOwner, meeting: Meeting, sides: tuple[int, ...]) -> int | None:
    """Return the side that a task of the template falls to at a meeting; None means both."""
    if owner is TaskOwner.BOTH:
        return None
    guest = next(side for side in sides if side != meeting.host_id)
    return meeting.host_id if owner is TaskOwner.HOST else guest


def _plan(
    task: Task, meeting: Meeting, codes: dict[int, str], names: dict[int, Label], today: date
) -> TaskPlan:
    due = due_date(task, meeting)
    return TaskPlan(
        id=task.id,
        number=task.number,
        text=task.text,
        days_before=task.days_before,
        due=due,
        owner_side=None if task.owner_side_id is None else codes[task.owner_side_id],
        owner=Label() if task.owner_id is None else names[task.owner_id],
        done_on=task.done_on,
        done_by=task.done_by,
        is_follow_up=task.is_follow_up,
        is_overdue=task.done_on is None and due is not None and due < today,
        owner_id=task.owner_id,
    )


def taken_over(tables: Tables) -> frozenset[int]:
    """Return the ids of the tasks that a later meeting has taken over."""
    origins = (row.carried_from for row in tables.Task.select(tables.Task.carried_from))
    return frozenset(task for task in origins if task is not None)


def _names(tables: Tables, meeting: int) -> dict[int, Label]:
    person, task = tables.Person, tables.Task
    query = person.select().join(task, on=task.owner == person.id).where(task.meeting == meeting)
    return {row.id: shown_name(row) for row in query}
