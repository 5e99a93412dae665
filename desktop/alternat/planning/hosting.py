"""Whose turn it is to host: the side that did not host the last meeting actually held, never year parity."""

from dataclasses import dataclass

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.meetings import MeetingStatus
from alternat.models.tables import Tables


@dataclass(frozen=True, slots=True)
class HostingTurn:
    """The side whose turn it is, and the sentence that says why."""

    side: str
    reason: Message


def next_host(tables: Tables) -> HostingTurn:
    """Return whose turn it is to host the next meeting.

    Terms of reference, section III: the Dialogue is hosted alternately. A postponed or cancelled meeting does
    not count. Where no meeting has been held the first side of the dialogue begins.
    """
    sides = list(tables.Side.select().order_by(tables.Side.number))
    meeting = tables.Meeting
    last = (
        meeting.select()
        .where(meeting.status == MeetingStatus.HELD)
        .order_by(meeting.year.desc(), meeting.starts.desc(), meeting.id.desc())
        .first()
    )
    if last is None:
        return HostingTurn(sides[0].code, message("No meeting has been held yet; the first side begins."))
    other = next(side for side in sides if side.id != last.host_id)
    hosted: Label = next(side.country for side in sides if side.id == last.host_id)
    return HostingTurn(
        other.code,
        message("{country} hosted the last meeting held, in {year}.", country=hosted, year=str(last.year)),
    )
