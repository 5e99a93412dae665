"""Opening, making and closing a dialogue: from a path or an address to a desk, with every refusal said."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from alternat.addresses import without_password
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.settings import SettingsFile
from alternat.ui.look.screen import Screen

if TYPE_CHECKING:
    from alternat.storage.workspace import Workspace
    from alternat.ui.desk.desk import Desk
    from alternat.ui.opening.backups import RegularBackups

SUFFIX = ".alternat"

R = TypeVar("R")


class Chooser(Protocol):
    """Asks the person for a file or an address; each answer is empty where the person backs out."""

    def existing_file(self, folder: Path) -> str:
        """Return the path of a dialogue to open."""
        ...

    def new_file(self, folder: Path, suggestion: str) -> str:
        """Return the path for a new dialogue."""
        ...

    def address(self) -> str:
        """Return the address of a team's database."""
        ...

    def password(self, name: str) -> str:
        """Return the password of a protected dialogue."""
        ...

    def new_password(self, name: str) -> str | None:
        """Return a password for a new dialogue, empty for none; None where the person backs out."""
        ...


class Wait(Protocol):
    """Does a job while the window waits for it."""

    def __call__(self, job: Callable[[], str | None], /) -> str | None:
        """Return what the job returns, or raise what it raises."""
        ...


class Opener(QObject):
    """Has at most one dialogue open."""

    opened = Signal(object)
    """A dialogue is open; carries its `Desk`."""
    closed = Signal()
    announced = Signal(object, object)
    """What went wrong, as a `Severity` and a translated sentence."""
    offered = Signal(object, object, object)
    """A way on from a sentence just announced: that sentence, the words for a button, and what it does."""
    backups_wanted = Signal(object)
    """The backups of a file that cannot be opened are to be shown; carries its path."""

    def __init__(
        self, screen: Screen, settings: SettingsFile, chooser: Chooser, today: Callable[[], date] = this_day
    ) -> None:
        super().__init__()
        self._screen, self._settings, self._chooser, self._today = screen, settings, chooser, today
        self._desk: Desk | None = None
        self._backups: RegularBackups | None = None
        self._password: str | None = None

    @property
    def screen(self) -> Screen:
        """How things are said and drawn."""
        return self._screen

    @property
    def password(self) -> str | None:
        """The password under which the open file was opened, if it has one."""
        return self._password

    @property
    def desk(self) -> "Desk | None":
        """The open dialogue's desk."""
        return self._desk

    def open(self, address: str, *, password: str | None = None, read_only: bool = False) -> bool:
        """Open a file or a database address in place of what is open; return whether that worked.

        A password that is known already is tried before the person is asked for one.
        """
        if self._is_open(address, read_only=read_only):
            return True
        # Only now, since a window without a dialogue needs none of what is behind this.
        from alternat.ui.opening.new_desk import open_workspace_asking

        given: list[str | None] = [password]

        def ask(name: str) -> str:
            given[0] = self._chooser.password(name) or None
            return given[0] or ""

        def make() -> "Workspace":
            return open_workspace_asking(address, ask, known=password, read_only=read_only)

        def look() -> object:
            return self.open(address, password=password, read_only=True)

        done = self._take(make, None if read_only else look, address)
        if done:
            self._keep_password(address, given[0])
        return done

    def _keep_password(self, address: str, given: str | None) -> None:
        """Remember the password while the file is open, if the file needs it."""
        from alternat.storage.passwords import is_protected

        self._password = given if "://" not in address and is_protected(Path(address)) else None

    def create(self, address: str, template: str, password: str | None = None) -> bool:
        """Make a new dialogue from a template and open it; return whether that worked."""
        from alternat.ui.opening.new_desk import fill_workspace

        done = self._take(lambda: fill_workspace(address, template, password))
        if done:
            self._password = password
        return done

    def ask_password(self, name: str) -> str | None:
        """Return the password that the person types for something of that name; None where there is none."""
        return self._chooser.password(name) or None

    def with_file_closed(
        self, work: Callable[[Path, str | None], str | None], done: Message, wait: Wait
    ) -> bool:
        """Close the open file, let `work` handle it under its password, and open it under the one it returns.

        The work is done in the way of `wait`. What goes wrong is announced, and the file is opened as it was;
        returns whether the work was done.
        """
        if self._desk is None:
            return False
        address, meeting, password = self._desk.workspace.address, self._desk.meeting, self._password
        read_only = not self._desk.workspace.is_writable
        self.close()
        fault: AlternatError | None = None
        try:
            password = wait(partial(work, Path(address), password))
        except AlternatError as error:
            fault = error
        is_open = self.open(address, password=password, read_only=read_only)
        desk = self._desk
        if is_open and desk is not None:
            if any(row.id == meeting for row in desk.tables.Meeting.select()):
                desk.set_meeting(meeting)
            if fault is None:
                desk.announce(done)
        if fault is not None:
            self.announced.emit(Severity.BLOCKS, self._screen.say_error(fault))
        return is_open and fault is None

    def choose_and_open(self) -> None:
        """Let the person choose a file, and open it."""
        if address := self._chooser.existing_file(self._folder()):
            self.open(address)

    def choose_and_look(self) -> None:
        """Let the person choose a file, and open it for reading only."""
        if address := self._chooser.existing_file(self._folder()):
            self.open(address, read_only=True)

    def choose_and_connect(self) -> None:
        """Let the person type the address of a team's database, and open it."""
        if address := self._chooser.address():
            self.open(address)

    def choose_and_create(self, template: str, suggestion: str) -> None:
        """Let the person choose where, and make a new dialogue there."""
        if address := self._chooser.new_file(self._folder(), f"{suggestion}{SUFFIX}"):
            path = Path(address)
            password = self._chooser.new_password(path.stem)
            if password is not None:
                whole = str(path if path.suffix else path.with_suffix(SUFFIX))
                self.create(whole, template, password or None)

    def close(self) -> None:
        """Close the open dialogue; everything is saved already."""
        if self._desk is not None:
            desk, self._desk = self._desk, None
            self.closed.emit()
            if self._backups is not None:
                self._backups.stop()
                self._backups.deleteLater()
                self._backups = None
            desk.close()
            desk.deleteLater()

    def _is_open(self, address: str, *, read_only: bool) -> bool:
        if self._desk is None:
            return False
        workspace = self._desk.workspace
        return workspace.address == without_password(address) and workspace.is_writable != read_only

    def _take(
        self, make: "Callable[[], Workspace]", look: Callable[[], object] | None = None, address: str = ""
    ) -> bool:
        """Put what `make` opens in place of what is open; where only editing is refused, offer `look`.

        Where what is at the address is damaged, its backups are offered, if there are any.
        """
        from alternat.ui.opening.backups import RegularBackups
        from alternat.ui.opening.new_desk import desk_on, may_be_read

        try:
            desk = desk_on(make(), self._screen, self._settings, self._today)
        except AlternatError as error:
            sentence = self._screen.say_error(error)
            self.announced.emit(Severity.BLOCKS, sentence)
            if look is not None and may_be_read(error):
                self.offered.emit(sentence, message("Open for reading only"), look)
            self._offer_backups(error, sentence, address)
            return False
        self.close()
        self._desk = desk
        self._backups = RegularBackups(desk.workspace, self, self._wait)
        self._settings.remember(desk.workspace.address)
        self.opened.emit(desk)
        if not desk.workspace.is_writable:
            self._tell_read_only(desk)
        # After the first paint, since it reads all of the history.
        QTimer.singleShot(0, desk, lambda: self._tell_damage(desk))
        return True

    def _offer_backups(self, error: AlternatError, sentence: str, address: str) -> None:
        from alternat.storage.backup import backups
        from alternat.ui.opening.new_desk import is_damage

        if is_damage(error) and "://" not in address and backups(file := Path(address)):
            self.offered.emit(sentence, message("Backups…"), lambda: self.backups_wanted.emit(file))

    def attempt(self, verb: "Callable[[], R]") -> "R | None":
        """Run something and return its result; what goes wrong is announced, and the result is None."""
        try:
            return verb()
        except AlternatError as error:
            self.announced.emit(Severity.BLOCKS, self._screen.say_error(error))
            return None

    def put_back(
        self, file: Path, work: Callable[[Path, str | None], str | None], done: Message, wait: Wait
    ) -> None:
        """Let `work` put something in the place of a file, open or not, and open it afterwards."""
        if self._desk is not None and self._desk.workspace.address == str(file):
            self.with_file_closed(work, done, wait)
            return
        try:
            password = wait(partial(work, file, None))
        except AlternatError as error:
            self.announced.emit(Severity.BLOCKS, self._screen.say_error(error))
            return
        if self.open(str(file), password=password) and self._desk is not None:
            self._desk.announce(done)

    def _wait(self, job: Callable[[], bool]) -> bool:
        """Do the last backup beside the window, which says so if it takes long."""
        from alternat.ui.parts.dialogs.waiting import wait_for

        words = message("The dialogue is being backed up…")
        return wait_for(self._screen, QApplication.activeWindow(), words, job)

    def _tell_read_only(self, desk: "Desk") -> None:
        address = desk.workspace.address
        words = message("{name} is open for reading only: nothing can be changed.", name=desk.workspace.name)
        sentence = self._screen.say(words)
        self.announced.emit(Severity.NOTES, sentence)
        self.offered.emit(sentence, message("Open for editing"), lambda: self.open(address))

    def _tell_damage(self, desk: "Desk") -> None:
        if desk is self._desk and desk.workspace.has_damaged_history():
            damaged = message(
                "The history of this dialogue is damaged. You can go on, but not every step can be taken "
                "back; compare the dialogue with a backup."
            )
            desk.announce(damaged, Severity.WARNS)

    def _folder(self) -> Path:
        recent = self._settings.current.recent
        files = (Path(address).parent for address in recent if "://" not in address)
        return next((folder for folder in files if folder.is_dir()), Path.home())
