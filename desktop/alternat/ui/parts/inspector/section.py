"""A part of an inspector under its own heading, with rows below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording

NARROWEST = 300
"""How narrow an inspector can be made, in pixels at 100 % text."""


class Section(QWidget):
    """A heading with rows below it; those of a kind fill the rows."""

    def __init__(self, screen: Screen, title: Message | None = None) -> None:
        super().__init__()
        self.screen_of = screen
        self.wording = Wording(screen)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.S)
        self.head = QHBoxLayout()
        self.head.setSpacing(Space.S)
        if title is not None:
            heading = label("strong")
            self.wording.put(heading.setText, title)
            self.head.addWidget(heading)
            self.head.addStretch()
            self.column.addLayout(self.head)
        screen.language_changed.connect(self.wording.say_again)

    def add_pair(self, *rows: QWidget) -> None:
        """Put rows side by side, equally wide."""
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for row in rows:
            line.addWidget(row, 1)
        self.column.addLayout(line)
