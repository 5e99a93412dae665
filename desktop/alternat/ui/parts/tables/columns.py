"""The columns of a list: what each cell says, how it looks and how it is edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from alternat.language.catalogs import Catalog
from alternat.language.messages import Message
from alternat.nouns import kinds
from alternat.nouns.noun import Field
from alternat.ui.parts.choices import Choice, members
from alternat.ui.parts.typed import is_typed, read_typed, said, typed


class Reading(Protocol):
    """What cells are read with; a page may know more that its own columns ask for."""

    @property
    def catalog(self) -> Catalog:
        """The language of the screen."""
        ...


T = TypeVar("T")
R = TypeVar("R", bound=Reading)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks besides its text; `colour` is the name of a colour of the palette."""

    colour: str = ""
    is_strong: bool = False
    icon: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Editor(Generic[T, R]):
    """How a cell is edited: what the editor starts with, and which fields its answer gives."""

    begin: Callable[[T, R], object]
    fields: Callable[[T, Any, R], Mapping[str, object]]
    """An answer that cannot be read is an `AlternatError`."""
    choices: Callable[[T, R], Sequence[Choice]] | None = None
    """What the value is chosen from; None where it is typed."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T, R]):
    """One column; `width` is in logical pixels at 100 % text, 0 takes what is left.

    Of the columns that can be spared, the highest `spared` goes first where the text would be cut short; what
    they tell stands beside the list as well.
    """

    title: Message
    width: int
    text: Callable[[T, R], str]
    editor: Editor[T, R] | None = None
    spared: int = 0
    look: Callable[[T], Look] = lambda _: PLAIN
    tip: Callable[[T, R], str] | None = None
    """What the cell says in full, where its text does not."""
    is_mark: bool = False
    """Whether its icon is a mark that a click or the space bar sets."""


def field_column(
    field: Field,
    title: Message,
    width: int,
    *,
    text: Callable[[Any, Any], str] | None = None,
    choices: Callable[[Any, Any], Sequence[Choice]] | None = None,
    spared: int = 0,
    look: Callable[[Any], Look] = lambda _: PLAIN,
) -> Column[Any, Any]:
    """Return the column of a field, which the values of the list have by the same name.

    Its text and its editor come from the kind of the field. Where only the page has the words for a value, as
    for a row of another noun, it gives the `text` and the `choices`.
    """

    def own_text(value: Any, reader: Reading) -> str:
        return said(field, getattr(value, field.name), reader.catalog)

    editor = None if field.is_told_only else _editor(field, choices or _choices(field))
    return Column(title, width, text or own_text, editor, spared, look)


def _editor(field: Field, choices: Callable[[Any, Any], Sequence[Choice]] | None) -> Editor[Any, Any] | None:
    def held(value: Any, _reader: Reading) -> Any:
        return getattr(value, field.name)

    if choices is not None:
        return Editor(held, lambda _, chosen, __: {field.name: chosen}, choices)
    if isinstance(field.kind, kinds.Texts):
        return Editor(
            lambda value, reader: held(value, reader).text(reader.catalog.language),
            lambda value, text, reader: {
                field.name: held(value, reader).with_text(reader.catalog.language, text.strip())
            },
        )
    if is_typed(field):
        return Editor(
            lambda value, reader: typed(field, held(value, reader)),
            lambda _, text, __: {field.name: read_typed(field, text)},
        )
    return None


def _choices(field: Field) -> Callable[[Any, Any], Sequence[Choice]] | None:
    match field.kind:
        case kinds.OneOf(known):
            return lambda _, reader: members(reader.catalog, known)
        case kinds.YesNo():
            return lambda _, reader: [
                Choice(is_so, said(field, is_so, reader.catalog)) for is_so in (True, False)
            ]
    return None
