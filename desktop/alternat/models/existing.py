"""Who leads an existing dialogue or an objective over time, and when existing dialogues meet."""

import peewee as pw

from alternat.models.base import LabelField, Row, refers_to
from alternat.models.people import Person
from alternat.models.provisions import Provision
from alternat.models.sides import Side


class Holder(Row):
    """Who leads an existing dialogue or an objective for a side, from a day and until another."""

    provision: Provision = refers_to(Provision)
    provision_id: int
    side: Side = refers_to(Side)
    side_id: int
    person: Person = refers_to(Person)
    person_id: int
    since = pw.DateField(null=True)
    until = pw.DateField(null=True)
    note = pw.TextField(default="")


class DialogueMeeting(Row):
    """A meeting of an existing dialogue; none of the annual meetings that are prepared here."""

    dialogue: Provision = refers_to(Provision)
    dialogue_id: int
    starts = pw.DateField()
    ends = pw.DateField(null=True)
    city = LabelField()
    note = pw.TextField(default="")
