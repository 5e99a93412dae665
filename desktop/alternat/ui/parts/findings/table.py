"""Findings in a table whose rows lead to what would mend them."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from alternat.ui.parts.findings.model import Column, FindingsModel

SHARES = {Column.SUBJECT: 0.18, Column.FIX: 0.26}
"""Which part of the width the columns beside the finding take at most: what is left is the finding's."""
AROUND = 8
"""What a cell leaves free on either side of its words, in logical pixels."""

_DEEP = 10_000
"""More than the lines of any finding take, in logical pixels."""


class FindingsTable(QTableView):
    """Rows that Enter or a click opens; each is as tall as its finding, which is read whole."""

    wanted = Signal(QModelIndex)

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._least = self.verticalHeader().defaultSectionSize()
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.SEVERITY, Column.SUBJECT, Column.FIX):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(100)
        self.clicked.connect(self._click)
        # Rows that are filled while the table is out of sight are laid out once it has its width.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        model.modelReset.connect(self._fitting.start)

    def set_row_height(self, least: int) -> None:
        """Make rows so tall, and taller where a finding needs it."""
        self._least = least
        self.verticalHeader().setDefaultSectionSize(least)
        self._fitting.start()

    def fit(self) -> None:
        """Give the finding the width that the other columns need not have, and each row all its lines."""
        room, header, rows = self.viewport().width(), self.horizontalHeader(), self.verticalHeader()
        for column in (Column.SEVERITY, Column.SUBJECT, Column.FIX):
            if not self.isColumnHidden(column):
                wanted = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
                most = room * SHARES.get(column, 1)
                self.setColumnWidth(column, round(min(wanted, most)) if column in SHARES else wanted)
        narrow = [
            each for each in (Column.SUBJECT, Column.SENTENCE, Column.FIX) if not self.isColumnHidden(each)
        ]
        widths = {each: self.columnWidth(each) - 2 * AROUND for each in narrow}
        metrics, model = self.fontMetrics(), self.model()
        around = self._least - metrics.lineSpacing()
        for row in range(model.rowCount()):
            height = self._least
            for column, width in widths.items():
                text = str(model.index(row, column).data() or "")
                if metrics.horizontalAdvance(text) > width:
                    lines = metrics.boundingRect(0, 0, width, _DEEP, Qt.TextFlag.TextWordWrap, text)
                    height = max(height, lines.height() + around)
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.FIX:
            self.wanted.emit(index)
