"""The filled button that stands for a page's primary action."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction

from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ICON
from alternat.ui.parts.widgets.buttons import PushButton

ICON_PROPERTY = "icon-name"
"""The property under which an action keeps the name of its icon, to be tinted where it is shown."""


class ActionButton(PushButton):
    """Shows the text, the icon and the state of an action, and triggers it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._action: QAction | None = None
        self.setProperty("kind", "primary")
        self.clicked.connect(self._trigger)
        screen.theme_changed.connect(self._draw)
        self.hide()

    def show_action(self, action: QAction | None) -> None:
        """Stand for another action, or for none."""
        if self._action is not None:
            self._action.changed.disconnect(self._draw)
        self._action = action
        self.setVisible(action is not None)
        if action is not None:
            action.changed.connect(self._draw)
            self._draw()

    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def _draw(self) -> None:
        if self._action is None:
            return
        text = self._action.text().replace("&", "").rstrip("…")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if name := self._action.property(ICON_PROPERTY):
            self.setIcon(self._screen.icon(str(name), colour=self._screen.palette.on_accent))
            self.setIconSize(QSize(self._screen.px(ICON), self._screen.px(ICON)))
