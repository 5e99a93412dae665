"""Rows of any noun: those of a meeting in their order, the one that somebody names, and what they hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message, offered
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS, is_of_meeting
from alternat.nouns.kinds import RowOf
from alternat.nouns.noun import Field, Noun


class UnknownRow(AlternatError):
    """There is no row of that name; `noun` says which noun was asked for, and has the sentence."""

    def __init__(self, noun: Noun, name: str, choices: object = "", *, is_none: bool = False) -> None:
        self.noun, self.template = noun, noun.none if is_none and noun.none else noun.unknown
        super().__init__(name=name, choices=choices or message("none yet"))


class SeveralRows(AlternatError):
    """A name fits several rows alike, and none of them is taken for the one that is meant."""

    template = mark(
        "“{name}” fits more than one: {choices}. Give a name that only one of them has; where there is none, "
        "rename one of them first."
    )


def rows(tables: Tables, noun: Noun, meeting: int | None = None) -> Sequence[Any]:
    """Return the rows of a noun, of one meeting where it belongs to meetings.

    They stand by the rows that they hang on, and below each in their own order.
    """
    model: Any = tables.named(noun.table)
    own = [getattr(model, name) for name in noun.ordered_by]
    if not is_of_meeting(noun):
        return list(model.select().order_by(*own, model.id))
    query, each, current = model.select(), noun, model
    above: list[Any] = []
    while each.above != "meeting":
        upper: Any = tables.named(str(each.above))
        query = query.join(upper, on=getattr(current, each.column_above) == upper.id)
        above.insert(0, upper.id)
        each, current = NOUNS[str(each.above)], upper
    of_meeting = getattr(current, each.column_above) == meeting
    return list(query.where(of_meeting).order_by(*above, *own, model.id))


def found(
    tables: Tables, noun: Noun, name: str, meeting: int | None = None, *, language: Language | None = None
) -> int:
    """Return the id of the row of that name, in any case and any language; else an `UnknownRow`.

    A name as it is written goes before one in other letters, and one in the language of whoever asks before
    those in others; where several rows are left it is a `SeveralRows`.

    What has no name of its own is found by its number, which is its id.
    """
    if not noun.found_by and not is_of_meeting(noun):
        return _numbered(tables, noun, name)
    return found_among(noun, rows(tables, noun, meeting), name, language=language)


def found_among(noun: Noun, among: Iterable[Any], name: str, *, language: Language | None = None) -> int:
    """Return the id of that one of these rows that has the name, as `found` chooses it."""
    wanted, listed = name.strip(), list(among)
    fits = [(fit, row) for row in listed if (fit := _fit(noun, row, wanted, language)) is not None]
    if not fits:
        raise unknown(noun, name, listed)
    best = min(fit for fit, _ in fits)
    alike = [row for fit, row in fits if fit == best]
    if len(alike) > 1:
        raise SeveralRows(name=wanted, choices="; ".join(_in_full(noun, row) for row in alike))
    return int(alike[0].id)


def same_name(noun: Noun, among: Iterable[Any], name: Label) -> Any:
    """Return that one of these rows that is found by the same name in the same language; None if none is."""
    for row in among:
        for field in noun.found_by:
            other = getattr(row, field)
            if isinstance(other, Label) and any(
                name.text(each).casefold() == text.casefold()
                for each in Language
                if (text := other.text(each))
            ):
                return row
    return None


def unknown(noun: Noun, name: str, among: Iterable[Any]) -> UnknownRow:
    """Return the error that none of these rows has that name; it offers what they are found by."""
    choices = tuple(_choice(noun, row) for row in among) if noun.found_by else ()
    if noun.found_by and not choices:
        return UnknownRow(noun, name, is_none=True)
    if all(isinstance(each, str) for each in choices):
        return UnknownRow(noun, name, offered(choices) if choices else "")
    return UnknownRow(noun, name, choices)


def require(tables: Tables, noun: Noun, keys: Iterable[int]) -> Sequence[int]:
    """Return ids that rows of the noun have, each once; one that none has is an `UnknownRow`."""
    model: Any = tables.named(noun.table)
    wanted = list(dict.fromkeys(keys))
    there = {row.id for row in model.select(model.id).where(model.id.in_(wanted))}
    for key in wanted:
        if key not in there:
            raise UnknownRow(noun, str(key))
    return wanted


def values(tables: Tables, noun: Noun, meeting: int | None = None) -> Mapping[int, Mapping[str, Any]]:
    """Return the fields of the rows by their ids; a row of another noun stands there by its name.

    It asks once for the rows, and once for each noun that they refer to.
    """
    told = {
        row.id: {field.name: getattr(row, _stored(field)) for field in noun.fields}
        for row in rows(tables, noun, meeting)
    }
    for field in noun.fields:
        if isinstance(field.kind, RowOf):
            known = names(tables, field.kind.table, (each[field.name] for each in told.values()))
            for each in told.values():
                each[field.name] = known.get(each[field.name])
    return told


def names(tables: Tables, table: str, ids: Iterable[int | None]) -> Mapping[int | None, Any]:
    """Return by what rows of a table are found, read in one query; by their ids where they have no name."""
    wanted = {each for each in ids if each is not None}
    noun = NOUNS[table]
    if not wanted or not noun.found_by:
        return {each: each for each in wanted}
    model: Any = tables.named(table)
    query = model.select(model.id, getattr(model, noun.found_by[0])).where(model.id.in_(wanted))
    return dict(tuples(query))


def _numbered(tables: Tables, noun: Noun, name: str) -> int:
    """Return the id that is written in a text, if a row has it."""
    digits = name.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise UnknownRow(noun, name)
    return require(tables, noun, (int(digits),))[0]


_MOST_DIGITS = 18


def _choice(noun: Noun, row: Any) -> str | Label | Message:
    """Return what a row is found by; where that is its number, with what it is called."""
    first = getattr(row, noun.found_by[0])
    if isinstance(first, int) and noun.called_by:
        return message("{number} {name}", number=str(first), name=getattr(row, noun.called_by))
    return first if isinstance(first, Label) else str(first)


_Fit = tuple[bool, int, bool]
"""How well a name fits, the best first: its letters, the field that has it, and the language of that."""


def _fit(noun: Noun, row: Any, wanted: str, language: Language | None) -> _Fit | None:
    """Return how well a row fits a name; None where it does not."""
    fits = [
        (text != wanted, field, is_other)
        for text, field, is_other in _names_of(noun, row, language)
        if text.casefold() == wanted.casefold()
    ]
    return min(fits, default=None)


def _names_of(noun: Noun, row: Any, language: Language | None) -> Iterator[tuple[str, int, bool]]:
    """Yield the names by which a row is found, which field each is of, and whether in another language.

    What stands empty is no name, so that an empty word finds nothing.
    """
    if not noun.found_by:
        yield str(row.id), 0, False
    for number, field in enumerate(noun.found_by):
        value = getattr(row, field)
        if isinstance(value, Label):
            texts = ((value.text(each), each) for each in Language)
            yield from ((text, number, each is not language) for text, each in texts if text)
        elif value not in (None, ""):
            yield str(value), number, False


def _in_full(noun: Noun, row: Any) -> str:
    """Return all that a row is found by, which tells it from others of a name."""
    texts = [
        text
        for field in noun.found_by
        for value in (getattr(row, field),)
        for text in (value.as_mapping().values() if isinstance(value, Label) else (str(value),))
    ]
    return " / ".join(dict.fromkeys(filter(None, texts)))


def _stored(field: Field) -> str:
    return f"{field.name}_id" if isinstance(field.kind, RowOf) else field.name
