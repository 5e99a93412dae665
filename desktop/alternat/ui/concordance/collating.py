"""The dialog that records a collation: who compared which versions on which day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.formats import short_date
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.nouns.texts import COLLATION
from alternat.planning.text_states import CollationPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import FieldRow
from alternat.ui.parts.widgets.text_fields import LineField

_WIDTH = 520
Record = Callable[[date, str, str, str], AlternatError | None]
"""Writes day, people, versions and note; answers with the error that refused them."""


class CollationDialog(AskedDialog):
    """Asks for what a collation is recorded with; a refusal stands in the dialog."""

    def __init__(self, desk: Desk, told: Sequence[Message], record: Record, parent: QWidget) -> None:
        """Ask, saying what was compared and what stands open in it."""
        screen = desk.screen
        super().__init__(
            screen, message("Record a collation"), message("Record the collation"), parent, width=_WIDTH
        )
        self._record, self._on = record, desk.today()
        self.tell("\n".join(screen.say(each) for each in told))
        day = row_of(
            COLLATION.field("day"), message("Day of the collation"), self._on, screen, self._keep_day
        )
        day.column.setAlignment(day.control, Qt.AlignmentFlag.AlignLeft)
        self.day = day.control
        self.people, self.versions, self.note = LineField(), LineField(), LineField()
        self.add(
            day,
            FieldRow(screen, message("Compared by, of both sides"), self.people),
            FieldRow(screen, message("Versions compared"), self.versions),
            FieldRow(screen, message("Private note"), self.note),
        )
        self.people.textChanged.connect(lambda _: self._offer())
        self.people.returnPressed.connect(self.take)
        self.people.setFocus()
        self._offer()

    def write(self) -> AlternatError | None:
        """Record the collation."""
        return self._record(self._on, self.people.text(), self.versions.text(), self.note.text())

    def take(self) -> None:
        """Record it once somebody is named who compared the texts."""
        if self.people.text().strip():
            super().take()

    def _keep_day(self, fields: Mapping[str, Any]) -> AlternatError | None:
        self._on = fields["day"] or self._on
        return None

    def _offer(self) -> None:
        self.agree.setEnabled(bool(self.people.text().strip()))


def collation_told(act: CollationPlan | None, language: Language) -> Message:
    """Return in one sentence when a text was collated, by whom, and whether it has changed since."""
    if act is None:
        return message("Not collated.")
    told = {"day": short_date(act.day, language), "names": act.done_by, "versions": act.versions or "–"}
    if act.changed:
        return message(
            "Collated on {day} by {names} ({versions}); a text has changed since, which reopens it.", **told
        )
    return message("Collated on {day} by {names} ({versions}).", **told)
