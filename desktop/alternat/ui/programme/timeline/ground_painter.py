"""Draws what lies under and beside the cards: grid, closed hours, clock changes, ruler and headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space, Type
from alternat.ui.programme.timeline.cards import Column
from alternat.ui.programme.timeline.ruler import Ruler
from alternat.ui.programme.timeline.scale import DAY
from alternat.ui.programme.timeline.sheet import Sheet

ALIGN = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Closed:
    """A stretch of the day in which a column's room is closed."""

    column: int
    first: int
    last: int


class GroundPainter:
    """Draws the sheet's ground within an area, and the fixed strips beside it."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def ruler_width(self, ruler: Ruler) -> int:
        """Return how wide the ruler has to be for its clocks."""
        return self.clock_width(ruler) * len(ruler.names)

    def clock_width(self, ruler: Ruler) -> int:
        """Return how wide one clock of the ruler has to be, its name included."""
        metrics = QFontMetricsF(self._font())
        bold = QFontMetricsF(self._font(bold=True))
        days = [mark.day for hour in ruler.hours for mark in hour.marks]
        widest = metrics.horizontalAdvance("00:00") + max(
            (metrics.horizontalAdvance(f" {day}") for day in days), default=0
        )
        names = max((bold.horizontalAdvance(name) for name in ruler.names), default=0)
        return round(max(widest, names)) + Space.M

    def heading_height(self) -> int:
        """Return how high the headings of the columns are."""
        return round(QFontMetricsF(self._font(Type.BODY)).height() * 2) + Space.S + 2

    def draw_sheet(
        self, painter: QPainter, sheet: Sheet, area: QRectF, ruler: Ruler, closed: Sequence[Closed]
    ) -> None:
        """Draw the part of the ground that lies in an area of the sheet."""
        palette = self._screen.palette
        painter.fillRect(area, QColor(palette.surface))
        for each in closed:
            rect = QRectF(
                each.column * sheet.column_width,
                sheet.scale.y(each.first),
                sheet.column_width,
                sheet.scale.y(each.last - each.first),
            )
            if rect.intersects(area):
                painter.fillRect(rect, QColor(palette.window))
        self._draw_lines(painter, sheet, area)
        self._draw_jumps(painter, sheet, area, ruler)

    def _draw_lines(self, painter: QPainter, sheet: Sheet, area: QRectF) -> None:
        palette, step = self._screen.palette, sheet.scale.step
        fine, full = QPen(QColor(palette.hover), 1), QPen(QColor(palette.line), 1)
        first = int(sheet.scale.minute(area.top()) // step) * step
        last = min(int(sheet.scale.minute(area.bottom())) + step, DAY)
        right = min(area.right(), sheet.width)
        for minute in range(first, last + 1, step):
            painter.setPen(full if minute % 60 == 0 else fine)
            y = round(sheet.scale.y(minute)) + 0.5
            painter.drawLine(QLineF(area.left(), y, right, y))
        painter.setPen(full)
        for column in range(sheet.column_at(area.left()), sheet.column_at(area.right()) + 2):
            x = round(column * sheet.column_width) - 0.5
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def _draw_jumps(self, painter: QPainter, sheet: Sheet, area: QRectF, ruler: Ruler) -> None:
        palette = self._screen.palette
        painter.setFont(self._font())
        for jump in ruler.jumps:
            top, bottom = sheet.scale.y(jump.first), sheet.scale.y(jump.last)
            if bottom < area.top() or top > area.bottom():
                continue
            if bottom > top:
                ground = QRectF(area.left(), top, min(area.right(), sheet.width) - area.left(), bottom - top)
                painter.fillRect(ground, QColor(palette.warns_soft))
                pattern = Qt.BrushStyle.BDiagPattern if jump.is_skipped else Qt.BrushStyle.Dense7Pattern
                painter.setBrush(pattern)
            painter.setPen(QPen(QColor(palette.warns), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(area.left(), top, min(area.right(), sheet.width), top))
            height = QFontMetricsF(painter.font()).height()
            text = QRectF(area.left() + Space.S, top + 2, area.width(), height)
            painter.setPen(QColor(palette.warns))
            painter.drawText(text, ALIGN.AlignLeft | ALIGN.AlignVCenter, jump.text)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_ruler(self, painter: QPainter, sheet: Sheet, area: QRectF, ruler: Ruler) -> None:
        """Draw the part of the ruler in an area whose top is a height on the sheet."""
        palette, width = self._screen.palette, self.clock_width(ruler)
        painter.fillRect(area, QColor(palette.window))
        metrics = QFontMetricsF(self._font())
        for hour in ruler.hours:
            y = round(sheet.scale.y(hour.minute)) + 0.5
            if y < area.top() - 40 or y > area.bottom() + 40:
                continue
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            for at, mark in enumerate(hour.marks):
                is_own = at == 0
                place = QRectF(at * width + 4, y + 1, width - 6, metrics.height())
                painter.setFont(self._font(bold=is_own or mark.is_new_day))
                colour = palette.accent if mark.is_new_day else palette.text if is_own else palette.muted
                painter.setPen(QColor(colour))
                text = f"{mark.text} {mark.day}" if mark.day else mark.text
                painter.drawText(place, ALIGN.AlignLeft | ALIGN.AlignVCenter, text)
                if mark.is_new_day:
                    painter.setPen(QPen(QColor(palette.accent), 2))
                    painter.drawLine(QLineF(at * width, y, (at + 1) * width - 2, y))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(QLineF(area.right() - 0.5, area.top(), area.right() - 0.5, area.bottom()))

    def draw_corner(self, painter: QPainter, area: QRectF, ruler: Ruler) -> None:
        """Draw the names of the clocks above the ruler."""
        palette, width = self._screen.palette, self.clock_width(ruler)
        painter.fillRect(area, QColor(palette.window))
        painter.setFont(self._font(bold=True))
        for at, name in enumerate(ruler.names):
            painter.setPen(QColor(palette.text if at == 0 else palette.muted))
            place = QRectF(at * width + 4, area.top(), width - 4, area.height() - Space.XS)
            painter.drawText(place, ALIGN.AlignLeft | ALIGN.AlignBottom, name)
        self._draw_edge(painter, area)

    def draw_headings(
        self, painter: QPainter, sheet: Sheet, area: QRectF, columns: Sequence[Column], at: int
    ) -> None:
        """Draw the names of the columns in an area of the sheet; `at` is the column of the selection."""
        palette = self._screen.palette
        painter.fillRect(area, QColor(palette.window))
        first, last = sheet.column_at(area.left()), sheet.column_at(area.right())
        for number in range(first, last + 1):
            column = columns[number]
            left = number * sheet.column_width
            place = QRectF(left + Space.S, area.top() + 3, sheet.column_width - Space.M, area.height() - 8)
            half = place.height() / 2
            name = QRectF(place.left(), place.top(), place.width(), half)
            self._draw_text(
                painter, name, column.name, palette.accent if number == at else palette.text, bold=True
            )
            self._draw_text(painter, name.translated(0, half), column.detail, palette.muted)
            painter.setPen(QPen(QColor(palette.line), 1))
            x = round(left + sheet.column_width) - 0.5
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        self._draw_edge(painter, area)

    def _draw_text(
        self, painter: QPainter, rect: QRectF, text: str, colour: str, *, bold: bool = False
    ) -> None:
        painter.setFont(self._font(Type.BODY if bold else Type.CAPTION, bold=bold))
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, ALIGN.AlignLeft | ALIGN.AlignVCenter, shown)

    def _draw_edge(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(QColor(self._screen.palette.line), 1))
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))

    def _font(self, size: Type = Type.CAPTION, *, bold: bool = False) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self._screen.px(size))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font
