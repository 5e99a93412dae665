"""Programmes of invented sessions as frozen values, for tests of what has changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from alternat.language.label import Label
from alternat.nouns.programme import Interpretation, SessionKind
from alternat.planning.snapshots import AgendaState, Attendance, RoomState, SessionState, Snapshot

ROOMS = (
    RoomState("A1", Label.same("Rideau"), Label.same("Centre")),
    RoomState("B2", Label.same("Reception Hall"), Label.same("Embassy")),
)


def session(uid: str = "s1", **fields: Any) -> SessionState:
    """Return a plenary of three people on 12 June 2027 at nine, with other values where they are given."""
    plain = SessionState(
        uid=uid,
        kind=SessionKind.PLENARY,
        title=Label.same("Plenary"),
        day=date(2027, 6, 12),
        start=time(9),
        minutes=90,
        time_zone="America/Toronto",
        room=ROOMS[0],
        interpretation=Interpretation.NONE,
        is_cancelled=False,
        chairs=(("CA", 1),),
        agenda=(AgendaState(Label.same("Opening"), 10, (("CA", 1),)),),
        people=(Attendance(1), Attendance(2), Attendance(3)),
        interpreters=(),
    )
    return replace(plain, **fields)


def state(*sessions: SessionState) -> Snapshot:
    """Return a programme of these sessions."""
    return as_snapshot(sessions)


def as_snapshot(sessions: Iterable[SessionState]) -> Snapshot:
    """Return a programme of these sessions, in the order of time."""
    ordered = sorted(sessions, key=lambda each: (each.starts, each.uid))
    return Snapshot("2027", "America/Toronto", MappingProxyType({each.uid: each for each in ordered}))


_PEOPLE = st.integers(1, 8)
_LABELS = st.sampled_from((Label.same("Plenary"), Label("Lunch", "Dîner", "午餐"), Label(zh="反恐")))
_CLOCKS = st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0))
_ATTENDANCE = st.builds(Attendance, _PEOPLE, _CLOCKS, _CLOCKS)
_BY_SIDE = st.dictionaries(st.sampled_from(("CA", "CN")), _PEOPLE).map(
    lambda found: tuple(sorted(found.items()))
)

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(SessionKind),
    "title": _LABELS,
    "day": st.dates(date(2027, 6, 10), date(2027, 6, 15)),
    "start": st.integers(0, 287).map(lambda steps: time(steps * 5 // 60, steps * 5 % 60)),
    "minutes": st.integers(1, 40).map(lambda steps: steps * 5),
    "time_zone": st.sampled_from(("America/Toronto", "Asia/Shanghai")),
    "end_zone": st.sampled_from(("", "America/Vancouver")),
    "room": st.none() | st.sampled_from(ROOMS),
    "interpretation": st.sampled_from(Interpretation),
    "chairs": _BY_SIDE,
    "agenda": st.lists(st.builds(AgendaState, _LABELS, st.integers(0, 30), _BY_SIDE), max_size=3).map(tuple),
    "people": st.lists(_ATTENDANCE, max_size=8, unique_by=lambda each: each.person).map(
        lambda found: tuple(sorted(found, key=lambda each: each.person))
    ),
    "interpreters": st.lists(st.tuples(_PEOPLE, st.just("en"), st.just("zh")), max_size=2, unique=True).map(
        lambda found: tuple(sorted(found))
    ),
}
"""For each field of a session that participants can see, values that it may take."""


def sessions(uid: str) -> st.SearchStrategy[SessionState]:
    """Return any sessions of that uid."""
    return st.builds(session, st.just(uid), is_cancelled=st.booleans(), **FIELDS)


def snapshots(*uids: str) -> st.SearchStrategy[Snapshot]:
    """Return any programmes whose sessions have some of these uids."""
    subset = st.lists(st.sampled_from(uids), unique=True)
    return subset.flatmap(
        lambda chosen: st.tuples(*map(sessions, chosen)).map(as_snapshot),
    )
