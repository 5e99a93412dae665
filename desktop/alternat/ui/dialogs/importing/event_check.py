"""The third step of an import of sessions: what would happen row by row, or what keeps it out."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from alternat.language.messages import counted, message
from alternat.planning.event_imports import EventAction, EventPlan
from alternat.planning.findings import Severity
from alternat.ui.dialogs.importing.event_session import EventSession
from alternat.ui.dialogs.importing.planned_events import PlannedEventsModel, Which, belongs, known_of
from alternat.ui.dialogs.importing.sheet_preview import quieten
from alternat.ui.dialogs.importing.step import Step
from alternat.ui.inspector.rows import ChoiceField, Reason
from alternat.ui.screen import Screen
from alternat.ui.style import label
from alternat.ui.tables.choices import Choice
from alternat.ui.tokens import ICON, ROW_HEIGHT, Space

WIDTHS = (52, 100, 120, 110, 230, 124)
NAMES = {
    Which.ALL: message("All rows ({count})"),
    Which.PROBLEMS: message("With problems ({count})"),
    Which.ADDED: message("Added ({count})"),
    Which.UPDATED: message("Changed ({count})"),
    Which.SKIPPED: message("As they are ({count})"),
}


class EventCheckStep(Step):
    """The plan; nothing of it is written here."""

    session: EventSession

    def __init__(self, screen: Screen, session: EventSession) -> None:
        super().__init__(screen, session)
        self.plan: EventPlan | None = None
        self._which = Which.ALL
        self.summary, self._notes = label("title", wrap=True), label("note", wrap=True)
        self.blocked, self.detail = label(wrap=True), label(wrap=True)
        self.blocked.setProperty("severity", "blocks")
        self.reason, self.which = Reason(screen), ChoiceField()
        self.model, self.table = PlannedEventsModel(screen), QTableView()
        self.wording.put(self.table.setAccessibleName, message("Rows of the list"))
        self.wording.put(self.which.setAccessibleName, message("Which rows show"))
        self.wording.put(self.detail.setAccessibleName, message("What to know of the row"))
        self._set_up_table()
        self._lay_out()
        self.which.chosen.connect(self._show_which)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        screen.language_changed.connect(self._show)

    @property
    def is_ready(self) -> bool:
        """Return whether an import would write anything."""
        plan = self.plan
        return plan is not None and not plan.is_blocked and plan.count(EventAction.SKIP) < len(plan.rows)

    def enter(self) -> None:
        """Compare the list with the programme and show what would happen."""
        self.reason.show_error(None)
        self.replan()
        is_blocked = self.plan is not None and self.plan.is_blocked
        self._show_which(Which.PROBLEMS if is_blocked else Which.ALL)
        if self.model.rowCount():
            self.table.selectRow(0)

    def take_focus(self) -> None:
        """Put the cursor into the list of rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def replan(self) -> None:
        """Work the plan out anew and show it."""
        self.plan = self.session.plan()
        self._show()
        self.readiness_changed.emit()

    def _set_up_table(self) -> None:
        table, px = self.table, self.screen_of.px
        table.setModel(self.model)
        quieten(table, self.screen_of)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setIconSize(QSize(px(ICON), px(ICON)))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate(WIDTHS):
            table.setColumnWidth(section, px(width))

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.which, 1)
        filters.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.summary, self._notes, self.blocked, self.reason):
            column.addWidget(part)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    def _show(self) -> None:
        plan, say = self.plan, self.screen_of.say
        if plan is None:
            return
        self.summary.setText(say(plan.summary))
        self._notes.setText("  ".join(say(note) for note in plan.notes))
        self._notes.setVisible(bool(plan.notes))
        blocking = sum(problem.severity is Severity.BLOCKS for problem in plan.problems)
        self.blocked.setText(
            say(
                counted(
                    "{count} problem keeps the list out. Correct it in the file and read it again.",
                    "{count} problems keep the list out. Correct them in the file and read it again.",
                    blocking,
                )
            )
        )
        self.blocked.setVisible(blocking > 0)
        counts = {which: sum(belongs(row, which) for row in plan.rows) for which in Which}
        choices = [
            Choice(which, say(replace(name, arguments={"count": counts[which]})))
            for which, name in NAMES.items()
        ]
        self.which.show_choices(choices, self._which)
        self.model.show([row for row in plan.rows if belongs(row, self._which)])
        self.model.refresh()
        self._show_detail()

    def _show_which(self, which: object) -> None:
        if isinstance(which, Which):
            self._which = which
            self._show()

    def _show_detail(self) -> None:
        row = self.table.currentIndex().row()
        lines = known_of(self.model.value(row)) if 0 <= row < self.model.rowCount() else ()
        self.detail.setText("\n".join(self.screen_of.say(line) for line in lines))
        self.detail.setVisible(bool(lines))
