"""The run of show: what begins and ends minute by minute, who is expected there, and who comes from where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from alternat.documents.contents.holding_back import held_back, printable_people
from alternat.documents.contents.left_out import LeftOut, grouped, not_taking_part, sessions_apart
from alternat.documents.contents.meeting import SideFacts
from alternat.documents.contents.programme import ProgrammeFacts, clock_at, gather_whole_programme
from alternat.documents.contents.session_findings import check_sessions
from alternat.documents.contents.session_tables import TIME_MM, clock_notes, time_head
from alternat.documents.contents.session_texts import SessionWriter
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.run_of_show.movements import Event, EventKind, Move, events
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits
from alternat.documents.press.style import NAME, LaidRow
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import Paragraph, Typesetter
from alternat.language.formats import listed, long_date, sentence_case
from alternat.language.label import Language
from alternat.language.messages import Message, counted, message
from alternat.planning.programme import SessionPlan, presences

_MOST_NAMES = 5
"""More people of one side than that are told by their number."""


def compose_run_of_show(
    facts: ProgrammeFacts, options: SideSheetOptions, typesetter: Typesetter
) -> Composition:
    """Return the run of show laid out on its paper."""
    languages, known = options.languages, facts
    facts = printable_people(facts, typesetter.fonts)
    name = said(message("Run of show"))
    words = SheetWords(facts.gathered, languages, name, facts.edition, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    columns = columns_of(TIME_MM, 2, 1.0, 1.0) if len(languages) == 1 else columns_of(TIME_MM, len(languages))
    table = TableSetter(typesetter, columns)
    set_row = typesetter.once(table)
    sessions = facts.sessions_of(options.sides)
    fits = RowFits()
    sections = []
    for day, happening in groupby(events(facts.programme, sessions), key=lambda event: event.day):
        own = tuple(happening)
        rows: list[LaidRow] = []
        for event, line in zip(own, lines_under(len(own)), strict=True):
            rows.append(set_row((_cells(facts, languages, event), line)))
            fits.note(event.session.id, rows[-1].sizes, is_cut=rows[-1].is_cut)
        sections.append(_section(words, table, facts, day, rows))
    if not sections:
        nothing = message("No sessions have been entered in this programme yet.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    elif facts.away is not None:
        sections.append(Section((), (), (table.remark(clock_notes(words, facts)),)))
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    people = known.programme.people
    findings = check_sessions(
        known, sessions, languages, typesetter.fonts, fits=fits, named=people, table=table
    )
    return Composition(words.info(), sheet.pages, (), findings, held_back(findings, people.values()))


def _section(
    words: SheetWords, table: TableSetter, facts: ProgrammeFacts, day: date, rows: Sequence[LaidRow]
) -> Section:
    texts = [sentence_case(long_date(day, language)) for language in words.languages]
    heads = words.in_each(message("Beginning or end"))
    if len(words.languages) == 1:
        heads = (*heads, *words.in_each(message("Who, and from where")))
    cells = (time_head(words, facts), *((head,) for head in heads))
    return table.section(texts, cells, [row.strip for row in rows], words.again(texts))


def _cells(facts: ProgrammeFacts, languages: Sequence[Language], event: Event) -> tuple[Cell, ...]:
    stacks = []
    for language in languages:
        writer = _EventWriter(facts, language)
        what, who = writer.what(event), tuple(writer.who(event))
        stacks += [what, who] if len(languages) == 1 else [(*what, *who)]
    return (_times(facts, event.session, event.at), *stacks)


def _times(facts: ProgrammeFacts, session: SessionPlan, at: datetime) -> Cell:
    day = at.astimezone(ZoneInfo(session.time_zone)).date()
    away = () if facts.away is None else (faint(clock_at(at, facts.away.zone, day), 1),)
    return (strong(clock_at(at, session.time_zone, day), NAME, 1), *away)


@dataclass(frozen=True)
class _EventWriter(SessionWriter):
    """Writes of what happens in one language."""

    def what(self, event: Event) -> Cell:
        title = self.title(event.session)
        sentences: dict[EventKind, Message] = {
            EventKind.STARTS: message("Begins – {session}", session=title),
            EventKind.ENDS: message("Ends – {session}", session=title),
            EventKind.JOINS: message("Comes in – {session}", session=title),
            EventKind.LEAVES: message("Leaves – {session}", session=title),
        }
        sentence = self.say(sentences[event.kind])
        if event.kind is EventKind.ENDS:
            return (plain(sentence, before=0.0),)
        place = plain(self.place(event.session.room))
        remarks = tuple(faint(text) for text in self.remarks(event.session))
        return (strong(sentence), place, *(remarks if event.kind is EventKind.STARTS else ()))

    def who(self, event: Event) -> Iterator[Paragraph]:
        """Yield who is expected, who chairs, and from where people come."""
        if event.people:
            yield plain(sentence_case(self.people(event.people)), 24)
        if event.kind is EventKind.STARTS:
            yield plain(self.chairs(event.session))
        for move in event.moves:
            yield faint(self._move(event, move), 24)

    def people(self, people: tuple[int, ...]) -> str:
        """Return people in as few words as say it: everyone, a delegation, a few names, or a number."""
        everyone = self.facts.programme.people
        if len(people) == len(everyone):
            return self.say(message("Everyone"))
        return self.enumeration([text for side in self.facts.sides if (text := self._of_side(side, people))])

    def _of_side(self, side: SideFacts, people: tuple[int, ...]) -> str:
        delegates = self.facts.programme.people
        own = [person for person in people if delegates[person].side == side.code]
        whole = sum(each.side == side.code for each in delegates.values())
        name = side.delegation_name.on_paper(self.language)
        if not own or len(own) == whole:
            return name if own else ""
        if len(own) <= _MOST_NAMES:
            return listed([self.name_within(person) for person in own], self.language)
        return self.say(
            counted("{delegation}: {count} person", "{delegation}: {count} people", len(own), delegation=name)
        )

    def _move(self, event: Event, move: Move) -> str:
        """Return from where people come; who comes is said only where others come from elsewhere."""
        place = self.place(move.room)
        if move.minutes is not None:
            place = self.say(message("{place} ({minutes} min away)", place=place, minutes=move.minutes))
        if move.people == event.people:
            return self.say(message("From {place}", place=place))
        return self.say(message("From {place}: {people}", place=place, people=self.people(move.people)))


def expected_people(values: ProgrammeFacts, options: SideSheetOptions) -> frozenset[int]:
    """Return all who are expected anywhere: the run of show tells who comes and goes."""
    people = values.programme.people
    there = (presences(session, people) for session in values.sessions_of(options.sides))
    return frozenset(each.person for session in there for each in session)


def left_out_of_run_of_show(values: ProgrammeFacts, options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are not on the run of show, and who is not expected anywhere."""
    return grouped([*sessions_apart(values, options.sides), not_taking_part(values.gathered.absent)])


RUN_OF_SHOW: DocumentKind[SideSheetOptions, ProgrammeFacts] = DocumentKind(
    id="run-of-show",
    title=message("Run of show"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_whole_programme,
    compose=compose_run_of_show,
    is_of_people=False,
    people=expected_people,
    left_out=left_out_of_run_of_show,
)
