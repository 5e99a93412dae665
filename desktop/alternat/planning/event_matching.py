"""Which session of the programme a row of a list is: by its calendar key, else by its title."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.planning.event_drafts import EventDraft
from alternat.planning.programme import SessionPlan, moment


@dataclass(frozen=True, slots=True)
class Match:
    """The session that a row is, or the one of the same title at another time that it may be."""

    session: SessionPlan | None = None
    candidate: SessionPlan | None = None


def matches(
    drafts: Sequence[EventDraft], sessions: Iterable[SessionPlan], moved: Collection[int] = ()
) -> Mapping[int, Match]:
    """Return for each row, by its number, which session it is; no session is two rows.

    A row is the session with its key, else one of the same title that begins then. What is left may be a
    session of the same title that no row is yet: somebody has to say whether that one has moved.
    Rows of which somebody has said so, `moved`, come first.
    """
    found: dict[int, Match] = {}
    free = {each.id: each for each in sessions}
    for draft in drafts:
        own = next((each for each in free.values() if draft.uid and each.uid == draft.uid), None)
        _take(found, free, draft, own)
    for draft in drafts:
        if draft.row not in found:
            alike = [each for each in free.values() if likeness(draft.title, each.title)]
            then = [each for each in alike if (each.day, each.start) == (draft.day, draft.start)]
            _take(found, free, draft, _best(draft, then))
    rest = [draft for draft in drafts if draft.row not in found]
    return found | _perhaps_moved(rest, free.values(), moved)


def _perhaps_moved(
    drafts: Sequence[EventDraft], free: Iterable[SessionPlan], moved: Collection[int]
) -> dict[int, Match]:
    """Return which session each row may be; of two rows, the likest and nearest one, wherever it stands."""
    pairs = [
        ((draft.row in moved, _closeness(draft, each)), draft.row, each)
        for draft in drafts
        if draft.day is not None
        for each in free
        if likeness(draft.title, each.title)
    ]
    found: dict[int, Match] = {}
    taken: set[int] = set()
    for _, row, session in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if row not in found and session.id not in taken:
            taken.add(session.id)
            found[row] = Match(candidate=session)
    return {draft.row: found.get(draft.row, Match()) for draft in drafts}


def likeness(one: Label, other: Label) -> int:
    """Return in how many languages two titles say the same, 0 where they share none; less if others differ.

    A language that one of them lacks likens nothing.
    """
    shared = [each for each in Language if one.text(each) and other.text(each)]
    same = sum(_key(one.text(each)) == _key(other.text(each)) for each in shared)
    return 2 * same - (len(shared) - same) if same else 0


def _key(title: str) -> str:
    return fold(title) or title.strip()


def _best(draft: EventDraft, sessions: Sequence[SessionPlan]) -> SessionPlan | None:
    """Return the likest session: by title, then by room, then by how near in time it is."""
    return max(sessions, key=lambda each: _closeness(draft, each), default=None)


def _closeness(draft: EventDraft, session: SessionPlan) -> tuple[bool, int, bool, bool, timedelta]:
    return (
        not session.is_cancelled or draft.is_cancelled,
        likeness(draft.title, session.title),
        session.day == draft.day,
        draft.room is not None and session.room == draft.room,
        -_distance(draft, session),
    )


def _distance(draft: EventDraft, session: SessionPlan) -> timedelta:
    if draft.day is None or draft.start is None:
        return timedelta()
    return abs(moment(draft.day, draft.start, draft.time_zone) - session.starts)


def _take(
    found: dict[int, Match], free: dict[int, SessionPlan], draft: EventDraft, session: SessionPlan | None
) -> None:
    if session is not None:
        del free[session.id]
        found[draft.row] = Match(session)
