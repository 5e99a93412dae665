"""Dialogue files that appear whole and checked under their name, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import MissingFile, WorkspaceExists

PART = "-part"
"""What the name of a file ends in that is not finished yet."""
NEIGHBOURS = ("-journal", "-wal", "-shm")
"""What the names of the files end in that SQLite puts beside one."""


@contextmanager
def whole_file(path: Path, password: str | None, *, replace: bool = False) -> Iterator[Path]:
    """Let the block write a dialogue file under another name; once checked, it takes its own in one step.

    Raises `MissingFile` without a folder for it, and `WorkspaceExists` unless `replace` allows for that.
    """
    if not path.parent.is_dir():
        raise MissingFile(place=str(path.parent))
    if os.path.lexists(path) and not replace:
        raise WorkspaceExists(place=str(path))
    part = path.with_name(f"{path.name}{PART}")
    _forget(part)
    try:
        yield part
        require_sound(part, password)
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except BaseException:
        _forget(part)
        raise
    _sync_folder(path.parent)


def _forget(part: Path) -> None:
    """Remove what is left of an unfinished file; its journal would be played back into the next one."""
    for leftover in (part, *(part.with_name(f"{part.name}{end}") for end in NEIGHBOURS)):
        leftover.unlink(missing_ok=True)


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
