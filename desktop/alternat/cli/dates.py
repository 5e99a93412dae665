"""The command that finds dates for a meeting that suit both sides."""

from datetime import date

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import command, option
from alternat.cli.values import Day, WholeNumber
from alternat.language.messages import message


@command("dates", message("Find dates that suit both sides."))
@FILE
@option(
    "--days",
    metavar="N",
    type=WholeNumber(1, 14),
    default=2,
    explains=message("How many days the meeting lasts; 2 unless it is given."),
)
@option(
    "--between",
    metavar="DATE DATE",
    type=Day(),
    nargs=2,
    required=True,
    explains=message("The first and the last day to look at, travel included."),
)
@option(
    "--travel",
    metavar="N",
    type=WholeNumber(0, 7),
    default=1,
    explains=message("The days of travel before and after; 1 unless it is given."),
)
@option(
    "--most",
    metavar="N",
    type=WholeNumber(1, 2000),
    default=10,
    explains=message("How many stretches of days to tell; the best 10 unless it is given."),
)
@AS_JSON
def dates(
    face: Face, file: str, days: int, between: tuple[date, date], travel: int, most: int, *, as_json: bool
) -> Exit:
    """Find dates that suit both sides, the best first."""
    from alternat.language.formats import date_span
    from alternat.planning.dates import find_dates

    with face.reading(file) as workspace:
        found = find_dates(workspace.tables, days=days, first=between[0], last=between[1], travel=travel)[
            :most
        ]
    if as_json:
        face.tell_json(
            [
                {
                    "starts": each.starts.isoformat(),
                    "ends": each.ends.isoformat(),
                    "score": each.score,
                    "against": [face.say(reason) for reason in each.against],
                }
                for each in found
            ]
        )
        return Exit.DONE
    for each in found:
        face.tell(
            message(
                "{dates} (points against: {score})",
                dates=date_span(each.starts, each.ends, face.language),
                score=each.score,
            )
        )
        for reason in each.against or (message("Nothing speaks against these dates."),):
            face.tell(f"  {face.say(reason)}")
    return Exit.DONE


COMMANDS = (dates,)
