"""Which sessions take proposals for the next agenda on, and what refuses the others."""

from typing import Any

from alternat.errors import AlternatError
from alternat.language.messages import mark, offered
from alternat.models.tables import Tables


class CancelledSession(AlternatError):
    """A session that does not take place deals with nothing."""

    template = mark(
        "The session {number}, “{session}”, of {day} is cancelled, so that nothing goes on its agenda. "
        "Reinstate it first, or choose another one: {choices}."
    )


class NoBusinessThere(AlternatError):
    """A break, a meal, a ceremony or a journey deals with no agenda."""

    template = mark(
        "The session {number}, “{session}”, is of the kind “{kind}”, which deals with no agenda. Choose one "
        "that does: {choices}."
    )


def refuse_session(tables: Tables, row: Any, *, anyway: bool) -> None:
    """Refuse a session that takes nothing on its agenda: cancelled, or without business and not `anyway`."""
    if not row.is_cancelled and (anyway or row.kind.deals_with_an_agenda):
        return
    session: Any = tables.Session
    of_meeting = session.select().where(session.meeting == row.meeting_id, ~session.is_cancelled)
    numbers = [
        str(each.id)
        for each in of_meeting.order_by(session.day, session.start, session.id)
        if each.kind.deals_with_an_agenda
    ]
    says = {"number": str(row.id), "session": row.title or row.day, "choices": offered(numbers)}
    if row.is_cancelled:
        raise CancelledSession(day=row.day, **says)
    raise NoBusinessThere(kind=row.kind, **says)
