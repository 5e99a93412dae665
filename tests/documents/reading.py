"""Reads finished PDFs with readers that share no code with the writer, for tests."""

import ctypes
import io
from dataclasses import dataclass

import pypdf
import pypdfium2 as pdfium

from tests.kept import same_as_kept


@dataclass(frozen=True)
class Glyph:
    """A character as PDFium finds it on a page, in millimetres from the page's top left corner."""

    character: str
    left: float
    top: float
    right: float
    bottom: float


def text_of(pdf: bytes) -> str:
    """Return the text of all pages as pypdf reads it, pages divided by a line of dashes."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return "\n----\n".join(page.extract_text() for page in reader.pages)


def glyphs(pdf: bytes, page: int = 0) -> list[Glyph]:
    """Return the characters that are drawn on a page, spaces left out."""
    document = pdfium.PdfDocument(pdf)
    try:
        opened = document[page]
        height = opened.get_height()
        text = opened.get_textpage()
        found = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            left, bottom, right, top = text.get_charbox(index)
            if character.strip():
                found.append(Glyph(character, _mm(left), _mm(height - top), _mm(right), _mm(height - bottom)))
        text.close()
        opened.close()
    finally:
        document.close()
    return found


def picture(pdf: bytes, page: int = 0, dots_per_inch: int = 300) -> "tuple[int, int, bytes]":
    """Return a page as width, height and grey pixels."""
    document = pdfium.PdfDocument(pdf)
    try:
        opened = document[page]
        bitmap = opened.render(scale=dots_per_inch / 72, grayscale=True)
        pixels = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
        rows = (
            pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height)
        )
        result = bitmap.width, bitmap.height, b"".join(rows)
        bitmap.close()
        opened.close()
    finally:
        document.close()
    return result


def same_as_snapshot(name: str, text: str) -> bool:
    """Compare a text with its snapshot; `UPDATE_SNAPSHOTS=1` in the environment writes it anew."""
    return same_as_kept(f"documents/{name}", text)


def _mm(points: float) -> float:
    return points * 25.4 / 72
