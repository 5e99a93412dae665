"""The sheets beside the checklist and its template: what is selected, in three languages."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt

from alternat.errors import AlternatError
from alternat.language.messages import Message, counted, message
from alternat.nouns.countdown import TASK, TASK_TEMPLATE, TaskOwner
from alternat.nouns.noun import Noun
from alternat.ui.checklist.columns import OWNERS
from alternat.ui.checklist.lines import TaskLine, TemplateLine
from alternat.ui.checklist.people import nobody_or_owner, people_for
from alternat.ui.checklist.verbs import TaskVerbs, TemplateVerbs
from alternat.ui.desk.desk import Desk
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.tables.list_model import WriteRows
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented

L = TypeVar("L", TaskLine, TemplateLine)


class LineSheet(Sheet[L]):
    """The rows that tasks and lines of the template have in common; `one` is what a single line is."""

    def __init__(self, desk: Desk, noun: Noun, one: Message, write: WriteRows) -> None:
        super().__init__(desk.screen, message("Task"), noun, write)
        self._one = one
        self.add_row("text", message("Text"), LabelEdit(desk.screen, message("Task"), multiline=True))
        self.add_row("days_before", message("Weeks before the meeting"), of_several=True)
        self.add_hint(message("26, or 10 d for days; with a minus for after the last day"))

    def heading(self) -> Message:
        """Return what is selected, or how to select something."""
        count = len(self.values)
        if not count:
            return message("Select a line to edit it in all three languages.")
        return self._one if count == 1 else counted("{count} line selected", "{count} lines selected", count)


class TemplateSheet(LineSheet[TemplateLine]):
    """A line of the template, or what several have in common."""

    def __init__(self, desk: Desk, verbs: TemplateVerbs) -> None:
        super().__init__(desk, TASK_TEMPLATE, message("Line of the template"), verbs.change)
        caption = message("Falls to")
        self.add_row("owner", caption, Segmented(desk.screen, caption, list(OWNERS.items())), of_several=True)
        self.column.addStretch()
        self.show_values(())


class TaskSheet(LineSheet[TaskLine]):
    """A task with when and by whom it was done, or what several have in common."""

    def __init__(self, desk: Desk, verbs: TaskVerbs) -> None:
        super().__init__(desk, TASK, message("Task"), verbs.change)
        self._verbs = verbs
        caption = message("Side")
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        choices = [(None, OWNERS[TaskOwner.BOTH]), *((side.code, spoken(side.country)) for side in sides)]
        self.add_row("owner_side", caption, Segmented(desk.screen, caption, choices), of_several=True)
        self.add_row(
            "owner",
            message("Person"),
            choices=lambda: nobody_or_owner(desk, self.values[0]) if self.values else (),
            all_choices=lambda: people_for(desk, self.values[0]) if self.values else (),
        )
        self._when_done = (
            self.add_row("done_on", message("Done on"), write=self._write_done),
            self.add_row("done_by", message("Done by"), write=self._write_done),
        )
        self.add_row("note", message("Note"))
        self.add_row("is_follow_up", message("Carry over while it is not done"))
        self.done = Button(desk.screen, message("Tick off"), icon="circle-check")
        """Ticks off what is selected, or reopens it."""
        self.column.addSpacing(Space.S)
        self.column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self.show_values(())

    def show_values(self, values: Sequence[TaskLine]) -> None:
        """Show the lines, and when and by whom a single one was done."""
        super().show_values(values)
        is_done = all(line.is_done for line in values)
        self.done.say(message("Reopen") if is_done else message("Tick off"))
        for row in self._when_done:
            row.setVisible(is_done and len(values) == 1)

    def _write_done(self, fields: Mapping[str, object]) -> AlternatError | None:
        (line,) = self.values
        done: dict[str, Any] = {"done_on": line.done_on, "done_by": line.done_by, **fields}
        return self._verbs.tick_as([line.id], **done)
