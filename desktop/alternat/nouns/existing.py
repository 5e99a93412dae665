"""Who leads an existing dialogue or an objective over time, and when existing dialogues meet (section V)."""

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, RowOf, Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

HOLDER = Noun(
    table="holder",
    named=mark("the official who leads {name}"),
    many=mark("officials who lead"),
    unknown=mark("There is no official with the number {name} who leads. “existing show” lists them."),
    ordered_by=("since",),
    fields=(
        Field(
            "provision",
            RowOf("provision"),
            message("existing dialogue or objective"),
            PUBLIC,
            message("The code of what is led; “terms” lists them."),
            is_needed=True,
            is_given_once=True,
        ),
        Field("side", RowOf("side"), message("side"), PUBLIC, is_needed=True, is_given_once=True),
        Field(
            "person",
            RowOf("person"),
            message("official"),
            PUBLIC,
            message("The number of the official, which “people” lists."),
            is_needed=True,
        ),
        Field(
            "since",
            Day(),
            message("since"),
            PUBLIC,
            message("The first day, such as 2026-09-01; nobody knows where it is left out."),
            may_be_empty=True,
        ),
        Field(
            "until",
            Day(),
            message("until"),
            PUBLIC,
            message("The last day; still leading where it is left out."),
            may_be_empty=True,
        ),
        Field(
            "note",
            Text(),
            message("private note"),
            DESK,
            message("A private note; it never leaves the desk."),
        ),
    ),
)

DIALOGUE_MEETING = Noun(
    table="dialogue_meeting",
    named=mark("the meeting of an existing dialogue {name}"),
    many=mark("meetings of existing dialogues"),
    unknown=mark("There is no meeting of an existing dialogue with the number {name}."),
    ordered_by=("starts",),
    fields=(
        Field(
            "dialogue",
            RowOf("provision"),
            message("existing dialogue"),
            PUBLIC,
            message("The code of the existing dialogue that meets; “terms” lists them."),
            is_needed=True,
            is_given_once=True,
        ),
        Field(
            "starts",
            Day(),
            message("first day"),
            PUBLIC,
            message("The first day, such as 2027-04-12."),
            option="from",
            is_needed=True,
        ),
        Field(
            "ends",
            Day(),
            message("last day"),
            PUBLIC,
            message("The last day, such as 2027-04-13; the first where it is left out."),
            option="to",
            may_be_empty=True,
        ),
        Field("city", Texts(), message("city"), PUBLIC, message("The city.")),
        Field(
            "note",
            Text(),
            message("private note"),
            DESK,
            message("A private note; it never leaves the desk."),
        ),
    ),
)
