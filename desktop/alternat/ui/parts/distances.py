"""How far from the meeting a day is, in words, as one types it, and read back."""

import re

from alternat.language.messages import Message, counted, message

_WRITTEN = re.compile(r"([-+\u2212]?)\s*(\d{1,4})\s*([^\W\d_]*)\.?")
_DAYS = ("d", "j", "天", "日")
_WEEKS = ("w", "s", "周", "星")


def distance(days: int) -> Message:
    """Return how far from the meeting a task is due, in weeks where they come out even."""
    if days == 0:
        return message("First day")
    count, is_weeks = (abs(days) // 7, True) if days % 7 == 0 else (abs(days), False)
    if days > 0:
        if is_weeks:
            return counted("{count} week before", "{count} weeks before", count)
        return counted("{count} day before", "{count} days before", count)
    if is_weeks:
        return counted("{count} week after", "{count} weeks after", count)
    return counted("{count} day after", "{count} days after", count)


def written(days: int) -> str:
    """Return a distance as one types it: a number of weeks, or of days with a `d`; after with a minus.

    >>> written(182), written(10), written(-14)
    ('26', '10 d', '-2')
    """
    return str(days // 7) if days % 7 == 0 else f"{days} d"


def read_distance(text: str) -> int | None:
    """Return the days before the meeting that were typed: weeks, unless the letter says days.

    >>> read_distance("26"), read_distance("10 j"), read_distance("-2 w"), read_distance("soon")
    (182, 10, -14, None)
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    sign, figure, unit = found.groups()
    letter = unit.casefold()
    if letter and not letter.startswith((*_DAYS, *_WEEKS)):
        return None
    days = int(figure) * (1 if letter.startswith(_DAYS) else 7)
    return days if sign in {"", "+"} else -days
