"""A framed part of a page with a title."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space


class Card(QFrame):
    """A card: a title, something at the end of the title's line if wanted, and a column of content."""

    def __init__(self) -> None:
        super().__init__()
        surface(self, "card")
        self.title = label("title", wrap=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(self.title, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.column.setSpacing(Space.M)
        self.column.addLayout(self._head)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the end of the title's line."""
        self._head.addWidget(widget)

    def put_before_title(self, widget: QWidget) -> None:
        """Put a widget in front of the title."""
        self._head.insertWidget(0, widget)
