"""Commands about progress notes: what is reported of outcomes and objectives."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.noun_commands import Says, Verbs, noun_commands, one
from alternat.cli.outcome_telling import finders
from alternat.cli.syntax import Group
from alternat.language.messages import message
from alternat.nouns.outcomes import PROGRESS_NOTE

if TYPE_CHECKING:
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


def _verbs() -> Verbs:
    from alternat.actions.progress_notes import (
        add_progress_note,
        change_progress_note,
        remove_progress_notes,
    )

    def add(workspace: "Workspace", _: int, fields: Mapping[str, Any]) -> "Changes":
        return add_progress_note(workspace, fields)

    return Verbs(add, one(change_progress_note), remove_progress_notes)


_SAYS = Says(
    row=message("The number of the progress note, which “note list” shows."),
    add=message("Record what is reported of an outcome or an objective."),
    set=message("Change a progress note."),
    remove=message("Remove a progress note."),
    list=message("List the progress notes."),
)
_COLUMNS = ("outcome", "objective", "day", "side", "text", "is_shared")

COMMANDS = (
    Group(
        "note",
        noun_commands(PROGRESS_NOTE, _verbs, _SAYS, columns=_COLUMNS, of_meeting=False, finders=finders),
        message("Keep what is reported of outcomes and objectives."),
    ),
)
