"""The calendar page: the days of both countries, who hosts, which dates suit, and the meeting's own steps."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from alternat.actions.calendars import remove_avoid_dates
from alternat.actions.editions import new_edition
from alternat.language.messages import message
from alternat.planning.editions import carry_over, carry_told
from alternat.storage.changes import Changes
from alternat.ui.calendar.avoid_panel import AvoidPanel
from alternat.ui.calendar.finder_panel import FinderPanel
from alternat.ui.calendar.grid import CalendarGrid
from alternat.ui.calendar.hosts_panel import HostsPanel
from alternat.ui.calendar.legend import Legend
from alternat.ui.calendar.marks import read_calendar, title_of_days, words_of_days
from alternat.ui.calendar.meeting_panel import MeetingPanel
from alternat.ui.calendar.notice_dialog import NoticeDialog
from alternat.ui.desk.meetings_in_view import meetings_in_view
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import CONTROL_HEIGHT, Space
from alternat.ui.parts.dialogs import asking
from alternat.ui.parts.dialogs.setbacks import change_in_view
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import only_reads, only_writes
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented

SEVERAL = 5
"""How many years stand together in the view of several years."""
LOWEST = 240
"""The least height of the painted calendar, in logical pixels at 100 % text."""
EARLIEST, LATEST = 1950, 2150
"""The years that can be gone to."""


class CalendarPage(Page):
    """A painted year or several, with the panels that work on the days beside it."""

    def build(self) -> None:
        """Make the calendar, its bar, its legend and the panels."""
        desk, screen = self.desk, self.desk.screen
        self._year = desk.today().year
        self._meeting: int | None = None
        self._calendar = read_calendar(desk.tables, date(self._year, 1, 1), date(self._year, 1, 1))
        self.grid = CalendarGrid(screen, desk.today())
        self.legend = Legend(screen, self._calendar.sides)
        self.meeting = MeetingPanel(desk, self._calendar.sides)
        self.finder = FinderPanel(desk)
        self.avoid = AvoidPanel(desk, lambda: self.grid.days)
        self.hosts = HostsPanel(desk)
        self._edition = QAction(self)
        self._edition.setProperty(ICON_PROPERTY, "calendar-plus")
        self._edition.setObjectName("new-edition")
        self.wording.put(self._edition.setText, message("New edition"))
        self._build_inspector()
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Show the days, and what the panels show."""
        if self.desk.meeting != self._meeting:
            self._meeting = self.desk.meeting
            self._go_to_meeting()
        self._show_days()
        for panel in (self.meeting, self.finder, self.avoid, self.hosts):
            panel.load()
        self._edition.setEnabled(self.desk.meeting is not None)

    def retranslate(self) -> None:
        """Rename what the page's wording does not know."""
        for panel in (self.meeting, self.finder, self.avoid, self.hosts, self.legend):
            panel.wording.say_again()
        self.meeting.aside.wording.say_again()

    def primary_action(self) -> QAction | None:
        """Return the command that makes the next meeting from the last one."""
        return self._edition

    def inspector(self) -> QWidget | None:
        """Return the panels beside the calendar."""
        return self._inspector

    def _show_days(self) -> None:
        first, last = self._years()[0], self._years()[-1]
        self._calendar = read_calendar(self.desk.tables, date(first, 1, 1), date(last, 12, 31))
        self.grid.show_calendar(self._years(), self._calendar)
        self._shown_years.setText(str(first) if first == last else f"{first}–{last}")
        self._show_selection()

    def _years(self) -> tuple[int, ...]:
        if self.view.value == SEVERAL:
            return tuple(range(self._year, self._year + SEVERAL))
        return (self._year,)

    def _show_selection(self) -> None:
        first, last = self.grid.days
        title = title_of_days(first, last, self.desk.screen)
        is_too_wide = self._day.fontMetrics().horizontalAdvance(title) > self.width() - 2 * Space.XL
        self._day.setText(f"{first} – {last}" if is_too_wide and first != last else title)
        self._words.setText(words_of_days(first, last, self._calendar, self.desk.screen))
        self._use.setEnabled(self.desk.meeting is not None)
        self.dialogue.setVisible(bool(self._dialogues()))

    def _dialogues(self) -> tuple[int, ...]:
        """Return the meetings of existing dialogues on the selected days."""
        return self._calendar.dialogues_on(*self.grid.days)

    def _show_dialogue(self) -> None:
        """Go to the first meeting of an existing dialogue on the selected days."""
        if found := self._dialogues():
            self.desk.show_place(Place("dialogue_meeting", found[0]))

    def _go_to_meeting(self) -> None:
        meeting = self.desk.meeting
        if meeting is None:
            return
        row = self.desk.tables.Meeting.get_by_id(meeting)
        if row.year not in self._years():
            self._year = row.year
        self._show_days()
        if row.starts is not None:
            self.grid.select(row.starts, row.ends or row.starts)

    def _go_to_year(self, year: int) -> None:
        step = SEVERAL if self.view.value == SEVERAL else 1
        if EARLIEST <= year <= LATEST - step:
            self._year = year
            self._show_days()

    def _bring_up_year(self, year: int) -> None:
        """Show a year that the cursor goes to, moving several years along by as little as that takes."""
        shown = self._years()
        self._go_to_year(year if year < shown[0] or len(shown) == 1 else year - SEVERAL + 1)

    def _set_dates(self, starts: date, ends: date) -> None:
        def select(changes: Changes | None) -> None:
            if changes:
                self.grid.select(starts, ends)

        change_in_view(self.desk, {"starts": starts, "ends": ends}, self, then=select)

    def _make_edition(self) -> None:
        """Tell who and what comes along, then make the next meeting from the last one and show it."""
        tables = self.desk.tables
        meetings = meetings_in_view(tables)
        if not meetings:
            return
        sides = [(row.code, row.country) for row in tables.Side.select().order_by(tables.Side.number)]
        told = carry_told(carry_over(tables, meetings[0].id), sides)
        question = message("Make the next meeting from {reference}?", reference=meetings[0].reference)
        if not asking.ask(self.desk.screen, question, told, message("Make it")):
            return
        changes = self.desk.attempt(lambda: new_edition(self.desk.workspace, meetings[0].id))
        if changes:
            self.desk.set_meeting(changes.inserted("meeting")[0])
            self._choose_panel("meeting")

    def _avoid_selected(self) -> None:
        self._choose_panel("avoid")
        self.inspector_wanted.emit()
        self.avoid.add_selected()

    def _avoided(self) -> list[int]:
        """Return the dates to avoid that the selected days touch."""
        first, last = self.grid.days
        avoid = self.desk.tables.AvoidDates
        return [row.id for row in avoid.select().where(avoid.starts <= last, avoid.ends >= first)]

    def _remove_avoided(self) -> None:
        if found := self._avoided():
            self.desk.attempt(lambda: remove_avoid_dates(self.desk.workspace, found))

    def _change_avoided(self) -> None:
        """Bring the dates to avoid that the selected days touch up in their panel."""
        if found := self._avoided():
            self._choose_panel("avoid")
            self.inspector_wanted.emit()
            self.avoid.show_entry(found[0])

    def _open_menu(self, at: QPoint) -> None:
        """Offer what can be done with the selected days."""
        self.menu = self._menu()
        self.menu.popup(at)

    def _menu(self) -> QMenu:
        say, found = self.desk.screen.say, bool(self._avoided())
        menu = QMenu(self)
        has_meeting = self.desk.meeting is not None
        for name, text, run, is_possible in (
            ("add", message("Avoid these days"), self._avoid_selected, True),
            ("change", message("Change the dates to avoid"), self._change_avoided, found),
            ("remove", message("Remove the dates to avoid"), self._remove_avoided, found),
            (
                "use",
                message("Set as the meeting’s dates"),
                lambda: self._set_dates(*self.grid.days),
                has_meeting,
            ),
            (
                "dialogue",
                message("Show the existing dialogue"),
                self._show_dialogue,
                bool(self._dialogues()),
            ),
        ):
            action = menu.addAction(say(text))
            action.setObjectName(name)
            action.setEnabled(is_possible)
            action.triggered.connect(run)
        return menu

    def _choose_panel(self, name: object) -> None:
        self.panel.choose(name)
        self._panels.setCurrentWidget(getattr(self, str(name)))

    def _build_inspector(self) -> None:
        self.panel = Segmented(
            self.desk.screen,
            message("What the panel shows"),
            [
                ("meeting", message("Meeting")),
                ("finder", message("Find")),
                ("avoid", message("Avoid")),
                ("hosts", message("Hosts")),
            ],
        )
        self._panels = QStackedWidget()
        only_reads(self.panel, self.finder, self.hosts)
        for panel in (self.meeting, self.finder, self.avoid, self.hosts):
            self._panels.addWidget(panel)
        self._choose_panel("meeting")
        self._inspector = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.M, Space.L, 0)
        row.addWidget(self.panel)
        row.addStretch()
        column = QVBoxLayout(self._inspector)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._panels, 1)

    def _lay_out(self) -> None:
        screen = self.desk.screen
        self.view = Segmented(
            screen,
            message("How many years to show"),
            [(1, message("One year")), (SEVERAL, message("Several years"))],
        )
        self.view.choose(1)
        self._earlier = IconButton(screen, message("Earlier"), "chevron-left")
        self._later = IconButton(screen, message("Later"), "chevron-right")
        self._shown_years = label("title")
        self._today = Button(screen, message("Today"), kind="quiet")
        self.notice = Button(screen, message("Load a notice…"), icon="file-input", kind="quiet")
        bar = FlowBar(self.view, self._earlier, self._shown_years, self._later, self._today, self.notice)
        self._day, self._words = label("strong"), label("", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._use = Button(screen, message("Set as the meeting’s dates"), icon="calendar-days")
        self._avoid = Button(screen, message("Avoid these days"), icon="plus")
        self.dialogue = Button(screen, message("Show the existing dialogue"), kind="link")
        only_reads(self.dialogue)
        only_writes(self.notice, self._use, self._avoid)
        strip = QVBoxLayout()
        strip.setContentsMargins(Space.L, 0, Space.L, Space.M)
        strip.setSpacing(Space.XS)
        strip.addWidget(FlowBar(self._day, self._use, self._avoid, self.dialogue))
        strip.addWidget(self._words)
        strip.addSpacing(Space.S)
        strip.addWidget(self.legend)
        sheet = QWidget()
        surface(sheet, "page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, 0, Space.L, 0)
        top.addWidget(bar)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addLayout(strip)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(area.setAccessibleName, message("Calendar"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep enough room for the days however large the text is; the page scrolls if need be."""
        self._day.setMinimumWidth(self.desk.screen.px(120))
        self.grid.setMinimumHeight(self.desk.screen.px(LOWEST))
        for words in (self._day, self._shown_years):
            words.setMinimumHeight(self.desk.screen.px(CONTROL_HEIGHT))

    def _connect(self) -> None:
        self.desk.screen.theme_changed.connect(self._keep_room)
        self.view.chosen.connect(lambda _: self._show_days())
        self._earlier.clicked.connect(lambda: self._go_to_year(self._year - 1))
        self._later.clicked.connect(lambda: self._go_to_year(self._year + 1))
        self._today.clicked.connect(lambda: self.grid.select(self.desk.today(), self.desk.today()))
        self.panel.chosen.connect(self._choose_panel)
        self.grid.chosen.connect(self._show_selection)
        self.grid.year_wanted.connect(self._bring_up_year)
        self.grid.new_wanted.connect(self._avoid_selected)
        self.grid.removal_wanted.connect(self._remove_avoided)
        self.grid.menu_wanted.connect(self._open_menu)
        self.notice.clicked.connect(lambda: NoticeDialog(self.desk, self).open())
        self._avoid.clicked.connect(self._avoid_selected)
        self.dialogue.clicked.connect(self._show_dialogue)
        self._use.clicked.connect(lambda: self._set_dates(*self.grid.days))
        self.finder.days_wanted.connect(self.grid.select)
        self.finder.dates_chosen.connect(self._set_dates)
        self._edition.triggered.connect(self._make_edition)
