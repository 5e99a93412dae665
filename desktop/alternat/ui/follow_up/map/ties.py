"""The gap between two columns of the map, with lines from record to record where they are tied."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alternat.planning.follow_up_map import FollowUpMap, NodeKey
from alternat.ui.follow_up.map.column import Column
from alternat.ui.look.screen import Screen

WIDTH = 36


class Ties(QWidget):
    """Draws the ties among the records that stand out in the columns on both sides of it."""

    def __init__(self, screen: Screen, left: Column, right: Column) -> None:
        super().__init__()
        self._screen, self._left, self._right = screen, left, right
        self._map: FollowUpMap | None = None
        # What it shows, the lists tell: a screen reader is told there what hangs together.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        for column in (left, right):
            column.verticalScrollBar().valueChanged.connect(self.update)
            column.records.modelReset.connect(self.update)
            column.records.dataChanged.connect(self.update)

    def show_map(self, shown: FollowUpMap) -> None:
        """Draw the ties of a map."""
        self._map = shown
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the gap."""
        return QSize(WIDTH, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a curve for each tie of which both ends are in view."""
        if self._map is None:
            return
        ends = dict(self._in_view(self._right))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._screen.palette.accent), 1.5))
        for key, y in self._in_view(self._left):
            for other in self._map.tied(key):
                if other in ends:
                    painter.drawPath(self._curve(y, ends[other]))
        painter.end()

    def _in_view(self, column: Column) -> list[tuple[NodeKey, float]]:
        """Return the records that stand out and can be seen, each with the height of its middle here."""
        found = []
        top, height = column.viewport().mapTo(column.window(), column.viewport().pos()), column.viewport()
        own = self.mapTo(self.window(), self.rect().topLeft())
        for row, node in enumerate(column.records.nodes):
            if not column.records.is_tied(node):
                continue
            rect = column.visualRect(column.records.index(row))
            if 0 <= rect.center().y() <= height.height():
                found.append((node.key, float(rect.center().y() + top.y() - own.y())))
        return found

    def _curve(self, start: float, end: float) -> QPainterPath:
        path = QPainterPath(QPointF(0, start))
        middle = self.width() / 2
        path.cubicTo(QPointF(middle, start), QPointF(middle, end), QPointF(self.width(), end))
        return path
