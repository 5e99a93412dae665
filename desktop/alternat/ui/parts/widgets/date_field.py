"""A day that is typed or chosen from a calendar, and that may be missing."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import restyle, surface
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.parts.widgets.text_fields import LineField

_WRITTEN = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*")


def read_day(text: str) -> date | None:
    """Return the day written as `2027-06-12`, `2027/6/12` or `2027年6月12日`; None where it is none.

    >>> read_day("2027年6月12日")
    datetime.date(2027, 6, 12)
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class NotADay(AlternatError):
    """What was typed is not a day."""

    template = mark("“{text}” is not a day. Write it as in 2027-06-15.")


class DayStays(NotADay):
    """What was typed in the place of a day is not one."""

    template = mark("“{text}” is not a day, so {day} stays. Write it as in 2027-06-15.")


class DateField(QWidget):
    """A field for a day; `committed` carries the new day, or None where it was emptied."""

    committed = Signal(object)
    refused = Signal(object)
    """What was typed is not a day; carries the error."""

    def __init__(self, screen: Screen, name: Message) -> None:
        super().__init__()
        self._screen, self._name = screen, name
        self._day: date | None = None
        self._before: date | None = None
        self._proposal: date | None = None
        self._is_refused = False
        self.tells_beside = True
        """Whether it tells by itself what was refused; a row has its own place for that."""
        self.field = LineField()
        self.field.committed.connect(self._read)
        self.field.textEdited.connect(lambda _text: restyle(self.field, "missing", ""))
        self._open = IconButton(screen, message("Choose from a calendar"), "calendar-days")
        self._open.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field)
        row.addWidget(self._open)
        self.setFocusProxy(self.field)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._measure)
        self._speak()
        self._measure()

    def show_day(self, day: date | None, proposal: date | None = None, *, over: bool = False) -> None:
        """Show a stored day; `proposal` is where the calendar opens while there is none.

        What is being typed stays, unless the day is to be shown `over` that.
        """
        self._day, self._proposal, self._is_refused = day, proposal, False
        self.field.show_text(day.isoformat() if day else "", over=over)
        restyle(self.field, "missing", "")
        if not self.field.isReadOnly():
            self.field.setToolTip("")

    @property
    def day(self) -> date | None:
        """The day that stands in the field, None where it is empty."""
        return self._day

    def take_back(self) -> None:
        """Know that the day given last was refused, so that the one before it stays."""
        self._day, self._is_refused = self._before, True

    def open_calendar(self) -> None:
        """Open a calendar under the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(popup, "popup")
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(self._screen.language.locale))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self._screen.say(self._name))
        shown = self._day or self._proposal
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def choose(chosen: QDate) -> None:
            popup.close()
            self._commit(date(chosen.year(), chosen.month(), chosen.day()))

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        QVBoxLayout(popup).addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()

    def _read(self, text: str) -> None:
        day = read_day(text)
        if day is None and text.strip():
            restyle(self.field, "missing", "true")
            self._refuse(text)
            return
        self._commit(day)

    def _refuse(self, text: str) -> None:
        """Say why a text is not taken, and what stays: below the field in a row, beside it without one."""
        self._is_refused, said = True, text.strip()
        error = NotADay(text=said) if self._day is None else DayStays(text=said, day=self._day)
        self.refused.emit(error)
        if self.tells_beside:
            sentence = self._screen.say_error(error)
            self.field.setToolTip(sentence)
            QToolTip.showText(self.field.mapToGlobal(QPoint(0, self.field.height())), sentence, self.field)

    def _commit(self, day: date | None) -> None:
        if day != self._day or self._is_refused:
            before = self._day
            self.show_day(day, self._proposal)
            self._before = before
            self.committed.emit(day)

    def _speak(self) -> None:
        self.field.setAccessibleName(self._screen.say(self._name))
        self.field.setPlaceholderText(self._screen.say(message("YYYY-MM-DD")))

    def _measure(self) -> None:
        self.field.setFixedWidth(self._screen.px(118))
