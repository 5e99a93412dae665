"""Wordings that were typed and refused: each waits in the field of its text, with the reason."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.planning.texts import TextKey
from alternat.ui.concordance.language_column import LanguageColumn
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle


class RefusedWordings:
    """What was refused of each text and language, until it is put right or given up; `told` says why."""

    def __init__(self, screen: Screen, columns: Mapping[Language, LanguageColumn]) -> None:
        self._screen, self._columns = screen, columns
        self._held: dict[tuple[TextKey, Language], tuple[str, AlternatError]] = {}
        self.told: QLabel = label("note", wrap=True)
        self.told.hide()

    def judge(
        self, key: TextKey, language: Language, typed: str, stored: str, error: AlternatError | None
    ) -> None:
        """Keep what was typed in its field where an error refused it, over the stored text."""
        if error is None:
            self._held.pop((key, language), None)
        else:
            self._held[key, language] = (typed, error)
            self._columns[language].field.show_refused(typed, stored)
        self._tell(key)

    def give_up(self, key: TextKey, language: Language) -> None:
        """Forget what was refused in a language: the stored text stands there again."""
        self._held.pop((key, language), None)
        self._tell(key)

    def show(self, key: TextKey, text: Label, *, is_closed: bool) -> None:
        """Put what was refused of a text into its fields again, over the stored text, and say why."""
        for language, column in self._columns.items():
            held = self._held.get((key, language))
            if held is not None and not is_closed and not column.field.is_changed:
                column.field.show_refused(held[0], text.text(language))
        self._tell(key)

    def holds(self, key: TextKey, language: Language | None = None) -> bool:
        """Return whether something of a text was refused, in a language or in any."""
        return any(each == key and language in {None, of} for each, of in self._held)

    def _tell(self, key: TextKey) -> None:
        errors = [error for (each, _), (_, error) in self._held.items() if each == key]
        self.told.setText("\n".join(self._screen.say_error(each) for each in errors))
        self.told.setVisible(bool(errors))
        for language, column in self._columns.items():
            restyle(column.field, "refused", "true" if self.holds(key, language) else "")
