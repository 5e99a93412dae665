"""Verbs about the calendar: official notices of days off, and the dates each side would rather avoid."""

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from alternat.actions.fields import Fields, checked
from alternat.actions.meetings import side_id
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import counted, mark, message
from alternat.models.tables import Tables
from alternat.nouns.calendars import DayKind
from alternat.planning.notices import own_years
from alternat.planning.public_holidays import published_name
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace

MOST_BYTES = 1_000_000
"""The largest notice file that is read; a year's notice has some two thousand."""
_COLUMNS = ("day", "kind", "name_en", "name_fr", "name_zh", "provisional", "source")
_TRUE, _FALSE = frozenset({"yes", "true", "1"}), frozenset({"", "no", "false", "0"})


class AvoidEndsBeforeStart(AlternatError):
    """The stretch to avoid ends before it begins."""

    template = mark("The dates to avoid would end on {ends}, before {starts}. Correct one of the two dates.")


class NoticeUnreadable(AlternatError):
    """The file is not a notice."""

    template = mark(
        "{file} cannot be read as a notice: it must be a CSV file in UTF-8 with the columns {columns}, or a "
        "JSON file with a list “days” of the same fields."
    )


class NoticeRowWrong(AlternatError):
    """A row of a notice has a value that its field cannot hold."""

    template = mark("{file}, row {row}: “{value}” cannot stand in the field “{field}”. Nothing was changed.")


class NoticeDayTwice(AlternatError):
    """A notice names a day twice."""

    template = mark("The notice names {day} twice. Keep one of the two rows.")


class NoticeEmpty(AlternatError):
    """A notice names no day."""

    template = mark("The notice names no day. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One day of an official notice: a day off, or a day that is worked in exchange."""

    day: date
    kind: DayKind
    name: Label = field(default_factory=Label)
    """Empty takes the name of the holiday that the day is already known by."""
    is_provisional: bool = False
    source: str = ""


def read_notice_file(path: Path | str) -> tuple[NoticeLine, ...]:
    """Return the days of a notice file, CSV or JSON by its suffix; nothing is written.

    Columns: `day` (2027-02-06), `kind` (day-off or working-day), `name_en`, `name_fr`, `name_zh`,
    `provisional` (yes or no) and `source`; all but the first two may be missing. A JSON file may also have
    the shape in which third parties publish China's notice: `year`, `papers`, and `days` with `name`, `date`
    and `isOffDay`. A bad file is a `NoticeUnreadable`, a bad row a `NoticeRowWrong`.
    """
    file = Path(path)
    try:
        content = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b"\xff"
        text = content.decode("utf-8-sig")
        rows = list(_json_rows(text) if file.suffix.casefold() == ".json" else _csv_rows(text))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, csv.Error) as fault:
        raise NoticeUnreadable(file=str(file), columns=", ".join(_COLUMNS)) from fault
    return tuple(_line(file.name, number, row) for number, row in rows)


@verb
def set_notice_days(workspace: Workspace, side: str, days: Iterable[NoticeLine]) -> Changes:
    """Put a side's notice on record in place of what stood there for the years that it names.

    Days off and make-up working days override the holiday tables; a notice that is not provisional settles
    its year. Of the year before, in which a notice may name days of December, only those days change. A day
    named twice is a `NoticeDayTwice`.
    """
    tables, lines = workspace.tables, sorted(days, key=lambda line: line.day)
    owner = side_id(tables, side)
    if not lines:
        raise NoticeEmpty
    for line, following in pairwise(lines):
        if line.day == following.day:
            raise NoticeDayTwice(day=line.day)
    years = own_years(line.day for line in lines)
    days_of_others = {line.day for line in lines if line.day.year not in years}
    rows = [{**checked(tables.NoticeDay, _fields(line)), "side": owner} for line in lines]
    label = message(
        "Take the notice of {years} into the calendar", years=", ".join(str(year) for year in years)
    )
    with workspace.change(label) as change:
        change.delete(tables.NoticeDay, _notice_ids(tables, owner, years, days_of_others))
        change.insert(tables.NoticeDay, rows)
    return change.result


@verb
def clear_notice(workspace: Workspace, side: str, year: int) -> Changes:
    """Take a side's notice of a year off the record; the holiday tables hold again."""
    tables = workspace.tables
    owner = side_id(tables, side)
    with workspace.change(message("Take the notice of {year} out of the calendar", year=str(year))) as change:
        change.delete(tables.NoticeDay, _notice_ids(tables, owner, [year]))
    return change.result


@verb
def add_avoid_dates(
    workspace: Workspace,
    side: str,
    *,
    starts: date,
    ends: date | None = None,
    reason: Label | None = None,
    is_private: bool = False,
) -> Changes:
    """Add days that a side would rather avoid, one day unless `ends` is given."""
    tables = workspace.tables
    fields = {
        "starts": starts,
        "ends": ends or starts,
        "reason": reason or Label(),
        "is_private": is_private,
    }
    values = {**checked(tables.AvoidDates, fields), "side": side_id(tables, side)}
    _refuse_reversed(values)
    with workspace.change(message("Add dates to avoid from {starts}", starts=values["starts"])) as change:
        change.insert(tables.AvoidDates, [values])
    return change.result


@verb
def change_avoid_dates(workspace: Workspace, avoid: int, fields: Fields) -> Changes:
    """Change the days, the reason or the privacy of dates to avoid."""
    tables = workspace.tables
    row = tables.AvoidDates.get_by_id(avoid)
    values = checked(tables.AvoidDates, fields)
    _refuse_reversed({"starts": row.starts, "ends": row.ends, **values})
    with workspace.change(message("Change the dates to avoid from {starts}", starts=row.starts)) as change:
        change.update(tables.AvoidDates, {avoid: values})
    return change.result


@verb
def remove_avoid_dates(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove dates to avoid."""
    label = counted(
        "Remove {count} entry of dates to avoid", "Remove {count} entries of dates to avoid", len(ids)
    )
    with workspace.change(label) as change:
        change.delete(workspace.tables.AvoidDates, ids)
    return change.result


def _refuse_reversed(values: Mapping[str, Any]) -> None:
    if values["ends"] < values["starts"]:
        raise AvoidEndsBeforeStart(starts=values["starts"], ends=values["ends"])


def _notice_ids(tables: Tables, side: int, years: Iterable[int], days: Collection[date] = ()) -> list[int]:
    wanted = set(years)
    rows = tables.NoticeDay.select().where(tables.NoticeDay.side == side)
    return [row.id for row in rows if row.day.year in wanted or row.day in days]


def _fields(line: NoticeLine) -> dict[str, Any]:
    return {
        "day": line.day,
        "kind": line.kind,
        "name": line.name,
        "is_provisional": line.is_provisional,
        "source": line.source,
    }


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    names = tuple((name or "").strip().casefold() for name in reader.fieldnames or ())
    if "day" not in names or "kind" not in names or set(names) - set(_COLUMNS):
        raise ValueError("not the columns of a notice")
    reader.fieldnames = names
    for row in reader:
        if None in row:
            raise ValueError("more cells than columns")
        yield reader.line_num, {name: value or "" for name, value in row.items()}


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    document = json.loads(text)
    if _is_published(document):
        yield from _published_rows(document)
        return
    for number, row in enumerate(document["days"], 1):
        if set(row) - set(_COLUMNS):
            raise ValueError("not the fields of a notice")
        texts = {name: _json_text(value) for name, value in row.items()}
        yield number, {"source": str(document.get("source", "")), **texts}


def _is_published(document: Mapping[str, Any]) -> bool:
    """Return whether a notice has the shape in which third parties publish China's: name, date, isOffDay."""
    if not isinstance(document["days"], list):
        raise TypeError("the days of a notice are a list")
    rows = [row for row in document["days"] if isinstance(row, dict)]
    return any("isOffDay" in row or "date" in row for row in rows)


def _published_rows(document: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the days of such a notice; a value that its field cannot hold is left for `_line` to refuse."""
    papers = document.get("papers", [])
    source = ", ".join(str(paper) for paper in papers) if isinstance(papers, list) else str(papers)
    kinds = {True: DayKind.DAY_OFF.value, False: DayKind.WORKING_DAY.value}
    for number, row in enumerate(document["days"], 1):
        known = row if isinstance(row, dict) else {"date": json.dumps(row, ensure_ascii=False)}
        is_off, name = known.get("isOffDay"), known.get("name", "")
        yield (
            number,
            {
                "source": source,
                "date": _as_written(known.get("date", "")).strip(),
                "isOffDay": kinds[is_off] if isinstance(is_off, bool) else "",
                "isOffDay written": _as_written(is_off),
                "name": name if isinstance(name, str) else "",
                "name written": _as_written(name),
            },
        )


def _as_written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _published_line(file: str, number: int, row: Mapping[str, str]) -> NoticeLine:
    def refuse(field_: str, value: str) -> NoticeRowWrong:
        return NoticeRowWrong(file=file, row=number, field=field_, value=value)

    try:
        day = datetime.strptime(row["date"], "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as fault:
        raise refuse("date", row["date"]) from fault
    if not row["isOffDay"]:
        raise refuse("isOffDay", row["isOffDay written"])
    if row["name"] != row["name written"]:
        raise refuse("name", row["name written"])
    kind = DayKind(row["isOffDay"])
    return NoticeLine(
        day, kind, published_name(row["name"], is_working=kind is DayKind.WORKING_DAY), source=row["source"]
    )


def _json_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        raise TypeError("the fields of a notice are texts")
    return value


def _line(file: str, number: int, row: Mapping[str, str]) -> NoticeLine:
    def refuse(column: str) -> NoticeRowWrong:
        return NoticeRowWrong(file=file, row=number, field=column, value=row.get(column, ""))

    if "isOffDay" in row:
        return _published_line(file, number, row)
    values = {name: value.strip() for name, value in row.items()}
    try:
        day = date.fromisoformat(values.get("day", ""))
    except ValueError as fault:
        raise refuse("day") from fault
    if values.get("kind") not in set(DayKind):
        raise refuse("kind")
    if (provisional := values.get("provisional", "").casefold()) not in _TRUE | _FALSE:
        raise refuse("provisional")
    name = Label(*(values.get(f"name_{language}", "") for language in Language))
    return NoticeLine(day, DayKind(values["kind"]), name, provisional in _TRUE, values.get("source", ""))
