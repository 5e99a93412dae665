"""The commands that let outcomes be in another state, and what is asked before."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.outcomes import OUTCOME, OutcomeState
from alternat.planning.outcome_states import NEEDS_REASON, next_states
from alternat.planning.outcomes import STATES, OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.widgets.label_edit import LabelEdit

STATE_VERBS: Mapping[OutcomeState, Message] = {
    OutcomeState.UNDER_WAY: message("Mark as under way"),
    OutcomeState.DONE: message("Mark as carried out"),
    OutcomeState.STUCK: message("Mark as stuck…"),
    OutcomeState.NO_NEWS: message("Mark as without news"),
    OutcomeState.DROPPED: message("Drop…"),
    OutcomeState.AGREED: message("Put back to agreed"),
}
"""What lets an outcome be in each state, the usual steps first."""
_AGREES = {OutcomeState.STUCK: message("Mark as stuck"), OutcomeState.DROPPED: message("Drop")}
"""The same where the dialog that they open is there already."""
MOST = 12
"""How many outcomes a question names one by one."""


class ReasonAsked(AskedDialog):
    """Asks since when outcomes are in a state and why, and tells which day and reason give way to that."""

    def __init__(
        self,
        desk: Desk,
        plans: Sequence[OutcomePlan],
        state: OutcomeState,
        write: Callable[[date, Label], AlternatError | None],
        parent: QWidget,
    ) -> None:
        super().__init__(desk.screen, STATES[state], _AGREES.get(state, STATE_VERBS[state]), parent)
        self._write, self._why = write, Label()
        screen, noun, say = desk.screen, OUTCOME, desk.screen.say
        codes = " · ".join(plan.code for plan in plans[:MOST])
        if len(plans) > MOST:
            codes = say(message("{codes} and {count} more", codes=codes, count=len(plans) - MOST))
        lost = [plan for plan in plans if has_to_lose(plan)]
        if len(lost) < len(plans) or len(plans) > MOST:
            self.tell(codes)
        for plan in lost[:MOST]:
            self.tell(say(_gives_way(plan)))
        caption = message("Reason")
        self.reason = LabelEdit(screen, caption, multiline=True, required=state in NEEDS_REASON)
        self._on = on = row_of(noun.field("state_on"), message("Since"), desk.today(), screen, self._keep)
        on.column.setAlignment(on.control, Qt.AlignmentFlag.AlignLeft)
        self.add(
            row_of(noun.field("state_reason"), caption, Label(), screen, self._keep, control=self.reason),
            on,
        )
        self.reason.focus_language(screen.language)

    def write(self) -> AlternatError | None:
        """Let the outcomes be in the state."""
        return self._write(self.day_of(self._on), self._why)

    def _keep(self, fields: Mapping[str, object]) -> None:
        reason = fields.get("state_reason", self._why)
        assert isinstance(reason, Label)
        self._why = reason


def has_to_lose(plan: OutcomePlan) -> bool:
    """Return whether another state takes the place of something: of an end, or of a reason that was given."""
    return not plan.state.is_open or bool(plan.state_reason)


def _gives_way(plan: OutcomePlan) -> Message:
    """Return what gives way where an outcome goes to another state."""
    facts = {"code": plan.code, "state": STATES[plan.state], "day": plan.state_on}
    if plan.state_on is None:
        return message("{code} is “{state}” now.", code=plan.code, state=STATES[plan.state])
    if plan.state_reason:
        return message(
            "{code} has been “{state}” since {day}: “{reason}” That day and that reason give way to the new "
            "ones.",
            **facts,
            reason=plan.state_reason,
        )
    return message("{code} has been “{state}” since {day}. That day gives way to the new one.", **facts)


class StateChange:
    """Lets outcomes be in another state; asks where a reason is needed, or anything gives way to it."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, parent: QWidget) -> None:
        self._desk, self._verbs, self._parent = desk, verbs, parent

    def to(self, plans: Sequence[OutcomePlan], state: OutcomeState) -> None:
        """Let outcomes be in a state from today on; those that are in it already stay as they are.

        What is over is not taken up again unasked, nor does a reason go without a word: a dialog tells which
        day and reason give way, and asks for the new ones.
        """
        moved = [plan for plan in plans if plan.state is not state]
        if not moved:
            return
        ids = [plan.id for plan in moved]

        def write(on: date, reason: Label) -> AlternatError | None:
            return self._verbs.set_state(ids, state, on, reason)

        is_allowed = all(state in next_states(plan.kind, plan.state) for plan in moved)
        if is_allowed and (state in NEEDS_REASON or any(map(has_to_lose, moved))):
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
