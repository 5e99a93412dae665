"""What the checklist page does to the dialogue: each verb in one step, refused values told in a banner."""

import getpass
from collections.abc import Callable, Mapping, Sequence
from typing import Any

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
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import counted, message
from alternat.nouns.countdown import TaskOwner
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk

NEW_WEEKS = 4
"""How many weeks before the meeting a new task is due at first."""


class TaskVerbs:
    """The verbs about the tasks of the meeting in view."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> bool:
        """Change fields of tasks; a person of the other side is let go with the change of side."""
        tables = self._desk.tables
        values: dict[str, Any] = {name: value for name, value in fields.items() if name != "owner"}
        if "person" in values:
            values["owner"] = values.pop("person")
        if "owner" in fields:
            code = fields["owner"]
            side = None if code is None else tables.Side.get(tables.Side.code == code).id
            values["owner_side"] = side
            if side is not None and self._has_others(ids, side):
                values["owner"] = None
        return self._do(lambda: change_tasks(self._desk.workspace, ids, values)) is not None

    def set_done(self, ids: Sequence[int], *, done: bool) -> None:
        """Tick tasks off today, or reopen them."""
        workspace, today = self._desk.workspace, self._desk.today()
        if done:
            self._do(lambda: tick(workspace, ids, today, getpass.getuser()))
        else:
            self._do(lambda: untick(workspace, ids))

    def tick_as(self, ids: Sequence[int], fields: Mapping[str, Any]) -> None:
        """Say on which day and by whom tasks were done."""
        self._do(lambda: tick(self._desk.workspace, ids, fields["done_on"], fields["done_by"]))

    def add(self) -> int | None:
        """Add a task to be worded, and return its id."""
        meeting = self._desk.meeting
        if meeting is None:
            return None
        workspace = self._desk.workspace
        changes = self._do(lambda: add_task(workspace, meeting, text=_new_text(), days_before=7 * NEW_WEEKS))
        return changes.inserted("task")[0] if changes else None

    def remove(self, ids: Sequence[int]) -> None:
        """Remove tasks."""
        if self._do(lambda: remove_tasks(self._desk.workspace, ids)):
            self._desk.announce(counted("{count} task was removed.", "{count} tasks were removed.", len(ids)))

    def start(self) -> None:
        """Fill the checklist from the template."""
        meeting = self._desk.meeting
        if meeting is not None:
            self._do(lambda: start_checklist(self._desk.workspace, meeting))

    def _has_others(self, ids: Sequence[int], side: int) -> bool:
        task, person = self._desk.tables.Task, self._desk.tables.Person
        query = task.select(task.id).join(person, on=task.owner == person.id)
        return bool(query.where(task.id.in_(list(ids)), person.side != side).exists())

    def _do(self, verb: Callable[[], Changes]) -> Changes | None:
        return self._desk.attempt(verb)


class TemplateVerbs:
    """The verbs about the template of the dialogue."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> bool:
        """Change fields of lines, all in one step."""
        workspace = self._desk.workspace
        return self._desk.attempt(lambda: change_template_tasks(workspace, ids, fields)) is not None

    def set_done(self, ids: Sequence[int], *, done: bool) -> None:
        """Do nothing: lines of a template are not ticked."""

    def add(self) -> int | None:
        """Add a line to be worded, and return its id."""
        workspace = self._desk.workspace
        changes = self._desk.attempt(
            lambda: add_template_task(
                workspace, text=_new_text(), days_before=7 * NEW_WEEKS, owner=TaskOwner.BOTH
            )
        )
        return changes.inserted("task_template")[0] if changes else None

    def remove(self, ids: Sequence[int]) -> None:
        """Remove lines."""
        self._desk.attempt(lambda: remove_template_tasks(self._desk.workspace, ids))


def _new_text() -> Label:
    """Return what a new line says until it is worded, in all three languages."""
    return Label(*(catalog(language).say(message("New task")) for language in Language))
