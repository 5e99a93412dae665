"""The dialogue's meetings as the header, the overview and the palette show them."""

from dataclasses import dataclass
from datetime import date

from alternat.language.formats import date_span
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.language.vocabulary import meeting_status_label
from alternat.models.tables import Tables
from alternat.nouns.meetings import MeetingStatus
from alternat.ui.look.screen import Screen


@dataclass(frozen=True, slots=True)
class MeetingInView:
    """One meeting with its host."""

    id: int
    reference: str
    year: int
    city: Label
    starts: date | None
    ends: date | None
    status: MeetingStatus
    host_code: str
    host: Label
    colour: str
    """The host's colour as `#rrggbb`."""

    def title(self, screen: Screen) -> str:
        """Return what the meeting is called in a list: `2027 · Ottawa`."""
        city = screen.read(self.city)
        return f"{self.reference} · {city}" if city else self.reference

    def days(self, screen: Screen) -> str:
        """Return the days of the meeting, or that there are none yet."""
        if self.starts is None:
            return screen.say(message("No dates yet"))
        return date_span(self.starts, self.ends, screen.language)

    def standing(self, screen: Screen) -> str:
        """Return the word for how far the meeting has come."""
        return meeting_status_label(self.status).on_screen(screen.language)

    def nearness(self, today: date) -> Message | None:
        """Return how far away the meeting is, or None where that says nothing."""
        if self.status in {MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.HELD}:
            return None
        if self.starts is None:
            return message("No dates yet")
        days = (self.starts - today).days
        if days > 0:
            return counted("{count} day left", "{count} days left", days)
        last = self.ends or self.starts
        return message("Under way") if today <= last else message("Past")


def meetings_in_view(tables: Tables) -> tuple[MeetingInView, ...]:
    """Return all meetings, the latest first."""
    meeting, side = tables.Meeting, tables.Side
    query = (
        meeting.select(meeting, side)
        .join(side, on=meeting.host == side.id)
        .order_by(meeting.year.desc(), meeting.starts.desc(), meeting.id.desc())
    )
    return tuple(
        MeetingInView(
            id=row.id,
            reference=row.reference,
            year=row.year,
            city=row.city,
            starts=row.starts,
            ends=row.ends,
            status=row.status,
            host_code=row.host.code,
            host=row.host.country,
            colour=row.host.colour,
        )
        for row in query
    )


def meeting_to_open(tables: Tables, today: date) -> int | None:
    """Return the meeting to have in view at first: the next one to come, else the latest, else None.

    A meeting without dates counts as to come unless it is held or called off.
    """
    meetings = meetings_in_view(tables)
    closed = {MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED}
    to_come = [
        each
        for each in meetings
        if each.status not in closed
        and (each.ends or each.starts or today) >= today
        and each.year >= today.year
    ]
    if to_come:
        return min(to_come, key=lambda each: (each.starts or date(each.year, 12, 31), each.id)).id
    return meetings[0].id if meetings else None
