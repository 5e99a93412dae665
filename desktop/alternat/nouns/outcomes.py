"""What a meeting agreed in principle, who carries it out, and how far it has come (terms of reference, V)."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import PLACES, Day, OneOf, RowOf, Text, Texts, YesNo
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun


class OutcomeKind(StrEnum):
    """What the meeting did; only what was agreed asks for somebody who carries it out."""

    AGREED = "agreed"
    NOTED = "noted"
    FURTHER_STUDY = "further-study"


class OutcomeState(StrEnum):
    """How far an outcome has come."""

    AGREED = "agreed"
    """Agreed in principle; nothing has been begun."""
    UNDER_WAY = "under-way"
    STUCK = "stuck"
    NO_NEWS = "no-news"
    """Those who carry it out were asked, and have not been heard."""
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be done."""
        # By identity: members of enumerations are slow to hash, and this is asked of thousands.
        return self is not OutcomeState.DONE and self is not OutcomeState.DROPPED


class Disclosure(StrEnum):
    """Whether a text may be shown to others than the two sides."""

    PUBLIC = "public"
    WITH_CONSENT = "with-consent"
    """Once the other side has agreed that it be shown."""
    WITHHELD = "withheld"
    """Shown to nobody but this side: it stands in no paper and no file for others."""


class LinkKind(StrEnum):
    """What an outcome is to an earlier one."""

    CONTINUES = "continues"
    REPLACES = "replaces"


DISCLOSURE_FIELDS = (
    Field(
        "disclosure",
        OneOf(Disclosure),
        message("disclosure"),
        PUBLIC,
        message("Whether it may be shown to others than the two sides."),
    ),
    Field(
        "consent_asked",
        Day(is_past=True),
        message("consent asked on"),
        PUBLIC,
        message("The day the other side was asked whether it may be shown."),
        may_be_empty=True,
    ),
    Field(
        "consent_given",
        Day(is_past=True),
        message("consent given on"),
        PUBLIC,
        message("The day the other side agreed that it be shown."),
        may_be_empty=True,
    ),
)
"""What is said of any text that may be shown to others or not."""

OUTCOME = Noun(
    table="outcome",
    named=mark("the outcome {name}"),
    many=mark("outcomes"),
    unknown=mark("There is no outcome “{name}”. “outcome list” shows their codes."),
    kept=("code", "number"),
    found_by=("code",),
    ordered_by=("meeting", "number"),
    called_by="code",
    fields=(
        Field(
            "meeting",
            RowOf("meeting"),
            message("meeting"),
            PUBLIC,
            message("The reference of the meeting that agreed it."),
            is_needed=True,
            is_given_once=True,
        ),
        Field(
            "kind",
            OneOf(OutcomeKind),
            message("kind"),
            PUBLIC,
            message("What the meeting did."),
            is_needed=True,
        ),
        Field(
            "text",
            Texts(),
            message("text"),
            PUBLIC,
            message("What was agreed, in the words of the record."),
            is_needed=True,
        ),
        Field("short", Texts(), message("short name"), PUBLIC, message("The short name.")),
        Field(
            "topic",
            RowOf("provision"),
            message("topic"),
            PUBLIC,
            message("The number or the code of its topic, which “topic list” shows."),
            may_be_empty=True,
        ),
        Field(
            "session",
            RowOf("session"),
            message("session"),
            PUBLIC,
            message("The number of the session it came from, which “session list” shows."),
            may_be_empty=True,
        ),
        Field(
            "due",
            Day(),
            message("due date"),
            PUBLIC,
            message("The day by which it is to be done, such as 2027-12-31."),
            may_be_empty=True,
        ),
        Field("state", OneOf(OutcomeState), message("state"), PUBLIC, is_told_only=True),
        Field(
            "state_on",
            Day(is_past=True),
            message("day of the state"),
            PUBLIC,
            may_be_empty=True,
            is_told_only=True,
        ),
        Field("state_reason", Texts(), message("reason of the state"), PUBLIC, is_told_only=True),
        *DISCLOSURE_FIELDS,
        Field(
            "note",
            Text(),
            message("private note"),
            DESK,
            message("A private note; it never leaves the desk."),
        ),
    ),
)

OUTCOME_CARRIER = Noun(
    table="outcome_carrier",
    named=mark("the existing dialogue that carries out an outcome {name}"),
    many=mark("existing dialogues that carry out outcomes"),
    above="outcome",
    fields=(
        Field(
            "dialogue",
            RowOf("provision"),
            message("existing dialogue"),
            PUBLIC,
            message("The code of the existing dialogue that carries it out; “terms” lists them."),
            is_needed=True,
            is_given_once=True,
        ),
        Field(
            "last_asked",
            Day(is_past=True),
            message("last asked on"),
            PUBLIC,
            message("The day it was last asked how far it has come."),
            may_be_empty=True,
        ),
        Field(
            "last_heard",
            Day(is_past=True),
            message("last heard on"),
            PUBLIC,
            message("The day it was last heard."),
            may_be_empty=True,
        ),
    ),
)

OUTCOME_SIDE = Noun(
    table="outcome_side",
    named=mark("the lead of a side on an outcome {name}"),
    many=mark("leads on outcomes"),
    above="outcome",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("lead", RowOf("person"), message("lead"), PUBLIC, is_needed=True),
    ),
)

OUTCOME_LINK = Noun(
    table="outcome_link",
    named=mark("the link between outcomes {name}"),
    many=mark("links between outcomes"),
    above="outcome",
    fields=(
        Field("kind", OneOf(LinkKind), message("kind"), PUBLIC, is_needed=True),
        Field(
            "earlier",
            RowOf("outcome"),
            message("earlier outcome"),
            PUBLIC,
            is_given_once=True,
            is_needed=True,
        ),
    ),
)

OUTCOME_OBJECTIVE = Noun(
    table="outcome_objective",
    named=mark("the objective that an outcome serves {name}"),
    many=mark("objectives that outcomes serve"),
    above="outcome",
    fields=(
        Field(
            "objective",
            RowOf("provision"),
            message("objective"),
            PUBLIC,
            is_given_once=True,
            is_needed=True,
        ),
    ),
)

OUTCOME_CORRECTION = Noun(
    table="outcome_correction",
    named=mark("the correction of an outcome {name}"),
    many=mark("corrections of outcomes"),
    above="outcome",
    ordered_by=("made_on",),
    kept=("field", "before", "after"),
    fields=(
        Field(
            "made_on", Day(is_past=True), message("corrected on"), PUBLIC, is_needed=True, is_given_once=True
        ),
        Field(
            "reason",
            Texts(),
            message("reason of the correction"),
            PUBLIC,
            message("The reason."),
            is_needed=True,
        ),
        Field(
            "document",
            Text(200),
            message("document"),
            DESK,
            message("The note or letter in which it was agreed."),
        ),
    ),
)

PROGRESS_NOTE = Noun(
    table="progress_note",
    named=mark("the progress note {name}"),
    many=mark("progress notes"),
    unknown=mark("There is no progress note with the number {name}. “note list” lists them."),
    ordered_by=("day",),
    fields=(
        Field(
            "outcome",
            RowOf("outcome"),
            message("outcome"),
            PUBLIC,
            message("The code of the outcome that it reports on, which “outcome list” shows."),
            may_be_empty=True,
            is_given_once=True,
        ),
        Field(
            "objective",
            RowOf("provision"),
            message("objective"),
            PUBLIC,
            message("The code of the objective that it reports on, instead of an outcome."),
            may_be_empty=True,
            is_given_once=True,
        ),
        Field(
            "day",
            Day(is_past=True),
            message("day"),
            PUBLIC,
            message("The day of the news, such as 2027-09-30."),
            is_needed=True,
        ),
        Field(
            "side",
            RowOf("side"),
            message("side"),
            PUBLIC,
            message("The code of the side that reports, such as CA."),
            may_be_empty=True,
        ),
        Field("text", Texts(), message("text"), PUBLIC, message("What is reported."), is_needed=True),
        Field("source", Text(200), message("source"), DESK, message("Where it comes from.")),
        Field(
            "is_shared",
            YesNo(),
            message("shared"),
            PUBLIC,
            message("Whether the other side sees it too; else it stays at this desk."),
            option="shared",
        ),
    ),
)

OUTCOMES_A_MEETING = PLACES
"""The numbers that outcomes of a meeting have."""
