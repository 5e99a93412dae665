"""A part of the inspector under its own heading: it shows a record, and finds the control of a field."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import Message
from alternat.ui.inspector.record import Record
from alternat.ui.screen import Screen
from alternat.ui.style import label
from alternat.ui.tokens import Space
from alternat.ui.wording import Wording


class Section(QWidget):
    """A heading with rows below it; `show_record` fills the rows."""

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

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show a record; `is_other` tells that it is another person than before."""
        raise NotImplementedError

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field such as `position.fr`, or nothing where it stands elsewhere."""
        del field
        return None

    def add_pair(self, *rows: QWidget) -> None:
        """Put rows side by side, equally wide."""
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for row in rows:
            line.addWidget(row, 1)
        self.column.addLayout(line)
