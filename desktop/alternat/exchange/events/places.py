"""The room of a session as a list names it: a code, a name, or a room and its venue."""

from collections import defaultdict
from collections.abc import Iterator

from alternat.exchange.events.fields import EventField
from alternat.exchange.events.row import Row
from alternat.exchange.people.beside import is_placeholder
from alternat.exchange.people.text import in_one_line, parts
from alternat.language.folding import fold
from alternat.language.messages import Message, message
from alternat.planning.programme import Programme

LONGEST_CODE = 20
"""In characters; a longer text is the name of a new room, whose code is made."""


class RoomReader:
    """The rooms of one meeting by their codes and names."""

    def __init__(self, programme: Programme, *, makes_rooms: bool) -> None:
        """Read by a meeting's rooms; with `makes_rooms` an unknown room is a new one."""
        self._programme, self._makes_rooms = programme, makes_rooms
        self._codes = {_key(room.code): key for key, room in programme.rooms.items()}
        self._names: dict[str, set[int]] = defaultdict(set)
        self._new: dict[str, str] = {}
        for key, room in programme.rooms.items():
            for name in room.name.as_mapping().values():
                self._names[_key(name)].add(key)
                for venue in programme.venues[room.venue].name.as_mapping().values():
                    self._names[_key(f"{name} {venue}")].add(key)
                    self._names[_key(f"{venue} {name}")].add(key)

    def read(self, row: Row) -> tuple[int | None, str]:
        """Return the room of a row, or the text of one that is to be made."""
        text = in_one_line(row.text(EventField.ROOM))
        if not text:
            return None, ""
        if is_placeholder(text) and not list(self._rooms(text)):
            row.tell(EventField.ROOM, message("“{text}” names no room yet; none is written.", text=text))
            return None, ""
        found = {room for name in (text, *parts(text)) for room in self._rooms(name)}
        if len(found) == 1:
            return next(iter(found)), ""
        if found:
            row.block(
                EventField.ROOM,
                message("“{text}” names several rooms: {choices}.", text=text, choices=self._listed(found)),
            )
            return None, ""
        if self._makes_rooms:
            first = self._new.setdefault(_key(text), text)
            row.tell(EventField.ROOM, self._made(first))
            return None, first
        row.block(
            EventField.ROOM,
            message(
                "There is no room “{text}”. The rooms are: {choices}.",
                text=text,
                choices=self._listed(set(self._programme.rooms)) or "–",
            ),
        )
        return None, ""

    def _made(self, text: str) -> Message:
        venues = self._programme.venues
        if not venues:
            return message("The room “{text}” is made.", text=text)
        return message("The room “{text}” is made in {venue}.", text=text, venue=venues[min(venues)].name)

    def _rooms(self, name: str) -> Iterator[int]:
        key = _key(name)
        if key in self._codes:
            yield self._codes[key]
        else:
            yield from self._names.get(key, ())

    def _listed(self, rooms: set[int]) -> str:
        return ", ".join(room.code for key, room in self._programme.rooms.items() if key in rooms)


def _key(name: str) -> str:
    return fold(name) or name.strip().casefold()
