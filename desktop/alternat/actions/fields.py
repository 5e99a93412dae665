"""What every verb with field values does first: refuse unknown fields and values they cannot hold."""

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

import peewee as pw

from alternat.errors import AlternatError
from alternat.language.characters import code_point, composed, unseen_in
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

_UNSETTABLE = frozenset(
    {
        *("id", "version", "uid", "sequence", "serial", "token"),
        *("last_serial", "last_revision", "list_revision", "last_list_revision"),
    }
)
"""What the dialogue counts by itself: a number that was given once must never be given again."""


class UnknownField(AlternatError):
    """The table has no such field, or it is not for people to set."""

    template = mark("There is no field named “{field}” here.")


class InvalidValue(AlternatError):
    """A field cannot hold the value."""

    template = mark("“{value}” cannot stand in the field “{field}”.")


class UnseenCharacter(AlternatError):
    """A text has a character that nobody sees, such as one that turns the direction of what follows."""

    template = mark(
        "The text in the field “{field}” has a character that nobody sees, {code} after “{before}”. "
        "Type it anew without that."
    )


class TooLong(AlternatError):
    """A text is longer than its field."""

    template = mark(
        "The text in the field “{field}” has {length} characters; {most} is the most it can hold."
    )


def checked(model: type[Row], fields: Fields) -> dict[str, Any]:
    """Return the field values, tidied, ready to be written; a bad one raises before anything is written.

    Texts lose white space at both ends and are stored in composed form (Unicode NFC). Characters that nobody
    sees are refused, never dropped: whoever can tell the person drops them before.
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
    _refuse_unseen(field, tidy)
    if tidy is None and not field.null:
        raise InvalidValue(field=field_name(field.name), value="")
    if not _fits(field, tidy):
        raise InvalidValue(field=field_name(field.name), value=value)
    most = getattr(field, "max_length", None)
    if most is not None and isinstance(tidy, str) and len(tidy) > most:
        raise TooLong(field=field_name(field.name), length=len(tidy), most=most)
    return tidy


def _refuse_unseen(field: Any, value: Any) -> None:
    texts = (value.en, value.fr, value.zh) if isinstance(value, Label) else (value,)
    for text in texts:
        if isinstance(text, str) and (unseen := unseen_in(text)):
            before = text[max(0, text.index(unseen[0]) - _BEFORE) : text.index(unseen[0])]
            code = code_point(unseen[0])
            raise UnseenCharacter(field=field_name(field.name), code=code, before=before)


_BEFORE = 20
"""How many characters before one that nobody sees tell where it is."""


def _tidy(value: Any) -> Any:
    if isinstance(value, Label):
        return Label(*(tidy_text(text) for text in (value.en, value.fr, value.zh)))
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return tidy_text(value)
    return value


def tidy_text(text: str) -> str:
    """Return the text without white space at its ends, in composed form; line ends become line feeds."""
    return re.sub("\r\n|[\r\v\f\u0085\u2028\u2029]", "\n", composed(text)).strip()


def _fits(field: Any, value: Any) -> bool:
    if value is None:
        return True
    if isinstance(field, EnumField):
        return value in [member.value for member in field.members]
    accepted = next((types for kind, types in _ACCEPTED if isinstance(field, kind)), object)
    return isinstance(value, accepted) and not (accepted is int and isinstance(value, bool))
