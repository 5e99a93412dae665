"""Lists of invented people as files: in every shape that is sent round, and in shapes that do harm."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]

CHINESE_HEADINGS = ("序号", "姓名", "拼音", "单位", "职务")
CHINESE_ROWS: Rows = (
    ("1", "白文诺", "Bai Wennuo", "外交部", "司长"),
    ("2", "程诺", "Cheng Nuo", "公安部", "副司长"),
    ("3", "邓文", "Deng Wen", "司法部", "译员"),
)
FRENCH_HEADINGS = ("Nom de famille", "Prénom", "Fonction", "Organisme", "Courriel")
FRENCH_ROWS: Rows = (
    ("Bélair", "Noé", "Directeur général", "Affaires mondiales Canada", "noe.belair@example.org"),
    ("Desrosiers-Côté", "Léa", "Conseillère", "Ministère de la Justice", "lea.dc@example.org"),
    ("Gagnier", "Zoé", "Interprète", "Gendarmerie royale du Canada", "zoe.gagnier@example.org"),
)
TRILINGUAL_HEADINGS = (
    "Délégation / Delegation / 代表团",
    "Nom / Family name / 姓",
    "Prénom / Given name / 名",
    "姓名",
    "Position (EN)",
    "Fonction (FR)",
    "职务",
    "Organization",
    "Organisme",
    "单位",
    "Courriel / Email",
)
TRILINGUAL_ROWS: Rows = (
    (
        "Canada",
        "Hartwell",
        "Ivy",
        "",
        "Director",
        "Directrice",
        "司长",
        "Department of Justice",
        "Ministère de la Justice",
        "司法部",
        "ivy.hartwell@example.org",
    ),
    (
        "China",
        "Gao",
        "Wennuo",
        "高文诺",
        "Director",
        "Directeur",
        "司长",
        "Ministry of Justice",
        "Ministère de la Justice",
        "司法部",
        "gao.wennuo@example.org",
    ),
)

_FAMILIES = (
    "Arnault",
    "Bélair",
    "Cormier",
    "Desrosiers",
    "Ellery",
    "Fortin",
    "Gagnier",
    "Hartwell",
    "Ives",
    "Jutras",
)
_GIVEN = ("Noé", "Léa", "Zoé", "Ivy", "Guy", "Eve", "Max", "Ana", "Ian", "Liv")
_SYLLABLES = ("ba", "co", "di", "fe", "ga", "lu", "mi", "no", "re", "ta")


def many_rows(count: int) -> Rows:
    """Return that many distinct people under `TRILINGUAL_HEADINGS`, by turns of both sides."""
    rows: list[tuple[str, ...]] = []
    for index in range(count):
        digits = f"{index:05d}"
        word = "".join(_SYLLABLES[int(digit)] for digit in digits).capitalize()
        family = f"{_FAMILIES[index % 10]}-{word}"
        rows.append(
            (
                "Canada" if index % 2 else "China",
                family,
                f"{_GIVEN[index // 10 % 10]}",
                "",
                "Director",
                "Directrice",
                "司长",
                "Department of Justice" if index % 2 else "Ministry of Justice",
                "Ministère de la Justice",
                "司法部",
                f"person{index}@example.org",
            )
        )
    return rows


def csv_bytes(
    rows: Rows,
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    newline: str = "\r\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> bytes:
    """Return a text file of rows as a program writes it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return buffer.getvalue().encode(encoding)


def write_workbook(path: Path, rows: Rows, *, merged: Sequence[str] = (), title: str = "List") -> Path:
    """Write a workbook with one sheet and return its path."""
    return write_sheets(path, {title: rows}, merged=merged)


def write_sheets(
    path: Path, sheets: Mapping[str, Rows], *, merged: Sequence[str] = (), hidden: Sequence[str] = ()
) -> Path:
    """Write a workbook of several sheets; `merged` cells are those of the first."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    for cells in merged:
        workbook.worksheets[0].merge_cells(cells)
    workbook.save(path)
    return path


def write_parts(path: Path, sheet: str, *, extra: dict[str, str] | None = None) -> Path:
    """Write a workbook whose only sheet has the XML given, however odd, and further parts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet.replace("<worksheet>", f'<worksheet xmlns="{main}">'),
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def text_cell(reference: str, text: str) -> str:
    """Return the XML of a cell with a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def far_cell(*, near: str = "") -> str:
    """Return the XML of a sheet with a cell in its very last corner, and rows near its beginning."""
    return (
        f'<worksheet><sheetData>{near}<row r="1048576">{text_cell("XFD1048576", "x")}</row>'
        "</sheetData></worksheet>"
    )


def ole_bytes(*streams: str) -> bytes:
    """Return what begins like a compound file and lists streams of those names in its directory."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return header + b"".join(entries)
