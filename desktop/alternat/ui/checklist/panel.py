"""The two lists of the checklist page with their commands: the tasks of the meeting, and the template."""

from alternat.language.messages import message
from alternat.ui.checklist.columns import TASK_COLUMNS, TEMPLATE_COLUMNS, Reader
from alternat.ui.checklist.lines import TaskLine, TemplateLine
from alternat.ui.checklist.people import people_for
from alternat.ui.checklist.sheets import TaskSheet, TemplateSheet
from alternat.ui.checklist.verbs import TaskVerbs, TemplateVerbs
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.tables.list_panel import ListPanel


class TemplatePanel(ListPanel[TemplateLine]):
    """The lines of the template."""

    def __init__(self, desk: Desk) -> None:
        verbs = TemplateVerbs(desk)
        super().__init__(
            desk,
            message("Template of the checklist"),
            message("Add a line"),
            TEMPLATE_COLUMNS,
            lambda: _reader(desk),
            verbs,
            TemplateSheet(desk, verbs),
        )


class TaskPanel(ListPanel[TaskLine]):
    """The tasks of the meeting, which are ticked off."""

    def __init__(self, desk: Desk, verbs: TaskVerbs) -> None:
        self._ticking, sheet = verbs, TaskSheet(desk, verbs)
        super().__init__(
            desk,
            message("Checklist"),
            message("Add a task"),
            TASK_COLUMNS,
            lambda: _reader(desk),
            verbs,
            sheet,
        )
        self.tick = self.command(message("Tick off or reopen"), "circle-check", self.toggle_done)
        self.actions_of_rows = (self.tick, *self.actions_of_rows)
        self.table.mark_wanted.connect(self.toggle_done)
        sheet.done.clicked.connect(self.toggle_done)

    def toggle_done(self) -> None:
        """Tick off what is selected, or reopen it where all of it is done."""
        chosen = self.table.selected
        if chosen:
            done = not all(line.is_done for line in chosen)
            ids = [line.id for line in chosen if line.is_done is not done]
            self._ticking.set_done(ids, done=done)


def _reader(desk: Desk) -> Reader:
    side = desk.tables.Side
    countries = {row.code: row.country for row in side.select().order_by(side.number)}
    return Reader(desk.screen.catalog, countries, lambda line: people_for(desk, line))
