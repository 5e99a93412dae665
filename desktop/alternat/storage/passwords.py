"""Making, changing and removing the password of a dialogue file and of its backups.

A file is written anew under the other password and takes the place of the old one in one step, so that a
moment without power leaves either of them, never something between.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import apsw

from alternat.errors import AlternatError
from alternat.language.messages import mark
from alternat.storage.backup import Backup, BackupReason, back_up, backups
from alternat.storage.engines.sqlite import SqliteFile, is_plain, refuse_foreign, unlock
from alternat.storage.faults import (
    DamagedDialogue,
    NotADialogue,
    PasswordNeeded,
    StorageError,
    WrongPassword,
    in_plain_words,
)
from alternat.storage.locks import FileLock
from alternat.storage.whole_files import forget, whole_file

SHORT = 12
"""Characters: a shorter password can be guessed by trying."""


class PasswordUnfit(AlternatError):
    """A new password is empty, or holds what cannot be typed."""

    template = mark(
        "A password needs at least one character that is not a space, and none that is invisible."
    )


class AlreadyProtected(StorageError):
    """A first password is to be set, and there is one."""

    template = mark("{place} has a password already. Change it instead of setting a first one.")


class NotProtected(StorageError):
    """A password is to be changed or removed, and there is none."""

    template = mark("{place} has no password. Set one first.")


@dataclass(frozen=True, slots=True)
class BackupKeys:
    """The backups of a file by what opens them."""

    same: tuple[Backup, ...]
    """They open with the dialogue's own password, or without one as it does itself."""
    plain: tuple[Backup, ...]
    """They are open to everybody, although the dialogue has a password."""
    other: tuple[Backup, ...]
    """They open with one of the earlier passwords that were given."""
    unknown: tuple[Backup, ...]
    """None of the passwords opens them, or they are damaged."""

    @property
    def differing(self) -> tuple[Backup, ...]:
        """The backups that are not protected as the dialogue is."""
        return (*self.plain, *self.other, *self.unknown)


def require_fit(password: str) -> str:
    """Return a new password as it will be kept; `PasswordUnfit` for one that cannot be typed again."""
    if not password.strip() or any(not each.isprintable() for each in password):
        raise PasswordUnfit
    return password


def is_protected(file: Path) -> bool:
    """Return whether a dialogue file needs a password; raises for a file that is none."""
    with in_plain_words(str(file)):
        try:
            refuse_foreign(file, None)
        except PasswordNeeded:
            return True
    return False


def change_password(file: Path, *, old: str | None, new: str | None) -> Backup:
    """Give a dialogue file that nobody has open another password, or none; return the backup made before.

    The backup still has the old password, or none, as older ones do: see `backup_keys`.
    """
    if new is not None:
        require_fit(new)
    protected = is_protected(file)
    if old is None and protected:
        raise AlreadyProtected(place=str(file))
    if old is not None and not protected:
        raise NotProtected(place=str(file))
    with in_plain_words(str(file)), _locked(file):
        with _connected(file, old) as engine:
            engine.require_sound()
            backup = back_up(engine, BackupReason.BEFORE_PASSWORD)
        rewrite(file, old=old, new=new)
    return backup


def rewrite(file: Path, *, old: str | None, new: str | None) -> None:
    """Write a file anew under a password, in one step, without the remains of what was removed from it."""
    with in_plain_words(str(file)), whole_file(file, new, replace=True) as part:
        written_under(file, part, old=old, new=new)
        shutil.copymode(file, part)


def written_under(file: Path, target: Path, *, old: str | None, new: str | None) -> None:
    """Write a new file with all that is in another one, and nothing of what was removed from that."""
    with closing(apsw.Connection(str(file), apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI)) as source:
        unlock(source, old)
        source.execute("VACUUM INTO ?", (_address(target, new),))


def backup_keys(file: Path, password: str | None, *earlier: str | None) -> BackupKeys:
    """Return what opens each backup of a file: its own password, none, an earlier one, or nothing given."""
    found: dict[str, list[Backup]] = {"same": [], "plain": [], "other": [], "unknown": []}
    for backup in backups(file):
        found[_kind(backup, password, earlier)].append(backup)
    return BackupKeys(**{kind: tuple(them) for kind, them in found.items()})


def opening(path: Path, passwords: Sequence[str | None]) -> tuple[str | None] | None:
    """Return the one of these passwords that opens a sound file, in a tuple, or None if none does."""
    given: tuple[str | None, ...] = (None,)
    if not is_plain(path):
        given = tuple(dict.fromkeys(each for each in passwords if each is not None))
    for password in given:
        try:
            with _connected(path, password, write=False) as engine:
                engine.require_sound()
        except (WrongPassword, NotADialogue, DamagedDialogue, PasswordNeeded):
            continue
        return (password,)
    return None


def protect_backups(file: Path, password: str | None, *earlier: str | None) -> BackupKeys:
    """Bring the backups of a file under its own password, and return what opens them now."""
    for backup in backup_keys(file, password, *earlier).differing:
        found = opening(backup.path, (*earlier, None))
        if found is not None:
            rewrite(backup.path, old=found[0], new=password)
    return backup_keys(file, password, *earlier)


def remove_backups(gone: Sequence[Backup]) -> None:
    """Remove backups for good, with the journals beside them."""
    for backup in gone:
        with in_plain_words(str(backup.path)):
            forget(backup.path)


def _kind(backup: Backup, password: str | None, earlier: Sequence[str | None]) -> str:
    with in_plain_words(str(backup.path)):
        if is_plain(backup.path):
            return "same" if password is None else "plain"
        if password is not None and opening(backup.path, (password,)):
            return "same"
        return "other" if opening(backup.path, earlier) else "unknown"


def _address(path: Path, password: str | None) -> str:
    """Return a file's URI, which is how SQLite is told the password of a file it is to write."""
    place = path.resolve().as_uri()
    # An empty key says that there is none: the new file would inherit the old one's.
    return (
        f"{place}?key="
        if password is None
        else f"{place}?cipher=sqlcipher&legacy=4&key={quote(password, '')}"
    )


@contextmanager
def _connected(path: Path, password: str | None, *, write: bool = True) -> Iterator[SqliteFile]:
    engine = SqliteFile(path, write=write, password=password)
    engine.connect()
    try:
        yield engine
        if write:
            engine.forget_journal_file()
    finally:
        engine.close()


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    lock = FileLock(file)
    try:
        yield
    finally:
        lock.release()
