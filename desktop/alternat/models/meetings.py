"""The annual meetings of the dialogue."""

from enum import StrEnum

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.sides import Side


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Meeting(Row):
    """One annual meeting; `reference` names it on the command line and on paper, such as `2027`."""

    reference = pw.CharField(40, unique=True)
    year = pw.IntegerField()
    number = pw.IntegerField(null=True)
    """Its place in the row of meetings actually held or planned, where staff have set it."""
    host: Side = refers_to(Side)
    host_id: int
    city = LabelField()
    starts = pw.DateField(null=True)
    """The first day, at the meeting's own place."""
    ends = pw.DateField(null=True)
    time_zone = pw.CharField(60)
    """The IANA zone of the meeting's place."""
    status = EnumField(MeetingStatus, default=MeetingStatus.DRAFT)
    last_serial = pw.IntegerField(default=0)
    """The highest badge number given out so far, so that none is ever given twice."""
    list_revision = pw.IntegerField(default=1)
    """The revision of the delegation lists, printed in their footer."""
