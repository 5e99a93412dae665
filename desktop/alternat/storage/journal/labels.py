"""Step names on their way into the journal and back: a message as a template with JSON arguments."""

import datetime as dt
import json
from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message
from alternat.models.base import EnumField
from alternat.models.tables import MODELS

_ENUMS: dict[str, type[StrEnum]] = {
    field.members.__name__: field.members
    for model in MODELS
    for field in model._meta.sorted_fields
    if isinstance(field, EnumField)
}


def arguments_text(message: Message) -> str:
    """Return the arguments as the journal keeps them; a kind it does not know is a TypeError."""
    kept = {name: _kept(value) for name, value in message.arguments.items()}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def rebuilt(template: str, plural: str | None, count: int, arguments: str) -> Message:
    """Return the message that was kept."""
    values = {name: _value(kept) for name, kept in json.loads(arguments).items()}
    return Message(template, MappingProxyType(values), plural, count)


def _kept(value: object) -> Any:
    if value is None or (isinstance(value, str | int | float) and type(value).__name__ not in _ENUMS):
        return value
    for kind, (cls, keep) in _KEEPERS.items():
        if isinstance(value, cls):
            return {kind: keep(value)}
    raise TypeError(f"a step's name cannot keep a {type(value).__name__}")


def _value(kept: Any) -> object:
    if not isinstance(kept, dict):
        return kept
    ((kind, value),) = kept.items()
    return _READERS[kind](value)


_KEEPERS: dict[str, tuple[type, Callable[[Any], Any]]] = {
    "label": (Label, Label.as_mapping),
    "moment": (dt.datetime, dt.datetime.isoformat),
    "date": (dt.date, dt.date.isoformat),
    "time": (dt.time, dt.time.isoformat),
    "message": (Message, lambda it: [it.template, it.plural, it.count, arguments_text(it)]),
    "term": (StrEnum, lambda term: [type(term).__name__, term.value]),
}
"""For each kind of argument its class, the narrower one first, and what is kept of it."""

_READERS: dict[str, Callable[[Any], object]] = {
    "label": Label.from_mapping,
    "moment": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "message": lambda parts: rebuilt(*parts),
    "term": lambda parts: _ENUMS[parts[0]](parts[1]),
}
