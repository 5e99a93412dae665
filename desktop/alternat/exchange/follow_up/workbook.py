"""The follow-up as a workbook of several sheets, in words of one language, that reads back in any."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from alternat.collecting import without_collecting
from alternat.errors import AlternatError
from alternat.exchange.exports.origins import unpacked
from alternat.exchange.exports.xlsx import line_count
from alternat.exchange.follow_up.cells import Cell, CellWriter
from alternat.exchange.follow_up.prints import prints_of
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, mark, message, series
from alternat.models.tables import Tables
from alternat.planning.disclosure import AUDIENCES, Audience
from alternat.planning.follow_up_left import KINDS_TOLD, LeftKind, counted_left, left_words
from alternat.planning.follow_up_records import Record, Shown, read_follow_up, shown_to
from alternat.planning.follow_up_sheets import Column, Form, Sheet
from alternat.planning.releases import Leaving

_LONGEST_CELL = 32_767
"""How many characters a cell of a workbook holds (Excel’s own limit)."""
_LONGEST_NAME = 31
"""How many characters the name of a sheet has at most (Excel’s own limit)."""
_LONGEST_LIST = 255
"""How many characters the choices of a cell have together at most (Excel’s own limit)."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_CODES, _HEADINGS, _FIRST = 0, 1, 2
"""The rows of the codes of columns, which is hidden, of the headings, and of the first record."""
_LINE, _HIGHEST = 13.5, 200.0
"""The height of a line and the most that a row takes, in points."""
_SPARE_ROWS = 500
"""How many empty rows below the records offer choices too."""


class TextTooLongForCell(AlternatError):
    """A text is longer than a cell of a workbook can be; it would be cut in silence."""

    template = mark(
        "A text is too long for a workbook: “{field}” of {row} on the sheet “{sheet}” has {length} "
        "characters, and a cell holds {most}. Shorten it first. Nothing was written."
    )


@dataclass(frozen=True, slots=True)
class FollowUpExport:
    """What leaves of the follow-up: the records that an audience is shown, and what is said of them."""

    dialogue: Label
    shown: Shown
    language: Language
    """That of headings and of words; texts stand in all three."""
    left: Mapping[LeftKind, int]
    """How much there is, of the kinds of which the audience is told, that no sheet has a column for."""

    @property
    def people(self) -> tuple[int, ...]:
        """Return the ids of all who are named in it."""
        return tuple(sorted(self.shown.follow_up.people))

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many rows each sheet has, by its name."""
        follow_up = self.shown.follow_up
        return {each.id: len(follow_up.of(each.id)) for each in follow_up.sheets}

    def leaving(self, name: str) -> Leaving:
        """Return what is to be noted of a file of that name; it is of no one meeting."""
        return Leaving(FOLLOW_UP, name, "", people=self.people)

    def told(self) -> tuple[Message, ...]:
        """Return what has to be known of it: how much stays at home."""
        titles = {each.id: each.title for each in self.shown.all_sheets}
        left_out = (
            counted(
                "{sheet}: {count} row is not for this audience and is left out.",
                "{sheet}: {count} rows are not for this audience and are left out.",
                count,
                sheet=titles[sheet],
            )
            for sheet, count in self.shown.left_out.items()
        )
        not_carried = [left_words(kind, count) for kind, count in self.left.items()]
        sentence = message("No sheet has room for: {kinds}. They stay here.", kinds=series(not_carried))
        return (*left_out, *([sentence] if not_carried else []))

    @property
    def codes_told(self) -> tuple[str, ...]:
        """Return the codes that tell whoever reads it back how much did not come along."""
        counts = {f"{LEFT_OUT}.{sheet}": count for sheet, count in self.shown.left_out.items()}
        counts |= {f"{NOT_CARRIED}.{kind}": count for kind, count in self.left.items()}
        return tuple(f"{self.shown.audience}:{name}={count}" for name, count in counts.items())


FOLLOW_UP = "follow-up-xlsx"
"""The name of the format."""
FOLLOW_UP_TITLE = message("Follow-up (workbook)")
LEFT_OUT, NOT_CARRIED = "left-out", "not-carried"
"""What codes on the first sheet tell of: rows that are not for the audience, and what has no sheet."""


def gather_follow_up(tables: Tables, audience: Audience, language: Language) -> FollowUpExport:
    """Return what an audience is shown of the follow-up, in words of a language."""
    with without_collecting():
        shown = shown_to(read_follow_up(tables), audience)
    counts = counted_left(tables, shown.follow_up.sheets)
    left = {kind: counts[kind] for kind in KINDS_TOLD[audience] if counts[kind]}
    return FollowUpExport(tables.Dialogue.get().name, shown, language, left)


_CODE = re.compile(rb">(?:desk|both|public):outcomes\.code<")


def is_follow_up(content: bytes) -> bool:
    """Return whether a file is a workbook of a follow-up, which a newer one may replace."""
    return _CODE.search(unpacked(content)) is not None


def code_of(audience: Audience, sheet: Sheet, column: Column) -> str:
    """Return what stands over the heading of a column, in the row that is hidden."""
    return f"{audience}:{sheet.id}.{column.id}"


def write_follow_up(export: FollowUpExport, now: datetime) -> bytes:
    """Return the workbook; texts are texts, so that no cell can run as a formula.

    `now`, with a zone, is when it was made; the same records and moment give the same bytes. Raises
    TextTooLongForCell.
    """
    import xlsxwriter

    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    say = catalog(export.language).say
    with without_collecting(), xlsxwriter.Workbook(stream, {**options, "in_memory": True}) as workbook:
        made = now.replace(tzinfo=None, microsecond=0)
        workbook.set_properties({"title": say(message("Follow-up")), "created": made})
        writer = _Workbook(workbook, export)
        writer.write_about(made.date())
        for sheet in export.shown.follow_up.sheets:
            writer.write_sheet(sheet)
    return stream.getvalue()


class _Workbook:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Any, export: FollowUpExport) -> None:
        self._workbook, self._export = workbook, export
        self._cells = CellWriter(export.shown.follow_up, export.language)
        self._say = self._cells.catalog.say
        self._taken: set[str] = set()
        plain = {"valign": "top", "font_name": "Arial", "font_size": 10, "text_wrap": True}
        cell = {**plain, "border": 1, "border_color": "#C9CED6"}
        self._title = workbook.add_format({**plain, "bold": True, "font_size": 14, "text_wrap": False})
        self._heading = workbook.add_format({**cell, "bold": True, "bg_color": "#E9EDF3"})
        self._plain = workbook.add_format(plain)
        self._text = workbook.add_format(cell)
        self._code = workbook.add_format({**cell, "num_format": "@"})
        self._day = workbook.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "left"})

    def write_about(self, made: date) -> None:
        """Write the sheet that says what the others are, and for whom."""
        export = self._export
        sheet = self._workbook.add_worksheet(self._name(message("About")))
        sheet.set_column(0, 0, 110)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.write_string(0, 0, self._say(message("Follow-up")), self._title)
        lines = (
            export.dialogue.filled(),
            AUDIENCES[export.shown.audience],
            message("Made on {day}", day=made),
            *export.told(),
            message("Private notes, sources and documents stay at the desk."),
            message(
                "The workbook can be edited and read back: rows are found by their code or number, and new "
                "rows leave that empty. Sheets, rows and columns may be sorted, filtered and moved."
            ),
        )
        for row, line in enumerate(lines, start=1):
            text = self._cells.catalog.show(line)
            sheet.write_string(row, 0, text, self._plain)
        prints = prints_of(export.shown.follow_up, export.shown.audience)
        for row, code in enumerate((*export.codes_told, *prints)):
            sheet.write_string(row, 1, code)

    def write_sheet(self, about: Sheet) -> None:
        """Write the records of a sheet under their headings, and over those the codes that read them back."""
        sheet = self._workbook.add_worksheet(self._name(about.title))
        records = self._export.shown.follow_up.of(about.id)
        for at, column in enumerate(about.columns):
            sheet.set_column(at, at, column.width, self._code if column.is_code else None)
            sheet.write_string(_CODES, at, code_of(self._export.shown.audience, about, column))
            sheet.write_string(_HEADINGS, at, self._cells.heading(column), self._heading)
        sheet.set_row(_CODES, None, None, {"hidden": True})
        sheet.set_row(_HEADINGS, 3 * _LINE)
        for row, record in enumerate(records, start=_FIRST):
            self._write_row(sheet, about, row, record)
        last = _FIRST + max(0, len(records) - 1)
        self._offer_choices(sheet, about, last + _SPARE_ROWS)
        sheet.freeze_panes(_FIRST, 1)
        sheet.autofilter(_HEADINGS, 0, last, len(about.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADINGS)
        sheet.set_footer("&C&P / &N")

    def _write_row(self, sheet: Any, about: Sheet, row: int, record: Record) -> None:
        cells = [self._cells.of_record(about, column, record.cells) for column in about.columns]
        sheet.set_row(row, _height(about.columns, cells))
        for at, (column, cell) in enumerate(zip(about.columns, cells, strict=True)):
            form = self._code if column.is_code else self._text
            if cell is None:
                sheet.write_blank(row, at, None, self._day if column.form is Form.DAY else form)
            elif isinstance(cell, date):
                sheet.write_datetime(row, at, datetime(cell.year, cell.month, cell.day), self._day)  # noqa: DTZ001 - a cell has no zone
            elif isinstance(cell, int):
                sheet.write_number(row, at, cell, form)
            elif len(cell) > _LONGEST_CELL:
                raise TextTooLongForCell(
                    sheet=about.title,
                    row=str(record.cells[about.key]),
                    field=column.heading,
                    length=len(cell),
                    most=_LONGEST_CELL,
                )
            else:
                sheet.write_string(row, at, cell, form)

    def _offer_choices(self, sheet: Any, about: Sheet, last: int) -> None:
        """Offer the words of a coded column where one is chosen; other texts are warned of and let stand."""
        for at, column in enumerate(about.columns):
            words = list(self._choices(column))
            if words and len(",".join(words)) <= _LONGEST_LIST and not any("," in each for each in words):
                options = {"validate": "list", "source": words, "error_type": "warning"}
                sheet.data_validation(_FIRST, at, last, at, options)

    def _choices(self, column: Column) -> Iterator[str]:
        if column.form is Form.WORD:
            yield from (self._say(each) for each in column.words.values())
        elif column.form is Form.FLAG:
            yield from (self._say(each) for each in (message("yes"), message("no")))

    def _name(self, title: Message) -> str:
        """Return the name of a sheet, which no other one has."""
        base = self._say(title).translate(_NOT_IN_NAMES)
        name, number = base[:_LONGEST_NAME], 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{base[: _LONGEST_NAME - 3]} {number}"
        self._taken.add(name.casefold())
        return name


def _height(columns: Sequence[Column], cells: Sequence[Cell]) -> float:
    """Return how high a row has to be; office programs other than Excel do not find out by themselves."""
    most = int(_HIGHEST / _LINE)
    lines = 1
    for column, cell in zip(columns, cells, strict=True):
        # A text that fits in one line at the widest letters needs no counting.
        if isinstance(cell, str) and (2 * len(cell) > column.width or "\n" in cell) and lines < most:
            lines = max(lines, line_count(cell[: most * column.width], column.width))
    return min(_HIGHEST, 2 + _LINE * lines)
