"""How an objective or an existing dialogue stands: since when, why, and the way to another state."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.provisions import PROVISION, ProvisionKind, ProvisionState
from alternat.planning.provision_states import PROVISION_STATES, staying_with
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.objectives.lines import StandingFacts
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import NOTHING, Reason
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit

_GO: Mapping[ProvisionState, Message] = {
    ProvisionState.ACHIEVED: message("Record as achieved"),
    ProvisionState.DROPPED: message("Drop the objective"),
    ProvisionState.CLOSED: message("Close the dialogue"),
    ProvisionState.MERGED: message("Merge the dialogue"),
    ProvisionState.ACTIVE: message("Take up again"),
}


@dataclass(frozen=True, slots=True)
class NewState:
    """A state with what belongs to it."""

    state: ProvisionState
    on: date
    reason: Label
    into: int | None = None


SetState = Callable[[int, NewState], AlternatError | None]


class StateForm(QFrame):
    """Asks what another state needs to know, and tells what stays as it is."""

    def __init__(self, desk: Desk, others: Callable[[], Sequence[Choice]]) -> None:
        super().__init__()
        screen = desk.screen
        self._desk, self._wanted = desk, ProvisionState.ACTIVE
        surface(self, "card")
        self._wording = Wording(screen)
        self._day: date | None = None
        self._reason, self._into = Label(), None
        self.told = label("muted", wrap=True)
        self.into = row_of(
            PROVISION.field("merged_into"), message("Merged into"), None, screen, self._keep, choices=others
        )
        self.reason = row_of(
            PROVISION.field("state_reason"),
            message("Reason"),
            Label(),
            screen,
            self._keep,
            control=LabelEdit(screen, message("Reason"), multiline=True, required=False),
        )
        self.on = row_of(PROVISION.field("state_on"), message("From which day on"), None, screen, self._keep)
        self.refusal = Reason(screen)
        self.go = Button(screen, message("Take up again"), kind="primary")
        self.back = Button(screen, message("Leave it as it is"), kind="quiet")
        buttons = QVBoxLayout()
        for button in (self.go, self.back):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        for widget in (self.told, self.into, self.on, self.reason, self.refusal):
            column.addWidget(widget)
        column.addLayout(buttons)

    def ask(self, provision: int, wanted: ProvisionState) -> None:
        """Ask for what a state needs."""
        self._wanted, self._day = wanted, self._desk.today()
        self._reason, self._into = Label(), None
        say = self._desk.screen.say
        is_over = wanted is not ProvisionState.ACTIVE
        stays = staying_with(self._desk.tables, provision) if is_over else ()
        self.told.setText("\n".join(say(each) for each in stays))
        self.told.setVisible(bool(stays))
        self.into.setVisible(wanted is ProvisionState.MERGED)
        self.into.show_value(None, is_other=True)
        self.reason.show_value(Label(), is_other=True)
        self.on.show_value(self._day, is_other=True)
        self.refusal.show_error(None)
        self.go.say(_GO[wanted])
        self.show()

    @property
    def answer(self) -> NewState:
        """Return what is asked for as it is filled in."""
        return NewState(self._wanted, self._day or self._desk.today(), self._reason, self._into)

    def _keep(self, fields: Mapping[str, Any]) -> AlternatError | None:
        self._reason = fields.get("state_reason", self._reason)
        self._day = fields.get("state_on", self._day)
        self._into = fields.get("merged_into", self._into)
        return None


class StateSection(Section):
    """The state with its day and its reason; another one is asked for in a form below it."""

    def __init__(
        self,
        desk: Desk,
        kind: ProvisionKind,
        write: SetState,
        others: Callable[[int], Sequence[Choice]],
    ) -> None:
        """Make the section; `others` are what a provision can be merged into."""
        super().__init__(desk.screen)
        screen = desk.screen
        self._desk, self._kind, self._write, self._others = desk, kind, write, others
        self._shown: int = 0
        self._facts = StandingFacts(ProvisionState.ACTIVE, None, Label())
        self.form = StateForm(desk, lambda: others(self._shown))
        self.state = row_of(
            PROVISION.field("state"), message("State"), NOTHING, screen, self._choose, choices=self._states
        )
        self.on = row_of(PROVISION.field("state_on"), message("State since"), NOTHING, screen, self._correct)
        self.reason = row_of(
            PROVISION.field("state_reason"),
            message("Reason of the state"),
            NOTHING,
            screen,
            self._correct,
            control=LabelEdit(screen, message("Reason of the state"), multiline=True, required=False),
        )
        self.into = row_of(
            PROVISION.field("merged_into"),
            message("Merged into"),
            NOTHING,
            screen,
            self._correct,
            choices=lambda: others(self._shown),
        )
        for row in (self.state, self.on, self.into, self.reason):
            row.stand_out()
        for widget in (self.state, self.form, self.on, self.into, self.reason):
            self.column.addWidget(widget)
        self.on.column.setAlignment(self.on.control, Qt.AlignmentFlag.AlignLeft)
        self.form.hide()
        self.form.go.clicked.connect(self._go)
        self.form.back.clicked.connect(self._leave)

    def show_state(self, provision: int, facts: StandingFacts, *, is_other: bool) -> None:
        """Show how a provision stands."""
        if is_other or facts != self._facts:
            self.form.hide()
        self._shown, self._facts = provision, facts
        if self.form.isHidden():
            self.state.show_value(facts.state, is_other=is_other)
        is_over = facts.state is not ProvisionState.ACTIVE
        for row, value in (
            (self.on, facts.state_on),
            (self.reason, facts.state_reason),
            (self.into, facts.merged_into),
        ):
            row.show_value(value, is_other=is_other)
            row.setVisible(is_over)
        self.into.setVisible(facts.state is ProvisionState.MERGED)

    def _states(self) -> Sequence[Choice]:
        say = self.screen_of.say
        return [Choice(state, say(words)) for state, words in PROVISION_STATES[self._kind].items()]

    def _choose(self, fields: Mapping[str, Any]) -> AlternatError | None:
        wanted = fields["state"]
        if wanted is self._facts.state:
            self._leave()
        else:
            self.form.ask(self._shown, wanted)
        return None

    def _go(self) -> None:
        # What is typed in the form is kept when its field is left.
        self.form.go.setFocus(Qt.FocusReason.OtherFocusReason)
        error = self._write(self._shown, self.form.answer)
        self.form.refusal.show_error(error)
        if error is None:
            self.form.hide()
            self.state.show_value(self._facts.state, is_other=True)

    def _leave(self) -> None:
        self.form.hide()
        self.state.show_value(self._facts.state, is_other=True)

    def _correct(self, fields: Mapping[str, Any]) -> AlternatError | None:
        """Correct the day, the reason or the other one of the state as it is."""
        facts = self._facts
        return self._write(
            self._shown,
            NewState(
                facts.state,
                fields.get("state_on", facts.state_on) or self._desk.today(),
                fields.get("state_reason", facts.state_reason),
                fields.get("merged_into", facts.merged_into),
            ),
        )
