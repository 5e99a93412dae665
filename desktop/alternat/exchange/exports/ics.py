"""The programme as iCalendar (RFC 5545, 5546, 7986), for the calendars of phones and of Outlook."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from alternat.exchange.exports.chairing import chaired
from alternat.exchange.exports.public import PublicProgramme, PublicRoom, PublicSession
from alternat.exchange.exports.zones import timezone_component
from alternat.language.label import Language

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//Alternat//Programme//EN"
_REFRESH = timedelta(hours=6)
"""How often a calendar that is subscribed to may be asked for again."""


def write_ics(programme: PublicProgramme, now: datetime) -> bytes:
    """Return the calendar; `now`, with a zone, is when it was made and stands in every event.

    Titles are in all languages of the export. Cancelled sessions stay, and those that are gone since they
    left come back as cancelled, so that calendars strike them out.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if programme.office is not None:
        # PUBLISH wants an ORGANIZER in every event (RFC 5546, 3.2.1). That is the issuing office, never a
        # person. Where no office is on record the file goes without a method, which RFC 5545, 3.7.2 allows:
        # it then is a plain calendar, and no reader takes a made-up sender for somebody to answer.
        calendar.add("method", "PUBLISH")
    name = programme.joined(programme.title)
    name = f"{programme.joined(programme.off)} – {name}" if programme.off else name
    subject = programme.joined(programme.subject)
    calendar.add("x-wr-calname", f"{name} – {subject}" if subject else name)
    calendar.add("x-wr-timezone", programme.time_zone)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _duration(_REFRESH))
    _add_zones(calendar, programme)
    for session in (*programme.sessions, *programme.dropped):
        calendar.add_component(_event(programme, session, now.astimezone(UTC).replace(microsecond=0)))
    return bytes(calendar.to_ical(sorted=False))


def _duration(length: timedelta) -> str:
    return f"PT{int(length.total_seconds()) // 3600}H"


def _add_zones(calendar: "Calendar", programme: PublicProgramme) -> None:
    days: dict[str, list[PublicSession]] = {}
    for session in (*programme.sessions, *programme.dropped):
        for zone in {session.time_zone, session.end_zone or session.time_zone}:
            days.setdefault(zone, []).append(session)
    for zone in sorted(days):
        first = min(session.day for session in days[zone])
        last = max(max(session.local_end, session.arrival).date() for session in days[zone])
        calendar.add_component(timezone_component(zone, first - timedelta(days=1), last + timedelta(days=1)))


def _event(programme: PublicProgramme, session: PublicSession, now: datetime) -> "Event":
    from icalendar import Event, vText

    event = Event()
    event.add("uid", session.uid)
    event.add("sequence", session.sequence)
    event.add("dtstamp", now)
    if session.modified is not None:
        event.add("last-modified", session.modified.astimezone(UTC).replace(microsecond=0))
    _add_times(event, session)
    event.add("summary", vText(_summary(programme, session)))
    if session.room is not None:
        event.add("location", vText(_location(programme, session.room)))
    if description := _description(programme, session):
        event.add("description", vText(description))
    if kinds := list(dict.fromkeys(text for _, text in programme.each(session.kind) if text)):
        event.add("categories", kinds)
    if programme.office is not None:
        address, office = programme.office
        event.add("organizer", f"mailto:{address}", parameters={"CN": programme.joined(office)})
    is_off = bool(programme.off_word(session))
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if is_off or session.is_free else "OPAQUE")
    return event


def _add_times(event: "Event", session: PublicSession) -> None:
    start = datetime.combine(session.day, session.start)
    event.add("dtstart", start, parameters={"TZID": session.time_zone})
    end = session.arrival
    if end.fold == 0:
        zone = session.end_zone or session.time_zone
        event.add("dtend", end.replace(tzinfo=None), parameters={"TZID": zone})
    else:
        # The clock is set back meanwhile: the wall time of the end would be read as its first occurrence.
        event.add("duration", timedelta(minutes=session.minutes))


def _summary(programme: PublicProgramme, session: PublicSession) -> str:
    """Return the title; of what is off it says so first, since many readers show no status."""
    title = programme.joined(session.title)
    off = programme.off_word(session)
    return f"{programme.joined(off)} – {title}" if off else title


def _location(programme: PublicProgramme, room: PublicRoom) -> str:
    """Return room, venue and address; where all is Chinese, from the large to the small."""
    parts = (programme.joined(room.name) or room.code, programme.joined(room.venue), room.address)
    if programme.languages == (Language.ZH,):
        return "\N{IDEOGRAPHIC SPACE}".join(part for part in reversed(parts) if part)
    return ", ".join(part for part in parts if part)


def _description(programme: PublicProgramme, session: PublicSession) -> str:
    """Return kind, agenda and chairs, one block a language."""
    blocks = (_block(session, language) for language in programme.languages)
    return "\n\n".join(block for block in blocks if block)


def _block(session: PublicSession, language: Language) -> str:
    lines = [session.kind.filled().text(language), session.interpretation.filled().text(language)]
    if session.chairs:
        lines.append(chaired(session.chairs, language))
    lines += [f"{item.number}. {item.text.filled().text(language)}" for item in session.agenda]
    return "\n".join(line for line in lines if line)
