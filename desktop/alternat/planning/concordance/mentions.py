"""What a text mentions that the same text in another language must mention too, and where it says so."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
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
    unit: str = ""
    """What it counts, as `units` names it: “month”, “CAD”, “times”, “ordinal”; empty for all else."""


class Often(NamedTuple):
    """How often something happens."""

    a_year: frozenset[Fraction]
    """How many times a year; several for a word that is used both ways, as “bimonthly” is."""
    times: int
    """How many times it says: 2 of “twice a year”, 1 of “every six months”."""
    every: Decimal
    """In how many units, as 6 of “every six months”."""
    unit: str


class Day(NamedTuple):
    """A date, or the part of it that is said; 0 is what is not said."""

    year: int
    month: int
    day: int
    is_turned: bool = False
    """Whether day and month may be meant the other way round, as in 06/12/2027."""
    part: str = ""
    """The part of a year or month that is said: “Q2”, “H1”, “start”, “middle”, “end”; or a weekday, “mon”, or
    a year told from this one, “next-year”."""


class Clock(NamedTuple):
    """A time of day."""

    hour: int
    minute: int
    is_sure: bool = False
    """Whether nobody can take 9 for 21: a.m., 上午, 14 h."""


class Renderings(NamedTuple):
    """Which renderings of a `Terms` the words may stand for, by their numbers there."""

    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text says, with its place."""

    kind: Kind
    place: Place
    value: Quantity | Often | Day | Clock | Renderings
    strength: Strength

    @property
    def sign(self) -> str:
        """Return what it is called in a key, the same wherever it stands in the text."""
        match self.value:
            case Quantity(value, is_percent, _, unit):
                shown = value if isinstance(value, str) else f"{value.normalize():f}"
                return f"{shown}%" if is_percent else f"{shown} {unit}".rstrip()
            case Often(_, times, every, unit):
                return f"{times}/{every.normalize():f} {unit}"
            case Day(year, month, day, _, part):
                return f"{year:04}-{month:02}-{day:02} {part}".rstrip()
            case Clock(hour, minute, _):
                return f"{hour:02}:{minute:02}"
        return " ".join(self.place.words.casefold().replace("’", "'").split())
