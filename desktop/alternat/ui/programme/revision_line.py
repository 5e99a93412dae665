"""What the programme page says of its revisions: the last one, what changed since, and the ways out."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alternat.language.formats import date_and_time
from alternat.language.messages import Message, counted, message
from alternat.planning.revisions import current_changes, last_revision
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.programme.revisions import Revisions
from alternat.ui.programme.share import ShareProgramme

PAUSE = 400
"""How long after an edit the revisions are compared again, in milliseconds, so that a drag never waits."""


class RevisionLine(QWidget):
    """Tells the state of publication; its buttons open the dialogs that publish and share."""

    def __init__(self, desk: Desk, reads: Reads) -> None:
        super().__init__()
        self._desk, self._reads = desk, reads
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.compare)
        self.publish = Button(desk.screen, message("Publish…"), icon="badge-check")
        only_writes(self.publish)
        self.share = Button(desk.screen, message("Share…"), icon="file-down")
        self.publish.clicked.connect(self._open_revisions)
        self.share.clicked.connect(self._open_share)
        self.state = label("muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.state, 1)
        row.addWidget(self.publish)
        row.addWidget(self.share)

    def compare_soon(self) -> None:
        """Compare the programme with its last revision once things have been still for a moment."""
        self._timer.start()

    def compare(self) -> None:
        """Say what was published last, and how much has changed since."""
        self._timer.stop()
        meeting = self._desk.meeting
        with self._reads.noting():
            self.state.setText("" if meeting is None else self._desk.screen.say(self._sentence(meeting)))

    def _sentence(self, meeting: int) -> Message:
        last = last_revision(self._desk.tables, meeting)
        if last is None:
            return message("Not published yet")
        at = last.published.astimezone(ZoneInfo(last.snapshot.time_zone))
        count = len(current_changes(self._desk.tables, meeting).sessions)
        since = counted("{count} change since", "{count} changes since", count)
        return message(
            "Revision {number}, published on {moment} by {name}; {changes}",
            number=str(last.number),
            moment=date_and_time(at, self._desk.screen.language),
            name=last.published_by or "–",
            changes=since if count else message("nothing has changed since"),
        )

    def _open_revisions(self) -> None:
        if self._desk.meeting is not None:
            Revisions(self._desk, self._desk.meeting, self.window()).open()

    def _open_share(self) -> None:
        if self._desk.meeting is not None:
            ShareProgramme(self._desk, self._desk.meeting, self.window()).open()
