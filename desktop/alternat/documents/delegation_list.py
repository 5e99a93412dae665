"""The delegation list: one to three languages in equal columns, the head set off, support staff apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from alternat.documents.drawing import Composition, DocumentInfo, Page, Placed, Placement
from alternat.documents.gathering import Gathered, SideFacts, alternat, gather_delegations
from alternat.documents.list_findings import check_row
from alternat.documents.list_layout import FOOT_MARGIN, TEXT_WIDTH, TOP_MARGIN, ListSetter
from alternat.documents.list_texts import Entry, Grouping, Heading, NamedPerson, entries, side_heading
from alternat.documents.pagination import PutStrip, Section, Strip, paginate
from alternat.documents.paper import Paper, millimetres
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
from alternat.planning.roster import Delegate


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
    row = tables.Meeting.get_by_id(meeting)
    return DelegationListOptions(
        languages=tuple(Language),
        copy_for=row.host.code,
        paper=Paper(row.host.paper.casefold()),
        revision=row.list_revision,
        printed_on=today,
    )


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
    languages = alternat(options.languages, gathered.copy_for)
    setter = ListSetter(typesetter, len(languages))
    cut: set[int] = set()
    opening = setter.opening(
        [
            (
                meeting_title(gathered.meeting, gathered.copy_for, each),
                place_and_dates(gathered.meeting, each),
            )
            for each in languages
        ],
        SEPARATOR.join(dict.fromkeys(_in_each(_document_name(gathered), languages))),
    )
    sections = [
        _section(
            side, entries(delegates, dict(values.named), languages, options.grouping), languages, setter, cut
        )
        for side, delegates in gathered.delegations
    ]
    width, height = options.paper.size
    foot_height = setter.foot(_foot(gathered, options, languages, 1, 1))[1]
    text_height = height - TOP_MARGIN - FOOT_MARGIN - foot_height
    put = paginate(opening, sections, text_height)
    left = (width - TEXT_WIDTH) / 2
    pages = tuple(
        Page(
            width,
            height,
            (
                *(Placed(left, TOP_MARGIN + each.top, each.strip.block) for each in page),
                Placed(
                    left,
                    height - FOOT_MARGIN - foot_height,
                    setter.foot(_foot(gathered, options, languages, number, len(put)))[0],
                ),
            ),
        )
        for number, page in enumerate(put, start=1)
    )
    return Composition(
        DocumentInfo(
            document_title(gathered, _label(_document_name(gathered)), languages),
            gathered.meeting.reference,
            languages[0],
            options.printed_on,
        ),
        pages,
        tuple(_placements(put, left)),
        _findings(gathered, languages, typesetter, cut),
    )


def _document_name(gathered: Gathered) -> Message:
    if len(gathered.delegations) == 1:
        return message("Delegation list")
    return message("List of delegations")


def _in_each(sentence: Message, languages: Sequence[Language]) -> list[str]:
    return [catalog(language).say(sentence) for language in languages]


def _label(sentence: Message) -> Label:
    return Label(*_in_each(sentence, tuple(Language)))


def _section(
    side: SideFacts,
    listed: Sequence[Entry],
    languages: Sequence[Language],
    setter: ListSetter,
    cut: set[int],
) -> Section:
    names = tuple(dict.fromkeys(side_heading(side, language) for language in languages))
    if not listed:
        nobody = message("No participants have been entered for this delegation yet.")
        return Section((setter.side(names, side.colour),), (), (setter.remark(_in_each(nobody, languages)),))
    table_head = setter.table_head(_column_heads(languages))
    body = []
    for entry, below in zip_longest(listed, listed[1:]):
        if isinstance(entry, Heading):
            body.append(setter.heading(entry))
            continue
        strip, is_cut = setter.row(entry, below)
        body.append(strip)
        if is_cut:
            cut.add(entry.person)
    continued = " / ".join(_in_each(message("continued"), languages))
    return Section(
        (setter.side(names, side.colour), table_head),
        (setter.side(names, side.colour, note=f"({continued})"), table_head),
        tuple(body),
    )


def _column_heads(languages: Sequence[Language]) -> list[str]:
    if len(languages) == 1:
        say = catalog(languages[0]).say
        return [say(message("Name")), say(message("Position")), say(message("Entity"))]
    return _in_each(message("Name, position, entity"), languages)


def _foot(
    gathered: Gathered, options: DelegationListOptions, languages: Sequence[Language], page: int, pages: int
) -> list[tuple[str, str]]:
    lines = []
    for language in languages:
        say = catalog(language).say
        side = gathered.copy_for.side_name.on_paper(language)
        left = (
            say(message("Revision {number}", number=options.revision)),
            plain_date(options.printed_on, language),
            say(
                message(
                    "Copy for the {side}",
                    side=side[:1].lower() + side[1:] if language is Language.FR else side,
                )
            ),
        )
        gap = "　" if language is Language.ZH else SEPARATOR
        lines.append((gap.join(left), say(message("Page {number} of {count}", number=page, count=pages))))
    return lines


def _placements(pages: Iterable[Iterable[PutStrip]], left: float) -> Iterable[Placement]:
    for number, page in enumerate(pages):
        for put in page:
            strip: Strip = put.strip
            if strip.person is not None:
                yield Placement(
                    number,
                    millimetres(left),
                    millimetres(TOP_MARGIN + put.top),
                    millimetres(TEXT_WIDTH),
                    millimetres(strip.height),
                    strip.person,
                )


def _findings(
    gathered: Gathered, languages: Sequence[Language], typesetter: Typesetter, cut: set[int]
) -> tuple[Finding, ...]:
    everyone: list[Delegate] = [each for _, delegates in gathered.delegations for each in delegates]
    found = (
        finding
        for delegate in everyone
        for finding in check_row(delegate, languages, typesetter.fonts, is_cut=delegate.person in cut)
    )
    return tuple(dict.fromkeys(found))
