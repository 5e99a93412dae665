"""The programme as one web page that needs nothing else: no network, no other file, no server."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.public import PublicClock, PublicProgramme, PublicSession
from alternat.language.catalogs import catalog
from alternat.language.formats import clock as clock_text
from alternat.language.formats import day_in_brief, long_date, sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.language.vocabulary import language_name
from alternat.language.zones import zone_place
from alternat.shipped import resource

if TYPE_CHECKING:
    from jinja2 import Template

_WORDS = {
    "language": message("Language"),
    "filters": message("Show only"),
    "room": message("Room"),
    "side": message("Side"),
    "person": message("Person"),
    "all": message("No restriction"),
    "skip": message("Skip to the sessions"),
    "chairs": message("Chair(s)"),
    "co_chairs": message("Co-chairs"),
    "people": message("Participants"),
    "except": message("Except"),
    "interpretation": message("Interpretation"),
    "agenda": message("Agenda"),
    "none": message("No session fits. Choose “No restriction” to see every session."),
    "shown": message("Sessions shown:"),
    "search": message("Words in the programme"),
    "days": message("Days"),
    "calendar": message("Calendar file (.ics)"),
}
"""What the page says besides the programme itself."""


def write_html(programme: PublicProgramme, now: datetime) -> bytes:
    """Return the page in all languages of the export, the first one shown; the others are a press away.

    Its own policy forbids every request and every script but its own. The calendar is in the page itself, so
    that one file is all that has to be handed on.
    """
    style, script = _file("programme.css"), _file("programme.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    values = {
        "policy": f"{policy}; base-uri 'none'; form-action 'none'",
        "style": style,
        "script": script,
        "programme": programme,
        "first": programme.languages[0],
        "tag": _TAGS[programme.languages[0]],
        "languages": [
            (each, _TAGS[each], sentence_case(language_name(each).text(each))) for each in programme.languages
        ],
        "edition": _edition(programme, now),
        "off": _texts(programme, programme.off) if programme.off else [],
        "calendar": quote(write_ics(programme, now), safe=""),
        "calendar_name": f"{programme.reference}.ics".translate(_NOT_IN_NAMES),
        "words": {key: _said(programme, text) for key, text in _WORDS.items()},
        "days": [
            _day(programme, day, list(sessions))
            for day, sessions in groupby(programme.sessions, key=lambda session: session.day)
        ],
        "texts": lambda label: _texts(programme, label),
        "zones": _zones(programme),
    }
    return _template().render(values).lstrip().encode()


_TAGS: Mapping[Language, str] = MappingProxyType(
    {Language.EN: "en-CA", Language.FR: "fr-CA", Language.ZH: "zh-Hans-CN"}
)
"""What a browser chooses glyphs, voices and hyphens by (RFC 5646)."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>| ', "-"))


def _edition(programme: PublicProgramme, now: datetime) -> list[tuple[str, str]]:
    """Return which revision of the programme this is and of which day, by the meeting’s own calendar."""
    zone = ZoneInfo(programme.time_zone)
    if programme.published is None:
        return _said(programme, message("Not published yet, as of {day}", day=now.astimezone(zone).date()))
    day = programme.published.astimezone(zone).date()
    return _said(programme, message("Revision {number} of {day}", number=str(programme.revision), day=day))


def _file(name: str) -> str:
    return resource("html", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_file("programme.html"))


def _texts(programme: PublicProgramme, label: Label) -> list[tuple[str, str]]:
    """Return the language and the text of each language of the export."""
    return [(language.value, text) for language, text in programme.each(label)]


def _said(programme: PublicProgramme, sentence: Message) -> list[tuple[str, str]]:
    return [(language.value, catalog(language).say(sentence)) for language in programme.languages]


def _day(programme: PublicProgramme, day: date, sessions: list[PublicSession]) -> dict[str, Any]:
    return {
        "id": day.isoformat(),
        "short": [(each.value, day_in_brief(day, each)) for each in programme.languages],
        "name": [(each.value, sentence_case(long_date(day, each))) for each in programme.languages],
        "sessions": [_session(programme, session) for session in sessions],
    }


def _session(programme: PublicProgramme, session: PublicSession) -> dict[str, Any]:
    """Return what the template shows of a session beyond its own values."""
    order = {person.id: at for at, person in enumerate(programme.people)}
    sides = {person.id: person.side for person in programme.people}
    end = session.arrival
    return {
        "own": session,
        "off": _texts(programme, programme.off_word(session)) if programme.off_word(session) else [],
        "starts": session.starts.isoformat(),
        "ends": session.ends.isoformat(),
        "times": [
            (
                each.value,
                f"{clock_text(session.start, each)} – {clock_text(end, each)}{_arrival(session, each)}",
            )
            for each in programme.languages
        ],
        "clocks": [_elsewhere(programme, session, clock) for clock in programme.clocks],
        "people": " ".join(f"p{order[person]}" for person in session.people if person in order),
        "sides": " ".join(sorted({sides[person] for person in session.people if person in sides})),
    }


def _arrival(session: PublicSession, language: Language) -> str:
    """Return in brackets by whose clock a journey ends, empty for everything else."""
    if session.end_zone in {"", session.time_zone}:
        return ""
    place = zone_place(session.end_zone).text(language)
    return f"（{place}）" if language is Language.ZH else f" ({place})"


def _elsewhere(
    programme: PublicProgramme, session: PublicSession, clock: PublicClock
) -> list[tuple[str, str]]:
    """Return the start by another capital's clock, and how many days later or earlier it is there."""
    shown = session.seen_from(clock)
    days = (shown.date() - session.day).days
    later = message("the next day") if days == 1 else counted("{count} day later", "{count} days later", days)
    earlier = (
        message("the day before")
        if days == -1
        else counted("{count} day earlier", "{count} days earlier", -days)
    )
    texts = []
    for language in programme.languages:
        line = f"{clock.place.filled().text(language)} {clock_text(shown, language)}"
        if days:
            shift = catalog(language).say(later if days > 0 else earlier)
            line += f"（{shift}）" if language is Language.ZH else f" ({shift})"
        texts.append((language.value, line))
    return texts


def _zones(programme: PublicProgramme) -> list[tuple[str, str]]:
    """Return the sentence that says whose clock the times are by."""
    sentence = message(
        "Times are those of {place} ({zone}).", place=programme.place.filled(), zone=programme.time_zone
    )
    return _said(programme, sentence) if programme.place else []
