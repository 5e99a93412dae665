"""What is put forward for the agenda of a meeting, or parked until later."""

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, Number, RowOf, Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

LINKS = (
    Field("outcome", RowOf("outcome"), message("outcome"), PUBLIC, may_be_empty=True, is_told_only=True),
    Field("guidance", RowOf("guidance"), message("guidance"), PUBLIC, may_be_empty=True, is_told_only=True),
    Field(
        "objective", RowOf("provision"), message("objective"), PUBLIC, may_be_empty=True, is_told_only=True
    ),
)
"""The records that an item of an agenda deals with."""

AGENDA_PROPOSAL = Noun(
    table="agenda_proposal",
    named=mark("the proposal for an agenda {name}"),
    many=mark("proposals for agendas"),
    unknown=mark("There is no proposal for an agenda with the number {name}. “agenda proposals” shows them."),
    ordered_by=("meeting",),
    called_by="text",
    fields=(
        Field("meeting", RowOf("meeting"), message("meeting"), PUBLIC, may_be_empty=True, is_told_only=True),
        Field("text", Texts(), message("text"), PUBLIC, message("The text.")),
        Field(
            "minutes",
            Number(0, 24 * 60),
            message("length in minutes"),
            PUBLIC,
            message("How long it lasts, in minutes."),
        ),
        Field(
            "topic",
            RowOf("provision"),
            message("topic"),
            PUBLIC,
            message("The number or the code of its topic, which “topic list” shows."),
            may_be_empty=True,
        ),
        *LINKS,
        Field(
            "came_from",
            RowOf("agenda_item"),
            message("agenda item it came from"),
            PUBLIC,
            may_be_empty=True,
            is_told_only=True,
        ),
        Field(
            "parked_on", Day(is_past=True), message("parked on"), PUBLIC, may_be_empty=True, is_told_only=True
        ),
        Field("reason", Text(), message("reason"), DESK, message("Why it is parked.")),
    ),
)
