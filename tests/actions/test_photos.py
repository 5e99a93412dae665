"""Photographs are turned upright, made smaller and stripped before they are kept."""

import io

import pytest
from PIL import Image

from alternat.actions.people import set_photo
from alternat.actions.photos import UnreadablePhoto, prepare_photo
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
