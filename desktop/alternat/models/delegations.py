"""Who takes part in which meeting, in which role, and at which place of precedence in the delegation."""

from enum import StrEnum

import peewee as pw

from alternat.models.base import EnumField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.models.people import Person


class Role(StrEnum):
    """The role of a participant in the delegation."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy-head"
    MEMBER = "member"
    DESIGNATED_OFFICER = "designated-officer"
    ADVISER = "adviser"
    INTERPRETER = "interpreter"
    NOTE_TAKER = "note-taker"
    SECURITY = "security"
    SUPPORT = "support"
    OBSERVER = "observer"

    @property
    def is_support(self) -> bool:
        """Return whether the role is listed under support staff, after the delegation proper."""
        return self in {Role.INTERPRETER, Role.NOTE_TAKER, Role.SECURITY, Role.SUPPORT}


class ParticipationStatus(StrEnum):
    """Whether the participant comes."""

    NOT_INVITED = "not-invited"
    """Took part in the meeting before and is there to be invited to this one."""
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"

    @property
    def is_attending(self) -> bool:
        """Return whether the participant is printed and counted: invited or confirmed."""
        return self in {ParticipationStatus.INVITED, ParticipationStatus.CONFIRMED}


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
