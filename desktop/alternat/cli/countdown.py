"""Commands about the countdown of the dialogue, which the checklist of a new meeting starts with."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.noun_commands import Says, Verbs, noun_commands
from alternat.cli.syntax import Group
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.countdown import TASK_TEMPLATE

if TYPE_CHECKING:
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


def _verbs() -> Verbs:
    from alternat.actions import countdown

    def add(workspace: "Workspace", _: int, fields: Mapping[str, Any]) -> "Changes":
        return countdown.add_template_task(workspace, **{"text": Label(), **fields})

    return Verbs(add, countdown.change_template_tasks, countdown.remove_template_tasks)


_SAYS = Says(
    row=message("The numbers of the lines; “countdown list” shows them."),
    add=message("Add a line to the countdown; checklists already started do not change."),
    set=message("Change lines of the countdown; checklists already started do not change."),
    remove=message("Remove lines from the countdown; checklists already started do not change."),
    list=message("List the countdown that the checklist of a new meeting starts with."),
)

COMMANDS = (
    Group(
        "countdown",
        noun_commands(TASK_TEMPLATE, _verbs, _SAYS, several=True, of_meeting=False),
        message("Keep the countdown that the checklist of a new meeting starts with."),
    ),
)
