"""The countdown: what is to be done how many weeks before the meeting, by whom, and what has been done."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.models.sides import Side
from alternat.nouns.countdown import TaskOwner


class TaskTemplate(Row):
    """A line of the countdown that new meetings start with."""

    number = pw.IntegerField()
    code = pw.CharField(40, unique=True)
    days_before = pw.IntegerField()
    """Days before the first day of the meeting; negative after its last day."""
    owner = EnumField(TaskOwner, default=TaskOwner.BOTH)
    text = LabelField()


class Task(Row):
    """A line of one meeting's checklist; its due date follows the meeting until it is done."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    number = pw.IntegerField()
    text = LabelField()
    days_before = pw.IntegerField()
    owner_side: Side | None = refers_to(Side, null=True)
    """The side that sees to it; none means both."""
    owner_side_id: int | None
    owner: Person | None = refers_to(Person, null=True)
    owner_id: int | None
    done_on = pw.DateField(null=True)
    done_by = pw.CharField(200, default="")
    due_when_done = pw.DateField(null=True)
    """The due date as it was when the task was done, so that it no longer moves."""
    is_follow_up = pw.BooleanField(default=False)
    """Carried into the next edition while it is not done."""
    carried_from = pw.IntegerField(null=True)
    """The task of an earlier meeting that this one has taken over, and that no longer counts there."""
    note = pw.TextField(default="")
