"""Writes a finished document to its file: all of it or nothing, and a fault in words that say what to do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alternat.errors import AlternatError
from alternat.language.messages import mark


class NotSaved(AlternatError):
    """The document could not be written; what was at `place` before is untouched."""

    template = mark("{place} could not be saved ({reason}). Choose another folder and try again.")


class FolderMissing(NotSaved):
    """The folder is gone or never was."""

    template = mark("{place} could not be saved, because its folder does not exist. Choose another folder.")


class PlaceReadOnly(NotSaved):
    """The file or its folder is protected."""

    template = mark(
        "{place} could not be saved, because the file or its folder is read-only. "
        "Choose another folder or name."
    )


class NoRoomToSave(NotSaved):
    """The disk is full."""

    template = mark("There is no room left to save {place}. Free some space and try again.")


class OpenInAnotherProgram(NotSaved):
    """Another program, such as a PDF viewer, holds the file."""

    template = mark(
        "{place} could not be replaced, because another program has it open. "
        "Close it there, or choose another name."
    )


_CAUSES: dict[int, type[NotSaved]] = {
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.EACCES: PlaceReadOnly,
    errno.EPERM: PlaceReadOnly,
    errno.EROFS: PlaceReadOnly,
    errno.ENOSPC: NoRoomToSave,
    errno.EDQUOT: NoRoomToSave,
    errno.EBUSY: OpenInAnotherProgram,
    errno.ETXTBSY: OpenInAnotherProgram,
}


def save(path: Path, content: bytes) -> None:
    """Write a document to a file, replacing what is there only when everything is safely on the disk.

    What goes wrong is a `NotSaved`; the file is then as it was before.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _in_plain_words(path):
        if path.exists() and not os.access(path, os.W_OK):
            raise PlaceReadOnly(place=str(path))
        if path.exists() and not (path.is_file() or path.is_dir()):
            # A device or a pipe is written to; another file must not take its place.
            with path.open("wb", buffering=0) as device:
                device.write(content)
            return
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError as fault:
        # Windows refuses to replace a file that a viewer holds; the folder itself was writable a moment ago.
        raise OpenInAnotherProgram(place=str(path)) from fault


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        kind = _CAUSES.get(fault.errno or 0, NotSaved)
        raise kind(place=str(path), reason=fault.strerror or str(fault)) from fault
