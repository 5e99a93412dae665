"""The programme of a meeting: its sessions, their agendas, who takes part, and who interprets."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.agendas import LINKS
from alternat.nouns.kinds import PLACES, Clock, Day, Moment, Number, OneOf, RowOf, Text, Texts, YesNo
from alternat.nouns.noun import DESK, PRIVATE, PUBLIC, Field, Noun

LONGEST = 24 * 60
"""The longest session, in minutes."""
LENGTH = Number(1, LONGEST)
"""How many minutes a session may last."""
LATE = Number(1, 8 * 60)
"""How many minutes late a day can run."""
REVISIONS = Number(1, 1_000_000)
"""The numbers that revisions have."""


class SessionKind(StrEnum):
    """What a session is."""

    PLENARY = "plenary"
    SUB_GROUP = "sub-group"
    BILATERAL = "bilateral"
    PULL_ASIDE = "pull-aside"
    COURTESY_CALL = "courtesy-call"
    CEREMONY = "ceremony"
    SIGNING = "signing"
    PHOTO = "photo"
    MEAL = "meal"
    BREAK = "break"
    VISIT = "visit"
    PRESS = "press"
    TRAVEL = "travel"
    INTERNAL = "internal"

    @property
    def deals_with_an_agenda(self) -> bool:
        """Return whether both sides talk business there, as they do not at a meal or a ceremony."""
        return self in {
            SessionKind.PLENARY,
            SessionKind.SUB_GROUP,
            SessionKind.BILATERAL,
            SessionKind.PULL_ASIDE,
            SessionKind.COURTESY_CALL,
        }


class Interpretation(StrEnum):
    """How a session is interpreted."""

    NONE = "none"
    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    WHISPERED = "whispered"


class PartyKind(StrEnum):
    """What a line of a session's attendance names."""

    EVERYONE = "everyone"
    SIDE = "side"
    ENTITY = "entity"
    ROLE = "role"
    PERSON = "person"


SESSION = Noun(
    table="session",
    named=mark("the session {name}"),
    many=mark("sessions"),
    unknown=mark("There is no session {name} at this meeting. “session list” shows their numbers."),
    above="meeting",
    kept=("uid", "sequence"),
    ordered_by=("day", "start"),
    called_by="title",
    fields=(
        Field(
            "kind",
            OneOf(SessionKind),
            message("kind"),
            PUBLIC,
            message("What it is, such as plenary."),
            is_needed=True,
        ),
        Field("title", Texts(), message("title"), PUBLIC, message("The title.")),
        Field("day", Day(), message("day"), PUBLIC, is_needed=True),
        Field("start", Clock(), message("start"), PUBLIC, is_needed=True),
        Field(
            "minutes",
            LENGTH,
            message("length in minutes"),
            PUBLIC,
            message("How long it lasts, in minutes."),
            is_needed=True,
        ),
        Field(
            "time_zone",
            Text(60, is_code=True),
            message("time zone"),
            PUBLIC,
            message("The time zone of its place, such as Asia/Shanghai."),
            option="zone",
            is_needed=True,
        ),
        Field(
            "end_zone",
            Text(60, is_code=True),
            message("time zone at the end"),
            PUBLIC,
            message("For a journey, the time zone where it ends."),
        ),
        Field(
            "room",
            RowOf("room"),
            message("room"),
            PUBLIC,
            message("The code of the room."),
            may_be_empty=True,
        ),
        Field(
            "subgroup",
            RowOf("sub_group"),
            message("sub-group"),
            PUBLIC,
            message("The number or the name of its sub-group."),
            may_be_empty=True,
        ),
        Field(
            "interpretation",
            OneOf(Interpretation),
            message("interpretation"),
            PUBLIC,
            message("How it is interpreted."),
        ),
        Field(
            "is_fixed",
            YesNo(),
            message("fixed"),
            PUBLIC,
            message("Holds its time when the day runs late."),
            option="fixed",
        ),
        Field("is_cancelled", YesNo(), message("cancelled"), PUBLIC),
        Field(
            "private_note",
            Text(),
            message("private note"),
            PRIVATE,
            message("A private note; it is never printed or exported."),
            option="note",
        ),
    ),
)

CHAIR = Noun(
    table="chair",
    named=mark("the chair of a session {name}"),
    many=mark("chairs of sessions"),
    above="session",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("person", RowOf("person"), message("chair"), PUBLIC, is_needed=True),
    ),
)

AGENDA_ITEM = Noun(
    table="agenda_item",
    named=mark("the agenda item {name}"),
    many=mark("agenda items"),
    unknown=mark("The agenda of this session has no item {name}. It has {choices}."),
    above="session",
    found_by=("number",),
    ordered_by=("number",),
    called_by="text",
    fields=(
        Field("number", PLACES, message("number"), PUBLIC, is_told_only=True, is_needed=True),
        Field("text", Texts(), message("text"), PUBLIC, message("The text."), is_needed=True),
        Field(
            "minutes",
            Number(0, LONGEST),
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
        Field("is_dropped", YesNo(), message("dropped"), PUBLIC),
    ),
)

LEAD = Noun(
    table="lead",
    named=mark("the lead speaker {name}"),
    many=mark("lead speakers"),
    above="agenda_item",
    hangs_by="item",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("person", RowOf("person"), message("lead speaker"), PUBLIC, is_needed=True),
    ),
)

PARTY = Noun(
    table="party",
    named=mark("the participants of a session {name}"),
    many=mark("participants of sessions"),
    above="session",
    fields=(
        Field("kind", OneOf(PartyKind), message("kind"), PUBLIC, is_needed=True),
        Field("key", Text(40, is_code=True), message("participants"), PUBLIC),
        Field("is_exception", YesNo(), message("exception"), PUBLIC),
        Field("joins", Clock(), message("arrival"), PUBLIC, may_be_empty=True),
        Field("leaves", Clock(), message("departure"), PUBLIC, may_be_empty=True),
    ),
)

INTERPRETER_PAIR = Noun(
    table="interpreter_pair",
    named=mark("the language pair of an interpreter {name}"),
    many=mark("language pairs of interpreters"),
    above="person",
    fields=(
        Field("one", Text(8, is_code=True), message("language"), PUBLIC, is_needed=True),
        Field("other", Text(8, is_code=True), message("other language"), PUBLIC, is_needed=True),
    ),
)

ASSIGNMENT = Noun(
    table="assignment",
    named=mark("the assignment of an interpreter {name}"),
    many=mark("assignments of interpreters"),
    above="session",
    fields=(
        Field("person", RowOf("person"), message("interpreter"), PUBLIC, is_given_once=True, is_needed=True),
        Field("one", Text(8, is_code=True), message("language"), PUBLIC, is_needed=True),
        Field("other", Text(8, is_code=True), message("other language"), PUBLIC, is_needed=True),
    ),
)

PROGRAMME_REVISION = Noun(
    table="programme_revision",
    named=mark("the revision of a programme {name}"),
    many=mark("revisions of programmes"),
    unknown=mark("The programme of this meeting has no revision {name}. The revisions are: {choices}."),
    above="meeting",
    kept=("number", "content"),
    found_by=("number",),
    ordered_by=("number",),
    called_by="number",
    fields=(
        Field("published", Moment(), message("published"), PUBLIC, is_needed=True, is_told_only=True),
        Field("published_by", Text(200), message("published by"), PUBLIC, is_needed=True, is_told_only=True),
    ),
)

LOWERED_FINDING = Noun(
    table="lowered_finding",
    named=mark("the lowered finding {name}"),
    many=mark("lowered findings"),
    found_by=("code",),
    called_by="code",
    fields=(
        Field("code", Text(60, is_code=True), message("code"), PUBLIC, is_given_once=True, is_needed=True),
        Field("severity", Text(10, is_code=True), message("severity"), PUBLIC, is_needed=True),
        Field("reason", Text(), message("reason"), DESK, is_needed=True),
    ),
)
