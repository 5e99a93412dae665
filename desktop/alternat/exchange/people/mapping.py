"""Which column of a list means what, how sure that is and why, and how a person puts it right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from alternat.errors import AlternatError
from alternat.exchange.people.fields import Field, field_named
from alternat.exchange.people.text import parts
from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.language.messages import Message, mark, message


class UnknownImportColumn(AlternatError):
    """The list has no such column; `choices` lists those that it has."""

    template = mark("The list has no column “{column}”. Its columns are {choices}.")


class UnclearOverride(AlternatError):
    """An override is not a column and a field with an equals sign between them."""

    template = mark("“{text}” does not say which column is which field. Write it as COLUMN=FIELD.")


@dataclass(frozen=True, slots=True)
class Column:
    """One column with what it is taken to mean."""

    position: int
    """Its position in the rows of the table, from 0."""
    letters: str
    """Its name in a spreadsheet, such as `C`."""
    heading: str
    field: Field
    confidence: float
    """From 0 to 1; 1 is a person's own choice."""
    reason: Message
    language: Language | None = None
    """The language of cells that do not show theirs."""
    is_language_guessed: bool = False
    """Whether the language is told by what the cells look like, since the heading names none."""
    samples: tuple[str, ...] = ()
    """The first texts in the column, for the preview."""
    is_number: bool = False
    """Whether it only numbers the rows."""

    @property
    def name(self) -> str:
        """Return what messages call the column: its heading or, without one, its letters."""
        return self.heading or self.letters


@dataclass(frozen=True, slots=True)
class Swap:
    """A sign that family and given names stand in each other's column, by the names of the columns."""

    given: str
    family: str
    rows: int
    positions: tuple[int, int] | None = None
    """The columns, where titles or entities stand in the place of names and not family for given names."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What all columns of a table mean, and where its headings and its people are."""

    columns: tuple[Column, ...]
    first_row: int
    """The position of the first row after the headings."""
    header_rows: tuple[int, ...] = ()
    """The numbers of the rows with headings, as a spreadsheet shows them; none if there are no headings."""
    preamble: tuple[str, ...] = ()
    """The texts above the headings, such as a title that names the delegation."""
    swap: Swap | None = None
    """Whether the columns of family and given names seem to be exchanged."""

    def exchanged(self) -> "ColumnMapping":
        """Return this mapping with family and given names, or names and what takes their place, turned."""
        if self.swap is not None and self.swap.positions is not None:
            return self._turned(*self.swap.positions)
        return replace(self, columns=tuple(_exchanged(column) for column in self.columns), swap=None)

    def _turned(self, one: int, other: int) -> "ColumnMapping":
        by_position = {column.position: column for column in self.columns}
        reason = message("You exchanged it with the other half of the name.")
        columns = tuple(
            replace(
                column,
                field=by_position[other if column.position == one else one].field,
                confidence=1.0,
                reason=reason,
                language=by_position[other if column.position == one else one].language,
                is_language_guessed=True,
            )
            if column.position in (one, other)
            else column
            for column in self.columns
        )
        return replace(self, columns=columns, swap=None)

    def of(self, *fields: Field) -> tuple[Column, ...]:
        """Return the columns that mean one of the fields, in the order of the table."""
        return tuple(column for column in self.columns if column.field in fields)

    def with_field(self, position: int, meaning: Field) -> "ColumnMapping":
        """Return this mapping with a person's own choice for one column.

        Another column that meant the same is left out from then on, since both cannot.
        """
        columns = tuple(_chosen(column, position, meaning) for column in self.columns)
        return replace(self, columns=columns, swap=None)

    def column_named(self, name: str) -> Column:
        """Return the column of a heading, part of a heading, or letters; raises UnknownImportColumn."""
        wanted = fold(name)
        for belongs in (
            lambda column: fold(column.heading) == wanted,
            lambda column: wanted in {fold(part) for part in parts(column.heading)},
            lambda column: column.letters.casefold() == name.strip().casefold(),
        ):
            found = [column for column in self.columns if belongs(column)]
            if found and (wanted or name.strip()):
                return found[0]
        raise UnknownImportColumn(column=name, choices=", ".join(column.name for column in self.columns))

    def with_overrides(self, overrides: Iterable[str]) -> "ColumnMapping":
        """Return this mapping with choices such as `Titre=position-fr`, applied in their order.

        Raises UnclearOverride, UnknownImportColumn or UnknownImportField.
        """
        mapping = self
        for override in overrides:
            name, equals, meaning = override.rpartition("=")
            if not (equals and name.strip() and meaning.strip()):
                raise UnclearOverride(text=override)
            mapping = mapping.with_field(mapping.column_named(name).position, field_named(meaning))
        return mapping


_HALVES = {
    Field.FAMILY: Field.GIVEN,
    Field.GIVEN: Field.FAMILY,
    Field.FAMILY_ZH: Field.GIVEN_ZH,
    Field.GIVEN_ZH: Field.FAMILY_ZH,
}


def _exchanged(column: Column) -> Column:
    if column.field not in _HALVES:
        return column
    reason = message("You exchanged it with the other half of the name.")
    return replace(column, field=_HALVES[column.field], confidence=1.0, reason=reason)


def _chosen(column: Column, position: int, meaning: Field) -> Column:
    if column.position == position:
        return replace(
            column,
            field=meaning,
            confidence=1.0,
            reason=message("You chose it."),
            language=meaning.language or column.language,
            is_language_guessed=meaning.in_language(Language.FR) is not meaning and meaning.language is None,
        )
    if column.field is meaning and meaning is not Field.IGNORE:
        return replace(column, field=Field.IGNORE, reason=message("Another column was chosen for this."))
    return column
