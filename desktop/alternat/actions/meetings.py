"""Verbs about the annual meetings."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alternat.actions.consent_rows import forget_consents
from alternat.actions.fields import Fields, InvalidValue, checked
from alternat.actions.sequences import count_up, write_sessions
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message, offered
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.meetings import MEETING, MeetingStatus
from alternat.nouns.sides import SIDE
from alternat.planning.consents import ConsentSubject, agreement_as_changed, has_moved
from alternat.planning.hosting import PLANNED, is_out_of_turn, turn_before
from alternat.planning.programme_shifts import ProgrammeWish, programme_shift, shifted
from alternat.planning.regions import known_region, regions
from alternat.planning.rows import found
from alternat.planning.statuses import ASIDE, NEEDS_CONSENT, NEEDS_DATES, NEXT_STATUSES
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


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


class StatusNotAllowed(AlternatError):
    """A meeting cannot go from its status to that one."""

    template = mark(
        "The meeting {reference} is {now} and cannot become {wanted}. From here it can become: {choices}."
    )


class DatesNeeded(AlternatError):
    """A meeting without dates cannot be proposed, nor anything after that."""

    template = mark("The meeting {reference} has no dates yet. Set its first and last day before.")


class ConsentNeeded(AlternatError):
    """A meeting is agreed when both sides have given their consent."""

    template = mark(
        "The meeting {reference} cannot be {wanted}: the consent of {countries} is not on record. "
        "Record its date and document before."
    )


class TurnUndecided(AlternatError):
    """Whoever cancels a meeting has to say whether the turn passes."""

    template = mark(
        "Say whether the turn passes to the other side now that the meeting {reference} is cancelled."
    )


class ReasonNeeded(AlternatError):
    """A side hosts out of turn without a reason on record."""

    template = mark(
        "It is the turn of {turn} to host, not of {country}. Give the reason why the meeting {reference} is "
        "hosted out of turn."
    )


class UnknownRegion(AlternatError):
    """No province of the sides' countries is meant by that."""

    template = mark(
        "“{value}” is no province that is known here. Give one of these, or nothing for that of the city: "
        "{choices}."
    )


def meeting_id(tables: Tables, reference: str) -> int:
    """Return the id of the meeting with that reference; else an `UnknownRow`."""
    return found(tables, MEETING, reference)


def side_id(tables: Tables, code: str) -> int:
    """Return the id of the side with that code, in any case; else an `UnknownRow`."""
    return found(tables, SIDE, code)


@verb
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
    host_reason: str = "",
) -> Changes:
    """Add the meeting of a year, hosted by the side with that code.

    The reference is the year unless another is given; the city and the time zone are those of the host's
    capital until changed; a meeting with a first day only lasts that day. Past meetings are entered with the
    status they ended in. `host_reason` says why a side hosts out of turn; a draft can do without.
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
        "host_reason": host_reason,
    }
    values = checked(tables.Meeting, fields)
    _check(tables, None, values)
    with workspace.change(message("Add the meeting {reference}", reference=values["reference"])) as change:
        # Papers of a removed meeting of that reference are still about: their numbers stay given.
        given = workspace.highest_removed(tables.Meeting, "reference", values["reference"])
        change.insert(tables.Meeting, [{**values, **given}])
    return change.result


@verb
def change_meeting(
    workspace: Workspace,
    meeting: int,
    fields: Fields,
    *,
    programme: ProgrammeWish = ProgrammeWish.KEEP,
) -> Changes:
    """Change fields of a meeting; a new status has to be one that `set_status` allows.

    With `programme` the sessions go along to other days and into another zone, in the same step.

    An agreed or confirmed meeting that gets other days, another host or another city than the sides have
    consented to goes back to being proposed (a draft, without dates), in the same step.
    """
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    values = checked_change(tables, row, fields)
    shift = programme_shift(tables, meeting, values) if programme is ProgrammeWish.MOVE else None
    label = message("Change the meeting {reference}", reference=row.reference)
    if shift is not None:
        label = message("Change the meeting {reference} with its programme", reference=row.reference)
    if back := setback(tables, row, values):
        values["status"] = back
        label = message(
            "Change the meeting {reference}, which goes back to {status}: both sides have to consent again",
            reference=row.reference,
            status=back,
        )
    moved = shifted(tables, meeting, shift) if shift is not None else {}
    with workspace.change(label) as change:
        change.update(tables.Meeting, {meeting: values})
        if moved:
            write_sessions(tables, change, moved)
    return change.result


@verb
def set_status(
    workspace: Workspace,
    meeting: int,
    status: MeetingStatus,
    reason: str = "",
    turn_passes: bool | None = None,  # noqa: FBT001 - the answer to a question, None is no answer
) -> Changes:
    """Take a meeting a step further, aside or back.

    `reason` says why a side hosts out of turn, or why a meeting is postponed or cancelled. Cancelling needs
    `turn_passes`. Errors: `StatusNotAllowed`, `DatesNeeded`, `ConsentNeeded`, `TurnUndecided`,
    `ReasonNeeded`.
    """
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    fields: dict[str, Any] = {"status": status}
    if reason and status in PLANNED:
        fields["host_reason"] = reason
    if status in ASIDE:
        fields["status_reason"] = reason.strip()
    if turn_passes is not None:
        fields["turn_passes"] = turn_passes
    values = checked_change(tables, row, fields)
    aside = reason.strip() if status in ASIDE else ""
    label = message("Set the meeting {reference} to {status}", reference=row.reference, status=status)
    if aside:
        label = message(
            "Set the meeting {reference} to {status}: {reason}",
            reference=row.reference,
            status=status,
            reason=aside,
        )
    with workspace.change(label) as change:
        change.update(tables.Meeting, {meeting: values})
        if {status, row.status} & ASIDE:
            # Calendars take in only what is newer, also that what was postponed is now cancelled.
            count_up(tables, change, _sessions(tables, meeting))
    return change.result


def _sessions(tables: Tables, meeting: int) -> list[int]:
    session: Any = tables.Session
    return [row.id for row in session.select(session.id).where(session.meeting == meeting)]


@verb
def remove_meeting(workspace: Workspace, meeting: int) -> Changes:
    """Remove a meeting with its participations, programme, sub-groups and consents; the people stay."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    subgroups = [each.id for each in tables.SubGroup.select().where(tables.SubGroup.meeting == meeting)]
    with workspace.change(message("Remove the meeting {reference}", reference=row.reference)) as change:
        forget_consents(change, tables, ConsentSubject.SUBGROUP, subgroups)
        forget_consents(change, tables, ConsentSubject.MEETING, (meeting,))
        change.delete(tables.SubGroup, subgroups)
        change.delete(tables.Meeting, [meeting])
    return change.result


@verb
def raise_revision(workspace: Workspace, meeting: int) -> Changes:
    """Count the revision of the delegation lists up, past every number that they ever had."""
    tables = workspace.tables
    row = tables.Meeting.get_by_id(meeting)
    revision = max(row.list_revision, row.last_list_revision) + 1
    with workspace.change(message("Raise the list to revision {revision}", revision=revision)) as change:
        values = {"list_revision": revision, "last_list_revision": revision}
        change.update(tables.Meeting, {meeting: values}, reckoned=True)
    return change.result


def checked_change(tables: Tables, row: Meeting, fields: Fields) -> dict[str, Any]:
    """Return the values to write for a change of a meeting, if nothing speaks against it."""
    values = checked(tables.Meeting, fields)
    if values.get("region"):
        values["region"] = _region(tables, values["region"])
    if values.get("starts") and "ends" not in values and row.ends and values["starts"] > row.ends:
        values["ends"] = values["starts"]
    kept = {name: getattr(row, name) for name in ("reference", "year", "starts", "ends", "time_zone")}
    _check(tables, row.id, {**kept, **values})
    wanted = MeetingStatus(values.get("status", row.status))
    if wanted is not row.status:
        _refuse_status(tables, row, wanted, values)
        if wanted is not MeetingStatus.CANCELLED:
            values["turn_passes"] = False
        if wanted not in ASIDE:
            values["status_reason"] = ""
    if wanted in PLANNED - {MeetingStatus.DRAFT} and values.keys() & {"status", "host", "host_reason"}:
        _refuse_out_of_turn(tables, row, values)
    return values


def _region(tables: Tables, text: str) -> str:
    """Return the code of the province that was written, by code or by name."""
    countries = tuple(side.code for side in tables.Side.select())
    code = known_region(text, countries)
    if code is None:
        raise UnknownRegion(value=text, choices=offered(regions(countries)))
    return code


def _refuse_status(tables: Tables, row: Meeting, wanted: MeetingStatus, values: dict[str, Any]) -> None:
    if wanted not in (choices := NEXT_STATUSES[row.status]):
        raise StatusNotAllowed(reference=row.reference, now=row.status, wanted=wanted, choices=choices)
    if wanted in NEEDS_DATES and values.get("starts", row.starts) is None:
        raise DatesNeeded(reference=row.reference)
    consent = agreement_as_changed(tables, _as_changed(tables, row, values))
    if wanted in NEEDS_CONSENT and not consent.is_complete:
        lacking = consent.missing or consent.sides
        countries = {side.code: side.country for side in tables.Side.select()}
        raise ConsentNeeded(
            reference=row.reference, wanted=wanted, countries=tuple(countries[code] for code in lacking)
        )
    if wanted is MeetingStatus.CANCELLED and "turn_passes" not in values:
        raise TurnUndecided(reference=row.reference)


def _as_changed(tables: Tables, row: Meeting, values: dict[str, Any]) -> Meeting:
    """Return the meeting as it will be with these values; nothing is written."""
    changed: Meeting = tables.Meeting.get_by_id(row.id)
    for name in ("year", "starts", "ends", "host", "city", "host_reason"):
        if name in values:
            setattr(changed, name, values[name])
    return changed


def setback(tables: Tables, row: Meeting, values: dict[str, Any]) -> MeetingStatus | None:
    """Return the status that an agreed meeting goes back to by moving away from what was agreed."""
    changed = _as_changed(tables, row, values)
    if row.status not in NEEDS_CONSENT or values.get("status", row.status) is not row.status:
        return None
    if agreement_as_changed(tables, changed).is_complete:
        return None
    if not has_moved(row, changed) and not agreement_as_changed(tables, row).is_complete:
        return None
    return MeetingStatus.DRAFT if changed.starts is None else MeetingStatus.PROPOSED


def _refuse_out_of_turn(tables: Tables, row: Meeting, values: dict[str, Any]) -> None:
    changed = _as_changed(tables, row, values)
    if changed.host_reason or not is_out_of_turn(tables, changed):
        return
    countries = {side.code: side.country for side in tables.Side.select()}
    raise ReasonNeeded(
        reference=row.reference,
        country=tables.Side.get_by_id(changed.host_id).country,
        turn=countries[turn_before(tables, changed).side],
    )


def _check(tables: Tables, meeting: int | None, values: dict[str, Any]) -> None:
    starts, ends = values["starts"], values["ends"]
    if ends is not None and (starts is None or ends < starts):
        raise EndsBeforeStart(starts=starts or "–", ends=ends)
    if starts is not None and starts.year != values["year"]:
        raise OutsideYear(year=str(values["year"]), starts=starts)
    try:
        ZoneInfo(values["time_zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValue(field=MEETING.title("time_zone"), value=values["time_zone"]) from error
    taken = tables.Meeting.get_or_none(tables.Meeting.reference == values["reference"])
    if taken is not None and taken.id != meeting:
        raise ReferenceTaken(reference=values["reference"])
