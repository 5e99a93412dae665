"""Importing a list of sessions: its columns are recognised and a plan is made; nothing is written."""

from dataclasses import replace
from pathlib import Path

from alternat.exchange.events.columns import EventColumns, event_likeness, recognise_events
from alternat.exchange.events.fields import EventField
from alternat.exchange.events.parties import PartyReader
from alternat.exchange.events.rows import RowReader
from alternat.exchange.people_import import read_source
from alternat.exchange.sources.table import Table
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.event_imports import EventDraft, EventPlan, compared
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import read_programme


def read_events(path: Path | str, *, encoding: str | None = None, sheet: str | None = None) -> Table:
    """Return the list in a CSV or XLSX file, as `people_import.read_source` does.

    Of a workbook the sheet that looks most like a list of sessions is taken unless one is named.
    """
    table = read_source(path, encoding=encoding, sheet=sheet)
    if sheet is not None:
        return table
    sheets = table.reading.sheets
    merits = [(not each.is_hidden, event_likeness(each), len(each.rows)) for each in sheets]
    return replace(table, sheet_number=max(range(len(sheets)), key=merits.__getitem__))


def plan_events(tables: Tables, meeting: int, table: Table, columns: EventColumns | None = None) -> EventPlan:
    """Return what importing a list would do to a meeting's programme.

    `read_events` reads the file, `recognise_events` its columns, which raises NoSessionHeadings. Rows without
    a title and a time are left out.
    """
    columns = columns or recognise_events(table)
    programme = read_programme(tables, meeting)
    reader = RowReader(
        columns, programme, tables.Meeting.get_by_id(meeting).year, PartyReader(tables, programme)
    )
    sessions = tuple(programme.sessions.values())
    needed = (columns.fields[EventField.START], *columns.titles.values())
    drafts = [
        reader.read(number, cells)
        for at, (number, cells) in enumerate(zip(table.sheet.numbers, table.rows, strict=True))
        if at > columns.header and any(cells[each].strip() for each in needed)
    ]
    rows = tuple(compared(draft, sessions) for draft in _without_twins(drafts))
    return EventPlan(meeting, table.source, rows, sessions, _notes(columns.unknown))


def _without_twins(drafts: list[EventDraft]) -> list[EventDraft]:
    """Return the drafts; one that says the same as a row above it is blocked."""
    seen: dict[object, int] = {}
    result = []
    for draft in drafts:
        first = seen.setdefault((draft.uid, draft.day, draft.start, draft.room, draft.title), draft.row)
        if first != draft.row and not draft.is_blocked:
            text = message("The row says the same as row {row}. Remove one of them.", row=str(first))
            twin = RowProblem(draft.row, "", Severity.BLOCKS, text)
            result.append(replace(draft, problems=(*draft.problems, twin)))
        else:
            result.append(draft)
    return result


def _notes(unknown: tuple[str, ...]) -> tuple[Message, ...]:
    if not unknown:
        return ()
    return (message("Columns that are not read: {columns}", columns=", ".join(unknown)),)
