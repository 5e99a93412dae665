"""Keeps the findings of the meeting in view up to date: at once after a drag, a moment later else."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.planning.findings import Finding, Severity
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.whole_check import MeetingCheck
from alternat.storage.changes import Changes, RowChange

PAUSE = 150
"""How long after a change that takes a longer check it runs, in milliseconds, so that a burst of changes is
checked once."""

PART = 6
"""How many texts are compared in a row before the window goes on."""


class FindingsWatch(QObject):
    """The findings as checked last; `found` tells when they may have changed."""

    found = Signal()

    def __init__(self, begin: Callable[[], MeetingCheck | None], parent: QObject) -> None:
        """Watch over what `begin` starts to check, the meeting in view or nothing."""
        super().__init__(parent)
        self._begin = begin
        self._check: MeetingCheck | None = None
        self._rows: list[RowChange] = []
        self._findings: tuple[Finding, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._answer)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the gravest first."""
        return self._findings

    @property
    def comparisons(self) -> Comparisons | None:
        """The texts that have been compared; None before the first check."""
        return None if self._check is None else self._check.comparisons

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self._findings)

    def follow(self, changes: Changes) -> None:
        """Take in a change: where only sessions changed, as soon as all others have heard of it too."""
        if self._check is None:
            self._timer.start(PAUSE)
        elif self._check.concerns(changes.rows):
            self._rows.extend(changes.rows)
            self._timer.start(0 if self._check.is_quick(self._rows) else PAUSE)

    def check_soon(self) -> None:
        """Check everything anew once things have been still for a moment."""
        self._check = None
        self._timer.start(PAUSE)

    def check(self) -> None:
        """Check everything anew now."""
        self._rows = []
        self._check = self._begin()
        if self._check is not None:
            self._check.go_on()
        self._tell()

    def stop(self) -> None:
        """Check no more."""
        self._timer.stop()

    def _answer(self) -> None:
        rows, self._rows = self._rows, []
        is_new = self._check is None
        if self._check is None:
            self._check = self._begin()
        elif rows:
            self._check.follow(rows)
        else:
            self._check.go_on(PART)
        if self._check is None or self._check.is_finished:
            self._tell()
            return
        # Whatever else is to be done comes between.
        self._timer.start(0)
        if is_new or rows:
            self._show()

    def _tell(self) -> None:
        self._timer.stop()
        self._show()

    def _show(self) -> None:
        self._findings = () if self._check is None else self._check.findings()
        self.found.emit()
