"""Sessions as the rules see them: whole minutes since 1970 and people as bits, so that comparing is cheap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan, RoomPlan, SessionPlan, stretch
from alternat.planning.roster import Delegate

Stretch = tuple[int, int]
"""From and to, in minutes since 1970 UTC."""


class Crowd:
    """The people of a meeting, each as one bit, with the bits of every group that attendance can name."""

    def __init__(self, people: Mapping[int, Delegate]) -> None:
        self.people = people
        self.persons = tuple(people)
        self.bits = {person: 1 << index for index, person in enumerate(self.persons)}
        self.everyone = (1 << len(self.persons)) - 1
        self.sides: dict[str, int] = {}
        self.speakers: dict[tuple[str, str], int] = {}
        """The bits of those of a side whose first language it is, by side and language."""
        self._names: dict[int, Label] = {}
        self._groups: dict[tuple[PartyKind, str], int] = {(PartyKind.EVERYONE, ""): self.everyone}
        for person, delegate in people.items():
            self._sort_in(delegate, self.bits[person])

    def mask(self, party: PartyPlan) -> int:
        """Return the bits of those whom a line of attendance names."""
        key = "" if party.kind is PartyKind.EVERYONE else party.key
        return self._groups.get((party.kind, key), 0)

    def bits_of(self, persons: Iterable[int]) -> int:
        """Return the bits of people; those who do not attend the meeting have none."""
        mask = 0
        for person in persons:
            mask |= self.bits.get(person, 0)
        return mask

    def persons_of(self, mask: int) -> tuple[int, ...]:
        """Return the people of some bits, by side and precedence."""
        return tuple(self.persons[bit.bit_length() - 1] for bit in single_bits(mask))

    def name(self, person: int) -> Label:
        """Return the name by which sentences call somebody; made once, since busy people come up often."""
        if person not in self._names:
            self._names[person] = shown_name(self.people[person])
        return self._names[person]

    def _sort_in(self, delegate: Delegate, bit: int) -> None:
        self.sides[delegate.side] = self.sides.get(delegate.side, 0) | bit
        if delegate.languages:
            key = (delegate.side, delegate.languages[0])
            self.speakers[key] = self.speakers.get(key, 0) | bit
        for group in (
            (PartyKind.SIDE, delegate.side),
            (PartyKind.ENTITY, str(delegate.entity)),
            (PartyKind.ROLE, str(delegate.role)),
            (PartyKind.PERSON, str(delegate.person)),
        ):
            self._groups[group] = self._groups.get(group, 0) | bit


@dataclass(slots=True, eq=False)
class Shape:
    """A session in numbers; compared by identity, made anew when its plan is another one."""

    plan: SessionPlan
    id: int
    start: int
    end: int
    people: int
    """Bits of all who are there at some time."""
    part_time: dict[int, Stretch]
    """When those are there, by their bit, who are not there all the time."""
    outside: int
    """Bits of those whose part-time presence no longer touches the session."""
    interpreters: int
    room: int | None
    venue: int | None

    def stretch(self, bit: int) -> Stretch:
        """Return when somebody is there."""
        return self.part_time.get(bit, (self.start, self.end))


def shape(plan: SessionPlan, crowd: Crowd, rooms: Mapping[int, RoomPlan]) -> Shape:
    """Return a session in numbers; who is there when is what `programme.presences` says."""
    starts = plan.starts
    ends = starts + timedelta(minutes=plan.minutes)
    named, excepted = 0, 0
    for party in plan.parties:
        if party.is_exception:
            excepted |= crowd.mask(party)
        else:
            named |= crowd.mask(party)
    there = named & ~excepted
    whole = (minute(starts), minute(ends))
    part_time = {
        bit: part
        for bit, part in _part_time(plan, crowd, starts, ends).items()
        if bit & there and part != whole
    }
    outside = 0
    for bit, (start, end) in part_time.items():
        if start >= end:
            outside |= bit
    interpreters = crowd.bits_of(each.person for each in plan.assignments)
    present = there | interpreters | crowd.bits_of(plan.chairs.values())
    room = rooms.get(plan.room) if plan.room is not None else None
    return Shape(
        plan=plan,
        id=plan.id,
        start=whole[0],
        end=whole[1],
        people=present & ~outside,
        part_time={bit: part for bit, part in part_time.items() if not bit & outside},
        outside=outside,
        interpreters=interpreters,
        room=plan.room,
        venue=room.venue if room else None,
    )


def minute(moment: datetime) -> int:
    """Return a moment as whole minutes since 1970 UTC."""
    return int(moment.timestamp()) // 60


def single_bits(mask: int) -> Iterator[int]:
    """Yield the bits of a mask one by one, the lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _part_time(plan: SessionPlan, crowd: Crowd, starts: datetime, ends: datetime) -> dict[int, Stretch]:
    """Return the stretches that lines give people: their own line decides, else the first that names them."""
    if all(each.joins is None and each.leaves is None for each in plan.parties):
        return {}
    own = [each for each in plan.parties if each.kind is PartyKind.PERSON]
    others = [each for each in plan.parties if each.kind is not PartyKind.PERSON]
    decided, found = 0, {}
    for party in (*own, *others):
        mask = crowd.mask(party) & ~decided
        decided |= mask
        if party.joins is not None or party.leaves is not None:
            first, last = stretch(plan, party, starts, ends)
            found.update(dict.fromkeys(single_bits(mask), (minute(first), minute(last))))
    return found
