"""What was done with the texts of rows that are about to be removed, so that none of it is left behind."""

from collections.abc import Collection
from typing import Any

from alternat.models.tables import Tables
from alternat.storage.changes import Change


def forget_texts(change: Change, tables: Tables, table: str, keys: Collection[int]) -> None:
    """Remove the checks, agreements, collations and dismissals of rows of a table, in the same step."""
    models: tuple[Any, ...] = (tables.TextMark, tables.Collation, tables.DismissedDifference)
    for model in models:
        query = model.select(model.id).where(getattr(model, table).in_(list(keys))).order_by(model.id)
        change.delete(model, [row.id for row in query])
