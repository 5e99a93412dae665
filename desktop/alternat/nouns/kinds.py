"""The kinds of values that fields hold; what a face does with a kind stands in a table of that face."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 10_000
"""The most characters of any text: three pages, and less than a cell of a workbook takes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in no language, of at most so many characters."""

    most: int = LONGEST
    is_code: bool = False
    """Whether it is a code, in which nobody is named."""
    is_address: bool = False
    """Whether it is one e-mail address."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in three languages, each of at most so many characters."""

    most: int = LONGEST


@dataclass(frozen=True, slots=True)
class Words:
    """Codes of an enumeration in an order, each once, such as languages with the preferred one first."""

    members: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from the least to the most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """Days before the first day of the meeting, negative after its last; at most so many either way."""

    most: int

    @property
    def least(self) -> int:
        """Return the lowest number of days."""
        return -self.most


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, as a clock on the wall of the place shows it."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    is_past: bool = False
    """Whether it tells of what has happened, so that it is never a day that has not come yet."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with a time, in UTC."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """Whether something is so."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """A member of an enumeration."""

    members: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Listed:
    """A member of an enumeration, or none, kept as a text: an old file may hold one that is none of them."""

    members: type[StrEnum]


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of another noun, by its table."""

    table: str


Kind = Text | Texts | Words | Number | Ahead | Clock | Day | Moment | YesNo | OneOf | Listed | RowOf

KEYS = Number(1, 2**31 - 1)
"""The numbers that rows have."""
PLACES = Number(1, 10_000)
"""The places at which rows stand in an order."""
