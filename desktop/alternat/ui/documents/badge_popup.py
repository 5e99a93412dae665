"""Asks on which label of the sheet a badge is printed again; choosing the label prints it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from alternat.documents.press.stocks import Stock
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.ui.documents.sheet_picker import SheetPicker
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button

WIDTH = 300


class BadgePopup(QFrame):
    """A small sheet over the pages: a click, or Enter after the arrow keys, prints on that label."""

    print_wanted = Signal(int, int)
    """The person, and the label to print on, counted from 1."""

    def __init__(self, screen: Screen, stock: Stock, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._screen, self._person = screen, 0
        surface(self, "popup")
        self.setFixedWidth(screen.px(WIDTH))
        self._title = label("title", wrap=True)
        self._hint = label("muted", wrap=True)
        self._stock = label("caption", wrap=True)
        self.picker = SheetPicker(screen, stock)
        self.picker.confirmed.connect(self._print)
        cancel = Button(screen, message("Cancel"))
        cancel.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        for widget in (self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._stock)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)

    def ask(self, person: int, name: Label, stock: Stock, start: int, place: QPoint) -> None:
        """Ask for the badge of a person, in the middle of `place` (on the whole screen)."""
        self._person = person
        title = message("Print the badge of {name}", name=name)
        self._title.setText(self._screen.say(title))
        self._hint.setText(self._screen.say(message("Choose the free label to print on.")))
        self._stock.setText(self._screen.say(stock.title))
        self.picker.show_stock(stock)
        self.picker.setValue(start)
        self.picker.show_count(1)
        self.setAccessibleName(self._title.text())
        self.adjustSize()
        self.move(place - QPoint(self.width() // 2, self.height() // 2))
        self.show()
        self.picker.setFocus()

    def _print(self, number: int) -> None:
        self.close()
        self.print_wanted.emit(self._person, number)
