"""Paints the cards of the board: code and due date, two lines of the text, and who carries it out."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from alternat.language.formats import short_date
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.follow_up.board.model import PLAN_ROLE, BoardModel
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import RADIUS, Space, Type
from alternat.ui.parts.tables.rows import Index

LINES = 2
"""How many lines of its text a card shows."""
ICON = 12
KEPT = 2_000
"""Of how many texts the lines are kept."""


class Cards(QStyledItemDelegate):
    """Paints a card in each cell that has an outcome."""

    def __init__(self, screen: Screen, model: BoardModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._model = screen, model
        self._texts: dict[tuple[str, int, int, float], tuple[str, ...]] = {}
        self._icons: dict[tuple[str, str], QPixmap] = {}

    def height(self) -> int:
        """Return how tall a card is with the gap below it."""
        body, small = self._fonts()
        lines = LINES * QFontMetrics(body).lineSpacing() + 2 * QFontMetrics(small).lineSpacing()
        return lines + 2 * Space.S + 2 * Space.XS + Space.S

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a card."""
        return QSize(0, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card of a cell."""
        plan = index.data(PLAN_ROLE)
        if plan is None:
            return
        palette = self._screen.palette
        state = QStyle.StateFlag
        is_chosen = bool(option.state & state.State_Selected)
        is_current = bool(option.state & state.State_HasFocus)
        card = QRect(option.rect).adjusted(0, 0, -Space.S, -Space.S)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.accent_soft if is_chosen else palette.raised))
        edge = palette.accent if is_current or is_chosen else palette.line
        painter.setPen(QPen(QColor(edge), 2 if is_current else 1))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_text(painter, card.adjusted(Space.S, Space.S, -Space.S, -Space.S), plan)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRect, plan: OutcomePlan) -> None:
        palette, language = self._screen.palette, self._screen.language
        body, small = self._fonts()
        line = QFontMetrics(small).lineSpacing()
        head = QRect(room.left(), room.top(), room.width(), line)
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, plan.code)
        self._paint_due(painter, head, plan, small)
        painter.setFont(body)
        painter.setPen(QColor(palette.text if plan.is_open else palette.muted))
        top = head.bottom() + Space.XS
        height = QFontMetrics(body).lineSpacing()
        for number, part in enumerate(self._broken(plan.name.on_screen(language), body, room.width())):
            row = QRect(room.left(), top + number * height, room.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part)
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        foot = QRect(room.left(), room.bottom() - line + 1, room.width(), line)
        carriers = " · ".join(each.name.on_screen(language) for each in plan.carriers)
        shown = QFontMetrics(small).elidedText(carriers, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_due(self, painter: QPainter, head: QRect, plan: OutcomePlan, small: QFont) -> None:
        if plan.due is None:
            return
        palette, metrics = self._screen.palette, QFontMetrics(small)
        is_late = plan.is_overdue(self._model.reader.today)
        room = head.adjusted(metrics.horizontalAdvance(plan.code) + Space.S, 0, 0, 0)
        text = self._model.due(plan)
        if metrics.horizontalAdvance(text) > room.width():
            # The mark says that it is late where the word has no room; its tip says it too.
            text = short_date(plan.due, self._screen.language)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(palette.blocks if is_late else palette.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        left = room.right() - metrics.horizontalAdvance(shown) - ICON - Space.XS
        if is_late and left >= room.left():
            top = head.top() + (head.height() - ICON) // 2
            painter.drawPixmap(left, top, self._icon("circle-alert", palette.blocks))

    def _broken(self, text: str, font: QFont, width: int) -> tuple[str, ...]:
        """Return the lines of a text; kept, since the same cards are painted again and again."""
        key = (text, width, font.pixelSize(), font.pointSizeF())
        if key not in self._texts:
            if len(self._texts) > KEPT:
                self._texts.clear()
            self._texts[key] = _lines(text, font, width)
        return self._texts[key]

    def _icon(self, name: str, colour: str) -> QPixmap:
        if (name, colour) not in self._icons:
            self._icons[name, colour] = pixmap(name, colour, ICON)
        return self._icons[name, colour]

    def _fonts(self) -> tuple[QFont, QFont]:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        body, small = QFont(parent.font()), QFont(parent.font())
        small.setPixelSize(self._screen.px(Type.CAPTION))
        return body, small


def _lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Return a text in so many lines as a card has; the last one ends with an ellipsis where more follows."""
    layout, option, metrics = QTextLayout(text, font), QTextOption(), QFontMetrics(font)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:LINES], len(text)]
    parts = (text[start:end].strip() for start, end in zip(starts[:LINES], ends, strict=True))
    return tuple(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in parts)
