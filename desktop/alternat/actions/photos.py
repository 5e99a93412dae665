"""What happens to a photograph before it is kept: turned upright, made smaller, its metadata dropped."""

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.errors import AlternatError
from alternat.language.messages import mark

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

LONGEST_EDGE = 900
"""Pixels; enough for a 35 mm wide photograph at 600 dots an inch."""
MOST_BYTES = 30_000_000


class UnreadablePhoto(AlternatError):
    """The bytes are not an image this program can read."""

    template = mark("This photo cannot be read. Choose a JPEG, PNG, WebP or TIFF image of at most 30 MB.")


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A photograph ready to be kept."""

    content: bytes
    media_type: str
    width: int
    height: int


def prepare_photo(content: bytes) -> PreparedPhoto:
    """Return the photograph as an upright JPEG without metadata; anything else is an `UnreadablePhoto`."""
    from PIL import Image, ImageOps

    if len(content) > MOST_BYTES:
        raise UnreadablePhoto
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "TIFF")) as opened:
                upright = ImageOps.exif_transpose(opened)
                flat = _on_white(upright)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UnreadablePhoto from error
    flat.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=90, optimize=True)
    return PreparedPhoto(out.getvalue(), "image/jpeg", flat.width, flat.height)


def _on_white(image: "Picture") -> "Picture":
    from PIL import Image

    rgba = image.convert("RGBA")
    ground = Image.new("RGB", rgba.size, "white")
    ground.paste(rgba, mask=rgba.getchannel("A"))
    return ground
