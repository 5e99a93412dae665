"""What would go wrong with a change sheet on paper: gaps, cut texts, characters that no font has."""

from collections.abc import Iterator, Mapping, Sequence

from alternat.documents.contents.paper_findings import missing_glyphs_of_label, missing_glyphs_of_name
from alternat.documents.contents.session_findings import missing_titles, text_too_long
from alternat.documents.kinds.change_sheet.texts import name_of
from alternat.documents.press.fonts import Fonts
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.findings import Finding, Severity, Subject, SubjectKind
from alternat.planning.revisions import NamedPerson, ProgrammeChanges, SessionChange


def check_changes(
    changes: ProgrammeChanges,
    sessions: Mapping[str, int],
    meeting: int,
    languages: Sequence[Language],
    fonts: Fonts,
    *,
    cut_sessions: frozenset[str] = frozenset(),
    cut_people: frozenset[int] = frozenset(),
) -> tuple[Finding, ...]:
    """Return what is missing from the sessions and people of a sheet, in no font, or cut off, each once.

    A session that is gone cannot be mended any more; the meeting stands for it.
    """
    found: list[Finding] = []
    for change in changes.sessions:
        session = sessions.get(change.session)
        subject = (
            Subject(SubjectKind.MEETING, meeting)
            if session is None
            else Subject(SubjectKind.SESSION, session)
        )
        found += _of_session(change, subject, languages, fonts)
        if change.session in cut_sessions:
            found.append(text_too_long(subject, name_of(change.state)))
    for person in changes.names.values():
        found += missing_glyphs_of_name(person.person, person.name, fonts)
        if person.person in cut_people:
            found.append(_cut_person(person))
    return tuple(dict.fromkeys(found))


def _of_session(
    change: SessionChange, subject: Subject, languages: Sequence[Language], fonts: Fonts
) -> Iterator[Finding]:
    for state in filter(None, (change.before, change.after)):
        name = name_of(state)
        yield from missing_glyphs_of_label(state.title, fonts, subject, name, "title")
        if state.room is not None:
            for label in (state.room.name, state.room.venue):
                yield from missing_glyphs_of_label(label, fonts, subject, label, "room")
    yield from missing_titles(subject, change.state.title, name_of(change.state), languages)


def _cut_person(person: NamedPerson) -> Finding:
    return Finding(
        "changes-too-long",
        Severity.BLOCKS,
        Subject(SubjectKind.PERSON, person.person),
        message(
            "What has changed for {name} is too long for one page and would be cut off. "
            "Compare two revisions that are closer together.",
            name=person.name,
        ),
    )
