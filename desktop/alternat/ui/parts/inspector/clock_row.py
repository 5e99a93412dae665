"""A field for a time of day or a number of minutes, typed in plain figures."""

import re
from collections.abc import Callable
from datetime import time

from alternat.actions.fields import InvalidValue
from alternat.errors import AlternatError
from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.inspector.rows import TextRow

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


class ClockRow(TextRow):
    """A time of day; `write` takes the time, or None where the field may be emptied."""

    def __init__(
        self,
        screen: Screen,
        name: Message,
        write: Callable[[time | None], AlternatError | None],
        *,
        may_be_empty: bool = False,
    ) -> None:
        def read(text: str) -> AlternatError | None:
            if not text.strip() and may_be_empty:
                return write(None)
            clock = read_clock(text)
            return InvalidValue(field=name, value=text) if clock is None else write(clock)

        super().__init__(screen, name, read)

    def show_clock(self, clock: time | None, *, is_other: bool) -> None:
        """Show a stored time."""
        self.show_text(f"{clock:%H:%M}" if clock else "", is_other=is_other)


class NumberRow(TextRow):
    """A whole number from zero up; `write` takes it, or None where the field may be emptied."""

    def __init__(
        self,
        screen: Screen,
        name: Message,
        write: Callable[[int | None], AlternatError | None],
        *,
        may_be_empty: bool = False,
    ) -> None:
        def read(text: str) -> AlternatError | None:
            plain = text.strip()
            if not plain and may_be_empty:
                return write(None)
            is_number = plain.isascii() and plain.isdigit() and len(plain) < 7
            return write(int(plain)) if is_number else InvalidValue(field=name, value=text)

        super().__init__(screen, name, read)

    def show_number(self, number: int | None, *, is_other: bool) -> None:
        """Show a stored number."""
        self.show_text("" if number is None else str(number), is_other=is_other)
