"""Rows as the journal sees them: what the database keeps of each field, in JSON's own types."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar, cast

from alternat.models.base import Row
from alternat.storage.engines.guard import Engine

T = TypeVar("T")
Stored = str | int | float | bool | None
Image = dict[str, Stored]
"""Field names with stored values; the key and the version are not among them."""

VERSION = "version"
"""Under this name the image of a removed row also keeps its version."""

CHUNK = 400
"""Rows a statement: below every engine's limit on parameters, and past the gain of more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row as it stands in the database."""

    version: int
    image: Image


def journalled_fields(model: type[Row]) -> tuple[Any, ...]:
    """Return the fields whose values the journal keeps."""
    meta: Any = model._meta
    return tuple(field for field in meta.sorted_fields if field.name not in {"id", VERSION})


def complete_image(model: type[Row], values: Mapping[str, Any]) -> Image:
    """Return the image of a new row; fields that `values` does not name take their defaults."""
    given = partial_image(model, values)
    return {
        field.name: given[field.name] if field.name in given else _stored(field, _default(field))
        for field in journalled_fields(model)
    }


def partial_image(model: type[Row], values: Mapping[str, Any]) -> Image:
    """Return the image of some fields.

    A name that is not a journalled field is a KeyError; a value that does not fit its field a ValueError.
    """
    fields = {}
    for field in journalled_fields(model):
        fields[field.name] = fields[field.column_name] = field
    return {fields[name].name: _stored(fields[name], value) for name, value in values.items()}


def standing_rows(
    engine: Engine, model: type[Row], keys: Iterable[int], *, lock: bool = False
) -> dict[int, Standing]:
    """Return the rows that exist among `keys`; `lock` keeps others from changing them until the commit."""
    fields = journalled_fields(model)
    rows = {}
    for part in chunks(keys):
        query: Any = model.select(model.id, model.version, *fields).where(model.id.in_(part))
        if lock and engine.for_update:
            query = query.for_update()
        for key, version, *values in cast("Any", engine).execute(query).fetchall():
            image = {field.name: _plain(value) for field, value in zip(fields, values, strict=True)}
            rows[key] = Standing(version, image)
    return rows


def chunks(items: Iterable[T]) -> Iterator[Sequence[T]]:
    """Yield the items in parts that fit in one statement."""
    rest = iter(items)
    while part := list(islice(rest, CHUNK)):
        yield part


def _stored(field: Any, value: Any) -> Stored:
    stored = _plain(field.db_value(value))
    if isinstance(stored, str):
        _check_text(field, stored)
    return stored


def _check_text(field: Any, text: str) -> None:
    """Raise a ValueError for what only one of the engines would take."""
    most = getattr(field, "max_length", None)
    if most is not None and len(text) > most:
        raise ValueError(f"{field.name}: {len(text)} > {most}")
    if "\0" in text:
        raise ValueError(f"{field.name}: U+0000")
    text.encode()


def _plain(value: Any) -> Stored:
    if isinstance(value, dt.date | dt.time):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"the journal cannot keep a {type(value).__name__}")


def _default(field: Any) -> Any:
    return field.default() if callable(field.default) else field.default
