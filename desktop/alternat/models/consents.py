"""The agreement of each side, on record: to the dates of a meeting, to a sub-group, to a new topic."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.provisions import Provision
from alternat.models.sides import Side
from alternat.models.subgroups import SubGroup
from alternat.nouns.consents import ConsentStep


class Consent(Row):
    """One side's word on exactly one of a meeting, a sub-group or a topic."""

    meeting: Meeting | None = refers_to(Meeting, null=True)
    meeting_id: int | None
    subgroup: SubGroup | None = refers_to(SubGroup, null=True)
    subgroup_id: int | None
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    side: Side = refers_to(Side)
    side_id: int
    step = EnumField(ConsentStep)
    given = pw.DateField()
    """The day the side gave its word, in its own capital."""
    document = pw.CharField(200, default="")
    """The note, letter or record that says so."""
    starts = pw.DateField(null=True)
    """Consent to a meeting is to what stood then: these days, this host, this city."""
    ends = pw.DateField(null=True)
    host = pw.CharField(10, default="")
    """The code of the side that was to host."""
    city = LabelField()
