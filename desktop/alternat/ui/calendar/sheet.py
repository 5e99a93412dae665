"""A scrolled column of rows in the side panel of the calendar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from alternat.language.messages import Message
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording


class Sheet(QScrollArea):
    """Rows one under the other, as wide as the panel."""

    def __init__(self, wording: Wording, name: Message) -> None:
        super().__init__()
        inside = QWidget()
        surface(inside, "side")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        self.column.setSpacing(Space.S)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wording = wording
        wording.put(self.setAccessibleName, name)

    def add_caption(self, text: Message) -> QWidget:
        """Add a heading, and return it."""
        heading = label("caption-strong")
        heading.setContentsMargins(0, Space.S, 0, 0)
        self._wording.put(heading.setText, text)
        self.column.addWidget(heading)
        return heading


def emptied(column: QVBoxLayout) -> QVBoxLayout:
    """Take every widget out of a column and return the column."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return column
