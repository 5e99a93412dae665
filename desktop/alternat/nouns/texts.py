"""What is known of texts in three languages: who checked, agreed and compared which of their versions."""

from enum import StrEnum

from alternat.language.label import Language
from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, Listed, OneOf, RowOf, Text
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun


class TextStep(StrEnum):
    """What has happened to a text in one language."""

    CHECKED = "checked"
    """Somebody has checked it against the others."""
    AGREED = "agreed"
    """A side has agreed it."""


_OF = (
    Field("outcome", RowOf("outcome"), message("outcome"), PUBLIC, may_be_empty=True, is_given_once=True),
    Field("guidance", RowOf("guidance"), message("guidance"), PUBLIC, may_be_empty=True, is_given_once=True),
    Field(
        "provision",
        RowOf("provision"),
        message("text of the terms of reference"),
        PUBLIC,
        may_be_empty=True,
        is_given_once=True,
    ),
    Field(
        "instrument",
        RowOf("instrument"),
        message("instrument"),
        PUBLIC,
        may_be_empty=True,
        is_given_once=True,
    ),
)
"""Whose text it is: exactly one of them; which of its texts, `field` says, which the program writes."""

TEXT_MARK = Noun(
    table="text_mark",
    named=mark("what is known of a text {name}"),
    many=mark("checks and agreements of texts"),
    kept=("field", "seen"),
    fields=(
        *_OF,
        Field("language", Listed(Language), message("language"), PUBLIC, is_given_once=True),
        Field("step", OneOf(TextStep), message("step"), PUBLIC, is_given_once=True, is_needed=True),
        Field("side", RowOf("side"), message("side"), PUBLIC, may_be_empty=True, is_given_once=True),
        Field("day", Day(is_past=True), message("day"), PUBLIC, message("The day."), is_needed=True),
        Field("done_by", Text(200), message("done by"), DESK, message("Who did it."), option="by"),
    ),
)

COLLATION = Noun(
    table="collation",
    named=mark("the collation {name}"),
    many=mark("collations"),
    unknown=mark("There is no collation with the number {name}."),
    ordered_by=("day",),
    kept=("field", "seen"),
    fields=(
        *_OF,
        Field(
            "day",
            Day(is_past=True),
            message("day"),
            PUBLIC,
            message("The day the texts were compared."),
            is_needed=True,
        ),
        Field(
            "done_by",
            Text(200),
            message("compared by"),
            PUBLIC,
            message("Who compared the texts, of both sides."),
            option="by",
            is_needed=True,
        ),
        Field(
            "versions",
            Text(200),
            message("versions compared"),
            PUBLIC,
            message("Which versions were compared, such as the initialled text of 12 June."),
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

DISMISSED_DIFFERENCE = Noun(
    table="dismissed_difference",
    named=mark("the dismissed difference {name}"),
    many=mark("dismissed differences"),
    kept=("field", "key", "seen"),
    fields=(
        *_OF,
        Field("reason", Text(), message("reason"), DESK, message("Why it is no fault."), is_needed=True),
        Field("day", Day(is_past=True), message("day"), PUBLIC, is_needed=True),
        Field("done_by", Text(200), message("done by"), DESK),
    ),
)
