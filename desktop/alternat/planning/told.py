"""What calendars out there were told: every session that left in a revision or a file, as it was then."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.planning.snapshots import SessionState, Snapshot, UnreadableRevision, read_state, written_state

CALENDARS = frozenset({"ics", "html"})
"""The kinds of release from which sessions come into people's calendars."""


@dataclass(frozen=True, slots=True)
class ToldSession:
    """A session as it left once; `scope` is the part of the programme that the file held."""

    state: SessionState
    sequence: int | None
    """The number that calendars were told; None for a published revision, which has none."""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """A meeting as its calendars were headed: what is left to say of it once it is removed."""

    title: Label
    place: Label
    time_zone: str
    paper: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that was told of a meeting's programme, the oldest first."""

    sessions: tuple[ToldSession, ...]
    meeting: ToldMeeting | None = None
    """As the last calendar file was headed; None where none left."""

    def last_states(self, is_told: Callable[[SessionState], bool]) -> tuple[SessionState, ...]:
        """Return each session as it was when last told, in the order of time.

        `is_told` is asked of every state whether it was part of what is exported.
        """
        last = {each.state.uid: each.state for each in self.sessions if is_told(each.state)}
        return tuple(sorted(last.values(), key=lambda state: (state.starts, state.uid)))

    def sequence(self, state: SessionState, at_least: int, scope: str) -> int:
        """Return the number to tell with a state: more than that of any other state that left before.

        Calendars pass over what is not newer than what they have (RFC 5546, 2.1.5).
        """
        last = self._last(state.uid, scope)
        if last is None or last.sequence is None:
            return at_least
        is_same = _shown(last.state) == _shown(state)
        return max(at_least, last.sequence if is_same else last.sequence + 1)

    def news(self, told: Iterable[ToldSession]) -> tuple[ToldSession, ...]:
        """Return those of the sessions about to leave that were not told so in the same part before."""
        return tuple(each for each in told if self._in_scope(each.state.uid, each.scope) != each)

    def _last(self, uid: str, scope: str) -> ToldSession | None:
        """Return how a session was last told in the same part of the programme, or else in any."""
        own = self._in_scope(uid, scope)
        if own is not None:
            return own
        numbered = (each for each in reversed(self.sessions) if each.sequence is not None)
        return next((each for each in numbered if each.state.uid == uid), None)

    def _in_scope(self, uid: str, scope: str) -> ToldSession | None:
        found = (each for each in reversed(self.sessions) if each.sequence is not None)
        return next((each for each in found if each.state.uid == uid and each.scope == scope), None)


def told_before(tables: Tables, meeting: int | None, reference: str) -> Told:
    """Return what was told of a meeting, in revisions and in files; a removed one is found by its reference.

    A meeting that was made anew under the reference of a removed one inherits what that one has told.
    """
    revision: Any = tables.ProgrammeRevision
    told = [
        (row.published, [ToldSession(state, None) for state in Snapshot.parse(row.content).sessions.values()])
        for row in revision.select().where(revision.meeting == meeting).order_by(revision.number)
    ]
    heading = None
    for row, document in _documents(tables, meeting, reference):
        heading = _heading(document)
        told.append((row.at, [_read(each, document["scope"]) for each in document["sessions"]]))
    told.sort(key=lambda pair: pair[0])
    return Told(tuple(each for _, sessions in told for each in sessions), heading)


def written(meeting: int | None, heading: ToldMeeting, scope: str, told: Iterable[ToldSession]) -> str:
    """Return what a release remembers of a calendar, in JSON."""
    document = {
        "meeting": meeting,
        "title": heading.title.as_mapping(),
        "place": heading.place.as_mapping(),
        "time_zone": heading.time_zone,
        "paper": heading.paper,
        "scope": scope,
        "sessions": [{**written_state(each.state), "sequence": each.sequence} for each in told],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _documents(tables: Tables, meeting: int | None, reference: str) -> Iterable[tuple[Any, dict[str, Any]]]:
    """Yield the releases of calendars of a meeting, with what each remembers."""
    release: Any = tables.Release
    others = {row.id for row in tables.Meeting.select(tables.Meeting.id)} - {meeting}
    for row in release.select().where(release.kind.in_(sorted(CALENDARS))).order_by(release.id):
        if not row.content:
            continue
        try:
            document = json.loads(row.content)
            own = document["meeting"]
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableRevision from error
        if own == meeting or (row.meeting == reference and own not in others):
            yield row, document


def _heading(document: Mapping[str, Any]) -> ToldMeeting:
    try:
        title, place = (Label.from_mapping(document[name]) for name in ("title", "place"))
        return ToldMeeting(title, place, document["time_zone"], document["paper"])
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableRevision from error


def _read(texts: dict[str, Any], scope: str) -> ToldSession:
    try:
        return ToldSession(read_state(texts), texts["sequence"], scope)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableRevision from error


_NOBODY: Mapping[str, Any] = MappingProxyType({"people": (), "interpreters": ()})


def _shown(state: SessionState) -> SessionState:
    """Return a state without what no calendar shows."""
    return replace(state, **_NOBODY)
