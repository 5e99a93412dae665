"""A dialog around a list: a sentence above it, the list, and a row of buttons below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button


class ListDialog(QDialog):
    """Shows lines; the dialogs of a kind add what can be done with them."""

    def __init__(self, screen: Screen, title: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.screen_of = screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(title))
        self.told = label("strong", wrap=True)
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(screen.say(title))
        self.above, self.buttons = QVBoxLayout(), QHBoxLayout()
        close = Button(screen, message("Close"))
        close.clicked.connect(self.reject)
        self.buttons.addStretch()
        self.buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.told)
        column.addLayout(self.above)
        column.addWidget(self.lines, 1)
        column.addLayout(self.buttons)
        screen.give_size(self, 640, 460)

    def say(self, sentence: Message) -> None:
        """Show a sentence above the list."""
        self.told.setText(self.screen_of.say(sentence))
