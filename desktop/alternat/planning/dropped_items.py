"""What became of agenda items that were dropped: parked, put forward elsewhere, taken up again or nothing."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.agenda_proposals import Key, ProposalKind, stored_key, topic_words


class Fate(StrEnum):
    """What became of an item after it was dropped from its agenda."""

    PARKED = "parked"
    MOVED = "moved"
    """It is put forward for a meeting."""
    TAKEN_UP = "taken-up"
    """It stands on an agenda again, of the same meeting or another."""
    DROPPED = "dropped"
    """Nothing: it is put forward for no meeting."""


@dataclass(frozen=True, slots=True)
class DroppedItem:
    """An agenda item that was dropped."""

    id: int
    number: int
    session: int
    """The session on whose agenda it stood."""
    meeting: int
    reference: str
    """The reference of its meeting."""
    text: Label
    fate: Fate
    of_meeting: str = ""
    """The reference of the meeting for which it is put forward, or on whose agenda it stands again."""
    parked_on: date | None = None
    reason: str = ""
    """Why it is parked; it stays at this desk."""


def fate_of(item: DroppedItem) -> Message:
    """Return what became of a dropped item, in words."""
    if item.fate is Fate.PARKED:
        if item.reason:
            return message("Parked since {day}: {reason}", day=item.parked_on, reason=item.reason)
        return message("Parked since {day}", day=item.parked_on)
    if item.fate is Fate.MOVED:
        return message("Put forward for the meeting {reference}", reference=item.of_meeting)
    if item.fate is Fate.TAKEN_UP:
        return message("On the agenda of the meeting {reference} again", reference=item.of_meeting)
    return message("Dropped; put forward for no meeting")


def dropped_items(tables: Tables, sessions: Collection[int] | None = None) -> tuple[DroppedItem, ...]:
    """Return the items that were dropped, of some sessions or of all, in the order of the programme."""
    item: Any = tables.AgendaItem
    session: Any = tables.Session
    query = item.select(item, session).join(session)
    in_time = (session.meeting, session.day, session.start, session.id, item.number, item.id)
    wanted = item.is_dropped if sessions is None else item.is_dropped & session.id.in_(list(sessions))
    dropped = list(query.where(wanted).order_by(*in_time))
    if not dropped:
        return ()
    words = topic_words(tables)
    references = {row.id: row.reference for row in tables.Meeting.select()}
    stored = _Stored(tables, words)
    standing: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in query.where(~item.is_dropped, ~session.is_cancelled).order_by(*in_time):
        standing[_about(row, words)].append(references[row.session.meeting_id])
    return tuple(
        _dropped(row, _text(row, words), references, stored.of(row), standing[_about(row, words)])
        for row in dropped
    )


class _Stored:
    """The stored proposals, by what they are about and by the item from which they came."""

    def __init__(self, tables: Tables, words: Mapping[int, tuple[Label, ...]]) -> None:
        self._words = words
        self._by_key: dict[Key, Any] = {}
        self._by_item: dict[int, Any] = {}
        for row in tables.AgendaProposal.select().order_by(tables.AgendaProposal.id):
            # What is parked is so for all meetings.
            is_parked = row.parked_on is not None
            key, item = stored_key(row, words), row.came_from_id
            if is_parked or key not in self._by_key:
                self._by_key[key] = row
            if item is not None and (is_parked or item not in self._by_item):
                self._by_item[item] = row

    def of(self, item: Any) -> Any:
        key = stored_key(item, self._words)
        by_record = None if key[0] is ProposalKind.OWN else self._by_key.get(key)
        return by_record or self._by_item.get(item.id)


def _text(row: Any, words: Mapping[int, tuple[Label, ...]]) -> Label:
    """Return what an item says; one that says nothing is called as its topic."""
    return row.text or next(iter(words.get(row.topic_id, ())), Label())


def _dropped(
    row: Any, text: Label, references: Mapping[int, str], stored: Any, standing: list[str]
) -> DroppedItem:
    own = row.session
    fate, of_meeting = Fate.DROPPED, ""
    if stored is not None and stored.parked_on is not None:
        fate = Fate.PARKED
    elif stored is not None and references.get(stored.meeting_id, "") not in {"", *standing}:
        fate, of_meeting = Fate.MOVED, references[stored.meeting_id]
    elif standing:
        fate, of_meeting = Fate.TAKEN_UP, standing[-1]
    return DroppedItem(
        *(row.id, row.number, own.id, own.meeting_id, references[own.meeting_id], text),
        *(fate, of_meeting),
        parked_on=stored.parked_on if fate is Fate.PARKED else None,
        reason=stored.reason if fate is Fate.PARKED else "",
    )


def _about(item: Any, words: Mapping[int, tuple[Label, ...]]) -> tuple[Any, ...]:
    """Return what an item is about: its record, or where it has none, what it says."""
    key = stored_key(item, words)
    return (item.text,) if key[0] is ProposalKind.OWN else key
