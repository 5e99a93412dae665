"""Dialogue files that appear whole and checked under their name, or not at all."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import apsw

from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import MissingFile, SeveralNames, WorkspaceExists

PART = "-part"
"""What the name of a file ends in that is not finished yet."""
NEIGHBOURS = ("-journal", "-wal", "-shm")
"""What the names of the files end in that SQLite puts beside one."""
_ACL = "system.posix_acl_access"


@contextmanager
def whole_file(
    path: Path,
    password: str | None,
    *,
    replace: bool = False,
    like: Path | None = None,
) -> Iterator[Path]:
    """Let the block write a dialogue file under another name; once checked, it takes its own in one step.

    It may be read by whom `like` may be read by, from its first byte on. What SQLite left beside a file of
    that name goes after every check, right before the new one comes. Raises `MissingFile` without a folder
    for it, and `WorkspaceExists` unless `replace` allows for that.
    """
    if not path.parent.is_dir():
        raise MissingFile(place=str(path.parent))
    if os.path.lexists(path) and not replace:
        raise WorkspaceExists(place=str(path))
    part = path.with_name(f"{path.name}{PART}")
    forget(part)
    try:
        if like is not None:
            part.touch(mode=0o600)
            keep_permissions(like, part)
        yield part
        require_sound(part, password)
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        _end_journals(path)
        part.replace(path)
    except BaseException:
        forget(part)
        raise
    _sync_folder(path.parent)


def forget(path: Path) -> None:
    """Remove a file with what is left beside it, which would be played into the next one of that name."""
    for leftover in (path, *neighbours(path)):
        leftover.unlink(missing_ok=True)


def neighbours(path: Path) -> tuple[Path, ...]:
    """Return where SQLite puts what it keeps beside a file: its journals, there or not."""
    return tuple(path.with_name(f"{path.name}{end}") for end in NEIGHBOURS)


def _end_journals(path: Path) -> None:
    """Remove what lies beside a file about to be replaced, or lost: it would be played into the new one.

    It is played back first where it can be, so that the old file is whole up to the last moment.
    """
    left = [each for each in neighbours(path) if each.exists()]
    if left and path.exists():
        with suppress(apsw.Error), closing(apsw.Connection(str(path), apsw.SQLITE_OPEN_READWRITE)) as old:
            old.pragma("schema_version")
    for each in left:
        each.unlink(missing_ok=True)


def keep_permissions(source: Path, target: Path) -> None:
    """Let those read and write a file who may do so with another one, as far as the system lets us."""
    with suppress(OSError):
        shutil.copymode(source, target)
    if sys.platform == "linux":
        here, there = target.stat(), source.stat()
        with suppress(OSError):
            if (here.st_uid, here.st_gid) != (there.st_uid, there.st_gid):
                os.chown(target, there.st_uid, there.st_gid)
                shutil.copymode(source, target)
        with suppress(OSError):
            os.setxattr(target, _ACL, os.getxattr(source, _ACL))


def refuse_hard_links(path: Path) -> None:
    """Raise `SeveralNames` for a file that has another name, which would be cut off from it or harmed."""
    if path.exists() and (names := path.stat().st_nlink) > 1:
        raise SeveralNames(place=str(path), names=names)


def require_sound(path: Path, password: str | None) -> None:
    """Raise an error for a file that is no dialogue, has broken pages, or has another password."""
    engine = SqliteFile(path, write=False, password=password)
    engine.connect()
    try:
        engine.require_sound()
    finally:
        engine.close()


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
