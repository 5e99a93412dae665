"""What belongs to the sessions of a programme: their agendas, who takes part, and who interprets."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.guidance import Guidance
from alternat.models.meetings import Meeting
from alternat.models.outcomes import Outcome
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.models.sessions import Session
from alternat.models.sides import Side
from alternat.nouns.programme import PartyKind


class AgendaItem(Row):
    """An item of a session's agenda, in order."""

    session: Session = refers_to(Session)
    session_id: int
    number = pw.IntegerField()
    text = LabelField()
    minutes = pw.IntegerField(default=0)
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    outcome: Outcome | None = refers_to(Outcome, null=True)
    """The record that it deals with, where it was proposed from one."""
    outcome_id: int | None
    guidance: Guidance | None = refers_to(Guidance, null=True)
    guidance_id: int | None
    objective: Provision | None = refers_to(Provision, null=True)
    objective_id: int | None
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
