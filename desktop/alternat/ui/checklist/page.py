"""The checklist page: what is to be done how long before the meeting, by whom, and what is overdue."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.ui.checklist.lines import TaskLine, task_lines, template_lines
from alternat.ui.checklist.panel import TaskPanel, TemplatePanel
from alternat.ui.checklist.verbs import TaskVerbs
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.page import Page
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag

TASKS, TEMPLATE = "tasks", "template"


class ChecklistPage(Page):
    """The tasks of the meeting in view, and the template that checklists start from."""

    def build(self) -> None:
        """Make the two lists with their inspectors, and the empty states."""
        self._verbs = TaskVerbs(self.desk)
        self.checklist = TaskPanel(self.desk, self._verbs)
        self.template = TemplatePanel(self.desk)
        self.view = Segmented(
            self.desk.screen,
            message("What the page lists"),
            [(TASKS, message("Tasks of the meeting")), (TEMPLATE, message("Template"))],
        )
        self.view.choose(TASKS)
        self.view.chosen.connect(lambda _: self.fill())
        self._add = QAction(self)
        self._add.setProperty(ICON_PROPERTY, "plus")
        self._add.setObjectName("add-task")
        self._add.triggered.connect(self._add_line)
        self._inspectors = QStackedWidget()
        self._inspectors.addWidget(self.checklist.sheet)
        self._inspectors.addWidget(self.template.sheet)
        self._build_empty_states()
        self._lay_out()

    def load(self) -> None:
        """Show the list that is chosen."""
        tables, meeting = self.desk.tables, self.desk.meeting
        lines = task_lines(tables, meeting, self.desk.today()) if meeting is not None else ()
        self.checklist.show_values(lines)
        self.template.show_values(template_lines(tables))
        is_template = self.view.value == TEMPLATE
        shown: QWidget = self.template if is_template else self.checklist
        if not is_template and not lines:
            shown = self._no_tasks if meeting is not None else self._no_meeting
        self.states.setCurrentWidget(shown)
        self._inspectors.setCurrentIndex(int(is_template))
        say = self.desk.screen.say
        hint = message("Checklists already started do not change with the template.")
        self._progress.setText(say(hint) if is_template else say(_progress(lines)) if lines else "")
        overdue = sum(line.is_overdue for line in lines)
        word = say(counted("{count} overdue", "{count} overdue", overdue))
        self._overdue.show_tag(word if overdue and not is_template else "", "blocks")
        self._add.setText(say(message("Add a line") if is_template else message("Add a task")))
        self._add.setEnabled(is_template or meeting is not None)
        self._start.setVisible(not is_template and self._is_only_carried_over(lines))

    def retranslate(self) -> None:
        """Say both lists in the screen language."""
        self.checklist.retranslate()
        self.template.retranslate()

    def primary_action(self) -> QAction | None:
        """Return the command that adds a line to the list in view."""
        return self._add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected in the list in view."""
        return self._panel.actions_of_rows

    def inspector(self) -> QWidget | None:
        """Return the inspector of what is selected."""
        return self._inspectors

    def show_place(self, place: Place) -> None:
        """Select a task, with the cursor in its text where a field is named."""
        self._show(TASKS)
        self.checklist.table.select([place.row])
        if place.field:
            self.checklist.sheet.focus_first()

    @property
    def _panel(self) -> TemplatePanel | TaskPanel:
        return self.template if self.view.value == TEMPLATE else self.checklist

    def _show(self, view: str) -> None:
        self.view.choose(view)
        self.fill()

    def _add_line(self) -> None:
        self._panel.add_row()

    def _is_only_carried_over(self, lines: Sequence[TaskLine]) -> bool:
        """Return whether all there is was carried over, so that the template can still follow."""
        return bool(lines) and all(line.is_follow_up for line in lines)

    def _build_empty_states(self) -> None:
        screen = self.desk.screen
        start = Button(screen, message("Start from the template"), icon="list-checks", kind="primary")
        start.clicked.connect(self._verbs.start)
        first = Button(screen, message("Add a task"), icon="plus")
        first.clicked.connect(self._add_line)
        self._no_tasks = EmptyState(
            screen,
            "list-checks",
            message("No tasks yet"),
            message(
                "What is to be done before and after the meeting belongs here, by due date and with whoever "
                "sees to it. Start with the usual countdown, or add tasks one by one."
            ),
            (start, first),
        )
        add = Button(screen, message("Add a meeting"), icon="calendar-plus", kind="primary")
        add.clicked.connect(self.desk.meeting_form_wanted)
        edit = Button(screen, message("Edit the template"), icon="pencil")
        edit.clicked.connect(lambda: self._show(TEMPLATE))
        self._no_meeting = EmptyState(
            screen,
            "list-checks",
            message("There is no meeting yet"),
            message("Add a meeting first; then its checklist belongs here."),
            (add, edit),
        )

    def _lay_out(self) -> None:
        self._progress, self._overdue = label("muted"), Tag()
        self._start = Button(self.desk.screen, message("Start from the template"), icon="list-checks")
        self._start.clicked.connect(self._verbs.start)
        bar = FlowBar(self.view, self._progress, self._overdue, self._start)
        bar.setContentsMargins(0, 0, Space.L, 0)
        self.states = QStackedWidget()
        for state in (self.checklist, self.template, self._no_tasks, self._no_meeting):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(bar)
        column.addWidget(self.states, 1)


def _progress(lines: Sequence[TaskLine]) -> Message:
    """Return how many tasks of a checklist are done."""
    done = sum(line.is_done for line in lines)
    return counted("{done} of {count} task done", "{done} of {count} tasks done", len(lines), done=done)
