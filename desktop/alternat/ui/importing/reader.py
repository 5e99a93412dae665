"""Reading a list off the window's thread, so that a slow or hostile file never holds up the person."""

from collections.abc import Callable
from pathlib import Path

from alternat.exchange.people_import import read_source
from alternat.exchange.sources.table import Table
from alternat.ui.importing.off_thread import LatestWork

Read = Callable[[Path, str | None], Table]


def read(path: Path, encoding: str | None) -> Table:
    """Return the list in a file, its text in the encoding asked for or in the one recognised."""
    return read_source(path, encoding=encoding)


class SourceReader(LatestWork):
    """Reads one file at a time; `done` brings the `Table`. A reading process ends by itself in time."""

    def __init__(self, reading: Read = read) -> None:
        super().__init__()
        self._reading = reading

    def start(self, path: Path, encoding: str | None = None) -> None:
        """Read a file; `done` or `refused` tells when it is over."""
        self._run(self._begin(), lambda: self._reading(path, encoding))
