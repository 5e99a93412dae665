"""What the programme page does to the dialogue: each verb in one step, what is refused told in a banner."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alternat.actions.placing import Spot, copy_sessions_to, place_sessions
from alternat.actions.programme import (
    add_session,
    cancel_sessions,
    change_sessions,
    reinstate_sessions,
    remove_sessions,
)
from alternat.errors import AlternatError
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.programme import PartyPlan, SessionPlan, moment
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk


class ProgrammeVerbs:
    """The verbs of one desk; one that is refused answers with nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, day: date, start: time, minutes: int, room: int | None) -> int | None:
        """Add a bilateral session in which everyone takes part, and return its id."""
        meeting, workspace = self._desk.meeting, self._desk.workspace
        if meeting is None:
            return None
        changes = self._desk.attempt(
            lambda: add_session(
                workspace,
                meeting,
                kind=SessionKind.BILATERAL,
                day=day,
                start=start,
                minutes=minutes,
                room=room,
                parties=(PartyPlan(PartyKind.EVERYONE),),
            )
        )
        return changes.inserted("session")[0] if changes is not None else None

    def place(self, spots: Sequence[Spot]) -> Changes | None:
        """Put sessions elsewhere, all in one step."""
        workspace = self._desk.workspace
        return self._desk.attempt(lambda: place_sessions(workspace, spots))

    def copy_to(self, spots: Sequence[Spot]) -> tuple[int, ...]:
        """Copy sessions to other times and rooms in one step, and return the ids of the copies."""
        workspace = self._desk.workspace
        changes = self._desk.attempt(lambda: copy_sessions_to(workspace, spots))
        return changes.inserted("session") if changes is not None else ()

    def change(self, sessions: Iterable[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of sessions; the answer is the error that refused them."""
        workspace, ids = self._desk.workspace, list(sessions)
        return self._desk.refusal(lambda: change_sessions(workspace, ids, fields))

    def take_off(self, sessions: Iterable[SessionPlan]) -> Changes | None:
        """Cancel sessions that stand; remove those that are cancelled already."""
        workspace, chosen = self._desk.workspace, list(sessions)
        standing = [each.id for each in chosen if not each.is_cancelled]
        if standing:
            return self._desk.attempt(lambda: cancel_sessions(workspace, standing))
        return self._desk.attempt(lambda: remove_sessions(workspace, [each.id for each in chosen]))

    def take_up(self, sessions: Iterable[int]) -> Changes | None:
        """Take cancelled sessions up again."""
        workspace, ids = self._desk.workspace, list(sessions)
        return self._desk.attempt(lambda: reinstate_sessions(workspace, ids))


def own_clock(session: SessionPlan, at: datetime, zone: str) -> datetime:
    """Return a wall-clock time of a zone on the wall clock of a session's own place, without its zone."""
    if session.time_zone == zone:
        return at
    there = moment(at.date(), at.time(), zone).astimezone(ZoneInfo(session.time_zone))
    return there.replace(tzinfo=None)


def shifted(session: SessionPlan, minutes: int, longer: int, room: int | None, zone: str) -> Spot:
    """Return where a session stands once it begins later and lasts longer by minutes, on a zone's clock."""
    start = session.starts.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(minutes=minutes)
    at = own_clock(session, start, zone)
    return Spot(session.id, at.date(), at.time(), session.minutes + longer, room)
