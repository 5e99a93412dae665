"""Sub-groups on special topics, set up by consultation (terms of reference, section III)."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import PLACES, OneOf, RowOf, Text, Texts, YesNo
from alternat.nouns.noun import PRIVATE, PUBLIC, Field, Noun


class SubGroupForm(StrEnum):
    """How a sub-group meets: in sessions of the annual meeting, or in a meeting of its own."""

    WITHIN = "within"
    OWN_MEETING = "own-meeting"


SUB_GROUP = Noun(
    table="sub_group",
    named=mark("the sub-group {name}"),
    many=mark("sub-groups"),
    unknown=mark("There is no sub-group “{name}” at this meeting. The sub-groups are: {choices}."),
    above="meeting",
    found_by=("number", "name"),
    ordered_by=("number",),
    called_by="name",
    fields=(
        Field("number", PLACES, message("number"), PUBLIC, is_told_only=True, is_needed=True),
        Field("name", Texts(), message("name"), PUBLIC, message("The name."), is_needed=True),
        Field(
            "form",
            OneOf(SubGroupForm),
            message("form"),
            PUBLIC,
            message("Where it meets: within the annual meeting, or in an own-meeting."),
        ),
        Field(
            "is_dissolved",
            YesNo(),
            message("dissolved"),
            PUBLIC,
            message("Whether the sub-group is dissolved."),
            option="dissolved",
        ),
        Field(
            "note",
            Text(),
            message("private note"),
            PRIVATE,
            message("A private note; it never leaves the desk."),
        ),
    ),
)

SUB_GROUP_TOPIC = Noun(
    table="sub_group_topic",
    named=mark("the topic of a sub-group {name}"),
    many=mark("topics of sub-groups"),
    above="sub_group",
    hangs_by="subgroup",
    fields=(Field("topic", RowOf("provision"), message("topic"), PUBLIC, is_needed=True),),
)

SUB_GROUP_ENTITY = Noun(
    table="sub_group_entity",
    named=mark("the entity of a sub-group {name}"),
    many=mark("entities of sub-groups"),
    above="sub_group",
    hangs_by="subgroup",
    fields=(
        Field("entity", RowOf("entity"), message("entity"), PUBLIC, is_given_once=True, is_needed=True),
        Field("lead", RowOf("person"), message("lead"), PUBLIC, may_be_empty=True),
    ),
)
