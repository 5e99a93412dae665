"""A field for a time of day or a number of minutes, typed in plain figures."""

from collections.abc import Callable
from datetime import time

from alternat.actions.fields import InvalidValue
from alternat.errors import AlternatError
from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.clocks import read_clock
from alternat.ui.parts.inspector.rows import TextRow


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
