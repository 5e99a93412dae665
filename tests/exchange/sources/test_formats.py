"""What kind of file is offered, told by its content and not by its name."""

import zipfile
from pathlib import Path

import pytest

from alternat.exchange.sources.formats import FORMATS, format_of
from alternat.exchange.sources.refusals import (
    SourceIsArchive,
    SourceIsCalendar,
    SourceIsContact,
    SourceIsData,
    SourceIsDatabase,
    SourceIsMail,
    SourceIsNumbers,
    SourceIsOpenDocument,
    SourceIsPdf,
    SourceIsPicture,
    SourceIsPresentation,
    SourceIsRecording,
    SourceIsTextDocument,
    SourceIsWebPage,
    SourceProtected,
    SourceRefused,
)
from tests.factories.spreadsheets import ole_bytes, write_workbook


def archive(path: Path, *names: str, mimetype: str = "") -> bytes:
    with zipfile.ZipFile(path, "w") as package:
        if mimetype:
            package.writestr("mimetype", mimetype)
        for name in names:
            package.writestr(name, "x")
    return path.read_bytes()


def test_a_workbook_is_one_under_any_name(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [("a",)]).rename(tmp_path / "list.csv")
    assert format_of(path).id == "xlsx"


def test_text_is_a_list_with_columns_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"a,b\n1,2\n")
    assert format_of(path).id == "csv"


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (ole_bytes("EncryptionInfo", "EncryptedPackage"), SourceProtected),
        (ole_bytes("__substg1.0_0037001F"), SourceIsMail),
        (ole_bytes("WordDocument"), SourceIsTextDocument),
        (ole_bytes("PowerPoint Document"), SourceIsPresentation),
        (b"%PDF-1.7\n%\xe2\xe3", SourceIsPdf),
        (b"{\\rtf1\\ansi Liste}", SourceIsTextDocument),
        (b"\x89PNG\r\n\x1a\n\0\0\0", SourceIsPicture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", SourceIsPicture),
        (b"SQLite format 3\0", SourceIsDatabase),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", SourceIsWebPage),
        (b"<table><tr><td>Ives</td></tr></table>", SourceIsWebPage),
        (b"Rar!\x1a\x07", SourceIsArchive),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo\xc3\xa9 Ives\r\n", SourceIsContact),
        ("\ufeffBEGIN:VCARD\nFN:Zoé".encode("utf-16-le"), SourceIsContact),
        (b"\n begin:vcalendar\r\n", SourceIsCalendar),
        (b"Return-Path: <z@example.org>\r\nFrom: Z\r\n", SourceIsMail),
        (b"GIF89a\1\1", SourceIsPicture),
        (b"RIFF\x24\1\1\1WEBPVP8 ", SourceIsPicture),
        (b"\0\0\0\x18ftypheic", SourceIsPicture),
        (b"\0\0\0\x18ftypmp42", SourceIsRecording),
        (b"<svg xmlns='x'></svg>", SourceIsPicture),
        (b'{"people": []}', SourceIsData),
    ],
)
def test_a_foreign_kind_is_called_by_its_name(
    tmp_path: Path, content: bytes, refusal: type[SourceRefused]
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(refusal):
        format_of(path)


@pytest.mark.parametrize(
    ("names", "mimetype", "refusal"),
    [
        (("word/document.xml",), "", SourceIsTextDocument),
        (("ppt/presentation.xml",), "", SourceIsPresentation),
        (("Index/Document.iwa",), "", SourceIsNumbers),
        (("content.xml",), "application/vnd.oasis.opendocument.text", SourceIsOpenDocument),
        (("list.csv",), "", SourceIsArchive),
    ],
)
def test_a_foreign_package_is_told_by_its_parts(
    tmp_path: Path, names: tuple[str, ...], mimetype: str, refusal: type[SourceRefused]
) -> None:
    path = tmp_path / "list.xlsx"
    archive(path, *names, mimetype=mimetype)
    with pytest.raises(refusal):
        format_of(path)


def test_every_format_offers_the_endings_of_its_files() -> None:
    assert [(each.id, each.suffixes) for each in FORMATS] == [
        ("xlsx", (".xlsx", ".xlsm")),
        ("ods", (".ods",)),
        ("xls", (".xls", ".xlsb")),
        ("csv", (".csv", ".tsv", ".txt")),
    ]
