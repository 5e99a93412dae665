"""Who takes part in which meeting, in which role, and at which place of precedence in the delegation."""

import peewee as pw

from alternat.models.base import EnumField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person
from alternat.nouns.delegations import ParticipationStatus, Role


class Participation(Row):
    """A person's part in one meeting."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    person: Person = refers_to(Person)
    person_id: int
    role = EnumField(Role, default=Role.MEMBER)
    status = EnumField(ParticipationStatus, default=ParticipationStatus.INVITED)
    place = pw.IntegerField()
    """The place in the order of precedence of the person's delegation, from 1 without gaps."""
    stands_for: Person | None = refers_to(Person, null=True)
    """For a designated officer or a replacement: the person whose place it is."""
    stands_for_id: int | None
    serial = pw.IntegerField()
    """The number on the badge, unique in the meeting and never used again."""
    token = pw.CharField(40)
    """A random string, the only content of the badge's QR code."""

    class Meta:
        indexes = ((("meeting", "person"), True),)
