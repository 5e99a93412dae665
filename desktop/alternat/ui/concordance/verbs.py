"""What the page of texts does to the dialogue: each verb in one step, at the day of the desk."""

from collections.abc import Collection, Sequence
from datetime import date

from alternat.actions.guidance import change_guidance
from alternat.actions.objectives import change_instrument
from alternat.actions.outcomes import change_outcomes
from alternat.actions.terms import change_provision
from alternat.actions.texts import (
    agree_text,
    check_text,
    dismiss_difference,
    record_collation,
    remove_collation,
    restore_difference,
    withdraw_agreement,
)
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.planning.texts import TextKey
from alternat.ui.desk.desk import Desk


class TextVerbs:
    """The verbs about texts; a text is written by the verb of what it belongs to."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._workspace = desk, desk.workspace

    def write(self, key: TextKey, text: Label) -> AlternatError | None:
        """Give a text another wording; the answer is the error that refused it."""
        fields = {key.field: text}
        match key.table:
            case "outcome":
                return self._desk.refusal(lambda: change_outcomes(self._workspace, [key.row], fields))
            case "guidance":
                return self._desk.refusal(lambda: change_guidance(self._workspace, key.row, fields))
            case "instrument":
                return self._desk.refusal(lambda: change_instrument(self._workspace, key.row, fields))
        return self._desk.refusal(lambda: change_provision(self._workspace, key.row, fields))

    def check(self, key: TextKey, languages: Collection[Language]) -> None:
        """Record that a text was checked today by whoever is at this desk."""
        by, day = self._workspace.actor, self._desk.today()
        self._desk.attempt(lambda: check_text(self._workspace, key, languages, on=day, by=by))

    def agree(self, key: TextKey, side: str, language: Language, day: date) -> None:
        """Record that a side agreed a text in a language on a day."""
        by = self._workspace.actor
        self._desk.attempt(lambda: agree_text(self._workspace, key, side, [language], on=day, by=by))

    def withdraw(self, key: TextKey, side: str, language: Language) -> None:
        """Take back that a side agreed a text in a language."""
        self._desk.attempt(lambda: withdraw_agreement(self._workspace, key, side, [language]))

    def collate(
        self, keys: Sequence[TextKey], *, day: date, done_by: str, versions: str, note: str
    ) -> AlternatError | None:
        """Record a collation; the answer is the error that refused it."""
        return self._desk.refusal(
            lambda: record_collation(
                self._workspace, keys, day=day, done_by=done_by, versions=versions, note=note
            )
        )

    def remove_collation(self, collation: int) -> None:
        """Remove the record of a collation."""
        self._desk.attempt(lambda: remove_collation(self._workspace, collation))

    def dismiss(self, key: TextKey, difference: str, reason: str) -> bool:
        """Dismiss a difference; return whether it was."""
        by, day = self._workspace.actor, self._desk.today()
        done = self._desk.attempt(
            lambda: dismiss_difference(self._workspace, key, difference, reason, on=day, by=by)
        )
        return done is not None

    def restore(self, key: TextKey, difference: str) -> None:
        """Tell of a dismissed difference again."""
        self._desk.attempt(lambda: restore_difference(self._workspace, key, difference))
