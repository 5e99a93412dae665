"""Commands about the calendar: official notices of days off, and dates that a side would rather avoid."""

from datetime import date

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Day, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message

ONE_SIDE = option("--side", metavar="S", required=True, explains=message("The code of one side, such as CA."))
YEAR = option(
    "--year", metavar="YEAR", type=WholeNumber(1900, 2200), required=True, explains=message("The year.")
)


class UnknownAvoidDates(AlternatError):
    """No dates to avoid have that number."""

    template = mark("There are no dates to avoid with the number {number}. “avoid list” lists them.")


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
def load(face: Face, file: str, notice: str, side: str) -> Exit:
    """Take a notice into the calendar, in place of what was there for its years."""
    from alternat.actions.calendars import read_notice_file, set_notice_days

    days = read_notice_file(notice)
    with face.writing(file) as workspace:
        face.tell_done(set_notice_days(workspace, side, days))
    return Exit.DONE


@command("clear", message("Take a side’s notice of a year out of the calendar."))
@FILE
@ONE_SIDE
@YEAR
def clear(face: Face, file: str, side: str, year: int) -> Exit:
    """Take a side's notice of a year out of the calendar."""
    from alternat.actions.calendars import clear_notice

    with face.writing(file) as workspace:
        face.tell_done(clear_notice(workspace, side, year))
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
        (message("Day"), message("Kind"), message("Name"), message("Status")),
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


@command("add", message("Add dates that a side would rather avoid."))
@FILE
@ONE_SIDE
@option(
    "--from",
    "starts",
    metavar="DATE",
    type=Day(),
    required=True,
    explains=message("The first day, such as 2027-06-12."),
)
@option("--to", "ends", metavar="DATE", type=Day(), explains=message("The last day, such as 2027-06-13."))
@option(
    "--reason", metavar="TEXT", default="", explains=message("The reason, in the language of the messages.")
)
@option("--private", is_flag=True, explains=message("Show the reason on this desk only, never on paper."))
def add(
    face: Face, file: str, side: str, starts: date, ends: date | None, reason: str, *, private: bool
) -> Exit:
    """Add dates that a side would rather avoid."""
    from alternat.actions.calendars import add_avoid_dates

    label = Label().with_text(face.language, reason)
    with face.writing(file) as workspace:
        face.tell_done(
            add_avoid_dates(workspace, side, starts=starts, ends=ends, reason=label, is_private=private)
        )
    return Exit.DONE


@command("list", message("List the dates to avoid."))
@FILE
@AS_JSON
def list_avoid(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the dates to avoid, the reasons with them: this is the desk's own list."""
    with face.reading(file) as workspace:
        tables = workspace.tables
        codes = {side.id: side.code for side in tables.Side.select()}
        rows = list(tables.AvoidDates.select().order_by(tables.AvoidDates.starts, tables.AvoidDates.id))
    if as_json:
        face.tell_json(
            [
                {
                    "number": row.id,
                    "side": codes[row.side_id],
                    "starts": row.starts.isoformat(),
                    "ends": row.ends.isoformat(),
                    "reason": row.reason.as_mapping(),
                    "is_private": row.is_private,
                }
                for row in rows
            ]
        )
        return Exit.DONE
    face.tell_table(
        (message("Number"), message("Side"), message("First day"), message("Last day"), message("Reason")),
        [
            (row.id, codes[row.side_id], face.show(row.starts), face.show(row.ends), face.read(row.reason))
            for row in rows
        ],
    )
    return Exit.DONE


@command("remove", message("Remove dates to avoid."))
@FILE
@argument(
    "number", metavar="NUMBER", type=WholeNumber(1, 2**31), explains=message("Their number in the list.")
)
def remove(face: Face, file: str, number: int) -> Exit:
    """Remove dates to avoid."""
    from alternat.actions.calendars import remove_avoid_dates

    with face.writing(file) as workspace:
        avoid = workspace.tables.AvoidDates
        if not avoid.select().where(avoid.id == number).exists():
            raise UnknownAvoidDates(number=str(number))
        face.tell_done(remove_avoid_dates(workspace, [number]))
    return Exit.DONE


COMMANDS = (
    Group("notice", (load, list_days, clear), message("Keep the official notices of days off up to date.")),
    Group("avoid", (add, list_avoid, remove), message("Keep the dates that a side would rather avoid.")),
)
