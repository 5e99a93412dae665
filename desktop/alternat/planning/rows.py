"""Rows of any noun: those of a meeting in their order, the one that somebody names, and what they hold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS, is_of_meeting
from alternat.nouns.kinds import RowOf
from alternat.nouns.noun import Field, Noun


class UnknownRow(AlternatError):
    """There is no row of that name; `noun` says which noun was asked for, and has the sentence."""

    def __init__(self, noun: Noun, name: str, choices: object = "") -> None:
        self.noun, self.template = noun, noun.unknown
        super().__init__(name=name, choices=choices or "–")


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


def found(tables: Tables, noun: Noun, name: str, meeting: int | None = None) -> int:
    """Return the id of the row of that name, in any case and any language; else an `UnknownRow`.

    What has no name of its own is found by its number, which is its id.
    """
    if not noun.found_by and not is_of_meeting(noun):
        return _numbered(tables, noun, name)
    return found_among(noun, rows(tables, noun, meeting), name)


def found_among(noun: Noun, among: Iterable[Any], name: str) -> int:
    """Return the id of that one of these rows that has the name; else an `UnknownRow`."""
    wanted, listed = name.strip(), list(among)
    alike = [row for row in listed if wanted.casefold() in map(str.casefold, _names_of(noun, row))]
    if alike:
        return int(min(alike, key=lambda row: wanted not in _names_of(noun, row)).id)
    raise unknown(noun, name, listed)


def unknown(noun: Noun, name: str, among: Iterable[Any]) -> UnknownRow:
    """Return the error that none of these rows has that name; it offers what they are found by."""
    choices = tuple(_choice(noun, row) for row in among) if noun.found_by else ()
    if all(isinstance(each, str) for each in choices):
        return UnknownRow(noun, name, ", ".join(map(str, choices)))
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


def _names_of(noun: Noun, row: Any) -> list[str]:
    """Return the names by which a row is found."""
    if not noun.found_by:
        return [str(row.id)]
    told = [getattr(row, field) for field in noun.found_by]
    texts = [
        text for each in told for text in (each.as_mapping().values() if isinstance(each, Label) else (each,))
    ]
    return [str(text) for text in texts]


def _stored(field: Field) -> str:
    return f"{field.name}_id" if isinstance(field.kind, RowOf) else field.name
