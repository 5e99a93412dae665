"""Reading a list out of a file in a limited process, so that no file can harm the program or hang it."""

import json
from pathlib import Path
from typing import Any

from alternat.exchange.sources.refusals import (
    ReaderStopped,
    SourceEmpty,
    SourceForbidden,
    SourceIsFolder,
    SourceMissing,
    SourceTooLarge,
    SourceTooSlow,
    refusals,
)
from alternat.exchange.sources.table import Reading, Sheet
from alternat.processes import ask

MAX_BYTES = 30_000_000
MAX_SECONDS = 15
SECONDS_FOR_A_MEGABYTE = 1.5
"""What is allowed beside: a workbook formatted to its last row is small and takes its time."""


def read_file(path: Path, *, encoding: str | None = None, seconds: float | None = None) -> Reading:
    """Return what a file holds, read in a process of its own; raises a SourceRefused.

    If that process dies of the file, a second one reads it the slower and more careful way.
    """
    _refuse_unreadable(path)
    if seconds is None:
        seconds = MAX_SECONDS + int(path.stat().st_size / 1_000_000 * SECONDS_FOR_A_MEGABYTE)
    request = {"path": str(path.resolve()), "encoding": encoding, "is_careful": False}
    answer = _ask(request, path.name, seconds) or _ask({**request, "is_careful": True}, path.name, seconds)
    if answer is None:
        raise ReaderStopped(file=path.name)
    if "refusal" in answer:
        raise refusals()[answer["refusal"]](**answer["arguments"])
    return Reading(
        tuple(Sheet.from_plain(sheet) for sheet in answer["sheets"]),
        answer["encoding"],
        answer["is_encoding_certain"],
        answer["delimiter"],
        tuple((kind, lines) for kind, lines in answer["remarks"]),
    )


def _refuse_unreadable(path: Path) -> None:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise SourceIsFolder(file=path.name or str(path))
        with path.open("rb"):
            pass
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceMissing(file=path.name or str(path)) from error
    except OSError as error:
        raise SourceForbidden(file=path.name or str(path)) from error
    if size == 0:
        raise SourceEmpty(file=path.name)
    if size > MAX_BYTES:
        raise SourceTooLarge(file=path.name, limit=MAX_BYTES // 1_000_000)


def _ask(request: dict[str, Any], file: str, seconds: float) -> dict[str, Any] | None:
    """Return the answer of a new reading process, or nothing if it died."""
    try:
        told = ask("alternat.exchange.sources.reader", json.dumps(request).encode(), seconds=seconds)
    except TimeoutError as error:
        raise SourceTooSlow(file=file, seconds=seconds) from error
    if told is None:
        return None
    answer: dict[str, Any] = json.loads(told.decode("utf-8", "surrogatepass"))
    return answer
