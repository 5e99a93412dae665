"""The commands that let outcomes be in another state; for stuck and dropped the reason is asked first."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.outcomes import OUTCOME, OutcomeState
from alternat.planning.outcome_states import NEEDS_REASON, next_states
from alternat.planning.outcomes import STATES, OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import Reason
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.text_fields import finish_typing

STATE_VERBS: Mapping[OutcomeState, Message] = {
    OutcomeState.UNDER_WAY: message("Mark as under way"),
    OutcomeState.DONE: message("Mark as carried out"),
    OutcomeState.STUCK: message("Mark as stuck…"),
    OutcomeState.NO_NEWS: message("Mark as without news"),
    OutcomeState.DROPPED: message("Drop…"),
    OutcomeState.AGREED: message("Put back to agreed"),
}
"""What lets an outcome be in each state, the usual steps first."""


class ReasonAsked(QDialog):
    """Asks why and since when outcomes are in a state; what is refused stays in place with its reason."""

    def __init__(
        self,
        desk: Desk,
        plans: Sequence[OutcomePlan],
        state: OutcomeState,
        write: Callable[[date, Label], AlternatError | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._write, self._today = write, desk.today()
        self._given: dict[str, object] = {"state_on": desk.today(), "state_reason": Label()}
        screen, noun = desk.screen, OUTCOME
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(STATES[state]))
        heading = label("title", screen.say(STATES[state]))
        codes = label("muted", " · ".join(plan.code for plan in plans[:12]), wrap=True)
        if len(plans) > 12:
            codes.setText(
                screen.say(message("{codes} and {count} more", codes=codes.text(), count=len(plans) - 12))
            )
        caption = message("Reason")
        self.reason = LabelEdit(screen, caption, multiline=True)
        self._rows = (
            row_of(noun.field("state_reason"), caption, Label(), screen, self._keep, control=self.reason),
            row_of(noun.field("state_on"), message("Since"), desk.today(), screen, self._keep),
        )
        self.refused = Reason(screen)
        self.agree = Button(screen, STATE_VERBS[state], kind="primary")
        self.agree.clicked.connect(self._agree)
        cancel = Button(screen, message("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        for widget in (heading, codes, *self._rows, self.refused):
            column.addWidget(widget)
        column.addStretch()
        column.addLayout(buttons)
        screen.give_size(self, 440, 340)
        self.reason.focus_language(screen.language)

    def _keep(self, fields: Mapping[str, object]) -> None:
        self._given.update(fields)

    def _agree(self) -> None:
        finish_typing(self)
        refused = next((row for row in self._rows if row.is_refused), None)
        if refused is not None:
            refused.setFocus()
            return
        on, reason = self._given["state_on"], self._given["state_reason"]
        assert isinstance(reason, Label)
        error = self._write(on if isinstance(on, date) else self._today, reason)
        self.refused.show_error(error)
        if error is None:
            self.accept()


class StateChange:
    """Lets outcomes be in another state, with the reason where one is needed."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, parent: QWidget) -> None:
        self._desk, self._verbs, self._parent = desk, verbs, parent

    def to(self, plans: Sequence[OutcomePlan], state: OutcomeState) -> None:
        """Let outcomes be in a state from today on; those that are in it already stay as they are."""
        moved = [plan for plan in plans if plan.state is not state]
        if not moved:
            return
        ids = [plan.id for plan in moved]

        def write(on: date, reason: Label) -> AlternatError | None:
            return self._verbs.set_state(ids, state, on, reason)

        if state in NEEDS_REASON and all(state in next_states(plan.kind, plan.state) for plan in moved):
            ReasonAsked(self._desk, moved, state, write, self._parent.window()).open()
            return
        error = write(self._desk.today(), Label())
        if error is not None:
            self._desk.tell(error)


def states_for(plans: Sequence[OutcomePlan]) -> tuple[OutcomeState, ...]:
    """Return the states that all of these outcomes can go to, the usual ones first."""
    if not plans:
        return ()
    common = [set(next_states(plan.kind, plan.state)) for plan in plans]
    return tuple(state for state in STATE_VERBS if all(state in each for each in common))
