"""The third step of an import of sessions: what would happen row by row, what is asked, what keeps it out."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTableView, QVBoxLayout

from alternat.errors import AlternatError
from alternat.language.messages import counted, message
from alternat.planning.event_drafts import DateOrder, Moved, UnknownPeople
from alternat.planning.event_imports import EventPlan, PlannedEvent
from alternat.planning.findings import Severity
from alternat.ui.importing.event_people import PeopleQuestion
from alternat.ui.importing.event_questions import MovedQuestion, grouped_lines
from alternat.ui.importing.event_session import EventSession
from alternat.ui.importing.planned_events import PlannedEventsModel, Which, belongs, known_of
from alternat.ui.importing.sheet_preview import quieten
from alternat.ui.importing.step import Step
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, ROW_HEIGHT, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, Reason
from alternat.ui.parts.widgets.flow_bar import FlowBar

WIDTHS = (52, 96, 96, 76, 200, 150, 150)
NAMES = {
    Which.ALL: message("All rows ({count})"),
    Which.ASKED: message("Asked about ({count})"),
    Which.PROBLEMS: message("With problems ({count})"),
    Which.ADDED: message("Added ({count})"),
    Which.UPDATED: message("Changed ({count})"),
    Which.SKIPPED: message("As they are ({count})"),
}

ORDERS = {
    DateOrder.DAY_FIRST: message("Dates with the day first"),
    DateOrder.MONTH_FIRST: message("Dates with the month first"),
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
        self.confirms_times, self.makes_rooms = QCheckBox(), QCheckBox()
        self.order = ChoiceField()
        self.people = PeopleQuestion(screen, session.known)
        self.question = MovedQuestion(screen)
        self.model, self.table = PlannedEventsModel(screen), QTableView()
        self._speak()
        self._set_up_table()
        self._lay_out()
        self._connect()

    @property
    def is_ready(self) -> bool:
        """Return whether an import would write something, and nothing has to be said before."""
        plan = self.plan
        if plan is None or plan.is_blocked or plan.is_open:
            return False
        return any(row.writes for row in plan.rows)

    def enter(self) -> None:
        """Compare the list with the programme and show what would happen."""
        self.reason.show_error(None)
        self.replan()
        plan = self.plan
        is_blocked = plan is not None and plan.is_blocked
        is_asked = plan is not None and plan.is_open
        self._show_which(Which.PROBLEMS if is_blocked else Which.ASKED if is_asked else Which.ALL)
        if self.model.rowCount():
            self.table.selectRow(0)

    def take_focus(self) -> None:
        """Put the cursor into the list of rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def replan(self) -> None:
        """Work the plan out anew and show it; a list without a session is refused."""
        try:
            self.plan = self.session.plan()
        except AlternatError as error:
            self.plan = None
            self.reason.show_error(error)
        self._show()
        self.readiness_changed.emit()

    def _speak(self) -> None:
        put = self.wording.put
        put(self.table.setAccessibleName, message("Rows of the list"))
        put(self.which.setAccessibleName, message("Which rows show"))
        put(self.detail.setAccessibleName, message("What to know of the row"))
        put(self.order.setAccessibleName, message("How dates in figures are meant"))
        put(self.makes_rooms.setText, message("Make rooms that are unknown"))

    def _connect(self) -> None:
        self.which.chosen.connect(self._show_which)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.confirms_times.toggled.connect(self._on_times)
        self.makes_rooms.toggled.connect(self._on_rooms)
        self.order.chosen.connect(self._on_order)
        self.people.settled.connect(self._on_people)
        self.question.decided.connect(self._decide)
        self.question.decided_all.connect(self._decide_all)
        self.screen_of.language_changed.connect(self._show)

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
        self.which.setMinimumContentsLength(18)
        self.order.setMinimumContentsLength(24)
        filters = FlowBar(self.which, self.order, self.makes_rooms, self.confirms_times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.summary, self._notes, self.blocked, self.reason):
            column.addWidget(part)
        column.addWidget(filters)
        column.addWidget(self.people)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        column.addWidget(self.detail)

    def _show(self) -> None:
        plan, say = self.plan, self.screen_of.say
        self.summary.setText(say(plan.summary) if plan is not None else "")
        notes = plan.notes if plan is not None else ()
        self._notes.setText("  ".join(say(note) for note in notes))
        self._notes.setVisible(bool(notes))
        self._show_blocked(plan)
        rows = plan.rows if plan is not None else ()
        counts = {which: sum(belongs(row, which) for row in rows) for which in Which}
        choices = [
            Choice(which, say(replace(name, arguments={"count": counts[which]})))
            for which, name in NAMES.items()
        ]
        self.which.show_choices(choices, self._which)
        self._show_times(plan)
        self._show_order(plan)
        self.people.show_unknown(plan.unknown_people if plan is not None else (), self.session.wishes.people)
        self.model.show([row for row in rows if belongs(row, self._which)])
        self.model.refresh()
        self._show_detail()

    def _show_blocked(self, plan: EventPlan | None) -> None:
        """Say how many problems keep the list out, and each kind of problem once."""
        blocking = [each for each in plan.problems if each.severity is Severity.BLOCKS] if plan else []
        counting = counted(
            "{count} problem keeps the list out. Correct it in the file and read it again.",
            "{count} problems keep the list out. Correct them in the file and read it again.",
            len(blocking),
        )
        lines = [counting, *grouped_lines(blocking)]
        self.blocked.setText("\n".join(self.screen_of.say(line) for line in lines))
        self.blocked.setVisible(bool(blocking))

    def _show_times(self, plan: EventPlan | None) -> None:
        doubts = plan.doubts if plan is not None else ()
        text = counted(
            "{count} time that is asked about is right",
            "{count} times that are asked about are right",
            len(doubts),
        )
        self.confirms_times.setText(self.screen_of.say(text))
        self.confirms_times.setVisible(bool(doubts))

    def _show_order(self, plan: EventPlan | None) -> None:
        """Show how dates in figures are read, where some could be other days the other way round."""
        order = plan.date_order if plan is not None else None
        choices = [Choice(each, self.screen_of.say(name)) for each, name in ORDERS.items()]
        if order is None:
            choices.insert(0, Choice("", self.screen_of.say(message("Day or month first?"))))
        self.order.show_choices(choices, order or "")
        self.order.setVisible(plan is not None and plan.needs_order)

    def _show_which(self, which: object) -> None:
        if isinstance(which, Which):
            self._which = which
            self._show()

    def _show_detail(self) -> None:
        at = self.table.currentIndex().row()
        row: PlannedEvent | None = self.model.value(at) if 0 <= at < self.model.rowCount() else None
        lines = known_of(row) if row is not None else ()
        self.detail.setText("\n".join(self.screen_of.say(line) for line in lines))
        self.detail.setVisible(bool(lines))
        self.question.show_row(row, len(self.plan.asked) if self.plan is not None else 0)

    def _on_times(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.confirm_times(are_right=on)
        self.replan()

    def _on_rooms(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.make_rooms(wanted=on)
        self.replan()

    def _on_order(self, order: object) -> None:
        if isinstance(order, DateOrder):
            self.session.read_dates(order)
            self.replan()

    def _on_people(self, wishes: UnknownPeople) -> None:
        self.session.settle_people(wishes)
        self.replan()

    def _decide(self, row: int, moved: Moved) -> None:
        at = self.table.currentIndex().row()
        self.session.decide(row, moved)
        self.replan()
        self.table.selectRow(min(at, self.model.rowCount() - 1))

    def _decide_all(self, moved: Moved) -> None:
        if self.plan is not None:
            self.session.decide_rest((each.draft.row for each in self.plan.asked), moved)
            self.replan()
