"""Places in a delegation that are kept for people who are not known yet."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.entities import Entity
from alternat.models.meetings import Meeting
from alternat.models.sides import Side
from alternat.nouns.delegations import Role


class Vacancy(Row):
    """One place still to be filled; it is counted and listed, and prints on nothing."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    side: Side = refers_to(Side)
    side_id: int
    entity: Entity | None = refers_to(Entity, null=True)
    entity_id: int | None
    role = EnumField(Role, default=Role.MEMBER)
    position = LabelField()
    note = pw.TextField(default="")
    """What the list said in the place of the name."""
