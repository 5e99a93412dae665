"""The change sheet: what has changed between two states of a programme, by session and by person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from alternat.documents.contents.holding_back import printable
from alternat.documents.contents.meeting import Gathered, gather_delegations
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.change_sheet.findings import check_changes
from alternat.documents.kinds.change_sheet.texts import ChangeWriter, name_of, span_of
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition, HeldBack
from alternat.documents.press.pagination import Section
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import SmallTexts
from alternat.documents.press.style import NAME, LaidRow, Line
from alternat.documents.press.tables import (
    Cell,
    TableSetter,
    columns_of,
    faint,
    lines_under,
    name_in_column,
    strong,
)
from alternat.documents.press.typesetting import Typesetter
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.planning.findings import Subject, SubjectKind
from alternat.planning.revisions import (
    ProgrammeChanges,
    SessionChange,
    changes_between,
    current_changes,
    revisions,
)

_WHEN_MM = 32.0


class NotALaterRevision(AlternatError):
    """The two revisions to compare are the same, or stand in the wrong order."""

    template = mark(
        "Revision {until} is not later than revision {since}, so there is nothing to tell. "
        "Choose an earlier and a later revision."
    )


class NoEarlierRevision(AlternatError):
    """The first revision is asked for with nothing to compare it with."""

    template = mark("Revision {number} is the first, so there is nothing before it to compare it with.")


@dataclass(frozen=True, slots=True)
class ChangeSheetOptions(SheetOptions):
    """How a change sheet is to print, and the numbers of the two revisions that it compares.

    No `until` means the programme as it stands, no `since` the last revision before that.
    """

    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeSheetValues:
    """Everything that a change sheet prints; `sessions` are the ids of those still there, by uid."""

    gathered: Gathered
    changes: ProgrammeChanges
    sessions: Mapping[str, int]


def gather_change_sheet(tables: Tables, meeting: int, options: ChangeSheetOptions) -> ChangeSheetValues:
    """Return what has changed between two revisions, or since one; reads the open workspace.

    An unknown number is an `UnknownRow`, an order that is none a `NotALaterRevision`.
    """
    gathered = gather_delegations(tables, meeting, (), options.copy_for)
    row = tables.Session
    sessions = {each.uid: each.id for each in row.select(row.id, row.uid).where(row.meeting == meeting)}
    changes = _compared(tables, meeting, options.since, options.until)
    return ChangeSheetValues(gathered, changes, MappingProxyType(sessions))


def _compared(tables: Tables, meeting: int, since: int | None, until: int | None) -> ProgrammeChanges:
    if since is None and until is None:
        return current_changes(tables, meeting)
    earlier = [each.number for each in revisions(tables, meeting) if until and each.number < until]
    base = since or (earlier[-1] if earlier else until)
    assert base is not None, "one of the two was given"
    changes = changes_between(tables, meeting, base, until)
    if until is not None and since is None and not earlier:
        raise NoEarlierRevision(number=str(until))
    if until is not None and until <= base:
        raise NotALaterRevision(since=str(base), until=str(until))
    return changes


def compose_change_sheet(
    values: ChangeSheetValues, options: ChangeSheetOptions, typesetter: Typesetter
) -> Composition:
    """Return the change sheet laid out: first by session, then by person."""
    known = values.changes
    names = {
        key: replace(each, name=printable(each.name, typesetter.fonts)) for key, each in known.names.items()
    }
    changes = replace(known, names=MappingProxyType(names))
    languages = options.languages
    name = said(message("Changes to the programme"))
    words = SheetWords(values.gathered, languages, name, _span(changes), options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    table = TableSetter(typesetter, columns_of(_WHEN_MM, len(languages)), names_in=(0,))
    tables = _Tables(words, table, changes, values.sessions)
    if changes.since is None or not changes:
        nothing = words.in_each(_nothing(changes))
        sections = [Section((), (), (setter.remark(nothing),))]
    else:
        sections = [tables.by_session(), *tables.by_person()]
    opening = usual_opening(words, setter, with_edition=True)
    sheet = lay_out_sheet(words, [(opening, sections)], options.paper, setter)
    broken = table.broken_names({key: each.name for key, each in known.names.items()}, languages)
    findings = check_changes(
        known,
        values.sessions,
        values.gathered.meeting.id,
        languages,
        typesetter.fonts,
        cut_sessions=frozenset(tables.cut_sessions),
        cut_people=frozenset(tables.cut_people),
    )
    held = tuple(HeldBack(key, each.name) for key, each in known.names.items() if names[key] != each)
    return Composition(words.info(), sheet.pages, (), (*findings, *broken, *tables.small.findings()), held)


def _span(changes: ProgrammeChanges) -> Message | None:
    if changes.since is None:
        return None
    if changes.until is None:
        return message("Changes since revision {number}", number=changes.since.number)
    return message(
        "Changes from revision {since} to revision {until}",
        since=changes.since.number,
        until=changes.until.number,
    )


def _nothing(changes: ProgrammeChanges) -> Message:
    if changes.since is None:
        return message("The programme has not been published yet, so there is nothing to compare it with.")
    if changes.until is None:
        return message("Nothing has changed since revision {number}.", number=changes.since.number)
    return message(
        "Nothing has changed between revision {since} and revision {until}.",
        since=changes.since.number,
        until=changes.until.number,
    )


class _Tables:
    """Sets the two tables of a change sheet, and notes whose texts had to be cut."""

    def __init__(
        self, words: SheetWords, table: TableSetter, changes: ProgrammeChanges, sessions: Mapping[str, int]
    ) -> None:
        self._words, self._table, self._changes, self._sessions = words, table, changes, sessions
        self._set = table.typesetter.once(table)
        self._writers = [ChangeWriter(language, changes) for language in words.languages]
        self.cut_sessions: set[str] = set()
        self.cut_people: set[int] = set()
        self.small = SmallTexts()

    def by_session(self) -> Section:
        """Return the sessions that have changed, in the order of time."""
        groups = [tuple(own) for _, own in groupby(self._changes.sessions, key=lambda each: each.session)]
        rows = []
        for own, line in zip(groups, lines_under(len(groups)), strict=True):
            row = self._row(self._when(own[0]), [writer.session(own) for writer in self._writers], line)
            rows.append(row)
            self.small.note(self._subject(own[0].session), name_of(own[0].state), row.sizes)
            if row.is_cut:
                self.cut_sessions.add(own[0].session)
        return self._section(message("By session"), message("When"), message("What has changed"), rows)

    def by_person(self) -> Iterator[Section]:
        """Yield the people whom changes concern, each with what is new for the person."""
        known = [each for each in self._changes.people if each.person in self._changes.names]
        if not known:
            return
        rows = []
        for each, line in zip(known, lines_under(len(known)), strict=True):
            name = self._changes.names[each.person].name
            names = dict.fromkeys(filter(None, self._words.of(name)))
            cell = tuple(name_in_column(text) for text in names)
            row = self._row(cell, [writer.own(each.changes) for writer in self._writers], line)
            rows.append(row)
            self.small.note(Subject(SubjectKind.PERSON, each.person), name, row.sizes)
            if row.is_cut:
                self.cut_people.add(each.person)
        yield self._section(message("By person"), message("Person"), message("What has changed"), rows)

    def _subject(self, session: str) -> Subject:
        """Return the session, or the meeting in place of one that is gone."""
        key = self._sessions.get(session)
        if key is None:
            return Subject(SubjectKind.MEETING, self._words.gathered.meeting.id)
        return Subject(SubjectKind.SESSION, key)

    def _section(self, title: Message, first: Message, rest: Message, rows: Sequence[LaidRow]) -> Section:
        words = self._words
        head = " / ".join(dict.fromkeys(words.in_each(first)))
        cells = ((head,), *((text,) for text in words.in_each(rest)))
        texts = words.in_each(title)
        return self._table.section(texts, cells, [row.strip for row in rows], words.again(texts))

    def _row(self, first: Cell, cells: Sequence[Cell], line: Line) -> LaidRow:
        return self._set(((first, *cells), line))

    def _when(self, change: SessionChange) -> Cell:
        state = change.state
        days = (faint(text, 2) for text in self._words.dates(state.day))
        return (strong(span_of(state), NAME, 1), *days)


def changed_people(values: ChangeSheetValues, options: ChangeSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those whom the changes concern."""
    return frozenset(values.changes.names)


CHANGES: DocumentKind[ChangeSheetOptions, ChangeSheetValues] = DocumentKind(
    id="changes",
    title=message("Change sheet"),
    options=ChangeSheetOptions,
    suggest=ChangeSheetOptions.suggest,
    gather=gather_change_sheet,
    compose=compose_change_sheet,
    is_of_people=False,
    people=changed_people,
)
