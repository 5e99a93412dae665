"""What a noun is and what its fields are: facts only, from which every face makes its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from alternat.language.messages import Message
from alternat.nouns.kinds import Kind


class Reach(Enum):
    """How far a value may go; every field says so, since nothing leaves the desk by default."""

    PUBLIC = auto()
    """May stand on paper and in files that others get."""
    DESK = auto()
    """Stands in the lists of this desk, and in nothing that leaves it."""
    PRIVATE = auto()
    """Is shown to whoever edits it, and named rather than told wherever something is reported."""


PUBLIC, DESK, PRIVATE = Reach


@dataclass(frozen=True, slots=True)
class Field:
    """A field that people set, or that verbs of its own set for them."""

    name: str
    """The name of the column."""
    kind: Kind
    title: Message
    """What it is called inside a sentence."""
    reach: Reach
    explains: Message | None = None
    """What the help says of it; None where it is not typed on the command line."""
    heading: Message | None = None
    """What stands over its column, where that is not the title with a capital."""
    key: str = ""
    """Its name in JSON, where it is not the column’s."""
    option: str = ""
    """Its name on the command line without dashes before it, where it is not the key."""
    may_be_empty: bool = False
    """Whether the column may hold nothing at all."""
    is_needed: bool = False
    """Whether it may never say nothing, although its column could."""
    is_given_once: bool = False
    """Whether a row keeps what it was given when it was added."""
    is_told_only: bool = False
    """Whether it is shown with the others but written by verbs of its own."""

    @property
    def in_json(self) -> str:
        """Return its name in JSON."""
        return self.key or self.name

    @property
    def on_line(self) -> str:
        """Return its option on the command line, without the dashes before it."""
        return self.option or self.in_json.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its fields, its names in whole sentences, and how its rows are found and ordered."""

    table: str
    named: str
    """A row inside a sentence: a template of {name}."""
    many: str
    """Its rows inside a sentence, as in a count of them."""
    fields: tuple[Field, ...]
    above: str | None = None
    """The table whose rows it hangs on."""
    hangs_by: str = ""
    """The column that says on which one, where it is not called as that table."""
    kept: tuple[str, ...] = ()
    """Columns that the program writes by itself and nobody sets."""
    found_by: tuple[str, ...] = ()
    """The fields by which people find a row, the usual one first; by its number where there are none."""
    called_by: str = ""
    """The field that a row is called by inside a sentence; by its number where there is none."""
    ordered_by: tuple[str, ...] = ()
    unknown: str = ""
    """What is said where there is none of that {name}; it may offer the {choices}."""
    none: str = ""
    """What is said instead where there is none at all, and how one is added."""

    @property
    def column_above(self) -> str:
        """Return the column that says on which row it hangs; empty for a noun that stands alone."""
        return self.hangs_by or self.above or ""

    def field(self, name: str) -> Field:
        """Return the field of that name; an unknown one is a KeyError."""
        return self.by_name[name]

    def hangs_on(self, column: str) -> bool:
        """Return whether a row goes with the one that a column refers to, although others have none there."""
        field = self.by_name.get(column)
        return column == self.column_above or (field is not None and field.is_given_once)

    def title(self, name: str) -> Message:
        """Return what the field of that name is called inside a sentence."""
        return self.by_name[name].title

    @property
    def by_name(self) -> dict[str, Field]:
        """Return the fields by their names."""
        return {each.name: each for each in self.fields}


def field_among(nouns: Iterable[Noun], name: str) -> Field:
    """Return the field of that name of the first noun that has one; an unknown one is a KeyError."""
    return {each.name: each for noun in reversed(tuple(nouns)) for each in noun.fields}[name]
