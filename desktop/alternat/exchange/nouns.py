"""Rows of any noun as JSON, and the JSON Schema (2020-12) that tells what they look like."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alternat.language.label import Label, Language
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field, Noun, Reach


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of a kind stand in JSON, and what the schema says of them."""

    write: Callable[[Any], Any]
    schema: Callable[[Any], Mapping[str, Any]]


def _same(value: Any) -> Any:
    return value


def _row_schema(kind: kinds.RowOf) -> Mapping[str, Any]:
    """Return what a row of another noun looks like: what it is found by, or its number."""
    noun = NOUNS[kind.table]
    if not noun.found_by:
        return {"type": "integer", "minimum": 1}
    column = noun.by_name.get(noun.found_by[0])
    return _FORMS[type(column.kind)].schema(column.kind) if column else {"type": "string"}


_TEXTS = {
    "type": "object",
    "properties": {each.value: {"type": "string"} for each in Language},
    "additionalProperties": False,
}
_NUMBER = _Form(_same, lambda kind: {"type": "integer", "minimum": kind.least, "maximum": kind.most})
_FORMS: Mapping[type[Kind], _Form] = {
    kinds.Text: _Form(_same, lambda kind: {"type": "string", "maxLength": kind.most}),
    kinds.Texts: _Form(Label.as_mapping, lambda _: _TEXTS),
    kinds.Words: _Form(list, lambda _: {"type": "array", "items": {"type": "string"}}),
    kinds.Number: _NUMBER,
    kinds.Ahead: _NUMBER,
    kinds.Clock: _Form(
        lambda at: at.isoformat("minutes"),
        lambda _: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    ),
    kinds.Day: _Form(lambda day: day.isoformat(), lambda _: {"type": "string", "format": "date"}),
    kinds.Moment: _Form(lambda at: at.isoformat(), lambda _: {"type": "string", "format": "date-time"}),
    kinds.YesNo: _Form(_same, lambda _: {"type": "boolean"}),
    kinds.OneOf: _Form(
        lambda member: member.value, lambda kind: {"enum": [each.value for each in kind.members]}
    ),
    kinds.Listed: _Form(str, lambda _: {"type": "string"}),
    kinds.RowOf: _Form(lambda name: name.as_mapping() if isinstance(name, Label) else name, _row_schema),
}


def as_json(noun: Noun, key: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a noun, its values by the names of its fields, as JSON.

    Rows of other nouns stand there by what they are found by, as `planning.rows.values` gives them. What is
    private is shown to whoever edits it and is left out.
    """
    told = {each.in_json: _written(each, values[each.name]) for each in _told(noun)}
    return {_key_name(noun): key} | told


def schema(noun: Noun) -> dict[str, Any]:
    """Return the JSON Schema of a row of a noun, as `as_json` writes it."""
    properties = {each.in_json: _described(each) for each in _told(noun)}
    key = {_key_name(noun): {"type": "integer", "minimum": 1}}
    return {"type": "object", "properties": key | properties, "required": list(key | properties)}


def _told(noun: Noun) -> Iterator[Field]:
    return (each for each in noun.fields if each.reach is not Reach.PRIVATE)


def _key_name(noun: Noun) -> str:
    """Return how the key of a row is called: what has no name of its own is found by it as its number."""
    return "id" if noun.found_by else "number"


def _written(field: Field, value: Any) -> Any:
    return None if value is None else _FORMS[type(field.kind)].write(value)


def _described(field: Field) -> dict[str, Any]:
    form = {"description": str(field.title), **_FORMS[type(field.kind)].schema(field.kind)}
    return {"anyOf": [form, {"type": "null"}]} if field.may_be_empty else form
