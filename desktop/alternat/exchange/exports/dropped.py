"""Sessions that stand in a published revision and are gone since: calendars out there still show them."""

from alternat.models.tables import Tables
from alternat.planning.programme import Programme
from alternat.planning.snapshots import SessionState, Snapshot

GONE_SEQUENCE = 1_000_000
"""Beyond any number that changes can have brought a session to: its own was removed with it."""


def dropped_sessions(tables: Tables, programme: Programme) -> tuple[SessionState, ...]:
    """Return the sessions that are gone, each as it was last published, in the order of time."""
    there = {plan.uid for plan in programme.sessions.values()}
    revision = tables.ProgrammeRevision
    gone: dict[str, SessionState] = {}
    for row in revision.select().where(revision.meeting == programme.meeting).order_by(revision.number):
        states = Snapshot.parse(row.content).sessions
        gone |= {uid: state for uid, state in states.items() if uid not in there}
    return tuple(sorted(gone.values(), key=lambda state: (state.starts, state.uid)))
