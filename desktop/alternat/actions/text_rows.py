"""What was done with the texts of rows: forgotten with a row that goes, told of where a text changes."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.planning.text_states import Marks, Standing, TextState
from alternat.planning.texts import FIELDS, TextKey, texts
from alternat.storage.changes import Change


def forget_texts(change: Change, tables: Tables, table: str, keys: Collection[int]) -> None:
    """Remove the checks, agreements, collations and dismissals of rows of a table, in the same step."""
    models: tuple[Any, ...] = (tables.TextMark, tables.Collation, tables.DismissedDifference)
    for model in models:
        query = model.select(model.id).where(getattr(model, table).in_(list(keys))).order_by(model.id)
        change.delete(model, [row.id for row in query])


def with_outdated(
    label: Message, tables: Tables, table: str, values: Mapping[int, Mapping[str, Any]]
) -> Message:
    """Return what a step is called that gives rows these values, before it is made.

    It tells how many agreements, checks and collations of their texts no longer hold after it; they are kept
    with the texts that they are about, and hold again once those stand again.
    """
    keys = {
        TextKey(table, row, field)
        for row, fields in values.items()
        for field in FIELDS[table]
        if field in fields
    }
    marks = Marks.reading(tables, keys)
    agreed = checked = collated = 0
    for text in texts(tables, keys=keys) if keys else ():
        before = marks.state(text)
        after = marks.state(replace(text, text=values[text.key.row][text.key.field]))
        agreed += _agreements(before) - _agreements(after)
        checked += _checks(before) - _checks(after)
        collated += before.is_collated - after.is_collated
    told: list[Message] = []
    if agreed > 0:
        told.append(counted("{count} agreement of a side", "{count} agreements of the sides", agreed))
    if checked > 0:
        told.append(counted("{count} check", "{count} checks", checked))
    if collated > 0:
        told.append(counted("{count} collation", "{count} collations", collated))
    if not told:
        return label
    what = told[0]
    for each in told[1:]:
        # A step keeps sentences, and no series of them.
        what = message("{what}, {more}", what=what, more=each)
    return message("{step} (no longer holding, since the text has changed: {what})", step=label, what=what)


def _agreements(state: TextState) -> int:
    return sum(each.stands for each in state.agreements)


def _checks(state: TextState) -> int:
    return sum(each.standing is Standing.CHECKED for each in state.languages)
