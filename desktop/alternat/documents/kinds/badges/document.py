"""Badges on label stock: both names at equal weight, entity, role, the side by its colour and name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from alternat.documents.contents.left_out import LeftOut, grouped, not_taking_part
from alternat.documents.contents.meeting import Gathered, SideFacts, gather_delegations, printing_habits
from alternat.documents.contents.paper_findings import missing_glyphs_of_side
from alternat.documents.contents.titles import document_title, place_and_dates
from alternat.documents.kinds.badges.findings import check_badge
from alternat.documents.kinds.badges.layouts import (
    BadgeFace,
    Label,
    MeetingLines,
    MeetingSetter,
    lay_out,
    meeting_height,
)
from alternat.documents.kinds.badges.sheets import empty_sheet, fill_sheets
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Block, Composition, DocumentInfo, HeldBack
from alternat.documents.press.jpeg import as_jpeg
from alternat.documents.press.paper import points
from alternat.documents.press.stocks import Stock, stock
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.called import by_script, shown_name
from alternat.language.label import Label as Words
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.vocabulary import heading, role_label, term
from alternat.models.tables import Tables
from alternat.nouns.paper import Paper
from alternat.planning.findings import Finding, Severity, Subject, SubjectKind
from alternat.planning.roster import Delegate

_USUAL_STOCK = {Paper.A4: "L4785", Paper.LETTER: "5395"}
_SAFE_MARGIN_MM = 3.0
_MARGIN_AT_PAGE_EDGE_MM = 5.0
"""Desk printers leave about 5 mm at the edge of the sheet blank."""
_PRINTABLE_FROM_MM = 1.0


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """How badges are to print.

    `start` is the first free label. For a printer that is off, `scale_percent` makes everything larger or
    smaller from the corner of the sheet, and `offset_mm` moves it right and down. Empty `sides` and `people`
    mean all of them. `languages` are those of role and entity. With `hold_back` somebody whose badge cannot
    be printed gets none, and the others get theirs.
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
    scale_percent: float = 100.0
    hold_back: bool = True


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
    habits = printing_habits(tables, meeting)
    return BadgeOptions(habits.languages, habits.copy_for, _USUAL_STOCK[habits.paper])


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
    gathered = values.gathered
    languages = options.languages
    label = _label(sheet)
    meeting = _meeting_lines(gathered, languages, with_names=not (options.positions and label.is_low))
    maker = _Maker(
        typesetter,
        sheet,
        languages,
        gathered.meeting.reference,
        meeting_height(typesetter, label, meeting),
        options.positions,
        with_code=options.qr,
    )
    make = typesetter.once(maker)
    made = [(wearer.delegate.person, make(wearer)) for wearer in values.wearers]
    held = tuple(
        HeldBack(wearer.delegate.person, shown_name(wearer.delegate), is_left_out=True, has_gaps=False)
        for wearer, (person, badge) in zip(values.wearers, made, strict=True)
        if options.hold_back and badge.findings and _cannot_print(person, badge.findings)
    )
    waiting = {each.person for each in held}
    blocks = [(person, badge.block) for person, badge in made if person not in waiting]
    sheets = (
        fill_sheets(
            sheet,
            blocks,
            start=options.start,
            offset_mm=options.offset_mm,
            scale=options.scale_percent / 100,
            crop_marks=options.crop_marks,
            on_each=typesetter.once(MeetingSetter(typesetter, label))(meeting),
        )
        if blocks
        else empty_sheet(sheet, languages)
    )
    of_sides = [
        finding
        for side, _ in gathered.delegations
        for finding in missing_glyphs_of_side(side, typesetter.fonts)
    ]
    return Composition(
        DocumentInfo(
            document_title(gathered.meeting, gathered.copy_for, heading(term("badge")), languages[0]),
            gathered.meeting.reference,
            languages[0],
            is_label_sheet=True,
        ),
        sheets.pages,
        sheets.placements,
        tuple(dict.fromkeys((*of_sides, *(finding for _, badge in made for finding in badge.findings)))),
        held,
    )


def _meeting_lines(gathered: Gathered, languages: Sequence[Language], *, with_names: bool) -> MeetingLines:
    """Return what badges say of the meeting: its place and dates, and its name where there is room for it.

    A language without a text has a line less.
    """
    meeting, side = gathered.meeting, gathered.copy_for
    names = (side.dialogue_name.text(language) for language in languages if with_names)
    dates = (place_and_dates(meeting, language) for language in languages)
    return MeetingLines(tuple(dict.fromkeys(filter(None, names))), tuple(dict.fromkeys(dates)))


def _cannot_print(person: int, findings: Sequence[Finding]) -> bool:
    """Return whether something about the wearer blocks: that badge waits, not those of the others."""
    wearer = Subject(SubjectKind.PERSON, person)
    return any(each.severity is Severity.BLOCKS and each.subject == wearer for each in findings)


@dataclass(frozen=True, slots=True)
class _Badge:
    block: Block
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Maker:
    """Makes the badge of a wearer; a value of all that the badges of a document share."""

    typesetter: Typesetter
    sheet: Stock
    languages: tuple[Language, ...]
    reference: str
    meeting_height: float
    with_positions: bool
    with_code: bool

    def __call__(self, wearer: Wearer) -> _Badge:
        label = _label(self.sheet)
        laid = lay_out(self.typesetter, label, self._face(wearer), self.meeting_height)
        findings = check_badge(
            wearer.delegate,
            laid,
            self.languages,
            self.sheet,
            self.typesetter.fonts,
            positions=self.with_positions,
            least_name=label.sizes.least_name,
        )
        return _Badge(laid.block, tuple(findings))

    def _face(self, wearer: Wearer) -> BadgeFace:
        delegate, side = wearer.delegate, wearer.side
        names = by_script(delegate)
        role = heading(role_label(delegate.role, delegate.gender))
        return BadgeFace(
            band=SEPARATOR.join(self._in_each(side.country)),
            colour=side.colour,
            serial=f"{self.reference} – {delegate.serial:03}",
            names=names[::-1] if self.languages[0] is Language.ZH else names,
            roles=self._in_each(role),
            offices=self._in_each(delegate.position) if self.with_positions else (),
            entities=self._in_each(delegate.entity_name),
            token=delegate.token if self.with_code else "",
            photo=wearer.photo,
        )

    def _in_each(self, words: Words) -> tuple[str, ...]:
        """Return a text in each language that has it, the same words once; a gap is a line less."""
        texts = (words.text(language) for language in self.languages)
        return tuple(dict.fromkeys(filter(None, texts)))


@lru_cache(maxsize=64)
def _label(sheet: Stock) -> Label:
    """Return the label to draw on, with a wider margin where it lies at the edge of a larger page."""
    last = sheet.cell(sheet.per_sheet)
    right, bottom = sheet.page_mm[0] - last.left - last.width, sheet.page_mm[1] - last.top - last.height
    at_edge = sheet.per_sheet > 1 and min(*sheet.first_mm, right, bottom) < _PRINTABLE_FROM_MM
    width, height = sheet.label_mm
    margin = _MARGIN_AT_PAGE_EDGE_MM if at_edge else _SAFE_MARGIN_MM
    return Label(points(width), points(height), points(margin))


def wearers(values: BadgeValues, options: BadgeOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who have a badge."""
    return frozenset(wearer.delegate.person for wearer in values.wearers)


def left_out_of_badges(values: BadgeValues, options: BadgeOptions) -> tuple[LeftOut, ...]:
    """Return who of those asked for does not take part and so has no badge."""
    return grouped([not_taking_part(values.gathered.absent, options.people)])


BADGES: DocumentKind[BadgeOptions, BadgeValues] = DocumentKind(
    id="badges",
    title=message("Badges"),
    options=BadgeOptions,
    suggest=suggest_badges,
    gather=gather_badges,
    compose=compose_badges,
    people=wearers,
    left_out=left_out_of_badges,
)
