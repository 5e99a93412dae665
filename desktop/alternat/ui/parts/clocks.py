"""Times of day as one types them."""

import re
from datetime import time

_CLOCK = re.compile(r"\s*(\d{1,2})\s*(?:[:.h：]\s*(\d{2})?)?\s*|\s*(\d{1,2})(\d{2})\s*", re.IGNORECASE)


def read_clock(text: str) -> time | None:
    """Return the time written as `9:30`, `0930`, `9 h 30` or `9` on the 24-hour clock; None if it is none.

    >>> read_clock("14 h 05")
    datetime.time(14, 5)
    """
    found = _CLOCK.fullmatch(text.replace("\N{NO-BREAK SPACE}", " "))
    if found is None:
        return None
    hour, minute = (found[1] or found[3]), (found[2] or found[4] or "0")
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
