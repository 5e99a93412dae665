"""The choice of a kind of document: all of them in view where there is room, else a list that drops down."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.registry import KINDS
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.choice import Choice

ICONS = {
    "delegation-list": "list-ordered",
    "badges": "id-card",
    "programme": "calendar-days",
    "my-day": "user",
    "run-of-show": "clock",
    "door-signs": "map-pin",
    "interpretation": "languages",
    "checklist": "circle-check",
    "guidance": "message-square",
    "guidance-letter": "signature",
    "record-of-outcomes": "scroll-text",
    "collation": "columns-2",
    "follow-up": "list-checks",
    "open-items": "user-check",
    "objectives": "award",
    "changes": "history",
    "year-planner": "calendar",
}
LARGEST_SHARE = 0.42
"""How much of the column's height all kinds may take before they become one drop-down list."""


class KindPicker(QWidget):
    """Offers the kinds of document, of which one is chosen; `chosen` carries its id."""

    chosen = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.list = Choice(screen, message("Document"), [(kind.id, kind.title) for kind in KINDS])
        self.list.chosen.connect(self._tell)
        self._group = QButtonGroup(self)
        self._buttons = {kind.id: self._button(kind) for kind in KINDS}
        self._all = QWidget()
        every = QVBoxLayout(self._all)
        every.setContentsMargins(0, 0, 0, 0)
        every.setSpacing(Space.XS // 2)
        for button in self._buttons.values():
            every.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(0)
        column.addWidget(self._all)
        column.addWidget(self.list)
        screen.theme_changed.connect(self._draw)
        self._draw()
        self.fit(0)

    @property
    def is_dropped_down(self) -> bool:
        """Whether the kinds stand in a list that drops down."""
        return self._all.isHidden()

    def show_kind(self, name: str) -> None:
        """Show a kind as chosen, without telling anybody."""
        self._buttons[name].setChecked(True)
        self.list.choose(name)

    def fit(self, height: int) -> None:
        """Take the form that leaves enough of a column of that height, in pixels, to the options."""
        has_room = self._all.sizeHint().height() <= height * LARGEST_SHARE
        self._all.setVisible(has_room)
        self.list.setVisible(not has_room)

    def _tell(self, name: object) -> None:
        self.show_kind(str(name))
        self.chosen.emit(str(name))

    def _button(self, kind: DocumentKind[Any, Any]) -> Button:
        button = Button(self._screen, kind.title, icon=ICONS.get(kind.id, "file-text"), kind="nav")
        button.setCheckable(True)
        self._group.addButton(button)
        button.clicked.connect(lambda: self._tell(kind.id))
        return button

    def _draw(self) -> None:
        for at, kind in enumerate(KINDS):
            self.list.setItemIcon(at, self._screen.icon(ICONS.get(kind.id, "file-text")))
