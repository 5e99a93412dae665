"""The columns of a list side by side, each with what it is taken to mean, for a person to put right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import hairline, label, surface
from alternat.ui.look.tokens import ICON, Palette, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField

SHOWN_ROWS = 14
LINE = 22
COLUMN_WIDTH = 190


@dataclass(frozen=True, slots=True)
class Look:
    """How sure a column's meaning is, as an icon, a word and a colour of the palette."""

    icon: str
    word: Message
    colour: str


LEFT_OUT = Look("circle", message("Left out"), "muted")
CHOSEN = Look("user-check", message("Your choice"), "accent")
CERTAIN = Look("circle-check", message("Sure"), "good")


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column with what it is taken to mean, and its first cells."""

    position: int
    title: str
    name: str
    """What a screen reader calls the column."""
    meaning: object
    """The value of the choice that stands for the meaning."""
    look: Look
    reason: Message
    cells: tuple[str, ...]


class ColumnCard(QWidget):
    """One column: its heading, the list of meanings, how sure that is and why, and its first cells."""

    def __init__(self, screen: Screen, column: "ShownColumn", choices: Sequence[Choice]) -> None:
        super().__init__()
        say, look, cells = screen.say, column.look, column.cells
        self.setFixedWidth(screen.px(COLUMN_WIDTH))
        heading = label("strong", column.title)
        heading.setToolTip(column.title)
        self.meaning = ChoiceField()
        self.meaning.show_choices(choices, column.meaning)
        self.meaning.setAccessibleName(say(message("Meaning of column {column}", column=column.name)))
        self.meaning.setAccessibleDescription(f"{say(look.word)}. {say(column.reason)}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, Space.M, 0)
        grid.setHorizontalSpacing(Space.XS)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(elided(heading, screen.px(COLUMN_WIDTH - Space.M)), 0, 0, 1, 2)
        grid.addWidget(self.meaning, 1, 0, 1, 2)
        mark, word = QLabel(), label("caption", say(look.word))
        mark.setPixmap(pixmap(look.icon, colour_of(screen.palette, look), screen.px(ICON - 2)))
        for part in (mark, word):
            part.setToolTip(say(column.reason))
        grid.addWidget(mark, 2, 0)
        grid.addWidget(word, 2, 1)
        grid.addWidget(hairline(), 3, 0, 1, 2)
        for at, text in enumerate(cells):
            cell = label("muted" if look is LEFT_OUT else "", " ".join(text.split()))
            cell.setToolTip(text)
            grid.addWidget(elided(cell, screen.px(COLUMN_WIDTH - Space.M)), 4 + at, 0, 1, 2)
        for row in (0, *range(4, 4 + len(cells))):
            # Scripts differ in height; the rows of all columns must stand in line.
            grid.setRowMinimumHeight(row, screen.px(LINE))
        grid.setRowStretch(4 + len(cells), 1)


class ColumnStrip(QScrollArea):
    """All columns in a row; `chosen` carries the position of one and the meaning that was chosen for it."""

    chosen = Signal(int, object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.cards: list[ColumnCard] = []
        self._positions: list[int] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        surface(self, "page")

    def show_columns(self, columns: Sequence[ShownColumn], choices: Sequence[Choice]) -> None:
        """Show other columns, or the same ones as they are understood now."""
        self.cards = [ColumnCard(self._screen, column, choices) for column in columns]
        self._positions = [column.position for column in columns]
        strip = QWidget()
        surface(strip, "page")
        line = QGridLayout(strip)
        line.setContentsMargins(0, 0, 0, Space.M)
        line.setHorizontalSpacing(Space.M)
        for at, (card, position) in enumerate(zip(self.cards, self._positions, strict=True)):
            card.meaning.chosen.connect(lambda meaning, own=position: self.chosen.emit(own, meaning))
            line.addWidget(card, 0, at)
        line.setColumnStretch(len(self.cards), 1)
        kept = self.horizontalScrollBar().value()
        self.setWidget(strip)
        self.horizontalScrollBar().setValue(kept)

    def take_focus(self) -> None:
        """Put the cursor on the first column."""
        if self.cards:
            self.cards[0].meaning.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_column(self, position: int) -> None:
        """Put the cursor on the meaning of a column and bring it into view."""
        card = self.cards[self._positions.index(position)]
        card.meaning.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(card)


def elided(text: QLabel, width: int) -> QLabel:
    """Return a label whose text is cut with an ellipsis where it is wider than `width`, in pixels."""
    text.ensurePolished()
    text.setText(text.fontMetrics().elidedText(text.text(), Qt.TextElideMode.ElideRight, width))
    return text


def colour_of(palette: Palette, look: Look) -> str:
    """Return the colour of a look."""
    return str(getattr(palette, look.colour))
