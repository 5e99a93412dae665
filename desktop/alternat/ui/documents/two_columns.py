"""How a document is set up beside its pages, or one at a time where the text is too large for both."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.segmented import Segmented

SET_UP = 310
"""The width of the set-up, enough for the inspector, in logical pixels at 100 % text."""
PAGES = 290
"""The least width of the pages beside it, likewise."""
_WIDEST = 16_777_215
"""What Qt takes for no limit."""


class TwoColumns(QWidget):
    """Shows the set-up and the pages side by side where there is room, else the one that is in hand."""

    def __init__(
        self, screen: Screen, set_up: QWidget, pages: QWidget, above: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._screen, self._set_up, self._pages = screen, set_up, pages
        choices = [(set_up, message("Set up")), (pages, message("Pages"))]
        self.switch = Segmented(screen, message("What shows"), choices)
        self.switch.choose(pages)
        self.switch.chosen.connect(self._fit)
        self._bar = QFrame()
        self._bar.setProperty("edge", "bottom")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        bar.addWidget(self.switch)
        bar.addStretch()
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(set_up)
        both.addWidget(pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (*above, self._bar):
            column.addWidget(widget)
        column.addLayout(both, 1)
        screen.theme_changed.connect(self._fit)
        self._fit()

    @property
    def are_side_by_side(self) -> bool:
        """Whether both have room."""
        return self.width() >= self._screen.px(SET_UP + PAGES)

    def show_set_up(self) -> None:
        """Bring the set-up into view."""
        self.switch.choose(self._set_up)
        self._fit()

    def show_pages(self) -> None:
        """Bring the pages into view."""
        self.switch.choose(self._pages)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both or one, by the room there is."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than one of the two needs."""
        each = [widget.minimumSizeHint() for widget in (self._set_up, self._pages)]
        return QSize(max(size.width() for size in each), max(size.height() for size in each))

    def _fit(self) -> None:
        both = self.are_side_by_side
        width = self._screen.px(SET_UP)
        self._set_up.setMinimumWidth(width if both else 0)
        self._set_up.setMaximumWidth(width if both else _WIDEST)
        self._bar.setVisible(not both)
        self._set_up.setVisible(both or self.switch.value is self._set_up)
        self._pages.setVisible(both or self.switch.value is self._pages)
