"""How one badge is laid out on its label: lying on a card, standing in a neck pouch.

The measures follow the label: those below are for the smallest stock of each kind and grow with the label.
"""

from dataclasses import dataclass, replace
from math import inf

from alternat.documents.columns import Column, baseline_in, set_down
from alternat.documents.drawing import (
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
from alternat.documents.fonts import Weight
from alternat.documents.jpeg import jpeg_header
from alternat.documents.paper import points
from alternat.documents.typesetting import SEPARATOR, Breaks, Paragraph, Stack, Typesetter

SMALLEST_NAME = 9.5
"""Points; below that a name is not read across a table."""
SMALLEST_DETAIL = 5.0
_MOST_NAME_LINES = 3
_MOST_FOR_DETAILS = 0.48
"""The share of the room below the band up to which role, office and entity keep their full size."""
_LEAST_FOR_DETAILS = 0.28
_LEAST_ON_ONE_LINE = 0.78
"""How far the names may shrink to stand on one line each before they wrap."""
_INK: Colour = (0.09, 0.1, 0.12)
_GREY: Colour = (0.36, 0.38, 0.42)


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
    """A badge as it is drawn, and which of its texts had to be cut."""

    block: Block
    names_cut: bool
    details_cut: bool


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
    def unit(self) -> float:
        """Return how much larger the label is than the smallest of its kind (80 × 50 mm, 74 × 105 mm)."""
        smallest = (74.0, 105.0) if self.stands else (80.0, 50.0)
        return min(self.width / points(smallest[0]), self.height / points(smallest[1]))


def lay_out(typesetter: Typesetter, label: Label, face: BadgeFace) -> LaidBadge:
    """Return the badge on its label."""
    return _standing(typesetter, label, face) if label.stands else _lying(typesetter, label, face)


def _lying(typesetter: Typesetter, label: Label, face: BadgeFace) -> LaidBadge:
    """Band above, names large below it, role and entity at the foot, the code in the corner."""
    unit, margin = label.unit, label.margin
    foot, end = label.height - margin, label.width - margin
    items, top = _band(typesetter, label, face, 8.5 * unit)
    top += points(1.4 * unit)
    left, photo_foot = margin, top
    if face.photo:
        picture = _photo(face.photo, margin, top + points(0.8 * unit), points(15 * unit), points(19 * unit))
        items.append(picture)
        left += picture.width + points(2.6 * unit)
        photo_foot = picture.y + picture.height
    code = points(13 * unit) if face.token else 0.0
    room = end - margin - (code + points(3 * unit) if code else 0.0)
    gap = points(1.2 * unit)
    wanted = _details(typesetter, face, 7.6 * unit, room, inf, rows=False).height
    names = _names(typesetter, face, 20 * unit, end - left, foot - top - gap, wanted)
    details_top = max(top + names.height, photo_foot) + gap
    details = _details(typesetter, face, 7.6 * unit, room, foot - details_top, rows=False)
    space = foot - details.height - top - names.height
    items += set_down(typesetter, names, Column(left, end - left), top + max(space - gap, 0.0) * 0.3)
    items += set_down(typesetter, details, Column(margin, room), foot - details.height)
    if code:
        items.append(_code(face.token, end - code, foot - code, code))
    return LaidBadge(Block(tuple(items)), names.is_cut, details.is_cut)


def _standing(typesetter: Typesetter, label: Label, face: BadgeFace) -> LaidBadge:
    """Everything on the middle axis: band, photograph, names, short rule, role and entity, code."""
    unit, margin = label.unit, label.margin
    width, foot = label.width - 2 * margin, label.height - margin
    axis = label.width / 2
    items, top = _band(typesetter, label, face, 11 * unit)
    top += points(3.5 * unit)
    code = points(17 * unit) if face.token else 0.0
    if code:
        items.append(_code(face.token, axis - code / 2, foot - code, code))
        foot -= code + points(3 * unit)
    if face.photo:
        picture = _photo(face.photo, 0.0, top, points(21 * unit), points(26 * unit))
        items.append(replace(picture, x=axis - picture.width / 2))
        top += picture.height + points(2 * unit)
    gap = points(5 * unit)
    wanted = _details(typesetter, face, 9.2 * unit, width, inf, rows=True).height
    names = _names(typesetter, face, 27 * unit, width, foot - top - gap, wanted)
    details = _details(typesetter, face, 9.2 * unit, width, foot - top - names.height - gap, rows=True)
    top += max(foot - top - names.height - gap - details.height, 0.0) * 0.42
    middle = Column(margin, width, is_centred=True)
    items += set_down(typesetter, names, middle, top)
    top += names.height
    half = points(7 * unit)
    line = top + gap / 2
    items.append(Rule(axis - half, line, axis + half, line, 0.8 * unit, colour_of(face.colour)))
    items += set_down(typesetter, details, middle, top + gap)
    return LaidBadge(Block(tuple(items)), names.is_cut, details.is_cut)


def _band(typesetter: Typesetter, label: Label, face: BadgeFace, size: float) -> tuple[list[Item], float]:
    """Return the band with the side's name and the badge's number, and where the band ends."""
    colour = colour_of(face.colour)
    ink = readable_on(colour)
    height, left, width = size * 1.95, label.margin, label.width - 2 * label.margin
    baseline = label.margin + baseline_in(height, size)
    inset = size * 0.75
    number_width = typesetter.width(face.serial, Weight.REGULAR, size * 0.85)
    room = width - 3 * inset - number_width
    fitted = size * min(1.0, room / max(typesetter.width(face.band, Weight.BOLD, size), 1.0))
    items: list[Item] = [
        Box(left, label.margin, width, height, colour),
        Text(left + inset, baseline, face.band, Weight.BOLD, fitted, ink),
        Text(left + width - inset - number_width, baseline, face.serial, Weight.REGULAR, size * 0.85, ink),
    ]
    return items, label.margin + height


def _names(
    typesetter: Typesetter, face: BadgeFace, size: float, width: float, height: float, wanted: float
) -> Stack:
    """Return both names at one size: on a line each if that costs little of the size, else wrapped.

    `height` is the room for names and details together, `wanted` what the details would take at their full
    size. They get it up to about half the room, unless the names would then have to be cut.
    """
    for share in (_MOST_FOR_DETAILS, _LEAST_FOR_DETAILS):
        room = height - min(wanted, height * share)
        for lines in (1, _MOST_NAME_LINES):
            paragraphs = tuple(
                Paragraph(
                    name,
                    Weight.BOLD,
                    size,
                    most_lines=lines,
                    leading=1.16,
                    before=0.08 if place else 0.0,
                    is_balanced=True,
                    breaks=Breaks.NAME,
                    colour=_INK,
                )
                for place, name in enumerate(face.names)
            )
            floor = size * _LEAST_ON_ONE_LINE if lines == 1 else SMALLEST_NAME
            stack = typesetter.stack(paragraphs, width, room, floor)
            if not stack.is_cut:
                return stack
    return stack


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
    from alternat.documents.qr import qr_modules

    modules, rows = qr_modules(token)
    return Bits(x, y, side, modules, rows)


def _photo(content: bytes, x: float, y: float, width: float, height: float) -> Picture:
    header = jpeg_header(content)
    scale = min(width / header.width, height / header.height)
    return Picture(x, y, header.width * scale, header.height * scale, content)
