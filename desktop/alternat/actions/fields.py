"""What every verb with field values does first: refuse unknown fields and values they cannot hold."""

import unicodedata
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

import peewee as pw

from alternat.errors import AlternatError
from alternat.language.field_names import field_name
from alternat.language.label import Label
from alternat.language.messages import mark
from alternat.models.base import EnumField, LabelField, Row, WordsField

Fields = Mapping[str, Any]
"""Names of fields of one model with the values to give them."""

_ACCEPTED: tuple[tuple[Any, type], ...] = (
    (LabelField, Label),
    (WordsField, tuple),
    ((pw.CharField, pw.TextField), str),
    ((pw.IntegerField, pw.ForeignKeyField), int),
    (pw.BooleanField, bool),
    (pw.DateField, date),
    (pw.TimeField, time),
)
"""Which Python type each kind of field takes; the first that fits the field counts."""

_UNSETTABLE = frozenset({"id", "version"})


class UnknownField(AlternatError):
    """The table has no such field, or it is not for people to set."""

    template = mark("There is no field named “{field}” here.")


class InvalidValue(AlternatError):
    """A field cannot hold the value."""

    template = mark("“{value}” cannot stand in the field “{field}”.")


class TooLong(AlternatError):
    """A text is longer than its field."""

    template = mark(
        "The text in the field “{field}” has {length} characters; {most} is the most it can hold."
    )


def checked(model: type[Row], fields: Fields) -> dict[str, Any]:
    """Return the field values, tidied, ready to be written; a bad one raises before anything is written.

    Texts lose white space at both ends and are stored in composed form (Unicode NFC).
    """
    return {name: _checked(_field(model, name), value) for name, value in fields.items()}


def refuse_empty(values: Fields, *names: str) -> None:
    """Raise an `InvalidValue` if one of these fields is given and says nothing in any language."""
    for name in names:
        if name in values and not values[name]:
            raise InvalidValue(field=field_name(name), value="")


def _field(model: type[Row], name: str) -> Any:
    meta: Any = model._meta
    field = meta.combined.get(name)
    if field is None or name in _UNSETTABLE:
        raise UnknownField(field=name)
    return field


def _checked(field: Any, value: Any) -> Any:
    tidy = _tidy(value)
    if tidy is None and not field.null:
        raise InvalidValue(field=field_name(field.name), value="")
    if not _fits(field, tidy):
        raise InvalidValue(field=field_name(field.name), value=value)
    most = getattr(field, "max_length", None)
    if most is not None and isinstance(tidy, str) and len(tidy) > most:
        raise TooLong(field=field_name(field.name), length=len(tidy), most=most)
    return tidy


def _tidy(value: Any) -> Any:
    if isinstance(value, Label):
        return Label(*(tidy_text(text) for text in (value.en, value.fr, value.zh)))
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return tidy_text(value)
    return value


def tidy_text(text: str) -> str:
    """Return the text without white space at its ends and without control characters, in composed form."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def _fits(field: Any, value: Any) -> bool:
    if value is None:
        return True
    if isinstance(field, EnumField):
        return value in [member.value for member in field.members]
    accepted = next((types for kind, types in _ACCEPTED if isinstance(field, kind)), object)
    return isinstance(value, accepted) and not (accepted is int and isinstance(value, bool))
