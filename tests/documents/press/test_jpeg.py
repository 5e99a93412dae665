import io

import pytest
from PIL import Image

from alternat.documents.press.jpeg import JpegHeader, NotAJpeg, as_jpeg, jpeg_header


def picture(mode: str, form: str) -> bytes:
    output = io.BytesIO()
    Image.new(mode, (31, 17), 90 if mode == "L" else None).save(output, form)
    return output.getvalue()


@pytest.mark.parametrize(("mode", "components"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
def test_the_header_of_a_photograph_is_read(mode: str, components: int) -> None:
    assert jpeg_header(picture(mode, "JPEG")) == JpegHeader(31, 17, components)


def test_a_jpeg_passes_through_untouched() -> None:
    content = picture("RGB", "JPEG")
    assert as_jpeg(content) is content


def test_another_picture_becomes_a_jpeg() -> None:
    converted = as_jpeg(picture("RGB", "PNG"))
    assert converted is not None
    assert jpeg_header(converted) == JpegHeader(31, 17, 3)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0\x00\x04xx", b"\xff\xd8\xff\xc0\x00", b"GIF89a"])
def test_what_is_no_picture_is_left_out(content: bytes) -> None:
    assert as_jpeg(content) is None
    with pytest.raises(NotAJpeg):
        jpeg_header(content)


def test_a_picture_too_large_to_have_been_kept_here_is_left_out_and_not_decoded() -> None:
    output = io.BytesIO()
    Image.new("L", (4001, 4000)).save(output, "PNG")
    assert as_jpeg(output.getvalue()) is None
    wide = bytearray(picture("RGB", "JPEG"))
    place = wide.index(b"\xff\xc0") + 5
    wide[place : place + 4] = b"\xff\xff\xff\xff"
    assert as_jpeg(bytes(wide)) is None
