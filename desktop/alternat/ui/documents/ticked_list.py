"""A list of which some entries are ticked, with a field that narrows it where it is long."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.parts.tables.searching import Query, searchable
from alternat.ui.parts.widgets.search_field import SearchField

ROWS = 7
"""How many entries show without scrolling; only a longer list can be searched."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its value, its text, and further texts by which it is found."""

    value: Hashable
    text: str
    other_texts: tuple[str, ...] = ()


class TickedList(QWidget):
    """Entries with a box each; Space ticks the one with the cursor."""

    ticked = Signal(object)
    """The tuple of all ticked values, in the order of the list."""

    def __init__(self, screen: Screen, name: Message, prompt: Message) -> None:
        super().__init__()
        self._screen = screen
        self._entries: tuple[Entry, ...] = ()
        self.search = SearchField(screen, prompt)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(screen.say(name))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda: self.ticked.emit(self.value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.search)
        column.addWidget(self.list)

    @property
    def value(self) -> tuple[Hashable, ...]:
        """The ticked values, in the order of the list."""
        return tuple(
            entry.value
            for entry, item in zip(self._entries, self._items(), strict=True)
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_entries(self, entries: Sequence[Entry], ticked: Sequence[Hashable]) -> None:
        """Offer entries with some of them ticked, without telling anybody."""
        wanted = set(ticked)
        with QSignalBlocker(self.list):
            if tuple(entries) != self._entries:
                self._entries = tuple(entries)
                self.list.clear()
                self.list.addItems([entry.text for entry in entries])
                self._measure()
            for entry, item in zip(self._entries, self._items(), strict=True):
                state = Qt.CheckState.Checked if entry.value in wanted else Qt.CheckState.Unchecked
                item.setCheckState(state)
        self._narrow(self.search.text())

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, typed: str) -> None:
        query = Query.of(typed)
        for entry, item in zip(self._entries, self._items(), strict=True):
            item.setHidden(bool(query) and not query.matches(searchable((entry.text, *entry.other_texts))))

    def _measure(self) -> None:
        row = self._screen.px(ROW_HEIGHT - 4)
        for item in self._items():
            item.setToolTip(item.text())
        self.list.setFixedHeight(row * max(2, min(ROWS, len(self._entries))) + 2)
        self.search.setVisible(len(self._entries) > ROWS)
