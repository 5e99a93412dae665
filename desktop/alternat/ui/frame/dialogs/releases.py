"""The dialog that lists what was shared: which file or paper, when, by whom, and who is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alternat.exchange.exports.titles import release_title
from alternat.language.messages import Message, counted, message
from alternat.planning.releases import ReleasePlan, read_releases
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button


class Releases(QDialog):
    """Lists everything that has left the desk, the latest first."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("What was shared")))
        self.list, self._count = QListWidget(), label("strong", wrap=True)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.windowTitle())
        self._lay_out()
        self._reads = Reads(desk, self, self.load)
        self.load()

    def load(self) -> None:
        """List what has left until now."""
        screen = self._desk.screen
        with self._reads.noting():
            found = read_releases(self._desk.tables)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(
                f"{screen.say(self._heading(each))}\n{screen.say(_facts(each))}", self.list
            )
            item.setToolTip(item.text())
        text = counted("{count} file or print was shared", "{count} files or prints were shared", len(found))
        self._count.setText(screen.say(text if found else message("Nothing was shared yet.")))

    def _heading(self, each: ReleasePlan) -> Message:
        return message(
            "{document}: {file}",
            document=release_title(each.kind),
            file=each.name or "–",
        )

    def _lay_out(self) -> None:
        close = Button(self._desk.screen, message("Close"))
        close.clicked.connect(self.reject)
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addStretch()
        foot.addWidget(close)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._desk.screen.give_size(self, 640, 460)


def _facts(each: ReleasePlan) -> Message:
    """Return when and by whom it left, of which meeting, and how many people are in it."""
    people = counted("{count} person is in it", "{count} people are in it", len(each.people))
    values = {"moment": each.at.astimezone(), "name": each.by, "meeting": each.meeting, "people": people}
    if each.revision:
        return message(
            "{moment}, {name}, meeting {meeting}, revision {revision}; {people}",
            revision=str(each.revision),
            **values,
        )
    return message("{moment}, {name}, meeting {meeting}; {people}", **values)
