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

from alternat.errors import AlternatError
from alternat.language.messages import Message, counted, message
from alternat.planning.import_problems import left_out_line, likewise, where
from alternat.planning.imports import Choice as Wish
from alternat.planning.imports import Decision, ImportPlan
from alternat.ui.importing.planned_rows import PlannedRowsModel, Which, belongs
from alternat.ui.importing.planner import Planner, PlanView
from alternat.ui.importing.row_detail import RowDetail
from alternat.ui.importing.session import ImportSession
from alternat.ui.importing.sheet_preview import quieten
from alternat.ui.importing.step import Step
from alternat.ui.importing.told_once import BusyRow, ToldOnce
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, Reason
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.flow_bar import FlowBar

AT_ONCE = 100
"""Rows that are compared at once; a longer list is compared beside the window."""
EXAMPLES = 6
WIDTHS = (52, 200, 80, 110, 160)
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
        self._view: PlanView | None = None
        self._which: Which | int = Which.ALL
        self._is_first = False
        self.planner = Planner()
        self.summary, self._notes = label("title", wrap=True), label("note", wrap=True)
        self.reason = Reason(screen)
        self.which = ChoiceField()
        self.creates_entities, self.keeps_vacancies = QCheckBox(), QCheckBox()
        self.takes_hidden, self.side_of_others = QCheckBox(), ChoiceField()
        self.told = ToldOnce()
        self._busy = BusyRow(screen, message("Comparing the list with the dialogue…"))
        self._waiting = label("muted", wrap=True)
        self.merge_all = Button(screen, message("Update them all"))
        self.add_all = Button(screen, message("Add them all as new people"))
        self._rest = QWidget()
        self.swap = Button(screen, message("Exchange the columns"))
        self.model = PlannedRowsModel(screen, session.sides)
        self.table = QTableView()
        self.detail = RowDetail(screen, session)
        self.wording.put(self.creates_entities.setText, message("Add entities that the dialogue lacks"))
        self.wording.put(
            self.keeps_vacancies.setText, message("Keep places still to be filled as vacant seats")
        )
        self.wording.put(self.takes_hidden.setText, message("Take hidden and struck-through rows"))
        self.wording.put(
            self.side_of_others.setAccessibleName, message("Side of rows that do not tell theirs")
        )
        self.wording.put(self.told.setAccessibleName, message("What to know of the list"))
        self.wording.put(self.table.setAccessibleName, message("Rows of the list"))
        self.wording.put(self.which.setAccessibleName, message("Which rows show"))
        self._set_up_table()
        self._lay_out()
        self._connect()

    @property
    def is_ready(self) -> bool:
        """Return whether an import would write anything."""
        return self.plan is not None and self.plan.writes and not self.planner.is_busy

    def enter(self) -> None:
        """Compare the list with the dialogue and show what would happen."""
        self.reason.show_error(None)
        self._is_first = True
        self.replan()

    def take_focus(self) -> None:
        """Put the cursor into the list of rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def replan(self) -> None:
        """Work the plan out anew and show it; a long list is compared while the window goes on."""
        table = self.session.table
        if table is not None and len(table.rows) > AT_ONCE:
            self.planner.start(self.session.steps(), self.session.decisions)
            self._busy.setVisible(self.planner.is_busy)
            self.readiness_changed.emit()
            return
        try:
            self._take(PlanView.of(self.session.plan()))
        except AlternatError as error:
            self._refuse(error)

    def stop(self) -> None:
        """Give up comparing; the plan in view stays what it was."""
        self.planner.stop()
        self._busy.hide()
        self.readiness_changed.emit()

    def _take(self, view: PlanView) -> None:
        self._busy.hide()
        self._view, self.plan = view, view.plan
        if self._is_first:
            self._which = Which.UNDECIDED if view.plan.undecided else Which.ALL
        self._show()
        if self._is_first and self.model.rowCount():
            self.table.selectRow(0)
        self._is_first = False
        self.planned.emit()
        self.readiness_changed.emit()

    def _refuse(self, error: AlternatError) -> None:
        self._busy.hide()
        self.plan = self._view = None
        self._show_parts(has_rows=False)
        self.reason.show_error(error)
        self._show_rows()
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
        self.which.setMinimumContentsLength(26)
        self.side_of_others.setMinimumContentsLength(34)
        self._filters = FlowBar(
            self.which,
            self.side_of_others,
            self.takes_hidden,
            self.keeps_vacancies,
            self.creates_entities,
        )
        self._halves = halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setSizes([self.screen_of.px(600), self.screen_of.px(400)])
        noted = QHBoxLayout()
        noted.addWidget(self._notes, 1)
        noted.addWidget(self.swap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.summary)
        column.addWidget(self._busy)
        column.addLayout(noted)
        for part in (self.told, self.reason, self._rest, self._filters):
            column.addWidget(part)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        self.which.chosen.connect(self._show_which)
        self.creates_entities.toggled.connect(self._on_creates_entities)
        self.keeps_vacancies.toggled.connect(self._on_keeps_vacancies)
        self.side_of_others.chosen.connect(self._on_side_of_others)
        self.swap.clicked.connect(self._on_swap)
        self.takes_hidden.toggled.connect(self._on_takes_hidden)
        self.planner.done.connect(self._take)
        self.planner.refused.connect(self._refuse)
        self._busy.stop.clicked.connect(self.stop)
        self.detail.stands_for.connect(self._on_stands_for)
        self.merge_all.clicked.connect(lambda: self._decide_rest(Wish.MERGE))
        self.add_all.clicked.connect(lambda: self._decide_rest(Wish.ADD))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.detail.decided.connect(self._decide)
        self.screen_of.language_changed.connect(self._show)

    def _show(self) -> None:
        plan, view, say = self.plan, self._view, self.screen_of.say
        if plan is None or view is None:
            return
        self.summary.setText(say(plan.summary))
        self._notes.setText("  ".join(say(note) for note in plan.notes))
        self._notes.setVisible(bool(plan.notes))
        mapping = self.session.mapping
        self.swap.setVisible(mapping is not None and mapping.swap is not None)
        self._show_parts(has_rows=bool(plan.rows))
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
        self.told.show_lines([say(line) for line in self._told(view)])
        self._show_boxes(plan)
        choices = [
            Choice(which, say(replace(name, arguments={"count": view.counts[which]})))
            for which, name in NAMES.items()
        ]
        choices += [
            Choice(at, say(message("{problem} ({count})", problem=kind.first.message, count=len(kind.rows))))
            for at, kind in enumerate(view.kinds)
        ]
        self.which.show_choices(choices, self._which)
        self._show_rows()
        self.model.refresh()

    def _told(self, view: PlanView) -> list[Message]:
        """Return a line for each reason to leave rows out and for each kind of problem."""
        lines = [left_out_line(left, EXAMPLES) for left in view.left_out]
        for kind in view.kinds:
            said = message("{where}: {problem}", where=where(kind.rows), problem=kind.first.message)
            lines.append(likewise(said, kind, EXAMPLES))
        return lines

    def _show_parts(self, *, has_rows: bool) -> None:
        """Show the table with what filters and decides its rows, or nothing of it where there is none."""
        table, has_plan = self.session.table, self.plan is not None
        sheet = table.sheet if table is not None else None
        hides = sheet is not None and bool(
            sheet.hidden_rows or sheet.struck_rows or sheet.struck_cells or sheet.hidden_columns
        )
        self.takes_hidden.setVisible(hides)
        self._halves.setVisible(has_rows)
        self.which.setVisible(has_rows)
        self.summary.setVisible(has_plan)
        self.creates_entities.setVisible(has_plan)
        if not has_plan:
            for part in (self._notes, self.told, self._rest, self.swap):
                part.hide()
            self.side_of_others.hide()
            self.keeps_vacancies.hide()

    def _show_boxes(self, plan: ImportPlan) -> None:
        self._show_sides(plan)
        self.keeps_vacancies.setVisible(bool(plan.vacancies) and self.session.meeting is not None)

    def _show_sides(self, plan: ImportPlan) -> None:
        """Offer the sides for rows that do not tell theirs, while there are any."""
        session, screen = self.session, self.screen_of
        self.side_of_others.setVisible(plan.asks_side or bool(session.side_of_others))
        open_ = Choice("", screen.say(message("Rows without a side: as shown")))
        named = [
            Choice(code, screen.say(message("Rows without a side: {side}", side=country)))
            for code, country in session.sides.items()
        ]
        self.side_of_others.show_choices([open_, *named], session.side_of_others)

    def _show_which(self, which: object) -> None:
        if isinstance(which, (Which, int)):
            self._which = which
            self._show()

    def _show_rows(self) -> None:
        rows = self.plan.rows if self.plan is not None else ()
        which = self._which
        if isinstance(which, Which):
            shown = [row for row in rows if belongs(row, which)]
        else:
            kinds = self._view.kinds if self._view is not None else ()
            numbers = set(kinds[which].rows) if which < len(kinds) else set()
            shown = [row for row in rows if row.row in numbers]
        self.model.show(shown)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.table.currentIndex().row()
        is_there = 0 <= row < self.model.rowCount()
        self.detail.show_row(self.model.value(row) if is_there else None)

    def _on_creates_entities(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.creates_entities = on
        self.replan()

    def _on_keeps_vacancies(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.keeps_vacancies = on
        self.replan()

    def _on_side_of_others(self, side: object) -> None:
        self.session.side_of_others = str(side)
        self.replan()

    def _on_swap(self) -> None:
        self.session.exchange_names()
        self.replan()

    def _on_takes_hidden(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.take_hidden(takes=on)
        self.replan()

    def _on_stands_for(self, name: str, entity: str) -> None:
        self.session.let_stand_for(name, entity)
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
