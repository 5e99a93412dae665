"""Commands about the dates that a side would rather avoid."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import given, yes_or_no
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, Day, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_FIRST = message("The first day, such as 2027-06-12.")
_LAST = message("The last day, such as 2027-06-13.")
_REASON = message("The reason, in the language of the messages.")
_NUMBER = argument(
    "number", metavar="NUMBER", type=WholeNumber(1, 2**31 - 1), explains=message("Their number in the list.")
)


class UnknownAvoidDates(AlternatError):
    """No dates to avoid have that number."""

    template = mark("There are no dates to avoid with the number {number}. “avoid list” lists them.")


@command("add", message("Add dates that a side would rather avoid."))
@FILE
@option("--side", metavar="S", required=True, explains=message("The code of one side, such as CA."))
@option("--from", "starts", metavar="DATE", type=Day(), required=True, explains=_FIRST)
@option("--to", "ends", metavar="DATE", type=Day(), explains=_LAST)
@option("--reason", metavar="TEXT", default="", explains=_REASON)
@option("--private", is_flag=True, explains=message("Show the reason on this desk only, never on paper."))
@AS_JSON
def add(
    face: Face,
    file: str,
    side: str,
    starts: date,
    ends: date | None,
    reason: str,
    *,
    private: bool,
    as_json: bool,
) -> Exit:
    """Add dates that a side would rather avoid."""
    from alternat.actions.calendars import add_avoid_dates

    label = Label().with_text(face.language, reason)
    with face.writing(file) as workspace:
        changes = add_avoid_dates(workspace, side, starts=starts, ends=ends, reason=label, is_private=private)
        if as_json:
            face.tell_json(_told(workspace.tables, changes.inserted("avoid_dates")))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("set", message("Change dates to avoid: their days, their reason or whether it is private."))
@FILE
@_NUMBER
@option("--from", "starts", metavar="DATE", type=Day(), explains=_FIRST)
@option("--to", "ends", metavar="DATE", type=Day(), explains=_LAST)
@option("--reason", metavar="TEXT", explains=_REASON)
@option(
    "--private",
    metavar="YES",
    type=Choice(("yes", "no")),
    explains=message("Whether the reason is for this desk only, never on paper: yes or no."),
)
@AS_JSON
def change(
    face: Face,
    file: str,
    number: int,
    starts: date | None,
    ends: date | None,
    reason: str | None,
    private: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Change dates to avoid, in one step."""
    from alternat.actions.calendars import change_avoid_dates

    with face.writing(file) as workspace:
        tables = workspace.tables
        label: Label = tables.AvoidDates.get_by_id(_known(tables, number)).reason
        fields = {
            "starts": starts,
            "ends": ends,
            "reason": None if reason is None else label.with_text(face.language, reason),
            "is_private": yes_or_no(private),
        }
        changes = change_avoid_dates(
            workspace, number, given(fields, ("--from", "--to", "--reason", "--private"))
        )
        if as_json:
            face.tell_json(_told(tables, (number,)))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("list", message("List the dates to avoid."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the dates to avoid, the reasons with them: this is the desk's own list."""
    with face.reading(file) as workspace:
        told = _told(workspace.tables)
        if as_json:
            face.tell_json(told)
            return Exit.DONE
        rows = list(_rows(workspace.tables))
    headings = (
        message("Number"),
        message("Side"),
        message("First day"),
        message("Last day"),
        message("Reason"),
    )
    face.tell_table(
        headings,
        [
            (row.id, code, face.show(row.starts), face.show(row.ends), face.read(row.reason))
            for row, code in rows
        ],
    )
    return Exit.DONE


@command("remove", message("Remove dates to avoid."))
@FILE
@_NUMBER
@AS_JSON
def remove(face: Face, file: str, number: int, *, as_json: bool) -> Exit:
    """Remove dates to avoid; JSON tells what was removed."""
    from alternat.actions.calendars import remove_avoid_dates

    with face.writing(file) as workspace:
        tables = workspace.tables
        before = _told(tables, (_known(tables, number),))
        changes = remove_avoid_dates(workspace, [number])
        if as_json:
            face.tell_json(before)
        else:
            face.tell_done(changes)
    return Exit.DONE


def _known(tables: "Tables", number: int) -> int:
    """Return the number if there are dates to avoid with it; else an `UnknownAvoidDates`."""
    avoid = tables.AvoidDates
    if not avoid.select().where(avoid.id == number).exists():
        raise UnknownAvoidDates(number=str(number))
    return number


def _rows(tables: "Tables") -> Iterable[tuple[Any, str]]:
    """Yield the rows in the order of their days, each with the code of its side."""
    codes = {side.id: side.code for side in tables.Side.select()}
    for row in tables.AvoidDates.select().order_by(tables.AvoidDates.starts, tables.AvoidDates.id):
        yield row, codes[row.side_id]


def _told(tables: "Tables", only: Iterable[int] | None = None) -> list[dict[str, Any]]:
    """Return dates to avoid for JSON; all of them unless some are named."""
    wanted = None if only is None else set(only)
    return [
        {
            "number": row.id,
            "side": code,
            "starts": row.starts.isoformat(),
            "ends": row.ends.isoformat(),
            "reason": row.reason.as_mapping(),
            "is_private": row.is_private,
        }
        for row, code in _rows(tables)
        if wanted is None or row.id in wanted
    ]


COMMANDS = (
    Group(
        "avoid",
        (add, change, list_, remove),
        message("Keep the dates that a side would rather avoid."),
    ),
)
