"""The dialog that records a collation: who compared which versions on which day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.formats import short_date
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.nouns.texts import COLLATION
from alternat.planning.text_states import CollationPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.asked import AskedDialog, nothing_yet
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
        self._record = record
        self.tell("\n".join(screen.say(each) for each in told))
        self._on = day = row_of(
            COLLATION.field("day"), message("Day of the collation"), desk.today(), screen, nothing_yet
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
        self.people.textChanged.connect(lambda _: self.offer())
        self.people.returnPressed.connect(self.take)
        self.people.setFocus()
        self.offer()

    def write(self) -> AlternatError | None:
        """Record the collation."""
        return self._record(self.day_of(self._on), self.people.text(), self.versions.text(), self.note.text())

    @property
    def is_ready(self) -> bool:
        """Whether somebody is named who compared the texts, and the day."""
        return super().is_ready and bool(self.people.text().strip())


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
