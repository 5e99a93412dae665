"""XLSX workbooks, plain and hostile."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from alternat.exchange.sources import packages, workbooks
from alternat.exchange.sources.refusals import (
    SourceDamaged,
    SourceEmpty,
    SourceHasDefinitions,
    SourceTooLong,
    SourceTooWide,
    SourceUnpacksTooLarge,
)
from alternat.exchange.sources.table import Reading, Sheet, Span
from alternat.exchange.sources.workbooks import read_workbook
from tests.factories.spreadsheets import far_cell, text_cell, write_parts, write_sheets, write_workbook

BOTH_WAYS = pytest.mark.parametrize("is_careful", [False, True], ids=["fast", "careful"])


@BOTH_WAYS
def test_cells_become_text_as_the_spreadsheet_shows_it(tmp_path: Path, *, is_careful: bool) -> None:
    row = ("姓名", 3.0, 16135550123, 1.5, dt.date(2027, 6, 12), dt.datetime(2027, 6, 12, 14, 30), True)  # noqa: DTZ001
    path = write_workbook(tmp_path / "list.xlsx", [row])
    assert read_workbook(path, is_careful=is_careful).sheets[0].rows == (
        ("姓名", "3", "16135550123", "1.5", "2027-06-12", "2027-06-12 14:30", "TRUE"),
    )


@BOTH_WAYS
def test_empty_rows_and_columns_are_left_out_and_the_numbers_kept(
    tmp_path: Path, *, is_careful: bool
) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [("a", "", "b"), (), ("", "", "c")])
    sheet = Sheet("List", (("a", "b"), ("", "c")), (1, 3), ("A", "C"))
    assert read_workbook(path, is_careful=is_careful) == Reading((sheet,))


@BOTH_WAYS
def test_merged_cells_are_kept_as_spans_of_the_rows_read(tmp_path: Path, *, is_careful: bool) -> None:
    rows = [(), ("", "Name", "", "Unit"), ("", "Family", "Given", ""), ("", "Ives", "Zoé", "X")]
    path = write_workbook(tmp_path / "list.xlsx", rows, merged=["B2:C2", "D2:D3"])
    assert read_workbook(path, is_careful=is_careful).sheets[0].merged == (Span(0, 0, 0, 1), Span(0, 2, 1, 2))


@BOTH_WAYS
def test_formulas_without_a_value_are_pointed_out(tmp_path: Path, *, is_careful: bool) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [("Name", "Mail"), ("Ives", '=A2&"@example.org"')])
    sheet = read_workbook(path, is_careful=is_careful).sheets[0]
    assert (sheet.rows[1], sheet.uncalculated) == (("Ives", ""), ((1, 1),))


@BOTH_WAYS
def test_sheets_come_with_their_names_and_whether_they_are_hidden(
    tmp_path: Path, *, is_careful: bool
) -> None:
    sheets = {"Canada": [("a",)], "Empty": [], "Codes": [("b",)]}
    path = write_sheets(tmp_path / "list.xlsx", sheets, hidden=["Codes"])
    found = [(sheet.name, sheet.is_hidden) for sheet in read_workbook(path, is_careful=is_careful).sheets]
    assert found == [("Canada", False), ("Codes", True)]


def test_a_cell_in_the_last_corner_costs_one_row_and_one_column(tmp_path: Path) -> None:
    near = f'<row r="1">{text_cell("A1", "Name")}</row><row r="2">{text_cell("A2", "Ives")}</row>'
    path = write_parts(tmp_path / "list.xlsx", far_cell(near=near))
    assert path.stat().st_size < 2_000
    assert read_workbook(path).sheets == (
        Sheet("List", (("Name", ""), ("Ives", ""), ("", "x")), (1, 2, 1_048_576), ("A", "XFD")),
    )


def test_a_package_that_unpacks_to_too_much_is_not_opened(tmp_path: Path) -> None:
    blanks = " " * (packages.MAX_UNPACKED + 1)
    path = write_parts(tmp_path / "list.xlsx", f"<worksheet><sheetData>{blanks}</sheetData></worksheet>")
    assert path.stat().st_size < 300_000
    with pytest.raises(SourceUnpacksTooLarge):
        read_workbook(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_definitions_is_not_opened(tmp_path: Path, encoding: str) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet/>'
    path = write_parts(tmp_path / "list.xlsx", "<worksheet/>", extra={"xl/styles.xml": ""})
    write_parts(path, bomb.encode(encoding).decode("latin-1") if encoding == "utf-8" else bomb)
    with pytest.raises(SourceHasDefinitions):
        read_workbook(path)


def test_a_workbook_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(SourceEmpty):
        read_workbook(write_workbook(tmp_path / "list.xlsx", []))


@pytest.mark.parametrize("kept", [700, 1_100])
def test_a_workbook_cut_short_is_damaged(tmp_path: Path, kept: int) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [("a", "b")])
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(SourceDamaged):
        read_workbook(path)


def test_xml_that_breaks_off_is_damage(tmp_path: Path) -> None:
    with pytest.raises(SourceDamaged):
        read_workbook(write_parts(tmp_path / "list.xlsx", '<worksheet><sheetData><row r="1"><c r="A1"'))


def test_a_list_has_no_more_rows_and_columns_than_the_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MAX_ROWS", 3)
    monkeypatch.setattr(workbooks, "MAX_COLUMNS", 3)
    with pytest.raises(SourceTooLong):
        read_workbook(write_workbook(tmp_path / "long.xlsx", [("a",)] * 4))
    with pytest.raises(SourceTooWide):
        read_workbook(write_workbook(tmp_path / "wide.xlsx", [("a",) * 4]))


@BOTH_WAYS
def test_what_a_workbook_hides_and_strikes_through_is_told(tmp_path: Path, *, is_careful: bool) -> None:
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
    for row, name in enumerate(("Name", "Ives", "Roy", "Bélair", "Zed")):
        style = struck if name == "Bélair" else None
        sheet.write(row, 0, name, style)
        sheet.write(row, 1, str(row), style)
    sheet.write_rich_string(4, 0, struck, "Ze", struck, "d")
    sheet.write(4, 1, "4", struck)
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    book.close()
    (found,) = read_workbook(path, is_careful=is_careful).sheets
    assert (found.hidden_rows, found.struck_rows, found.hidden_columns) == ((2,), (3, 4), (1,))
    assert {row for row, _ in found.struck_cells} >= {3, 4}


def test_a_sheet_formatted_to_its_last_row_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGE_SHEET", 100)
    filled = (
        f'<row r="{at}">{text_cell(f"A{at}", name)}</row>' for at, name in enumerate(("Name", "Ives"), 1)
    )
    empty = (
        f'<row r="{at}" s="1"><c r="A{at}" s="1"/><c r="B{at}" s="1"></c></row>' for at in range(3, 30_000)
    )
    last = '<row r="1048576" s="1" customFormat="1"/>'
    rows = "".join((*filled, *empty, last))
    path = write_parts(tmp_path / "list.xlsx", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    assert read_workbook(path).sheets == (Sheet("List", (("Name",), ("Ives",)), (1, 2), ("A",)),)
