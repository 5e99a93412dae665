"""What the checklist page lists: the tasks of a meeting, or the lines of the template they start from."""

import re
from dataclasses import dataclass, field
from datetime import date

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.countdown import TaskOwner
from alternat.planning.countdown import checklist

_WRITTEN = re.compile(r"([-+\u2212]?)\s*(\d{1,4})\s*([^\W\d_]*)\.?")
_DAYS = ("d", "j", "天", "日")
_WEEKS = ("w", "s", "周", "星")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of either list; what the template does not have stays empty."""

    id: int
    text: Label
    days_before: int
    """Days before the first day of the meeting; negative after its last day."""
    owner: str | TaskOwner | None
    """The code of the side that sees to it, None for both; in the template which side by its part."""
    due: date | None = None
    person: int | None = None
    person_name: Label = field(default_factory=Label)
    done_on: date | None = None
    done_by: str = ""
    note: str = ""
    is_follow_up: bool = False
    is_overdue: bool = False

    @property
    def is_done(self) -> bool:
        """Return whether the task is done."""
        return self.done_on is not None


def task_lines(tables: Tables, meeting: int, today: date) -> tuple[Line, ...]:
    """Return the tasks of a meeting by due date."""
    rows = {row.id: row for row in tables.Task.select().where(tables.Task.meeting == meeting)}
    return tuple(
        Line(
            id=plan.id,
            text=plan.text,
            days_before=plan.days_before,
            owner=plan.owner_side,
            due=plan.due,
            person=rows[plan.id].owner_id,
            person_name=plan.owner,
            done_on=plan.done_on,
            done_by=plan.done_by,
            note=rows[plan.id].note,
            is_follow_up=plan.is_follow_up,
            is_overdue=plan.is_overdue,
        )
        for plan in checklist(tables, meeting, today)
    )


def template_lines(tables: Tables) -> tuple[Line, ...]:
    """Return the lines of the template, the earliest first."""
    template = tables.TaskTemplate
    query = template.select().order_by(template.days_before.desc(), template.number, template.id)
    return tuple(Line(row.id, row.text, row.days_before, row.owner) for row in query)


def distance(days: int) -> Message:
    """Return how far from the meeting a task is due, in weeks where they come out even."""
    if days == 0:
        return message("First day")
    count, is_weeks = (abs(days) // 7, True) if days % 7 == 0 else (abs(days), False)
    if days > 0:
        if is_weeks:
            return counted("{count} week before", "{count} weeks before", count)
        return counted("{count} day before", "{count} days before", count)
    if is_weeks:
        return counted("{count} week after", "{count} weeks after", count)
    return counted("{count} day after", "{count} days after", count)


def written(days: int) -> str:
    """Return a distance as one types it: a number of weeks, or of days with a `d`; after with a minus.

    >>> written(182), written(10), written(-14)
    ('26', '10 d', '-2')
    """
    return str(days // 7) if days % 7 == 0 else f"{days} d"


def read_distance(text: str) -> int | None:
    """Return the days before the meeting that were typed: weeks, unless the letter says days.

    >>> read_distance("26"), read_distance("10 j"), read_distance("-2 w"), read_distance("soon")
    (182, 10, -14, None)
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    sign, figure, unit = found.groups()
    letter = unit.casefold()
    if letter and not letter.startswith((*_DAYS, *_WEEKS)):
        return None
    days = int(figure) * (1 if letter.startswith(_DAYS) else 7)
    return days if sign in {"", "+"} else -days
