"""What is said of a list as a whole, line by line, and that it is being worked on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button

LINES_AT_ONCE = 5


class ToldOnce(QScrollArea):
    """Lines that each tell one kind of thing with its count and its rows; out of sight without any."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label("note", wrap=True)
        self.setWidget(self._text)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is told, a line for each kind."""
        return self._text.text()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        self._text.setText("\n".join(lines))
        height = self.fontMetrics().lineSpacing() + 4
        self.setFixedHeight(height * max(1, min(len(lines), LINES_AT_ONCE)) + 4)
        self.setVisible(bool(lines))


class BusyRow(QWidget):
    """Says that something is going on, with the button that stops it; out of sight at first."""

    def __init__(self, screen: Screen, sentence: Message) -> None:
        super().__init__()
        self._wording = Wording(screen)
        screen.language_changed.connect(self._wording.say_again)
        words, bar = label("muted"), QProgressBar()
        bar.setRange(0, 0)
        self.stop = Button(screen, message("Stop"), icon="x")
        self._wording.put(words.setText, sentence)
        self._wording.put(bar.setAccessibleName, sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(words)
        row.addWidget(bar, 1)
        row.addWidget(self.stop)
        self.hide()
