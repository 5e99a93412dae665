"""Closes the record of a meeting, after telling what it lacks and what that means; and opens it again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.actions.outcomes import close_record
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.models.meetings import Meeting
from alternat.nouns.meetings import MEETING
from alternat.planning.record_readiness import record_readiness
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.asked import AskedDialog, nothing_yet
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.widgets.buttons import Button

CLOSING = message("Close the record…")


class ClosingRecord(AskedDialog):
    """Tells what the record of a meeting lacks, and asks for the day on which it is closed."""

    def __init__(self, desk: Desk, meeting: int, parent: QWidget) -> None:
        found, screen, say = (
            record_readiness(desk.tables, meeting, desk.today()),
            desk.screen,
            desk.screen.say,
        )
        title = message("Close the record of the meeting {meeting}", meeting=found.meeting)
        agree = message("Close the record") if found.is_ready else message("Close it all the same")
        super().__init__(screen, title, agree, parent, width=480)
        self._desk, self._meeting = desk, meeting
        if found.is_ready:
            self.tell(
                say(message("All its texts are whole, checked and alike, and somebody sees to each.")), ""
            )
        for sentence in found.told:
            self.tell(say(sentence), "")
        self.tell(
            say(
                message(
                    "Once it is closed, what it says is corrected with a day and a reason, and no more "
                    "changed. It can be opened again on the same day only."
                )
            )
        )
        day = row_of(MEETING.field("record_closed"), message("Closed on"), desk.today(), screen, nothing_yet)
        day.column.setAlignment(day.control, Qt.AlignmentFlag.AlignLeft)
        self._on = day
        self.add(day)

    def write(self) -> AlternatError | None:
        """Close the record."""
        desk, day = self._desk, self.day_of(self._on)
        return desk.refusal(lambda: close_record(desk.workspace, self._meeting, day, today=desk.today()))


class RecordButton(Button):
    """Closes the record of a meeting or opens it again; there only while one of the two can be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.screen, CLOSING, icon="lock")
        self._desk = desk
        self._meeting, self._is_closed = 0, False
        self.clicked.connect(self.turn)
        self.hide()

    def show_record(self, row: Meeting | None, outcomes: int, *, names_it: bool = False) -> None:
        """Offer what can be done with the record of a meeting that has so many outcomes.

        A meeting that is still to begin has nothing to close; what was closed on an earlier day is corrected,
        and not opened again. With `names_it` the button says which meeting it is about.
        """
        today = self._desk.today()
        if row is None:
            self.hide()
            return
        self._meeting, self._is_closed = row.id, row.record_closed is not None
        if row.record_closed is not None:
            can = row.record_closed >= today
            words = message("Reopen the record")
            named = message("Reopen the record of {meeting}", meeting=row.reference)
        else:
            can = outcomes > 0 and (row.starts is None or row.starts <= today)
            words = CLOSING
            named = message("Close the record of {meeting}…", meeting=row.reference)
        self.say(named if names_it else words)
        self.setVisible(can)

    def turn(self) -> None:
        """Ask whether to close the record, or open it again."""
        desk, meeting = self._desk, self._meeting
        if self._is_closed:
            desk.attempt(lambda: close_record(desk.workspace, meeting, None, today=desk.today()))
        else:
            ClosingRecord(desk, meeting, self.window()).open()
