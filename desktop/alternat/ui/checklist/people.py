"""Who can see to a task."""

from collections.abc import Sequence

from alternat.language.called import shown_name
from alternat.language.messages import message
from alternat.planning.roster import roster
from alternat.ui.checklist.lines import TaskLine
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.choices import Choice


def people_for(desk: Desk, line: TaskLine) -> Sequence[Choice]:
    """Return nobody, who sees to it now, and those who take part for the side that sees to the task."""
    screen, meeting = desk.screen, desk.meeting
    delegates = roster(desk.tables, meeting) if meeting is not None else ()
    people = [
        Choice(each.person, screen.read(shown_name(each)))
        for each in delegates
        if line.owner_side is None or each.side == line.owner_side
    ]
    among = {choice.value for choice in people}
    return [*(each for each in nobody_or_owner(desk, line) if each.value not in among), *people]


def nobody_or_owner(desk: Desk, line: TaskLine) -> Sequence[Choice]:
    """Return nobody, and who sees to the task now."""
    own = [] if line.owner is None else [Choice(line.owner, desk.screen.read(line.owner_name))]
    return [Choice(None, desk.screen.say(message("Nobody"))), *own]
