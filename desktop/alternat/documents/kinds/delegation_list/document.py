"""The delegation list: one to three languages in equal columns, the head set off, support staff apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from alternat.documents.contents.delegate_findings import check_row
from alternat.documents.contents.delegate_rows import RowSetter
from alternat.documents.contents.delegates import Grouping, Heading, NamedPerson, Row, entries
from alternat.documents.contents.holding_back import held_back, printable, printable_delegate
from alternat.documents.contents.left_out import LeftOut, grouped, not_taking_part
from alternat.documents.contents.meeting import Gathered, SideFacts, gather_delegations, printing_habits
from alternat.documents.contents.paper_findings import missing_glyphs_of_side
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, placements, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.broken_names import broken_names
from alternat.documents.press.drawing import Composition
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import SmallTexts
from alternat.documents.press.style import SMALLEST, LaidRow, Line, columns_of_list
from alternat.documents.press.typesetting import Typesetter
from alternat.language.called import shown_name
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.paper import Paper
from alternat.planning.findings import Finding, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class DelegationListOptions:
    """How a delegation list is to print; empty `sides` means both, the side whose copy it is first."""

    languages: tuple[Language, ...]
    copy_for: str
    paper: Paper
    revision: int
    printed_on: date
    sides: tuple[str, ...] = ()
    grouping: Grouping = Grouping.PRECEDENCE


@dataclass(frozen=True, slots=True)
class DelegationListValues:
    """Everything that a delegation list prints."""

    gathered: Gathered
    named: tuple[tuple[int, NamedPerson], ...]


def suggest_delegation_list(tables: Tables, meeting: int, today: date) -> DelegationListOptions:
    """Return the options that suit a meeting: the host's copy and paper, in all languages."""
    habits = printing_habits(tables, meeting)
    return DelegationListOptions(habits.languages, habits.copy_for, habits.paper, habits.revision, today)


def gather_delegation_list(
    tables: Tables, meeting: int, options: DelegationListOptions
) -> DelegationListValues:
    """Return what the list prints; reads the open workspace."""
    gathered = gather_delegations(tables, meeting, options.sides, options.copy_for)
    wanted = {
        delegate.stands_for
        for _, delegates in gathered.delegations
        for delegate in delegates
        if delegate.role is Role.DESIGNATED_OFFICER and delegate.stands_for is not None
    }
    person = tables.Person
    rows = person.select().where(person.id.in_(wanted)).order_by(person.id) if wanted else ()
    named = tuple((row.id, NamedPerson.of(row)) for row in rows)
    return DelegationListValues(gathered, named)


def compose_delegation_list(
    values: DelegationListValues, options: DelegationListOptions, typesetter: Typesetter
) -> Composition:
    """Return the list laid out on its paper."""
    gathered = values.gathered
    is_one = len(gathered.delegations) == 1
    words = SheetWords(
        gathered,
        options.languages,
        said(message("Delegation list") if is_one else message("List of delegations")),
        message("Revision {number}", number=options.revision),
        options.printed_on,
    )
    setter = SheetSetter(typesetter, len(words.languages))
    set_row = typesetter.once(RowSetter(typesetter, len(words.languages)))
    named = {key: _printable(each, typesetter.fonts) for key, each in values.named}
    laid: list[LaidRow] = []
    sections = []
    for side, delegates in gathered.delegations:
        shown = [printable_delegate(each, typesetter.fonts) for each in delegates]
        listed = entries(shown, named, words.languages, options.grouping)
        rows = [
            set_row((entry, _line_under(entry, below)))
            if isinstance(entry, Row)
            else setter.heading(entry.texts)
            for entry, below in zip_longest(listed, listed[1:])
        ]
        laid += (row for row in rows if isinstance(row, LaidRow))
        body = tuple(row.strip if isinstance(row, LaidRow) else row for row in rows)
        sections.append(_section(side, body, words, setter))
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    findings = _findings(gathered, words.languages, typesetter, laid)
    everybody = (each for _, delegates in gathered.delegations for each in delegates)
    return Composition(
        words.info(),
        sheet.pages,
        tuple(placements(sheet)),
        findings,
        held_back(findings, everybody),
    )


def _printable(person: NamedPerson, fonts: Fonts) -> NamedPerson:
    return replace(
        person,
        latin=printable(person.latin, fonts),
        chinese=printable(person.chinese, fonts),
        honorific=printable(person.honorific, fonts),
    )


def _column_heads(words: SheetWords) -> tuple[str, ...]:
    if len(words.languages) > 1:
        return words.in_each(message("Name, position, entity"))
    heads = (message("Name"), message("Position"), message("Entity"))
    return tuple(text for head in heads for text in words.in_each(head))


def _section(side: SideFacts, body: tuple[Strip, ...], words: SheetWords, setter: SheetSetter) -> Section:
    names = words.of(side.delegation_name)
    heading = setter.side(names, side.colour)
    if not body:
        nobody = message("No participants have been entered for this delegation yet.")
        return Section((heading,), (), (setter.remark(words.in_each(nobody)),))
    table_head = setter.table_head(_column_heads(words))
    again = setter.side(words.again(names), side.colour, is_again=True)
    return Section((heading, table_head), (again, table_head), body)


def _line_under(row: Row, below: Row | Heading | None) -> Line:
    if row.is_head:
        return Line.SETTING_OFF
    if below is None:
        return Line.CLOSING
    return Line.BETWEEN if isinstance(below, Row) else Line.NONE


def _findings(
    gathered: Gathered, languages: Sequence[Language], typesetter: Typesetter, laid: Iterable[LaidRow]
) -> tuple[Finding, ...]:
    cut = {row.strip.person for row in laid if row.is_cut}
    sizes = {row.strip.person: row.sizes for row in laid}
    small = SmallTexts()
    found: list[Finding] = []
    for side, delegates in gathered.delegations:
        found += missing_glyphs_of_side(side, typesetter.fonts)
        for delegate in delegates:
            is_cut = delegate.person in cut
            small.note(
                Subject(SubjectKind.PERSON, delegate.person),
                shown_name(delegate),
                sizes.get(delegate.person, (1.0, 1.0)),
            )
            found += check_row(delegate, languages, typesetter.fonts, is_cut=is_cut)
        names = {each.person: shown_name(each) for each in delegates}
        width = min(column.width for column in columns_of_list(len(languages)))
        found += broken_names(names, languages, typesetter, width, SMALLEST)
    return tuple(dict.fromkeys((*found, *small.findings())))


def listed_people(values: DelegationListValues, options: DelegationListOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those on the lists, and those for whom somebody stands."""
    delegates = (each.person for _, delegates in values.gathered.delegations for each in delegates)
    return frozenset(delegates) | {person for person, _ in values.named}


def left_out_of_list(values: DelegationListValues, _options: DelegationListOptions) -> tuple[LeftOut, ...]:
    """Return who of the delegations does not take part."""
    return grouped([not_taking_part(values.gathered.absent)])


DELEGATION_LIST: DocumentKind[DelegationListOptions, DelegationListValues] = DocumentKind(
    id="delegation-list",
    title=message("Delegation list"),
    options=DelegationListOptions,
    suggest=suggest_delegation_list,
    gather=gather_delegation_list,
    compose=compose_delegation_list,
    people=listed_people,
    left_out=left_out_of_list,
)
