"""The command that tells which side hosts in which year, and why."""

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import command, option
from alternat.cli.values import within
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.nouns.meetings import YEARS

USUAL_YEARS = 10
"""How many years are told unless others are asked for."""


class YearsReversed(AlternatError):
    """The last year is before the first."""

    template = mark("The forecast would end in {last}, before it begins in {first}. Correct one of the two.")


@command("hosts", message("Tell which side hosts in which year, and why."))
@FILE
@option(
    "--from",
    "first",
    metavar="YEAR",
    type=within(YEARS),
    explains=message(
        "The first year; unless it is given, the first that has a meeting on record or can still get one."
    ),
)
@option(
    "--to",
    "last",
    metavar="YEAR",
    type=within(YEARS),
    explains=message("The last year; ten years in all unless it is given."),
)
@AS_JSON
def hosts(face: Face, file: str, first: int | None, last: int | None, *, as_json: bool) -> Exit:
    """Tell which side hosts in which year, and why."""
    from alternat.planning.hosting import coming_year, forecast

    with face.reading(file) as workspace:
        tables = workspace.tables
        begin = coming_year(tables, this_day()) if first is None else first
        end = begin + USUAL_YEARS - 1 if last is None else last
        if end < begin:
            raise YearsReversed(first=str(begin), last=str(end))
        years = forecast(tables, begin, end)
        countries = {side.code: side.country for side in tables.Side.select()}
        references = {row.id: row.reference for row in tables.Meeting.select()}
    if as_json:
        face.tell_json(
            [
                {
                    "year": each.year,
                    "host": each.side,
                    "reason": face.say(each.reason),
                    "meeting": references.get(each.meeting or 0),
                    "is_override": each.is_override,
                }
                for each in years
            ]
        )
    else:
        face.tell_table(
            (message("Year"), message("Host"), message("Meeting"), message("Reason")),
            [
                (
                    str(each.year),
                    face.read(countries[each.side]),
                    references.get(each.meeting or 0, ""),
                    face.say(each.reason),
                )
                for each in years
            ],
        )
    return Exit.DONE


COMMANDS = (hosts,)
