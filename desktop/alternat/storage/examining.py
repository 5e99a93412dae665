"""Looking at a backup before it takes the place of a dialogue: what in it is not as it was written."""

from pathlib import Path

from alternat.storage.damage import DamagedRow
from alternat.storage.workspace import open_workspace


def damage_in(path: Path, password: str | None = None) -> tuple[DamagedRow, ...]:
    """Return what is not as it was written in a file that nobody writes; it stays as it is.

    Raises what opening it raises: `DamagedDialogue` where its pages are broken, `PasswordNeeded`, …
    """
    with open_workspace(path, actor="", write=False, password=password, desk="") as workspace:
        return workspace.verify()
