"""How the cells of the delegation list are painted and edited."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from alternat.language.messages import message
from alternat.nouns.delegations import ParticipationStatus
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.columns import COLUMNS, Editor, missing_languages
from alternat.ui.delegations.list.delegates import DELEGATE_ROLE
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import RADIUS, Space, Type
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.editors import CellEditor, ChoiceEditor, NameEditor, TextEditor
from alternat.ui.parts.tables.rows import Index

Choices = Callable[[Delegate, Editor], Sequence[Choice]]

SIDE_BAR = 3
"""The width of the mark in the side's colour at the head of a row, in logical pixels."""
BAND = 28
"""The height of the heading above the first row of a side, in logical pixels at 100 % text."""
DOT = 8
"""The width of the mark beside a status, in logical pixels."""


class DelegateCells(QStyledItemDelegate):
    """Paints sides, statuses and missing languages, and opens the editors of the cells.

    The first row of a side carries the side's heading in a band of its own above the cells.
    """

    def __init__(self, screen: Screen, choices: Choices, table: QTableView) -> None:
        super().__init__(table)
        self._screen = screen
        self._choices = choices
        self._table = table
        self._side_colours: Mapping[str, str] = {}
        self._headings: Mapping[int, str] = {}

    def set_side_colours(self, colours: Mapping[str, str]) -> None:
        """Take the colour of each side by its code, as it stands out from the page."""
        self._side_colours = colours

    def set_headings(self, headings: Mapping[int, str]) -> None:
        """Take the headings that stand above rows, by row."""
        self._headings = headings

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the heading above the row if there is one, then the cell with its marks."""
        row = QStyleOptionViewItem(option)
        if index.row() in self._headings:
            self._paint_band(painter, row.rect, self._headings[index.row()])
            row.rect = self._below_band(row.rect)
        super().paint(painter, row, index)
        delegate: Delegate = index.data(DELEGATE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_first_column(index):
            colour = self._side_colours.get(delegate.side, self._screen.palette.line)
            painter.fillRect(
                QRect(row.rect.left(), row.rect.top(), SIDE_BAR, row.rect.height()), QColor(colour)
            )
        marks = _MARKS.get(COLUMNS[index.column()].id)
        if marks is not None:
            marks(self, painter, row, delegate)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Quieten those who do not come, stress the names, and leave room for the marks."""
        super().initStyleOption(option, index)
        delegate: Delegate = index.data(DELEGATE_ROLE)
        column = COLUMNS[index.column()]
        if not delegate.status.is_attending:
            palette = QPalette(option.palette)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(self._screen.palette.muted))
            option.palette = palette
        if column.id == "name" and delegate.status.is_attending:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        if column.id == "missing":
            option.text = ""
        if column.id == "status":
            option.text = "    " + option.text

    def _paint_band(self, painter: QPainter, rect: QRect, heading: str) -> None:
        palette = self._screen.palette
        band = QRect(rect.left(), rect.top(), rect.width(), self._band)
        painter.save()
        painter.setClipRect(band)
        painter.fillRect(band, QColor(palette.window))
        painter.setPen(QColor(palette.muted))
        font = QFont(self._table.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(self._screen.px(Type.CAPTION))
        painter.setFont(font)
        whole = QRect(Space.M, band.top(), self._table.viewport().width() - 2 * Space.M, band.height())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, heading)
        painter.restore()

    @property
    def _band(self) -> int:
        return self._screen.px(BAND)

    def _below_band(self, rect: QRect) -> QRect:
        return rect.adjusted(0, self._band, 0, 0)

    def _is_first_column(self, index: Index) -> bool:
        header = self._table.horizontalHeader()
        shown = (header.logicalIndex(visual) for visual in range(header.count()))
        return next((each for each in shown if not header.isSectionHidden(each)), 0) == index.column()

    def _mark_status(self, painter: QPainter, option: QStyleOptionViewItem, delegate: Delegate) -> None:
        palette = self._screen.palette
        colours = {
            ParticipationStatus.CONFIRMED: palette.good,
            ParticipationStatus.INVITED: palette.notes,
            ParticipationStatus.DECLINED: palette.blocks,
        }
        colour = QColor(colours.get(delegate.status, palette.muted))
        dot = QRect(0, 0, DOT, DOT)
        dot.moveCenter(option.rect.center())
        dot.moveLeft(option.rect.left() + Space.S)
        painter.setPen(colour)
        painter.setBrush(
            colour if delegate.status is ParticipationStatus.CONFIRMED else Qt.BrushStyle.NoBrush
        )
        painter.drawEllipse(dot)

    def _mark_missing(self, painter: QPainter, option: QStyleOptionViewItem, delegate: Delegate) -> None:
        palette = self._screen.palette
        font = QFont(option.font)
        font.setPixelSize(self._screen.px(Type.CAPTION))
        metrics = QFontMetrics(font)
        painter.setFont(font)
        left = option.rect.left() + Space.S
        for language in missing_languages(delegate):
            chip = QRect(
                left, 0, metrics.horizontalAdvance(language.tag) + 2 * Space.XS, metrics.height() + 2
            )
            chip.moveTop(option.rect.center().y() - chip.height() // 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.warns_soft))
            painter.drawRoundedRect(chip, RADIUS / 2, RADIUS / 2)
            painter.setPen(QColor(palette.warns))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, language.tag)
            left = chip.right() + 1 + Space.XS

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell only where it does not fit, or where marks stand for words."""
        if COLUMNS[index.column()].id == "missing" or self._is_cut(option, index):
            return super().helpEvent(event, view, option, index)
        QToolTip.hideText()
        return True

    def _is_cut(self, option: QStyleOptionViewItem, index: Index) -> bool:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        return QFontMetrics(cell.font).horizontalAdvance(cell.text) + 2 * Space.S > cell.rect.width()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return two fields for a name, a list for a role, a status or an entity, one field for a text."""
        column = COLUMNS[index.column()]
        editor = self._editor(parent, index.data(DELEGATE_ROLE), column.editor)
        editor.setAccessibleName(self._screen.say(column.title))
        return editor

    def _editor(self, parent: QWidget, delegate: Delegate, kind: Editor) -> QWidget:
        say = self._screen.say
        if kind is Editor.NAME:
            return NameEditor(say(message("Family name")), say(message("Given name")), parent)
        if kind is Editor.TEXT:
            return TextEditor(parent)
        choice = ChoiceEditor(self._choices(delegate, kind), parent)
        choice.activated.connect(lambda _: self._finish(choice))
        return choice

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start an editor with what the cell keeps."""
        cast("CellEditor", editor).begin(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed or chosen to the model."""
        model.setData(index, cast("CellEditor", editor).answer())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor over its cell, below a heading, and let a list be as wide as its words."""
        rect = self._below_band(option.rect) if index.row() in self._headings else option.rect
        if isinstance(editor, ChoiceEditor | NameEditor):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)


_MARKS: Mapping[str, Callable[[DelegateCells, QPainter, QStyleOptionViewItem, Delegate], None]] = {
    "status": DelegateCells._mark_status,  # noqa: SLF001 - the class's own table
    "missing": DelegateCells._mark_missing,  # noqa: SLF001
}
