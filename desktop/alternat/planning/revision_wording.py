"""What has changed about a session as one sentence, the same on screen, on paper and on the command line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.language.zones import zone_place
from alternat.planning.revisions import ChangeKind, NamedPerson, SessionChange
from alternat.planning.snapshots import RoomState, SessionState

_NAMED_AT_MOST = 6
"""How many people a sentence names; the others are counted."""

Names = Mapping[int, NamedPerson]


def sentence(change: SessionChange, names: Names) -> Message:
    """Return what has changed about a session, as "“Working lunch”: 12:30, was 12:00".

    Days and times are wall-clock at the session's place; `names` are those of `ProgrammeChanges`.
    """
    if change.kind is ChangeKind.PEOPLE:
        return _people(change, names)
    return _WORDINGS[change.kind](change)


def _added(change: SessionChange) -> Message:
    state = change.state
    return message("“{title}” is new: {when}.", title=state.title, when=_when_and_where(state))


def _dropped(change: SessionChange) -> Message:
    state = change.state
    return message(
        "“{title}” is dropped; it was to be {when}.", title=state.title, when=_when_and_where(state)
    )


def _cancelled(change: SessionChange) -> Message:
    state = change.state
    return message("“{title}” is cancelled: {when}.", title=state.title, when=_when_and_where(state))


def _reinstated(change: SessionChange) -> Message:
    state = change.state
    return message("“{title}” takes place after all: {when}.", title=state.title, when=_when_and_where(state))


def _moved(change: SessionChange) -> Message:
    before, after = _both(change)
    if (before.day, before.start, before.time_zone) == (after.day, after.start, after.time_zone):
        if before.minutes == after.minutes:
            return message(
                "“{title}” ({when}) ends by the clock of {after}, not of {before}.",
                title=after.title,
                when=_when(after),
                after=zone_place(after.end_zone or after.time_zone),
                before=zone_place(before.end_zone or before.time_zone),
            )
        return message(
            "“{title}” ({when}) lasts {after}, not {before}.",
            title=after.title,
            when=_when(after),
            after=_length(after),
            before=_length(before),
        )
    return message(
        "“{title}” moves to {after} from {before}.",
        title=after.title,
        after=_when_with_length(before, after),
        before=_when(before),
    )


def _room(change: SessionChange) -> Message:
    before, after = _both(change)
    return message(
        "“{title}” ({when}) is in {after}, not in {before}.",
        title=after.title,
        when=_when(after),
        after=_place(after.room),
        before=_place(before.room),
    )


def _title(change: SessionChange) -> Message:
    before, after = _both(change)
    if before.title == after.title:
        return message(
            "“{title}” ({when}) is now of the kind: {kind}.",
            title=after.title,
            when=_when(after),
            kind=after.kind,
        )
    return message(
        "“{title}” ({when}) was called “{before}”.", title=after.title, when=_when(after), before=before.title
    )


def _interpretation(change: SessionChange) -> Message:
    before, after = _both(change)
    if before.interpretation is after.interpretation:
        return message("“{title}” ({when}) has other interpreters.", title=after.title, when=_when(after))
    return message(
        "“{title}” ({when}) changes its interpretation: {after}, not {before}.",
        title=after.title,
        when=_when(after),
        after=after.interpretation,
        before=before.interpretation,
    )


def _agenda(change: SessionChange) -> Message:
    after = change.state
    return message("“{title}” ({when}) has a changed agenda.", title=after.title, when=_when(after))


def _people(change: SessionChange, names: Names) -> Message:
    state = change.state
    arguments = {"title": state.title, "when": _when(state)}
    joined, left = _named(change.joined, names), _named(change.left, names)
    if change.joined and change.left:
        return message(
            "“{title}” ({when}) – new: {joined}; no longer: {left}.", **arguments, joined=joined, left=left
        )
    if change.joined:
        return message("“{title}” ({when}) – new: {joined}.", **arguments, joined=joined)
    if change.left:
        return message("“{title}” ({when}) – no longer: {left}.", **arguments, left=left)
    return message(
        "“{title}” ({when}) – changed times or chair: {people}.",
        **arguments,
        people=_named(change.affected, names),
    )


def _named(people: tuple[int, ...], names: Names) -> tuple[Label | Message, ...]:
    known: list[Label | Message] = [names[person].name for person in people if person in names]
    rest = len(people) - len(known[:_NAMED_AT_MOST])
    if rest:
        return (*known[:_NAMED_AT_MOST], counted("{count} other", "{count} others", rest))
    return tuple(known)


def _both(change: SessionChange) -> tuple[SessionState, SessionState]:
    if change.before is None or change.after is None:
        raise ValueError(f"a change of the kind {change.kind} has both states")
    return change.before, change.after


def _when(state: SessionState) -> Message:
    return message("{day}, {start}", day=state.day, start=state.start)


def _when_with_length(before: SessionState, after: SessionState) -> Message:
    if before.minutes == after.minutes:
        return _when(after)
    return message("{when} ({length})", when=_when(after), length=_length(after))


def _when_and_where(state: SessionState) -> Message:
    if state.room is None:
        return _when(state)
    return message("{when}, {place}", when=_when(state), place=_place(state.room))


def _place(room: RoomState | None) -> Message | Label:
    if room is None:
        return message("no room yet")
    return room.name or Label.same(room.code)


def _length(state: SessionState) -> Message:
    return counted("{count} minute", "{count} minutes", state.minutes)


_WORDINGS: Mapping[ChangeKind, Callable[[SessionChange], Message]] = MappingProxyType(
    {
        ChangeKind.ADDED: _added,
        ChangeKind.DROPPED: _dropped,
        ChangeKind.CANCELLED: _cancelled,
        ChangeKind.REINSTATED: _reinstated,
        ChangeKind.MOVED: _moved,
        ChangeKind.ROOM: _room,
        ChangeKind.TITLE: _title,
        ChangeKind.INTERPRETATION: _interpretation,
        ChangeKind.AGENDA: _agenda,
    }
)
