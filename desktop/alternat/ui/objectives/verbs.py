"""What the page about objectives and existing dialogues does to the dialogue: each verb in one step."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from alternat.actions.existing import (
    add_dialogue_meeting,
    add_existing,
    change_dialogue_meeting,
    change_holder,
    remove_dialogue_meetings,
    remove_holders,
    succeed,
)
from alternat.actions.objectives import (
    add_instrument,
    add_objective,
    change_instrument,
    change_objective,
    remove_instruments,
    remove_step,
    set_binding,
    set_step,
)
from alternat.actions.progress_notes import add_progress_note, change_progress_note, remove_progress_notes
from alternat.actions.provision_states import set_provision_state
from alternat.actions.removals import text_removal
from alternat.actions.terms import change_provision, remove_provision
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.nouns.instruments import Binding, InstrumentKind
from alternat.planning.objective_standing import Stage
from alternat.ui.desk.desk import Desk
from alternat.ui.objectives.state import NewState
from alternat.ui.parts.dialogs.asking import agrees


class ProvisionVerbs:
    """What objectives and existing dialogues have in common: they are texts of the terms of reference."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def remove(self, ids: Sequence[int]) -> None:
        """Remove texts one by one, each asked about where others depend on it."""
        desk = self._desk
        for key in ids:
            row = desk.tables.Provision.get_by_id(key)
            question = message("Remove “{name}”", name=row.short or row.text)
            if agrees(desk.screen, question, text_removal(desk.tables, desk.tables.Provision, key)):
                desk.attempt(partial(remove_provision, desk.workspace, key))

    def set_state(self, provision: int, new: NewState) -> AlternatError | None:
        """Let a text stand in a state from a day on."""
        workspace = self._desk.workspace
        return self._desk.refusal(
            lambda: set_provision_state(
                workspace, provision, new.state, on=new.on, reason=new.reason, into=new.into
            )
        )

    def _new_text(self, text: Message) -> Label:
        screen = self._desk.screen
        return Label().with_text(screen.language, screen.say(text))


class ObjectiveVerbs(ProvisionVerbs):
    """The verbs about objectives."""

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of an objective; the list and its sheet change one at a time."""
        (objective,) = ids
        return self._desk.refusal(lambda: change_objective(self._desk.workspace, objective, fields))

    def add(self) -> int | None:
        """Add an objective to be worded, and return its id."""
        fields = {"text": self._new_text(message("New objective"))}
        changes = self._desk.attempt(lambda: add_objective(self._desk.workspace, fields))
        return changes.inserted("provision")[0] if changes else None


class DialogueVerbs(ProvisionVerbs):
    """The verbs about existing dialogues."""

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of an existing dialogue; the list and its sheet change one at a time."""
        (dialogue,) = ids
        return self._desk.refusal(lambda: change_provision(self._desk.workspace, dialogue, fields))

    def add(self) -> int | None:
        """Add an existing dialogue to be worded, and return its id."""
        fields = {"text": self._new_text(message("New dialogue"))}
        changes = self._desk.attempt(lambda: add_existing(self._desk.workspace, fields))
        return changes.inserted("provision")[0] if changes else None


class LeadVerbs:
    """The verbs about who leads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, holder: int, fields: Mapping[str, object]) -> AlternatError | None:
        """Change the official, the days or the note."""
        return self._desk.refusal(lambda: change_holder(self._desk.workspace, holder, fields))

    def remove(self, holder: int) -> None:
        """Take an official off, as if they never had led."""
        self._desk.attempt(lambda: remove_holders(self._desk.workspace, [holder]))

    def succeed(self, provision: int, side: str, person: int, on: date) -> AlternatError | None:
        """Let an official lead from a day on, in the place of whoever led before."""
        workspace = self._desk.workspace
        return self._desk.refusal(lambda: succeed(workspace, provision, side, person, on=on))


class MeetingVerbs:
    """The verbs about the meetings of existing dialogues."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, dialogue: int) -> int | None:
        """Add a meeting of today, to be given its days."""
        fields = {"dialogue": dialogue, "starts": self._desk.today()}
        changes = self._desk.attempt(lambda: add_dialogue_meeting(self._desk.workspace, fields))
        return changes.inserted("dialogue_meeting")[0] if changes else None

    def change(self, meeting: int, fields: Mapping[str, object]) -> AlternatError | None:
        """Change the days, the city or the note."""
        return self._desk.refusal(lambda: change_dialogue_meeting(self._desk.workspace, meeting, fields))

    def remove(self, meeting: int) -> None:
        """Remove a meeting."""
        self._desk.attempt(lambda: remove_dialogue_meetings(self._desk.workspace, [meeting]))


class NoteVerbs:
    """The verbs about progress notes on objectives."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, objective: int) -> int | None:
        """Add a note of today to be worded."""
        screen = self._desk.screen
        text = Label().with_text(screen.language, screen.say(message("New note")))
        fields = {"objective": objective, "day": self._desk.today(), "text": text}
        changes = self._desk.attempt(lambda: add_progress_note(self._desk.workspace, fields))
        return changes.inserted("progress_note")[0] if changes else None

    def change(self, note: int, fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of a note; the side is known by its code here."""
        values, side = dict(fields), self._desk.tables.Side
        if code := values.get("side"):
            values["side"] = side.get(side.code == code).id
        elif "side" in values:
            values["side"] = None
        return self._desk.refusal(lambda: change_progress_note(self._desk.workspace, note, values))

    def remove(self, note: int) -> None:
        """Remove a note."""
        self._desk.attempt(lambda: remove_progress_notes(self._desk.workspace, [note]))


class StepStays(AlternatError):
    """A step whose last day was emptied stays, since its place and its document are wanted."""

    template = mark("The step stays as it was, with its place and its document. Escape brings the day back.")


class InstrumentVerbs:
    """The verbs about instruments."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, objective: int) -> int | None:
        """Add a memorandum to be named, which most instruments of a dialogue are."""
        screen = self._desk.screen
        title = Label().with_text(screen.language, screen.say(message("New instrument")))
        fields = {"objective": objective, "kind": InstrumentKind.MEMORANDUM, "title": title}
        changes = self._desk.attempt(lambda: add_instrument(self._desk.workspace, fields))
        return changes.inserted("instrument")[0] if changes else None

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of an instrument."""
        (instrument,) = ids
        return self._desk.refusal(lambda: change_instrument(self._desk.workspace, instrument, fields))

    def remove(self, instrument: int) -> None:
        """Remove an instrument with its steps."""
        self._desk.attempt(lambda: remove_instruments(self._desk.workspace, [instrument]))

    def set_binding(self, instrument: int, side: str, binding: Binding | None) -> AlternatError | None:
        """Say whether an instrument binds, as a side sees it."""
        workspace = self._desk.workspace
        return self._desk.refusal(lambda: set_binding(workspace, instrument, side, binding))

    def set_step(self, instrument: int, stage: Stage, fields: Mapping[str, object]) -> AlternatError | None:
        """Plan a step or say when it was taken; one without any day is taken away.

        Its place and its document go along, which is asked before.
        """
        desk = self._desk
        workspace, side = desk.workspace, stage.side or None
        values = {"planned": stage.planned, "done_on": stage.done_on, **fields}
        if values["planned"] is None and values["done_on"] is None and stage.is_told:
            told = [message("The place and the document of the step go along.")]
            question = message("Take the step off the record?")
            if not agrees(desk.screen, question, told if stage.place or stage.document else ()):
                return StepStays()
            return self._desk.refusal(lambda: remove_step(workspace, instrument, stage.step, side=side))
        return self._desk.refusal(
            lambda: set_step(workspace, instrument, stage.step, dict(fields), side=side)
        )
