"""The sessions of a meeting's programme, and who chairs them."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.models.sides import Side
from alternat.models.subgroups import SubGroup
from alternat.models.venues import Room
from alternat.nouns.programme import Interpretation, SessionKind


class Session(Row):
    """One item of the programme, at wall-clock time in the zone of its place."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    uid = pw.CharField(64, unique=True)
    """Names the session in calendars for ever."""
    kind = EnumField(SessionKind)
    title = LabelField()
    day = pw.DateField()
    start = pw.TimeField()
    minutes = pw.IntegerField()
    time_zone = pw.CharField(60)
    """The IANA zone of the session's own place, usually the meeting's."""
    end_zone = pw.CharField(60, default="")
    """For a journey: the IANA zone at its end, where that is another one."""
    room: Room | None = refers_to(Room, null=True)
    room_id: int | None
    subgroup: SubGroup | None = refers_to(SubGroup, null=True)
    subgroup_id: int | None
    interpretation = EnumField(Interpretation, default=Interpretation.NONE)
    is_fixed = pw.BooleanField(default=False)
    """Holds its time when the day runs late: a flight, a signing."""
    is_cancelled = pw.BooleanField(default=False)
    sequence = pw.IntegerField(default=0)
    """Grows whenever something changes that a calendar shows (RFC 5545, 3.8.7.4)."""
    private_note = pw.TextField(default="")


class Chair(Row):
    """Who chairs a session for a side; a plenary has one for each."""

    session: Session = refers_to(Session)
    session_id: int
    side: Side = refers_to(Side)
    side_id: int
    person: Person = refers_to(Person)
    person_id: int

    class Meta:
        indexes = ((("session", "side"), True),)
