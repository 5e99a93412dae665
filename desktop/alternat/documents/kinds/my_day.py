"""My day: for each person a page with the sessions the person is in, and what the person does in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from alternat.documents.contents.holding_back import held_back, printable_people
from alternat.documents.contents.left_out import Cause, LeftOut, cancelled, grouped, not_taking_part
from alternat.documents.contents.programme import ProgrammeFacts, by_day, gather_programme, named_in_session
from alternat.documents.contents.session_findings import check_sessions
from alternat.documents.contents.session_tables import (
    clock_notes,
    day_section,
    programme_columns,
    session_cells,
)
from alternat.documents.contents.session_texts import SessionWriter, agenda_of
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, placements, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits
from alternat.documents.press.style import LaidRow
from alternat.documents.press.tables import TableSetter, lines_under
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import GAP, Label, Language
from alternat.language.messages import mark, message
from alternat.models.tables import Tables
from alternat.planning.programme import Presence, SessionPlan, presences


class NotTakingPart(AlternatError):
    """A page is asked for somebody who does not attend the meeting."""

    template = mark("Nobody with the number {person} takes part in this meeting.")


@dataclass(frozen=True, slots=True)
class MyDayOptions(SideSheetOptions):
    """How the pages are to print; empty `sides` and `people` mean all who are in a session."""

    people: tuple[int, ...] = ()
    hold_back: bool = True
    """Whether somebody whose name cannot be printed gets no page; else it is headed by a gap."""


Own = tuple[tuple[SessionPlan, Presence], ...]
"""The sessions of one person with the person's stretch in each, in the order of time."""


@dataclass(frozen=True, slots=True)
class MyDayValues:
    """Everything that the pages print: the programme, and the sessions of each person in order."""

    facts: ProgrammeFacts
    pages: tuple[tuple[int, Own], ...]


def gather_my_day(tables: Tables, meeting: int, options: MyDayOptions) -> MyDayValues:
    """Return whose pages print, by precedence; somebody who does not attend is a `NotTakingPart`."""
    facts = gather_programme(tables, meeting, options.copy_for, options.sides)
    people = facts.programme.people
    for person in options.people:
        if person not in people:
            raise NotTakingPart(person=str(person))
    own: dict[int, list[tuple[SessionPlan, Presence]]] = {person: [] for person in people}
    for session in facts.programme.sessions.values():
        if not session.is_cancelled:
            for presence in presences(session, people):
                own[presence.person].append((session, presence))
    wanted = [
        person
        for person, delegate in people.items()
        if (person in options.people if options.people else own[person])
        and (not options.sides or delegate.side in options.sides)
    ]
    return MyDayValues(facts, tuple((person, tuple(own[person])) for person in wanted))


def compose_my_day(values: MyDayValues, options: MyDayOptions, typesetter: Typesetter) -> Composition:
    """Return the pages laid out, each person's beginning on a page of its own."""
    known, languages = values.facts, options.languages
    facts = printable_people(known, typesetter.fonts)
    name = said(message("My day"))
    words = SheetWords(facts.gathered, languages, name, facts.edition, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    table = TableSetter(typesetter, programme_columns(len(languages)), names_in=(1,))
    fits = RowFits()
    waiting = {
        person for person, _ in values.pages if options.hold_back and _is_nameless(facts, person, languages)
    }
    pages = [(person, own) for person, own in values.pages if person not in waiting]
    parts = [
        (_opening(words, setter, facts, person), _sections(words, setter, table, facts, own, fits))
        for person, own in pages
    ]
    if not parts:
        nobody = message("Nobody takes part in a session of this programme yet.")
        if waiting:
            nobody = message("No name on these pages can be printed. The findings say why.")
        remark = setter.remark(words.in_each(nobody))
        parts = [(usual_opening(words, setter), [Section((), (), (remark,))])]
    names = [_name(facts, person) for person, _ in pages]
    sheet = lay_out_sheet(words, parts, options.paper, setter, names)
    shown = {session.id: session for _, own in values.pages for session, _ in own}
    named = {person for person, _ in values.pages}
    named |= {person for session in shown.values() for person in session.chairs.values()}
    findings = check_sessions(
        known, shown.values(), languages, typesetter.fonts, fits=fits, named=named, table=table
    )
    there = {person for _, own in pages for session, _ in own for person in session.chairs.values()}
    held = tuple(
        replace(each, is_left_out=each.person in waiting, has_gaps=each.person in there)
        if each.person in waiting
        else each
        for each in held_back(findings, known.programme.people.values())
    )
    return Composition(words.info(), sheet.pages, tuple(placements(sheet)), findings, held)


def _name(facts: ProgrammeFacts, person: int) -> Label:
    """Return what the foot calls a person's pages: by the name of the person."""
    return Label(*(SessionWriter(facts, language).short_name(person) for language in Language))


def _is_nameless(facts: ProgrammeFacts, person: int, languages: Sequence[Language]) -> bool:
    """Return whether a page would be headed by a gap in one of its languages."""
    return any(GAP in SessionWriter(facts, language).short_name(person) for language in languages)


def _opening(words: SheetWords, setter: SheetSetter, facts: ProgrammeFacts, person: int) -> tuple[Strip, ...]:
    delegate = facts.programme.people[person]
    side = next(side for side in facts.sides if side.code == delegate.side)
    writers = [SessionWriter(facts, language) for language in words.languages]
    names = SEPARATOR.join(dict.fromkeys(writer.short_name(person) for writer in writers))
    delegation = SEPARATOR.join(dict.fromkeys(filter(None, words.of(side.delegation_name))))
    first, *rest = setter.opening(((names, delegation),), words.of(words.document))
    meeting = [SEPARATOR.join(filter(None, titles)) for titles in words.titles()]
    return (replace(first, person=person), *rest, setter.subtitle(meeting))


def _sections(
    words: SheetWords,
    setter: SheetSetter,
    table: TableSetter,
    facts: ProgrammeFacts,
    own: Own,
    fits: RowFits,
) -> list[Section]:
    set_row = table.typesetter.once(table)
    presence = {session.id: there for session, there in own}
    sections = []
    for day, sessions in by_day(tuple(session for session, _ in own)).items():
        rows: list[LaidRow] = []
        for session, line in zip(sessions, lines_under(len(sessions)), strict=True):
            mine = [_own_part(facts, language, session, presence[session.id]) for language in words.languages]
            rows.append(set_row((session_cells(facts, words.languages, session, mine), line)))
            fits.note(session.id, rows[-1].sizes, is_cut=rows[-1].is_cut)
        sections.append(day_section(words, table, facts, day, rows))
    if not sections:
        nothing = message("You take part in no session of this programme.")
        return [Section((), (), (setter.remark(words.in_each(nothing)),))]
    if facts.away is not None:
        sections.append(Section((), (), (table.remark(clock_notes(words, facts)),)))
    return sections


def _own_part(
    facts: ProgrammeFacts, language: Language, session: SessionPlan, there: Presence
) -> tuple[str, ...]:
    """Return what the person does in a session: the time of part-time presence, chairing, speaking first."""
    writer = SessionWriter(facts, language)
    parts = list(_hours(writer, session, there))
    if there.person in session.chairs.values():
        parts.append(writer.say(message("You chair this session.")))
    items = [
        f"{number}. {item.text.on_paper(language)}"
        for number, item in enumerate(agenda_of(session), start=1)
        if there.person in item.leads.values()
    ]
    if items:
        spoken = writer.enumeration(items)
        parts.append(writer.say(message("You speak first for your side on: {items}", items=spoken)))
    for assignment in session.assignments:
        if assignment.person == there.person:
            pair = writer.pair(assignment.pair)
            parts.append(writer.say(message("You interpret: {languages}", languages=pair)))
    return tuple(parts)


def _hours(writer: SessionWriter, session: SessionPlan, there: Presence) -> Sequence[str]:
    if not there.is_part_time or (there.start, there.end) == (session.starts, session.ends):
        return ()
    zone = ZoneInfo(session.time_zone)
    joins, leaves = (at.astimezone(zone).time() for at in (there.start, there.end))
    return (writer.say(message("You are present from {joins} to {leaves}.", joins=joins, leaves=leaves)),)


def owners_of_days(values: MyDayValues, options: MyDayOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who have a page, and those whom a session on it names."""
    named = (person for _, own in values.pages for session, _ in own for person in named_in_session(session))
    return frozenset(person for person, _ in values.pages) | frozenset(named)


def left_out_of_days(values: MyDayValues, options: MyDayOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are on nobody's page, and who has none."""
    facts = values.facts
    have = {person for person, _ in values.pages}
    idle = [
        shown_name(each)
        for key, each in facts.programme.people.items()
        if key not in have and not options.people and (not options.sides or each.side in options.sides)
    ]
    return grouped(
        [
            cancelled(facts.programme.sessions.values()),
            not_taking_part(facts.gathered.absent, options.people),
            LeftOut(Cause.IN_NO_SESSION, tuple(idle)),
        ]
    )


MY_DAY: DocumentKind[MyDayOptions, MyDayValues] = DocumentKind(
    id="my-day",
    title=message("My day"),
    options=MyDayOptions,
    suggest=MyDayOptions.suggest,
    gather=gather_my_day,
    compose=compose_my_day,
    is_of_people=False,
    people=owners_of_days,
    left_out=left_out_of_days,
)
