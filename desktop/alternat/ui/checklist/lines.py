"""What the checklist page lists: the tasks of a meeting, or the lines of the template they start from."""

from dataclasses import dataclass
from datetime import date

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.countdown import TaskOwner
from alternat.planning.countdown import checklist


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task with the day it is due and the name of whoever sees to it."""

    id: int
    text: Label
    days_before: int
    """Days before the first day of the meeting; negative after its last day."""
    owner_side: str | None
    """The code of the side that sees to it, None for both."""
    owner: int | None
    owner_name: Label
    due: date | None
    done_on: date | None
    done_by: str
    note: str
    is_follow_up: bool
    is_overdue: bool

    @property
    def is_done(self) -> bool:
        """Return whether the task is done."""
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One line of the template."""

    id: int
    text: Label
    days_before: int
    owner: TaskOwner


def task_lines(tables: Tables, meeting: int, today: date) -> tuple[TaskLine, ...]:
    """Return the tasks of a meeting by due date."""
    notes = {row.id: row.note for row in tables.Task.select().where(tables.Task.meeting == meeting)}
    return tuple(
        TaskLine(
            id=plan.id,
            text=plan.text,
            days_before=plan.days_before,
            owner_side=plan.owner_side,
            owner=plan.owner_id,
            owner_name=plan.owner,
            due=plan.due,
            done_on=plan.done_on,
            done_by=plan.done_by,
            note=notes[plan.id],
            is_follow_up=plan.is_follow_up,
            is_overdue=plan.is_overdue,
        )
        for plan in checklist(tables, meeting, today)
    )


def template_lines(tables: Tables) -> tuple[TemplateLine, ...]:
    """Return the lines of the template, the earliest first."""
    template = tables.TaskTemplate
    query = template.select().order_by(template.days_before.desc(), template.number, template.id)
    return tuple(TemplateLine(row.id, row.text, row.days_before, row.owner) for row in query)
