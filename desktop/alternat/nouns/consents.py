"""The agreement of each side, on record: to the dates of a meeting, to a sub-group, to a new topic."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, OneOf, RowOf, Text
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun


class ConsentStep(StrEnum):
    """What a side did: put it forward, or accept what the other put forward."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"


CONSENT = Noun(
    table="consent",
    named=mark("the consent {name}"),
    many=mark("consents"),
    kept=("starts", "ends", "host", "city"),
    fields=(
        Field("meeting", RowOf("meeting"), message("meeting"), PUBLIC, may_be_empty=True, is_given_once=True),
        Field(
            "subgroup",
            RowOf("sub_group"),
            message("sub-group"),
            PUBLIC,
            may_be_empty=True,
            is_given_once=True,
        ),
        Field("topic", RowOf("provision"), message("topic"), PUBLIC, may_be_empty=True, is_given_once=True),
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("step", OneOf(ConsentStep), message("step"), PUBLIC, is_needed=True),
        Field("given", Day(), message("day given"), PUBLIC, is_needed=True),
        Field("document", Text(200), message("document"), DESK),
    ),
)
