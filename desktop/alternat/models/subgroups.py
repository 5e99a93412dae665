"""Sub-groups on special topics, set up by consultation of the two sides (terms of reference, section III)."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.entities import Entity
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.nouns.subgroups import SubGroupForm


class SubGroup(Row):
    """A sub-group on a special topic; whether both sides have agreed stands in `Consent`."""

    meeting: Meeting | None = refers_to(Meeting, null=True)
    meeting_id: int | None
    """The annual meeting it belongs to."""
    name = LabelField()
    number = pw.IntegerField()
    form = EnumField(SubGroupForm, default=SubGroupForm.WITHIN)
    is_dissolved = pw.BooleanField(default=False)
    note = pw.TextField(default="")
    """Private; never leaves the desk."""


class SubGroupTopic(Row):
    """A topic that a sub-group deals with."""

    subgroup: SubGroup = refers_to(SubGroup)
    subgroup_id: int
    topic: Provision = refers_to(Provision)
    topic_id: int

    class Meta:
        indexes = ((("subgroup", "topic"), True),)


class SubGroupEntity(Row):
    """An entity that sits in a sub-group, with the person who leads for it."""

    subgroup: SubGroup = refers_to(SubGroup)
    subgroup_id: int
    entity: Entity = refers_to(Entity)
    entity_id: int
    lead: Person | None = refers_to(Person, null=True)
    lead_id: int | None

    class Meta:
        indexes = ((("subgroup", "entity"), True),)
