"""What meetings agreed in principle, who carries it out, and how far it has come."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.models.sessions import Session
from alternat.models.sides import Side
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState


class Outcome(Row):
    """One outcome of a meeting; `code` names it for ever, such as `2027-3`."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    code = pw.CharField(60, unique=True)
    number = pw.IntegerField()
    """Its number among the outcomes of the meeting; one that was given is never given again."""
    kind = EnumField(OutcomeKind, default=OutcomeKind.AGREED)
    text = LabelField()
    short = LabelField()
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    session: Session | None = refers_to(Session, null=True)
    session_id: int | None
    due = pw.DateField(null=True)
    state = EnumField(OutcomeState, default=OutcomeState.AGREED)
    state_on = pw.DateField(null=True)
    state_reason = LabelField()
    disclosure = EnumField(Disclosure, default=Disclosure.WITH_CONSENT)
    consent_asked = pw.DateField(null=True)
    consent_given = pw.DateField(null=True)
    note = pw.TextField(default="")


class OutcomeCarrier(Row):
    """An existing dialogue that carries out an outcome, and when it was last asked and heard."""

    outcome: Outcome = refers_to(Outcome)
    outcome_id: int
    dialogue: Provision = refers_to(Provision)
    dialogue_id: int
    last_asked = pw.DateField(null=True)
    last_heard = pw.DateField(null=True)

    class Meta:
        indexes = ((("outcome", "dialogue"), True),)


class OutcomeSide(Row):
    """Who leads on an outcome for a side."""

    outcome: Outcome = refers_to(Outcome)
    outcome_id: int
    side: Side = refers_to(Side)
    side_id: int
    lead: Person = refers_to(Person)
    lead_id: int

    class Meta:
        indexes = ((("outcome", "side"), True),)


class OutcomeLink(Row):
    """What an outcome is to an earlier one."""

    outcome: Outcome = refers_to(Outcome)
    outcome_id: int
    kind = EnumField(LinkKind)
    earlier: Outcome = refers_to(Outcome)
    earlier_id: int

    class Meta:
        indexes = ((("outcome", "earlier"), True),)


class OutcomeObjective(Row):
    """An objective that an outcome serves."""

    outcome: Outcome = refers_to(Outcome)
    outcome_id: int
    objective: Provision = refers_to(Provision)
    objective_id: int

    class Meta:
        indexes = ((("outcome", "objective"), True),)


class OutcomeCorrection(Row):
    """A dated correction of an outcome whose record is closed; `before` and `after` say what changed."""

    outcome: Outcome = refers_to(Outcome)
    outcome_id: int
    made_on = pw.DateField()
    reason = LabelField()
    document = pw.CharField(200, default="")
    field = pw.CharField(40)
    """The name of the field that was corrected."""
    before = LabelField()
    after = LabelField()


class ProgressNote(Row):
    """What is reported of an outcome or of an objective: exactly one of them."""

    outcome: Outcome | None = refers_to(Outcome, null=True)
    outcome_id: int | None
    objective: Provision | None = refers_to(Provision, null=True)
    objective_id: int | None
    day = pw.DateField()
    side: Side | None = refers_to(Side, null=True)
    side_id: int | None
    text = LabelField()
    source = pw.CharField(200, default="")
    is_shared = pw.BooleanField(default=False)
