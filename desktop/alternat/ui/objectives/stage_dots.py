"""The course of an instrument as a row of dots: what is done is filled, what comes next has a ring."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from alternat.ui.look.screen import Screen

HEIGHT = 20
DOT = 9
"""The size of a dot, in logical pixels at 100 % text."""
STEP = 22
"""How far dots stand from each other where there is room."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A step as a dot: what its tip says, and how it stands."""

    text: str
    is_done: bool
    is_planned: bool
    is_next: bool


class StageDots(QWidget):
    """Dots on a line, each with a tip; a screen reader hears how many are done and what comes next."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._dots: tuple[Dot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        screen.theme_changed.connect(self._measure)
        self._measure()

    @property
    def dots(self) -> tuple[Dot, ...]:
        """Return what is painted."""
        return self._dots

    def show_dots(self, dots: Sequence[Dot], name: str) -> None:
        """Show these steps; `name` is what is said of them as a whole."""
        self._dots = tuple(dots)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that all dots ask for."""
        return QSize(self._screen.px(STEP) * max(1, len(self._dots)), self._screen.px(HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Tell of the dot under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._dot_at(event.pos())
            if found is not None:
                QToolTip.showText(event.globalPos(), found.text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the dots."""
        del event
        if not self._dots:
            return
        painter, palette = QPainter(self), self._screen.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres = [self._centre(at) for at in range(len(self._dots))]
        for at in range(1, len(centres)):
            is_gone = self._dots[at].is_done
            painter.setPen(QPen(QColor(palette.good if is_gone else palette.control), 1.5))
            painter.drawLine(centres[at - 1], centres[at])
        size = self._screen.px(DOT)
        for dot, centre in zip(self._dots, centres, strict=True):
            box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
            colour = QColor(
                palette.good if dot.is_done else palette.accent if dot.is_next else palette.control
            )
            is_dashed = dot.is_planned and not dot.is_done
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine))
            painter.setBrush(QBrush(colour if dot.is_done else QColor(palette.raised)))
            painter.drawEllipse(box)
            if is_dashed:
                # A day is planned: a smaller dot inside.
                painter.setBrush(QBrush(colour))
                painter.drawEllipse(box.adjusted(3, 3, -3, -3))
            if dot.is_next:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box.adjusted(-2.5, -2.5, 2.5, 2.5))
        painter.end()

    def _measure(self) -> None:
        self.setFixedHeight(self._screen.px(HEIGHT))
        self.updateGeometry()
        self.update()

    def _centre(self, at: int) -> QPointF:
        px, count = self._screen.px, len(self._dots)
        free = self.width() - px(DOT) - 6
        step = min(px(STEP), free / max(1, count - 1))
        return QPointF(px(DOT) / 2 + 3 + at * step, self.height() / 2)

    def _dot_at(self, point: QPoint) -> Dot | None:
        reach = self._screen.px(DOT)
        near = [
            (abs(self._centre(at).x() - point.x()), at)
            for at in range(len(self._dots))
            if abs(self._centre(at).x() - point.x()) <= reach
        ]
        return self._dots[min(near)[1]] if near else None
