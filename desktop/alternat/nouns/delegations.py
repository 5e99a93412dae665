"""Who takes part in which meeting, in which role and at which place of precedence."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import KEYS, OneOf, RowOf
from alternat.nouns.noun import PUBLIC, Field, Noun


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


PARTICIPATION = Noun(
    table="participation",
    named=mark("the participation {name}"),
    many=mark("parts in meetings"),
    above="meeting",
    kept=("serial", "token"),
    ordered_by=("place",),
    fields=(
        Field("person", RowOf("person"), message("person"), PUBLIC, is_given_once=True, is_needed=True),
        Field(
            "role",
            OneOf(Role),
            message("role"),
            PUBLIC,
            message("The role in the delegation."),
        ),
        Field(
            "status",
            OneOf(ParticipationStatus),
            message("status"),
            PUBLIC,
            message("Whether the person comes, or how far the invitation has come."),
        ),
        Field(
            "place",
            KEYS,
            message("place"),
            PUBLIC,
            message("The place, from 1."),
            is_told_only=True,
            is_needed=True,
        ),
        Field(
            "stands_for",
            RowOf("person"),
            message("stands for"),
            PUBLIC,
            message("The number of the person represented or replaced."),
            may_be_empty=True,
        ),
    ),
)
