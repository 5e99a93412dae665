"""How the rows of a workbook stood when it was written: short prints, by which what changed since is told."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping

from alternat.planning.disclosure import Audience
from alternat.planning.follow_up_records import FollowUp, Record
from alternat.planning.follow_up_sheets import Sheet

_CELL = re.compile(r"(?:desk|both|public):stood\.([a-z_]+)=((?:[0-9a-f]{16} ?)+)")
_IN_A_CELL = 1500
"""How many prints a cell holds; a cell has room for 32,767 characters."""
_HALF = 8

Prints = Mapping[str, str]
"""Of rows of a sheet: the print of what finds a row, and the print of all it says."""


def prints_in(cells: Iterable[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the prints that cells hold, with the id of their sheet."""
    for found in filter(None, map(_CELL.fullmatch, cells)):
        yield found[1], {each[:_HALF]: each[_HALF:] for each in found[2].split()}


def prints_of(follow_up: FollowUp, audience: Audience) -> Iterator[str]:
    """Yield cells that hold the prints of all rows that an audience is shown."""
    for sheet in follow_up.sheets:
        prints = ["".join(print_of(sheet, record)) for record in follow_up.of(sheet.id)]
        for at in range(0, len(prints), _IN_A_CELL):
            yield f"{audience}:stood.{sheet.id}={' '.join(prints[at : at + _IN_A_CELL])}"


def print_of(sheet: Sheet, record: Record) -> tuple[str, str]:
    """Return the print of what finds a row, and of all it says."""
    key = record.cells.get(sheet.key) or record.key
    return _short(str(key)), _short(repr(sorted(record.cells.items())))


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
