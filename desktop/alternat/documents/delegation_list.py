"""The delegation list: one to three languages in equal columns, the head set off, support staff apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from alternat.documents.drawing import Composition, DocumentInfo, Page, Placed, Placement
from alternat.documents.gathering import (
    Gathered,
    SideFacts,
    alternat,
    gather_delegations,
    printing_habits,
)
from alternat.documents.list_findings import check_row
from alternat.documents.list_layout import FOOT_MARGIN, TOP_MARGIN, ListSetter
from alternat.documents.list_rows import TEXT_WIDTH, LaidRow, Line, RowSetter
from alternat.documents.list_texts import Grouping, Heading, NamedPerson, Row, entries
from alternat.documents.pagination import PutStrip, Section, Strip, paginate
from alternat.documents.paper import Paper, millimetres
from alternat.documents.paper_findings import missing_glyphs_of_side
from alternat.documents.titles import document_title, meeting_title, place_and_dates
from alternat.documents.typesetting import SEPARATOR, Typesetter
from alternat.language.catalogs import catalog
from alternat.language.formats import plain_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.names import latin_name
from alternat.models.delegations import Role
from alternat.models.tables import Tables
from alternat.planning.findings import Finding


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
    named = tuple(
        (
            row.id,
            NamedPerson(
                latin_name(row.family, row.given, row.name_order, row.printed_name),
                row.name_zh,
                row.honorific,
            ),
        )
        for row in rows
    )
    return DelegationListValues(gathered, named)


def compose_delegation_list(
    values: DelegationListValues, options: DelegationListOptions, typesetter: Typesetter
) -> Composition:
    """Return the list laid out on its paper."""
    gathered = values.gathered
    words = _Words(gathered, options, alternat(options.languages, gathered.copy_for))
    setter = ListSetter(typesetter, len(words.languages))
    set_row = typesetter.once(RowSetter(typesetter, len(words.languages)))
    laid: list[LaidRow] = []
    sections = []
    for side, delegates in gathered.delegations:
        listed = entries(delegates, dict(values.named), words.languages, options.grouping)
        rows = [
            set_row((entry, _line_under(entry, below))) if isinstance(entry, Row) else setter.heading(entry)
            for entry, below in zip_longest(listed, listed[1:])
        ]
        laid += (row for row in rows if isinstance(row, LaidRow))
        body = tuple(row.strip if isinstance(row, LaidRow) else row for row in rows)
        sections.append(_section(side, body, words, setter))
    width, height = options.paper.size
    foot_top = height - FOOT_MARGIN - setter.foot(words.foot(1, 1)).height
    opening = setter.opening(words.titles(), words.in_each(words.document))
    put = paginate(opening, sections, foot_top - TOP_MARGIN)
    left = (width - TEXT_WIDTH) / 2
    pages = []
    for number, page in enumerate(put, start=1):
        foot = Placed(left, foot_top, setter.foot(words.foot(number, len(put))).block)
        strips = (Placed(left, TOP_MARGIN + each.top, each.strip.block) for each in page)
        pages.append(Page(width, height, (*strips, foot)))
    return Composition(
        words.info(),
        tuple(pages),
        tuple(_placements(put, left)),
        _findings(gathered, words.languages, typesetter, laid),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What a list says outside its rows, in each of its languages."""

    gathered: Gathered
    options: DelegationListOptions
    languages: tuple[Language, ...]

    @property
    def document(self) -> Message:
        """Return what the document is called."""
        is_one = len(self.gathered.delegations) == 1
        return message("Delegation list") if is_one else message("List of delegations")

    def in_each(self, sentence: Message) -> tuple[str, ...]:
        """Return a sentence in each language."""
        return tuple(catalog(language).say(sentence) for language in self.languages)

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Return the title of the meeting and its place and dates in each language."""
        meeting, side = self.gathered.meeting, self.gathered.copy_for
        return tuple(
            (meeting_title(meeting, side, language), place_and_dates(meeting, language))
            for language in self.languages
        )

    def column_heads(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        if len(self.languages) > 1:
            return self.in_each(message("Name, position, entity"))
        heads = (message("Name"), message("Position"), message("Entity"))
        return tuple(text for head in heads for text in self.in_each(head))

    def foot(self, page: int, pages: int) -> tuple[tuple[str, str], ...]:
        """Return what stands at the left and at the right of a page's foot, in each language."""
        return tuple(
            (self._edition(language), catalog(language).say(_page_of(page, pages)))
            for language in self.languages
        )

    def _edition(self, language: Language) -> str:
        say = catalog(language).say
        side = self.gathered.copy_for.side_name.on_paper(language)
        if language is Language.FR:
            side = side[:1].lower() + side[1:]
        parts = (
            say(message("Revision {number}", number=self.options.revision)),
            plain_date(self.options.printed_on, language),
            say(message("Copy for the {side}", side=side)),
        )
        return ("　" if language is Language.ZH else SEPARATOR).join(parts)

    def info(self) -> DocumentInfo:
        """Return what the file says about itself."""
        name = Label(*(catalog(language).say(self.document) for language in Language))
        return DocumentInfo(
            document_title(self.gathered, name, self.languages),
            self.gathered.meeting.reference,
            self.languages[0],
            self.options.printed_on,
        )


def _page_of(page: int, pages: int) -> Message:
    return message("Page {number} of {count}", number=page, count=pages)


def _section(side: SideFacts, body: tuple[Strip, ...], words: _Words, setter: ListSetter) -> Section:
    names = tuple(side.delegation_name.on_paper(language) for language in words.languages)
    heading = setter.side(names, side.colour)
    if not body:
        nobody = message("No participants have been entered for this delegation yet.")
        return Section((heading,), (), (setter.remark(words.in_each(nobody)),))
    table_head = setter.table_head(words.column_heads())
    continued = " / ".join(words.in_each(message("continued")))
    again = setter.side(names, side.colour, note=f"({continued})")
    return Section((heading, table_head), (again, table_head), body)


def _line_under(row: Row, below: Row | Heading | None) -> Line:
    if row.is_head:
        return Line.SETTING_OFF
    if below is None:
        return Line.CLOSING
    return Line.BETWEEN if isinstance(below, Row) else Line.NONE


def _placements(pages: Iterable[Iterable[PutStrip]], left: float) -> Iterator[Placement]:
    for number, page in enumerate(pages):
        for put in page:
            if put.strip.person is not None:
                yield Placement(
                    number,
                    millimetres(left),
                    millimetres(TOP_MARGIN + put.top),
                    millimetres(TEXT_WIDTH),
                    millimetres(put.strip.height),
                    put.strip.person,
                )


def _findings(
    gathered: Gathered, languages: Sequence[Language], typesetter: Typesetter, laid: Iterable[LaidRow]
) -> tuple[Finding, ...]:
    cut = {row.strip.person for row in laid if row.is_cut}
    found: list[Finding] = []
    for side, delegates in gathered.delegations:
        found += missing_glyphs_of_side(side, typesetter.fonts)
        for delegate in delegates:
            is_cut = delegate.person in cut
            found += check_row(delegate, languages, typesetter.fonts, is_cut=is_cut)
    return tuple(dict.fromkeys(found))
