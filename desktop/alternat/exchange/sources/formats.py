"""The kinds of file that can be read, and the kinds that are often offered and cannot; told by content."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from alternat.exchange.sources.delimited import read_delimited
from alternat.exchange.sources.other_workbooks import read_other_workbook
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
from alternat.exchange.sources.table import Reading
from alternat.exchange.sources.workbooks import read_workbook
from alternat.language.messages import Message, message

_OPENING = 65_536


@dataclass(frozen=True, slots=True)
class Opening:
    """What a file shows at first sight: its first bytes, its streams or the names of its parts."""

    head: bytes
    is_archive: bool = False
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, path: Path) -> "Opening":
        """Return the first sight of a file."""
        with path.open("rb") as stream:
            head = stream.read(_OPENING)
        if not head.startswith(b"PK"):
            return cls(head, names=_ole_streams(path) if head.startswith(_OLE) else ())
        try:
            with zipfile.ZipFile(path) as package:
                return cls(head, is_archive=True, names=tuple(package.namelist()))
        except (zipfile.BadZipFile, OSError, ValueError):
            # Begins as an archive, and is cut off or damaged: the workbook reader says so.
            return cls(head, is_archive=True, names=("xl/workbook.xml",))

    def has(self, *starts: str) -> bool:
        """Return whether a part or stream has a name that starts so."""
        return any(name.startswith(starts) for name in self.names)

    def begins(self, *starts: bytes) -> bool:
        """Return whether the text starts so in small letters, apart from a mark and white space."""
        head = self.head
        if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:4]:
            head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(starts)


@dataclass(frozen=True, slots=True)
class Request:
    """How to read a file: `encoding` forces one, `is_careful` avoids the fast reader that has just died."""

    encoding: str | None = None
    is_careful: bool = False


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """A kind of file that lists come in; the first format that claims a file reads it."""

    id: str
    title: Message
    suffixes: tuple[str, ...]
    claims: Callable[[Opening], bool]
    read: Callable[[Path, Request], Reading]


@dataclass(frozen=True, slots=True)
class ForeignKind:
    """A kind of file that no list can be read from, with the refusal that says what to do instead."""

    refusal: type[SourceRefused]
    is_it: Callable[[Opening], bool]


_OPEN_SPREADSHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"

FORMATS = (
    SourceFormat(
        "xlsx",
        message("Excel workbook"),
        (".xlsx", ".xlsm"),
        lambda opening: opening.has("xl/workbook.xml"),
        lambda path, request: read_workbook(path, is_careful=request.is_careful),
    ),
    SourceFormat(
        "ods",
        message("OpenDocument spreadsheet"),
        (".ods",),
        lambda opening: _OPEN_SPREADSHEET in opening.head[:200],
        lambda path, _: read_other_workbook(path),
    ),
    SourceFormat(
        "xls",
        message("Workbook in an old or binary Excel format"),
        (".xls", ".xlsb"),
        lambda opening: opening.has("Workbook", "Book", "xl/workbook.bin"),
        lambda path, _: read_other_workbook(path),
    ),
    SourceFormat(
        "csv",
        message("CSV or other text with columns"),
        (".csv", ".tsv", ".txt"),
        lambda opening: not opening.is_archive,
        lambda path, request: read_delimited(path, encoding=request.encoding),
    ),
)
"""Every readable kind, the particular before the general."""

_MAIL_HEADERS = (
    *(b"return-path:", b"received:", b"delivered-to:", b"mime-version:", b"message-id:", b"from: "),
)
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    "EncryptedPackage",
    "EncryptionInfo",
    "Workbook",
    "Book",
    "WordDocument",
    "PowerPoint Document",
    "__substg1.0_",
)

FOREIGN_KINDS = (
    ForeignKind(SourceProtected, lambda opening: opening.has("EncryptedPackage", "EncryptionInfo")),
    ForeignKind(SourceIsContact, lambda opening: opening.begins(b"begin:vcard")),
    ForeignKind(SourceIsCalendar, lambda opening: opening.begins(b"begin:vcalendar", b"begin:vevent")),
    ForeignKind(
        SourceIsMail,
        lambda opening: opening.has("__substg1.0_") or opening.begins(*_MAIL_HEADERS),
    ),
    ForeignKind(SourceIsTextDocument, lambda opening: opening.has("WordDocument", "word/")),
    ForeignKind(SourceIsTextDocument, lambda opening: opening.begins(b"{\\rtf")),
    ForeignKind(SourceIsPresentation, lambda opening: opening.has("PowerPoint Document", "ppt/")),
    ForeignKind(SourceIsNumbers, lambda opening: opening.has("Index/", "Index.zip", "index.apxl")),
    ForeignKind(
        SourceIsOpenDocument,
        lambda opening: (
            b"mimetypeapplication/vnd.oasis." in opening.head[:200]
            and _OPEN_SPREADSHEET not in opening.head[:200]
        ),
    ),
    ForeignKind(SourceIsPdf, lambda opening: b"%pdf-" in opening.head[:1024].lower()),
    ForeignKind(
        SourceIsPicture,
        lambda opening: (
            opening.head.startswith(
                (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\1\0")
            )
            or (opening.head.startswith(b"BM") and b"\0" in opening.head[:20])
            or (opening.head.startswith(b"RIFF") and opening.head[8:12] == b"WEBP")
            or (opening.head[4:8] == b"ftyp" and opening.head[8:12] in _PICTURE_BRANDS)
            or (opening.begins(b"<svg", b"<?xml", b"<!doctype svg") and b"<svg" in opening.head)
        ),
    ),
    ForeignKind(
        SourceIsRecording,
        lambda opening: (
            opening.head.startswith((b"RIFF", b"OggS", b"ID3", b"\x1aE\xdf\xa3", b"fLaC"))
            or opening.head[4:8] == b"ftyp"
        ),
    ),
    ForeignKind(SourceIsData, lambda opening: opening.begins(b'{"', b"{\n", b"{\r", b"[{", b"[\n", b"{ ")),
    ForeignKind(SourceIsDatabase, lambda opening: opening.head.startswith(b"SQLite format 3\0")),
    ForeignKind(
        SourceIsWebPage, lambda opening: opening.begins(b"<!doctype html", b"<html", b"<table", b"<?xml")
    ),
    ForeignKind(
        SourceIsArchive,
        lambda opening: (
            (
                opening.is_archive
                and not opening.has("xl/workbook.xml", "xl/workbook.bin")
                and _OPEN_SPREADSHEET not in opening.head[:200]
            )
            or opening.head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"))
        ),
    ),
)


def format_of(path: Path) -> SourceFormat:
    """Return the format that reads a file; a foreign kind raises its refusal."""
    opening = Opening.of(path)
    for kind in FOREIGN_KINDS:
        if kind.is_it(opening):
            raise kind.refusal(file=path.name)
    return next(format_ for format_ in FORMATS if format_.claims(opening))


def _ole_streams(path: Path) -> tuple[str, ...]:
    """Return those names out of a compound file's directory that tell its kind, without parsing the file.

    Directory entries are 128 bytes, each starting with its name in UTF-16 ([MS-CFB] 2.6.1).
    """
    content = path.read_bytes()
    names: list[str] = []
    for known in _OLE_STREAMS:
        is_whole = not known.endswith("_")
        needle = (known + "\0" * is_whole).encode("utf-16-le")
        at = content.find(needle)
        while at >= 0 and at % 128:
            at = content.find(needle, at + 1)
        if at >= 0:
            names.append(known)
    return tuple(names)
