"""One writer a file: a lock of the operating system on a small file beside it, gone when its holder is."""

import contextlib
import getpass
import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from alternat.language.messages import Message, mark, message
from alternat.storage.faults import LockLost, NoPermission, ReadOnlyPlace, StorageError, in_plain_words

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 1 << 30
"""Windows locks bytes against reading too, so the byte lies far behind the holder's name."""


class OpenElsewhere(StorageError):
    """Another window or computer has the dialogue open for editing."""

    template = mark(
        "{place} is open for editing elsewhere ({holder}). Close it there, or open it here for reading only."
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for editing."""

    person: str
    computer: str
    process: int
    since: str
    """ISO 8601, UTC."""

    def in_words(self) -> Message:
        """Return the holder for a message."""
        since = datetime.fromisoformat(self.since)
        return message(
            "{person} on {computer}, since {day} {time} UTC",
            person=self.person,
            computer=self.computer,
            day=since.date(),
            time=f"{since:%H:%M}",
        )


class FileLock:
    """The lock on one dialogue file, held until `release` or the end of the process, however it ends."""

    def __init__(self, file: Path) -> None:
        self._place, self._path = str(file), file.with_name(f"{file.name}-lock")
        self._handle = self._taken()
        self._sign()

    def release(self) -> None:
        """Let others write; the lock's file goes too. A second call does nothing."""
        if self._handle.closed:
            return
        with contextlib.suppress(OSError):
            # Windows refuses to remove an open file, and then removal waits for the next holder.
            if _is_still_there(self._handle, self._path):
                self._path.unlink()
        self._handle.close()
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._path.unlink()

    def keep(self) -> None:
        """Make sure that the lock is still ours; one whose file was removed is taken anew if nobody has it.

        `LockLost` if somebody has.
        """
        if _is_still_there(self._handle, self._path):
            return
        try:
            handle = self._taken()
        except OpenElsewhere as fault:
            raise LockLost(place=self._place) from fault
        self._handle.close()
        self._handle = handle
        self._sign()

    def _taken(self) -> IO[bytes]:
        while True:
            handle = self._opened()
            if not _try_lock(handle):
                holder = _holder(handle)
                handle.close()
                words = holder.in_words() if holder else message("by whom is not known")
                raise OpenElsewhere(place=self._place, holder=words, reason="")
            if _is_still_there(handle, self._path):
                return handle
            # The holder before us removed the file between our opening and our locking it.
            handle.close()

    def _opened(self) -> IO[bytes]:
        try:
            with in_plain_words(self._place):
                return self._path.open("a+b")
        except NoPermission as fault:
            raise ReadOnlyPlace(place=self._place) from fault

    def _sign(self) -> None:
        holder = Holder(
            _person(), platform.node(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds")
        )
        with in_plain_words(self._place):
            self._handle.truncate(0)
            self._handle.write(json.dumps(asdict(holder), ensure_ascii=False).encode())
            self._handle.flush()


def _try_lock(handle: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            handle.seek(_LOCKED_BYTE)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(handle: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _holder(handle: IO[bytes]) -> Holder | None:
    try:
        handle.seek(0)
        kept: Mapping[str, object] = json.loads(handle.read(4096))
        return Holder(
            str(kept["person"]), str(kept["computer"]), int(str(kept["process"])), str(kept["since"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
