"""A column of the map: records of one kind, of which those that hang on the chosen one stand out."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from alternat.language.messages import message
from alternat.planning.follow_up_map import Node, NodeKey
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ColumnModel(QAbstractListModel):
    """The records of a column: those that hang on the chosen one first, unless it is among them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.nodes: tuple[Node, ...] = ()
        self._around: frozenset[NodeKey] = frozenset()

    def show_nodes(self, nodes: Sequence[Node], around: Collection[NodeKey], *, is_own: bool) -> None:
        """Show records; where `is_own`, the chosen one is among them and they keep their order."""
        tied = frozenset(around)
        ordered = tuple(nodes) if is_own else tuple(sorted(nodes, key=lambda node: node.key not in tied))
        if ordered == self.nodes:
            self._around = tied
            if ordered:
                self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))
            return
        self.beginResetModel()
        self.nodes, self._around = ordered, tied
        self.endResetModel()

    def row_of(self, key: NodeKey) -> int:
        """Return the row of a record; -1 where it is not shown."""
        return next((row for row, node in enumerate(self.nodes) if node.key == key), -1)

    def is_tied(self, node: Node) -> bool:
        """Return whether a record hangs on the chosen one, or is it."""
        return node.key in self._around

    @property
    def is_followed(self) -> bool:
        """Whether a record is chosen, so that some stand out."""
        return bool(self._around)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self.nodes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a record says, how it looks, and what a screen reader says of it."""
        if not index.isValid():
            return None
        node, say, read = self.nodes[index.row()], self._screen.say, self._screen.read
        if role == Qt.ItemDataRole.DisplayRole:
            return read(node.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{node.code}  {read(node.name)}\n{say(node.standing)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say(self._spoken(node))
        return None

    def _spoken(self, node: Node) -> Any:
        names = {"code": node.code, "name": node.name, "standing": node.standing}
        if self.is_tied(node):
            return message("{code}, {name}: {standing}; hangs together with what is chosen", **names)
        return message("{code}, {name}: {standing}", **names)


class NodeDelegate(QStyledItemDelegate):
    """Draws a record in three lines: its code with its standing, and its name, which wraps.

    What hangs together with the chosen one has a bar on its left and stands in full ink; the rest is muted.
    """

    def __init__(self, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of three lines, the same for all."""
        return QSize(0, 3 * QFontMetrics(option.font).lineSpacing() + Space.M)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave the text to `paint`, and the ground to the style."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a record."""
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, ColumnModel)
        node, palette = model.nodes[index.row()], self._screen.palette
        is_tied = model.is_tied(node)
        ink = QColor(palette.text if is_tied or not model.is_followed else palette.muted)
        rect: QRect = option.rect.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        painter.save()
        if is_tied:
            painter.fillRect(QRect(option.rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        font, line = QFont(option.font), QFontMetrics(option.font).lineSpacing()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        top = QRect(rect.left(), rect.top(), rect.width(), line)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, node.code)
        left = painter.fontMetrics().horizontalAdvance(node.code) + Space.S
        painter.setFont(option.font)
        painter.setPen(QColor(palette.muted))
        beside = top.adjusted(left, 0, 0, 0)
        standing = QFontMetrics(option.font).elidedText(
            self._screen.say(node.standing), Qt.TextElideMode.ElideRight, beside.width()
        )
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft, standing)
        painter.setPen(ink)
        name = rect.adjusted(0, line, 0, 0)
        text = _wrapped(str(index.data() or ""), option.font, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def _wrapped(text: str, font: QFont, width: int, lines: int = 2) -> str:
    """Return a text in at most so many lines; what does not fit ends in an ellipsis, the tip has it whole."""
    layout, metrics = QTextLayout(text, font), QFontMetrics(font)
    found: list[str] = []
    layout.beginLayout()
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, rest = line.textStart(), text[line.textStart() :]
        is_last = len(found) == lines - 1
        part = rest if is_last else text[start : start + line.textLength()]
        found.append(metrics.elidedText(part.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return "\n".join(found)


class Column(QListView):
    """A list of records; the arrows go up and down in it, and from column to column along what is tied."""

    chosen = Signal(object)
    """The cursor has come to a record, whose key it carries."""
    sideways = Signal(int)
    """Left or right was pressed: -1 or 1."""
    opened = Signal(object)
    """Enter or a double click asks for the page of a record, whose key it carries."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._nothing = screen, ""
        self.records = ColumnModel(screen)
        self.setModel(self.records)
        self.setUniformItemSizes(True)
        self.setItemDelegate(NodeDelegate(screen, self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)
        self.clicked.connect(lambda index: self.chosen.emit(self.records.nodes[index.row()].key))

    def say_nothing(self, text: str) -> None:
        """Say this where there is no record."""
        self._nothing = text
        self.setAccessibleDescription("" if self.records.nodes else text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the records, or what is said where there is none."""
        super().paintEvent(event)
        if not self.records.nodes and self._nothing:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._screen.palette.muted))
            room = self.viewport().rect().adjusted(Space.S, Space.S, -Space.S, -Space.S)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._nothing)
            painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a code and some words can be read."""
        return QSize(self._screen.px(120), self._screen.px(120))

    def stand_on(self, key: NodeKey) -> bool:
        """Put the cursor on a record without telling anybody; false where it is not shown."""
        row = self.records.row_of(key)
        if row < 0:
            return False
        index = self.records.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def first_tied(self) -> NodeKey | None:
        """Return the first record that hangs on the chosen one."""
        return next((node.key for node in self.records.nodes if self.records.is_tied(node)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, and to the neighbouring column with left and right."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.sideways.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        if now.isValid() and now != before:
            self.chosen.emit(self.records.nodes[now.row()].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first record where nothing is chosen yet."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.records.nodes:
            self.setCurrentIndex(self.records.index(0))
        if self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.chosen.emit(self.records.nodes[self.currentIndex().row()].key)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.nodes[index.row()].key)
