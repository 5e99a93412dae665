"""The checklist as one sees it: rows to tick with the space bar, select and edit in place."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from alternat.ui.checklist.columns import Editing, LineColumn
from alternat.ui.checklist.lines import Line
from alternat.ui.checklist.model import LINE_ROLE, LinesModel
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ICON, ROW_HEIGHT, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.editors import CellEditor, ChoiceEditor, TextEditor
from alternat.ui.parts.tables.rows import Index

TEXT_WIDTH = 280
"""The width that the text should have, in logical pixels at 100 % text."""

Choices = Callable[[Line, Editing], Sequence[Choice]]


class LineCells(QStyledItemDelegate):
    """Paints how tasks stand by an icon, a word and a colour, and opens the editors of the cells."""

    def __init__(self, screen: Screen, model: LinesModel, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._lines, self._choices = screen, model, choices

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and the icon of a task's standing."""
        super().paint(painter, option, index)
        if self._lines.columns[index.column()].editing is Editing.TICK:
            icon, colour = self._look(index.data(LINE_ROLE))
            size = self._screen.px(ICON)
            top = option.rect.top() + (option.rect.height() - size) // 2
            painter.drawPixmap(QPoint(option.rect.left() + Space.S, top), pixmap(icon, colour, size))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Quieten what is done, and colour and stress what is overdue."""
        super().initStyleOption(option, index)
        line: Line = index.data(LINE_ROLE)
        editing, palette = self._lines.columns[index.column()].editing, QPalette(option.palette)
        is_standing = editing is Editing.TICK
        colour = self._look(line)[1] if is_standing else self._screen.palette.muted
        if is_standing or line.is_done:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(colour))
            option.palette = palette
        if line.is_overdue and editing in {Editing.TICK, Editing.TEXT}:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        if is_standing:
            option.rect = option.rect.adjusted(self._screen.px(ICON) + Space.XS, 0, 0, 0)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for a text or a distance, a list for a side or a person."""
        column = self._lines.columns[index.column()]
        editor: QWidget
        if column.editing in {Editing.OWNER, Editing.PERSON}:
            editor = self._list(index.data(LINE_ROLE), column.editing, parent)
        else:
            editor = TextEditor(parent)
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

    def _list(self, line: Line, editing: Editing, parent: QWidget) -> ChoiceEditor:
        editor = ChoiceEditor(self._choices(line, editing), parent)
        editor.activated.connect(lambda _: self.commitData.emit(editor))
        editor.activated.connect(lambda _: self.closeEditor.emit(editor))
        return editor

    def _look(self, line: Line) -> tuple[str, str]:
        palette = self._screen.palette
        if line.is_done:
            return "circle-check", palette.good
        if line.is_overdue:
            return "circle-alert", palette.blocks
        return "circle", palette.muted


class LinesTable(QTableView):
    """A list of lines; whole rows are selected, single cells are edited."""

    selection_changed = Signal()
    tick_wanted = Signal()
    """The space bar was pressed, or the standing of a task was clicked."""
    details_wanted = Signal()
    """Return was pressed on a row: its details are to be edited."""

    def __init__(self, model: LinesModel, screen: Screen, choices: Choices) -> None:
        super().__init__()
        self._screen, self._lines = screen, model
        self.setModel(model)
        self.setItemDelegate(LineCells(screen, model, choices, self))
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.DoubleClicked | view.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.fit()

    @property
    def selected(self) -> tuple[Line, ...]:
        """Return the selected lines in the order of the list."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return tuple(self._lines.value(row) for row in sorted(rows))

    def select(self, ids: Iterable[int]) -> None:
        """Select lines, and bring the first of them into view as the current one."""
        rows = [row for each in ids if (row := self._lines.row_of(each)) is not None]
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for row in rows:
            self.selectionModel().select(self._lines.index(row, 0), flag.Select | flag.Rows)
        if rows:
            index = self._lines.index(rows[0], max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self.scrollTo(index)

    def edit_text(self) -> None:
        """Open the editor of the current row's text."""
        self._edit(Editing.TEXT)

    def fit(self) -> None:
        """Give rows and columns the room that the size of the screen's text asks for."""
        self.verticalHeader().setDefaultSectionSize(self._screen.px(ROW_HEIGHT))
        columns, px = self._lines.columns, self._screen.px
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
        """Tick with the space bar, edit with F2, go to the details with Return."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and self.selected:
            self.tick_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected:
            self.details_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._edit(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the icon of a task's standing is clicked."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if not index.isValid() or self._lines.columns[index.column()].editing is not Editing.TICK:
            return
        reach = self.visualRect(index).left() + self._screen.px(ICON) + 2 * Space.S
        if event.position().x() <= reach and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.tick_wanted.emit()

    def _edit(self, wanted: Editing | None) -> None:
        """Open the editor of the current cell, or of the row's text where the cell has none."""
        index = self.currentIndex()
        if not index.isValid():
            return
        is_fixed = self._lines.columns[index.column()].editing in {Editing.NONE, Editing.TICK}
        if wanted is not None or is_fixed:
            kind = wanted or Editing.TEXT
            at = next(at for at, column in enumerate(self._lines.columns) if column.editing is kind)
            index = index.siblingAtColumn(at)
            self.setCurrentIndex(index)
        self.edit(index)


def _fixed(columns: Sequence[LineColumn]) -> int:
    return sum(column.width for column in columns)
