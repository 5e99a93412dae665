"""The QR code of a badge: the modules of a random token, and nothing else, as bits to draw."""

from typing import cast

import zxingcpp

_INK = bytes.maketrans(b"\x00\xff", b"10")


def qr_modules(token: str) -> tuple[int, str]:
    """Return the number of modules a side, and the rows as hexadecimal digits, each padded to whole bytes.

    Error correction level M (ISO/IEC 18004: 15 % may be lost) suits a badge that is worn and bent. The quiet
    zone of four modules is left to the layout.
    """
    barcode = zxingcpp.create_barcode(token, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = zxingcpp.write_barcode_to_image(barcode, scale=1, add_quiet_zones=False)
    side = int(image.shape[0])
    pixels = memoryview(cast("bytes", image)).tobytes().translate(_INK).decode("ascii")
    stride = -(-side // 8) * 8
    bits = "".join(pixels[start : start + side].ljust(stride, "0") for start in range(0, side * side, side))
    return side, f"{int(bits, 2):0{len(bits) // 4}x}"
