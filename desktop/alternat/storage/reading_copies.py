"""A copy of an older dialogue file, brought up to date for whoever only reads: the file stays as it is.

The copies are in the system's folder for temporary files, each in a folder that nobody else may enter. It
goes with the engine; what a killed process left is removed by the next one that reads so.
"""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from alternat.storage.backup import copy_pages
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import in_plain_words
from alternat.storage.migrations.applying import bring_up_to_date
from alternat.storage.migrations.schema import Schema

_PREFIX = "alternat-reading-"


class ReadingCopy(SqliteFile):
    """An engine that reads the copy and calls itself by the file's own name."""

    def __init__(self, copy: Path, original: Path, password: str | None) -> None:
        super().__init__(copy, write=False, password=password)
        self._copy, self._original = copy, original
        self.address, self.name = str(original), original.stem

    def twin(self) -> SqliteFile:
        """Return another engine for the same copy, not connected yet."""
        return ReadingCopy(self._copy, self._original, self.password)

    def forget_copy(self) -> None:
        """Remove the copy; engines for it are closed by now."""
        shutil.rmtree(self._copy.parent, ignore_errors=True)


def updated_copy(engine: SqliteFile, schema: Schema) -> ReadingCopy:
    """Return a connected engine for an up-to-date copy of an open file."""
    original = Path(engine.address)
    with in_plain_words(tempfile.gettempdir()):
        forget_leftovers()
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        copy = folder / original.name
        with in_plain_words(str(copy)):
            copy_pages(engine, copy)
        writer = SqliteFile(copy, write=True, password=engine.password)
        writer.connect()
        try:
            bring_up_to_date(writer, schema)
            writer.forget_journal_file()
        finally:
            writer.close()
        reader = ReadingCopy(copy, original, engine.password)
        reader.connect()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return reader


def forget_leftovers() -> None:
    """Remove the copies of processes that are gone; where that cannot be told, they are left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        # There an open file cannot be removed, so that a copy in use stays anyway.
        return process == os.getpid()
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
