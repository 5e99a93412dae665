"""What checking can find wrong with a dialogue, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alternat.language.messages import Message, message
from alternat.storage.naming import row_name


class Damage(StrEnum):
    """What is wrong with a row, a step of the history or the file."""

    CHANGED = "changed"
    """It differs from what was last written."""
    MISSING = "missing"
    UNEXPECTED = "unexpected"
    """It is there although it was removed."""
    UNTOLD = "untold"
    """It is there although no step made it."""
    VERSION = "version"
    """Its values are as they were written, but not the count of its changes."""
    DANGLING = "dangling"
    """It refers to a row that is not there."""
    PHOTO = "photo"
    """The photograph is not the one that was kept."""
    PAGES = "pages"
    """The file's own structure is broken."""
    KEYS = "keys"
    """The file has forgotten which keys it gave out."""
    IMAGE = "image"
    """What the history keeps of a row is not what was written."""
    STEP = "step"
    """A step of the history is not what was written, or a step before it is missing."""
    HISTORY = "history"
    """Steps or row images are missing, or the history does not fit together."""


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """One thing that is not as it was written."""

    damage: Damage
    table: str
    """Empty for the file as a whole."""
    key: int
    message: Message


def damaged_row(
    damage: Damage, table: str, key: int, image: Mapping[str, object] | None = None
) -> DamagedRow:
    """Return what is wrong with a row, named by its image where there is one."""
    return DamagedRow(damage, table, key, _SENTENCES[damage](row_name(table, key, image)))


def damaged_file(damage: Damage, words: Message, *, table: str = "", key: int = 0) -> DamagedRow:
    """Return what is wrong with the file, or with its history."""
    return DamagedRow(damage, table, key, words)


_SENTENCES: Mapping[Damage, Callable[[Message], Message]] = {
    Damage.CHANGED: lambda row: message(
        "Not as it was last written: {row}. Compare it with a backup.", row=row
    ),
    Damage.MISSING: lambda row: message("Missing, although it was never removed: {row}.", row=row),
    Damage.UNEXPECTED: lambda row: message("Still there, although it was removed: {row}.", row=row),
    Damage.UNTOLD: lambda row: message("There, although no step of the history made it: {row}.", row=row),
    Damage.VERSION: lambda row: message(
        "The count of its changes is not as it was written: {row}. Compare it with a backup.", row=row
    ),
    Damage.DANGLING: lambda row: message("Refers to an entry that is not there: {row}.", row=row),
    Damage.PHOTO: lambda row: message("The picture is damaged: {row}. Add it again.", row=row),
}
