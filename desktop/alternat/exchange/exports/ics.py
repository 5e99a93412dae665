"""The programme as iCalendar (RFC 5545), for the calendars of phones and of Outlook."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from alternat.exchange.exports.public import PublicProgramme, PublicRoom, PublicSession
from alternat.exchange.exports.zones import timezone_component
from alternat.language.catalogs import catalog
from alternat.language.messages import message

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//Alternat//Programme//EN"


def write_ics(programme: PublicProgramme, now: datetime) -> bytes:
    """Return the calendar; `now`, with a zone, is when it was made and stands in every event.

    Titles are in all languages of the export. Cancelled sessions stay, and those that were
    dropped since they were published come back as cancelled, so that calendars strike them out.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = programme.joined(programme.title)
    subject = programme.joined(programme.subject)
    calendar.add("x-wr-calname", f"{name} – {subject}" if subject else name)
    calendar.add("x-wr-timezone", programme.time_zone)
    _add_zones(calendar, programme)
    for session in (*programme.sessions, *programme.dropped):
        calendar.add_component(_event(programme, session, now.astimezone(UTC).replace(microsecond=0)))
    return bytes(calendar.to_ical(sorted=False))


def _add_zones(calendar: "Calendar", programme: PublicProgramme) -> None:
    days: dict[str, list[PublicSession]] = {}
    for session in (*programme.sessions, *programme.dropped):
        days.setdefault(session.time_zone, []).append(session)
    for zone in sorted(days):
        first = min(session.day for session in days[zone])
        last = max(session.local_end.date() for session in days[zone])
        calendar.add_component(timezone_component(zone, first, last))


def _event(programme: PublicProgramme, session: PublicSession, now: datetime) -> "Event":
    from icalendar import Event, vText

    event = Event()
    event.add("uid", session.uid)
    event.add("sequence", session.sequence)
    event.add("dtstamp", now)
    start = datetime.combine(session.day, session.start)
    event.add("dtstart", start, parameters={"TZID": session.time_zone})
    if _end_is_plain(session):
        end = session.local_end.replace(tzinfo=None)
        event.add("dtend", end, parameters={"TZID": session.time_zone})
    else:
        # The clock is set back meanwhile: the wall time of the end would be read as its first occurrence.
        event.add("duration", timedelta(minutes=session.minutes))
    event.add("summary", vText(programme.joined(session.title)))
    if session.room is not None:
        event.add("location", vText(_location(programme, session.room)))
    if description := _description(programme, session):
        event.add("description", vText(description))
    event.add("status", "CANCELLED" if session.is_cancelled else "CONFIRMED")
    return event


def _end_is_plain(session: PublicSession) -> bool:
    return session.local_end.fold == 0


def _location(programme: PublicProgramme, room: PublicRoom) -> str:
    parts = (programme.joined(room.name) or room.code, programme.joined(room.venue), room.address)
    return ", ".join(part for part in parts if part)


def _description(programme: PublicProgramme, session: PublicSession) -> str:
    """Return kind, agenda and chairs, one block a language."""
    return "\n\n".join(_block(programme, session, at) for at in range(len(programme.languages)))


def _block(programme: PublicProgramme, session: PublicSession, at: int) -> str:
    language = programme.languages[at]
    lines = [session.kind.on_paper(language)]
    if session.interpretation:
        lines.append(session.interpretation.on_paper(language))
    if session.chairs:
        chairs = tuple(person.name.on_paper(language) for person in session.chairs)
        lines.append(catalog(language).say(message("Chaired by {people}", people=chairs)))
    lines += [f"{item.number}. {item.text.on_paper(language)}" for item in session.agenda]
    return "\n".join(line for line in lines if line)
