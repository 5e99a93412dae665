"""A session as a list states it, and what whoever imports the list wishes; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType

from alternat.language.label import Label
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import PartyPlan


class Moved(StrEnum):
    """What a row is whose title a session has at another time."""

    MOVE = "move"
    """The session, which has moved."""
    NEW = "new"
    """Another session of the same title."""
    SKIP = "skip"
    """Nothing to write."""


class DateOrder(StrEnum):
    """What comes first in dates that are written in figures, such as 05/06/2027."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class UnknownPeople:
    """What is decided about names that name nobody at the meeting, for all rows at once."""

    keeps_names: bool = False
    """Whether the names are kept as a note of their session; otherwise they keep the list out."""
    joins: str = ""
    """The side whose delegation they join; empty for none."""
    standing_for: Mapping[str, str] = field(default_factory=lambda: _NOBODY)
    """Names of the list, each with whom at the meeting it stands for."""


KEEP_OUT = UnknownPeople()


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who joins a delegation since a list of sessions names them."""

    name: str
    """As the list writes it."""
    side: str
    fields: Mapping[str, str]
    person: int | None = None
    """The id of the person whom the dialogue knows already."""
    is_guessed: bool = False
    """Whether family and given name were told apart by a guess."""

    @property
    def party(self) -> PartyPlan:
        """Return their line of attendance; its key says that they have no number yet."""
        return PartyPlan(PartyKind.PERSON, f"+{self.name}")


@dataclass(frozen=True, slots=True)
class EventWishes:
    """What a person has decided about a list; nothing is supposed for what is not decided."""

    moved: Mapping[int, Moved] = field(default_factory=lambda: MappingProxyType({}))
    """By row number."""
    all_moved: Moved | None = None
    """For the rows that have no decision of their own."""
    confirms_times: bool = False
    """Whether times that are asked about are right."""
    makes_rooms: bool = False
    """Whether rooms that are unknown are made."""
    date_order: DateOrder | None = None
    """What comes first in dates in figures; None lets the list and the meeting's days say it."""
    people: UnknownPeople = KEEP_OUT
    """What is done with names that name nobody at the meeting."""

    def of(self, row: int) -> Moved | None:
        """Return what is decided about a row."""
        return self.moved.get(row, self.all_moved)


NO_WISHES = EventWishes()


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A session as a list states it; `day` and `start` are wall-clock in `time_zone`, None if unreadable."""

    row: int
    """The row number as a spreadsheet shows it."""
    day: date | None
    start: time | None
    minutes: int
    time_zone: str
    is_zone_stated: bool
    room: int | None
    new_room: str
    """The text that names a room which is to be made."""
    is_room_stated: bool
    title: Label
    """Languages that the list does not state are empty."""
    kind: SessionKind
    is_kind_stated: bool
    """False where the kind is guessed by the title."""
    parties: tuple[PartyPlan, ...]
    are_parties_stated: bool
    uid: str
    is_cancelled: bool
    is_status_stated: bool
    problems: tuple[RowProblem, ...]
    of_time: tuple[RowProblem, ...] = ()
    """What is to be known about the time, if it is written."""
    doubts: tuple[RowProblem, ...] = ()
    """What has to be confirmed about the time, if it is written."""
    unknown_people: tuple[str, ...] = ()
    """Names that name nobody at the meeting and keep the list out."""
    kept_names: tuple[str, ...] = ()
    """Names that name nobody and are kept as a note of the session."""
    newcomers: tuple[Newcomer, ...] = ()
    """Those who join a delegation since the row names them."""

    @property
    def is_blocked(self) -> bool:
        """Return whether something about the row keeps the whole list from being imported."""
        return any(problem.severity is Severity.BLOCKS for problem in self.problems)
