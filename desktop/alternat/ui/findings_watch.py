"""Keeps the findings of the meeting in view up to date, a moment after the last change."""

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.planning.checks import check_meeting
from alternat.planning.findings import Finding, Severity
from alternat.ui.desk import Desk

CHECKED_TABLES = frozenset({"dialogue", "side", "entity", "person", "contact", "meeting", "participation"})
PAUSE = 150
"""How long after a change the check runs, in milliseconds, so that a burst of changes is checked once."""


class FindingsWatch(QObject):
    """The findings of the meeting in view; `found` tells when they may have changed."""

    found = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.check)
        desk.when_changed(CHECKED_TABLES, self._timer.start)
        desk.meeting_changed.connect(self._timer.start)
        self._timer.start()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the gravest first, as checked last."""
        return self._findings

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self._findings)

    def check(self) -> None:
        """Check now."""
        self._timer.stop()
        meeting = self._desk.meeting
        self._findings = () if meeting is None else check_meeting(self._desk.tables, meeting)
        self.found.emit()
