"""What tells of something that has happened is never of a day that has not come yet."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from alternat.errors import AlternatError
from alternat.language.messages import mark
from alternat.nouns.kinds import Day
from alternat.nouns.noun import Field, Noun


class StillToCome(AlternatError):
    """Something would have happened on a day that has not come yet."""

    template = mark(
        "The day in the field “{field}” would be {day}, which has not come yet: today is {today}. Give a day "
        "that has come."
    )


def is_to_come(field: Field, value: object, today: date) -> bool:
    """Return whether a field that tells of what has happened would say a day after today."""
    is_past = isinstance(field.kind, Day) and field.kind.is_past
    return is_past and isinstance(value, date) and value > today


def still_to_come(noun: Noun, values: Mapping[str, Any], today: date) -> Iterator[tuple[str, StillToCome]]:
    """Yield the fields whose day has not come yet, each with what is said of it."""
    for name, value in values.items():
        field = noun.by_name.get(name)
        if field is not None and is_to_come(field, value, today):
            yield name, StillToCome(field=field.title, day=value, today=today)
