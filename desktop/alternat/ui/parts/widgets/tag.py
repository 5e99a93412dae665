"""Small marks beside a text: a status as a pill, and a side by its colour and its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle
from alternat.ui.look.tokens import Space, mark_colour


class Tag(QLabel):
    """A pill with a word in it; `tone` is plain, notes, warns, blocks or good."""

    def __init__(self, text: str = "", tone: str = "plain") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_tag(text, tone)

    def show_tag(self, text: str, tone: str = "plain") -> None:
        """Show another word or tone; an empty word hides the tag."""
        self._tone = tone
        self.setText(text)
        restyle(self, "tag", tone)
        self.setHidden(not text)

    def say(self, text: str) -> None:
        """Show another word in the same tone."""
        self.show_tag(text, self._tone)


class SideDot(QWidget):
    """The colour of a side as a dot; the side's name always stands beside it."""

    SIZE = 10

    def __init__(self, screen: Screen, colour: str = "") -> None:
        super().__init__()
        self._screen, self._colour = screen, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        screen.theme_changed.connect(self.update)

    def show_colour(self, colour: str) -> None:
        """Show the colour of another side, as `#rrggbb`."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the dot."""
        return QSize(self.SIZE, self.SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        del event
        if not self._colour:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(mark_colour(self._colour, self._screen.palette)))
        painter.drawEllipse(QRectF(0.5, 0.5, self.SIZE - 1, self.SIZE - 1))
        painter.end()


class SideTag(QWidget):
    """A side: its dot and its name."""

    def __init__(self, screen: Screen, name: str = "", colour: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self._dot, self._name = SideDot(screen, colour), label(text=name)
        row.addWidget(self._dot)
        row.addWidget(self._name)
        row.addStretch()

    def show_side(self, name: str, colour: str) -> None:
        """Show another side."""
        self._dot.show_colour(colour)
        self._name.setText(name)
