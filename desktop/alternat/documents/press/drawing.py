"""What is drawn on a page, as frozen values: the last step before the PDF, and what tests compare.

Lengths are in points. Places are counted from the top left corner of the page, or of the block that the item
is in, to the right and down; a text's place is the left end of its baseline.
"""

from dataclasses import dataclass
from datetime import date

from alternat.documents.press.fonts import Weight
from alternat.language.label import Label, Language
from alternat.planning.findings import Finding, blocks

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""

    x: float
    y: float
    text: str
    weight: Weight
    size: float
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `dash` is the length of its dashes and gaps, 0 for a solid one."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float
    colour: Colour = BLACK
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Bits:
    """A square of black modules: `rows` holds the modules as hexadecimal digits, each row padded to bytes."""

    x: float
    y: float
    side: float
    modules: int
    rows: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG photograph."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


Item = Text | Box | Rule | Bits | Picture


@dataclass(frozen=True, slots=True)
class Block:
    """Items drawn together and moved together, such as a badge."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where its top left corner lies on the page."""

    x: float
    y: float
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document.

    `scale` draws everything larger or smaller from the top left corner, for a printer that does the reverse.
    """

    width: float
    height: float
    blocks: tuple[Placed, ...]
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Placement:
    """Where on which page (from 0) a person stands, in millimetres from the page's top left corner."""

    page: int
    left: float
    top: float
    width: float
    height: float
    person: int


def colour_of(text: str) -> Colour:
    """Return the colour of a `#RRGGBB` text; anything else is black, so that a slip still prints."""
    digits = text.removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return BLACK
    return red / 255, green / 255, blue / 255


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour from 0 to 1 (WCAG 2.2)."""
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def readable_on(background: Colour) -> Colour:
    """Return white or black, whichever reads better on the background."""
    level = luminance(background)
    return WHITE if 1.05 / (level + 0.05) >= (level + 0.05) / 0.05 else BLACK


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a PDF says about itself; it never names an author. `language` is that of its first text.

    `is_label_sheet` asks readers to print at true size and on one side, since labels lie where they lie.
    """

    title: str
    subject: str
    language: Language
    made_on: date | None = None
    is_label_sheet: bool = False
    mark: str = ""
    """What tells it from other documents of ours, see `press.marks`."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Somebody of whom something cannot be printed: the badge or page is left out, or the text is a gap."""

    person: int
    name: Label
    is_left_out: bool = False
    """Whether the person’s own badge or page is not there."""
    has_gaps: bool = True
    """Whether the person stands on the paper with a gap in place of what cannot be printed."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A document laid out: its pages, where each person stands on them, and what did not go well."""

    info: DocumentInfo
    pages: tuple[Page, ...]
    placements: tuple[Placement, ...]
    findings: tuple[Finding, ...]
    held_back: tuple[HeldBack, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Return whether a finding stops the whole of it: one about those held back does not."""
        return blocks(self.findings, frozenset(each.person for each in self.held_back))
