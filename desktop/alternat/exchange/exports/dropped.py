"""Sessions as they were last published: calendars out there show them, also those that are gone since."""

from collections.abc import Callable

from alternat.models.tables import Tables
from alternat.planning.snapshots import SessionState, Snapshot


def last_published(
    tables: Tables, meeting: int, is_told: Callable[[SessionState], bool]
) -> tuple[SessionState, ...]:
    """Return every session that a revision told somebody of, as it was when last told, in the order of time.

    `is_told` is asked of the state in each revision whether it was part of what is exported.
    """
    revision = tables.ProgrammeRevision
    told: dict[str, SessionState] = {}
    for row in revision.select().where(revision.meeting == meeting).order_by(revision.number):
        told |= {uid: state for uid, state in Snapshot.parse(row.content).sessions.items() if is_told(state)}
    return tuple(sorted(told.values(), key=lambda state: (state.starts, state.uid)))
