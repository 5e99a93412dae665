"""Tells whoever moves an agreed meeting, or withdraws a consent to it, that both sides have to agree anew."""

from collections.abc import Callable

from alternat.planning.findings import Severity
from alternat.planning.statuses import NEEDS_CONSENT
from alternat.storage.changes import Changes
from alternat.ui.desk import Desk


def attempt_on_meeting(desk: Desk, verb: Callable[[], Changes]) -> Changes | None:
    """Run a verb that does not set the status itself, and tell if the meeting in view went back by it."""
    meeting = desk.tables.Meeting
    before = meeting.get_or_none(meeting.id == desk.meeting)
    changes = desk.attempt(verb)
    after = meeting.get_or_none(meeting.id == desk.meeting)
    if changes and before and after and before.status in NEEDS_CONSENT and after.status is not before.status:
        desk.announce(changes.label, Severity.WARNS)
    return changes
