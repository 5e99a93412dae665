"""What values say in the window, how one types them, and how what was typed is read, all by their kinds."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from alternat.actions.fields import InvalidValue, OutOfRange
from alternat.language.catalogs import Catalog
from alternat.language.formats import clock, sentence_case, short_date
from alternat.language.messages import message
from alternat.nouns import kinds
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field
from alternat.ui.parts.clocks import read_clock
from alternat.ui.parts.distances import distance, read_distance, written
from alternat.ui.parts.widgets.date_field import read_day

_WHOLE = re.compile(r"[-\u2212]?\d{1,9}", re.ASCII)


def _whole(text: str) -> int | None:
    plain = text.strip()
    return int(plain.replace("\u2212", "-")) if _WHOLE.fullmatch(plain) else None


_SAID: Mapping[type[Kind], Callable[[Any, Catalog], str]] = {
    kinds.Ahead: lambda days, catalog: catalog.say(distance(days)),
    kinds.Clock: lambda at, catalog: clock(at, catalog.language, in_table=True),
    kinds.Day: lambda day, catalog: short_date(day, catalog.language),
    kinds.YesNo: lambda is_so, catalog: sentence_case(
        catalog.say(message("yes") if is_so else message("no"))
    ),
    kinds.OneOf: lambda member, catalog: sentence_case(catalog.show(member)),
}
"""What stands in a list for the kinds that a sentence would say otherwise."""

_TYPED: Mapping[type[Kind], Callable[[Any], str]] = {
    kinds.Text: str,
    kinds.Listed: str,
    kinds.Number: str,
    kinds.Ahead: written,
    kinds.Clock: lambda at: f"{at:%H:%M}",
    kinds.Day: lambda day: day.isoformat(),
}
"""How one types a value of a kind; all others are chosen, or typed language by language."""

_READ: Mapping[type[Kind], Callable[[str], Any]] = {
    kinds.Text: str.strip,
    kinds.Listed: str.strip,
    kinds.Number: _whole,
    kinds.Ahead: read_distance,
    kinds.Clock: read_clock,
    kinds.Day: read_day,
}
"""Reads what was typed; None where it is no such value."""


def is_typed(field: Field) -> bool:
    """Return whether values of the field are typed as one text."""
    return type(field.kind) in _TYPED


def said(field: Field, value: Any, catalog: Catalog) -> str:
    """Return what a list says of a value; a dash where there is none."""
    if value is None:
        return "–"
    say = _SAID.get(type(field.kind))
    return say(value, catalog) if say else catalog.show(value)


def typed(field: Field, value: Any) -> str:
    """Return a value as one types it."""
    return "" if value is None else _TYPED[type(field.kind)](value)


def read_typed(field: Field, text: str) -> Any:
    """Return the value that was typed, None for one that may be empty and is.

    What is no such value is an `InvalidValue`; of numbers it tells the least and the most.
    """
    if field.may_be_empty and not text.strip():
        return None
    value, kind = _READ[type(field.kind)](text), field.kind
    if isinstance(kind, kinds.Number) and (value is None or not kind.least <= value <= kind.most):
        raise OutOfRange(field=field.title, value=text, least=kind.least, most=kind.most)
    if value is None:
        raise InvalidValue(field=field.title, value=text)
    return value
