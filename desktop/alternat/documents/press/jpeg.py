"""Photographs as a PDF takes them: JPEG passes through untouched, anything else is re-encoded once."""

import io
from dataclasses import dataclass
from struct import unpack_from

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_QUALITY = 88
MOST_PIXELS = 16_000_000
"""No photograph that was prepared for keeping has more; whoever shows the page has to decode them."""


class NotAJpeg(ValueError):
    """The bytes have no JPEG frame."""


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """The size of a JPEG picture in pixels, and its colour components: 1 grey, 3 colour, 4 print colour."""

    width: int
    height: int
    components: int


def jpeg_header(content: bytes) -> JpegHeader:
    """Return the header of a JPEG (ITU-T T.81, annex B); other bytes are a `NotAJpeg`."""
    if content[:2] != b"\xff\xd8":
        raise NotAJpeg
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            if place + 10 > len(content):
                break
            height, width, components = unpack_from(">HHB", content, place + 5)
            return JpegHeader(width, height, components)
        place += 2 if marker in _STANDALONE else 2 + int(unpack_from(">H", content, place + 2)[0])
    raise NotAJpeg


def as_jpeg(content: bytes) -> bytes | None:
    """Return the picture as JPEG bytes, or None where it cannot be read as a picture of a sensible size."""
    try:
        header = jpeg_header(content)
    except NotAJpeg:
        return _reencoded(content)
    return content if 0 < header.width * header.height <= MOST_PIXELS else None


def _reencoded(content: bytes) -> bytes | None:
    from PIL import Image, UnidentifiedImageError

    output = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "WEBP")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            picture.convert("RGB").save(output, "JPEG", quality=_QUALITY)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return output.getvalue()
