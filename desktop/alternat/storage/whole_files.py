"""Dialogue files that appear whole and checked under their name, or not at all."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from alternat.storage.engines.sqlite import APPLICATION_ID
from alternat.storage.faults import DamagedDialogue, MissingFile, WorkspaceExists


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Let the block write a dialogue file under another name; once checked, it takes its own in one step.

    Raises `MissingFile` without a folder for it, and `WorkspaceExists` unless `replace` allows for that.
    """
    if not path.parent.is_dir():
        raise MissingFile(place=str(path.parent))
    if os.path.lexists(path) and not replace:
        raise WorkspaceExists(place=str(path))
    part = path.with_name(f"{path.name}-part")
    part.unlink(missing_ok=True)
    try:
        yield part
        require_sound(part)
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def require_sound(path: Path) -> None:
    """Raise `DamagedDialogue` for a file that is no dialogue or has broken pages."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        is_ours = connection.pragma("application_id") == APPLICATION_ID
        if not is_ours or connection.pragma("quick_check") != "ok":
            raise DamagedDialogue(place=str(path))


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
