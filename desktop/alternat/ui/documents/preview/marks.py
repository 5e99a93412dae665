"""Paints the marks over the preview's pages: whose badge or row is selected, pointed at, or focused."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from alternat.documents.press.drawing import Placement
from alternat.ui.documents.preview.layout import Frame
from alternat.ui.look.tokens import LIGHT, RADIUS

# Paper is white in both themes, so marks on it take the light palette's accent.
ACCENT = QColor(LIGHT.accent)
SELECTED_FILL = QColor(ACCENT.red(), ACCENT.green(), ACCENT.blue(), 18)
HOVER_FILL = QColor(ACCENT.red(), ACCENT.green(), ACCENT.blue(), 8)


@dataclass(frozen=True, slots=True)
class Marked:
    """Which placements carry a mark."""

    person: int | None = None
    pointed: Placement | None = None
    focused: Placement | None = None


def area(placed: Placement, frame: Frame, scale: float) -> QRectF:
    """Return the rectangle of a placement in the pixels of the content."""
    return QRectF(
        frame.left + placed.left * scale,
        frame.top + placed.top * scale,
        placed.width * scale,
        placed.height * scale,
    )


def paint_marks(
    painter: QPainter, placements: tuple[Placement, ...], marked: Marked, frame: Frame, scale: float
) -> None:
    """Paint the marks of one page; the painter's origin is that of the content."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in placements:
        if placed.person == marked.person:
            _paint(painter, area(placed, frame, scale), ACCENT, 2.0, SELECTED_FILL)
        elif placed == marked.pointed:
            _paint(painter, area(placed, frame, scale), ACCENT, 1.0, HOVER_FILL)
        if placed == marked.focused:
            _paint_focus(painter, area(placed, frame, scale))


def _paint(painter: QPainter, rectangle: QRectF, line: QColor, width: float, fill: QColor) -> None:
    painter.setPen(QPen(line, width))
    painter.setBrush(fill)
    painter.drawRoundedRect(rectangle, RADIUS / 2, RADIUS / 2)


def _paint_focus(painter: QPainter, rectangle: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.text), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rectangle.adjusted(-3, -3, 3, 3), RADIUS / 2, RADIUS / 2)
