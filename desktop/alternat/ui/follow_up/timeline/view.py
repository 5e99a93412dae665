"""The view of outcomes over the years."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from alternat.language.messages import message
from alternat.planning.existing import existing_dialogues
from alternat.planning.follow_up_spans import follow_up_spans
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.timeline.chart import FollowUpChart
from alternat.ui.follow_up.view import View
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented


class TimelineView(View):
    """Outcomes by topic, each from its meeting to the day it is due or was done."""

    def build(self) -> None:
        """Make the chart, and the choice of what it shows."""
        choices = ((True, message("Open")), (False, message("All")))
        self.scope = Segmented(self.desk.screen, message("Which outcomes"), choices)
        self.scope.choose(value=False)
        self.scope.chosen.connect(lambda _: self.fill())
        self._key = label("muted")
        self._key.setWordWrap(True)
        self.chart = FollowUpChart(self.desk.screen)
        self.chart.opened.connect(lambda outcome: self.desk.show_place(Place("outcome", outcome)))
        self.open = QAction(self)
        self.open.triggered.connect(self._open)
        self.chart.chosen.connect(self._offer)
        self.wording.put(self.open.setText, message("Open the chosen outcome"))
        self.wording.put(self.chart.setAccessibleName, message("Outcomes over the years"))
        self.wording.put(
            self._key.setText,
            message("Squares are annual meetings, dots those of existing dialogues; the line is today."),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, Space.L, Space.M)
        whole.setSpacing(Space.S)
        whole.addWidget(FlowBar(self.scope, self._key))
        self.states = QStackedWidget()
        for state in (self.chart, *self._build_empty_states()):
            self.states.addWidget(state)
        whole.addWidget(self.states, 1)
        self._offer()

    def load(self) -> None:
        """Read what is to be seen."""
        tables, today = self.desk.tables, self.desk.today()
        shown = [plan for plan in self.records.all() if plan.is_open or not self.scope.value]
        self._key.setVisible(bool(shown))
        empty = self.none_open if self.records.all() else self.nothing
        self.states.setCurrentWidget(self.chart if shown else empty)
        self.chart.show_spans(follow_up_spans(tables, shown, existing_dialogues(tables), today), today)
        self._offer()

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the command that opens the chosen outcome."""
        return (self.open,)

    def place(self) -> Place | None:
        """Return the chosen outcome."""
        span = self.chart.current
        return Place("outcome", span.outcome) if span else None

    def show_place(self, place: Place) -> None:
        """Put the cursor on an outcome, among all of them where it is not open."""
        if not self.chart.select(place.row):
            self.scope.choose(value=False)
            self.fill()
            self.chart.select(place.row)

    def _build_empty_states(self) -> tuple[EmptyState, ...]:
        """Make what stands in the place of the chart where there is nothing on it, with the way to begin."""
        screen = self.desk.screen
        outcomes = Button(screen, message("Go to the outcomes"), icon="list", kind="primary")
        outcomes.clicked.connect(lambda: self.desk.action_wanted.emit("follow-up", "view-outcomes"))
        only_reads(outcomes)
        self.nothing = EmptyState(
            screen,
            "clock",
            message("No outcomes yet"),
            message(
                "Each outcome stands here as a bar, from the meeting that agreed it to the day it is due. "
                "Add the first one in the table of outcomes."
            ),
            (outcomes,),
        )
        every = Button(screen, message("Show all outcomes"), icon="list", kind="primary")
        every.clicked.connect(self._show_all)
        only_reads(every)
        self.none_open = EmptyState(
            screen,
            "circle-check",
            message("No outcome is open"),
            message("Nothing that was agreed is still to be done."),
            (every,),
        )
        return self.nothing, self.none_open

    def _show_all(self) -> None:
        self.scope.choose(value=False)
        self.fill()

    def _open(self) -> None:
        span = self.chart.current
        if span:
            self.desk.show_place(Place("outcome", span.outcome))

    def _offer(self) -> None:
        self.open.setEnabled(self.chart.current is not None)
