"""The view of requests for guidance: what existing dialogues ask of the co-chairs, and what they answer."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.planning.guidance import GuidancePlan, Standing, guidance_requests
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.existing import existing_dialogues
from alternat.ui.follow_up.guidance.columns import GUIDANCE_COLUMNS, Reader
from alternat.ui.follow_up.guidance.sheet import GuidanceSheet
from alternat.ui.follow_up.guidance.verbs import GuidanceVerbs
from alternat.ui.follow_up.view import View
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.list_panel import ListPanel
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar


class GuidancePanel(ListPanel[GuidancePlan]):
    """The requests for guidance, which are closed and opened again."""

    def __init__(self, desk: Desk) -> None:
        self._closing = GuidanceVerbs(desk)
        sheet = GuidanceSheet(desk, self._closing)
        super().__init__(
            desk,
            message("Requests for guidance"),
            message("Add a request"),
            GUIDANCE_COLUMNS,
            lambda: _reader(desk),
            self._closing,
            sheet,
        )
        self.guidance_sheet = sheet
        self.close_or_reopen = self.command(
            message("Close or reopen the request"), "check", self.toggle_closed
        )
        self.actions_of_rows = (self.close_or_reopen, *self.actions_of_rows)
        self.table.mark_wanted.connect(self.toggle_closed)
        sheet.closing.clicked.connect(self.toggle_closed)

    def toggle_closed(self) -> None:
        """Close what is selected, or open it again where all of it is closed."""
        chosen = self.table.selected
        closed = not all(each.standing is Standing.CLOSED for each in chosen)
        ids = [each.id for each in chosen if (each.standing is Standing.CLOSED) is not closed]
        if ids:
            self._closing.set_closed(ids, closed=closed)


class GuidanceView(View):
    """The requests for guidance of the dialogue, whichever meeting is in view."""

    def build(self) -> None:
        """Make the list with its sheet, and the empty state."""
        self.guidance = GuidancePanel(self.desk)
        add = Button(self.desk.screen, message("Add a request"), icon="plus", kind="primary")
        add.clicked.connect(self.guidance.add_row)
        self._nothing = EmptyState(
            self.desk.screen,
            "message-square",
            message("No requests for guidance yet"),
            message(
                "What an existing dialogue asks of the co-chairs on a challenging or unresolved issue "
                "belongs here, with the answer of each and the joint one."
            ),
            (add,),
        )
        self._waiting = label("muted")
        self.states = QStackedWidget()
        for state in (self.guidance, self._nothing):
            self.states.addWidget(state)
        bar = FlowBar(self._waiting)
        bar.setContentsMargins(0, 0, Space.L, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(bar)
        column.addWidget(self.states, 1)

    def load(self) -> None:
        """Show the requests, those that wait first."""
        plans = guidance_requests(self.desk.tables)
        self.guidance.model.set_reader(_reader(self.desk))
        self.guidance.show_values(plans)
        self.states.setCurrentWidget(self.guidance if plans else self._nothing)
        self._waiting.setText(self.say(_progress(plans)) if plans else "")

    def retranslate(self) -> None:
        """Say the list in the screen language."""
        self.guidance.retranslate()

    def primary_action(self) -> QAction | None:
        """Return the command that adds a request."""
        return self.guidance.add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected."""
        return self.guidance.actions_of_rows

    def inspector(self) -> QWidget | None:
        """Return the sheet of what is selected."""
        return self.guidance.sheet

    def place(self) -> Place | None:
        """Return the first request that is selected."""
        chosen = self.guidance.table.selected
        return Place("guidance", chosen[0].id) if chosen else None

    def show_place(self, place: Place) -> None:
        """Select a request, with the cursor in the field that is named."""
        self.guidance.table.select([place.row])
        if place.field:
            self.inspector_wanted.emit()
            self.guidance.guidance_sheet.focus_field(place.field)


def _reader(desk: Desk) -> Reader:
    names = existing_dialogues(desk.tables)
    choices = tuple(Choice(key, desk.screen.read(name)) for key, name in names.items())
    return Reader(desk.screen.catalog, choices)


def _progress(plans: Sequence[GuidancePlan]) -> Message:
    """Return how many requests wait for the co-chairs."""
    waiting = sum(plan.standing is Standing.OPEN for plan in plans)
    return counted(
        "{waiting} of {count} request waits",
        "{waiting} of {count} requests wait",
        len(plans),
        waiting=waiting,
    )
