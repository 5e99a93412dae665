"""Commands about the official notices of days off; `avoided_dates` has what a side would rather avoid."""

from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import heading
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import within
from alternat.language.messages import message
from alternat.nouns.calendars import NOTICE_DAY
from alternat.nouns.meetings import YEARS

ONE_SIDE = option("--side", metavar="S", required=True, explains=message("The code of one side, such as CA."))
YEAR = option("--year", metavar="YEAR", type=within(YEARS), required=True, explains=message("The year."))


@command("load", message("Take a notice of days off from a CSV or JSON file into the calendar."))
@FILE
@argument(
    "notice",
    metavar="NOTICE",
    explains=message(
        "The file, with the columns day, kind (day-off or working-day), name_en, name_fr, name_zh, "
        "provisional and source."
    ),
)
@ONE_SIDE
@AS_JSON
def load(face: Face, file: str, notice: str, side: str, *, as_json: bool) -> Exit:
    """Take a notice into the calendar, in place of what was there for its years."""
    from alternat.actions.calendars import read_notice_file, set_notice_days

    days = read_notice_file(notice)
    with face.writing(file) as workspace:
        face.tell_done(set_notice_days(workspace, side, days), as_json=as_json)
    return Exit.DONE


@command("clear", message("Take a side’s notice of a year out of the calendar."))
@FILE
@ONE_SIDE
@YEAR
@AS_JSON
def clear(face: Face, file: str, side: str, year: int, *, as_json: bool) -> Exit:
    """Take a side's notice of a year out of the calendar."""
    from alternat.actions.calendars import clear_notice

    with face.writing(file) as workspace:
        face.tell_done(clear_notice(workspace, side, year), as_json=as_json)
    return Exit.DONE


@command("list", message("List a side’s days off and make-up working days of a year."))
@FILE
@ONE_SIDE
@YEAR
@AS_JSON
def list_days(face: Face, file: str, side: str, year: int, *, as_json: bool) -> Exit:
    """List the days off and make-up working days of a side, from its notice and the holiday tables."""
    from alternat.actions.meetings import side_id
    from alternat.planning.calendar import MarkKind, holidays_of

    with face.reading(file) as workspace:
        tables = workspace.tables
        marks = holidays_of(tables, tables.Side.get_by_id(side_id(tables, side)), year)
    if as_json:
        face.tell_json(
            [
                {
                    "day": each.day.isoformat(),
                    "kind": each.kind.value,
                    "name": each.name.as_mapping(),
                    "is_provisional": each.is_provisional,
                }
                for each in marks
            ]
        )
        return Exit.DONE
    kinds = {MarkKind.HOLIDAY: message("day off"), MarkKind.MAKE_UP: message("working day")}
    face.tell_table(
        (message("Day"), message("Kind"), heading(face, NOTICE_DAY.field("name")), message("Status")),
        [
            (
                face.show(each.day),
                face.say(kinds[each.kind]),
                face.read(each.name),
                face.say(message("provisional")) if each.is_provisional else "",
            )
            for each in marks
        ],
    )
    return Exit.DONE


COMMANDS = (
    Group("notice", (load, list_days, clear), message("Keep the official notices of days off up to date.")),
)
