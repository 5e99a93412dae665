"""The line by which a dialogue takes a kind of finding less seriously, or seriously again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alternat.actions.severities import lower_finding, restore_finding
from alternat.language.messages import counted, message
from alternat.planning.finding_kinds import title
from alternat.planning.findings import Finding, Severity
from alternat.planning.severities import is_lower
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS
from alternat.ui.parts.widgets.text_fields import LineField

LOWER = (Severity.WARNS, Severity.NOTES)


def can_change(finding: Finding | None) -> bool:
    """Return whether a finding can be taken less seriously, or is and can be taken seriously again."""
    return finding is not None and (bool(finding.reason) or finding.severity is not Severity.NOTES)


class LoweringStrip(QWidget):
    """Names a kind and asks how seriously and why, or says why it was lowered and takes that back."""

    ended = Signal()
    """The strip is put away, done or not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._finding: Finding | None = None
        self._count = 0
        screen = desk.screen
        self.wording = Wording(screen)
        self.sentence = label("strong")
        choices = [(each, SEVERITY_LOOKS[each].word) for each in LOWER]
        self.severity = Segmented(screen, message("How seriously this dialogue takes it"), choices)
        self.reason = LineField()
        self.wording.put(self.reason.setAccessibleName, message("Why it matters less here"))
        self.wording.put(self.reason.setPlaceholderText, message("Why it matters less here"))
        self.confirm = Button(screen, message("Lower"), icon="arrow-down", kind="primary")
        self.restore = Button(screen, message("Take it seriously again"), icon="rotate-ccw")
        self._close = IconButton(screen, message("Leave it as it is"), "x")
        self.reason.returnPressed.connect(self._lower)
        self.confirm.clicked.connect(self._lower)
        self.restore.clicked.connect(self._restore)
        self._close.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.sentence)
        row.addWidget(self.severity)
        row.addWidget(self.reason, 1)
        row.addWidget(self.confirm)
        row.addWidget(self.restore)
        row.addWidget(self._close)
        screen.language_changed.connect(self._respeak)
        self.hide()

    def begin(self, finding: Finding, count: int) -> None:
        """Ask about the kind of a finding, of which there are `count` now."""
        self._finding, self._count = finding, count
        is_lowered = bool(finding.reason)
        for widget in (self.severity, self.confirm):
            widget.setHidden(is_lowered)
        self.restore.setHidden(not is_lowered)
        self.severity.button(Severity.WARNS).setEnabled(is_lower(Severity.WARNS, finding.severity))
        self.severity.choose(Severity.NOTES)
        self.reason.setReadOnly(is_lowered)
        self.reason.setText(finding.reason)
        self._speak()
        self.show()
        (self.restore if is_lowered else self.reason).setFocus()

    def _lower(self) -> None:
        finding, severity = self._finding, self.severity.value
        if finding is None or finding.reason or not isinstance(severity, Severity):
            return
        workspace, reason = self._desk.workspace, self.reason.text()
        if self._desk.attempt(lambda: lower_finding(workspace, finding.code, severity, reason)) is not None:
            self._end()

    def _restore(self) -> None:
        finding, workspace = self._finding, self._desk.workspace
        if finding is not None:
            self._desk.attempt(lambda: restore_finding(workspace, finding.code))
            self._end()

    def _end(self) -> None:
        self._finding = None
        self.hide()
        self._desk.findings.check()
        self.ended.emit()

    def _speak(self) -> None:
        if self._finding is not None:
            say = self._desk.screen.say
            found = counted("{count} finding", "{count} findings", self._count)
            self.sentence.setText(f"{say(title(self._finding.code))} · {say(found)}")

    def _respeak(self) -> None:
        self.wording.say_again()
        self._speak()
