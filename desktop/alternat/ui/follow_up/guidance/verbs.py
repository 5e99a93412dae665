"""What the follow-up page does to the dialogue: each verb in one step."""

from collections.abc import Mapping, Sequence

from alternat.actions.guidance import (
    add_guidance,
    answer_for,
    change_guidance,
    close_guidance,
    remove_guidance,
)
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.guidance import GuidancePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.existing import existing_dialogues


class GuidanceVerbs:
    """The verbs about requests for guidance."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of a request; the list and its sheet change one at a time."""
        (request,) = ids
        return self._desk.refusal(lambda: change_guidance(self._desk.workspace, request, fields))

    def answer(self, plan: GuidancePlan, side: str, fields: Mapping[str, object]) -> AlternatError | None:
        """Change the answer of a side's co-chair; a new one is of today until its day is changed.

        An answer that has neither a text nor a document any more is taken away.
        """
        known = next((each for each in plan.answers if each.side == side), None)
        values = {**({} if known else {"given": self._desk.today()}), **fields}
        is_gone = known is not None and not (
            values.get("text", known.text) or values.get("document", known.document)
        )
        return self._desk.refusal(
            lambda: answer_for(self._desk.workspace, plan.id, side, None if is_gone else values)
        )

    def set_closed(self, ids: Sequence[int], *, closed: bool) -> None:
        """Close requests today, or open them again."""
        day = self._desk.today() if closed else None
        self._desk.attempt(lambda: close_guidance(self._desk.workspace, ids, day))

    def add(self) -> int | None:
        """Add a request of the first existing dialogue, asked today, to be worded; return its id."""
        dialogues, screen = existing_dialogues(self._desk.tables), self._desk.screen
        fields = {
            "dialogue": next(iter(dialogues), 0),
            "question": Label().with_text(screen.language, screen.say(message("New question"))),
            "asked_on": self._desk.today(),
        }
        changes = self._desk.attempt(lambda: add_guidance(self._desk.workspace, fields))
        return changes.inserted("guidance")[0] if changes else None

    def remove(self, ids: Sequence[int]) -> None:
        """Remove requests."""
        self._desk.attempt(lambda: remove_guidance(self._desk.workspace, ids))
