"""What the checklist page does to the dialogue: each verb in one step."""

import getpass
from collections.abc import Mapping, Sequence
from datetime import date

from alternat.actions.countdown import (
    add_task,
    add_template_task,
    change_tasks,
    change_template_tasks,
    remove_tasks,
    remove_template_tasks,
    start_checklist,
    tick,
    untick,
)
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, message
from alternat.nouns.countdown import TaskOwner
from alternat.ui.desk.desk import Desk

NEW_WEEKS = 4
"""How many weeks before the meeting a new task is due at first."""


class TaskVerbs:
    """The verbs about the tasks of the meeting in view."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of tasks; a person of the other side is let go with the change of side."""
        tables, values = self._desk.tables, dict(fields)
        if (code := values.get("owner_side")) is not None:
            values["owner_side"] = side = tables.Side.get(tables.Side.code == code).id
            if self._has_others(ids, side):
                values["owner"] = None
        return self._desk.refusal(lambda: change_tasks(self._desk.workspace, ids, values))

    def set_done(self, ids: Sequence[int], *, done: bool) -> None:
        """Tick tasks off today, or reopen them."""
        workspace, today = self._desk.workspace, self._desk.today()
        if done:
            self._desk.attempt(lambda: tick(workspace, ids, today, getpass.getuser()))
        else:
            self._desk.attempt(lambda: untick(workspace, ids))

    def tick_as(self, ids: Sequence[int], done_on: date | None, done_by: str) -> AlternatError | None:
        """Say on which day and by whom tasks were done; without a day they are not."""
        workspace = self._desk.workspace
        if done_on is None:
            return self._desk.refusal(lambda: untick(workspace, ids))
        return self._desk.refusal(lambda: tick(workspace, ids, done_on, done_by))

    def add(self) -> int | None:
        """Add a task to be worded, and return its id."""
        meeting = self._desk.meeting
        if meeting is None:
            return None
        workspace = self._desk.workspace
        changes = self._desk.attempt(
            lambda: add_task(workspace, meeting, text=_new_text(self._desk), days_before=7 * NEW_WEEKS)
        )
        return changes.inserted("task")[0] if changes else None

    def remove(self, ids: Sequence[int]) -> None:
        """Remove tasks."""
        if self._desk.attempt(lambda: remove_tasks(self._desk.workspace, ids)):
            self._desk.announce(counted("{count} task was removed.", "{count} tasks were removed.", len(ids)))

    def start(self) -> None:
        """Fill the checklist from the template."""
        meeting = self._desk.meeting
        if meeting is not None:
            self._desk.attempt(lambda: start_checklist(self._desk.workspace, meeting))

    def _has_others(self, ids: Sequence[int], side: int) -> bool:
        task, person = self._desk.tables.Task, self._desk.tables.Person
        query = task.select(task.id).join(person, on=task.owner == person.id)
        return bool(query.where(task.id.in_(list(ids)), person.side != side).exists())


class TemplateVerbs:
    """The verbs about the template of the dialogue."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of lines, all in one step."""
        return self._desk.refusal(lambda: change_template_tasks(self._desk.workspace, ids, fields))

    def add(self) -> int | None:
        """Add a line to be worded, and return its id."""
        workspace = self._desk.workspace
        changes = self._desk.attempt(
            lambda: add_template_task(
                workspace, text=_new_text(self._desk), days_before=7 * NEW_WEEKS, owner=TaskOwner.BOTH
            )
        )
        return changes.inserted("task_template")[0] if changes else None

    def remove(self, ids: Sequence[int]) -> None:
        """Remove lines."""
        self._desk.attempt(lambda: remove_template_tasks(self._desk.workspace, ids))


def _new_text(desk: Desk) -> Label:
    """Return what a new line says until it is worded, in the language of the screen alone.

    What nobody has written in another language stays empty, and is found to be missing there.
    """
    return Label().with_text(desk.screen.language, desk.screen.say(message("New task")))
