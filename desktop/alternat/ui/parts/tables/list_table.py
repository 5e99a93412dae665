"""A list as one sees it: rows to mark with the space bar, select and edit in place."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ICON, ROW_HEIGHT, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.columns import Column, Look
from alternat.ui.parts.tables.editors import CellEditor, ChoiceEditor, TextEditor
from alternat.ui.parts.tables.list_model import VALUE_ROLE, Listed, ListModel
from alternat.ui.parts.tables.rows import Index

LINE_HEIGHT = 16
"""What each further line of text adds to the height of a row, in logical pixels at 100 % text."""
TEXT_WIDTH = 280
"""The width that the widest column should have, in logical pixels at 100 % text."""

T = TypeVar("T", bound=Listed)


class ListCells(QStyledItemDelegate):
    """Paints cells with their icons and colours, and opens their editors."""

    def __init__(self, screen: Screen, model: ListModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._list = screen, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and its icon."""
        super().paint(painter, option, index)
        look = self._look(index)
        if look.icon:
            size = self._screen.px(ICON)
            top = option.rect.top() + (option.rect.height() - size) // 2
            at = QPoint(option.rect.left() + Space.S, top)
            painter.drawPixmap(at, pixmap(look.icon, self._colour(look), size))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colour and stress the text as its column says."""
        super().initStyleOption(option, index)
        look = self._look(index)
        if look.colour:
            palette = QPalette(option.palette)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(self._colour(look)))
            option.palette = palette
        if look.is_strong:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        if look.icon:
            option.rect = option.rect.adjusted(self._screen.px(ICON) + Space.XS, 0, 0, 0)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list where the value is chosen, else a field."""
        column = self._list.columns[index.column()]
        chosen = column.editor.choices if column.editor else None
        editor = (
            self._choice(chosen(index.data(VALUE_ROLE), self._list.reader), parent)
            if chosen
            else TextEditor(parent)
        )
        editor.setAccessibleName(self._screen.say(column.title))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start an editor with what the cell keeps."""
        cast("CellEditor", editor).begin(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed or chosen to the model."""
        model.setData(index, cast("CellEditor", editor).answer())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Put the editor over its cell, and let a list be as wide as its words."""
        rect = QRect(option.rect)
        if isinstance(editor, ChoiceEditor):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
            viewport = cast("QWidget", editor.parentWidget())
            rect.moveRight(min(rect.right(), viewport.width() - 1))
        editor.setGeometry(rect)

    def _choice(self, choices: Sequence[Choice], parent: QWidget) -> ChoiceEditor:
        editor = ChoiceEditor(choices, parent)
        editor.activated.connect(lambda _: self.commitData.emit(editor))
        editor.activated.connect(lambda _: self.closeEditor.emit(editor))
        return editor

    def _look(self, index: Index) -> Look:
        return self._list.columns[index.column()].look(index.data(VALUE_ROLE))

    def _colour(self, look: Look) -> str:
        return str(getattr(self._screen.palette, look.colour or "text"))


class ListTable(QTableView, Generic[T]):
    """A list; whole rows are selected, single cells are edited."""

    selection_changed = Signal()
    mark_wanted = Signal()
    """The space bar was pressed, or a mark was clicked."""
    details_wanted = Signal()
    """Return was pressed on a row: its details are to be edited."""

    def __init__(self, model: ListModel[T], screen: Screen, *, lines: int = 1) -> None:
        """Make a list whose rows have room for so many lines of text."""
        super().__init__()
        self._screen, self._list, self._lines = screen, model, lines
        self.setModel(model)
        self.setItemDelegate(ListCells(screen, model, self))
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.DoubleClicked | view.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(lines > 1)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.fit()

    @property
    def selected(self) -> tuple[T, ...]:
        """Return the selected values in the order of the list."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return tuple(self._list.value(row) for row in sorted(rows))

    def select(self, ids: Iterable[int]) -> None:
        """Select rows, and bring the first of them into view as the current one."""
        rows = [row for each in ids if (row := self._list.row_of(each)) is not None]
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for row in rows:
            self.selectionModel().select(self._list.index(row, 0), flag.Select | flag.Rows)
        if rows:
            index = self._list.index(rows[0], max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self.scrollTo(index)

    def edit_text(self) -> None:
        """Open the editor of the current row's widest column."""
        self._edit(is_widest=True)

    def fit(self) -> None:
        """Give rows and columns the room that the size of the screen's text asks for."""
        height = ROW_HEIGHT + (self._lines - 1) * LINE_HEIGHT
        self.verticalHeader().setDefaultSectionSize(self._screen.px(height))
        columns, px = self._list.columns, self._screen.px
        shown, width = list(columns), self.viewport().width()
        for column in sorted(columns, key=lambda each: -each.spared):
            if column.spared and width - px(_fixed(shown)) < px(TEXT_WIDTH):
                shown.remove(column)
        rest = max(px(TEXT_WIDTH // 2), width - px(_fixed(shown)))
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column not in shown)
            self.setColumnWidth(at, px(column.width) or rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with the space bar, edit with F2, go to the details with Return."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and self.selected:
            self.mark_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected:
            self.details_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._edit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark where the icon of a mark is clicked."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if not index.isValid() or not self._list.columns[index.column()].is_mark:
            return
        reach = self.visualRect(index).left() + self._screen.px(ICON) + 2 * Space.S
        if event.position().x() <= reach and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.mark_wanted.emit()

    def _edit(self, *, is_widest: bool = False) -> None:
        """Open the editor of the current cell, or of the row's widest column where the cell has none."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if is_widest or self._list.columns[index.column()].editor is None:
            at = next(at for at, column in enumerate(self._list.columns) if not column.width)
            index = index.siblingAtColumn(at)
            self.setCurrentIndex(index)
        self.edit(index)


def _fixed(columns: Sequence[Column[Any, Any]]) -> int:
    return sum(column.width for column in columns)
