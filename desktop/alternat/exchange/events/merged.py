"""Merged cells of a list of sessions: their text belongs to each of the rows that they stand beside."""

from dataclasses import dataclass

from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.fields import EventField
from alternat.exchange.sources.table import Sheet
from alternat.language.messages import Message, counted
from alternat.planning.problem_groups import ranges


@dataclass(frozen=True, slots=True)
class FilledRows:
    """All rows of a sheet with the texts of the merged cells beside them, and what is told of that."""

    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Message, ...] = ()


def filled_down(sheet: Sheet, columns: EventColumns) -> FilledRows:
    """Return the rows of a sheet in which a cell merged over several rows says its text in each of them.

    A row with nothing of its own is none. Only columns that are read are filled.
    """
    rows = [list(row) for row in sheet.rows]
    filled: set[int] = set()
    for span in sheet.merged:
        if span.top <= columns.header or columns.meanings[span.left] is EventField.IGNORE:
            continue
        text = sheet.rows[span.top][span.left]
        for at in range(span.top + 1, span.bottom + 1):
            if text and any(sheet.rows[at]) and not rows[at][span.left]:
                rows[at][span.left] = text
                filled.add(sheet.numbers[at])
    if not filled:
        return FilledRows(sheet.rows)
    note = counted(
        "{count} row is read with the text of the merged cells beside it: {rows}",
        "{count} rows are read with the text of the merged cells beside them: {rows}",
        len(filled),
        rows=ranges(sorted(filled)),
    )
    return FilledRows(tuple(tuple(row) for row in rows), (note,))
