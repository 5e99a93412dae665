"""The programme as a workbook: real days and times, headings that stay in view, ready to print."""

import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from alternat.exchange.exports.grid import Cell, GridColumn, columns
from alternat.exchange.exports.public import PublicProgramme
from alternat.nouns.paper import Paper

_CONSTANT_MEMORY_FROM = 2_000
"""Sessions from which rows are written out one by one."""
_HEADER_ROW = 2
_MARGIN = 0.4
"""In inches, as the library wants it; the footer needs a little more."""
_PAPERS = MappingProxyType({Paper.A4: 9, Paper.LETTER: 1})
"""The numbers of paper sizes in a workbook (ECMA-376, 18.3.1.63)."""
_LINE = 13.5
"""The height of a line of the body, in points: enough for Han characters in every office program."""
_HEAD_LINE = 15.5
_TITLE_SIZE = 1.5
"""How much larger the letters of the title are than those of the body, roughly."""
_HIGHEST = 409.0
"""The highest row that a workbook can have (Excel's own limit)."""


def write_xlsx(programme: PublicProgramme, now: datetime) -> bytes:
    """Return the workbook; texts are texts, so that no cell can run as a formula.

    `now`, with a zone, is when it was made; the same programme and moment give the same bytes.
    """
    import xlsxwriter

    stream = io.BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": len(programme.sessions) < _CONSTANT_MEMORY_FROM,
        "constant_memory": len(programme.sessions) >= _CONSTANT_MEMORY_FROM,
    }
    title = programme.joined(programme.title)
    with xlsxwriter.Workbook(stream, options) as workbook:
        workbook.set_properties({"title": title, "created": now.replace(tzinfo=None, microsecond=0)})
        _Sheet(workbook, programme).write()
    return stream.getvalue()


def line_count(text: str, width: int) -> int:
    """Return on how many lines a text is set in a column that is that many digits wide.

    Broken at blanks and between Han characters. Office programs set other faces where Arial is missing, so
    letters count for a little more than they take.
    """
    return sum(_wrapped(paragraph, float(max(1, width))) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in _WORDS.findall(paragraph):
        size = _word_size(word)
        if used and used + size > room:
            lines, used = lines + 1, 0.0
        while size > room:
            lines, size = lines + 1, size - room
        used += size + (1 if word.isascii() else 0)
    return lines


@lru_cache(maxsize=8_192)
def _word_size(word: str) -> float:
    """Return how wide a word is; texts say the same words again and again."""
    return sum(_size(letter) for letter in word)


def _size(letter: str) -> float:
    """Return how wide a letter is, in digits."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.0
    return 1.2 if letter.isupper() else 0.95


_WORDS = re.compile(
    r"[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]+"
)
"""Han characters one by one, everything else in words."""


class _Sheet:
    """Writes the one sheet of a workbook, row by row."""

    def __init__(self, workbook: Any, programme: PublicProgramme) -> None:
        self._programme, self._grid = programme, columns(programme)
        self._sheet = workbook.add_worksheet(programme.reference[:31].translate(_NOT_IN_NAMES) or "1")
        plain = {"valign": "top", "font_name": "Arial", "font_size": 10}
        cell = {**plain, "border": 1, "border_color": "#C9CED6"}
        self._title = workbook.add_format({**plain, "bold": True, "font_size": 14, "text_wrap": True})
        self._heading = workbook.add_format({**cell, "bold": True, "text_wrap": True, "bg_color": "#E9EDF3"})
        self._text = workbook.add_format({**cell, "text_wrap": True})
        self._day = workbook.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "left"})
        self._time = workbook.add_format({**cell, "num_format": "hh:mm", "align": "left"})
        self._moment = workbook.add_format({**cell, "num_format": "yyyy-mm-dd hh:mm", "align": "left"})

    def write(self) -> None:
        """Write titles, headings and sessions, then the set-up of the page."""
        programme = self._programme
        for at, column in enumerate(self._grid):
            self._sheet.set_column(at, at, column.width)
        self._write_title(programme.joined(programme.title))
        subject = (programme.joined(programme.subject), programme.joined(programme.place_and_dates))
        self._sheet.write_string(1, 0, " – ".join(part for part in subject if part))
        self._sheet.set_row(_HEADER_ROW, self._head_height())
        for at, column in enumerate(self._grid):
            self._sheet.write_string(_HEADER_ROW, at, "\n".join(column.headings), self._heading)
        for row, session in enumerate(programme.sessions, start=_HEADER_ROW + 1):
            cells = [column.cell(session) for column in self._grid]
            self._sheet.set_row(row, self._height(cells))
            for at, cell in enumerate(cells):
                self._write_cell(row, at, cell)
        self._set_up_page(self._grid)

    def _write_title(self, title: str) -> None:
        """Write the title over all that prints, in as many lines as it needs."""
        printed = [column for column in self._grid if column.is_printed]
        self._sheet.merge_range(0, 0, 0, len(printed) - 1, title, self._title)
        lines = line_count(title, int(sum(column.width for column in printed) / _TITLE_SIZE))
        self._sheet.set_row(0, 2 + _TITLE_SIZE * _LINE * lines)

    def _height(self, cells: Sequence[Cell]) -> float:
        """Return how high a row has to be; office programs other than Excel do not find out by themselves."""
        pairs = zip(self._grid, cells, strict=True)
        lines = max(line_count(cell, column.width) for column, cell in pairs if isinstance(cell, str))
        return min(_HIGHEST, 2 + _LINE * max(1, lines))

    def _head_height(self) -> float:
        heads = (("\n".join(column.headings), column.width) for column in self._grid)
        return min(_HIGHEST, _HEAD_LINE * max(line_count(head, width) for head, width in heads))

    def _write_cell(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, datetime):
            self._sheet.write_datetime(row, column, cell, self._moment)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, column, cell, self._day)
        elif isinstance(cell, time):
            self._sheet.write_datetime(row, column, cell, self._time)
        elif isinstance(cell, int):
            self._sheet.write_number(row, column, cell, self._text)
        else:
            self._sheet.write_string(row, column, cell, self._text)

    def _set_up_page(self, grid: tuple[GridColumn, ...]) -> None:
        last = _HEADER_ROW + len(self._programme.sessions)
        self._sheet.freeze_panes(_HEADER_ROW + 1, 3)
        self._sheet.autofilter(_HEADER_ROW, 0, max(last, _HEADER_ROW + 1), len(grid) - 1)
        self._sheet.repeat_rows(_HEADER_ROW)
        self._sheet.set_landscape()
        self._sheet.set_paper(_PAPERS[self._programme.paper])
        self._sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=0.6)
        printed = [at for at, column in enumerate(grid) if column.is_printed]
        self._sheet.print_area(0, 0, max(last, _HEADER_ROW + 1), printed[-1])
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&C&P / &N")


_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
"""What Excel does not take in the name of a sheet."""
