"""What a text mentions that the same text in another language must mention too, and where it says so."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import NamedTuple

from alternat.language.label import Language


class Kind(StrEnum):
    """What is compared; a forbidden rendering is a difference of its own."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    NAME = "name"
    OFFICE = "office"
    TERM = "term"
    FORBIDDEN = "forbidden"


class Strength(IntEnum):
    """How surely words mean what they seem to mean, so that an article or an idiom raises no alarm."""

    FAINT = 1
    """Answers to another text and asks nothing of it: “one”, “un”, 一."""
    SOFT = 2
    """Is told only where the other text has something else in its place: “two”, “first”, 双方."""
    FIRM = 3
    """Must have a counterpart: figures, “seven”, 二十一, 三项."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a text with where they stand: `text[start:end]` of that language."""

    language: Language
    start: int
    end: int
    words: str


class Quantity(NamedTuple):
    """A number by its value, whichever way it is written; a reference such as 2.3.1 is kept as text."""

    value: Decimal | str
    is_percent: bool = False
    is_year: bool = False
    """Whether it is written as years are: four figures together, from 1500 to 2199."""


class Day(NamedTuple):
    """A date, or the part of it that is said; 0 is what is not said."""

    year: int
    month: int
    day: int
    is_turned: bool = False
    """Whether day and month may be meant the other way round, as in 06/12/2027."""


class Clock(NamedTuple):
    """A time of day."""

    hour: int
    minute: int


class Renderings(NamedTuple):
    """Which renderings of a `Terms` the words may stand for, by their numbers there."""

    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text says, with its place."""

    kind: Kind
    place: Place
    value: Quantity | Day | Clock | Renderings
    strength: Strength

    @property
    def sign(self) -> str:
        """Return what it is called in a key, the same wherever it stands in the text."""
        match self.value:
            case Quantity(value, is_percent, _):
                shown = value if isinstance(value, str) else f"{value.normalize():f}"
                return f"{shown}%" if is_percent else shown
            case Day(year, month, day, _):
                return f"{year:04}-{month:02}-{day:02}"
            case Clock(hour, minute):
                return f"{hour:02}:{minute:02}"
        return " ".join(self.place.words.casefold().replace("’", "'").split())
