"""What happens to a photograph before it is kept: turned upright, made smaller, its metadata dropped."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from alternat.actions.photo_reader import LONGEST_EDGE
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.processes import ask

__all__ = ["LONGEST_EDGE", "PreparedPhoto", "UnreadablePhoto", "photo_file", "prepare_photo"]

MOST_BYTES = 150_000_000
MAX_SECONDS = 30
_HEAD = 4096


class UnreadablePhoto(AlternatError):
    """The bytes are not an image this program can read; the leaves say why."""

    template = mark("This photo cannot be read. Choose a JPEG, PNG, WebP or TIFF picture.")


class PhotoMissing(UnreadablePhoto):
    """The file of a photograph is not there, is a folder, or may not be read."""

    template = mark("The file {file} cannot be read. Check its name, and whether you may open it.")


class PhotoEmpty(UnreadablePhoto):
    """There are no bytes."""

    template = mark("This photo cannot be read: the file is empty. Choose another one.")


class PhotoTooLarge(UnreadablePhoto):
    """The file has more bytes than a photograph can have."""

    template = mark(
        "This photo cannot be read: its file is larger than {limit} MB. Save it smaller and choose that."
    )


class PhotoTooWide(UnreadablePhoto):
    """The picture has so many pixels, or says so, that reading it would fill the memory."""

    template = mark(
        "This photo cannot be read: it has, or claims to have, more pixels than can be opened safely. "
        "Save it smaller, as JPEG."
    )


class PhotoDamaged(UnreadablePhoto):
    """The file begins as a picture and cannot be read to its end."""

    template = mark(
        "This photo cannot be read: the {kind} file is damaged or incomplete. Ask for it again, or save it "
        "anew and choose that."
    )


class PhotoTooSlow(UnreadablePhoto):
    """Reading took too long and was stopped."""

    template = mark(
        "This photo cannot be read: it took more than {seconds} seconds. Save it smaller, as JPEG."
    )


class PhotoOfOtherKind(UnreadablePhoto):
    """The file is something else."""

    template = mark("This photo cannot be read: it is {kind}. Choose a JPEG, PNG, WebP or TIFF picture.")


class PhotoOfOtherFormat(UnreadablePhoto):
    """The file is a picture in a form that is not read."""

    template = mark("This photo cannot be read: it is {kind}. Save or export it as JPEG and choose that.")


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A photograph ready to be kept."""

    content: bytes
    media_type: str
    width: int
    height: int


def photo_file(path: Path) -> bytes:
    """Return the bytes of a picture's file, which `prepare_photo` reads; raises an `UnreadablePhoto`."""
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise PhotoTooLarge(limit=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise PhotoMissing(file=path.name or str(path)) from error


def prepare_photo(content: bytes) -> PreparedPhoto:
    """Return the photograph as an upright JPEG without metadata; anything else is an `UnreadablePhoto`.

    It is decoded in a process of its own with limited memory, since a small file can hold a huge picture.
    """
    if not content:
        raise PhotoEmpty
    if len(content) > MOST_BYTES:
        raise PhotoTooLarge(limit=MOST_BYTES // 1_000_000)
    kind = _picture_kind(content[:_HEAD])
    try:
        answer = ask("alternat.actions.photo_reader", content, seconds=MAX_SECONDS)
    except TimeoutError as error:
        raise PhotoTooSlow(seconds=MAX_SECONDS) from error
    if answer is None:
        raise PhotoDamaged(kind=kind)
    line, _, prepared = answer.partition(b"\n")
    facts = json.loads(line)
    if facts.get("wrong") == "pixels":
        raise PhotoTooWide
    if "wrong" in facts:
        raise PhotoDamaged(kind=kind)
    return PreparedPhoto(prepared, "image/jpeg", facts["width"], facts["height"])


def _picture_kind(head: bytes) -> str:
    """Return the name of the format by its first bytes; what is not read is refused by what it is."""
    for words, pattern in _OTHER_FORMATS:
        if re.match(pattern, head, re.DOTALL):
            raise PhotoOfOtherFormat(kind=words)
    for kind, pattern in _FORMATS.items():
        if re.match(pattern, head, re.DOTALL):
            return kind
    for words, pattern in _OTHER_KINDS:
        if re.match(pattern, head, re.DOTALL):
            raise PhotoOfOtherKind(kind=words)
    if _is_text(head):
        raise PhotoOfOtherKind(kind=message("a text"))
    raise UnreadablePhoto


_FORMATS = {
    "JPEG": rb"\xff\xd8\xff",
    "PNG": rb"\x89PNG",
    "WebP": rb"RIFF.{4}WEBP",
    "TIFF": rb"II[*+]\0|MM\0[*+]",
}
_OTHER_FORMATS: tuple[tuple[Message, bytes], ...] = (
    (message("an HEIC picture, as telephones keep their photos"), rb".{4}ftyp(hei|hev|mif1|msf1)"),
    (message("an AVIF picture"), rb".{4}ftyp(avif|avis)"),
    (message("a GIF picture"), rb"GIF8"),
    (message("a BMP picture"), rb"BM.{4}\0{4}"),
    (message("a JPEG 2000 picture"), rb".{4}jP  |\xff\x4f\xff\x51"),
    (message("a JPEG XL picture"), rb"\xff\x0a|.{4}JXL "),
    (message("a Photoshop picture"), rb"8BPS"),
    (message("an icon"), rb"\0\0\x01\0"),
    (
        message("a raw picture of a camera"),
        rb"FUJIFILMCCD|IIR[OS]|MMOR|IIU\0|.{4}ftypcrx|II\*\0.{4}CR|MM\0\*.{4}CR",
    ),
)
_OTHER_KINDS: tuple[tuple[Message, bytes], ...] = (
    (message("a PDF document"), rb".{0,1024}?%PDF-"),
    (message("a film"), rb".{4}(ftyp|moov|mdat)|\x1a\x45\xdf\xa3|RIFF.{4}AVI "),
    (message("a recording of sound"), rb"ID3[\x02-\x04]|OggS|fLaC|RIFF.{4}WAVE"),
    (
        message("an Office document or an archive"),
        rb"PK\x03\x04|PK\x05\x06|\xd0\xcf\x11\xe0|7z\xbc\xaf|Rar!|\x1f\x8b|\{\\rtf",
    ),
    (message("a database or a dialogue"), rb"SQLite format 3"),
    (message("a drawing in lines (SVG)"), rb".{0,1024}?<svg"),
    (message("a web page"), rb"(?i:.{0,1024}?<(html|!doctype html))"),
    (message("a card of contacts"), rb"(?i:BEGIN:VCARD)"),
    (message("a calendar"), rb"(?i:BEGIN:VCALENDAR)"),
    (message("a program"), rb"MZ.\0|\x7fELF"),
)
"""What is often taken for a photo, with the bytes that it begins with."""


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            # A character may be cut at the end of what was looked at.
            text = head[:-4].decode(encoding) if len(head) == _HEAD else head.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(each.isprintable() or each in "\r\n\t\f" for each in text)
    return False
