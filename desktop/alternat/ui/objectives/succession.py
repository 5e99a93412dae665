"""The small dialog in which an official begins to lead, and the one before ends on the day before."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.existing import HOLDER
from alternat.planning.existing import HolderPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.objectives.people import people_of_side
from alternat.ui.parts.dialogs.asked import AskedDialog, nothing_yet
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
        self.person = ChoiceField()
        people = [each for each in people_of_side(desk, side[0]) if now is None or each.value != now.person]
        self.person.show_choices(people, None)
        self._on = day = row_of(
            HOLDER.field("since"), message("From which day on"), desk.today(), screen, nothing_yet
        )
        day.column.setAlignment(day.control, Qt.AlignmentFlag.AlignLeft)
        self.on = day.control
        self.add(FieldRow(screen, message("Official"), self.person), day)
        self.told = self.tell("")
        self.person.chosen.connect(lambda _: self.offer())
        self.offer()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> AlternatError | None:
        """Let the person lead."""
        person = self.person.value
        assert isinstance(person, int), "nothing is done before somebody is chosen"
        return self._succeed(person, self.day_of(self._on))

    @property
    def is_ready(self) -> bool:
        """Whether somebody is chosen, and the day."""
        return super().is_ready and self.person.value is not None

    def offer(self) -> None:
        """Let it be done, and tell what becomes of the one who leads."""
        super().offer()
        self.refused.show_error(None)
        text = ""
        day = self.shown_day(self._on)
        if self._now is not None and day is not None:
            sentence = message("{name} leads until {day}.", name=self._now.name, day=day - timedelta(days=1))
            text = self.screen_of.say(sentence)
        self.told.setText(text)
        self.told.setVisible(bool(text))
