"""The date finder: stretches of days for the meeting, each with what speaks against it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from alternat.language.formats import date_span
from alternat.language.messages import counted, message
from alternat.planning.dates import MOST_DAYS, MOST_TRAVEL, Candidate, find_dates
from alternat.ui.calendar.sheet import Sheet, emptied
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.wheel import NumberField

PAGE = 8
"""How many more candidates are listed at a time."""


class FinderPanel(QWidget):
    """Asks for days, travel and a season, and lists the candidates, the best first."""

    days_wanted = Signal(object, object)
    """A candidate is to be shown in the calendar: its first and its last day."""
    dates_chosen = Signal(object, object)
    """A candidate is to become the meeting's dates."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: tuple[Candidate, ...] = ()
        self._meeting: int | None = None
        self.wording = Wording(desk.screen)
        self.length, self.travel = NumberField(), NumberField()
        self.length.setRange(1, MOST_DAYS)
        self.length.setValue(2)
        self.travel.setRange(0, MOST_TRAVEL)
        self.travel.setValue(1)
        self.first = DateField(desk.screen, message("Search from"))
        self.last = DateField(desk.screen, message("Search to"))
        self._between: tuple[date, date] = (desk.today(), desk.today())
        self.search_button = Button(desk.screen, message("Find dates"), icon="search", kind="primary")
        self.more = Button(desk.screen, message("Show more"), kind="link")
        self._count = label("muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self._lay_out()
        self.search_button.clicked.connect(self.search)
        self.more.clicked.connect(self._show_more)
        self.first.committed.connect(lambda day: self._set(first=day))
        self.last.committed.connect(lambda day: self._set(last=day))

    def load(self) -> None:
        """Propose the year of the meeting in view, and search again where something was found before."""
        if self._desk.meeting != self._meeting:
            self._meeting = self._desk.meeting
            row = None if self._meeting is None else self._desk.tables.Meeting.get_by_id(self._meeting)
            year = row.year if row is not None else self._desk.today().year + 1
            self._between = (date(year, 1, 1), date(year, 12, 31))
            if row is not None and row.starts is not None and row.ends is not None:
                self.length.setValue((row.ends - row.starts).days + 1)
            self._found = ()
        self.first.show_day(self._between[0])
        self.last.show_day(self._between[1])
        if self._found:
            self.search()
        else:
            self._show(())

    def search(self) -> None:
        """Look for stretches of days and list the best."""
        first, last = self._between
        found = self._desk.attempt(
            lambda: find_dates(
                self._desk.tables,
                days=self.length.value(),
                first=first,
                last=last,
                travel=self.travel.value(),
            )
        )
        self._show(found or ())

    def _set(self, *, first: date | None = None, last: date | None = None) -> None:
        self._between = (first or self._between[0], last or self._between[1])
        self.first.show_day(self._between[0])
        self.last.show_day(self._between[1])

    def _show(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        self._shown = 0
        emptied(self._rows)
        free = sum(not each.against for each in found)
        text = counted(
            "{count} stretch of days; against {free} nothing speaks.",
            "{count} stretches of days; against {free} of them nothing speaks.",
            len(found),
            free=free,
        )
        self._count.setText(self._desk.screen.say(text) if found else "")
        self._count.setVisible(bool(found))
        self._show_more()

    def _show_more(self) -> None:
        for candidate in self._found[self._shown : self._shown + PAGE]:
            self._rows.addWidget(self._row(candidate))
        self._shown = min(len(self._found), self._shown + PAGE)
        self.more.setVisible(self._shown < len(self._found))

    def _row(self, candidate: Candidate) -> QWidget:
        screen = self._desk.screen
        row = QFrame()
        surface(row, "card")
        column = QVBoxLayout(row)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        span = Button(
            screen, spoken(date_span(candidate.starts, candidate.ends, screen.language)), kind="link"
        )
        span.setToolTip(screen.say(message("Show in the calendar")))
        span.clicked.connect(lambda: self.days_wanted.emit(candidate.starts, candidate.ends))
        column.addWidget(span, 0, Qt.AlignmentFlag.AlignLeft)
        for against in candidate.against:
            column.addWidget(label("note", screen.say(against), wrap=True))
        if not candidate.against:
            column.addWidget(label("caption", screen.say(message("Nothing speaks against it."))))
        use = Button(screen, message("Set as the meeting’s dates"))
        use.setEnabled(self._desk.meeting is not None)
        use.clicked.connect(lambda: self.dates_chosen.emit(candidate.starts, candidate.ends))
        column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        rows = (
            (message("Days of meeting"), self.length),
            (message("Travel days each way"), self.travel),
            (message("Search from"), self.first),
            (message("Search to"), self.last),
        )
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, control in rows:
            caption = label("muted")
            self.wording.put(caption.setText, text)
            self.wording.put(control.setAccessibleName, text)
            form.addRow(caption, control)
        sheet = Sheet(self.wording, message("Find dates"))
        sheet.column.addLayout(form)
        sheet.column.addWidget(self.search_button, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addWidget(self._count)
        sheet.column.addLayout(self._rows)
        sheet.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)
