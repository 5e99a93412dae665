"""Writes many rows through one prepared statement each; composing SQL row by row would cost far more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import peewee as pw

from alternat.models.base import Row
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.images import Image, chunks, journalled_fields


def insert_rows(engine: Engine, model: type[Row], rows: Mapping[int, tuple[int, Image]]) -> None:
    """Write new rows, given by key as version and complete image."""
    fields = journalled_fields(model)
    columns = ("id", "version", *(field.column_name for field in fields))
    values = (
        (key, version, *(image[field.name] for field in fields)) for key, (version, image) in rows.items()
    )
    insert_values(engine, model, columns, values)


def insert_values(
    engine: Engine, model: type[pw.Model], columns: Sequence[str], values: Iterable[Sequence[Any]]
) -> None:
    """Write new rows, given as stored values in the order of the columns."""
    marks = ", ".join([engine.param] * len(columns))
    sql = f"INSERT INTO {_table(model)} ({_listed(columns)}) VALUES ({marks})"  # noqa: S608  # our own names
    with engine.pen():
        engine.execute_many(sql, values)


def update_rows(engine: Engine, model: type[Row], images: Mapping[int, Image]) -> None:
    """Change the fields in each row's image and let its version grow by one."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, image in images.items():
        alike[tuple(image)].append(key)
    fields: Mapping[str, Any] = model._meta.fields
    for names, keys in alike.items():
        columns = [fields[name].column_name for name in names]
        assigned = ", ".join(f'"{column}" = {engine.param}' for column in columns)
        where = f'"version" = "version" + 1 WHERE "id" = {engine.param}'
        sql = f"UPDATE {_table(model)} SET {assigned}, {where}"  # noqa: S608  # our own names
        with engine.pen():
            engine.execute_many(sql, _with_keys(names, keys, images))


def delete_rows(engine: Engine, model: Any, keys: Iterable[int]) -> None:
    """Remove rows by their keys."""
    with engine.pen():
        for part in chunks(keys):
            model.delete().where(model.id.in_(part)).execute()


def _with_keys(
    names: Sequence[str], keys: Iterable[int], images: Mapping[int, Image]
) -> Iterator[tuple[Any, ...]]:
    for key in keys:
        yield (*(images[key][name] for name in names), key)


def _table(model: type[pw.Model]) -> str:
    return f'"{model._meta.table_name}"'


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
