"""Verbs about the annual meetings."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alternat.actions.fields import Fields, InvalidValue, checked
from alternat.errors import AlternatError
from alternat.language.field_names import field_name
from alternat.language.label import Label
from alternat.language.messages import mark, message
from alternat.models.meetings import MeetingStatus
from alternat.models.tables import Tables
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class UnknownMeeting(AlternatError):
    """No meeting has that reference."""

    template = mark("There is no meeting “{reference}”. The meetings are: {choices}.")


class UnknownSide(AlternatError):
    """No side has that code."""

    template = mark("There is no side “{code}”. The sides are: {choices}.")


class ReferenceTaken(AlternatError):
    """Two meetings cannot share a reference."""

    template = mark("There is already a meeting “{reference}”. Give this one another reference.")


class EndsBeforeStart(AlternatError):
    """The last day is before the first."""

    template = mark(
        "The meeting would end on {ends}, before it starts on {starts}. Correct one of the two dates."
    )


class OutsideYear(AlternatError):
    """The first day is in another year than the meeting."""

    template = mark("The meeting of {year} cannot start on {starts}. Correct the date or the year.")


def meeting_id(tables: Tables, reference: str) -> int:
    """Return the id of the meeting with that reference; an unknown one is an `UnknownMeeting`."""
    row = tables.Meeting.get_or_none(tables.Meeting.reference == reference)
    if row is None:
        query = tables.Meeting.select().order_by(tables.Meeting.year)
        raise UnknownMeeting(reference=reference, choices=", ".join(each.reference for each in query) or "–")
    return int(row.id)


def side_id(tables: Tables, code: str) -> int:
    """Return the id of the side with that code, in any case; an unknown one is an `UnknownSide`."""
    ids = {row.code: int(row.id) for row in tables.Side.select().order_by(tables.Side.number)}
    if code.upper() not in ids:
        raise UnknownSide(code=code, choices=", ".join(ids))
    return ids[code.upper()]


def add_meeting(
    workspace: Workspace,
    *,
    year: int,
    host: str,
    reference: str | None = None,
    city: Label | None = None,
    starts: date | None = None,
    ends: date | None = None,
    status: MeetingStatus = MeetingStatus.DRAFT,
) -> Changes:
    """Add the meeting of a year, hosted by the side with that code.

    The reference is the year unless another is given; the city and the time zone are those of the host's
    capital until changed; a meeting with a first day only lasts that day.
    """
    tables = workspace.tables
    side = tables.Side.get_by_id(side_id(tables, host))
    fields = {
        "reference": reference or str(year),
        "year": year,
        "host": side.id,
        "city": city or side.capital,
        "starts": starts,
        "ends": ends or starts,
        "time_zone": side.time_zone,
        "status": status,
    }
    values = checked(tables.Meeting, fields)
    _check(tables, None, values)
    with workspace.change(message("Add the meeting {reference}", reference=values["reference"])) as change:
        change.insert(tables.Meeting, [values])
    return change.result


def change_meeting(workspace: Workspace, meeting: int, fields: Fields) -> Changes:
    """Change fields of a meeting."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    values = checked(tables.Meeting, fields)
    kept = {name: getattr(row, name) for name in ("reference", "year", "starts", "ends", "time_zone")}
    if values.get("starts") and "ends" not in values and row.ends and values["starts"] > row.ends:
        values["ends"] = values["starts"]
    _check(tables, meeting, {**kept, **values})
    with workspace.change(message("Change the meeting {reference}", reference=row.reference)) as change:
        change.update(tables.Meeting, {meeting: values})
    return change.result


def remove_meeting(workspace: Workspace, meeting: int) -> Changes:
    """Remove a meeting with all its participations; the people stay in the dialogue."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    with workspace.change(message("Remove the meeting {reference}", reference=row.reference)) as change:
        change.delete(tables.Meeting, [meeting])
    return change.result


def raise_revision(workspace: Workspace, meeting: int) -> Changes:
    """Count the revision of the delegation lists one up."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    revision = row.list_revision + 1
    with workspace.change(message("Raise the list to revision {revision}", revision=revision)) as change:
        change.update(tables.Meeting, {meeting: {"list_revision": revision}})
    return change.result


def _check(tables: Tables, meeting: int | None, values: dict[str, Any]) -> None:
    starts, ends = values["starts"], values["ends"]
    if not values["reference"]:
        raise InvalidValue(field=field_name("reference"), value="")
    if not 1900 <= values["year"] <= 2200:
        raise InvalidValue(field=field_name("year"), value=values["year"])
    if ends is not None and (starts is None or ends < starts):
        raise EndsBeforeStart(starts=starts or "–", ends=ends)
    if starts is not None and starts.year != values["year"]:
        raise OutsideYear(year=str(values["year"]), starts=starts)
    try:
        ZoneInfo(values["time_zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValue(field=field_name("time_zone"), value=values["time_zone"]) from error
    taken = tables.Meeting.get_or_none(tables.Meeting.reference == values["reference"])
    if taken is not None and taken.id != meeting:
        raise ReferenceTaken(reference=values["reference"])
