"""Turns whatever the storage libraries raise into one error that says what happened and what to do."""

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import apsw
import peewee as pw

from alternat.errors import AlternatError
from alternat.language.messages import mark


class StorageError(AlternatError):
    """A fault of the place where the dialogue is kept; `place` is its path or address."""

    template = mark("{place} could not be read or written ({reason}). Nothing was changed.")


class Stopped(AlternatError):
    """Long work was stopped by the person who began it."""

    template = mark("It was stopped, and nothing was changed.")


class MissingFile(StorageError):
    """There is no file at the path."""

    template = mark(
        "{place} does not exist. It may have been moved or renamed, or its drive is not connected."
    )


class WorkspaceExists(StorageError):
    """A new dialogue would replace something."""

    template = mark("{place} exists already and was left as it is. Choose another name for the new dialogue.")


class NotADialogue(StorageError):
    """The file or database is something else."""

    template = mark("{place} is not an Alternat dialogue. It was left as it is; choose another file.")


class DamagedDialogue(StorageError):
    """The file is a dialogue that cannot be read in full."""

    template = mark("{place} is damaged and was left as it is. Restore its latest backup.")


class EmptyDialogue(StorageError):
    """The file was left without content when it was made, by a version that could be interrupted there."""

    template = mark("{place} is empty: making it was interrupted. Remove it, and make the dialogue anew.")


class PasswordNeeded(StorageError):
    """The file looks encrypted, and no password was given."""

    template = mark(
        "{place} is protected by a password, or is not an Alternat dialogue. Open it with its password."
    )


class WrongPassword(StorageError):
    """The password does not open the file."""

    template = mark(
        "The password does not open {place}. Check capitals and the keyboard’s language, and try again."
    )


class NewerDialogue(StorageError):
    """The file was written by a later version."""

    template = mark(
        "{place} was written by a later version of Alternat (format {found}; this version reads up to "
        "{known}). Update Alternat to open it."
    )


class OlderDialogue(StorageError):
    """The file was written by an earlier version and was opened for reading only."""

    template = mark(
        "{place} was written by an earlier version of Alternat (format {found}; this version writes "
        "{known}). Open it once for editing, so that it can be brought up to date."
    )


class ReadOnlyPlace(StorageError):
    """The file or its folder cannot be written."""

    template = mark(
        "{place} cannot be changed, because it or its folder is read-only. Copy it to a folder of your own."
    )


class NoPermission(StorageError):
    """The operating system or the server refuses access."""

    template = mark("You are not allowed to open {place}. Ask the person who manages it for access.")


class DiskFull(StorageError):
    """There is no room left."""

    template = mark(
        "There is no room left to save {place}. The last change was not made; free some space and try again."
    )


class FileBusy(StorageError):
    """Somebody else is writing at this moment and has not finished in time."""

    template = mark(
        "{place} is being written by another program. The change was not made; try again in a moment."
    )


class FileMoved(StorageError):
    """The file was moved, renamed or replaced while it was open."""

    template = mark(
        "{place} was moved or replaced while it was open. The change was not made; open the file again."
    )


class SeveralNames(StorageError):
    """The file has several names, hard links, which SQLite cannot keep in step."""

    template = mark(
        "{place} has {names} names in the file system (hard links), and changing it under one of them would "
        "harm it. Copy it to a file of its own, or open it for reading only."
    )


class LockLost(StorageError):
    """The lock's file was removed, and somebody else has the dialogue open for editing by now."""

    template = mark(
        "{place} was opened for editing elsewhere meanwhile, since its lock was removed. The change was not "
        "made; close it there, and open it here again."
    )


class ServerGone(StorageError):
    """The database server cannot be reached or has closed the connection."""

    template = mark(
        "The server of {place} does not answer. The change was not made; try again when it can be reached."
    )


class DeskBusy(FileBusy):
    """Another desk is writing to the shared dialogue and has not finished in time."""

    template = mark(
        "Another desk is changing {place} at this moment and has not finished. The change was not made; try "
        "again in a moment."
    )


class FateUnknown(ServerGone):
    """The connection broke while a change was being kept, and the server cannot be asked."""

    template = mark(
        "The connection to {place} broke while the change was being saved, and it is not known whether it "
        "was kept. Look whether it is there before you make it again."
    )


class ServerUnreachable(StorageError):
    """The database server could not be reached, or refused to open the database."""

    template = mark(
        "{place} could not be opened ({reason}). Check the address, your name and password, and that the "
        "server is running."
    )


class NotUnique(StorageError):
    """A value that must differ from all others is there already."""

    template = mark("The change was not made: {place} has another entry with the same {what}.")


class StillReferred(StorageError):
    """A row refers to one that is not there, or would be left referring to nothing."""

    template = mark("The change was not made: something in {place} refers to an entry that is not there.")


class ValueUnfit(StorageError):
    """A value is missing, too long or of the wrong kind."""

    template = mark("The change was not made: a value is missing or does not fit in {place} ({reason}).")


_SQLITE_EXTENDED: dict[int, type[StorageError]] = {
    apsw.SQLITE_IOERR_SHORT_READ: DamagedDialogue,
    apsw.SQLITE_READONLY_DBMOVED: FileMoved,
    apsw.SQLITE_CONSTRAINT_UNIQUE: NotUnique,
    apsw.SQLITE_CONSTRAINT_PRIMARYKEY: NotUnique,
    apsw.SQLITE_CONSTRAINT_FOREIGNKEY: StillReferred,
}
_SQLITE: dict[int, type[StorageError]] = {
    apsw.SQLITE_BUSY: FileBusy,
    apsw.SQLITE_LOCKED: FileBusy,
    apsw.SQLITE_READONLY: ReadOnlyPlace,
    apsw.SQLITE_CORRUPT: DamagedDialogue,
    apsw.SQLITE_FULL: DiskFull,
    apsw.SQLITE_NOTADB: NotADialogue,
    apsw.SQLITE_CONSTRAINT: ValueUnfit,
    apsw.SQLITE_TOOBIG: ValueUnfit,
    apsw.SQLITE_MISMATCH: ValueUnfit,
    apsw.SQLITE_PERM: NoPermission,
}
_SYSTEM: dict[int, type[StorageError]] = {
    errno.ENOENT: MissingFile,
    errno.ENOTDIR: MissingFile,
    errno.EISDIR: NotADialogue,
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EROFS: ReadOnlyPlace,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
}
_SQLSTATE: dict[str, type[StorageError]] = {
    "23505": NotUnique,
    "23503": StillReferred,
    "23502": ValueUnfit,
    "22": ValueUnfit,
    "40": DeskBusy,
    "55P03": DeskBusy,
    "53100": DiskFull,
    "57014": ServerGone,
    "25P03": ServerGone,
    "08": ServerGone,
    "57P": ServerGone,
    "42501": NoPermission,
    "25006": ReadOnlyPlace,
    "28": NoPermission,
    "3D000": MissingFile,
    "42P01": DamagedDialogue,
    "42703": DamagedDialogue,
}
_NO_SUCH = ("no such table", "no such column", "malformed database schema")


@contextmanager
def in_plain_words(place: str, system_error: Callable[[], int] = lambda: 0) -> Iterator[None]:
    """Let faults of the block leave as a `StorageError` about `place`; other errors pass unchanged.

    `system_error` returns the operating system's number behind an engine's "disk I/O error".
    """
    try:
        yield
    except AlternatError:
        raise
    except _library_errors() as fault:
        raise classified(fault, place, system_error()) from fault


def classified(fault: BaseException, place: str, system_error: int = 0) -> StorageError:
    """Return the error for a fault, decided by its innermost cause, which the outer ones may hide."""
    for cause in reversed(_chain(fault)):
        kind = _kind(cause, system_error)
        if kind is not None:
            return kind(place=place, reason=str(cause), what=_column(cause))
    return StorageError(place=place, reason=str(fault))


def _chain(fault: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while fault is not None and fault not in chain:
        chain.append(fault)
        fault = fault.__cause__ or fault.__context__
    return chain


def _kind(cause: BaseException, system_error: int) -> type[StorageError] | None:
    if isinstance(cause, apsw.Error):
        return _sqlite_kind(cause, system_error)
    if isinstance(cause, _server_errors()):
        return _server_kind(cause)
    if isinstance(cause, OSError) and cause.errno is not None:
        return _SYSTEM.get(cause.errno)
    return None


def _sqlite_kind(cause: apsw.Error, system_error: int) -> type[StorageError] | None:
    if isinstance(cause, apsw.CantOpenError | apsw.IOError) and system_error in _SYSTEM:
        return _SYSTEM[system_error]
    if str(cause).startswith(_NO_SUCH):
        # Every version has the tables it looks for, unless damage took one.
        return DamagedDialogue
    extended = getattr(cause, "extendedresult", 0)
    return _SQLITE_EXTENDED.get(extended) or _SQLITE.get(extended & 0xFF)


def _library_errors() -> tuple[type[Exception], ...]:
    return (pw.PeeweeException, apsw.Error, OSError, *_server_errors())


def _server_errors() -> tuple[type[Exception], ...]:
    """Return the driver's errors, if the driver has been needed at all."""
    psycopg = sys.modules.get("psycopg")
    return (psycopg.Error,) if psycopg else ()


def _server_kind(cause: Any) -> type[StorageError] | None:
    state = cause.sqlstate or ""
    for prefix, kind in _SQLSTATE.items():
        if state.startswith(prefix):
            return kind
    is_operational = any(each.__name__ == "OperationalError" for each in type(cause).__mro__)
    return ServerGone if is_operational else None


def _column(cause: BaseException) -> str:
    """Return the columns of a broken uniqueness rule, as in `reference`."""
    diagnosis: Any = getattr(cause, "diag", None)
    if diagnosis is not None:
        detail = diagnosis.message_detail or ""
        return detail.partition("(")[2].partition(")")[0].replace("_id", "")
    names = str(cause).rpartition(": ")[2].split(", ")
    return ", ".join(name.rpartition(".")[2].removesuffix("_id") for name in names)
