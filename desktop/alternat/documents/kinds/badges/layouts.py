"""How one badge is laid out on its label: lying on a card, standing in a neck pouch.

The measures follow the label: those below are for the smallest stock of each kind and grow with the label.
"""

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from math import inf

from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import (
    Bits,
    Block,
    Box,
    Colour,
    Item,
    Picture,
    Rule,
    Text,
    colour_of,
    readable_on,
)
from alternat.documents.press.fonts import Weight
from alternat.documents.press.jpeg import jpeg_header
from alternat.documents.press.paper import points
from alternat.documents.press.set_text import Stack, baseline_in
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter

SMALLEST_NAME = 7.0
"""Points; what is not narrow enough even so would be cut off."""
SMALLEST_DETAIL = 5.0
_SMALLEST_MEETING = 4.4
_MOST_NAME_LINES = 3
_MOST_FOR_DETAILS = 0.48
"""The share of the room below the band up to which role, office and entity keep their full size."""
_MOST_WITH_OFFICE = 0.6
_LEAST_FOR_DETAILS = 0.28
_MOST_FOR_MEETING = 0.17
"""The share of the label's height that the lines about the meeting may take."""
_NAME_LEADING, _NAME_BEFORE = 1.16, 0.08
_WAYS = ((1, Breaks.NAME), (_MOST_NAME_LINES, Breaks.WHOLE_NAME), (_MOST_NAME_LINES, Breaks.NAME))
"""How names may be set: on a line each, wrapped between their parts, and at hyphens too."""
_ROUNDING = 0.05
"""Points; a difference that nobody sees."""
_USUAL_DETAILS = 6
"""Lines; so many are thought of in placing the names, which then stand alike on every badge of a stock."""
_INK: Colour = (0.09, 0.1, 0.12)
_GREY: Colour = (0.36, 0.38, 0.42)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of type on a label of one kind, in points on the smallest; they grow with the label.

    `least_name` is the floor of the names: below it a name is not read across a table, and a finding says so.
    """

    band: float
    meeting: float
    name: float
    least_name: float
    detail: float

    def times(self, unit: float) -> "Sizes":
        """Return the sizes on a label that is larger by this factor."""
        return Sizes(*(getattr(self, each.name) * unit for each in fields(self)))


LYING = Sizes(band=8.5, meeting=5.4, name=20.0, least_name=11.0, detail=7.6)
STANDING = Sizes(band=11.0, meeting=6.4, name=27.0, least_name=15.0, detail=9.2)


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """The texts of one badge, in the order in which they stand on it."""

    band: str
    colour: str
    serial: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    offices: tuple[str, ...]
    entities: tuple[str, ...]
    token: str
    photo: bytes | None


@dataclass(frozen=True, slots=True)
class LaidBadge:
    """A badge as it is drawn, which of its texts had to be cut, and the size of its names in points."""

    block: Block
    names_cut: bool
    details_cut: bool
    name_size: float


@dataclass(frozen=True, slots=True)
class Label:
    """The label that a badge is drawn on, in points; nothing comes nearer to its edge than `margin`."""

    width: float
    height: float
    margin: float

    @property
    def stands(self) -> bool:
        """Return whether the label is higher than wide."""
        return self.height > self.width

    @property
    def is_low(self) -> bool:
        """Return whether the label lies and has little room below the names."""
        return not self.stands and self.height < points(56)

    @property
    def unit(self) -> float:
        """Return how much larger the label is than the smallest of its kind (80 × 50 mm, 74 × 105 mm)."""
        smallest = (74.0, 105.0) if self.stands else (80.0, 50.0)
        return min(self.width / points(smallest[0]), self.height / points(smallest[1]))

    @property
    def sizes(self) -> Sizes:
        """Return the sizes of type on it."""
        return _sizes(self)


@lru_cache(maxsize=64)
def _sizes(label: Label) -> Sizes:
    return (STANDING if label.stands else LYING).times(label.unit)


@dataclass(frozen=True, slots=True)
class MeetingLines:
    """What every badge of a meeting says of it: its name in each language, and its place and dates."""

    names: tuple[str, ...]
    dates: tuple[str, ...]


def lay_out(typesetter: Typesetter, label: Label, face: BadgeFace, meeting_height: float) -> LaidBadge:
    """Return the badge on its label, with room for the lines of the meeting, which are drawn once for all."""
    lay_out_names = _standing if label.stands else _lying
    return lay_out_names(typesetter, label, face, meeting_height)


def meeting_height(typesetter: Typesetter, label: Label, meeting: MeetingLines) -> float:
    """Return the room in points that the lines of the meeting take on every badge."""
    return _meeting(typesetter, label, meeting).height


@dataclass(frozen=True)
class MeetingSetter:
    """Sets what every badge says of the meeting; a value, so that what it made can be remembered."""

    typesetter: Typesetter
    label: Label

    def __call__(self, meeting: MeetingLines) -> Block:
        """Return the lines of the meeting as they stand below the band of every badge."""
        label = self.label
        stack = _meeting(self.typesetter, label, meeting)
        column = Column(label.margin, label.width - 2 * label.margin, label.stands)
        return Block(tuple(set_down(self.typesetter, stack, column, _below_band(label))))


def _meeting(typesetter: Typesetter, label: Label, meeting: MeetingLines) -> Stack:
    size = label.sizes.meeting
    paragraphs = [Paragraph(name, Weight.REGULAR, size, 1, 1.24, colour=_GREY) for name in meeting.names]
    dates = SEPARATOR.join(meeting.dates)
    paragraphs.append(
        Paragraph(dates, Weight.REGULAR, size, 2, 1.24, breaks=Breaks.PARTS, is_balanced=True, colour=_GREY)
    )
    width = label.width - 2 * label.margin
    return typesetter.stack(tuple(paragraphs), width, label.height * _MOST_FOR_MEETING, _SMALLEST_MEETING)


def _below_band(label: Label) -> float:
    return label.margin + label.sizes.band * 1.95 + points(1.0 * label.unit)


def _lying(typesetter: Typesetter, label: Label, face: BadgeFace, meeting: float) -> LaidBadge:
    """Band and meeting above, names large below, role and entity at the foot, the code in the corner."""
    unit, margin, sizes = label.unit, label.margin, label.sizes
    foot, end = label.height - margin, label.width - margin
    items = _band(typesetter, label, face, sizes.band)
    top = _below_band(label) + meeting + points(1.1 * unit)
    left, photo_foot = margin, top
    if face.photo:
        picture = _photo(face.photo, margin, top + points(0.8 * unit), points(15 * unit), points(19 * unit))
        items.append(picture)
        left += picture.width + points(2.6 * unit)
        photo_foot = picture.y + picture.height
    code = points(13 * unit) if face.token else 0.0
    room = end - margin - (code + points(3 * unit) if code else 0.0)
    gap = points(1.2 * unit)
    top += _air(sizes, foot - top - gap) * 0.3
    wanted = _details(typesetter, face, sizes.detail, room, inf, rows=False).height
    names, height = _names(typesetter, face, sizes, (end - left, foot - top - gap), (wanted, code))
    beside = Column(left, end - left)
    drawn, bottom = _set_names(typesetter, names, sizes.name, beside, (top, top + height))
    details_top = max(bottom, photo_foot) + gap
    details = _details(typesetter, face, sizes.detail, room, foot - details_top, rows=False)
    items += drawn
    items += set_down(typesetter, details, Column(margin, room), foot - details.height)
    if code:
        items.append(_code(face.token, end - code, foot - code, code))
    return LaidBadge(Block(tuple(items)), names.is_cut, details.is_cut, _size(names))


def _standing(typesetter: Typesetter, label: Label, face: BadgeFace, meeting: float) -> LaidBadge:
    """Everything on the middle axis: band, meeting, photograph, names, short rule, role and entity, code."""
    unit, margin, sizes = label.unit, label.margin, label.sizes
    width, foot = label.width - 2 * label.margin, label.height - margin
    axis = label.width / 2
    items = _band(typesetter, label, face, sizes.band)
    top = _below_band(label) + meeting + points(2.5 * unit)
    code = points(17 * unit) if face.token else 0.0
    if code:
        items.append(_code(face.token, axis - code / 2, foot - code, code))
        foot -= code + points(3 * unit)
    if face.photo:
        picture = _photo(face.photo, 0.0, top, points(21 * unit), points(26 * unit))
        items.append(replace(picture, x=axis - picture.width / 2))
        top += picture.height + points(2 * unit)
    gap = points(5 * unit)
    top += _air(sizes, foot - top - gap) * 0.42
    wanted = _details(typesetter, face, sizes.detail, width, inf, rows=True).height
    names, height = _names(typesetter, face, sizes, (width, foot - top - gap), (wanted, 0.0))
    middle = Column(margin, width, is_centred=True)
    drawn, bottom = _set_names(typesetter, names, sizes.name, middle, (top, top + height))
    details = _details(typesetter, face, sizes.detail, width, foot - bottom - gap, rows=True)
    items += drawn
    half = points(7 * unit)
    line = bottom + gap / 2
    items.append(Rule(axis - half, line, axis + half, line, 0.8 * unit, colour_of(face.colour)))
    items += set_down(typesetter, details, middle, bottom + gap)
    return LaidBadge(Block(tuple(items)), names.is_cut, details.is_cut, _size(names))


def _air(sizes: Sizes, room: float) -> float:
    """Return what is left of the room by two names on a line each and the usual details."""
    names = sizes.name * (2 * _NAME_LEADING + _NAME_BEFORE)
    return max(room - names - _USUAL_DETAILS * sizes.detail * 1.28, 0.0)


def _set_names(
    typesetter: Typesetter, names: Stack, size: float, column: Column, edges: tuple[float, float]
) -> tuple[list[Item], float]:
    """Return the names drawn, and where they end.

    The first baseline is the same on every badge, whatever the size of the names; so is the second where
    there is room down to the lower edge, and each name has one line.
    """
    top, lowest = edges
    pitch = size * (_NAME_LEADING + _NAME_BEFORE)
    first = top + baseline_in(size * _NAME_LEADING, size)
    on_grid = all(len(each.lines) == 1 for each in names.paragraphs)
    marks = sum(sum(each.rises) + each.sink for each in names.paragraphs)
    on_grid = on_grid and top + len(names.paragraphs) * pitch + marks <= lowest
    items: list[Item] = []
    own = _size(names)
    begin = min(first - baseline_in(own * _NAME_LEADING, own), max(lowest - names.height, top))
    if not on_grid:
        items += set_down(typesetter, names, column, begin)
        return items, begin + names.height
    for paragraph in names.paragraphs:
        alone = Stack((replace(paragraph, before=0.0),))
        items += set_down(typesetter, alone, column, begin)
        begin += pitch + sum(paragraph.rises)
    return items, top + len(names.paragraphs) * pitch + marks - size * _NAME_BEFORE


def _size(names: Stack) -> float:
    return min((each.size for each in names.paragraphs), default=inf)


def _band(typesetter: Typesetter, label: Label, face: BadgeFace, size: float) -> list[Item]:
    """Return the band with the side's name and the badge's number."""
    colour = colour_of(face.colour)
    ink = readable_on(colour)
    height, left, width = size * 1.95, label.margin, label.width - 2 * label.margin
    baseline = label.margin + baseline_in(height, size)
    inset = size * 0.75
    number_width = typesetter.width(face.serial, Weight.REGULAR, size * 0.85)
    room = width - 3 * inset - number_width
    fitted = size * min(1.0, room / max(typesetter.width(face.band, Weight.BOLD, size), 1.0))
    return [
        Box(left, label.margin, width, height, colour),
        Text(left + inset, baseline, face.band, Weight.BOLD, fitted, ink),
        Text(left + width - inset - number_width, baseline, face.serial, Weight.REGULAR, size * 0.85, ink),
    ]


def _names(
    typesetter: Typesetter,
    face: BadgeFace,
    sizes: Sizes,
    room: tuple[float, float],
    below: tuple[float, float],
) -> tuple[Stack, float]:
    """Return both names at one size and the height that they may take.

    They wrap or stand on a line each, whichever lets them be larger.
    A part of a name breaks at its hyphen only where the names would fall below their floor without it.

    `room` is the width and height for names and details together, `below` what the details would take at
    their full size and what the code beside them takes. They get it up to about half the room, unless the
    names would then have to be cut; the code gets it in any case.
    """
    size, floor = sizes.name, sizes.least_name
    (width, height), (wanted, code) = room, below
    hang = baseline_in(_NAME_LEADING * size, size)
    best: Stack | None = None
    for share in (_MOST_WITH_OFFICE if face.offices else _MOST_FOR_DETAILS, _LEAST_FOR_DETAILS):
        left = height - max(min(wanted, height * share), code)
        for lines, breaks in _WAYS:
            stack = typesetter.stack(
                _name_paragraphs(face, size, lines, breaks), width, left, SMALLEST_NAME, hang
            )
            if not stack.is_cut and (best is None or _size(stack) > _size(best)):
                best = stack
            is_settled = best is not None and (_size(best) == size or breaks is Breaks.WHOLE_NAME)
            if best is not None and is_settled and _size(best) >= floor:
                return best, left
        if best is not None:
            return best, left
    return stack, left


def _name_paragraphs(face: BadgeFace, size: float, lines: int, breaks: Breaks) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            name,
            Weight.BOLD,
            size,
            most_lines=lines,
            leading=_NAME_LEADING,
            before=_NAME_BEFORE if place else 0.0,
            is_balanced=True,
            breaks=breaks,
            colour=_INK,
            may_part=False,
        )
        for place, name in enumerate(face.names)
    )


def _details(
    typesetter: Typesetter, face: BadgeFace, size: float, width: float, height: float, *, rows: bool
) -> Stack:
    """Return role, office and entity; the role's languages share two lines, or with `rows` have one each."""
    joined = SEPARATOR.join(face.roles)
    in_rows = rows and typesetter.width(joined, Weight.BOLD, size) > width
    roles = face.roles if in_rows else (joined,)
    paragraphs = [
        Paragraph(
            role,
            Weight.BOLD,
            size,
            most_lines=2,
            leading=1.28,
            is_balanced=True,
            breaks=Breaks.TEXT if in_rows else Breaks.PARTS,
            colour=_INK,
        )
        for role in roles
    ]
    for texts, colour in ((face.offices, _INK), (face.entities, _GREY)):
        paragraphs += [
            Paragraph(text, Weight.REGULAR, size, 2, 1.28, before=0.0 if place else 0.14, colour=colour)
            for place, text in enumerate(texts)
        ]
    return typesetter.stack(tuple(paragraphs), width, height, SMALLEST_DETAIL)


def _code(token: str, x: float, y: float, side: float) -> Bits:
    from alternat.documents.press.qr import qr_modules

    modules, rows = qr_modules(token)
    return Bits(x, y, side, modules, rows)


def _photo(content: bytes, x: float, y: float, width: float, height: float) -> Picture:
    header = jpeg_header(content)
    scale = min(width / header.width, height / header.height)
    return Picture(x, y, header.width * scale, header.height * scale, content)
