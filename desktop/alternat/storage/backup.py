"""Backups of a dialogue file in a folder beside it, thinned with age.

They stand beside the file, not in a folder of the program, so that whoever moves or destroys a dialogue
with its personal data finds all of it in one place.
"""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import apsw

from alternat.storage.engines.sqlite import SqliteFile, refuse_foreign, unlock
from alternat.storage.faults import in_plain_words
from alternat.storage.locks import FileLock
from alternat.storage.whole_files import require_sound, whole_file

_STAMP = "%Y%m%dT%H%M%S%fZ"
_KEPT_ALL = dt.timedelta(hours=1)
_KEPT_HOURLY = dt.timedelta(days=1)
_KEPT_DAILY = dt.timedelta(days=31)
_KEPT_WEEKLY = dt.timedelta(days=366)


class BackupReason(StrEnum):
    """Why a backup was made; part of its file name."""

    REGULAR = "regular"
    BEFORE_UPDATE = "before-update"
    """Before the file was brought up to a later version's format."""
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    BEFORE_PASSWORD = "before-password"  # noqa: S105 - a reason


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a dialogue file."""

    path: Path
    at: dt.datetime
    """When it was made, with time zone UTC."""
    reason: BackupReason


def backup_folder(file: Path) -> Path:
    """Return where the backups of a dialogue file are."""
    return file.with_name(f"{file.name}-backups")


def backups(file: Path) -> tuple[Backup, ...]:
    """Return the backups of a dialogue file, the latest first."""
    found = (_backup(path) for path in backup_folder(file).glob("*.alternat"))
    return tuple(sorted((each for each in found if each), key=lambda each: each.at, reverse=True))


def back_up(engine: SqliteFile, reason: BackupReason) -> Backup:
    """Copy an open dialogue file into its backup folder, check the copy, and thin older ones."""
    file = Path(engine.address)
    backup = _new_backup(file, reason)
    with in_plain_words(str(backup.path)):
        backup.path.parent.mkdir(exist_ok=True)
        with whole_file(backup.path, engine.password) as part:
            _copy_pages(engine, part)
        thin(file, backup.at)
    return backup


def thin(file: Path, now: dt.datetime) -> None:
    """Remove backups, keeping the latest of each hour for a day, each day for a month, each week for a year.

    Those of the last hour all stay, and so does the latest of all. What a restore set aside stays for a year,
    since no other copy holds that state.
    """
    kept: set[tuple[str, str]] = set()
    for number, backup in enumerate(backups(file)):
        if backup.reason is BackupReason.BEFORE_RESTORE and now - backup.at <= _KEPT_WEEKLY:
            continue
        slot = _slot(backup.at, now - backup.at)
        if number and (slot is None or slot in kept):
            backup.path.unlink(missing_ok=True)
        elif slot:
            kept.add(slot)


def restore(file: Path, backup: Backup, *, password: str | None = None) -> Backup | None:
    """Put a backup in the place of a dialogue file that nobody has open; the old file is set aside first.

    Returns what was set aside; None where no file was. A protected backup needs the password of its time.
    """
    with in_plain_words(str(file)), _locked(file):
        refuse_foreign(backup.path, password)
        require_sound(backup.path, password)
        aside = _set_aside(file) if file.exists() else None
        with whole_file(file, password, replace=True) as part:
            shutil.copyfile(backup.path, part)
            # A rollback journal of the old file would be played back into the restored one.
            _rollback_journal(file).unlink(missing_ok=True)
    return aside


def restore_beside(target: Path, backup: Backup, *, password: str | None = None) -> None:
    """Write a backup to a new dialogue file; `WorkspaceExists` if there is something already."""
    with in_plain_words(str(target)):
        refuse_foreign(backup.path, password)
        with whole_file(target, password) as part:
            shutil.copyfile(backup.path, part)


def _copy_pages(engine: SqliteFile, part: Path) -> None:
    with closing(apsw.Connection(str(part))) as copy:
        unlock(copy, engine.password)
        with copy.backup("main", engine.driver_connection, "main") as pages:
            while not pages.done:
                pages.step(-1)


def _set_aside(file: Path) -> Backup:
    # Byte by byte, with its rollback journal, since the file may be too damaged for SQLite to copy.
    backup = _new_backup(file, BackupReason.BEFORE_RESTORE)
    backup.path.parent.mkdir(exist_ok=True)
    journal = _rollback_journal(file)
    if journal.exists():
        _copy_whole(journal, _rollback_journal(backup.path))
    _copy_whole(file, backup.path)
    return backup


def _copy_whole(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}-part")
    try:
        shutil.copyfile(source, part)
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except BaseException:
        # Half a copy must not be listed among the backups.
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    lock = FileLock(file)
    try:
        yield
    finally:
        lock.release()


def _new_backup(file: Path, reason: BackupReason) -> Backup:
    at = dt.datetime.now(dt.UTC)
    return Backup(backup_folder(file) / f"{at:{_STAMP}}-{reason}.alternat", at, reason)


def _backup(path: Path) -> Backup | None:
    stamp, _, reason = path.stem.partition("-")
    try:
        at = dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
        return Backup(path, at, BackupReason(reason))
    except ValueError:
        return None


def _slot(at: dt.datetime, age: dt.timedelta) -> tuple[str, str] | None:
    """Return what only one backup is kept for; None past the last age."""
    steps: tuple[tuple[dt.timedelta, Callable[[], str]], ...] = (
        (_KEPT_ALL, at.isoformat),
        (_KEPT_HOURLY, lambda: f"{at:%Y%m%dT%H}"),
        (_KEPT_DAILY, lambda: f"{at:%Y%m%d}"),
        (_KEPT_WEEKLY, lambda: f"{at:%G-W%V}"),
    )
    for oldest, name in steps:
        if age <= oldest:
            return (str(oldest), name())
    return None


def _rollback_journal(file: Path) -> Path:
    return file.with_name(f"{file.name}-journal")
