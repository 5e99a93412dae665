"""The board as a Qt model: a column a state, and in it the outcomes that are in that state, as cards."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt

from alternat.language.formats import short_date
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.outcomes import STATES, OutcomePlan, state_words
from alternat.ui.follow_up.outcomes.columns import Reader
from alternat.ui.parts.tables.rows import Index

COLUMNS: tuple[OutcomeState, ...] = tuple(STATES)
"""The states from left to right."""
PLAN_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role in which a cell gives its outcome, None where it has none."""
CARDS = "application/x-alternat-outcomes"
"""How cards that are dragged are handed on: their ids as a list."""


class BoardModel(QAbstractTableModel):
    """The cards by column; what is selected follows its outcome when that moves."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self._columns: list[list[OutcomePlan]] = [[] for _ in COLUMNS]
        self._spots: Mapping[int, tuple[int, int]] = {}
        self._rows = 0

    def show(self, plans: Iterable[OutcomePlan]) -> None:
        """Put these on the board, each column in the order given; what was only noted has no state."""
        columns: dict[OutcomeState, list[OutcomePlan]] = {state: [] for state in COLUMNS}
        for plan in plans:
            if plan.kind is not OutcomeKind.NOTED:
                columns[plan.state].append(plan)
        wanted = list(columns.values())
        if self._change(wanted):
            return
        rows = max(map(len, wanted), default=0)
        self._grow(rows)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self.plan(index) for index in old]
        self._columns = wanted
        self._spots = {
            plan.id: (row, column) for column, cards in enumerate(wanted) for row, plan in enumerate(cards)
        }
        moved = [self.index_of(plan.id) if plan is not None else QModelIndex() for plan in held]
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()
        self._shrink(rows)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _change(self, wanted: Sequence[list[OutcomePlan]]) -> bool:
        """Say which cards read differently where each has its place already; return whether each has."""
        changed = []
        for column, (old, new) in enumerate(zip(self._columns, wanted, strict=True)):
            if len(old) != len(new):
                return False
            for row, (before, after) in enumerate(zip(old, new, strict=True)):
                if before is not after:
                    if before.id != after.id:
                        return False
                    changed.append(self.index(row, column))
        self._columns = list(wanted)
        for index in changed:
            self.dataChanged.emit(index, index)
        return True

    def set_reader(self, reader: Reader) -> None:
        """Show everything in another language."""
        self.reader = reader
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def plan(self, index: Index) -> OutcomePlan | None:
        """Return the outcome of a cell, None where it has none."""
        if not index.isValid():
            return None
        cards = self._columns[index.column()]
        return cards[index.row()] if index.row() < len(cards) else None

    def cards(self, column: int) -> Sequence[OutcomePlan]:
        """Return the cards of a column."""
        return self._columns[column]

    def index_of(self, outcome: int) -> QModelIndex:
        """Return the cell of an outcome, an invalid one where it is not on the board."""
        spot = self._spots.get(outcome)
        return self.index(*spot) if spot is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of cards in the longest column."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of states."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the state of a column and how many cards it has."""
        roles = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if orientation is not Qt.Orientation.Horizontal or role not in roles:
            return None
        state, count = COLUMNS[section], len(self._columns[section])
        return self.reader.catalog.say(message("{state} · {count}", state=STATES[state], count=count))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the outcome of a cell, its name, its whole text, or what a screen reader says of it."""
        plan = self.plan(index)
        if plan is None:
            return None
        language = self.reader.catalog.language
        if role == PLAN_ROLE:
            return plan
        if role == Qt.ItemDataRole.DisplayRole:
            return plan.name.on_screen(language)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (plan.text.on_screen(language), self.due(plan))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.reader.catalog.say(
                message(
                    "{code}, {state}: {name}",
                    code=plan.code,
                    state=state_words(plan.kind, plan.state),
                    name=plan.name,
                )
            )
        return None

    def due(self, plan: OutcomePlan) -> str:
        """Return the due date of a card, with the word where it is past."""
        if plan.due is None:
            return ""
        day = short_date(plan.due, self.reader.catalog.language)
        if plan.is_overdue(self.reader.today):
            return self.reader.catalog.say(message("{day}, overdue", day=day))
        return day

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a card is selected and dragged, and that nothing can be done where there is none."""
        if self.plan(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return how cards are handed on."""
        return [CARDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Hand cards on."""
        ids = [plan.id for index in indexes if (plan := self.plan(index)) is not None]
        data = QMimeData()
        data.setData(CARDS, json.dumps(ids).encode())
        return data

    def dragged(self, data: QMimeData) -> list[OutcomePlan]:
        """Return the cards that are handed on, as far as they are on the board."""
        ids = json.loads(bytes(data.data(CARDS).data())) if data.hasFormat(CARDS) else []
        found = (self.plan(self.index_of(key)) for key in ids if isinstance(key, int))
        return [plan for plan in found if plan is not None]

    def _grow(self, rows: int) -> None:
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def _shrink(self, rows: int) -> None:
        if rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()
