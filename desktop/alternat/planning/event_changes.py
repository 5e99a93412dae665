"""What a row of a list makes of the session that it is, field by field: what it was and what it becomes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import heading, member_label
from alternat.nouns.programme import PartyKind
from alternat.planning.event_drafts import EventDraft
from alternat.planning.programme import PartyPlan, SessionPlan


class Naming(Protocol):
    """What rooms and lines of attendance are called where it is told what would change."""

    def room(self, room: int | None) -> str:
        """Return the code of a room, empty for none."""

    def party(self, party: PartyPlan) -> Label:
        """Return what a line of attendance is called."""

    def can_name(self, party: PartyPlan) -> bool:
        """Return whether a list can name whom a line of attendance names."""


@dataclass(frozen=True, slots=True)
class EventChange:
    """A field of a session that would become another; named as in the models."""

    field: str
    name: Message
    before: object
    after: object

    @property
    def sentence(self) -> Message:
        """Return what changes in one line: `Start time: 20:00 → 20:30`."""
        return message("{field}: {before} → {after}", field=self.name, before=self.before, after=self.after)


TITLE_NAMES = {
    Language.EN: message("Title (English)"),
    Language.FR: message("Title (French)"),
    Language.ZH: message("Title (Chinese)"),
}


def merged_title(draft: EventDraft, title: Label) -> Label:
    """Return a session's title with the languages that the row states put in."""
    return Label.from_mapping({**title.as_mapping(), **draft.title.as_mapping()})


def merged_parties(
    draft: EventDraft, standing: tuple[PartyPlan, ...], can_name: Callable[[PartyPlan], bool]
) -> tuple[PartyPlan, ...]:
    """Return the lines of attendance that a row makes of those there are.

    A line that stays keeps its hours, and one that no list can name, such as that of a person who has left
    the delegation, stays as it is.
    """
    known = {_key(party): party for party in reversed(standing)}
    kept = tuple(party for party in standing if not can_name(party))
    return (*(known.get(_key(party), party) for party in draft.parties), *kept)


NAMES_KEPT = "Participants / 参加人员"
"""Heads the names that a list gives and the meeting does not know, in the private note of a session."""


def merged_note(draft: EventDraft, note: str) -> str:
    """Return a session’s private note with the names of the row that the meeting does not know."""
    new = [name for name in draft.kept_names if name not in note]
    return "\n".join(filter(None, (note, f"{NAMES_KEPT}: {'; '.join(new)}" if new else "")))


def same_parties(some: tuple[PartyPlan, ...], others: tuple[PartyPlan, ...]) -> bool:
    """Return whether the same lines of attendance are named, whatever their part-time hours."""
    return {_key(party) for party in some} == {_key(party) for party in others}


def changes(draft: EventDraft, session: SessionPlan, names: Naming) -> tuple[EventChange, ...]:
    """Return what of a session would become another by a row; what the list does not state stays."""
    return tuple(
        each
        for part in (_time(draft, session), _contents(draft, session, names))
        for each in part
        if each.before != each.after
    )


def changes_time(draft: EventDraft, session: SessionPlan) -> bool:
    """Return whether a row gives a session another time."""
    return any(each.before != each.after for each in _time(draft, session))


def _time(draft: EventDraft, session: SessionPlan) -> Iterator[EventChange]:
    yield EventChange("day", message("Day"), session.day, draft.day)
    yield EventChange("start", message("Start time"), session.start, draft.start)
    yield EventChange("minutes", message("Minutes"), session.minutes, draft.minutes)
    if draft.is_zone_stated:
        yield EventChange("time_zone", message("Time zone"), session.time_zone, draft.time_zone)


def _contents(draft: EventDraft, session: SessionPlan, names: Naming) -> Iterator[EventChange]:
    if draft.is_room_stated:
        after = draft.new_room or names.room(draft.room)
        yield EventChange("room", message("Room"), names.room(session.room) or "–", after or "–")
    for language, name in TITLE_NAMES.items():
        if text := draft.title.text(language):
            yield EventChange(f"title.{language}", name, session.title.text(language) or "–", text)
    if draft.is_kind_stated:
        before, after_kind = (heading(member_label(each)) for each in (session.kind, draft.kind))
        yield EventChange("kind", message("Kind"), before, after_kind)
    merged = merged_parties(draft, session.parties, names.can_name)
    if draft.are_parties_stated and not same_parties(merged, session.parties):
        lists = (
            tuple(names.party(each) for each in each_list) or "–" for each_list in (session.parties, merged)
        )
        yield EventChange("parties", message("Takes part"), *lists)
    note = merged_note(draft, session.private_note)
    yield EventChange("private_note", message("Private note"), session.private_note or "–", note or "–")
    if draft.is_status_stated:
        states = (
            message("Cancelled") if is_off else "–" for is_off in (session.is_cancelled, draft.is_cancelled)
        )
        yield EventChange("is_cancelled", message("Status"), *states)


def _key(party: PartyPlan) -> tuple[PartyKind, str, bool]:
    return party.kind, party.key, party.is_exception
