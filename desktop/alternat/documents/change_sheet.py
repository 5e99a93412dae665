"""The change sheet: what has changed since the programme was published last, by session and by person."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from alternat.documents.drawing import Composition
from alternat.documents.gathering import Gathered, alternat, gather_delegations, printing_habits
from alternat.documents.list_layout import ListSetter
from alternat.documents.list_rows import NAME, Line
from alternat.documents.pagination import Section, Strip
from alternat.documents.paper import Paper
from alternat.documents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.typesetting import Typesetter
from alternat.language.catalogs import catalog
from alternat.language.formats import listed, plain_date, sentence_case, short_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.names import IDEOGRAPHIC_SPACE
from alternat.language.vocabulary import heading, member_label
from alternat.models.tables import Tables
from alternat.planning.revisions import ChangeKind, ProgrammeChanges, SessionChange, current_changes
from alternat.planning.snapshots import RoomState, SessionState

_WHEN_MM = 32.0
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class ChangeSheetOptions:
    """How a change sheet is to print."""

    languages: tuple[Language, ...]
    copy_for: str
    paper: Paper
    printed_on: date


@dataclass(frozen=True, slots=True)
class ChangeSheetValues:
    """Everything that a change sheet prints."""

    gathered: Gathered
    changes: ProgrammeChanges


def suggest_change_sheet(tables: Tables, meeting: int, today: date) -> ChangeSheetOptions:
    """Return the options that suit a meeting: the host's copy and paper, in all languages."""
    habits = printing_habits(tables, meeting)
    return ChangeSheetOptions(habits.languages, habits.copy_for, habits.paper, today)


def gather_change_sheet(tables: Tables, meeting: int, options: ChangeSheetOptions) -> ChangeSheetValues:
    """Return what has changed since the last revision; reads the open workspace."""
    gathered = gather_delegations(tables, meeting, (), options.copy_for)
    return ChangeSheetValues(gathered, current_changes(tables, meeting))


def compose_change_sheet(
    values: ChangeSheetValues, options: ChangeSheetOptions, typesetter: Typesetter
) -> Composition:
    """Return the change sheet laid out: first by session, then by person."""
    changes = values.changes
    languages = alternat(options.languages, values.gathered.copy_for)
    edition = None
    if changes.since is not None:
        edition = message("Changes since revision {number}", number=changes.since.number)
    name = said(message("Changes to the programme"))
    words = SheetWords(values.gathered, languages, name, edition, options.printed_on)
    setter = ListSetter(typesetter, len(languages))
    table = TableSetter(typesetter, columns_of(_WHEN_MM, len(languages)))
    pages = _Tables(words, table, changes)
    if changes.since is None:
        nothing = message("The programme has not been published yet, so there is nothing to compare it with.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    elif not changes:
        nothing = message("Nothing has changed since revision {number}.", number=changes.since.number)
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    else:
        sections = [pages.by_session(), *pages.by_person()]
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    return Composition(words.info(), sheet.pages, (), ())


class _Tables:
    """Sets the two tables of a change sheet."""

    def __init__(self, words: SheetWords, table: TableSetter, changes: ProgrammeChanges) -> None:
        self._words, self._table, self._changes = words, table, changes
        self._set = table.typesetter.once(table)
        self._writers = [_Writer(language, changes) for language in words.languages]
        self._continued = words.in_each(message("continued"))

    def by_session(self) -> Section:
        """Return the sessions that have changed, in the order of time."""
        groups = [tuple(own) for _, own in groupby(self._changes.sessions, key=lambda each: each.session)]
        strips = [
            self._row(self._when(own[0]), [writer.session(own) for writer in self._writers], line)
            for own, line in zip(groups, lines_under(len(groups)), strict=True)
        ]
        return self._section(message("By session"), message("When"), message("What has changed"), strips)

    def by_person(self) -> Iterator[Section]:
        """Yield the people whom changes concern, each with what is new for the person."""
        known = [each for each in self._changes.people if each.person in self._changes.names]
        if not known:
            return
        strips = []
        for each, line in zip(known, lines_under(len(known)), strict=True):
            name = self._changes.names[each.person].name
            names = dict.fromkeys(filter(None, self._words.of(name)))
            cell = tuple(strong(text) for text in names)
            strips.append(self._row(cell, [writer.own(each.changes) for writer in self._writers], line))
        yield self._section(message("By person"), message("Person"), message("What has changed"), strips)

    def _section(self, title: Message, first: Message, rest: Message, strips: Sequence[Strip]) -> Section:
        words = self._words
        head = " / ".join(dict.fromkeys(words.in_each(first)))
        cells = ((head,), *((text,) for text in words.in_each(rest)))
        return self._table.section(words.in_each(title), cells, strips, self._continued)

    def _row(self, first: Cell, cells: Sequence[Cell], line: Line) -> Strip:
        return self._set(((first, *cells), line)).strip

    def _when(self, change: SessionChange) -> Cell:
        state = change.state
        return (strong(_span(state), NAME, 1), faint(short_date(state.day, self._words.languages[0]), 1))


@dataclass(frozen=True)
class _Writer:
    """Writes of changes in one language."""

    language: Language
    changes: ProgrammeChanges

    def session(self, changes: Sequence[SessionChange]) -> Cell:
        """Return the title of a session and a line for each thing that has changed about it."""
        lines = (plain(text, 6, before=0.14) for change in changes for text in self._lines(change))
        return (strong(self._title(changes[0].state), NAME), *lines)

    def own(self, changes: Sequence[SessionChange]) -> Cell:
        """Return what changes mean for one person: a line a session."""
        lines = []
        for _, group in groupby(changes, key=lambda each: each.session):
            own = tuple(group)
            state = own[0].state
            kinds = listed(list(dict.fromkeys(self._kind(each.kind) for each in own)), self.language)
            when = f"{plain_date(state.day, self.language)}{self._comma}{_span(state)}"
            sentence = message(
                "{when}, {session}: {change}", when=when, session=self._title(state), change=kinds
            )
            lines.append(plain(self._say(sentence), 4, before=0.14))
        return tuple(lines)

    def _lines(self, change: SessionChange) -> Iterator[str]:
        before, after = change.before, change.after
        if before is None or after is None or change.kind in _WHOLE:
            yield sentence_case(self._kind(change.kind))
            if after is not None and change.kind in {ChangeKind.ADDED, ChangeKind.REINSTATED}:
                yield self._place(after.room)
        elif change.kind is ChangeKind.PEOPLE:
            yield from self._people(change)
        else:
            yield self._from_to(change.kind, before, after)

    def _from_to(self, kind: ChangeKind, before: SessionState, after: SessionState) -> str:
        texts: dict[ChangeKind, Callable[[SessionState], str]] = {
            ChangeKind.MOVED: self._when,
            ChangeKind.ROOM: lambda state: self._place(state.room),
            ChangeKind.TITLE: self._title,
            ChangeKind.INTERPRETATION: lambda state: member_label(state.interpretation).text(self.language),
        }
        what = sentence_case(self._kind(kind))
        if kind not in texts or texts[kind](before) == texts[kind](after):
            return what
        arguments = {"before": texts[kind](before), "after": texts[kind](after)}
        return self._say(message("{what}: {before} → {after}", what=what, **arguments))

    def _people(self, change: SessionChange) -> Iterator[str]:
        if change.joined:
            yield self._say(message("Newly there: {names}", names=self._names(change.joined)))
        if change.left:
            yield self._say(message("No longer there: {names}", names=self._names(change.left)))
        if not (change.joined or change.left):
            sentence = message("Other times or chair: {names}", names=self._names(change.affected))
            yield self._say(sentence)

    def _names(self, people: Sequence[int]) -> str:
        names = [self.changes.names[each].name.on_paper(self.language) for each in people
                 if each in self.changes.names]  # fmt: skip
        if len(names) > _MOST_NAMES:
            names = [*names[:_MOST_NAMES], "…"]
        return listed(names, self.language) if "…" not in names else self._comma.join(names)

    def _kind(self, kind: ChangeKind) -> str:
        return self._say(_KINDS[kind])

    def _title(self, state: SessionState) -> str:
        title: Label = state.title or heading(member_label(state.kind))
        return title.on_paper(self.language)

    def _when(self, state: SessionState) -> str:
        return f"{plain_date(state.day, self.language)}{self._comma}{_span(state)}"

    def _place(self, room: RoomState | None) -> str:
        if room is None:
            return self._say(message("no room yet"))
        parts = [room.name.on_paper(self.language) or room.code, room.venue.on_paper(self.language)]
        if self.language is Language.ZH:
            parts.reverse()
            return IDEOGRAPHIC_SPACE.join(filter(None, parts))
        return ", ".join(filter(None, parts))

    @property
    def _comma(self) -> str:
        return IDEOGRAPHIC_SPACE if self.language is Language.ZH else ", "

    def _say(self, sentence: Message) -> str:
        return catalog(self.language).say(sentence)


_WHOLE = frozenset({ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.CANCELLED, ChangeKind.REINSTATED})
_KINDS = {
    ChangeKind.ADDED: message("new"),
    ChangeKind.DROPPED: message("dropped"),
    ChangeKind.CANCELLED: message("cancelled"),
    ChangeKind.REINSTATED: message("takes place after all"),
    ChangeKind.MOVED: message("other time"),
    ChangeKind.ROOM: message("other room"),
    ChangeKind.TITLE: message("other title"),
    ChangeKind.PEOPLE: message("other people"),
    ChangeKind.INTERPRETATION: message("other interpretation"),
    ChangeKind.AGENDA: message("other agenda"),
}


def _span(state: SessionState) -> str:
    ends = state.ends.astimezone(ZoneInfo(state.time_zone))
    return f"{state.start:%H:%M}–{ends:%H:%M}"
