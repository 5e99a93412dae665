"""The kinds of findings that the dialogue takes less seriously, found or not, each with the way back."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.severities import restore_finding
from alternat.language.messages import counted, message
from alternat.planning.finding_kinds import title
from alternat.planning.severities import Lowered, read_lowered
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS


class LoweredRow(QWidget):
    """One lowered kind on as many lines as its reason needs."""

    def __init__(self, screen: Screen, code: str, standing: Lowered) -> None:
        super().__init__()
        kind, severity = screen.say(title(code)), screen.say(SEVERITY_LOOKS[standing.severity].word)
        self.restore = Button(screen, message("Take it seriously again"), icon="rotate-ccw", kind="link")
        self.restore.setAccessibleDescription(kind)
        self.reason = label("muted", text=standing.reason, wrap=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(label("strong", text=f"{kind} · {severity}"))
        across.addWidget(self.reason, 1)
        across.addWidget(self.restore)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all lines of the reason in view, which a layout short of room would press together."""
        super().resizeEvent(event)
        self.reason.setMinimumHeight(max(0, self.reason.heightForWidth(self.reason.width())))


class LoweredList(QWidget):
    """One line for each lowered kind: its title, how seriously it is taken, why, and the way back."""

    changed = Signal(int)
    """How many kinds are lowered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.buttons: dict[str, Button] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Space.XL, 0, Space.S, Space.S)
        self._rows.setSpacing(Space.XS)
        self._reads = Reads(desk, self, self.load)
        desk.screen.language_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        """Show the kinds as they stand."""
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.buttons = {}
        with self._reads.noting():
            lowered: Mapping[str, Lowered] = read_lowered(self._desk.tables)
        for code, standing in lowered.items():
            self._rows.addWidget(self._row(code, standing))
        self.changed.emit(len(lowered))

    def _row(self, code: str, standing: Lowered) -> QWidget:
        row = LoweredRow(self._desk.screen, code, standing)
        row.restore.clicked.connect(lambda: self._restore(code))
        self.buttons[code] = row.restore
        return row

    def _restore(self, code: str) -> None:
        workspace = self._desk.workspace
        self._desk.attempt(lambda: restore_finding(workspace, code))
        self._desk.findings.check()


class LoweredButton(Button):
    """Opens and closes the list of lowered kinds, and tells how many there are; away where there are none."""

    def __init__(self, desk: Desk, shown: LoweredList) -> None:
        super().__init__(desk.screen, message("Lowered kinds"), icon="arrow-down", kind="quiet")
        self._list = shown
        self.setCheckable(True)
        self.toggled.connect(shown.setVisible)
        shown.changed.connect(self._count)
        shown.hide()
        shown.load()

    def _count(self, kinds: int) -> None:
        self.say(counted("{count} lowered kind", "{count} lowered kinds", kinds))
        self.setVisible(bool(kinds))
        if not kinds:
            self.setChecked(False)
