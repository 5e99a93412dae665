"""What values say in the window, how one types them, and how what was typed is read, all by their kinds."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from alternat.actions.fields import InvalidValue, Needed, OutOfRange
from alternat.language.catalogs import Catalog
from alternat.language.formats import clock, sentence_case, short_date
from alternat.language.messages import mark, message
from alternat.nouns import kinds
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field
from alternat.ui.parts.clocks import read_clock
from alternat.ui.parts.distances import distance, read_distance, written
from alternat.ui.parts.widgets.date_field import read_day


class NotADistance(InvalidValue):
    """What was typed is no time before or after the meeting, or is too far from it."""

    template = mark(
        "“{value}” cannot stand in the field “{field}”, which takes up to {weeks} weeks, such as 4, or days, "
        "such as 10 d; what comes after the meeting has a minus, such as -2."
    )


class NotAClock(InvalidValue):
    """What was typed is not a time of day."""

    template = mark(
        "“{value}” cannot stand in the field “{field}”, which takes a time of day, such as 08:00."
    )


class NotADate(InvalidValue):
    """What was typed is not a day."""

    template = mark("“{value}” cannot stand in the field “{field}”, which takes a day, such as 2027-06-15.")


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

    What is no such value is refused by a sentence that says how such values are typed.
    """
    if field.may_be_empty and not text.strip():
        return None
    if field.is_needed and not text.strip():
        raise Needed(field=field.title)
    value, kind = _READ[type(field.kind)](text), field.kind
    match kind:
        case kinds.Number(least, most) if value is None or not least <= value <= most:
            raise OutOfRange(field=field.title, value=text, least=least, most=most)
        case kinds.Ahead(most) if value is None or not -most <= value <= most:
            raise NotADistance(field=field.title, value=text, weeks=most // 7)
        case kinds.Clock() if value is None:
            raise NotAClock(field=field.title, value=text)
        case kinds.Day() if value is None:
            raise NotADate(field=field.title, value=text)
    return value
