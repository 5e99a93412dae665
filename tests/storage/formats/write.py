"""Writes the example dialogue as this version keeps it, for all later versions to open.

Run it before a new format is made, `python tests/storage/formats/write.py`; it leaves what is there already.
It asks only for what every version has, so that an earlier one can run it: `PYTHONPATH=EARLIER/desktop`.
"""

import io
import lzma
import sys
from datetime import date
from inspect import signature
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

from alternat.actions.demo import create_demo
from alternat.actions.people import change_contact, change_people, remove_people, set_photo
from alternat.storage.workspace import Workspace, create_workspace

FOLDER = Path(__file__).parent


def fill(workspace: Workspace) -> None:
    """Write the example and a few steps after it, the last of them taken back."""
    create_demo(workspace, today=date(2027, 3, 2))
    change_contact(workspace, 14, {"email": "head@example.org", "passport_name": "QIN YUANZHOU"})
    set_photo(workspace, 14, _photo())
    remove_people(workspace, [13])
    change_people(workspace, [20], {"given": "Mingxuan Paul"})
    change_people(workspace, [16], {"given": "Yueyue"})
    workspace.undo()


def owner() -> dict[str, Any]:
    """Return whose steps they are; from format 3 on a desk has a name of its own."""
    names = {"actor": "Desk", "desk": "desk-1"}
    return {name: names[name] for name in names if name in signature(create_workspace).parameters}


def _photo() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (300, 400), "#5b7083").save(picture, "JPEG")
    return picture.getvalue()


def main() -> str:
    """Write the file and return what to say about it."""
    with TemporaryDirectory() as made:
        path = Path(made) / "talks.alternat"
        with create_workspace(path, **owner()) as workspace:
            fill(workspace)
        content = path.read_bytes()
    # SQLite keeps the number of the format here.
    number = int.from_bytes(content[60:64], "big")
    target = FOLDER / f"format-{number}.alternat.xz"
    if target.exists():
        return f"{target} is there already"
    target.write_bytes(lzma.compress(content, preset=9))
    return f"{target} is written"


if __name__ == "__main__":
    sys.stdout.write(main() + "\n")
