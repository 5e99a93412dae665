"""Where somebody wants to be in the window: a row, and the field of it where one is named."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a table, whichever page shows it; a kind of document is the field of the table `document`."""

    table: str
    row: int = 0
    field: str = ""
    """A field such as `position.fr`, or the empty string."""
