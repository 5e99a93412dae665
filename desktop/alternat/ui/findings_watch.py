"""Keeps the findings of the meeting in view up to date, a moment after the last change."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.planning.findings import Finding, Severity

CHECKED_TABLES = frozenset(
    {
        *("dialogue", "side", "entity", "person", "contact", "meeting", "participation"),
        *("venue", "room", "way", "session", "chair", "agenda_item", "lead", "party"),
        *("interpreter_pair", "assignment", "sub_group", "sub_group_topic", "sub_group_entity", "consent"),
        *("notice_day", "avoid_dates", "lowered_finding"),
    }
)
PAUSE = 150
"""How long after a change the check runs, in milliseconds, so that a burst of changes is checked once."""


class FindingsWatch(QObject):
    """The findings as checked last; `found` tells when they may have changed."""

    found = Signal()

    def __init__(self, check: Callable[[], tuple[Finding, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._check = check
        self._findings: tuple[Finding, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.check)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the gravest first."""
        return self._findings

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self._findings)

    def check_soon(self) -> None:
        """Check once things have been still for a moment."""
        self._timer.start()

    def check(self) -> None:
        """Check now."""
        self._timer.stop()
        self._findings = self._check()
        self.found.emit()

    def stop(self) -> None:
        """Check no more."""
        self._timer.stop()
