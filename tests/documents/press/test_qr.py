import zxingcpp

from alternat.documents.press.qr import qr_modules

TOKEN = "Hq3vX9-token_0b5e"


def test_the_modules_are_those_of_a_code_that_reads_back() -> None:
    side, rows = qr_modules(TOKEN)
    stride = -(-side // 8)
    content = bytes.fromhex(rows)
    bits = [
        [content[row * stride + column // 8] >> (7 - column % 8) & 1 for column in range(side)]
        for row in range(side)
    ]
    scale, quiet = 4, 16
    width = side * scale + 2 * quiet
    pixels = bytearray(b"\xff" * width * width)
    for row in range(side * scale):
        for column in range(side * scale):
            if bits[row // scale][column // scale]:
                pixels[(row + quiet) * width + column + quiet] = 0
    view = memoryview(bytes(pixels)).cast("B", (width, width))
    (found,) = zxingcpp.read_barcodes(view)
    assert found.text == TOKEN


def test_every_row_is_padded_to_whole_bytes() -> None:
    side, rows = qr_modules(TOKEN)
    assert len(rows) == side * -(-side // 8) * 2
