"""What speaks against a day: corrected days off, and the dates each side would rather avoid."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, OneOf, RowOf, Text, Texts, YesNo
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun


class DayKind(StrEnum):
    """What a notice makes of a day."""

    DAY_OFF = "day-off"
    WORKING_DAY = "working-day"
    """A make-up working day on a week-end, or a day off that was moved away."""


NOTICE_DAY = Noun(
    table="notice_day",
    named=mark("the day of a notice {name}"),
    many=mark("days of notices"),
    above="side",
    ordered_by=("day",),
    called_by="name",
    fields=(
        Field("day", Day(), message("day"), PUBLIC, is_needed=True),
        Field("kind", OneOf(DayKind), message("kind"), PUBLIC, is_needed=True),
        Field("name", Texts(), message("name"), PUBLIC),
        Field("is_provisional", YesNo(), message("provisional"), PUBLIC),
        Field("source", Text(200), message("source"), PUBLIC),
    ),
)

AVOID_DATES = Noun(
    table="avoid_dates",
    named=mark("the dates to avoid {name}"),
    many=mark("dates to avoid"),
    unknown=mark("There are no dates to avoid with the number {name}. “avoid list” lists them."),
    above="side",
    ordered_by=("starts",),
    fields=(
        Field(
            "side",
            RowOf("side"),
            message("side"),
            PUBLIC,
            message("The code of one side, such as CA."),
            is_needed=True,
            is_given_once=True,
        ),
        Field(
            "starts",
            Day(),
            message("first day"),
            PUBLIC,
            message("The first day, such as 2027-06-12."),
            option="from",
            is_needed=True,
        ),
        Field(
            "ends",
            Day(),
            message("last day"),
            PUBLIC,
            message("The last day, such as 2027-06-13."),
            option="to",
            is_needed=True,
        ),
        # Where it is not marked as private, papers of the year tell it.
        Field("reason", Texts(), message("reason"), DESK, message("The reason."), heading=message("Reason")),
        Field(
            "is_private",
            YesNo(),
            message("private"),
            PUBLIC,
            message("Whether the reason is for this desk only, never on paper."),
            option="private",
        ),
    ),
)
