"""The annual meetings of the dialogue."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, WordsField, refers_to
from alternat.models.provisions import Provision
from alternat.models.sides import Side
from alternat.nouns.meetings import HonourSide, MeetingStatus


class Meeting(Row):
    """One annual meeting; `reference` names it on the command line and on paper, such as `2027`."""

    high_water = frozenset({"last_serial", "last_revision", "last_list_revision", "last_outcome"})

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
    region = pw.CharField(10, default="")
    """The ISO 3166-2 code of the province whose days off count; empty means that of the city, if known."""
    time_zone = pw.CharField(60)
    """The IANA zone of the meeting's place."""
    status = EnumField(MeetingStatus, default=MeetingStatus.DRAFT)
    last_serial = pw.IntegerField(default=0)
    """The highest badge number given out so far, so that none is ever given twice."""
    last_revision = pw.IntegerField(default=0)
    """The highest number given to a revision of the programme, so that none is ever given twice."""
    list_revision = pw.IntegerField(default=1)
    """The revision of the delegation lists, printed in their footer."""
    last_list_revision = pw.IntegerField(default=0)
    """The highest revision that the delegation lists ever had, so that none is ever given twice."""
    paper = pw.CharField(10, default="")
    """The paper of the meeting's documents, `a4` or `letter`; empty means the host's."""
    honour_side = EnumField(HonourSide, default=HonourSide.RIGHT)
    languages = WordsField()
    """The languages of the meeting's documents, first to last; empty means those of the host's copy."""
    previous = pw.CharField(40, default="")
    """The reference of the meeting of which this one is the new edition."""
    host_reason = pw.TextField(default="")
    """Why a side hosts out of turn."""
    status_reason = pw.TextField(default="")
    """Why the meeting is postponed or cancelled."""
    turn_passes = pw.BooleanField(default=False)
    """For a cancelled meeting: whether the turn passes to the other side as if it had been held."""
    record_closed = pw.DateField(null=True)
    """The day its record of outcomes was closed; from then on its texts are corrected, with a date."""
    last_outcome = pw.IntegerField(default=0)
    """The highest number given to an outcome, so that none is ever given twice."""


class MeetingTopic(Row):
    """A topic on the agenda of one meeting; a dropped one keeps its history."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    topic: Provision = refers_to(Provision)
    topic_id: int
    number = pw.IntegerField()
    is_dropped = pw.BooleanField(default=False)

    class Meta:
        indexes = ((("meeting", "topic"), True),)
