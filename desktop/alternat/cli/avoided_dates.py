"""Commands about the dates that a side would rather avoid."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.noun_commands import Says, Verbs, noun_commands, one
from alternat.cli.syntax import Group
from alternat.language.messages import message
from alternat.nouns.calendars import AVOID_DATES

if TYPE_CHECKING:
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


def _verbs() -> Verbs:
    from alternat.actions.calendars import add_avoid_dates, change_avoid_dates, remove_avoid_dates

    def add(workspace: "Workspace", side: int, fields: Mapping[str, Any]) -> "Changes":
        return add_avoid_dates(workspace, workspace.tables.Side.get_by_id(side).code, **fields)

    return Verbs(add, one(change_avoid_dates), remove_avoid_dates)


_SAYS = Says(
    row=message("Their number in the list."),
    add=message("Add dates that a side would rather avoid."),
    set=message("Change dates to avoid: their days, their reason or whether it is private."),
    remove=message("Remove dates to avoid."),
    list=message("List the dates to avoid."),
)

COMMANDS = (
    Group(
        "avoid",
        noun_commands(AVOID_DATES, _verbs, _SAYS, spared=("ends",), of_meeting=False),
        message("Keep the dates that a side would rather avoid."),
    ),
)
