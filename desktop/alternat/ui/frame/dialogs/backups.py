"""The dialog about backups: make one, restore one in place of the dialogue, or write one beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from alternat.language.formats import date_and_time
from alternat.language.messages import Message, counted, message
from alternat.planning.findings import Severity
from alternat.storage.backup import Backup, BackupReason, backups, restore, restore_beside
from alternat.storage.damage import DamagedRow
from alternat.storage.examining import damage_in
from alternat.storage.faults import Stopped, WrongPassword
from alternat.storage.passwords import is_protected, opening
from alternat.ui.desk.desk import Desk
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import SUFFIX, Opener
from alternat.ui.parts.dialogs.lists import ListDialog
from alternat.ui.parts.dialogs.waiting import wait_for
from alternat.ui.parts.widgets.buttons import Button

_REASONS = {
    BackupReason.REGULAR: message("regular"),
    BackupReason.BEFORE_UPDATE: message("before an update of the format"),
    BackupReason.BEFORE_IMPORT: message("before an import"),
    BackupReason.BEFORE_RESTORE: message("before a restore"),
    BackupReason.BEFORE_PASSWORD: message("before a change of the password"),
}
SHOWN = 8
"""How many things that are wrong with a backup a question names."""
Confirm = Callable[[QWidget, str, str], bool]
Choose = Callable[[QWidget, str, str], str]


def ask(parent: QWidget, title: str, text: str) -> bool:
    """Return whether the person confirms something that cannot simply be undone."""
    answer = QMessageBox.question(parent, title, text)
    return answer is QMessageBox.StandardButton.Yes


def ask_for_file(parent: QWidget, title: str, suggestion: str) -> str:
    """Return the path of a new file, empty where the person backs out."""
    return QFileDialog.getSaveFileName(parent, title, suggestion, f"(*{SUFFIX})")[0]


class Backups(ListDialog):
    """Lists the backups beside a file, the latest first; a file that cannot be opened has no desk."""

    def __init__(
        self,
        screen: Screen,
        file: Path,
        opener: Opener,
        parent: QWidget,
        desk: Desk | None = None,
        confirm: Confirm = ask,
        choose: Choose = ask_for_file,
    ) -> None:
        super().__init__(screen, message("Backups"), parent)
        self._desk, self._opener, self._confirm, self._choose = desk, opener, confirm, choose
        self._screen, self._window, self._file = screen, parent, file
        self.make = Button(screen, message("Back up now"))
        self.beside = Button(screen, message("Write beside…"))
        self.restore = Button(screen, message("Restore"), kind="primary")
        self.make.setVisible(desk is not None)
        self.make.clicked.connect(self._make)
        self.beside.clicked.connect(self._write_beside)
        self.restore.clicked.connect(self._restore)
        for button in (self.make, self.beside, self.restore):
            self.buttons.addWidget(button)
        self.lines.currentRowChanged.connect(lambda _row: self._tell_buttons())
        self.load()

    def load(self) -> None:
        """List the backups that there are."""
        self._kept = backups(self._file)
        self.lines.clear()
        self.lines.addItems([self._line(each) for each in self._kept])
        self.lines.setCurrentRow(0 if self._kept else -1)
        self.say(
            message("A restore keeps the dialogue of now among the backups.")
            if self._kept
            else message("There is no backup yet.")
        )
        self._tell_buttons()

    def _line(self, backup: Backup) -> str:
        say = self._screen.say
        at = date_and_time(backup.at.astimezone(), self._screen.language)
        size = message("{size} KB", size=-(-backup.path.stat().st_size // 1024))
        return f"{at} · {say(_REASONS[backup.reason])} · {say(size)}"

    def _chosen(self) -> Backup | None:
        row = self.lines.currentRow()
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def _tell_buttons(self) -> None:
        for button in (self.beside, self.restore):
            button.setEnabled(self._chosen() is not None)

    def _make(self) -> None:
        if self._desk is not None and make_backup(self._desk, self) is not None:
            self.load()

    def _restore(self) -> None:
        backup, say = self._chosen(), self._screen.say
        if backup is None:
            return
        key = self._opener.attempt(lambda: self._key(backup))
        if key is None:
            return
        at = date_and_time(backup.at.astimezone(), self._screen.language)
        question = say(
            message(
                "Put the backup of {at} in the place of the dialogue? What is there now is kept as a backup.",
                at=at,
            )
        )
        damage = self._opener.attempt(lambda: self._damage(backup, key))
        if damage is None:
            return
        warnings = (_change_of_password(self._opener.password, key.password), *_told(damage))
        question = "\n\n".join((question, *(say(each) for each in warnings if each)))
        if self._confirm(self, say(message("Restore")), question):
            opener, screen, parent = self._opener, self._screen, self._window
            self.accept()
            opener.put_back(
                self._file,
                lambda file, _password: _put_back(file, backup, key.password),
                message("The backup is now the dialogue."),
                lambda job: wait_for(screen, parent, message("The backup is being restored…"), job),
            )

    def _write_beside(self) -> None:
        backup, say = self._chosen(), self._screen.say
        if backup is None:
            return
        key = self._opener.attempt(lambda: self._key(backup))
        if key is None:
            return
        suggestion = str(self._file.with_name(f"{self._file.stem} {backup.at:%Y-%m-%d}{SUFFIX}"))
        target = self._choose(self, say(message("Write the backup beside")), suggestion)
        damage = self._opener.attempt(lambda: self._damage(backup, key)) if target else None
        if damage is None:
            return
        question = "\n\n".join(say(each) for each in (*_told(damage), message("Write it all the same?")))
        if damage and not self._confirm(self, say(message("Write the backup beside")), question):
            return
        path, words = Path(target), message("The backup is being written…")

        def write() -> Message:
            wait_for(
                self._screen,
                self,
                words,
                lambda: restore_beside(path, backup, password=key.password),
            )
            return message("The backup was written to {file}", file=str(path))

        done = self._opener.attempt(write)
        if done is not None:
            self._opener.announced.emit(Severity.NOTES, self._screen.say(done))

    def _damage(self, backup: Backup, key: "_Key") -> tuple[DamagedRow, ...]:
        """Look at a backup beside the window: what in it is not as it was written."""
        words = message("The backup is being checked…")
        return wait_for(self._screen, self, words, lambda: damage_in(backup.path, key.password))

    def _key(self, backup: Backup) -> "_Key | None":
        """Return what opens a backup: the dialogue's own password, or the one that the person types.

        None where the person backs out; raises `WrongPassword` for one that does not fit.
        """
        if not is_protected(backup.path):
            return _Key(None)
        own = self._opener.password
        if own is not None and opening(backup.path, (own,)):
            return _Key(own)
        at = date_and_time(backup.at.astimezone(), self._screen.language)
        say = self._screen.say
        typed = self._opener.ask_password(say(message("Backup of {at}", at=at)))
        if typed is None:
            return None
        if opening(backup.path, (typed,)) is None:
            raise WrongPassword(place=str(backup.path))
        return _Key(typed)


def backups_of(
    desk: Desk, opener: Opener, parent: QWidget, confirm: Confirm = ask, choose: Choose = ask_for_file
) -> Backups:
    """Return the dialog about the backups of the open dialogue."""
    return Backups(desk.screen, Path(desk.workspace.address), opener, parent, desk, confirm, choose)


@dataclass(frozen=True, slots=True)
class _Key:
    """What opens a backup."""

    password: str | None


def make_backup(desk: Desk, parent: QWidget) -> Backup | None:
    """Back the dialogue up at once, beside the window; None where that failed or was stopped."""
    stop, workspace = Event(), desk.workspace

    def work() -> Backup | None:
        with workspace.beside(stop.is_set) as second:
            return second.back_up()

    def wait() -> Backup | None:
        try:
            return wait_for(desk.screen, parent, message("The dialogue is being backed up…"), work, stop)
        except Stopped:
            desk.announce(message("The backup was stopped. None was made."))
            return None

    return desk.attempt(wait)


def _told(damage: Sequence[DamagedRow]) -> tuple[Message, ...]:
    """Return what is wrong with a backup: how much, the first few things, and how many more there are."""
    if not damage:
        return ()
    more = len(damage) - SHOWN
    rest = counted("And {count} more of the kind.", "And {count} more of the kind.", more)
    return (
        counted(
            "{count} thing in this backup is not as it was written:",
            "{count} things in this backup are not as they were written:",
            len(damage),
        ),
        *(each.message for each in damage[:SHOWN]),
        *((rest,) if more > 0 else ()),
    )


def _change_of_password(own: str | None, of_backup: str | None) -> Message | None:
    if own == of_backup:
        return None
    if of_backup is None:
        return message("The backup has no password: the dialogue will be open to everybody afterwards.")
    return message("The backup has another password: the dialogue will open with that one afterwards.")


def _put_back(file: Path, backup: Backup, password: str | None) -> str | None:
    restore(file, backup, password=password)
    return password
