"""What existing dialogues ask of the co-chairs, and what they answer (terms of reference, section V)."""

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, RowOf, Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

GUIDANCE = Noun(
    table="guidance",
    named=mark("the request for guidance {name}"),
    many=mark("requests for guidance"),
    unknown=mark("There is no request for guidance with the number {name}. “guidance list” shows them."),
    ordered_by=("asked_on",),
    called_by="question",
    fields=(
        Field(
            "dialogue",
            RowOf("provision"),
            message("existing dialogue"),
            PUBLIC,
            message("The code of the existing dialogue that asks; “terms” lists them."),
            is_needed=True,
        ),
        Field(
            "question",
            Texts(),
            message("question"),
            PUBLIC,
            message("The challenging or unresolved issue on which it asks."),
            is_needed=True,
        ),
        Field("background", Texts(), message("background"), PUBLIC, message("What led to the question.")),
        Field(
            "asked_by",
            RowOf("person"),
            message("asked by"),
            PUBLIC,
            message("The number of the official who asks, which “people” lists."),
            may_be_empty=True,
        ),
        Field(
            "asked_on",
            Day(is_past=True),
            message("asked on"),
            PUBLIC,
            message("The day it was asked, such as 2027-02-01."),
            is_needed=True,
        ),
        Field("answer", Texts(), message("joint answer"), PUBLIC, message("What both co-chairs answer.")),
        Field(
            "answered_on",
            Day(is_past=True),
            message("answered on"),
            PUBLIC,
            message("The day of the joint answer, such as 2027-03-15."),
            may_be_empty=True,
        ),
        Field(
            "reference",
            Text(200),
            message("document of the joint answer"),
            DESK,
            message("The letter, note or record of the joint answer."),
        ),
        Field(
            "topic",
            RowOf("provision"),
            message("topic"),
            PUBLIC,
            message("The number or the code of its topic, which “topic list” shows."),
            may_be_empty=True,
        ),
        Field(
            "outcome",
            RowOf("outcome"),
            message("outcome"),
            PUBLIC,
            message("The code of the outcome on which it arose."),
            may_be_empty=True,
        ),
        Field(
            "objective",
            RowOf("provision"),
            message("objective"),
            PUBLIC,
            message("The code of the objective that it concerns; “terms” lists them."),
            may_be_empty=True,
        ),
        Field(
            "closed_on", Day(is_past=True), message("closed on"), PUBLIC, may_be_empty=True, is_told_only=True
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

GUIDANCE_ANSWER = Noun(
    table="guidance_answer",
    named=mark("the answer of a co-chair {name}"),
    many=mark("answers of co-chairs"),
    above="guidance",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("text", Texts(), message("answer"), PUBLIC, message("What the co-chair answers.")),
        Field(
            "given",
            Day(is_past=True),
            message("day of the answer"),
            PUBLIC,
            message("The day of the answer, such as 2027-03-01."),
            is_needed=True,
        ),
        Field(
            "document",
            Text(200),
            message("document"),
            DESK,
            message("The letter, note or record of the answer."),
        ),
    ),
)
