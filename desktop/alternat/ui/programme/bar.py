"""The bar above the programme: which view, how large, and which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from alternat.language.formats import long_date
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.wheel import Tabs
from alternat.ui.programme.commands import ProgrammeCommands


class ProgrammeBar(QWidget):
    """Timeline, table or rooms; zoom, running late, and the other commands."""

    def __init__(self, screen: Screen, commands: ProgrammeCommands) -> None:
        super().__init__()
        self._commands = commands
        self.mode = Segmented(
            screen,
            message("View"),
            (
                ("timeline", message("Timeline")),
                ("table", message("Table")),
                ("rooms", message("Rooms")),
            ),
        )
        self.mode.choose("timeline")
        late = Button(screen, message("Running late…"), icon="timer")
        late.clicked.connect(commands.late.trigger)
        commands.late.changed.connect(lambda: late.setEnabled(commands.late.isEnabled()))
        smaller = IconButton(screen, message("Show minutes smaller"), "zoom-out")
        larger = IconButton(screen, message("Show minutes larger"), "zoom-in")
        smaller.clicked.connect(commands.zoom_out.trigger)
        larger.clicked.connect(commands.zoom_in.trigger)
        self._zooming = (smaller, larger)
        self._more = IconButton(screen, message("More commands"), "ellipsis")
        self._more.clicked.connect(self._open_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.L, 0)
        row.addWidget(self.mode)
        row.addStretch()
        for widget in (smaller, larger, late, self._more):
            row.addWidget(widget)

    def show_zooming(self, *, is_shown: bool) -> None:
        """Show the buttons that zoom, or not."""
        for button in self._zooming:
            button.setVisible(is_shown)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.addActions(list(self._commands.all))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class DayTabs(Tabs):
    """One tab for each day of the programme."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._days: tuple[date, ...] = ()
        self.setExpanding(False)
        self.setDrawBase(False)
        screen.language_changed.connect(self._speak)
        self._speak()

    @property
    def day(self) -> date | None:
        """The day in view."""
        at = self.currentIndex()
        return self._days[at] if 0 <= at < len(self._days) else None

    def show_days(self, days: Sequence[date]) -> None:
        """Offer these days; the one in view stays."""
        wanted = self.day
        with QSignalBlocker(self):
            self._days = tuple(days)
            while self.count() > len(days):
                self.removeTab(self.count() - 1)
            while self.count() < len(days):
                self.addTab("")
            if wanted in self._days:
                self.setCurrentIndex(self._days.index(wanted))
        self._speak()

    def choose(self, day: date) -> None:
        """Bring a day into view, if it is offered."""
        if day in self._days:
            self.setCurrentIndex(self._days.index(day))

    def _speak(self) -> None:
        self.setAccessibleName(self._screen.say(message("Days")))
        for at, day in enumerate(self._days):
            self.setTabText(at, long_date(day, self._screen.language))
