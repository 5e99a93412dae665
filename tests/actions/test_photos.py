"""Photographs are turned upright, made smaller and stripped before they are kept."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from alternat.actions import photos
from alternat.actions.people import set_photo
from alternat.actions.photos import UnreadablePhoto, photo_file, prepare_photo
from alternat.processes import environment
from alternat.storage.workspace import Workspace
from tests.factories.people import add_delegate


def _image(size: tuple[int, int], kind: str = "JPEG", orientation: int | None = None) -> bytes:
    image, out = Image.new("RGB", size, "navy"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at a secret place"
    if orientation is not None:
        exif[0x0112] = orientation
    image.save(out, kind, exif=exif)
    return out.getvalue()


def test_a_photo_loses_its_metadata_but_stands_upright() -> None:
    photo = prepare_photo(_image((60, 30), orientation=6))
    assert (photo.width, photo.height) == (30, 60)
    assert b"secret" not in photo.content


def test_a_large_photo_becomes_small_enough() -> None:
    photo = prepare_photo(_image((3000, 1500)))
    assert (photo.width, photo.height) == (900, 450)


@pytest.mark.parametrize(
    "content", [b"", b"not an image", b"%PDF-1.7", _image((8, 8))[:200], _image((8, 8), "GIF")]
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePhoto):
        prepare_photo(content)


def test_the_same_photo_is_kept_once_and_undo_takes_it_off_the_person(dialogue: Workspace) -> None:
    first, second = add_delegate(dialogue, None), add_delegate(dialogue, None)
    set_photo(dialogue, first, _image((40, 50)))
    set_photo(dialogue, second, _image((40, 50)))
    assert dialogue.tables.Photo.select().count() == 1
    dialogue.undo()
    assert dialogue.tables.Person.get_by_id(second).photo_id is None
    set_photo(dialogue, first, None)
    assert dialogue.tables.Person.get_by_id(first).photo_id is None


def _saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _pixel(content: bytes, place: tuple[int, int] = (16, 16)) -> tuple[int, ...]:
    photo = Image.open(io.BytesIO(prepare_photo(content).content))
    assert photo.mode == "RGB"
    found = photo.getpixel(place)
    assert isinstance(found, tuple)
    return tuple(int(value) for value in found)


def _near(found: tuple[int, ...], wanted: tuple[int, ...], most: int = 4) -> bool:
    return all(abs(one - other) <= most for one, other in zip(found, wanted, strict=True))


def _filled(mode: str, colour: Any) -> Image.Image:
    return Image.new(mode, (32, 32), colour)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(width: int, height: int, depth: int, colour: int, rows: bytes, *extra: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), *extra, _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _deep(colour: int, sample: bytes) -> bytes:
    """Return a PNG of 32 by 32 equal samples of 16 bits a channel."""
    return _png(32, 32, 16, colour, (b"\0" + sample * 32) * 32)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (_saved(_filled("1", 1)), (255, 255, 255)),
        (_saved(_filled("L", 90)), (90, 90, 90)),
        (_saved(_filled("LA", (90, 255))), (90, 90, 90)),
        (_saved(_filled("LA", (90, 0))), (255, 255, 255)),
        (_saved(_filled("P", 7).convert("P")), None),
        (_saved(_filled("RGB", (10, 120, 200))), (10, 120, 200)),
        (_saved(_filled("RGB", (10, 120, 200)).quantize(4)), (10, 120, 200)),
        (_saved(_filled("RGBA", (10, 120, 200, 255))), (10, 120, 200)),
        (_saved(_filled("RGBA", (0, 0, 0, 0))), (255, 255, 255)),
        (_saved(_filled("RGBA", (0, 0, 0, 128))), (127, 127, 127)),
        (_saved(_filled("RGB", (10, 120, 200)), transparency=(10, 120, 200)), (255, 255, 255)),
        (_saved(_filled("L", 90), transparency=90), (255, 255, 255)),
        (_saved(_filled("I;16", 40_000)), (156, 156, 156)),
        (_saved(_filled("I;16", 300)), (1, 1, 1)),
        (_saved(_filled("I;16", 40_000), transparency=40_000), (255, 255, 255)),
        (_deep(4, b"\x9c\x40\xff\xff"), (156, 156, 156)),
        (_deep(2, b"\x0a\x00\x78\x00\xc8\x00"), (10, 120, 200)),
        (_deep(6, b"\x0a\x00\x78\x00\xc8\x00\xff\xff"), (10, 120, 200)),
        (_saved(_filled("I;16", 40_000), "TIFF"), (156, 156, 156)),
        (_saved(_filled("I", 40_000), "TIFF"), (156, 156, 156)),
        (_saved(_filled("F", 0.5), "TIFF"), (127, 127, 127)),
        (_saved(_filled("CMYK", (0, 255, 255, 0)), "JPEG"), (255, 0, 0)),
        (_saved(_filled("CMYK", (0, 255, 255, 0)), "TIFF"), (255, 0, 0)),
        (_saved(_filled("L", 90), "JPEG"), (90, 90, 90)),
        (_saved(_filled("YCbCr", (128, 128, 128)), "JPEG"), (128, 128, 128)),
        (_saved(_filled("LAB", (255, 128, 128)), "TIFF"), None),
        (_saved(_filled("RGBA", (10, 120, 200, 255)), "WEBP", lossless=True), (10, 120, 200)),
    ],
)
def test_every_kind_of_picture_keeps_what_it_shows(content: bytes, wanted: tuple[int, ...] | None) -> None:
    found = _pixel(content)
    assert wanted is None or _near(found, wanted)


def test_sixteen_bit_grey_is_the_same_picture_in_eight_bits_not_clipped() -> None:
    shades = [value * 256 + 128 for value in range(256)]
    deep = Image.frombytes("I;16", (256, 4), struct.pack("<256H", *shades) * 4)
    photo = Image.open(io.BytesIO(prepare_photo(_saved(deep)).content)).convert("L")
    found = [photo.getpixel((column, 1)) for column in range(256)]
    assert all(isinstance(value, int) and abs(value - column) <= 3 for column, value in enumerate(found))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_of_every_orientation_stands_upright(kind: str, orientation: int) -> None:
    upright = Image.new("RGB", (48, 32), "white")
    upright.paste("red", (0, 0, 24, 16))
    upright.paste("blue", (24, 16, 48, 32))
    turned = upright
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.get(orientation)
    if back is not None:
        turned = upright.transpose(Image.Transpose(back))
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = Image.open(io.BytesIO(prepare_photo(_saved(turned, kind, exif=exif)).content))
    assert photo.size == (48, 32)
    corners = [photo.getpixel(place) for place in ((8, 8), (40, 8), (8, 24), (40, 24))]
    wanted = [(255, 0, 0), (255, 255, 255), (255, 255, 255), (0, 0, 255)]
    assert all(
        isinstance(one, tuple) and _near(tuple(int(value) for value in one), other, 12)
        for one, other in zip(corners, wanted, strict=True)
    )


def test_nothing_beside_the_picture_stays() -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    content = _saved(_filled("RGB", "navy"), "JPEG", exif=exif, comment=b"secret name", xmp=b"<secret/>")
    kept = prepare_photo(content).content
    assert b"secret" not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()


def test_colours_of_a_profile_become_those_of_a_screen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    assert _pixel(_saved(_filled("RGB", (10, 120, 200)), icc_profile=profile.tobytes()))
    assert _near(_pixel(_saved(_filled("RGB", (10, 120, 200)), icc_profile=b"no profile")), (10, 120, 200))


def test_a_photo_of_a_hundred_megapixels_is_reduced_in_bounded_memory() -> None:
    large = Image.new("L", (11_648, 8_736), 90)
    large.paste(200, (0, 0, 5_824, 8_736))
    for kind in ("JPEG", "PNG"):
        photo = prepare_photo(_saved(large, kind))
        assert (photo.width, photo.height) == (900, 675)
        shown = Image.open(io.BytesIO(photo.content)).convert("L")
        assert abs(int(str(shown.getpixel((200, 300)))) - 200) < 4
        assert abs(int(str(shown.getpixel((700, 300)))) - 90) < 4


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is told there")
def test_a_small_file_with_a_huge_picture_takes_no_memory_of_this_process() -> None:
    bomb = _saved(Image.new("L", (9000, 9000)))
    code = (
        "import sys; from alternat.actions.photos import prepare_photo; "
        "prepare_photo(sys.stdin.buffer.read()); "
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=bomb, capture_output=True, check=True, env=environment()
    )
    assert int(done.stdout) < 80_000


def test_the_process_that_decodes_photos_knows_neither_the_window_nor_the_database() -> None:
    code = (
        "import sys, alternat.actions.photo_reader; "
        "print({'PySide6', 'peewee', 'apsw', 'psycopg'} & {m.split('.')[0] for m in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment()
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%", "a PDF document"),
        ("Ceci n’est pas une photo.".encode(), "a text"),
        ("照片在信里。".encode("gb18030"), "a text"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "a film"),
        (_image((8, 8), "GIF"), "GIF"),
        (_image((8, 8), "BMP"), "BMP"),
        (b"PK\x03\x04\x14\0", "an Office document or an archive"),
        (b"SQLite format 3\0", "a dialogue"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<!DOCTYPE html><html></html>", "a web page"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "a card of contacts"),
        (b"BM, BMW and more: a list", "a text"),
        (bytes(range(256)), "cannot be read"),
        (_image((80, 80), "JPEG")[:700], "damaged or incomplete"),
        (_saved(Image.effect_noise((80, 80), 50))[:-300], "damaged or incomplete"),
        (_saved(Image.effect_noise((80, 80), 50), "WEBP")[:200], "damaged or incomplete"),
        (_saved(Image.effect_noise((80, 80), 50), "TIFF")[:500], "damaged or incomplete"),
        (b"\xff\xd8\xff\xe0 nothing more", "JPEG file is damaged"),
        (_png(60_000, 60_000, 8, 2, bytes(1_000_000)), "more pixels"),
        (_png(20_000, 7_000, 16, 6, bytes(1_000_000)), "more pixels"),
    ],
)
def test_what_is_no_photo_is_refused_by_what_it_is(content: bytes, words: str) -> None:
    with pytest.raises(UnreadablePhoto) as refused:
        prepare_photo(content)
    template = type(refused.value).template
    assert words in template.format(**{name: str(it) for name, it in refused.value.arguments.items()})


def test_a_file_that_cannot_be_read_or_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path, tmp_path / "gone.jpg", tmp_path / "nul\0.jpg"):
        with pytest.raises(photos.PhotoMissing):
            photo_file(path)
    kept = tmp_path / "large.jpg"
    kept.write_bytes(_image((40, 50)))
    monkeypatch.setattr(photos, "MOST_BYTES", 100)
    with pytest.raises(photos.PhotoTooLarge):
        photo_file(kept)
    with pytest.raises(photos.PhotoTooLarge):
        prepare_photo(kept.read_bytes() if kept.stat().st_size > 100 else b"")
    monkeypatch.setattr(photos, "MOST_BYTES", kept.stat().st_size)
    assert prepare_photo(photo_file(kept)).width == 40


def test_a_picture_that_takes_too_long_or_kills_its_reader_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photos, "MAX_SECONDS", 0.001)
    with pytest.raises(photos.PhotoTooSlow):
        prepare_photo(_image((40, 50)))
    monkeypatch.setattr(photos, "ask", lambda *_, **__: None)
    with pytest.raises(photos.PhotoDamaged):
        prepare_photo(_image((40, 50)))


def test_no_process_of_ours_inherits_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALTERNAT_PASSWORD", "correct horse")
    monkeypatch.setenv("ALTERNAT_NEW_PASSWORD", "battery staple")
    assert not {"correct horse", "battery staple"} & set(environment().values())
