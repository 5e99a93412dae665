"""The third step of an import: what would happen, row by row, and the decisions about likely duplicates."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from alternat.language.messages import counted, message
from alternat.planning.imports import Choice as Wish
from alternat.planning.imports import Decision, ImportPlan
from alternat.ui.dialogs.importing.planned_rows import PlannedRowsModel, Which, belongs
from alternat.ui.dialogs.importing.row_detail import RowDetail
from alternat.ui.dialogs.importing.session import ImportSession
from alternat.ui.dialogs.importing.sheet_preview import quieten
from alternat.ui.dialogs.importing.step import Step
from alternat.ui.inspector.rows import ChoiceField, Reason
from alternat.ui.screen import Screen
from alternat.ui.style import label
from alternat.ui.tables.choices import Choice
from alternat.ui.tokens import ROW_HEIGHT, Space
from alternat.ui.widgets.buttons import Button

WIDTHS = (52, 210, 120, 200)
NAMES = {
    Which.ALL: message("All rows ({count})"),
    Which.UNDECIDED: message("Likely duplicates ({count})"),
    Which.PROBLEMS: message("With problems ({count})"),
    Which.ADDED: message("Added ({count})"),
    Which.UPDATED: message("Updated ({count})"),
    Which.SKIPPED: message("Left out ({count})"),
}


class CheckStep(Step):
    """The plan; nothing of it is written here."""

    session: ImportSession
    planned = Signal()
    """The plan is another: the button that imports has to say something else."""

    def __init__(self, screen: Screen, session: ImportSession) -> None:
        super().__init__(screen, session)
        self.plan: ImportPlan | None = None
        self._which = Which.ALL
        self.summary, self._notes = label("title", wrap=True), label("note", wrap=True)
        self.reason = Reason(screen)
        self.which = ChoiceField()
        self.creates_entities = QCheckBox()
        self._waiting = label("muted", wrap=True)
        self.merge_all = Button(screen, message("Update them all"))
        self.add_all = Button(screen, message("Add them all as new people"))
        self._rest = QWidget()
        self.model = PlannedRowsModel(screen)
        self.table = QTableView()
        self.detail = RowDetail(screen, session)
        self.wording.put(self.creates_entities.setText, message("Add entities that the dialogue lacks"))
        self.wording.put(self.table.setAccessibleName, message("Rows of the list"))
        self.wording.put(self.which.setAccessibleName, message("Which rows show"))
        self._set_up_table()
        self._lay_out()
        self._connect()

    @property
    def is_ready(self) -> bool:
        """Return whether an import would write anything."""
        return self.plan is not None and self.plan.writes

    def enter(self) -> None:
        """Compare the list with the dialogue and show what would happen."""
        self.reason.show_error(None)
        self.replan()
        rest = self.plan is not None and bool(self.plan.undecided)
        self._show_which(Which.UNDECIDED if rest else Which.ALL)
        if self.model.rowCount():
            self.table.selectRow(0)

    def take_focus(self) -> None:
        """Put the cursor into the list of rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def replan(self) -> None:
        """Work the plan out anew and show it."""
        self.setCursor(Qt.CursorShape.BusyCursor)
        self.plan = self.session.plan()
        self.unsetCursor()
        self._show()
        self.planned.emit()
        self.readiness_changed.emit()

    def _set_up_table(self) -> None:
        table, px = self.table, self.screen_of.px
        table.setModel(self.model)
        quieten(table, self.screen_of)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate(WIDTHS):
            table.setColumnWidth(section, px(width))

    def _lay_out(self) -> None:
        rest = QHBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(Space.S)
        rest.addWidget(self._waiting, 1)
        rest.addWidget(self.merge_all)
        rest.addWidget(self.add_all)
        filters = QHBoxLayout()
        filters.setSpacing(Space.M)
        filters.addWidget(self.which, 1)
        filters.addWidget(self.creates_entities)
        filters.addStretch(1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setSizes([self.screen_of.px(600), self.screen_of.px(400)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.summary, self._notes, self.reason, self._rest):
            column.addWidget(part)
        column.addLayout(filters)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        self.which.chosen.connect(self._show_which)
        self.creates_entities.toggled.connect(self._on_creates_entities)
        self.merge_all.clicked.connect(lambda: self._decide_rest(Wish.MERGE))
        self.add_all.clicked.connect(lambda: self._decide_rest(Wish.ADD))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.detail.decided.connect(self._decide)
        self.screen_of.language_changed.connect(self._show)

    def _show(self) -> None:
        plan, say = self.plan, self.screen_of.say
        if plan is None:
            return
        self.summary.setText(say(plan.summary))
        self._notes.setText("  ".join(say(note) for note in plan.notes))
        self._notes.setVisible(bool(plan.notes))
        waiting = len(plan.undecided)
        self._rest.setVisible(waiting > 0)
        self._waiting.setText(
            say(
                counted(
                    "{count} person may be there already. Until you decide, the row is left out.",
                    "{count} people may be there already. Until you decide, the rows are left out.",
                    waiting,
                )
            )
        )
        counts = {which: sum(belongs(row, which) for row in plan.rows) for which in Which}
        choices = [
            Choice(which, say(replace(name, arguments={"count": counts[which]})))
            for which, name in NAMES.items()
        ]
        self.which.show_choices(choices, self._which)
        self._show_rows()
        self.model.refresh()

    def _show_which(self, which: object) -> None:
        if isinstance(which, Which):
            self._which = which
            self._show()

    def _show_rows(self) -> None:
        rows = self.plan.rows if self.plan is not None else ()
        self.model.show([row for row in rows if belongs(row, self._which)])
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.table.currentIndex().row()
        is_there = 0 <= row < self.model.rowCount()
        self.detail.show_row(self.model.value(row) if is_there else None)

    def _on_creates_entities(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.creates_entities = on
        self.replan()

    def _decide(self, row: int, decision: Decision) -> None:
        self.session.decide(row, decision)
        self.replan()
        wish = self.detail.wish
        if wish is not None:
            wish.button(decision.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide_rest(self, wish: Wish) -> None:
        if self.plan is not None:
            self.session.decide_rest(self.plan, wish)
            self.replan()
