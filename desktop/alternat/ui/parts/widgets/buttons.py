"""Buttons with a tinted icon and a translated text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ICON


class PushButton(QPushButton):
    """A push button that Enter presses only where it has the focus, or was made the default on purpose.

    Qt presses the first button of a dialog for an Enter in any field of it, be it “Close”.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """Let Enter press the button that has the focus."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class Button(PushButton):
    """A push button; `kind` is `""`, `primary`, `quiet`, `link`, `danger`, `nav`, `segment` or `status`."""

    def __init__(self, screen: Screen, text: Message, *, icon: str = "", kind: str = "") -> None:
        super().__init__()
        self._screen, self._message, self._icon = screen, text, icon
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._draw)
        self._speak()
        self._draw()

    def say(self, text: Message) -> None:
        """Show another text."""
        self._message = text
        self._speak()

    def _speak(self) -> None:
        text = self._screen.say(self._message)
        self.setText(text)
        self.setAccessibleName(text)

    def _draw(self) -> None:
        if self._icon:
            palette = self._screen.palette
            colours = {"primary": palette.on_accent, "danger": palette.blocks, "link": palette.accent}
            self.setIcon(self._screen.icon(self._icon, colour=colours.get(str(self.property("kind")))))
            self.setIconSize(QSize(self._screen.px(ICON), self._screen.px(ICON)))


class IconButton(QToolButton):
    """A small button that shows only an icon; its text is its accessible name and its tooltip."""

    def __init__(self, screen: Screen, text: Message, icon: str) -> None:
        super().__init__()
        self._screen, self._message, self._icon = screen, text, icon
        self.setAutoRaise(True)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._draw)
        self._speak()
        self._draw()

    def say(self, text: Message) -> None:
        """Mean something else."""
        self._message = text
        self._speak()

    def draw(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw()

    def _speak(self) -> None:
        text = self._screen.say(self._message)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def _draw(self) -> None:
        self.setIcon(self._screen.icon(self._icon))
        self.setIconSize(QSize(self._screen.px(ICON), self._screen.px(ICON)))
