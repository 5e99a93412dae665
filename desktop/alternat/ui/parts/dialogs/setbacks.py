"""Changes the meeting in view: asks before what would come along with it, such as the programme."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from alternat.actions.meetings import change_meeting
from alternat.actions.outlook import outlook
from alternat.errors import AlternatError
from alternat.planning.findings import Severity
from alternat.planning.programme_shifts import ProgrammeWish
from alternat.planning.statuses import NEEDS_CONSENT
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.take_along import TakeAlong


def change_in_view(
    desk: Desk,
    fields: Mapping[str, Any],
    parent: QWidget,
    *,
    then: Callable[[Changes | None], None],
    tells_setback: bool = True,
) -> None:
    """Change fields of the meeting in view; ask before where sessions could go along or consent is lost.

    `then` is called with what was changed, or with None if nothing was.
    """
    meeting = desk.meeting
    if meeting is None:
        return
    run = partial(attempt_on_meeting, desk) if tells_setback else desk.attempt

    def write(wish: ProgrammeWish | None) -> None:
        if wish is None:
            then(None)
            return
        then(run(lambda: change_meeting(desk.workspace, meeting, fields, programme=wish)))

    try:
        ahead = outlook(desk.tables, meeting, fields)
    except AlternatError:
        # Whatever speaks against it is said by the verb, before anything is asked.
        write(ProgrammeWish.KEEP)
        return
    if ahead.shift is not None or ahead.follows:
        TakeAlong(desk.screen, parent, ahead, write).open()
    else:
        write(ProgrammeWish.KEEP)
    for sentence in ahead.stays:
        desk.announce(sentence)


def attempt_on_meeting(desk: Desk, verb: Callable[[], Changes]) -> Changes | None:
    """Run a verb that does not set the status itself, and tell if the meeting in view went back by it."""
    meeting = desk.tables.Meeting
    before = meeting.get_or_none(meeting.id == desk.meeting)
    changes = desk.attempt(verb)
    after = meeting.get_or_none(meeting.id == desk.meeting)
    if changes and before and after and before.status in NEEDS_CONSENT and after.status is not before.status:
        desk.announce(changes.label, Severity.WARNS)
    return changes
