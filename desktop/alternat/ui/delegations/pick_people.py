"""Choosing people who are known already: several to invite, or one to take another's place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.ui.delegations.known_people import KnownPerson
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.parts.tables.rows import Index, RowsModel
from alternat.ui.parts.tables.searching import Query, searchable
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.search_field import SearchField

TITLES = (
    message("Name"),
    message("Chinese name"),
    message("Position"),
    message("Entity"),
    message("Meetings"),
)
WIDTHS = (200, 120, 200, 100, 120)
Roles = Qt.ItemDataRole


class KnownPeopleModel(RowsModel[KnownPerson]):
    """Known people, each with a box to tick where several can be chosen."""

    ticked_changed = Signal()

    def __init__(self, screen: Screen, *, several: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._screen, self._several = screen, several
        self._ticked: set[int] = set()

    @property
    def ticked(self) -> tuple[int, ...]:
        """Return the people ticked, whether they show or not."""
        return tuple(sorted(self._ticked))

    def key(self, value: KnownPerson) -> int:
        """Return the person's id."""
        return value.id

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick rows, or untick them if all of them are ticked."""
        ids = {self.value(row).id for row in rows}
        self._ticked = self._ticked - ids if ids <= self._ticked else self._ticked | ids
        self.refresh()
        self.ticked_changed.emit()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Roles.DisplayRole:
            return None
        return self._screen.say(TITLES[section])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows are chosen and their boxes ticked."""
        flags = super().flags(index)
        is_box = self._several and index.isValid() and index.column() == 0
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_box else flags

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return a text, or whether the box is ticked."""
        person = self.value(index.row())
        if role in {Roles.DisplayRole, Roles.ToolTipRole}:
            return self._texts(person)[index.column()]
        if role == Roles.CheckStateRole and self._several and index.column() == 0:
            return Qt.CheckState.Checked if person.id in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Tick or untick a box."""
        if role != Roles.CheckStateRole:
            return False
        self.toggle([index.row()])
        return bool(value is not None)

    def searched(self, person: KnownPerson) -> str:
        """Return the text in which words are looked for."""
        return searchable([*self._texts(person), *person.position.as_mapping().values()])

    def _texts(self, person: KnownPerson) -> tuple[str, ...]:
        read = self._screen.read
        return (
            person.name,
            person.name_zh,
            read(person.position),
            read(person.entity),
            ", ".join(person.meetings),
        )


class PickPeople(QDialog):
    """A list to search and choose from; `picked` carries the ids of the people chosen."""

    picked = Signal(tuple)
    newcomer_wanted = Signal()
    """Somebody new is wanted instead, who is not in the list."""

    def __init__(
        self,
        screen: Screen,
        title: Message,
        people: Sequence[KnownPerson],
        parent: QWidget,
        *,
        several: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "page")
        self._screen, self._people, self._several = screen, tuple(people), several
        self.model = KnownPeopleModel(screen, several=several, parent=self)
        self.search = SearchField(screen, message("Search people"))
        self.table = QTableView()
        self.accept_button = Button(screen, self._caption(), kind="primary")
        self.newcomer = Button(screen, message("New person"), icon="user-plus")
        self._cancel = Button(screen, message("Cancel"))
        self._empty = label(
            "muted", screen.say(message("Everybody known is already in the meeting.")), wrap=True
        )
        self.setWindowTitle(screen.say(title))
        self._set_up_table()
        self._lay_out(title)
        self._connect()
        self._find("")
        screen.give_size(self, 820, 520)

    def _caption(self) -> Message:
        if not self._several:
            return message("Choose")
        return counted("Invite {count} person", "Invite {count} people", len(self.model.ticked))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self._screen.say(message("People")))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode
        table.setSelectionMode(mode.ExtendedSelection if self._several else mode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._screen.px(ROW_HEIGHT))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for section, width in enumerate(WIDTHS):
            table.setColumnWidth(section, self._screen.px(width))

    def _lay_out(self, title: Message) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.newcomer)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.accept_button)
        self.newcomer.setHidden(self._several)
        self.accept_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("title", self._screen.say(title), wrap=True))
        column.addWidget(self.search)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._empty.setVisible(not self._people)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.model.ticked_changed.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.table.doubleClicked.connect(lambda _: None if self._several else self._accept())
        self.accept_button.clicked.connect(self._accept)
        self._cancel.clicked.connect(self.reject)
        self.newcomer.clicked.connect(self._want_newcomer)
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the list with the down arrow; tick what is selected with the space bar."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.rowCount():
            self.table.setFocus()
            self.table.selectRow(0)
            return
        if event.key() == Qt.Key.Key_Space and self.table.hasFocus() and self._several:
            self.model.toggle(self._selected_rows())
            return
        super().keyPressEvent(event)

    def _find(self, typed: str) -> None:
        query = Query.of(typed)
        self.model.show([each for each in self._people if query.matches(self.model.searched(each))])
        if not self._several and self.model.rowCount():
            self.table.selectRow(0)

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _count(self) -> None:
        self.accept_button.say(self._caption())
        chosen = self.model.ticked if self._several else self._selected_rows()
        self.accept_button.setEnabled(bool(chosen))

    def _accept(self) -> None:
        chosen = self.model.ticked or tuple(self.model.value(row).id for row in self._selected_rows())
        if chosen:
            self.accept()
            self.picked.emit(chosen)

    def _want_newcomer(self) -> None:
        self.accept()
        self.newcomer_wanted.emit()
