"""What existing dialogues ask of the co-chairs, with the answer of each and the joint one."""

import peewee as pw

from alternat.models.base import LabelField, Row, refers_to
from alternat.models.outcomes import Outcome
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.models.sides import Side


class Guidance(Row):
    """A request for guidance by the official who leads an existing dialogue."""

    dialogue: Provision = refers_to(Provision)
    dialogue_id: int
    question = LabelField()
    background = LabelField()
    asked_by: Person | None = refers_to(Person, null=True)
    asked_by_id: int | None
    asked_on = pw.DateField()
    answer = LabelField()
    """What both co-chairs answer together."""
    answered_on = pw.DateField(null=True)
    reference = pw.CharField(200, default="")
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    outcome: Outcome | None = refers_to(Outcome, null=True)
    """The outcome on which it arose."""
    outcome_id: int | None
    objective: Provision | None = refers_to(Provision, null=True)
    objective_id: int | None
    closed_on = pw.DateField(null=True)
    note = pw.TextField(default="")


class GuidanceAnswer(Row):
    """What the co-chair of one side answers."""

    guidance: Guidance = refers_to(Guidance)
    guidance_id: int
    side: Side = refers_to(Side)
    side_id: int
    text = LabelField()
    given = pw.DateField()
    document = pw.CharField(200, default="")

    class Meta:
        indexes = ((("guidance", "side"), True),)
