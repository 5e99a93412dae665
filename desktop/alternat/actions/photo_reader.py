"""The process that decodes photographs: takes the bytes of one picture and answers with a small JPEG.

It runs as `python -m alternat.actions.photo_reader`, knows neither the window nor the database, and may
die of what it reads without harm to the program that started it.
"""

import io
import json
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from alternat.processes import limit_memory

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MAX_MEMORY = 1_000_000_000
"""Address space in bytes, where the operating system can limit it."""
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
LONGEST_EDGE = 900
"""Pixels; enough for a 35 mm wide photograph at 600 dots an inch."""
MOST_PIXELS = 120_000_000
"""Of a picture that has to be decoded whole; a JPEG is made smaller while it is read and may have more."""
MOST_JPEG_PIXELS = 400_000_000

_STRIP_PIXELS = 2_000_000
_ORIENTATION = 0x0112
_WHITE = 255


def main() -> None:
    """Answer with a line of JSON; if the picture can be read, the bytes of the prepared photograph follow."""
    limit_memory(MAX_MEMORY)
    facts, content = answer_to(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + content)


def answer_to(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the size with the prepared JPEG, or what is wrong with the picture and no bytes."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_JPEG_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                pixels = opened.width * opened.height
                if pixels > (MOST_JPEG_PIXELS if _is_jpeg(opened) else MOST_PIXELS):
                    return {"wrong": "pixels", "millions": -(-pixels // 1_000_000)}, b""
                prepared = _prepared(opened)
    except (Image.DecompressionBombError, MemoryError):
        return {"wrong": "pixels", "millions": 0}, b""
    except Exception:  # noqa: BLE001 - Pillow's readers raise whatever damaged bytes lead them to
        return {"wrong": "damaged"}, b""
    out = io.BytesIO()
    prepared.save(out, "JPEG", quality=90, optimize=True)
    return {"width": prepared.width, "height": prepared.height}, out.getvalue()


def _is_jpeg(opened: Any) -> bool:
    return opened.format in {"JPEG", "MPO"}


def _prepared(opened: "Picture") -> "Picture":
    """Return a new upright picture in colour, without any of the metadata of the one that was opened."""
    from PIL import Image

    whole = max(opened.size)
    if _is_jpeg(opened) and whole > 2 * LONGEST_EDGE:
        # The decoder itself leaves out what is not needed: an eighth of each side at the least.
        share = 2 * LONGEST_EDGE / whole
        opened.draft(None, (round(opened.width * share), round(opened.height * share)))
    opened.load()
    small = _in_colour(_reduced(opened), opened.info.get("icc_profile"))
    small.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    turn = _TURNS.get(_orientation(opened))
    return small.transpose(Image.Transpose[turn]) if turn else small


_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""How to set a picture upright, by its EXIF orientation (Exif 2.32, tag 0x0112)."""


def _orientation(opened: "Picture") -> int:
    # Asked after loading: a PNG may tell it behind the pixels, and Pillow turns a TIFF by itself.
    with suppress(Exception):
        return int(opened.getexif().get(_ORIENTATION, 1))
    return 1


def _reduced(opened: "Picture") -> "Picture":
    """Return the picture on white, divided in size so far that nothing is lost by the last reduction.

    It is converted strip by strip, since a conversion of all of it would need as much memory again.
    """
    from PIL import Image

    factor = max(1, max(opened.size) // (2 * LONGEST_EDGE))
    ends = _ends(opened)
    strips = [_opaque(strip, opened.info, ends).reduce(factor) for strip in _strips(opened, factor)]
    small = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        small.paste(strip, (0, top))
        top += strip.height
    return small


def _strips(opened: "Picture", factor: int) -> Iterator["Picture"]:
    rows = max(1, _STRIP_PIXELS // (opened.width * factor)) * factor
    for top in range(0, opened.height, rows):
        strip = opened.crop((0, top, opened.width, min(top + rows, opened.height)))
        yield strip


def _opaque(strip: "Picture", info: dict[Any, Any], ends: tuple[float, float]) -> "Picture":
    """Return a strip in grey, colour or print colour of eight bits, what is transparent made white."""
    if strip.mode.startswith("I;16"):
        return _deep_grey(strip, info.get("transparency"))
    if strip.mode in {"I", "F"}:
        low, high = ends
        scale = _WHITE / (high - low) if high > low else 1.0
        return strip.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    if strip.mode in {"L", "CMYK"} and "transparency" not in info:
        return strip
    if strip.mode in {"1", "RGB", "RGBX", "YCbCr", "LAB", "HSV"} and "transparency" not in info:
        return strip.convert("RGB")
    strip.info = info
    return _on_white(strip.convert("RGBA") if strip.mode != "La" else strip.convert("LA").convert("RGBA"))


def _on_white(strip: "Picture") -> "Picture":
    from PIL import Image

    ground = Image.new("RGB", strip.size, "white")
    ground.paste(strip, mask=strip.getchannel("A"))
    return ground


def _deep_grey(strip: "Picture", transparent: object) -> "Picture":
    """Return a strip of 16-bit grey in eight bits: the higher byte of each sample, as viewers show it."""
    from PIL import Image, ImageChops

    samples = strip.tobytes()
    is_big = strip.mode == "I;16B" or (strip.mode == "I;16N" and sys.byteorder == "big")
    high, low = (
        Image.frombytes("L", strip.size, samples[start::2]) for start in ((0, 1) if is_big else (1, 0))
    )
    if isinstance(transparent, int):
        hits = [
            half.point([_WHITE if value == wanted else 0 for value in range(256)])
            for half, wanted in ((high, transparent >> 8), (low, transparent & 0xFF))
        ]
        high.paste(_WHITE, mask=ImageChops.darker(*hits))
    return high


def _ends(opened: "Picture") -> tuple[float, float]:
    """Return which values of deep samples are black and white: those of the depth they seem to have."""
    if opened.mode not in {"I", "F"}:
        return (0, _WHITE)
    low, high = (float(end) for end in opened.getextrema())  # type: ignore[arg-type] # one channel
    for white in (1.0, 255.0, 65_535.0) if opened.mode == "F" else (255.0, 65_535.0):
        if low >= 0 and high <= white:
            return (0, white)
    return (low, high)


def _in_colour(small: "Picture", profile: bytes | None) -> "Picture":
    """Return the picture in the colours of a screen, by its own profile where that can be used."""
    from PIL import ImageCms

    if profile:
        with suppress(Exception):
            # The profile does not stay with the picture, so its colours have to be those of sRGB.
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(small, own, screen, outputMode="RGB")
            if turned is not None:
                return turned
    return small.convert("RGB")


if __name__ == "__main__":
    main()
