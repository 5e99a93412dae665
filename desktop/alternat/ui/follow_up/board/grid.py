"""The board as one sees it: cards that are walked, selected, and moved to other states by drag or keys."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from alternat.planning.outcomes import OutcomePlan
from alternat.ui.follow_up.board.cards import Cards
from alternat.ui.follow_up.board.model import CARDS, COLUMNS, BoardModel
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import RADIUS

NARROWEST = 156
"""How narrow a column becomes before the board scrolls sideways, in logical pixels at 100 % text."""
EMPTY = 88
"""How narrow a column without cards becomes before any with cards does; never narrower than its heading."""
EDGE = 48
"""How near to an edge cards are dragged for the board to scroll there, in logical pixels."""
STEP = 24
"""How far it scrolls then at a time, and how often a second."""
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Board(QTableView):
    """The columns of the states side by side."""

    selection_changed = Signal()
    moved = Signal(object, object)
    """Cards are to go to another state; carries the outcomes and the state."""
    details_wanted = Signal()
    """Return was pressed on a card: its details are to be edited."""
    scrolled = Signal()
    """Other columns may be in view than before."""

    def __init__(self, model: BoardModel, screen: Screen) -> None:
        super().__init__()
        self._board, self._screen = model, screen
        self._over = -1
        self._drift = 0
        self._drifting = QTimer(self, interval=1000 // STEP)
        self._drifting.timeout.connect(self._go_on)
        self.setProperty("cards", "true")
        self.setModel(model)
        self._cards = Cards(screen, model, self)
        self.setItemDelegate(self._cards)
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectItems)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(view.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        sideways = self.horizontalScrollBar()
        sideways.valueChanged.connect(self.scrolled)
        sideways.rangeChanged.connect(self.scrolled)
        self.fit()

    @property
    def selected(self) -> tuple[OutcomePlan, ...]:
        """Return the selected outcomes, column by column."""
        spots = sorted((index.column(), index.row()) for index in self.selectionModel().selectedIndexes())
        found = (self._board.plan(self._board.index(row, column)) for column, row in spots)
        return tuple(plan for plan in found if plan is not None)

    def select(self, outcomes: Iterable[int]) -> None:
        """Select cards, and bring the first of them into view as the current one."""
        flag = QItemSelectionModel.SelectionFlag
        indexes = [index for each in outcomes if (index := self._board.index_of(each)).isValid()]
        self.selectionModel().clearSelection()
        for index in indexes:
            self.selectionModel().select(index, flag.Select)
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], flag.NoUpdate)
            self.scrollTo(indexes[0])

    def fit(self) -> None:
        """Give cards and columns the room that the size of the screen's text asks for.

        Where there is too little for all, the columns without cards give way first.
        """
        self.verticalHeader().setDefaultSectionSize(self._cards.height())
        room, least = self.viewport().width(), self._screen.px(NARROWEST)
        header, every = self.horizontalHeader(), range(len(COLUMNS))
        narrow = {
            column: max(self._screen.px(EMPTY), header.sectionSizeHint(column))
            for column in every
            if room < least * len(COLUMNS) and not self._board.cards(column)
        }
        rest = (room - sum(narrow.values())) // max(1, len(COLUMNS) - len(narrow))
        for column in every:
            self.setColumnWidth(column, narrow.get(column, max(rest, least)))
        self.scrolled.emit()

    def out_of_view(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the columns that are not wholly in view, on the left and on the right."""
        left, right = [], []
        for column in range(len(COLUMNS)):
            start = self.columnViewportPosition(column)
            if start < 0:
                left.append(column)
            elif start + self.columnWidth(column) > self.viewport().width():
                right.append(column)
        return tuple(left), tuple(right)

    def show_column(self, column: int) -> None:
        """Scroll sideways until a column is in view, as far as that goes."""
        bar, start = self.horizontalScrollBar(), self.columnViewportPosition(column)
        over = start + self.columnWidth(column) - self.viewport().width()
        bar.setValue(bar.value() + (start if start < 0 else max(0, over)))

    def follow_cursor(self) -> None:
        """Keep the card with the cursor in view where it has gone elsewhere."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move cards with Ctrl and an arrow, go to the details with Return."""
        aside = _ASIDE.get(Qt.Key(event.key()))
        if aside is not None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.move_aside(aside)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected:
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)

    def move_aside(self, by: int) -> None:
        """Ask that what is selected go to the state on its left (-1) or right (1)."""
        chosen, current = self.selected, self.currentIndex()
        wanted = current.column() + by
        if chosen and current.isValid() and 0 <= wanted < len(COLUMNS):
            self.moved.emit(chosen, COLUMNS[wanted])

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Walk from card to card, over columns without any, and up to the last card of a shorter one."""
        walk = QAbstractItemView.CursorAction
        current, aside = self.currentIndex(), {walk.MoveLeft: -1, walk.MoveRight: 1}.get(action)
        if not current.isValid():
            first = next((column for column in range(len(COLUMNS)) if self._board.cards(column)), 0)
            return self._board.index(0, first)
        column = current.column()
        if aside is not None:
            column += aside
            while 0 <= column < len(COLUMNS) and not self._board.cards(column):
                column += aside
            if not 0 <= column < len(COLUMNS):
                return current
            return self._board.index(min(current.row(), len(self._board.cards(column)) - 1), column)
        wanted = super().moveCursor(action, modifiers)
        last = len(self._board.cards(column)) - 1
        return self._board.index(max(0, min(wanted.row(), last)), column)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Hand what is selected on; cards go where they belong once they are written there."""
        drag = QDrag(self)
        drag.setMimeData(self._board.mimeData(self.selectedIndexes()))
        index = self.currentIndex()
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of the board."""
        if event.mimeData().hasFormat(CARDS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the column over which cards are dragged; near an edge, bring the next columns into view."""
        if event.mimeData().hasFormat(CARDS):
            self._drift_from(event.position().toPoint().x())
            self._mark(self.columnAt(event.position().toPoint().x()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark no column any more."""
        self._mark(-1)
        self._drifting.stop()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask that cards go to the state of the column on which they are dropped."""
        column = self.columnAt(event.position().toPoint().x())
        self._mark(-1)
        self._drifting.stop()
        cards = self._board.dragged(event.mimeData())
        if cards and column >= 0:
            event.acceptProposedAction()
            self.moved.emit(tuple(cards), COLUMNS[column])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, and a frame around the column over which some are dragged."""
        super().paintEvent(event)
        if self._over >= 0:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._screen.palette.accent), 2))
            left, width = self.columnViewportPosition(self._over), self.columnWidth(self._over)
            room = self.viewport().rect().adjusted(0, 1, 0, -1)
            room.setLeft(left + 1)
            room.setWidth(width - 4)
            painter.drawRoundedRect(room, RADIUS, RADIUS)
            painter.end()

    def _mark(self, column: int) -> None:
        if column != self._over:
            self._over = column
            self.viewport().update()

    def _drift_from(self, x: int) -> None:
        self._drift = -1 if x < EDGE else 1 if x > self.viewport().width() - EDGE else 0
        if self._drift and not self._drifting.isActive():
            self._drifting.start()
        elif not self._drift:
            self._drifting.stop()

    def _go_on(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + self._drift * STEP)
