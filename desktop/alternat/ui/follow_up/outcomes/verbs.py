"""What the views of outcomes do to the dialogue: each verb in one step."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from alternat.actions.outcomes import (
    add_outcome,
    carrier_asked,
    carrier_heard,
    change_outcomes,
    correct_outcome,
    link_outcomes,
    remove_outcomes,
    set_carriers,
    set_objectives,
    set_outcome_lead,
    set_outcome_state,
    unlink_outcomes,
)
from alternat.actions.progress_notes import add_progress_note, change_progress_note, remove_progress_notes
from alternat.actions.removals import outcomes_removal
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, message
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs import asking


class OutcomeVerbs:
    """The verbs about outcomes and what hangs on them; those that answer give the error that refused them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> int | None:
        """Add an outcome of the meeting in view, to be worded; return its id."""
        return self.add_to(self._desk.meeting) if self._desk.meeting is not None else None

    def add_to(self, meeting: int) -> int | None:
        """Add an outcome of a meeting, to be worded; return its id."""
        desk, screen = self._desk, self._desk.screen
        fields = {
            "meeting": meeting,
            "kind": OutcomeKind.AGREED,
            "text": Label().with_text(screen.language, screen.say(message("New outcome"))),
        }
        changes = desk.attempt(lambda: add_outcome(desk.workspace, fields))
        return changes.inserted("outcome")[0] if changes else None

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of outcomes."""
        return self._desk.refusal(lambda: change_outcomes(self._desk.workspace, ids, fields))

    def remove(self, ids: Sequence[int]) -> None:
        """Remove outcomes, after telling what goes along."""
        desk = self._desk
        question = counted("Remove {count} outcome?", "Remove {count} outcomes?", len(ids))
        told = outcomes_removal(desk.tables, ids)
        if asking.agrees(desk.screen, question, told):
            desk.attempt(lambda: remove_outcomes(desk.workspace, ids))

    def set_state(
        self, ids: Sequence[int], state: OutcomeState, on: date, reason: Label
    ) -> AlternatError | None:
        """Let outcomes be in a state from a day on."""
        workspace = self._desk.workspace
        return self._desk.refusal(lambda: set_outcome_state(workspace, ids, state, on=on, reason=reason))

    def correct(
        self, plan: OutcomePlan, fields: Mapping[str, object], made_on: date, reason: Label, document: str
    ) -> AlternatError | None:
        """Correct an outcome whose record is closed."""
        workspace = self._desk.workspace
        return self._desk.refusal(
            lambda: correct_outcome(
                workspace, plan.id, fields, made_on=made_on, reason=reason, document=document
            )
        )

    def lead(self, plan: OutcomePlan, side: str, person: int | None) -> AlternatError | None:
        """Let somebody lead for a side, or nobody."""
        return self._desk.refusal(lambda: set_outcome_lead(self._desk.workspace, plan.id, side, person))

    def carry(self, plan: OutcomePlan, dialogues: Iterable[int]) -> AlternatError | None:
        """Let these existing dialogues carry an outcome out."""
        wanted = tuple(dialogues)
        return self._desk.refusal(lambda: set_carriers(self._desk.workspace, plan.id, wanted))

    def asked(self, plan: OutcomePlan, dialogue: int, day: date | None) -> AlternatError | None:
        """Record when an existing dialogue was last asked."""
        return self._desk.refusal(lambda: carrier_asked(self._desk.workspace, plan.id, dialogue, day))

    def heard(self, plan: OutcomePlan, dialogue: int, day: date | None) -> AlternatError | None:
        """Record when an existing dialogue was last heard."""
        return self._desk.refusal(lambda: carrier_heard(self._desk.workspace, plan.id, dialogue, day))

    def serve(self, plan: OutcomePlan, objectives: Iterable[int]) -> AlternatError | None:
        """Let an outcome serve these objectives."""
        wanted = tuple(objectives)
        return self._desk.refusal(lambda: set_objectives(self._desk.workspace, plan.id, wanted))

    def link(self, plan: OutcomePlan, earlier: int, kind: LinkKind) -> AlternatError | None:
        """Let an outcome continue or replace an earlier one."""
        return self._desk.refusal(lambda: link_outcomes(self._desk.workspace, plan.id, earlier, kind))

    def unlink(self, later: int, earlier: int) -> None:
        """Let an outcome follow an earlier one no longer."""
        self._desk.attempt(lambda: unlink_outcomes(self._desk.workspace, later, earlier))

    def note(self, plan: OutcomePlan, fields: Mapping[str, object]) -> AlternatError | None:
        """Add a progress note."""
        values = {"outcome": plan.id, **fields}
        return self._desk.refusal(lambda: add_progress_note(self._desk.workspace, values))

    def share_note(self, note: int, *, is_shared: bool) -> None:
        """Let the other side see a progress note too, or keep it at this desk."""
        fields = {"is_shared": is_shared}
        self._desk.attempt(lambda: change_progress_note(self._desk.workspace, note, fields))

    def remove_note(self, note: int) -> None:
        """Remove a progress note."""
        self._desk.attempt(lambda: remove_progress_notes(self._desk.workspace, [note]))
