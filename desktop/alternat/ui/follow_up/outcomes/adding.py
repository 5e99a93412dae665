"""Asks which meeting agreed an outcome that is added, where that is not plain from what is listed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import MeetingInView, meetings_in_view
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.inspector.rows import ChoiceField, FieldRow

Then = Callable[[int], object]
"""Goes on with the meeting that was chosen, by its id."""


class MeetingAsked(AskedDialog):
    """Offers the meetings whose record is open, the last one that has begun chosen before."""

    def __init__(self, desk: Desk, then: Then, parent: QWidget) -> None:
        screen = desk.screen
        super().__init__(screen, message("Add an outcome"), message("Add the outcome"), parent)
        self._then = then
        meetings, self.meeting = open_meetings(desk), ChoiceField()
        today = desk.today()
        begun = [each for each in meetings if each.starts is not None and each.starts <= today]
        choices = [Choice(each.id, each.title(screen)) for each in meetings]
        self.meeting.show_choices(choices, (begun or list(meetings))[0].id if meetings else None)
        self.add(FieldRow(screen, message("Meeting that agreed it"), self.meeting))
        self.offer()
        self.meeting.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_ready(self) -> bool:
        """Whether a meeting is chosen."""
        return super().is_ready and self.meeting.value is not None

    def write(self) -> AlternatError | None:
        """Go on with the meeting, once the dialog is put away."""
        meeting = self.meeting.value
        if isinstance(meeting, int):
            self.accepted.connect(lambda: self._then(meeting))
        return None


def open_meetings(desk: Desk) -> tuple[MeetingInView, ...]:
    """Return the meetings whose record is open, the latest first."""
    meeting = desk.tables.Meeting
    closed = {row.id for row in meeting.select(meeting.id).where(~meeting.record_closed.is_null())}
    return tuple(each for each in meetings_in_view(desk.tables) if each.id not in closed)


def choose_meeting(desk: Desk, narrowed_to: int | None, then: Then, parent: QWidget) -> None:
    """Go on with the meeting that is narrowed to, or the only one there is; else ask which."""
    if narrowed_to is not None:
        then(narrowed_to)
        return
    meetings = open_meetings(desk)
    if len(meetings) == 1:
        then(meetings[0].id)
    else:
        MeetingAsked(desk, then, parent).open()
