"""What would go wrong with a session on paper, said before it prints: gaps, cut texts, missing characters."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from alternat.documents.contents.paper_findings import missing_glyphs_of_label, missing_glyphs_of_person
from alternat.documents.contents.programme import ProgrammeFacts
from alternat.documents.contents.session_texts import agenda_of, title_of
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.small_texts import RowFits, SmallTexts
from alternat.documents.press.tables import TableSetter
from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.programme import SessionPlan

_NO_TITLE = {
    Language.EN: mark("{session} has no English title; the paper shows a gap."),
    Language.FR: mark("{session} has no French title; the paper shows a gap."),
    Language.ZH: mark("{session} has no Chinese title; the paper shows a gap."),
}
_NO_ITEM = {
    Language.EN: mark("An agenda item of {session} has no English text; the paper shows a gap."),
    Language.FR: mark("An agenda item of {session} has no French text; the paper shows a gap."),
    Language.ZH: mark("An agenda item of {session} has no Chinese text; the paper shows a gap."),
}
_NO_ROOM_NAME = {
    Language.EN: mark("Room {room} has no English name; the paper shows a gap."),
    Language.FR: mark("Room {room} has no French name; the paper shows a gap."),
    Language.ZH: mark("Room {room} has no Chinese name; the paper shows a gap."),
}


def check_sessions(
    facts: ProgrammeFacts,
    sessions: Iterable[SessionPlan],
    languages: Sequence[Language],
    fonts: Fonts,
    *,
    fits: RowFits | None = None,
    named: Collection[int] = (),
    table: TableSetter | None = None,
) -> tuple[Finding, ...]:
    """Return what is missing from sessions, in no font, cut off or set smaller, each once.

    `fits` tells how the rows were set by session; `named` are the people whom the paper names, in the
    columns of `table`.
    """
    fits, small = fits or RowFits(), SmallTexts()
    found: list[Finding] = []
    people = {key: each for key, each in facts.programme.people.items() if key in named}
    for delegate in people.values():
        found += missing_glyphs_of_person(delegate, fonts)
    if table is not None:
        found += table.broken_names({key: shown_name(each) for key, each in people.items()}, languages)
    for session in sessions:
        found += _of_session(session, languages, fonts)
        subject = Subject(SubjectKind.SESSION, session.id)
        if session.id in fits.cut:
            found.append(text_too_long(subject, title_of(session)))
        elif session.id in fits.sizes:
            small.note(subject, title_of(session), fits.sizes[session.id])
        if session.room is not None:
            found += _of_room(facts, session.room, languages, fonts)
    return tuple(dict.fromkeys((*found, *small.findings())))


def _of_session(session: SessionPlan, languages: Sequence[Language], fonts: Fonts) -> Iterator[Finding]:
    subject, name = Subject(SubjectKind.SESSION, session.id), title_of(session)
    yield from missing_glyphs_of_label(session.title, fonts, subject, name, "title")
    yield from missing_titles(subject, session.title, name, languages)
    for item in agenda_of(session):
        yield from missing_glyphs_of_label(item.text, fonts, subject, name, "agenda")
        for language in _gaps(item.text, languages):
            yield _gap("agenda-text-missing", subject, Message(_NO_ITEM[language], {"session": name}))


def _of_room(
    facts: ProgrammeFacts, key: int, languages: Sequence[Language], fonts: Fonts
) -> Iterator[Finding]:
    room = facts.programme.rooms[key]
    venue = facts.programme.venues[room.venue]
    subject = Subject(SubjectKind.ROOM, key)
    yield from missing_glyphs_of_label(room.name, fonts, subject, room.name, "name")
    yield from missing_glyphs_of_label(venue.name, fonts, subject, venue.name, "name")
    for language in _gaps(room.name, languages):
        yield _gap("room-name-missing", subject, Message(_NO_ROOM_NAME[language], {"room": room.code}),
                   Fix(message("Add the name"), f"name.{language}"))  # fmt: skip


def missing_titles(
    subject: Subject, title: Label, name: Label, languages: Sequence[Language]
) -> Iterator[Finding]:
    """Yield a finding for every language in which a session, called by `name`, has no title."""
    for language in _gaps(title, languages):
        yield _gap("session-title-missing", subject, Message(_NO_TITLE[language], {"session": name}),
                   Fix(message("Add the title"), f"title.{language}"))  # fmt: skip


def text_too_long(subject: Subject, title: Label) -> Finding:
    """Return that a text of a session does not fit; it blocks, since paper would cut it off."""
    return Finding(
        "session-too-long",
        Severity.BLOCKS,
        subject,
        message("A text of {session} is too long for its column and would be cut off. Shorten it.",
                session=title),
    )  # fmt: skip


def _gap(code: str, subject: Subject, sentence: Message, fix: Fix | None = None) -> Finding:
    return Finding(code, Severity.WARNS, subject, sentence, fix)


def _gaps(label: Label, languages: Sequence[Language]) -> tuple[Language, ...]:
    """Return the languages of the paper without a text; a text that nobody wrote at all is no gap."""
    return label.missing(languages) if label else ()
