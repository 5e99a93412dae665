"""The bar above the pages: what turns them at its left, what zooms them at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from alternat.ui.look.tokens import Space


class PreviewBar(QFrame):
    """Controls on one line; `spare` are those that are left out where the line is too short for all."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], spare: Sequence[QWidget]) -> None:
        super().__init__()
        self._all, self._spare = (*left, *right), tuple(spare)
        self.setProperty("edge", "bottom")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        self._row.setSpacing(Space.XS)
        for widget in left:
            self._row.addWidget(widget)
        self._row.addStretch()
        for widget in right:
            self._row.addWidget(widget)

    def fit(self) -> None:
        """Show all controls if they fit, else all but the spare ones."""
        needed = self._width_of(self._all)
        for widget in self._spare:
            widget.setVisible(needed <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many controls as fit."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width that the bar needs without the spare controls."""
        kept = [widget for widget in self._all if widget not in self._spare]
        return QSize(self._width_of(kept), super().minimumSizeHint().height())

    def _width_of(self, widgets: Sequence[QWidget]) -> int:
        margins = self._row.contentsMargins()
        widths = sum(widget.sizeHint().width() for widget in widgets)
        return widths + (len(widgets) + 1) * self._row.spacing() + margins.left() + margins.right()
