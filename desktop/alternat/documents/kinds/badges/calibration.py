"""The test sheet of a label stock: every label outlined, with scales that show how far the printer is off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alternat.documents.kinds.badges.document import suggest_badges
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import (
    Block,
    Colour,
    Composition,
    DocumentInfo,
    Item,
    Page,
    Placed,
    Rule,
    Text,
)
from alternat.documents.press.fonts import Weight
from alternat.documents.press.paper import points
from alternat.documents.press.stocks import Cell, stock
from alternat.documents.press.typesetting import Typesetter
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables

_GREY: Colour = (0.45, 0.45, 0.45)
_LINE = 0.4
_REACH_MM = 5
"""How far the scales reach to both sides of a label's edge."""
_TEXT = 8.0
_LEADING = 11.0
_INSET_MM = 7.0


@dataclass(frozen=True, slots=True)
class CalibrationOptions:
    """Which stock is tested, in which language the sheet speaks, and the correction it is printed with."""

    language: Language
    stock: str
    offset_mm: tuple[float, float] = (0.0, 0.0)
    scale_percent: float = 100.0


def suggest_calibration(tables: Tables, meeting: int, today: date) -> CalibrationOptions:
    """Return the test of the stock that suits the host's paper."""
    return CalibrationOptions(Language.EN, suggest_badges(tables, meeting, today).stock)


def gather_nothing(tables: Tables, meeting: int, options: CalibrationOptions) -> None:
    """Read nothing: a test sheet is about the printer only."""
    del tables, meeting, options


def compose_calibration(values: None, options: CalibrationOptions, typesetter: Typesetter) -> Composition:
    """Return one sheet; an unknown stock is an error of `stocks`."""
    del values
    sheet, speech = stock(options.stock), catalog(options.language)
    scale = options.scale_percent / 100
    right, down = (length / scale for length in options.offset_mm)
    cells = [Cell(cell.left + right, cell.top + down, cell.width, cell.height) for cell in sheet.cells()]
    items: list[Item] = [line for cell in cells for line in _outline(cell)]
    items += _scales(cells[0], typesetter)
    items += _numbers(cells, typesetter)
    title = speech.say(message("Test sheet for {stock}", stock=f"{sheet.brand} {sheet.id}".strip()))
    explained = cells[1] if len(cells) > 1 else cells[0]
    items += _words(title, speech.say(_instructions(options)), explained, typesetter)
    width, height = (points(length) for length in sheet.page_mm)
    page = Page(width, height, (Placed(0.0, 0.0, Block(tuple(items))),), scale)
    info = DocumentInfo(title, sheet.id, options.language, is_label_sheet=True)
    return Composition(info, (page,), (), ())


CALIBRATION: DocumentKind[CalibrationOptions, None] = DocumentKind(
    id="test-sheet",
    title=message("Test sheet"),
    options=CalibrationOptions,
    suggest=suggest_calibration,
    gather=gather_nothing,
    compose=compose_calibration,
)
"""Made like a document, but offered with the printer's correction, not among the documents of a meeting."""


def _instructions(options: CalibrationOptions) -> Message:
    right, down = options.offset_mm
    return message(
        "Print this sheet at actual size on plain paper and hold it with a sheet of labels against the "
        "light. The scales on the first label show where its real edges lie, in millimetres: add what you "
        "read to the right of 0 or below it to the printer correction, and take off what you read to the "
        "left or above. "
        "This sheet has a correction of {right} mm to the right and {down} mm down, at {scale} %.",
        right=_signed(right),
        down=_signed(down),
        scale=f"{options.scale_percent:g}",
    )


def _signed(length: float) -> str:
    return f"{length:+.1f}".replace("-", "−") if length else "0"


def _outline(cell: Cell) -> Iterator[Item]:
    left, top = points(cell.left), points(cell.top)
    right, bottom = points(cell.left + cell.width), points(cell.top + cell.height)
    for x, y, to_x, to_y in (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ):
        yield Rule(x, y, to_x, to_y, _LINE)


def _scales(cell: Cell, typesetter: Typesetter) -> Iterator[Item]:
    """Yield a scale across the left edge and one across the top edge, in millimetres from the edge."""
    along, beside = cell.top + cell.height / 2, cell.left + cell.width / 2
    for step in range(-_REACH_MM, _REACH_MM + 1):
        length = 3.0 if step % _REACH_MM == 0 else 1.5
        x, y = cell.left + step, cell.top + step
        if x >= 0:
            yield Rule(points(x), points(along - length), points(x), points(along), _LINE)
        if y >= 0:
            yield Rule(points(beside - length), points(y), points(beside), points(y), _LINE)
        if step and step % _REACH_MM == 0:
            figure = f"{step}".replace("-", "−")
            half = typesetter.width(figure, Weight.REGULAR, 6) / 2
            if x >= 1:
                yield Text(points(x) - half, points(along + 2.6), figure, Weight.REGULAR, 6, _GREY)
            if y >= 1:
                yield Text(points(beside + 0.8), points(y) + 2, figure, Weight.REGULAR, 6, _GREY)


def _numbers(cells: list[Cell], typesetter: Typesetter) -> Iterator[Item]:
    for number, cell in enumerate(cells, start=1):
        text = str(number)
        x = points(cell.left + cell.width - 2) - typesetter.width(text, Weight.BOLD, 10)
        yield Text(x, points(cell.top + cell.height - 2), text, Weight.BOLD, 10, _GREY)


def _words(title: str, text: str, cell: Cell, typesetter: Typesetter) -> Iterator[Item]:
    room = points(cell.width - 2 * _INSET_MM)
    x, y = points(cell.left + _INSET_MM), points(cell.top + _INSET_MM) + _TEXT
    for line in typesetter.wrap(title, Weight.BOLD, _TEXT, room):
        yield Text(x, y, line, Weight.BOLD, _TEXT)
        y += _LEADING
    for line in typesetter.wrap(text, Weight.REGULAR, _TEXT - 1.5, room):
        yield Text(x, y, line, Weight.REGULAR, _TEXT - 1.5)
        y += _LEADING - 2
