"""The dialog that takes an official notice of days off into the calendar: pick, see what changes, confirm."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from alternat.actions.calendars import NoticeLine, read_notice_file, set_notice_days
from alternat.errors import AlternatError
from alternat.language.formats import long_date
from alternat.language.messages import Message, counted, message
from alternat.planning.notices import NoticeChange, NoticeChangeKind, notice_changes
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented

_WIDTH, _HEIGHT = 620, 480


class NoticeDialog(QDialog):
    """Shows day by day what a notice changes in the calendar of one side; nothing is written before."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[NoticeLine, ...] = ()
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Load an official notice of days off")))
        sides = list(desk.tables.Side.select().order_by(desk.tables.Side.number))
        self.side = Segmented(
            screen, message("Whose notice it is"), [(side.code, spoken(side.country)) for side in sides]
        )
        if sides:
            self.side.choose(sides[-1].code)
        self.pick = Button(screen, message("Choose the file…"), icon="folder-open")
        self.explains = label("caption", wrap=True)
        self.explains.setText(
            screen.say(
                message(
                    "A CSV file in UTF-8 with the columns day (2027-02-06), kind (day-off or working-day), "
                    "name_en, name_fr, name_zh, provisional (yes or no) and source; all but the first two "
                    "may be missing. Or a JSON file of the same, or as China’s notice is published by third "
                    "parties. It takes the place of what stood there for its years."
                )
            )
        )
        self.told = label("strong", wrap=True)
        self.days = QListWidget()
        self.days.setWordWrap(True)
        self.days.setAccessibleName(screen.say(message("What the notice changes")))
        self.go = Button(screen, message("Take it into the calendar"), kind="primary")
        self.go.setEnabled(False)
        self._back = Button(screen, message("Close"), kind="quiet")
        self._lay_out()
        self.side.chosen.connect(lambda _: self._show())
        self.pick.clicked.connect(self._pick)
        self.go.clicked.connect(self._take)
        self._back.clicked.connect(self.reject)

    def open_file(self, path: str) -> None:
        """Read a notice and show what it changes, or what is wrong with it by row and field."""
        self._lines = ()
        try:
            self._lines = read_notice_file(Path(path))
        except AlternatError as error:
            self.days.clear()
            self.go.setEnabled(False)
            self.told.setText(self._desk.screen.say_error(error))
            return
        self._show()

    def _pick(self) -> None:
        say = self._desk.screen.say
        kinds = f"{say(message('Notices of days off'))} (*.csv *.json)"
        path = QFileDialog.getOpenFileName(self, self.windowTitle(), str(Path.home()), kinds)[0]
        if path:
            self.open_file(path)

    def _show(self) -> None:
        if not self._lines:
            return
        say = self._desk.screen.say
        days = {line.day: line.kind for line in self._lines}
        open_days = frozenset(line.day for line in self._lines if line.is_provisional)
        names = {line.day: line.name for line in self._lines}
        changes = notice_changes(self._desk.tables, str(self.side.value), days, names, open_days)
        self.days.clear()
        for change in changes:
            self.days.addItem(f"{self._long(change.day)} – {say(_words(change))}")
        years = ", ".join(str(year) for year in sorted({day.year for day in days}))
        told = counted(
            "{years}: {count} day changes, {rest} stay as they are.",
            "{years}: {count} days change, {rest} stay as they are.",
            len(changes),
            years=years,
            rest=sum(1 for day in days if day not in {change.day for change in changes}),
        )
        self.told.setText(say(told))
        self.go.setEnabled(True)

    def _long(self, day: date) -> str:
        return long_date(day, self._desk.screen.language)

    def _take(self) -> None:
        side, lines = str(self.side.value), self._lines
        if self._desk.attempt(lambda: set_notice_days(self._desk.workspace, side, lines)) is not None:
            self.accept()

    def _lay_out(self) -> None:
        self._desk.screen.give_size(self, _WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        head = QHBoxLayout()
        head.addWidget(self.side)
        head.addWidget(self.pick)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self.explains)
        column.addWidget(self.told)
        column.addWidget(self.days, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._back)
        foot.addWidget(self.go)
        column.addLayout(foot)


def _words(change: NoticeChange) -> Message:
    templates = {
        NoticeChangeKind.NEW_DAY_OFF: message("new day off: {name}", name=change.name),
        NoticeChangeKind.NEW_WORKING_DAY: message("make-up working day: {name}", name=change.name),
        NoticeChangeKind.NO_LONGER: message("no longer marked: {name}", name=change.name),
        NoticeChangeKind.NOW_FIRM: message("no longer provisional: {name}", name=change.name),
        NoticeChangeKind.OTHERWISE: message("told otherwise: {name}", name=change.name),
    }
    return templates[change.kind]
