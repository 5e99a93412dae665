"""The small dialog in which an official begins to lead, and the one before ends on the day before."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.existing import HOLDER
from alternat.planning.existing import HolderPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.objectives.people import people_of_side
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import ChoiceField, FieldRow

Succeed = Callable[[int, date], AlternatError | None]
"""Lets a person lead from a day on; answers with the error that refused it."""


class Succession(AskedDialog):
    """Asks who leads from which day on, and tells what becomes of the one who leads now."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        side: tuple[str, Label],
        led: Label,
        now: HolderPlan | None,
        succeed: Succeed,
    ) -> None:
        """Make the dialog for a side (its code and country); `now` is who leads today."""
        screen = desk.screen
        title = message("Who leads “{name}” for {country}", name=led, country=side[1])
        super().__init__(screen, title, message("Succeed") if now else message("Name"), parent)
        self._now, self._succeed = now, succeed
        self._day: date | None = desk.today()
        self.person = ChoiceField()
        people = [each for each in people_of_side(desk, side[0]) if now is None or each.value != now.person]
        self.person.show_choices(people, None)
        day = row_of(HOLDER.field("since"), message("From which day on"), self._day, screen, self._on_day)
        day.column.setAlignment(day.control, Qt.AlignmentFlag.AlignLeft)
        self.on = day.control
        self.add(FieldRow(screen, message("Official"), self.person), day)
        self.told = self.tell("")
        self.person.chosen.connect(lambda _: self._tell())
        self._tell()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> AlternatError | None:
        """Let the person lead."""
        person = self.person.value
        if not isinstance(person, int) or self._day is None:
            return None
        return self._succeed(person, self._day)

    def _on_day(self, fields: Mapping[str, Any]) -> AlternatError | None:
        self._day = fields["since"]
        self._tell()
        return None

    def _tell(self) -> None:
        self.agree.setEnabled(self.person.value is not None and self._day is not None)
        self.refused.show_error(None)
        text = ""
        if self._now is not None and self._day is not None:
            sentence = message(
                "{name} leads until {day}.", name=self._now.name, day=self._day - timedelta(days=1)
            )
            text = self.screen_of.say(sentence)
        self.told.setText(text)
        self.told.setVisible(bool(text))
