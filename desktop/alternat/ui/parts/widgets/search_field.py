"""A field that narrows what is in view while one types."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen


class SearchField(QLineEdit):
    """A line with a magnifying glass and a button that empties it; Escape empties it too."""

    def __init__(self, screen: Screen, prompt: Message) -> None:
        super().__init__()
        self._screen, self._prompt = screen, prompt
        self._glass: QAction | None = None
        self.setClearButtonEnabled(True)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._draw)
        self._speak()
        self._draw()

    def say(self, prompt: Message) -> None:
        """Ask for something else."""
        self._prompt = prompt
        self._speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def _speak(self) -> None:
        text = self._screen.say(self._prompt)
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def _draw(self) -> None:
        if self._glass is not None:
            self.removeAction(self._glass)
        glass = self._screen.icon("search", colour=self._screen.palette.muted)
        self._glass = self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
