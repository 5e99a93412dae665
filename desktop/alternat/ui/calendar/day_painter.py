"""How a day is painted: each side has its own edge of the cell, each kind of mark its own pattern."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from alternat.planning.calendar import DayMark, MarkKind
from alternat.ui.calendar.marks import SideLook
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Type, mark_colour

ORDER = (MarkKind.HOLIDAY, MarkKind.AVOID, MarkKind.MAKE_UP)
"""Which mark of a side shows where it has several on one day; all of them are told in words."""
BAR = 5
"""The width of a side's edge in a cell, in logical pixels at 100 % text."""
FOOT = 10
"""The length of the line where an existing dialogue meets, in logical pixels at 100 % text."""
STRIPE = 3
"""How far apart the stripes of a provisional day off are, in logical pixels at 100 % text."""


class DayPainter:
    """Paints days upon a painter: the first side's marks on the left edge, the second's on the right.

    A day off is solid, striped while it is provisional; dates to avoid are crossed; a make-up working day is
    hollow, dotted while it is provisional. A meeting is framed, dashed while its dates are not agreed; where
    an existing dialogue meets, a short line stands at the foot. So nothing is told by colour alone.
    """

    def __init__(self, painter: QPainter, screen: Screen, sides: Sequence[SideLook]) -> None:
        self._painter, self._screen, self._sides = painter, screen, sides
        palette = screen.palette
        self._colours = {side.code: QColor(mark_colour(side.colour, palette)) for side in sides}
        self._font = QFont(painter.font())
        self._font.setPixelSize(screen.px(Type.CAPTION))

    def day(self, rect: QRect, day: date | None, marks: Sequence[DayMark], *, is_small: bool) -> None:
        """Paint one day; a small one, or one without a date as in a legend, has no number."""
        meeting = next((mark for mark in marks if mark.kind is MarkKind.MEETING), None)
        if meeting is not None:
            self._meeting(rect, meeting)
        elif is_small:
            self._ground(rect, day)
        bar = max(2, (rect.width() - 1) // 2) if is_small else self._screen.px(BAR)
        inset = 1 if is_small else 2
        for at, side in enumerate(self._sides):
            own = sorted(
                (mark for mark in marks if mark.side == side.code), key=lambda mark: ORDER.index(mark.kind)
            )
            if own:
                left = rect.left() if at == 0 else rect.right() - bar
                box = QRect(left, rect.top() + inset, bar, rect.height() - 2 * inset)
                self._bar(box, self._colours[side.code], own[0])
        if day is not None and not is_small:
            self._number(rect, day, is_meeting=meeting is not None)
        if any(mark.kind is MarkKind.DIALOGUE for mark in marks):
            self._foot(rect)

    def _meeting(self, rect: QRect, mark: DayMark) -> None:
        palette, painter = self._screen.palette, self._painter
        style = Qt.PenStyle.DashLine if mark.is_provisional else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(palette.accent), 1.5, style))
        painter.setBrush(QColor(palette.accent_soft))
        painter.drawRect(QRectF(rect).adjusted(0.5, 1, -0.5, -1))

    def _foot(self, rect: QRect) -> None:
        """Paint the short line at the foot of a day on which an existing dialogue meets."""
        width, height = min(self._screen.px(FOOT), rect.width() - 4), self._screen.px(2)
        left = rect.center().x() - width // 2
        self._painter.fillRect(
            QRect(left, rect.bottom() - height + 1, width, height), QColor(self._screen.palette.text)
        )

    def _ground(self, rect: QRect, day: date | None) -> None:
        """Show the days of a small month as a weave, the week-ends a little darker."""
        is_weekend = day is not None and day.weekday() >= 5
        palette = self._screen.palette
        colour = QColor(palette.line if is_weekend else palette.window)
        self._painter.fillRect(rect.adjusted(0, 0, -1, -1), colour)

    def _bar(self, box: QRect, colour: QColor, mark: DayMark) -> None:
        """Paint the mark of one side; the patterns are drawn to the box, so that they hold at any size."""
        painter, area = self._painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        is_dotted = mark.is_provisional and mark.kind is MarkKind.MAKE_UP
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine if is_dotted else Qt.PenStyle.SolidLine))
        is_solid = mark.kind is MarkKind.HOLIDAY and not mark.is_provisional
        painter.setBrush(QBrush(colour) if is_solid else Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        if mark.kind is MarkKind.AVOID:
            self._crosses(area, colour)
        elif mark.kind is MarkKind.HOLIDAY and mark.is_provisional:
            self._stripes(area, colour)

    def _crosses(self, area: QRectF, colour: QColor) -> None:
        """Fill a box with crosses, one upon the other."""
        count = max(1, round(area.height() / area.width()))
        step = area.height() / count
        self._painter.setPen(QPen(colour, 1.2))
        for at in range(count):
            top, bottom = area.top() + at * step, area.top() + (at + 1) * step
            self._painter.drawLine(QPointF(area.left(), top), QPointF(area.right(), bottom))
            self._painter.drawLine(QPointF(area.right(), top), QPointF(area.left(), bottom))

    def _stripes(self, area: QRectF, colour: QColor) -> None:
        """Fill a box with level stripes."""
        step = self._screen.px(STRIPE)
        self._painter.setPen(QPen(colour, max(1.0, step / 3)))
        for at in range(1, int(area.height() / step) + 1):
            level = area.top() + at * step
            self._painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))

    def _number(self, rect: QRect, day: date, *, is_meeting: bool) -> None:
        painter, palette = self._painter, self._screen.palette
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold if is_meeting else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if day.weekday() >= 5 and not is_meeting else palette.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def ring(self, rect: QRect, colour: str, width: float = 2) -> None:
        """Paint a ring around a cell, as around the one with the cursor."""
        self._painter.setPen(QPen(QColor(colour), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(rect).adjusted(0, 0, -0.5, -0.5), 3, 3)
