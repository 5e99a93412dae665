"""Which meeting is in view: a button that shows it, and the list it opens, where one can be added."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from alternat.actions.meetings import add_meeting
from alternat.language.messages import Message, message
from alternat.nouns.meetings import YEARS
from alternat.planning.hosting import turn_in, year_to_propose
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import MeetingInView, meetings_in_view
from alternat.ui.desk.reads import Reads
from alternat.ui.look.icons import pixmap
from alternat.ui.look.style import hairline, label, surface
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import SideDot
from alternat.ui.parts.widgets.wheel import NumberField


class MeetingSelector(QPushButton):
    """Shows the host's colour, the year, the city and how many days are left; opens the list of meetings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "quiet")
        self._dot = SideDot(desk.screen)
        self._title, self._days, self._arrow = label("strong"), label("muted"), QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, 0, Space.M, 0)
        self._row.setSpacing(Space.S)
        for part in (self._dot, self._title, self._days, self._arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)
        desk.meeting_changed.connect(self.load)
        self._reads = Reads(desk, self, self.load)
        desk.screen.language_changed.connect(self.load)
        desk.screen.theme_changed.connect(self.load)
        self.load()

    def sizeHint(self) -> QSize:
        """Return the size that the labels need."""
        return QSize(self._row.sizeHint().width() + Space.XS, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size that the labels need, since none of them may be cut off."""
        return self.sizeHint()

    def load(self) -> None:
        """Show the meeting in view."""
        screen = self._desk.screen
        with self._reads.noting():
            meetings = meetings_in_view(self._desk.tables)
        shown = next((each for each in meetings if each.id == self._desk.meeting), None)
        self._arrow.setPixmap(pixmap("chevrons-up-down", screen.palette.muted, screen.px(ICON - 2)))
        self._dot.setVisible(shown is not None)
        if shown is None:
            self._title.setText(screen.say(message("No meeting yet")))
            self._days.setText("")
            self.setAccessibleName(self._title.text())
        else:
            nearness = shown.nearness(self._desk.today())
            self._dot.show_colour(shown.colour)
            self._title.setText(shown.title(screen))
            self._days.setText(screen.say(nearness) if nearness else shown.standing(screen))
            self.setAccessibleName(screen.say(_spoken(shown, self._days.text())))
        self._days.setVisible(bool(self._days.text()))
        self.setToolTip(screen.say(message("Choose or add a meeting")))
        self.updateGeometry()

    def open_list(self) -> None:
        """Open the list of meetings under the button."""
        popup = MeetingPopup(self._desk, self)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()
        popup.list.setFocus()

    def open_form(self) -> None:
        """Open the list with the form for a new meeting."""
        popup = MeetingPopup(self._desk, self)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()
        popup.unfold()


def _spoken(shown: MeetingInView, standing: str) -> Message:
    return message(
        "Meeting {reference}, {city}, hosted by {host}: {standing}",
        reference=shown.reference,
        city=shown.city,
        host=shown.host,
        standing=standing,
    )


class MeetingPopup(QFrame):
    """The meetings, the latest first, and under them the way to add one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        surface(self, "popup")
        self.list = QListWidget()
        self.list.setAccessibleName(desk.screen.say(message("Meetings")))
        self.list.itemActivated.connect(self._enter)
        self.list.itemClicked.connect(self._enter)
        self._add = Button(desk.screen, message("Add a meeting"), icon="calendar-plus", kind="quiet")
        self._add.clicked.connect(self.unfold)
        self._form = MeetingForm(desk)
        self._form.hide()
        self._form.added.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self.list)
        column.addWidget(hairline())
        column.addWidget(self._add)
        column.addWidget(self._form)
        self.setFixedWidth(desk.screen.px(380))
        self._fill()

    def unfold(self) -> None:
        """Show the form for a new meeting."""
        self._add.hide()
        self._form.show()
        self.adjustSize()
        self._form.begin()

    def _fill(self) -> None:
        screen = self._desk.screen
        meetings = meetings_in_view(self._desk.tables)
        for each in meetings:
            text = f"{each.title(screen)}\n{each.days(screen)} · {each.standing(screen)}"
            item = QListWidgetItem(screen.icon("circle", colour=each.colour), text)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
            if each.id == self._desk.meeting:
                self.list.setCurrentItem(item)
        row = self.list.sizeHintForRow(0) if meetings else 0
        self.list.setFixedHeight(min(6, len(meetings)) * row + 2)
        self.list.setHidden(not meetings)

    def _enter(self, item: QListWidgetItem) -> None:
        self.close()
        self._desk.set_meeting(int(item.data(Qt.ItemDataRole.UserRole)))


class MeetingForm(QWidget):
    """The year and the host of a new meeting; the rest is filled in on the overview."""

    added = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.screen.say
        self._year = NumberField()
        self._year.setRange(YEARS.least, YEARS.most)
        self._year.lineEdit().setTextMargins(Space.S, 0, 0, 0)
        self._year.setAccessibleName(say(message("Year")))
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        choices = [(side.code, spoken(side.country)) for side in sides]
        self._host = Segmented(desk.screen, message("Host"), choices)
        self._has_chosen = False
        self._host.chosen.connect(self._keep_host)
        self._year.valueChanged.connect(self._propose_host)
        self._reason = label("caption", wrap=True)
        add = Button(desk.screen, message("Add meeting"), kind="primary")
        add.clicked.connect(self._commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        for name, field in ((message("Year"), self._year), (message("Host"), self._host)):
            row = QHBoxLayout()
            caption = label("muted", say(name))
            caption.setMinimumWidth(desk.screen.px(72))
            row.addWidget(caption)
            row.addWidget(field)
            row.addStretch()
            column.addLayout(row)
        column.addWidget(self._reason)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignRight)

    def begin(self) -> None:
        """Propose the year after the latest meeting, and the side whose turn it is then."""
        self._year.setValue(year_to_propose(self._desk.tables, self._desk.today()))
        self._propose_host()
        self._year.setFocus()
        self._year.selectAll()

    def _keep_host(self) -> None:
        """Leave the host at what was chosen by hand, whatever the year."""
        self._has_chosen = True

    def _propose_host(self) -> None:
        """Propose the side whose turn it is in the year, and say why."""
        turn = turn_in(self._desk.tables, self._year.value())
        if not self._has_chosen:
            self._host.choose(turn.side)
        country = self._desk.tables.Side.get(self._desk.tables.Side.code == turn.side).country
        say = self._desk.screen.say
        self._reason.setText(
            say(message("It is the turn of {country}. {reason}", country=country, reason=turn.reason))
        )

    def _commit(self) -> None:
        desk, year, host = self._desk, self._year.value(), str(self._host.value)
        self.added.emit()
        changes = desk.attempt(lambda: add_meeting(desk.workspace, year=year, host=host))
        if changes is not None:
            desk.set_meeting(changes.inserted("meeting")[0])
            desk.show_page("overview")
