"""The annual meetings of the dialogue, and the topics on the agenda of each."""

from enum import StrEnum

from alternat.language.label import Language
from alternat.language.messages import mark, message
from alternat.nouns.kinds import PLACES, Day, Listed, Number, OneOf, RowOf, Text, Texts, Words, YesNo
from alternat.nouns.noun import PUBLIC, Field, Noun
from alternat.nouns.paper import Paper

YEARS = Number(1900, 2200)
"""The years that a meeting may be of."""


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class HonourSide(StrEnum):
    """Which hand of a seated person is the place of honour (protocol brief, section 4)."""

    RIGHT = "right"
    LEFT = "left"


MEETING = Noun(
    table="meeting",
    named=mark("the meeting {name}"),
    many=mark("meetings"),
    unknown=mark("There is no meeting “{name}”. The meetings are: {choices}."),
    none=mark("There is no meeting “{name}”, nor any other yet. “meeting add” adds one."),
    kept=("last_serial", "last_revision", "list_revision", "last_list_revision", "last_outcome"),
    found_by=("reference",),
    ordered_by=("year",),
    called_by="reference",
    fields=(
        Field(
            "reference",
            Text(40, is_code=True),
            message("reference"),
            PUBLIC,
            message("The reference to name it by, such as 2027."),
            is_needed=True,
        ),
        Field("year", YEARS, message("year"), PUBLIC, message("The year of the meeting."), is_needed=True),
        Field(
            "number",
            PLACES,
            message("number"),
            PUBLIC,
            message("Which meeting of the dialogue it is, counted from 1."),
            may_be_empty=True,
        ),
        Field(
            "host",
            RowOf("side"),
            message("host"),
            PUBLIC,
            message("The code of the side that hosts it, such as CA."),
            is_needed=True,
        ),
        Field("city", Texts(), message("city"), PUBLIC, message("The city.")),
        Field(
            "starts",
            Day(),
            message("first day"),
            PUBLIC,
            message("The first day, such as 2027-06-12."),
            option="from",
            may_be_empty=True,
        ),
        Field(
            "ends",
            Day(),
            message("last day"),
            PUBLIC,
            message("The last day, such as 2027-06-13."),
            option="to",
            may_be_empty=True,
        ),
        Field(
            "region",
            Text(10, is_code=True),
            message("province"),
            PUBLIC,
            message("The province, by its code or its name, such as CA-ON."),
        ),
        Field(
            "time_zone",
            Text(60, is_code=True),
            message("time zone"),
            PUBLIC,
            message("The time zone of the city, such as Asia/Shanghai."),
            is_needed=True,
        ),
        Field("status", OneOf(MeetingStatus), message("status"), PUBLIC, is_told_only=True),
        Field(
            "paper",
            Listed(Paper),
            message("paper"),
            PUBLIC,
            message("The size of its papers; empty means the host’s."),
        ),
        Field(
            "honour_side",
            OneOf(HonourSide),
            message("place of honour"),
            PUBLIC,
            message("Which hand of somebody seated is the place of honour."),
        ),
        Field(
            "languages",
            Words(Language),
            message("languages of the documents"),
            PUBLIC,
            message("The languages of its papers, first to last, such as fr,en,zh."),
        ),
        Field(
            "previous",
            Text(40, is_code=True),
            message("meeting before"),
            PUBLIC,
            message("The reference of the meeting before it."),
        ),
        Field(
            "host_reason",
            Text(),
            message("reason for hosting out of turn"),
            PUBLIC,
            message("Why the side hosts although it is the other one’s turn."),
        ),
        Field(
            "status_reason",
            Text(),
            message("reason for postponing or cancelling"),
            PUBLIC,
            message("Why it is postponed or cancelled."),
        ),
        Field(
            "turn_passes",
            YesNo(),
            message("whether the turn passes"),
            PUBLIC,
            message("Whether the turn to host passes on."),
        ),
        Field(
            "record_closed",
            Day(is_past=True),
            message("record of outcomes closed on"),
            PUBLIC,
            may_be_empty=True,
            is_told_only=True,
        ),
    ),
)

MEETING_TOPIC = Noun(
    table="meeting_topic",
    named=mark("the topic of a meeting {name}"),
    many=mark("topics of meetings"),
    above="meeting",
    kept=("number",),
    ordered_by=("number",),
    fields=(
        Field("topic", RowOf("provision"), message("topic"), PUBLIC, is_needed=True),
        Field("is_dropped", YesNo(), message("dropped"), PUBLIC),
    ),
)
