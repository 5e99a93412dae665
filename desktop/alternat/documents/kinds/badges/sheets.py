"""Badges put onto sheets of label stock: from the first free label on, moved for the printer, with marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alternat.documents.press.drawing import Block, Colour, Page, Placed, Placement, Rule, Text
from alternat.documents.press.fonts import Weight
from alternat.documents.press.paper import points
from alternat.documents.press.stocks import Cell, Stock
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import message

_MARK_MM = 3.0
_MARK_GAP_MM = 0.8
_MARK_GREY: Colour = (0.55, 0.55, 0.55)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages of labels, and where each person's badge is on them."""

    pages: tuple[Page, ...]
    placements: tuple[Placement, ...]


def fill_sheets(
    stock: Stock,
    badges: Sequence[tuple[int, Block]],
    *,
    start: int,
    offset_mm: tuple[float, float],
    scale: float,
    crop_marks: bool,
    on_each: Block,
) -> Sheets:
    """Return the badges of people on as many sheets as they take, the first one from label `start` on.

    A printer that is off is corrected twice: the sheet grows or shrinks by `scale` from its top left corner,
    and then moves by `offset_mm` to the right and down. `on_each` is drawn on every badge.
    """
    cells = stock.cells()
    right, down = (length / scale for length in offset_mm)
    width, height = (points(length) for length in stock.page_mm)
    marks = (Placed(points(right), points(down), _crop_marks(cells)),) if crop_marks else ()
    pages: list[list[Placed]] = []
    placements = []
    corners = [(cell.left + right, cell.top + down, cell.width, cell.height) for cell in cells]
    in_points = [(points(left), points(top)) for left, top, _, _ in corners]
    shared = [Placed(*corner, on_each) for corner in in_points]
    edges = [tuple(length * scale for length in corner) for corner in corners]
    per_sheet = len(cells)
    for place, (person, block) in enumerate(badges, start=start - 1):
        page, number = divmod(place, per_sheet)
        if page == len(pages):
            pages.append(list(marks))
        pages[page] += (shared[number], Placed(*in_points[number], block))
        left, top, wide, high = edges[number]
        placements.append(Placement(page, left, top, wide, high, person))
    return Sheets(tuple(Page(width, height, tuple(blocks), scale) for blocks in pages), tuple(placements))


def empty_sheet(stock: Stock, languages: Sequence[Language]) -> Sheets:
    """Return one page that says why it is empty, since a document without pages opens nowhere."""
    nobody = message("There is nobody to print badges for.")
    left, top, size = points(8), points(14), 9.0
    lines = (
        Text(left, top + place * size * 1.6, catalog(language).say(nobody), Weight.REGULAR, size)
        for place, language in enumerate(languages)
    )
    width, height = (points(length) for length in stock.page_mm)
    return Sheets((Page(width, height, (Placed(0.0, 0.0, Block(tuple(lines))),)),), ())


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
