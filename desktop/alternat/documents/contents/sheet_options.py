"""The options that sheets share: their languages, whose copy they are, the paper, the date, the sides."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from alternat.documents.contents.meeting import printing_habits
from alternat.language.label import Language
from alternat.models.tables import Tables
from alternat.nouns.paper import Paper


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How a sheet is to print."""

    languages: tuple[Language, ...]
    copy_for: str
    paper: Paper
    printed_on: date

    @classmethod
    def suggest(cls, tables: Tables, meeting: int, today: date) -> Self:
        """Return the options that suit a meeting: the whole sheet as the host prints it."""
        habits = printing_habits(tables, meeting)
        return cls(habits.languages, habits.copy_for, habits.paper, today)


@dataclass(frozen=True, slots=True)
class SideSheetOptions(SheetOptions):
    """How a sheet is to print that there is for one side too.

    One side in `sides` means what concerns that side, none or both the whole.
    """

    sides: tuple[str, ...] = ()
