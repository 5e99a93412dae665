"""The delegation list as one sees it: rows to select, edit and drag, and columns chosen from the header."""

import json
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from alternat.language.messages import message
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.arrangement import Sorting
from alternat.ui.delegations.list.cells import BAND, Choices, DelegateCells
from alternat.ui.delegations.list.columns import COLUMNS, Editor
from alternat.ui.delegations.list.delegates import DelegatesModel
from alternat.ui.delegations.list.widths import shared_out, widths_of_words
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ROW_HEIGHT
from alternat.ui.parts.tables.searching import Query, searchable

TYPE_AHEAD_COLUMNS = ("name", "name_zh")


class DelegateTable(QTableView):
    """The list of delegates; whole rows are selected, single cells are edited."""

    selection_changed = Signal()
    sorting_wanted = Signal(object)
    """A header was clicked: a `Sorting`, or nothing for the order of precedence."""
    columns_changed = Signal()
    """Columns were shown, hidden, moved or resized by hand; `layout_state` is worth keeping."""
    details_wanted = Signal()
    """Return was pressed on a row: its details are to be edited."""
    newcomer_wanted = Signal()
    """The platform's key for something new was pressed while the list has the cursor."""

    def __init__(
        self, model: DelegatesModel, screen: Screen, choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._screen = screen
        self._rows = model
        self._fills_width = True
        self._words: Mapping[str, int] = {}
        self._cells = DelegateCells(screen, choices, self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._set_up_rows()
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    @property
    def cells(self) -> DelegateCells:
        """Return the painter and editor of the cells."""
        return self._cells

    def _set_up_rows(self) -> None:
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.DoubleClicked | view.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(view.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_rows()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(self._screen.px(36))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for section, column in enumerate(COLUMNS):
            header.resizeSection(section, self._screen.px(column.width))
            header.setSectionHidden(section, not column.at_first)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionClicked.connect(self._on_header_clicked)
        header.sectionResized.connect(self._on_columns_changed)
        header.sectionMoved.connect(self._on_columns_changed)

    def fit_rows(self) -> None:
        """Give the rows the height that the size of the screen's text asks for."""
        self.verticalHeader().setMinimumSectionSize(self._screen.px(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(self._screen.px(ROW_HEIGHT))

    def set_headings(self, headings: dict[int, str]) -> None:
        """Put headings above rows, by row; the other rows get their usual height."""
        self._cells.set_headings(headings)
        usual, tall = self._screen.px(ROW_HEIGHT), self._screen.px(ROW_HEIGHT) + self._screen.px(BAND)
        for row in range(self._rows.rowCount()):
            wanted = tall if row in headings else usual
            if self.rowHeight(row) != wanted:
                self.setRowHeight(row, wanted)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width, as long as nobody has set widths by hand."""
        super().resizeEvent(event)
        self._fill_width()

    def fit_columns(self) -> None:
        """Measure the words of the short columns anew, as after a change of the people or the language."""
        measure = QFontMetrics(self.font()).horizontalAdvance
        everyone, catalog = self._rows.everyone, self._screen.catalog
        self._words = widths_of_words(COLUMNS, everyone, catalog, measure, self._screen.px)
        self._fill_width()

    def _fill_width(self) -> None:
        if not self._fills_width:
            return
        shown = [at for at in range(len(COLUMNS)) if not self.isColumnHidden(at)]
        columns, available = [COLUMNS[at] for at in shown], self.viewport().width()
        with QSignalBlocker(self):
            for at, width in zip(
                shown, shared_out(columns, self._words, available, self._screen.px), strict=True
            ):
                self.setColumnWidth(at, width)

    def _on_columns_changed(self) -> None:
        if not self.signalsBlocked():
            self._fills_width = False
            self.columns_changed.emit()

    @property
    def selected(self) -> tuple[Delegate, ...]:
        """Return the selected delegates in the order of the list."""
        # By ranges: asking for each selected index would take a third of a second for a thousand people.
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return tuple(self._rows.value(row) for row in sorted(rows))

    def select(self, participations: Iterable[int]) -> None:
        """Select rows, make the first of them current, and bring it into view."""
        rows = [row for each in participations if (row := self._rows.row_of(each)) is not None]
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for row in rows:
            self.selectionModel().select(self._rows.index(row, 0), flag.Select | flag.Rows)
        if rows:
            column = max(self.currentIndex().column(), 0)
            self.selectionModel().setCurrentIndex(self._rows.index(rows[0], column), flag.NoUpdate)
            self.scrollTo(self._rows.index(rows[0], column))

    def edit_current(self, editor: Editor | None = None) -> None:
        """Open the editor of the current cell, or of the current row's cell of that kind."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if editor is not None or COLUMNS[index.column()].editor is Editor.NONE:
            wanted = editor or Editor.NAME
            section = next(n for n, column in enumerate(COLUMNS) if column.editor is wanted)
            index = index.siblingAtColumn(section)
            self.setCurrentIndex(index)
        self.edit(index)

    def event(self, event: QEvent) -> bool:
        """Claim the key for something new, which elsewhere in the window makes a new dialogue."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _asks_for_new(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with F2, go to the details with Return, add somebody; everything else is Qt's."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected:
            self.details_wanted.emit()
        elif _asks_for_new(event):
            self.newcomer_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next person whose name holds what is typed, in either script."""
        query, count = Query.of(search), self._rows.rowCount()
        start = self.currentIndex().row() + (1 if len(search) == 1 else 0)
        for step in range(count):
            row = (max(start, 0) + step) % count
            if query.matches(searchable(self._names(row))):
                self.setCurrentIndex(self._rows.index(row, max(self.currentIndex().column(), 0)))
                return

    def _names(self, row: int) -> Sequence[str]:
        delegate = self._rows.value(row)
        return [
            column.text(delegate, self._screen.catalog)
            for column in COLUMNS
            if column.id in TYPE_AHEAD_COLUMNS
        ]

    def _on_header_clicked(self, section: int) -> None:
        self.sorting_wanted.emit(next_sorting(self._rows.sorting, section))

    def show_sorting(self, sorting: Sorting | None) -> None:
        """Mark the column the list is sorted by; none while it stands in precedence."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(sorting is not None)
        if sorting is not None:
            order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(COLUMNS.index(sorting.column), order)
        self.setDragEnabled(sorting is None)

    def _show_column_menu(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """Return a menu that shows and hides columns; the name always shows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section, column in enumerate(COLUMNS):
            action = QAction(self._screen.say(column.title), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setEnabled(column.id != "name")
            action.toggled.connect(
                lambda shown, section=section: self._set_column_shown(section, shown=shown)
            )
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self._screen.say(message("Columns as they were"))).triggered.connect(
            self.reset_columns
        )
        return menu

    def _set_column_shown(self, section: int, *, shown: bool) -> None:
        with QSignalBlocker(self):
            self.setColumnHidden(section, not shown)
        self._fill_width()
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Show the columns of the beginning, in their order and width."""
        with QSignalBlocker(self):
            self._arrange_sections([(column.id, 0, column.at_first) for column in COLUMNS])
        self._fills_width = True
        self._fill_width()
        self.columns_changed.emit()

    @property
    def layout_state(self) -> str:
        """Return order, widths and choice of the columns, for `restore_layout`."""
        header = self.horizontalHeader()
        sections = [header.logicalIndex(visual) for visual in range(header.count())]
        widths = {
            each: 0 if self._fills_width else self._unscaled(header.sectionSize(each)) for each in sections
        }
        return json.dumps(
            [[COLUMNS[each].id, widths[each], not header.isSectionHidden(each)] for each in sections]
        )

    def _unscaled(self, width: int) -> int:
        return round(width / self._screen.scale)

    def restore_layout(self, state: str) -> None:
        """Take order, widths and choice of the columns; what cannot be read leaves them as they are.

        Columns without a width fill the room there is.
        """
        try:
            kept = [(str(name), int(width), bool(shown)) for name, width, shown in json.loads(state)]
        except (ValueError, TypeError):
            return
        with QSignalBlocker(self):
            self._arrange_sections(kept)
        self._fills_width = not any(width for _, width, _ in kept)
        self._fill_width()

    def _arrange_sections(self, kept: Sequence[tuple[str, int, bool]]) -> None:
        header, ids = self.horizontalHeader(), [column.id for column in COLUMNS]
        for visual, (name, width, shown) in enumerate(each for each in kept if each[0] in ids):
            section = ids.index(name)
            header.moveSection(header.visualIndex(section), visual)
            header.setSectionHidden(section, not shown)
            if shown and width > 0:
                header.resizeSection(section, self._screen.px(width))


def _asks_for_new(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.New)


def next_sorting(now: Sorting | None, section: int) -> Sorting | None:
    """Return the order after a click on a header: up, then down, then precedence again."""
    column = COLUMNS[section]
    if column.id == "place":
        return None
    if now is None or now.column is not column:
        return Sorting(column)
    return None if now.descending else Sorting(column, descending=True)
