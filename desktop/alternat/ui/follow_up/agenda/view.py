"""What is proposed for the agenda of the meeting in view: put on it, parked, or taken up again."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.actions.next_agenda import accept, park, propose_item, unpark, withdraw_proposals
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.next_agenda import OVER, next_meeting, proposed
from alternat.storage.changes import Changes
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.agenda.columns import AGENDA_COLUMNS, Reader
from alternat.ui.follow_up.agenda.lines import AgendaLine, agenda_lines
from alternat.ui.follow_up.agenda.sheet import AgendaSheet
from alternat.ui.follow_up.view import View
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.tables.list_model import ListModel
from alternat.ui.parts.tables.list_table import ListTable
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar


class AgendaView(View):
    """The proposals for the meeting in view; for one that is over, the way to the next."""

    def build(self) -> None:
        """Make the list with what stands beside it, and the empty states."""
        screen = self.desk.screen
        reader = Reader(screen.catalog)
        self.model: ListModel[AgendaLine] = ListModel(AGENDA_COLUMNS, reader, lambda _, __: None, self)
        self.table: ListTable[AgendaLine] = ListTable(self.model, screen, lines=2)
        self.wording.put(self.table.setAccessibleName, message("Proposed for the agenda"))
        self.sheet = AgendaSheet(self.desk)
        self._accept = QAction(self)
        self._accept.setProperty(ICON_PROPERTY, "plus")
        self._accept.triggered.connect(self._put_on)
        self.wording.put(self._accept.setText, message("Put on the agenda"))
        self._progress = label("muted")
        self._following: int | None = None
        self._go_on = Button(screen, message("Show the next meeting"), icon="chevron-right", kind="primary")
        self._go_on.clicked.connect(self._show_next)
        self._over = EmptyState(
            screen,
            "list-ordered",
            message("Nothing is proposed for a meeting that is over"),
            message("What is open is proposed for the next meeting."),
            (self._go_on,),
        )
        self._none_to_come = self._make_none_to_come()
        self._nothing = EmptyState(
            screen,
            "list-ordered",
            message("Nothing is proposed for the agenda"),
            message(
                "Outcomes that are open, requests for guidance, objectives that are due and topics not dealt "
                "with are proposed here."
            ),
        )
        self.states = QStackedWidget()
        for state in (self.table, self._nothing, self._over, self._none_to_come):
            self.states.addWidget(state)
        bar = FlowBar(self._progress)
        bar.setContentsMargins(0, 0, Space.L, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(bar)
        column.addWidget(self.states, 1)
        self.table.selection_changed.connect(self._follow_selection)
        self.table.details_wanted.connect(self._enter_sheet)
        self.sheet.accept_wanted.connect(self.accept)
        self.sheet.park_wanted.connect(self.park)
        self.sheet.unpark_wanted.connect(self.unpark)
        self.sheet.withdraw_wanted.connect(self.withdraw)
        self.sheet.own_wanted.connect(self.propose)
        screen.theme_changed.connect(self.table.fit)

    def _make_none_to_come(self) -> EmptyState:
        screen = self.desk.screen
        self._add = Button(screen, message("Add a meeting"), icon="calendar-plus", kind="primary")
        self._add.clicked.connect(self.desk.meeting_form_wanted)
        return EmptyState(
            screen,
            "list-ordered",
            message("No meeting is to come"),
            message(
                "What is open is proposed for the agenda of the next meeting. Add it here, or make it from "
                "the last one with “New edition” in the calendar."
            ),
            (self._add,),
        )

    def load(self) -> None:
        """Show what is proposed for the meeting in view."""
        tables, meeting = self.desk.tables, self.desk.meeting
        row = tables.Meeting.get_or_none(tables.Meeting.id == meeting) if meeting is not None else None
        is_over = row is None or row.status in OVER
        found = () if row is None or is_over else proposed(tables, row.id, self.desk.today())
        self.model.set_reader(Reader(self.desk.screen.catalog))
        self.model.show(agenda_lines(tables, found))
        self.sheet.show_sessions()
        offered = sum(each.is_offered for each in found)
        accepted = sum(each.is_accepted for each in found)
        parked = sum(each.is_parked for each in found)
        counts = message(
            "{offered} proposed · {accepted} on the agenda · {parked} parked",
            offered=offered,
            accepted=accepted,
            parked=parked,
        )
        self._progress.setText(self.say(counts) if found else "")
        following = next_meeting(tables, row.id) if row is not None else None
        state = self._over if following is not None else self._none_to_come
        self.states.setCurrentWidget(self.table if found else state if is_over else self._nothing)
        self.sheet.show_whether_to_come(is_to_come=not is_over)
        self._following = following.id if following is not None else None
        self._follow_selection()

    def primary_action(self) -> QAction | None:
        """Return the command that puts what is selected on the agenda."""
        return self._accept

    def inspector(self) -> QWidget | None:
        """Return what stands beside the list."""
        return self.sheet

    def show_place(self, place: Place) -> None:
        """Select the proposal that a row keeps."""
        lines = self.model.values
        self.table.select([each.id for each in lines if each.proposal.stored == place.row])

    def accept(self, session: int) -> None:
        """Put what is selected, as far as it is to be decided on, at the end of a session's agenda."""
        chosen = [each for each in self.table.selected if each.proposal.is_offered]
        proposals = [each.proposal for each in chosen]
        self._decide(chosen, lambda: accept(self.desk.workspace, session, proposals))

    def park(self, reason: str) -> None:
        """Let what is selected, as far as it is to be decided on, wait: in one step."""
        chosen = [each for each in self.table.selected if each.proposal.is_offered]
        proposals = [each.proposal for each in chosen]
        workspace, today = self.desk.workspace, self.desk.today()
        self._decide(chosen, lambda: park(workspace, proposals, on=today, reason=reason))

    def unpark(self) -> None:
        """Take what is selected up again, for the meeting in view."""
        meeting, chosen = self.desk.meeting, self.table.selected
        rows = [each.proposal.stored for each in chosen if each.proposal.stored is not None]
        if meeting is not None and rows:
            self.desk.attempt(lambda: unpark(self.desk.workspace, rows, meeting))
            self.catch_up()
            # The list is where the next key belongs: the button is gone.
            self.table.setFocus()

    def withdraw(self) -> None:
        """Take back what somebody put forward; what is open stays proposed."""
        chosen = self.table.selected
        rows = [each.proposal.stored for each in chosen if each.proposal.stored is not None]
        self._decide(chosen, lambda: withdraw_proposals(self.desk.workspace, rows))

    def propose(self, text: Label) -> None:
        """Put words of one's own forward for the meeting in view."""
        meeting = self.desk.meeting
        if meeting is None:
            return
        added = self.desk.attempt(lambda: propose_item(self.desk.workspace, meeting, {"text": text}))
        if added is not None:
            self.sheet.own.show_text("", over=True)
            self.catch_up()
            self.show_place(Place("agenda_proposal", added.inserted("agenda_proposal")[0]))

    def _decide(self, chosen: Sequence[AgendaLine], verb: Callable[[], Changes]) -> None:
        """Do something about lines, and go to the next that is to be decided on, with the focus."""
        done = {each.id for each in chosen}
        before = list(self.model.values)
        last = max((at for at, each in enumerate(before) if each.id in done), default=-1)
        others = (*before[last + 1 :], *reversed(before[: last + 1]))
        following = next((each for each in others if each.id not in done and each.proposal.is_offered), None)
        if self.desk.attempt(verb) is None:
            return
        self.catch_up()
        self.table.select([following.id] if following is not None else done)
        self.table.setFocus()

    def _put_on(self) -> None:
        session = self.sheet.session.value
        if isinstance(session, int):
            self.accept(session)

    def _follow_selection(self) -> None:
        self.sheet.show_lines(self.table.selected)
        self._accept.setEnabled(self.sheet.accept.isEnabled() and not self.sheet.accept.isHidden())

    def _enter_sheet(self) -> None:
        self.inspector_wanted.emit()
        self.sheet.session.setFocus()

    def _show_next(self) -> None:
        if self._following is not None:
            self.desk.set_meeting(self._following)
