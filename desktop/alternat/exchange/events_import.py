"""Importing a list of sessions: its columns are recognised and a plan is made; nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from alternat.exchange.events.columns import EventColumns, NoSessions, event_likeness, recognise_events
from alternat.exchange.events.day_reader import list_order
from alternat.exchange.events.days import Frame
from alternat.exchange.events.fields import EventField
from alternat.exchange.events.merged import filled_down
from alternat.exchange.events.moments import MomentReader
from alternat.exchange.events.parties import PartyNames, PartyReader
from alternat.exchange.events.row import Row
from alternat.exchange.events.rows import RowReader
from alternat.exchange.people_import import read_source
from alternat.exchange.sources.remarks import reading_notes
from alternat.exchange.sources.table import Table
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.planning.event_drafts import NO_WISHES, EventDraft, EventWishes
from alternat.planning.event_imports import EventPlan, compared
from alternat.planning.event_overlaps import told_of_overlaps
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.problem_groups import ranges
from alternat.planning.programme import PartyPlan, Programme, read_programme


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


def plan_events(
    tables: Tables,
    meeting: int,
    table: Table,
    columns: EventColumns | None = None,
    wishes: EventWishes = NO_WISHES,
) -> EventPlan:
    """Return what importing a list would do to a meeting's programme.

    `read_events` reads the file, `recognise_events` its columns, which raises NoSessionHeadings. Rows without
    a title and a time are left out and told; a list with no other rows is a `NoSessions`.
    """
    columns = columns or recognise_events(table)
    programme = read_programme(tables, meeting)
    frame = Frame(tables.Meeting.get_by_id(meeting).year, programme.starts, programme.ends)
    grid = filled_down(table.sheet, columns)
    seen = list(_seen_rows(table, grid.rows, columns))
    order = list_order(columns, (cells for _, cells in seen), frame, wishes.date_order)
    moments = MomentReader(programme, frame, order, has_days=EventField.DAY in columns.fields)
    people = PartyReader(tables, programme, wishes.people)
    reader = RowReader(columns, programme, moments, people, makes_rooms=wishes.makes_rooms)
    read = [reader.read(number, cells) for number, cells in seen]
    people.refuse_useless()
    drafts = _without_twins([each for each in read if isinstance(each, EventDraft)])
    if not drafts:
        raise NoSessions(file=table.source)
    sessions = tuple(programme.sessions.values())
    left_out = [each.number for each in read if isinstance(each, Row)]
    notes = (*_notes(table, columns), *_note_of_unseen(table, columns), *grid.notes, *_note_of_rows(left_out))
    names = event_names(tables, programme)
    rows = told_of_overlaps(compared(drafts, sessions, wishes, names), sessions, names)
    return EventPlan(meeting, table.source, rows, sessions, notes, wishes, order.order, order.is_needed)


def _seen_rows(
    table: Table, rows: tuple[tuple[str, ...], ...], columns: EventColumns
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows below the headings with their numbers, without those that the workbook hides."""
    unseen = {*table.sheet.hidden_rows, *table.sheet.struck_rows}
    for at, (number, cells) in enumerate(zip(table.sheet.numbers, rows, strict=True)):
        if at > columns.header and at not in unseen:
            yield number, cells


@dataclass(frozen=True, slots=True)
class EventNames:
    """What the rooms and the lines of attendance of one meeting are called."""

    programme: Programme
    parties: PartyNames

    def room(self, room: int | None) -> str:
        """Return the code of a room, empty for none."""
        found = self.programme.rooms.get(room) if room is not None else None
        return found.code if found is not None else ""

    def party(self, party: PartyPlan) -> Label:
        """Return what a line of attendance is called."""
        return self.parties.of(party)

    @property
    def everybody(self) -> tuple[tuple[str, Label], ...]:
        """Return whom a name can stand for, each with the words that name them: sides, entities, people."""
        return self.parties.everybody

    def can_name(self, party: PartyPlan) -> bool:
        """Return whether a list can name whom a line of attendance names."""
        return self.parties.can_name(party)


def event_names(tables: Tables, programme: Programme) -> EventNames:
    """Return what the rooms and the lines of attendance of a meeting are called."""
    return EventNames(programme, PartyNames(tables, programme))


def _without_twins(drafts: list[EventDraft]) -> list[EventDraft]:
    """Return the drafts; one that says the same as a row above it, or has its key, is blocked."""
    seen: dict[object, int] = {}
    result = []
    for draft in drafts:
        own = draft.uid or (draft.day, draft.start, draft.room, draft.new_room, draft.title)
        first = seen.setdefault(own, draft.row)
        if first != draft.row and not draft.is_blocked:
            text = message("The row says the same as row {row}. Remove one of them.", row=str(first))
            twin = RowProblem(draft.row, "", Severity.BLOCKS, text)
            result.append(replace(draft, problems=(*draft.problems, twin)))
        else:
            result.append(draft)
    return result


def _notes(table: Table, columns: EventColumns) -> tuple[Message, ...]:
    notes = list(reading_notes(table.reading))
    if not table.reading.is_encoding_certain:
        notes.append(
            message(
                "The file was read as {encoding}, which is not certain. Check the accents and characters.",
                encoding=table.reading.encoding,
            )
        )
    if len(table.reading.sheets) > 1:
        notes.append(message("The sheet “{sheet}” was read; the others were not.", sheet=table.sheet.name))
    if columns.unknown:
        notes.append(message("Columns that are not read: {columns}", columns=", ".join(columns.unknown)))
    return tuple(notes)


def _note_of_unseen(table: Table, columns: EventColumns) -> tuple[Message, ...]:
    sheet = table.sheet
    unseen = sorted({*sheet.hidden_rows, *sheet.struck_rows})
    rows = [sheet.numbers[at] for at in unseen if at > columns.header]
    if not rows:
        return ()
    return (
        counted(
            "{count} row that is hidden or struck through is left out: {rows}",
            "{count} rows that are hidden or struck through are left out: {rows}",
            len(rows),
            rows=ranges(rows),
        ),
    )


def _note_of_rows(left_out: list[int]) -> tuple[Message, ...]:
    if not left_out:
        return ()
    return (
        counted(
            "{count} row without a start and a title is left out: {rows}",
            "{count} rows without a start and a title are left out: {rows}",
            len(left_out),
            rows=ranges(left_out),
        ),
    )
