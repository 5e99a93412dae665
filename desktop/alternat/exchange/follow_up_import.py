"""Reading a workbook of the follow-up back: it is compared and a plan is made; nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from alternat.errors import AlternatError
from alternat.exchange.follow_up.absent import absent, not_carried
from alternat.exchange.follow_up.comparing import Comparison, Draft
from alternat.exchange.follow_up.layout import RawRow, RawSheet, RawWorkbook, found_in
from alternat.exchange.follow_up.prints import print_of
from alternat.exchange.follow_up.reading import CellReader, CellRefused, InstrumentNamed, codes_of
from alternat.exchange.sources.reading import read_file
from alternat.exchange.sources.remarks import reading_notes
from alternat.exchange.sources.table import Reading
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message, series
from alternat.models.tables import Tables
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Severity
from alternat.planning.follow_up_checks import check_rows
from alternat.planning.follow_up_left import counted_left
from alternat.planning.follow_up_plans import (
    FollowUpPlan,
    Gone,
    PersonQuestion,
    PlannedRecord,
    RowAction,
    SheetProblem,
)
from alternat.planning.follow_up_records import FollowUp, label_of, read_follow_up, shown_to
from alternat.planning.follow_up_sheets import (
    DIALOGUES,
    INSTRUMENTS,
    OBJECTIVES,
    OUTCOMES,
    RECORDS,
    TOPICS,
    Column,
    Target,
)

NOBODY_CHOSEN: Mapping[str, int] = MappingProxyType({})
_ADDS: Mapping[str, tuple[Target, ...]] = MappingProxyType(
    {
        OUTCOMES: (Target.OUTCOME,),
        OBJECTIVES: (Target.OBJECTIVE, Target.LED),
        DIALOGUES: (Target.DIALOGUE, Target.LED),
        TOPICS: (Target.TOPIC,),
    }
)
"""To what the codes on a sheet let others refer."""


class UselessName(AlternatError):
    """Somebody said who is meant by a name that stands nowhere in the workbook."""

    template = mark(
        "“{name}” stands in no cell of {file} that names a person. Leave it out. Nothing was written."
    )


class UnknownChosen(AlternatError):
    """A name is to mean a person who is not there."""

    template = mark("There is no person with the number {number}; “people” lists them. Nothing was written.")


def read_follow_up_file(path: Path | str) -> Reading:
    """Return what a workbook holds, read in a process of its own; raises a SourceRefused."""
    return read_file(Path(path))


def plan_follow_up(
    tables: Tables,
    reading: Reading,
    source: str,
    people: Mapping[str, int] = NOBODY_CHOSEN,
    *,
    today: date,
) -> FollowUpPlan:
    """Return what reading a workbook back would do.

    `source` is the name of the file, and `people` the ids of those who are meant by names of which nobody can
    tell. What has happened cannot be of a day after `today`. Raises NoFollowUp, SheetTwice, ColumnTwice,
    NoKeyColumn where it cannot be read at all.
    """
    follow_up = read_follow_up(tables)
    workbook = found_in(reading, source, follow_up.sheets)
    _require_people(follow_up, people)
    # Where nothing tells for whom it was written, what only this side may see is taken to be missing.
    shown = shown_to(follow_up, workbook.audience or Audience.BOTH)
    reader = CellReader(
        follow_up.known,
        codes_of(follow_up.known, _codes(follow_up, workbook)),
        _instruments(follow_up, workbook),
        people,
    )
    comparison = Comparison(follow_up, shown)
    rows: list[PlannedRecord] = []
    problems: list[SheetProblem] = []
    questions: list[PersonQuestion] = []
    gone: list[Gone] = []
    for sheet in workbook.sheets:
        compared = comparison.compare(sheet.about, [_draft(reader, sheet, row) for row in sheet.rows])
        rows += compared.rows
        problems += compared.problems
        questions += compared.questions
        gone += compared.gone
    for name in people:
        if fold(name) not in reader.used:
            raise UselessName(name=name, file=source)
    refused = {(each.sheet, each.row, each.field) for each in problems}
    problems += (
        each
        for each in check_rows(follow_up, rows, today)
        if (each.sheet, each.row, each.field) not in refused
    )
    problems += _changed_since(shown.follow_up, workbook, rows)
    notes = (
        *reading_notes(reading),
        *workbook.notes,
        *absent(workbook, shown.follow_up),
        *not_carried(workbook, rows, counted_left(tables, follow_up.sheets)),
    )
    told = (tuple(problems), tuple(questions), tuple(gone), notes)
    return FollowUpPlan(source, tuple(rows), *told, follow_up, today)


def _changed_since(
    shown: FollowUp, workbook: RawWorkbook, rows: Iterable[PlannedRecord]
) -> Iterator[SheetProblem]:
    """Yield rows that would be changed and say something else here than when the workbook was written."""
    records = {sheet: {each.key: each for each in shown.of(sheet)} for sheet in workbook.stood}
    for row in rows:
        record = records.get(row.sheet.id, {}).get(row.key or 0)
        # The last number of a meeting only grows, and a day of closing is never replaced.
        if row.action is not RowAction.UPDATE or record is None or row.sheet.id == RECORDS:
            continue
        key, now = print_of(row.sheet, record)
        if workbook.stood[row.sheet.id].get(key, now) != now:
            reason = message(
                "The row has changed here since the workbook was written. The workbook puts its own in the "
                "place of what stands here now: {fields}.",
                fields=series(each.field for each in row.changes),
            )
            yield SheetProblem(row.sheet.title, row.row, None, Severity.WARNS, reason)


def _require_people(follow_up: FollowUp, people: Mapping[str, int]) -> None:
    for number in people.values():
        if number not in follow_up.known.people:
            raise UnknownChosen(number=str(number))


def _codes(follow_up: FollowUp, workbook: RawWorkbook) -> Mapping[Target, Mapping[str, Label]]:
    """Return the codes of outcomes, and those that the workbook adds, with what they stand for."""
    found: dict[Target, dict[str, Label]] = {
        Target.OUTCOME: {each.cells["code"]: Label() for each in follow_up.of(OUTCOMES)}
    }
    for sheet in workbook.sheets:
        for target in _ADDS.get(sheet.about.id, ()):
            for row in sheet.rows:
                if code := row.cells["code"].strip():
                    title = _title(row, "short") or _title(row, "text")
                    found.setdefault(target, {}).setdefault(
                        code, Label() if target is Target.OUTCOME else title
                    )
    return found


def _title(row: RawRow, name: str) -> Label:
    return Label(*(row.cells.get(f"{name}.{each}", "").strip() for each in Language))


def _instruments(follow_up: FollowUp, workbook: RawWorkbook) -> list[tuple[InstrumentNamed, str, Label]]:
    """Return the instruments that cells can name: those of the workbook by their rows, and all others."""
    found = [
        (InstrumentNamed(row.number, None), row.cells["number"].strip(), _title(row, "title"))
        for sheet in workbook.sheets
        if sheet.about.id == INSTRUMENTS
        for row in sheet.rows
    ]
    numbers = {number for _, number, _ in found}
    return found + [
        (InstrumentNamed(None, each.key), str(each.key), label_of(each.cells, "title"))
        for each in follow_up.of(INSTRUMENTS)
        if str(each.key) not in numbers
    ]


def _draft(reader: CellReader, sheet: RawSheet, row: RawRow) -> Draft:
    """Return what a row states; cells that cannot be read are problems of theirs."""
    cells: dict[str, Any] = {}
    problems = []

    def refuse(column: Column, reason: CellRefused, severity: Severity = Severity.BLOCKS) -> None:
        problems.append(SheetProblem(sheet.about.title, row.number, column.heading, severity, reason.reason))

    is_new = not row.cells[sheet.about.key].strip()
    # In the order of the sheet, wherever columns stand: a state is read by the kind of its outcome.
    for column in (each for each in sheet.about.columns if each.id in sheet.columns):
        name = column.id
        if column.to is Target.SESSION or name == "session_title":
            continue
        if column.has_default and is_new and not row.cells[name].strip():
            # A row that somebody typed gets what is usual, and keeps it when it is read once more.
            continue
        try:
            is_state = sheet.about.id == OUTCOMES and name == "state"
            kind = cells.get("kind", "")
            cells[name] = reader.state(column, row, kind) if is_state else reader.read(column, row)
        except CellRefused as refused:
            refuse(column, refused)
    if {"session", "session_title"} & set(sheet.columns) and "meeting" in cells:
        session = reader.session(row, cells["meeting"])
        if session is None:
            text = row.cells.get("session_title", "").strip() or row.cells["session"].strip()
            reason = message(
                "The meeting has no session “{name}”, or several of that title; the session is left out.",
                name=text,
            )
            refuse(sheet.about.by_id["session_title"], CellRefused(reason), Severity.WARNS)
        else:
            cells["session"] = session
    return replace(Draft(row.number, cells), problems=tuple(problems))
