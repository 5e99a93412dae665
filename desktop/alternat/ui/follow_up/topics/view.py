"""The view of topics over the years."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from alternat.language.messages import message
from alternat.planning.coverage import coverage, gaps_told
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.topics.model import DEALT, GAP, MARK, CoverageModel
from alternat.ui.follow_up.view import View
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space

COLUMN, ROW, NAMES = 108, 64, 260
"""The widths of a meeting and of the names, and the height of a topic, at 100 % text."""
_GROUNDS: Mapping[str, str] = {DEALT: "good_soft", GAP: "warns_soft"}
_INKS: Mapping[str, str] = {DEALT: "text", GAP: "warns"}


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: filled where a topic was dealt with, framed by a broken line where there is a gap."""

    def __init__(self, screen: Screen, table: QTableView) -> None:
        super().__init__(table)
        self._screen = screen

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave the text to `paint`."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        palette, mark = self._screen.palette, str(index.data(MARK))
        room: QRect = option.rect.adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark in _GROUNDS:
            painter.setBrush(QColor(getattr(palette, _GROUNDS[mark])))
            line = Qt.PenStyle.DashLine if mark == GAP else Qt.PenStyle.NoPen
            painter.setPen(QPen(QColor(palette.warns), 1, line))
            painter.drawRoundedRect(room, 4, 4)
        painter.setPen(QColor(getattr(palette, _INKS.get(mark, "muted"))))
        painter.drawText(
            room.adjusted(2, 0, -2, 0),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            str(index.data()),
        )
        painter.restore()


class TopicsView(View):
    """Topics by meetings, with what each did about each; a cell leads to what was done."""

    def build(self) -> None:
        """Make the table, and the line that counts the gaps."""
        screen = self.desk.screen
        self.model = CoverageModel(screen)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(screen, self.table))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.activated.connect(self._open)
        names = self.table.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        self._gaps = label("muted", wrap=True)
        self.wording.put(self.table.setAccessibleName, message("Topics over the years"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, Space.L, Space.M)
        whole.setSpacing(Space.S)
        whole.addWidget(self._gaps)
        whole.addWidget(self.table, 1)
        screen.theme_changed.connect(self._measure)

    def load(self) -> None:
        """Read which meetings dealt with which topic; the cursor stays in its cell."""
        shown, current = coverage(self.desk.tables), self.table.currentIndex()
        self.model.show_coverage(shown)
        self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        self._gaps.setText(self.say(gaps_told(shown)))
        self._measure()

    def show_place(self, place: Place) -> None:
        """Put the cursor on a topic, at the latest meeting."""
        for at, row in enumerate(self.model.coverage.topics):
            if row.id == place.row:
                self.table.setCurrentIndex(self.model.index(at, self.model.columnCount() - 1))

    def _measure(self) -> None:
        px = self.desk.screen.px
        self.table.horizontalHeader().setDefaultSectionSize(px(COLUMN))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self.table.verticalHeader().setFixedWidth(min(px(NAMES), max(px(140), self.width() // 3)))

    def _open(self, index: QModelIndex) -> None:
        """Lead to the first outcome on the topic, else to the session that dealt with it, or to the topic."""
        row, _, cell = self.model.at(index)
        if cell.outcomes:
            self.desk.show_place(Place("outcome", cell.outcomes[0]))
        elif cell.sessions:
            self.desk.show_place(Place("session", cell.sessions[0]))
        elif cell.subgroups:
            self.desk.show_place(Place("sub_group", cell.subgroups[0]))
        else:
            self.desk.show_place(Place("provision", row.id))
