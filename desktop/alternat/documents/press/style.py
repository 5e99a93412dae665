"""The look that all sheets share: how wide their text is, sizes of type, colours, lines under rows."""

from dataclasses import dataclass
from enum import Enum

from alternat.documents.press.columns import Column
from alternat.documents.press.drawing import Colour, Rule
from alternat.documents.press.pagination import Strip
from alternat.documents.press.paper import points
from alternat.documents.press.small_texts import Sizes

TEXT_WIDTH = points(174)
"""The same on A4 and Letter, so that a list breaks its lines the same way on both."""
NUMBER_WIDTH = points(9)
INK: Colour = (0.09, 0.1, 0.12)
GREY: Colour = (0.38, 0.4, 0.44)
HAIRLINE: Colour = (0.78, 0.79, 0.81)
NAME, BODY, SMALL = 9.4, 8.6, 7.4
"""The three sizes of type on a sheet, in points."""
SMALLEST = 6.0
"""Points, the floor to which a cell shrinks before its text is cut."""
GUTTER = points(4.5)


class Line(Enum):
    """The line under a row, by its thickness in points and its colour."""

    NONE = (0.0, INK)
    BETWEEN = (0.3, HAIRLINE)
    CLOSING = (0.35, INK)
    SETTING_OFF = (0.7, INK)
    """Under the head of the delegation."""


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row as it is drawn, and whether a text in it had to be cut."""

    strip: Strip
    is_cut: bool
    sizes: Sizes = (1.0, 1.0)
    """Of the cell that had to shrink most: as it is set, and as it usually is."""


def columns_of_list(languages: int) -> tuple[Column, ...]:
    """Return the columns to the right of the number: one a language, or name, position and entity of one."""
    count = 3 if languages == 1 else languages
    width = (TEXT_WIDTH - NUMBER_WIDTH - GUTTER * (count - 1)) / count
    return tuple(Column(NUMBER_WIDTH + place * (width + GUTTER), width) for place in range(count))


def across(y: float, thickness: float, colour: Colour) -> Rule:
    """Return a line across the text, `y` points below the top of its strip."""
    return Rule(0.0, y, TEXT_WIDTH, y, thickness, colour)
