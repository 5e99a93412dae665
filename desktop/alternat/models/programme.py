"""The programme of a meeting: its sessions, their agendas, who takes part, and who interprets."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.models.sides import Side
from alternat.models.subgroups import SubGroup
from alternat.models.venues import Room
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind


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


class AgendaItem(Row):
    """An item of a session's agenda, in order."""

    session: Session = refers_to(Session)
    session_id: int
    number = pw.IntegerField()
    text = LabelField()
    minutes = pw.IntegerField(default=0)
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    is_dropped = pw.BooleanField(default=False)
    """Dropped items keep their history and lose their number in print."""


class Lead(Row):
    """Who speaks first on an agenda item for a side."""

    item: AgendaItem = refers_to(AgendaItem)
    item_id: int
    side: Side = refers_to(Side)
    side_id: int
    person: Person = refers_to(Person)
    person_id: int

    class Meta:
        indexes = ((("item", "side"), True),)


class Party(Row):
    """A line of who takes part in a session: somebody is there whom one line names and none excepts."""

    session: Session = refers_to(Session)
    session_id: int
    kind = EnumField(PartyKind)
    key = pw.CharField(40, default="")
    """The side's code, the entity's or the person's id, or the role; empty for everyone."""
    is_exception = pw.BooleanField(default=False)
    joins = pw.TimeField(null=True)
    """For part-time presence: when the party comes, in the session's zone; none means at the start."""
    leaves = pw.TimeField(null=True)


class InterpreterPair(Row):
    """A pair of languages that an interpreter works in, both ways."""

    person: Person = refers_to(Person)
    person_id: int
    one = pw.CharField(8)
    other = pw.CharField(8)

    class Meta:
        indexes = ((("person", "one", "other"), True),)


class Assignment(Row):
    """An interpreter's part in a session; with several in simultaneous mode they relieve each other."""

    session: Session = refers_to(Session)
    session_id: int
    person: Person = refers_to(Person)
    person_id: int
    one = pw.CharField(8)
    other = pw.CharField(8)

    class Meta:
        indexes = ((("session", "person"), True),)


class ProgrammeRevision(Row):
    """A published state of the programme, kept whole, so that what changed since can be told."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    number = pw.IntegerField()
    published = pw.DateTimeField()
    """In UTC."""
    published_by = pw.CharField(200)
    content = pw.TextField()
    """The programme as `planning.revisions` writes it down, in JSON."""

    class Meta:
        indexes = ((("meeting", "number"), True),)


class LoweredFinding(Row):
    """A kind of finding that this dialogue takes less seriously, and why."""

    code = pw.CharField(60, unique=True)
    severity = pw.CharField(10)
    reason = pw.TextField()
