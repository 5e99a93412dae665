"""Backups of a dialogue file in a folder beside it, thinned with age.

They stand beside the file, not in a folder of the program, so that whoever moves or destroys a dialogue
with its personal data finds all of it in one place.
"""

import datetime as dt
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import apsw

from alternat.storage.engines.sqlite import SqliteFile, refuse_foreign, unlock
from alternat.storage.faults import in_plain_words
from alternat.storage.locks import FileLock
from alternat.storage.thinning import KEPT_WEEKLY, superfluous
from alternat.storage.whole_files import (
    NEIGHBOURS,
    PART,
    forget,
    keep_permissions,
    neighbours,
    refuse_hard_links,
    require_sound,
    whole_file,
)

_PAGES = 500
"""How many pages are copied between two looks whether to stop."""
_STAMP = "%Y%m%dT%H%M%S%fZ"


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
    """Return where the backups of a dialogue file are: beside the file itself, where a link leads to it."""
    file = file.resolve()
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
        _make_folder(file)
        with whole_file(backup.path, engine.password, like=file) as part:
            copy_pages(engine, part)
        thin(file, backup.at, made=backup.path)
    return backup


def thin(file: Path, now: dt.datetime, *, made: Path | None = None) -> None:
    """Remove backups, keeping the latest of each hour for a day, each day for a month, each week for a year.

    Their ages are told among themselves, so that a wrong clock removes none. The one just made stays, and
    what a restore set aside stays for a year, since no other copy holds that state.
    """
    found = backups(file)
    newest = found[0].at if found else now
    regular = [
        each
        for each in found
        if each.reason is not BackupReason.BEFORE_RESTORE or newest - each.at > KEPT_WEEKLY
    ]
    for index in superfluous([each.at for each in regular], now):
        if regular[index].path != made:
            forget(regular[index].path)


def remove_leftovers(file: Path) -> None:
    """Remove what killed processes left unfinished beside a locked file and among its backups."""
    parts = (path for path in backup_folder(file).glob(f"*{PART}*") if path.is_file())
    unfinished = {file, *(_finished_name(part) for part in parts)}
    for path in unfinished:
        # Only names that we give ourselves: whatever else lies there is somebody's.
        if path == file or _backup(path) is not None:
            with suppress(OSError):
                for each in (path, *neighbours(path)):
                    forget(_unfinished(each))


def restore(file: Path, backup: Backup, *, password: str | None = None) -> Backup | None:
    """Put a backup in the place of a dialogue file that nobody has open; the old file is set aside first.

    Returns what was set aside; None where no file was. A protected backup needs the password of its time.
    """
    # A link stays one: the file behind it is replaced.
    file = file.resolve()
    with in_plain_words(str(file)), _locked(file):
        refuse_hard_links(file)
        refuse_foreign(backup.path, password)
        require_sound(backup.path, password)
        aside = _set_aside(file) if file.exists() else None
        like = file if file.exists() else backup.path
        with whole_file(file, password, replace=True, like=like) as part:
            shutil.copyfile(backup.path, part)
    return aside


def restore_beside(target: Path, backup: Backup, *, password: str | None = None) -> None:
    """Write a backup to a new dialogue file; `WorkspaceExists` if there is something already."""
    with in_plain_words(str(target)):
        refuse_foreign(backup.path, password)
        with whole_file(target, password, like=backup.path) as part:
            shutil.copyfile(backup.path, part)


def copy_pages(engine: SqliteFile, part: Path) -> None:
    """Copy an open dialogue file page by page into another file, under the same password."""
    with closing(apsw.Connection(str(part))) as copy:
        unlock(copy, engine.password)
        with copy.backup("main", engine.driver_connection, "main") as pages:
            while not pages.done:
                engine.require_going()
                pages.step(_PAGES if engine.may_be_stopped else -1)


def _set_aside(file: Path) -> Backup:
    # Byte by byte, with its journals, since the file may be too damaged for SQLite to copy.
    backup = _new_backup(file, BackupReason.BEFORE_RESTORE)
    _make_folder(file)
    for old, kept in zip(neighbours(file), neighbours(backup.path), strict=True):
        if old.exists():
            _copy_whole(old, kept)
    _copy_whole(file, backup.path)
    return backup


def _copy_whole(source: Path, target: Path) -> None:
    part = _unfinished(target)
    try:
        part.touch(mode=0o600)
        shutil.copyfile(source, part)
        keep_permissions(source, part)
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except BaseException:
        # Half a copy must not be listed among the backups.
        part.unlink(missing_ok=True)
        raise


def _make_folder(file: Path) -> None:
    """Make the folder of a file's backups, which nobody may enter who may not read the file."""
    folder = backup_folder(file)
    if not folder.exists():
        folder.mkdir(exist_ok=True)
        readable = stat.S_IMODE(file.stat().st_mode) & 0o444
        with suppress(OSError):
            folder.chmod(readable | readable >> 2 | 0o700)


def _finished_name(part: Path) -> Path:
    """Return the name that an unfinished file, or a file that SQLite puts beside one, would have had."""
    name = part.name[: part.name.rindex(PART)]
    for end in NEIGHBOURS:
        name = name.removesuffix(end)
    return part.with_name(name)


def _unfinished(path: Path) -> Path:
    return path.with_name(f"{path.name}{PART}")


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
