"""The board of the sub-groups, and under it what is wrong with them."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from alternat.language.messages import counted, message
from alternat.planning.findings import Finding
from alternat.planning.programme import Programme
from alternat.planning.subgroups import Board
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.subjects import show_subject
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour
from alternat.ui.subgroups.board_model import FIXED, SUBGROUP, TIME, TOPIC, BoardModel

WIDTHS = {TOPIC: 210, SUBGROUP: 170, TIME: 150}
"""The widths of the first columns in pixels at 100 % text."""
ENTITY_WIDTH = 132
MARGIN = 12
"""What the style keeps free around the text of a cell, generously, in pixels."""
WARNINGS_HEIGHT = 132


class BoardTable(QTableView):
    """The board; Enter or a double click opens the sub-group of a row."""

    wanted = Signal(QModelIndex)

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Give each row the height it needs in the font it is drawn with."""
        super().showEvent(event)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make each row as tall as its longest cell, with the margins that the style puts around a text."""
        model, metrics = self.model(), self.fontMetrics()
        for row in range(model.rowCount()):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, self.columnWidth(column) - 2 * MARGIN, 10_000),
                    Qt.TextFlag.TextWordWrap,
                    str(model.index(row, column).data() or ""),
                ).height()
                for column in range(model.columnCount())
            ]
            self.setRowHeight(row, max(heights, default=0) + MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class BoardView(QWidget):
    """Topic × entity × time with the warnings; `subgroup_wanted` carries the sub-group to edit."""

    subgroup_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.wording = Wording(desk.screen)
        self.model = BoardModel(desk.screen)
        self.table = BoardTable(self.model)
        self.table.wanted.connect(self._open)
        self.warnings = QListWidget()
        self.warnings.setWordWrap(True)
        self.warnings.itemActivated.connect(self._show_warning)
        self._count = label("strong")
        self.wording.put(self.table.setAccessibleName, message("Board of the sub-groups"))
        self.wording.put(self.warnings.setAccessibleName, message("What is wrong with the sub-groups"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.table, 1)
        column.addWidget(self._count)
        column.addWidget(self.warnings)
        desk.screen.language_changed.connect(self.wording.say_again)

    def show_board(self, board: Board, programme: Programme) -> None:
        """Show a board; the cursor stays in its row."""
        screen, current = self._desk.screen, self.table.currentIndex()
        self.model.show_board(self._desk.tables, board, programme)
        for column in range(self.model.columnCount()):
            width = WIDTHS[column] if column < FIXED else ENTITY_WIDTH
            self.table.setColumnWidth(column, screen.px(width))
        self.table.fit_rows()
        self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        self._show_warnings(board.warnings)

    def _show_warnings(self, findings: tuple[Finding, ...]) -> None:
        screen = self._desk.screen
        self._findings = findings
        self.warnings.clear()
        for finding in findings:
            look = SEVERITY_LOOKS[finding.severity]
            icon = screen.icon(look.icon, colour=severity_colour(finding.severity, screen.palette))
            item = QListWidgetItem(icon, screen.say(finding.message))
            spoken = message("{severity}: {sentence}", severity=look.word, sentence=finding.message)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, screen.say(spoken))
            self.warnings.addItem(item)
        self.warnings.setFixedHeight(screen.px(WARNINGS_HEIGHT))
        self.warnings.setVisible(bool(findings))
        count = len(findings)
        text = counted("{count} warning", "{count} warnings", count) if count else message("Nothing is wrong")
        self._count.setText(screen.say(text))

    def _open(self, index: QModelIndex) -> None:
        subgroup = self.model.lines[index.row()].row.subgroup
        if subgroup is not None:
            self.subgroup_wanted.emit(subgroup.id)

    def _show_warning(self, item: QListWidgetItem) -> None:
        show_subject(self._desk, self._findings[self.warnings.row(item)])
