"""The calendar itself: one year or several, painted, gone through by keyboard and mouse."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from alternat.language.messages import message
from alternat.ui.calendar.day_painter import DayPainter
from alternat.ui.calendar.marks import Calendar, title_of_days, words_of_days
from alternat.ui.calendar.names import month_name, weekday_letter
from alternat.ui.calendar.plan import DAYS, Measures, Plan, days_of, month_edge, months_later
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space, Type

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_EDGES = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}

_COLUMNS = ((560, 4), (430, 3), (200, 2), (0, 1))
"""From which width on, in logical pixels at 100 % text, how many months stand side by side."""


_DIVISORS = (12, 6, 4, 3, 2)
SMALLEST, NARROWEST = 14, 13
"""The least height and width of a day where several years stand together, at 100 % text."""


class CalendarGrid(QAbstractScrollArea):
    """Shows the marks of all days; `chosen` tells that other days are selected."""

    chosen = Signal()
    year_wanted = Signal(int)
    """The cursor is to go to a day of a year that is not shown."""
    new_wanted = Signal()
    """Insert was pressed: the selected days are to be avoided."""
    removal_wanted = Signal()
    """Delete was pressed: the dates to avoid among the selected days are to go."""
    menu_wanted = Signal(object)
    """The menu of the selected days is to open at a place on the screen, a `QPoint`."""

    def __init__(self, screen: Screen, today: date) -> None:
        super().__init__()
        self._screen, self._today = screen, today
        self._years: tuple[int, ...] = (today.year,)
        self._calendar = Calendar((), {})
        self._cursor = self._anchor = today
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(False)
        self._plan = self._planned()
        screen.theme_changed.connect(self._lay_out)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last of the selected days."""
        return min(self._cursor, self._anchor), max(self._cursor, self._anchor)

    @property
    def plan(self) -> Plan:
        """Where the days stand, the scroll bar at its top."""
        return self._plan

    def show_calendar(self, years: Sequence[int], calendar: Calendar) -> None:
        """Show these years with their marks, the cursor kept if its day is among them."""
        self._years, self._calendar = tuple(years), calendar
        if self._cursor.year not in self._years:
            self._cursor = self._anchor = date(self._years[0], 1, 1)
        if self._anchor.year not in self._years:
            self._anchor = self._cursor
        self._lay_out()
        self._announce()

    def select(self, first: date, last: date) -> None:
        """Select days and bring them into view."""
        if first.year not in self._years:
            self.year_wanted.emit(first.year)
        self._anchor, self._cursor = first, last if last.year in self._years else first
        self._after_move()

    def sizeHint(self) -> QSize:
        """Return a size at which a year can be read, if not all of it at once."""
        return QSize(self._screen.px(480), self._screen.px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, week to week and month to month; Shift selects what is passed."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            wanted = self._cursor + timedelta(days=_STEPS[key])
        elif key in _MONTHS:
            is_year = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            wanted = months_later(self._cursor, _MONTHS[key] * (12 if is_year else 1))
        elif key in _EDGES:
            wanted = month_edge(self._cursor, end=_EDGES[key])
        elif key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
            return
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
            return
        else:
            super().keyPressEvent(event)
            return
        self._go(wanted, extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the day under the pointer, or with Shift all days up to it."""
        day = self._day_under(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(day, extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select the days that the pointer is drawn over."""
        day = self._day_under(event.position().toPoint())
        if day is not None and event.buttons() & Qt.MouseButton.LeftButton and day != self._cursor:
            self._go(day, extends=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the day under the pointer, or by keyboard of the selected days."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self._plan.day(self._cursor).bottomLeft() - QPoint(0, self.verticalScrollBar().value())
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
            return
        day = self._day_under(event.pos())
        if day is not None:
            first, last = self.days
            if not first <= day <= last:
                self._go(day, extends=False)
            self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what is marked on the day under the pointer."""
        if isinstance(event, QHelpEvent):
            day = self._day_under(event.pos())
            if day is None or not self._calendar.has_words(day):
                QToolTip.hideText()
            else:
                words = words_of_days(day, day, self._calendar, self._screen)
                QToolTip.showText(event.globalPos(), f"{title_of_days(day, day, self._screen)}\n{words}")
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the months out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Quieten the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months that are in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        painter.translate(0, -offset)
        visible = event.rect().translated(0, offset)
        for year, month in self._plan.months():
            if self._plan.month(year, month).adjusted(0, 0, 0, Space.M).intersects(visible):
                self._paint_month(painter, year, month)
        painter.end()

    @property
    def _is_small(self) -> bool:
        return len(self._years) > 1

    def _paint_month(self, painter: QPainter, year: int, month: int) -> None:
        palette, language = self._screen.palette, self._screen.language
        painter.setPen(QColor(palette.text))
        painter.setFont(self._font(Type.CAPTION if self._is_small else Type.BODY, strong=True))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = self._plan.title(year, month)
        painter.drawText(title, align, month_name(month, language, is_short=self._is_small))
        if self._is_small and month == 1:
            gutter = QRect(Space.L, title.top(), title.left() - Space.L, title.height())
            painter.drawText(gutter, align, str(year))
        if not self._is_small:
            painter.setFont(self._font(Type.CAPTION))
            painter.setPen(QColor(palette.muted))
            for weekday in range(DAYS):
                rect = self._plan.weekday(year, month, weekday)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, weekday_letter(weekday, language))
        self._paint_days(painter, year, month)

    def _paint_days(self, painter: QPainter, year: int, month: int) -> None:
        palette, (first, last) = self._screen.palette, self.days
        days = DayPainter(painter, self._screen, self._calendar.sides)
        for day in days_of(year, month):
            rect = self._plan.day(day)
            if first <= day <= last and first != last:
                painter.fillRect(rect, QColor(palette.hover))
            days.day(rect, day, self._calendar.on(day), is_small=self._is_small)
            if day == self._today:
                days.ring(rect.adjusted(1, 1, -1, -1), palette.muted, 1)
            if day == self._cursor:
                days.ring(rect, palette.accent if self.hasFocus() else palette.control)

    def _font(self, size: Type, *, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._screen.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _planned(self) -> Plan:
        px, size = self._screen.px, self.viewport().size()
        if self._is_small:
            measures = Measures(
                size.width(),
                size.height(),
                px(16),
                0,
                px(SMALLEST),
                Space.M,
                Space.S,
                Space.L,
                gutter=px(44),
                columns=self._columns_of_several(size.width()),
            )
        else:
            columns = next(count for width, count in _COLUMNS if size.width() >= px(width))
            measures = Measures(
                size.width(),
                size.height(),
                px(18),
                px(14),
                px(16),
                Space.L,
                Space.S,
                Space.L,
                columns=columns,
            )
        return Plan(self._years, measures)

    def _columns_of_several(self, width: int) -> int:
        """Return how many months stand side by side if the marks on their days are to be told apart."""
        px = self._screen.px
        free = width - 2 * Space.L - px(44)
        return next(
            (
                count
                for count in _DIVISORS
                if (free - (count - 1) * Space.M) // count // DAYS >= px(NARROWEST)
            ),
            1,
        )

    def _lay_out(self) -> None:
        self._plan = self._planned()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._screen.px(40))
        bar.setRange(0, max(0, self._plan.height - height))
        self.viewport().update()

    def _day_under(self, point: QPoint) -> date | None:
        return self._plan.day_at(point + QPoint(0, self.verticalScrollBar().value()))

    def _go(self, day: date, *, extends: bool) -> None:
        if day.year not in self._years:
            self.year_wanted.emit(day.year)
        if day.year not in self._years:
            return
        self._cursor = day
        if not extends:
            self._anchor = day
        self._after_move()

    def _after_move(self) -> None:
        rect, bar = self._plan.day(self._cursor), self.verticalScrollBar()
        if rect.top() < bar.value():
            bar.setValue(rect.top() - Space.XL)
        elif rect.bottom() > bar.value() + self.viewport().height():
            bar.setValue(rect.bottom() - self.viewport().height() + Space.XL)
        self._announce()
        self.viewport().update()
        self.chosen.emit()

    def _announce(self) -> None:
        """Tell a screen reader where the cursor is and what is marked there."""
        years = str(self._years[0]) if not self._is_small else f"{self._years[0]}–{self._years[-1]}"
        self.setAccessibleName(self._screen.say(message("Calendar of {years}", years=years)))
        first, last = self.days
        words = words_of_days(first, last, self._calendar, self._screen)
        self.setAccessibleDescription(f"{title_of_days(first, last, self._screen)}. {words}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
