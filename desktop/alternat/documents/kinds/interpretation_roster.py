"""The interpretation roster: the interpreters of each session, and the sessions of each interpreter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from alternat.documents.contents.holding_back import held_back, printable_people
from alternat.documents.contents.left_out import Cause, LeftOut, cancelled, grouped, not_taking_part, titled
from alternat.documents.contents.programme import ProgrammeFacts, by_day, gather_programme, span_at
from alternat.documents.contents.session_findings import check_sessions
from alternat.documents.contents.session_tables import TIME_MM, clock_notes, time_cell, time_head
from alternat.documents.contents.session_texts import SessionWriter
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits
from alternat.documents.press.style import NAME
from alternat.documents.press.tables import (
    Cell,
    TableSetter,
    columns_of,
    faint,
    lines_under,
    name_in_column,
    plain,
    strong,
)
from alternat.documents.press.typesetting import Typesetter
from alternat.language.formats import long_date, plain_date, sentence_case
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.programme import Interpretation
from alternat.planning.interpretation import Pairs, interpreter_pairs, interpreters
from alternat.planning.programme import AssignmentPlan, SessionPlan


@dataclass(frozen=True, slots=True)
class RosterValues:
    """Everything that a roster prints; the interpreters are in order of precedence."""

    facts: ProgrammeFacts
    sessions: tuple[SessionPlan, ...]
    interpreters: tuple[int, ...]
    pairs: Pairs


def gather_roster(tables: Tables, meeting: int, options: SideSheetOptions) -> RosterValues:
    """Return what a roster prints: sessions that are interpreted or have interpreters, none cancelled."""
    facts = gather_programme(tables, meeting, options.copy_for, options.sides)
    pairs = interpreter_pairs(tables)
    people = facts.programme.people
    sessions = tuple(
        session
        for session in facts.programme.sessions.values()
        if not session.is_cancelled
        and (session.assignments or session.interpretation is not Interpretation.NONE)
    )
    assigned = {each.person for session in sessions for each in session.assignments}
    able = set(interpreters(facts.programme, pairs)) | assigned
    wanted = tuple(
        person
        for person, delegate in people.items()
        if person in able and (not options.sides or delegate.side in options.sides)
    )
    return RosterValues(facts, sessions, wanted, pairs)


def compose_roster(values: RosterValues, options: SideSheetOptions, typesetter: Typesetter) -> Composition:
    """Return the roster laid out: first by session, then by interpreter."""
    known, languages = values.facts, options.languages
    facts = printable_people(known, typesetter.fonts)
    values = replace(values, facts=facts)
    name = said(message("Interpretation roster"))
    words = SheetWords(facts.gathered, languages, name, facts.edition, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    count = 2 if len(languages) == 1 else len(languages)
    by_session = _RosterTable(values, words, TableSetter(typesetter, columns_of(TIME_MM, count)))
    by_person = _RosterTable(
        values, words, TableSetter(typesetter, columns_of(42.0, len(languages)), names_in=(0, -1))
    )
    sections = [*by_session.days(), *by_person.people()]
    if not values.sessions:
        nothing = message("No session of this programme is interpreted yet.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),)), *by_person.people()]
    elif facts.away is not None:
        sections.append(Section((), (), (by_session.table.remark(clock_notes(words, facts)),)))
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    findings = check_sessions(
        known,
        values.sessions,
        languages,
        typesetter.fonts,
        fits=by_session.fits,
        named=values.interpreters,
        table=by_person.table,
    )
    held = held_back(findings, known.programme.people.values())
    return Composition(words.info(), sheet.pages, (), findings, held)


class _RosterTable:
    """Sets the two tables of a roster; `fits` tells how the sessions were set."""

    def __init__(self, values: RosterValues, words: SheetWords, table: TableSetter) -> None:
        self._values, self._words, self.table = values, words, table
        self._writers = [_RosterWriter(values.facts, language) for language in words.languages]
        self.fits = RowFits()

    def days(self) -> list[Section]:
        """Return the sessions of each day with their interpreters."""
        words, facts = self._words, self._values.facts
        heads = words.in_each(message("Session and interpreters"))
        if len(self._writers) == 1:
            heads = (*words.in_each(message("Programme item")), *words.in_each(message("Interpreters")))
        cells = (time_head(words, facts), *((head,) for head in heads))
        sections = []
        for day, own in by_day(self._values.sessions).items():
            rows = []
            for session, line in zip(own, lines_under(len(own)), strict=True):
                row = self.table((self._session(session), line))
                rows.append(row.strip)
                self.fits.note(session.id, row.sizes, is_cut=row.is_cut)
            texts = [sentence_case(long_date(day, language)) for language in words.languages]
            sections.append(self.table.section(texts, cells, rows, words.again(texts)))
        return sections

    def people(self) -> list[Section]:
        """Return the interpreters with their pairs and their sessions."""
        if not self._values.interpreters:
            return []
        words = self._words
        texts = words.in_each(message("By interpreter"))
        name = " / ".join(dict.fromkeys(words.in_each(message("Interpreter"))))
        cells = ((name,), *((head,) for head in words.in_each(message("Sessions"))))
        people = self._values.interpreters
        rows: list[Strip] = [
            self.table((self._person(person), line)).strip
            for person, line in zip(people, lines_under(len(people)), strict=True)
        ]
        return [self.table.section(texts, cells, rows, words.again(texts))]

    def _session(self, session: SessionPlan) -> tuple[Cell, ...]:
        what = [writer.session(session) for writer in self._writers]
        who = [writer.assigned(session, self._values.interpreters) for writer in self._writers]
        if len(self._writers) == 1:
            return (time_cell(self._values.facts, session), what[0], who[0])
        both = (first + second for first, second in zip(what, who, strict=True))
        return (time_cell(self._values.facts, session), *both)

    def _person(self, person: int) -> tuple[Cell, ...]:
        names = dict.fromkeys(writer.name(person) for writer in self._writers)
        side = self._values.facts.programme.people[person].side
        of = next(each for each in self._values.facts.sides if each.code == side)
        country = " / ".join(dict.fromkeys(filter(None, self._words.of(of.country))))
        own = [each for each in self._values.sessions if person in {one.person for one in each.assignments}]
        pairs = sorted(self._values.pairs.get(person, frozenset()))
        cells = (writer.duties(own, pairs) for writer in self._writers)
        return ((*(name_in_column(name, NAME) for name in names), faint(country)), *cells)


@dataclass(frozen=True)
class _RosterWriter(SessionWriter):
    """Writes of interpreters in one language."""

    def session(self, session: SessionPlan) -> Cell:
        """Return a session with its room and how it is interpreted."""
        mode = self.mode(session) or self.say(message("No mode of interpretation"))
        return (strong(self.title(session), NAME), plain(self.place(session.room)), faint(mode))

    def assigned(self, session: SessionPlan, wanted: Sequence[int]) -> Cell:
        """Return who interprets in which pair; the ones after the first of a pair relieve it."""
        seen: dict[tuple[str, str], int] = {}
        lines = []
        for each in session.assignments:
            if each.person in wanted:
                lines.append(plain(self._line(session, each, seen), before=0.16))
            seen[each.pair] = seen.get(each.pair, 0) + 1
        if not session.assignments:
            return (strong(self.say(message("No interpreter assigned yet")), before=0.2),)
        return tuple(lines)

    def _line(self, session: SessionPlan, each: AssignmentPlan, seen: Mapping[tuple[str, str], int]) -> str:
        name = self.name(each.person) if each.person in self.facts.programme.people else ""
        pair = self.pair(each.pair)
        relieves = session.interpretation is Interpretation.SIMULTANEOUS and each.pair in seen
        if relieves:
            return self.say(message("{name}: {languages} (relief)", name=name, languages=pair))
        return self.say(message("{name}: {languages}", name=name, languages=pair))

    def duties(self, sessions: Sequence[SessionPlan], pairs: Sequence[tuple[str, str]]) -> Cell:
        """Return the pairs in which somebody works and the sessions, each with its day and time."""
        if not sessions:
            rows: Cell = (plain(self.say(message("No sessions")), before=0.16),)
        else:
            rows = tuple(plain(self._duty(each), before=0.16) for each in sessions)
        return (
            faint(sentence_case(self.enumeration([self.pair(pair) for pair in pairs])), before=0.0),
            *rows,
        )

    def _duty(self, session: SessionPlan) -> str:
        comma = "　" if self.language is Language.ZH else ", "
        when = f"{plain_date(session.day, self.language)}{comma}{span_at(session, session.time_zone)}"
        return self.say(message("{when}: {session}", when=when, session=self.title(session)))


def rostered_people(values: RosterValues, options: SideSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return the interpreters on the roster."""
    return frozenset(values.interpreters) | {
        assignment.person for session in values.sessions for assignment in session.assignments
    }


def left_out_of_roster(values: RosterValues, _options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions without interpretation, and the interpreters who do not take part."""
    sessions = values.facts.programme.sessions.values()
    assigned = {each.person for session in values.sessions for each in session.assignments}
    shown = {session.id for session in values.sessions}
    without = [
        each
        for each in sessions
        if each.id not in shown and not each.is_cancelled and each.interpretation is Interpretation.NONE
    ]
    absent = [
        each
        for each in values.facts.gathered.absent
        if each.role is Role.INTERPRETER or each.person in assigned
    ]
    return grouped([cancelled(sessions), titled(Cause.NOT_INTERPRETED, without), not_taking_part(absent)])


INTERPRETATION: DocumentKind[SideSheetOptions, RosterValues] = DocumentKind(
    id="interpretation",
    title=message("Interpretation roster"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_roster,
    compose=compose_roster,
    is_of_people=False,
    people=rostered_people,
    left_out=left_out_of_roster,
)
