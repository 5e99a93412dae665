"""The timeline itself: a row for each outcome from its meeting to its day, painted, gone through by keys."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from alternat.language.messages import Message, message
from alternat.nouns.outcomes import OutcomeKind
from alternat.planning.follow_up_spans import FollowUpSpans, OutcomeSpan, SpanGroup
from alternat.planning.outcomes import KINDS, STATES
from alternat.ui.follow_up.timeline.painter import ChartPainter, Line
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space, Type

ROW, GROUP, HEAD = 26, 28, 44
"""The heights of an outcome, of the heading of a topic and of the years above all, at 100 % text."""
NAMES = 250
"""The most that names take on the left, at 100 % text; on a narrow page a third of it."""
YEAR = 110
"""The least width of a year, at 100 % text."""


class FollowUpChart(QAbstractScrollArea):
    """Shows outcomes over the years; `chosen` tells that the cursor has moved, `opened` carries its id."""

    chosen = Signal()
    opened = Signal(int)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._spans = FollowUpSpans((), ())
        self._today = date.min
        self._lines: tuple[Line, ...] = ()
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        screen.theme_changed.connect(self._lay_out)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines from top to bottom."""
        return self._lines

    @property
    def current_line(self) -> int:
        """The line on which the cursor is; -1 for none."""
        return self._current

    @property
    def current(self) -> OutcomeSpan | None:
        """The outcome on which the cursor is."""
        return self._lines[self._current].span if 0 <= self._current < len(self._lines) else None

    def show_spans(self, spans: FollowUpSpans, today: date) -> None:
        """Show outcomes; the cursor stays on its own while that is there."""
        standing, is_new = self.current, not self._lines
        self._spans, self._today = spans, today
        self._lay_out()
        if is_new:
            # Of more years than fit, the present is seen first.
            bar = self.horizontalScrollBar()
            bar.setValue(round(self.x_of(today) + bar.value() - self.viewport().width() * 2 / 3))
        self._current = self._line_of(standing.outcome) if standing else -1
        self._announce()

    def select(self, outcome: int) -> bool:
        """Put the cursor on an outcome and bring it into view; false where it is not shown."""
        at = self._line_of(outcome)
        if at >= 0:
            self._go(at)
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from outcome to outcome, and sideways through the years; Enter opens."""
        key, rows = event.key(), [at for at, line in enumerate(self._lines) if line.span]
        if not rows or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        at = rows.index(self._current) if self._current in rows else -1
        page = max(1, (self.viewport().height() - self.head) // self._screen.px(ROW) - 1)
        steps = {
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: max(at, 1) - 1,
            Qt.Key.Key_PageDown: at + page,
            Qt.Key.Key_PageUp: at - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }
        bar = self.horizontalScrollBar()
        if key in steps:
            self._go(rows[min(max(steps[Qt.Key(key)], 0), len(rows) - 1)])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_Right else -1) * self._screen.px(YEAR) // 2)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current.outcome)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the outcome under the pointer."""
        at = self._line_at(event.position().toPoint())
        if at >= 0 and self._lines[at].span:
            self._go(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the outcome under the pointer."""
        at = self._line_at(event.position().toPoint())
        span = self._lines[at].span if at >= 0 else None
        if span:
            self.opened.emit(span.outcome)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tip what the outcome under the pointer is, or whose meeting a mark is."""
        if isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the years out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor, on the first outcome where it is on none."""
        super().focusInEvent(event)
        if self._current < 0:
            self._current = next((at for at, line in enumerate(self._lines) if line.span), -1)
            self._announce()
            self.chosen.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Quieten the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are in view, and the years above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ChartPainter(painter, self._screen, self).paint(event.rect(), self._spans, self._today)
        painter.end()

    def x_of(self, day: date) -> float:
        """Return where a day stands, in pixels from the left edge of the viewport."""
        first = self._spans.years[0]
        begins = date(day.year, 1, 1)
        part = (day - begins).days / (date(day.year, 12, 31) - begins).days
        return self.names + (day.year - first + part) * self.year - self.horizontalScrollBar().value()

    # Measures.

    @property
    def head(self) -> int:
        """The height of what stands above the lines."""
        return self._screen.px(HEAD)

    @property
    def names(self) -> int:
        """The width of what stands before the bars."""
        return min(self._screen.px(NAMES), self.viewport().width() // 3)

    @property
    def year(self) -> int:
        """The width of a year."""
        first, last = self._spans.years
        room = self.viewport().width() - self.names - self._screen.px(90)
        return max(self._screen.px(YEAR), room // (last - first + 1))

    def _lay_out(self) -> None:
        lines, top = [], 0
        for group in self._spans.groups:
            lines.append(Line(top, self._screen.px(GROUP), group))
            top += self._screen.px(GROUP)
            for span in group.spans:
                lines.append(Line(top, self._screen.px(ROW), group, span))
                top += self._screen.px(ROW)
        self._lines = tuple(lines)
        first, last = self._spans.years
        view = self.viewport().size()
        wide = self.names + (last - first + 1) * self.year + self._screen.px(90)
        for bar, whole, page in (
            (self.verticalScrollBar(), top + self.head + Space.M, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(self._screen.px(ROW))
            bar.setRange(0, max(0, whole - page))
        self.viewport().update()

    def _line_of(self, outcome: int) -> int:
        found = (at for at, line in enumerate(self._lines) if line.span and line.span.outcome == outcome)
        return next(found, -1)

    def _line_at(self, point: QPoint) -> int:
        y = point.y() - self.head + self.verticalScrollBar().value()
        if point.y() < self.head:
            return -1
        found = (at for at, line in enumerate(self._lines) if line.top <= y < line.top + line.height)
        return next(found, -1)

    def _go(self, at: int) -> None:
        self._current = at
        line, bar = self._lines[at], self.verticalScrollBar()
        room = self.viewport().height() - self.head
        if line.top < bar.value():
            bar.setValue(max(0, line.top - self._screen.px(GROUP)))
        elif line.top + line.height > bar.value() + room:
            bar.setValue(line.top + line.height - room)
        self._announce()
        self.viewport().update()
        self.chosen.emit()

    # Words.

    def topic(self, group: SpanGroup) -> str:
        """Return the heading of a topic."""
        return self._screen.read(group.name) or self._screen.say(message("On no topic"))

    def standing(self, span: OutcomeSpan) -> Message:
        """Return how far an outcome has come, in words."""
        if span.is_overdue:
            return message("{state}, overdue", state=STATES[span.state])
        return STATES[span.state] if span.is_open or not span.state.is_open else KINDS[OutcomeKind.NOTED]

    def _words(self, span: OutcomeSpan) -> Message:
        names = {"code": span.code, "name": span.name, "state": self.standing(span)}
        if span.due:
            return message("{code}, {name}: {state}; due on {due}", due=span.due, **names)
        return message("{code}, {name}: {state}", **names)

    def _words_at(self, point: QPoint) -> str:
        at = self._line_at(point)
        if at >= 0:
            line = self._lines[at]
            return self._screen.say(self._words(line.span)) if line.span else self.topic(line.group)
        first = self._spans.years[0]
        near = [
            each
            for each in self._spans.marks
            if each.day.year >= first and abs(self.x_of(each.day) - point.x()) <= Space.S
        ]
        told = (message("{day}: {name}", day=each.day, name=each.name) for each in near)
        return "\n".join(map(self._screen.say, told)) if point.x() >= self.names else ""

    def _announce(self) -> None:
        """Tell a screen reader on which outcome the cursor is."""
        span = self.current
        text = self._screen.say(self._words(span)) if span else ""
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def elided(self, text: str, room: QRect) -> str:
        """Return a text as it fits into a room; the tip has it whole."""
        return QFontMetrics(self.font_of(Type.BODY)).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width()
        )

    def font_of(self, size: Type, *, strong: bool = False) -> QFont:
        """Return the font of a size."""
        font = QFont(self.font())
        font.setPixelSize(self._screen.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font
