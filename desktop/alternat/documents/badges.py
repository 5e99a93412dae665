"""Badges on label stock: both names at equal weight, entity, role, the side by its colour and name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from alternat.documents.badge_findings import check_badge
from alternat.documents.badge_layouts import BadgeFace, Label, LaidBadge, lay_out
from alternat.documents.drawing import (
    Block,
    Colour,
    Composition,
    DocumentInfo,
    Page,
    Placed,
    Placement,
    Rule,
    Text,
)
from alternat.documents.fonts import Weight
from alternat.documents.gathering import Gathered, SideFacts, alternat, gather_delegations
from alternat.documents.jpeg import as_jpeg
from alternat.documents.paper import Paper, points
from alternat.documents.stocks import Cell, Stock, stock
from alternat.documents.titles import document_title
from alternat.documents.typesetting import SEPARATOR, Typesetter
from alternat.language.catalogs import catalog
from alternat.language.label import Label as Words
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.names import latin_name
from alternat.language.vocabulary import heading, role_label, term
from alternat.models.tables import Tables
from alternat.planning.findings import Finding
from alternat.planning.roster import Delegate

_USUAL_STOCK = {Paper.A4: "L4785", Paper.LETTER: "5395"}
_SAFE_MARGIN_MM = 3.0
_MARGIN_AT_PAGE_EDGE_MM = 5.0
"""Desk printers leave about 5 mm at the edge of the sheet blank."""
_MARK_MM = 3.0
_MARK_GAP_MM = 0.8
_MARK_GREY: Colour = (0.55, 0.55, 0.55)


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """How badges are to print.

    `start` is the first free label, `offset_mm` moves everything right and down for a printer that is off.
    Empty
    `sides` and `people` mean all of them. `languages` are those of role and entity.
    """

    languages: tuple[Language, ...]
    copy_for: str
    stock: str
    sides: tuple[str, ...] = ()
    start: int = 1
    people: tuple[int, ...] = ()
    crop_marks: bool = False
    photos: bool = True
    qr: bool = True
    positions: bool = False
    offset_mm: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Wearer:
    """One badge to print: the delegate, the side, and the photograph as JPEG if there is one."""

    delegate: Delegate
    side: SideFacts
    photo: bytes | None


@dataclass(frozen=True, slots=True)
class BadgeValues:
    """Everything that the badges of a meeting print."""

    gathered: Gathered
    wearers: tuple[Wearer, ...]


def suggest_badges(tables: Tables, meeting: int, today: date) -> BadgeOptions:  # noqa: ARG001 same shape for all kinds
    """Return the options that suit a meeting: the host's copy, on the stock of the host's paper."""
    row = tables.Meeting.get_by_id(meeting)
    return BadgeOptions(
        languages=tuple(Language),
        copy_for=row.host.code,
        stock=_USUAL_STOCK[Paper(row.host.paper.casefold())],
    )


def gather_badges(tables: Tables, meeting: int, options: BadgeOptions) -> BadgeValues:
    """Return what the badges print, in the order of the delegations; reads the open workspace."""
    gathered = gather_delegations(tables, meeting, options.sides, options.copy_for)
    chosen = set(options.people)
    wearers = [
        (delegate, side)
        for side, delegates in gathered.delegations
        for delegate in delegates
        if not chosen or delegate.person in chosen
    ]
    photos = _photos(tables, [delegate for delegate, _ in wearers]) if options.photos else {}
    return BadgeValues(
        gathered,
        tuple(Wearer(delegate, side, photos.get(delegate.photo or 0)) for delegate, side in wearers),
    )


def _photos(tables: Tables, delegates: Sequence[Delegate]) -> dict[int, bytes]:
    wanted = {delegate.photo for delegate in delegates if delegate.photo is not None}
    if not wanted:
        return {}
    photo = tables.Photo
    pictures = (
        (row.id, as_jpeg(bytes(row.content)))
        for row in photo.select(photo.id, photo.content)
        if row.id in wanted
    )
    return {key: picture for key, picture in pictures if picture is not None}


def compose_badges(values: BadgeValues, options: BadgeOptions, typesetter: Typesetter) -> Composition:
    """Return the sheets of badges; an unknown stock or a start beyond the sheet is an error of `stocks`."""
    sheet = stock(options.stock)
    sheet.cell(options.start)
    languages = alternat(options.languages, values.gathered.copy_for)
    label = _label(sheet)
    laid = []
    findings: list[Finding] = []
    for wearer in values.wearers:
        face = _face(wearer, values.gathered, languages, options)
        badge = typesetter.once(_LayOut(typesetter, label), face)
        laid.append((wearer.delegate.person, badge))
        findings += check_badge(
            wearer.delegate, badge, languages, sheet, typesetter.fonts, positions=options.positions
        )
    pages, placements = _sheets(sheet, laid, options) if laid else (_empty_sheet(sheet, languages), ())
    return Composition(
        DocumentInfo(
            title=document_title(values.gathered, heading(term("badge")), languages),
            subject=values.gathered.meeting.reference,
            language=languages[0],
        ),
        pages,
        placements,
        tuple(dict.fromkeys(findings)),
    )


@dataclass(frozen=True)
class _LayOut:
    """Laying out on one kind of label, as a value, so that what it made can be remembered."""

    typesetter: Typesetter
    label: Label

    def __call__(self, face: BadgeFace) -> LaidBadge:
        return lay_out(self.typesetter, self.label, face)


def _label(sheet: Stock) -> Label:
    width, height = sheet.label_mm
    last = sheet.cell(sheet.per_sheet)
    room = min(
        *sheet.first_mm, sheet.page_mm[0] - last.left - last.width, sheet.page_mm[1] - last.top - last.height
    )
    is_single = sheet.per_sheet == 1
    at_edge = room < 1.0 and not is_single
    return Label(
        points(width), points(height), points(_MARGIN_AT_PAGE_EDGE_MM if at_edge else _SAFE_MARGIN_MM)
    )


def _face(
    wearer: Wearer, gathered: Gathered, languages: Sequence[Language], options: BadgeOptions
) -> BadgeFace:
    delegate, side = wearer.delegate, wearer.side
    latin = latin_name(delegate.family, delegate.given, delegate.name_order, delegate.printed_name)
    names = (delegate.name_zh, latin) if languages[0] is Language.ZH else (latin, delegate.name_zh)
    role = heading(role_label(delegate.role, delegate.gender))
    return BadgeFace(
        band=SEPARATOR.join(_in(side.country, languages)),
        colour=side.colour,
        serial=f"{gathered.meeting.reference} – {delegate.serial:03}",
        names=tuple(filter(None, names)),
        roles=_in(role, languages),
        offices=_in(delegate.position, languages) if options.positions else (),
        entities=_in(delegate.entity_name, languages),
        token=delegate.token if options.qr else "",
        photo=wearer.photo,
    )


def _in(words: Words, languages: Sequence[Language]) -> tuple[str, ...]:
    """Return a text in each language that has it, the same words once: a badge shows a gap by saying less."""
    return tuple(dict.fromkeys(filter(None, (words.text(language) for language in languages))))


def _sheets(
    sheet: Stock, laid: Sequence[tuple[int, LaidBadge]], options: BadgeOptions
) -> tuple[tuple[Page, ...], tuple[Placement, ...]]:
    cells = sheet.cells()
    right, down = options.offset_mm
    width, height = (points(length) for length in sheet.page_mm)
    marks = (Placed(points(right), points(down), _crop_marks(cells)),) if options.crop_marks else ()
    pages: list[list[Placed]] = []
    placements = []
    for place, (person, badge) in enumerate(laid, start=options.start - 1):
        page, number = divmod(place, sheet.per_sheet)
        if page == len(pages):
            pages.append(list(marks))
        cell = cells[number]
        left, top = cell.left + right, cell.top + down
        pages[page].append(Placed(points(left), points(top), badge.block))
        placements.append(Placement(page, left, top, cell.width, cell.height, person))
    return tuple(Page(width, height, tuple(blocks)) for blocks in pages), tuple(placements)


def _empty_sheet(sheet: Stock, languages: Sequence[Language]) -> tuple[Page, ...]:
    """Return one page that says why it is empty, since a document without pages opens nowhere."""
    nobody = message("There is nobody to print badges for.")
    left, top, size = points(8), points(14), 9.0
    lines = (
        Text(left, top + place * size * 1.6, catalog(language).say(nobody), Weight.REGULAR, size)
        for place, language in enumerate(languages)
    )
    width, height = (points(length) for length in sheet.page_mm)
    return (Page(width, height, (Placed(0.0, 0.0, Block(tuple(lines))),)),)


def _crop_marks(cells: Sequence[Cell]) -> Block:
    """Return short lines beyond the outer edges, in line with every cut, so that none crosses a label."""
    first, last = cells[0], cells[-1]
    columns = sorted({edge for cell in cells for edge in (cell.left, cell.left + cell.width)})
    rows = sorted({edge for cell in cells for edge in (cell.top, cell.top + cell.height)})
    near, far = _MARK_GAP_MM, _MARK_GAP_MM + _MARK_MM
    ends = (last.left + last.width, last.top + last.height)
    lines: list[tuple[float, float, float, float]] = []
    for x in columns:
        lines += [(x, first.top - far, x, first.top - near), (x, ends[1] + near, x, ends[1] + far)]
    for y in rows:
        lines += [(first.left - far, y, first.left - near, y), (ends[0] + near, y, ends[0] + far, y)]
    return Block(tuple(_marks(lines)))


def _marks(lines: Sequence[tuple[float, float, float, float]]) -> Iterator[Rule]:
    for x, y, to_x, to_y in lines:
        yield Rule(points(x), points(y), points(to_x), points(to_y), 0.25, _MARK_GREY)
