"""The programme as CSV that Excel opens rightly in English, French and Chinese, and that imports again."""

import csv
import io
from datetime import date, datetime, time

from alternat.exchange.exports.formulas import guarded
from alternat.exchange.exports.grid import Cell, columns
from alternat.exchange.exports.public import PublicProgramme
from alternat.language.label import Language

_BYTE_ORDER_MARK = "\ufeff"


def separator(language: Language) -> str:
    """Return what parts the cells for an edition of Excel: French ones expect a semicolon, others a comma."""
    return ";" if language is Language.FR else ","


def write_csv(programme: PublicProgramme, now: datetime) -> bytes:  # noqa: ARG001 - every format is given it
    """Return UTF-8 with its mark, which Excel needs to see, lines ended as RFC 4180 ends them.

    What parts the cells follows the edition of Excel that was asked for, or else the first language of the
    file: never that of the screen, since the file is opened elsewhere. Days and times are as ISO 8601 writes
    them, which every edition of Excel takes for what they are.
    """
    stream = io.StringIO()
    writer = csv.writer(
        stream, delimiter=separator(programme.excel or programme.languages[0]), lineterminator="\r\n"
    )
    grid = columns(programme)
    writer.writerow([" / ".join(column.headings) for column in grid])
    for session in programme.sessions:
        writer.writerow([guarded(_text(column.cell(session))) for column in grid])
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode()


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
