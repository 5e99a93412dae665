"""What every page works on: one open dialogue, the meeting in view, and the way to write and to report."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.findings import Severity
from alternat.planning.whole_check import MeetingCheck
from alternat.settings import SettingsFile
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from alternat.ui.desk.findings_watch import FindingsWatch
from alternat.ui.desk.following import Following
from alternat.ui.desk.place import Place
from alternat.ui.desk.typing import field_in_use, must_wait
from alternat.ui.look.screen import Screen

R = TypeVar("R")
LATER = 250
"""How long to wait, in milliseconds, before looking again whether the person has finished typing."""


MINUTE = 60_000
"""How often a window that stands open overnight looks whether another day has begun, in milliseconds."""


class Desk(QObject):
    """One open dialogue with everything a page needs; pages talk to each other only through it."""

    changed = Signal(object)
    """A change, an undo or a redo was committed; carries the `Changes`."""
    meeting_changed = Signal()
    person_selected = Signal(int)
    """A person was selected somewhere (0: nobody); whoever shows people may mark the same one."""
    page_wanted = Signal(str)
    """Somebody asks for the page of that id."""
    place_wanted = Signal(object)
    """Somebody asks for a `Place`; the frame brings its page into view and hands it to that page."""
    action_wanted = Signal(str, str)
    """Somebody asks for a command of a page: the page's id, and the object name of the action."""
    erasure_wanted = Signal(object)
    """Somebody asks to erase people for good; carries the keys of those to begin with."""
    meeting_form_wanted = Signal()
    """Somebody asks for the form for a new meeting."""
    findings_wanted = Signal()
    """Somebody asks for the findings panel."""
    away_changed = Signal(bool)
    """The server of the dialogue has stopped answering (true), or answers again."""
    announced = Signal(object, object)
    """A sentence to show as a banner: a `Severity` and a translated text."""
    day_turned = Signal()
    """Another day has begun while the dialogue was open: what depends on the day is worked out anew."""
    outdated = Signal(str)
    """A sentence that was shown as a banner holds no longer."""

    def __init__(
        self,
        workspace: Workspace,
        screen: Screen,
        settings: SettingsFile,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__()
        self.today = today
        self.workspace = workspace
        self.screen = screen
        self.settings = settings
        self._meeting: int | None = None
        workspace.team.follow()
        # A moment later, so that what was refused stays where it was typed.
        workspace.team.on_refusal = lambda: QTimer.singleShot(0, self, self.catch_up)
        self.findings = FindingsWatch(self._begin_check, self)
        self.changed.connect(self.findings.follow)
        self.meeting_changed.connect(self.findings.check_soon)
        self._unsubscribe = workspace.subscribe(self._on_changes)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.catch_up)
        self._day = today()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self.look_at_day)
        self._clock.start()
        self._is_told_to_wait = False
        self._refusals: list[str] = []
        self._told: list[str] = []
        self._following = self._followed()

    @property
    def tables(self) -> Tables:
        """The bound tables of the open dialogue, to read from."""
        return self.workspace.tables

    @property
    def meeting(self) -> int | None:
        """The id of the meeting in view; None while the dialogue has no meeting."""
        return self._meeting

    def set_meeting(self, meeting: int | None) -> None:
        """Bring another meeting into view."""
        if meeting != self._meeting:
            self._meeting = meeting
            self.move_on()
            self.meeting_changed.emit()

    def attempt(self, verb: Callable[[], R]) -> R | None:
        """Run a verb and return its result; what goes wrong is shown as a banner, and the result is None."""
        try:
            return verb()
        except AlternatError as error:
            self.tell(error)
            return None

    def refusal(self, verb: Callable[[], object]) -> AlternatError | None:
        """Run a verb and return the error that refused it, for whoever has a better place for it to stand."""
        try:
            verb()
        except AlternatError as error:
            return error
        return None

    def tell(self, error: AlternatError) -> None:
        """Show as a banner what went wrong, until the person goes on to something else."""
        text = self.screen.say_error(error)
        self._told.append(text)
        self.announced.emit(Severity.BLOCKS, text)

    def move_on(self) -> None:
        """Put away what was said of refusals: the person has gone on to another page, view or record."""
        told, self._told = self._told, []
        for text in told:
            self.outdated.emit(text)

    def announce(self, message: Message, severity: Severity = Severity.NOTES) -> None:
        """Show a sentence as a banner."""
        self.announced.emit(severity, self.screen.say(message))

    def catch_up(self) -> None:
        """Show what other desks have done since; what the person is typing stays, and is told of.

        Where it could not stay, all waits until it is committed; a row that others have changed is then a
        conflict.
        """
        if must_wait():
            if not self._is_told_to_wait and self._is_behind():
                self._is_told_to_wait = True
                self.announce(
                    message(
                        "Another desk has changed something. It shows as soon as you have finished typing."
                    )
                )
            self._later.start()
            return
        self._is_told_to_wait = False
        try:
            self.workspace.team.catch_up()
        except AlternatError:
            # The server is away again; once it answers, all is caught up.
            return
        self._tell_of_typing()

    def _tell_of_typing(self) -> None:
        field = field_in_use()
        theirs = field.overtaken_by if field is not None else None
        if theirs is not None:
            self.announce(
                message(
                    "Another desk has changed this text to “{text}” while you were typing. Leave the field "
                    "to put yours in its place, or press Escape to take theirs.",
                    text=theirs,
                ),
                Severity.WARNS,
            )

    def look_at_day(self) -> None:
        """Check everything anew, and tell whoever shows days, once another day has begun."""
        day = self.today()
        if day != self._day:
            self._day = day
            self.findings.check_soon()
            self.day_turned.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self.workspace.undo)

    def redo(self) -> None:
        """Do again the step that was taken back last."""
        self._turn(self.workspace.redo)

    def _turn(self, verb: Callable[[], Changes | None]) -> None:
        """Undo or redo; what was said of an earlier refusal goes once one works."""
        try:
            verb()
        except AlternatError as error:
            self._refusals.append(self.screen.say_error(error))
            self.announced.emit(Severity.BLOCKS, self._refusals[-1])
            return
        for text in self._refusals:
            self.outdated.emit(text)
        self._refusals.clear()

    def show_page(self, page: str) -> None:
        """Bring a page into view."""
        self.page_wanted.emit(page)

    def show_place(self, place: Place) -> None:
        """Bring a row, or a kind of document, into view on the page that shows it."""
        self.place_wanted.emit(place)

    def close(self) -> None:
        """Stop listening and close the dialogue."""
        self.workspace.team.on_refusal = None
        if self._following is not None:
            self._following.stop()
        self._later.stop()
        self._clock.stop()
        self.findings.stop()
        self._unsubscribe()
        self.workspace.close()

    def _followed(self) -> Following | None:
        """Listen to the other desks, where others can write to the dialogue."""
        ear = self.workspace.team.ear()
        if ear is None:
            return None
        following = Following(ear, self)
        following.stepped.connect(self.catch_up)
        following.away_changed.connect(self.away_changed)
        following.start()
        return following

    def _is_behind(self) -> bool:
        try:
            return self.workspace.team.is_behind
        except AlternatError:
            return False

    def _begin_check(self) -> MeetingCheck | None:
        if self._meeting is None:
            return None
        noting, today = self.workspace.noting, self.today()
        return MeetingCheck(self.tables, self._meeting, noting, today=today, at_once=False)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("meeting"):
            self._follow_meetings()
        self.changed.emit(changes)

    def _follow_meetings(self) -> None:
        """Leave a meeting that is gone for the latest one, and enter the first one that appears."""
        meetings = self.tables.Meeting
        present = [row.id for row in meetings.select(meetings.id).order_by(meetings.year, meetings.id)]
        if self._meeting not in present:
            self.set_meeting(present[-1] if present else None)
