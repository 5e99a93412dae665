"""A small drawing of a label sheet on which the first free label is chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from alternat.documents.press.stocks import Stock
from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Type
from alternat.ui.parts.widgets.wheel import Slider

HEIGHT = 148
"""The height of the drawn sheet in logical pixels at 100 % text."""
EDGE = 3


class SheetPicker(Slider):
    """Shows the labels of a sheet: those used already, those that will be printed, and those that stay free.

    A click or the arrow keys choose the label to start at, Enter or a click confirms it. For assistive tools
    it is a slider from the first label to the last.
    """

    confirmed = Signal(int)
    """The label that was clicked, or confirmed with Enter; counted from 1 by rows."""

    def __init__(self, screen: Screen, stock: Stock) -> None:
        super().__init__()
        self._screen = screen
        self._stock = stock
        self._count = 1
        self._pointed = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._speak)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self.updateGeometry)
        self.show_stock(stock)

    def show_stock(self, stock: Stock) -> None:
        """Draw another sheet; a start beyond it becomes its last label."""
        self._stock = stock
        self.setRange(1, stock.per_sheet)
        self.setPageStep(max(1, stock.columns))
        self.updateGeometry()
        self.update()
        self._speak()

    def show_count(self, count: int) -> None:
        """Show how many labels will be printed from the start on."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the sheet in its own proportions."""
        height = self._screen.px(HEIGHT)
        width, length = self._stock.page_mm
        return QSize(round((height - 2 * EDGE) * width / length) + 2 * EDGE, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size that the labels can still be told apart at."""
        return self.sizeHint()

    def label_rectangle(self, number: int) -> QRectF:
        """Return where a label is drawn."""
        scale = (self.height() - 2 * EDGE) / self._stock.page_mm[1]
        cell = self._stock.cell(number)
        return QRectF(
            EDGE + cell.left * scale, EDGE + cell.top * scale, cell.width * scale, cell.height * scale
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the label that was clicked."""
        if number := self._label_at(event.position()):
            self.setValue(number)
            self.confirmed.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the label under the pointer, and say its number."""
        number = self._label_at(event.position())
        if number != self._pointed:
            self._pointed = number
            self.setCursor(Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor)
            text = self._screen.say(self._sentence(number)) if number else ""
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the sheet with the arrow keys, confirm with Enter or the space bar."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._stock.columns,
            Qt.Key.Key_Down: self._stock.columns,
        }
        key = Qt.Key(event.key())
        if key in steps and 1 <= self.value() + steps[key] <= self._stock.per_sheet:
            self.setValue(self.value() + steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.confirmed.emit(self.value())
        elif key not in steps:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keyboard was."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and its labels."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._screen.palette
        painter.setPen(
            QPen(QColor(palette.accent if self.hasFocus() else palette.control), 1 + self.hasFocus())
        )
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        font = self.font()
        font.setPixelSize(self._screen.px(Type.CAPTION))
        painter.setFont(font)
        for number in range(1, self._stock.per_sheet + 1):
            self._paint_label(painter, number)
        painter.end()

    def _paint_label(self, painter: QPainter, number: int) -> None:
        palette = self._screen.palette
        place = self.label_rectangle(number).adjusted(0.5, 0.5, -0.5, -0.5)
        first = self.value()
        if number < first:
            ink, ground, line = palette.control, palette.hover, palette.line
        elif number < first + self._count:
            ink, ground, line = palette.text, palette.accent_soft, palette.accent
        else:
            ink, ground, line = palette.muted, palette.surface, palette.line
        if number == first:
            ink, ground = palette.on_accent, palette.accent
        painter.setPen(QPen(QColor(palette.text if number == self._pointed else line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, 2, 2)
        painter.setPen(QColor(ink))
        if number < first:
            painter.drawLine(place.topLeft(), place.bottomRight())
        elif painter.fontMetrics().height() <= place.height() + 2:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _label_at(self, position: QPointF) -> int:
        labels = range(1, self._stock.per_sheet + 1)
        return next((each for each in labels if self.label_rectangle(each).contains(position)), 0)

    def _sentence(self, number: int) -> Message:
        return message("Start at label {number} of {count}", number=number, count=self._stock.per_sheet)

    def _speak(self) -> None:
        self.setAccessibleName(self._screen.say(self._sentence(self.value())))
        self.update()
