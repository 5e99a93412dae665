"""The small dialog in which an official begins to lead, and the one before ends on the day before."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.existing import HolderPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.people import people_of_side
from alternat.ui.parts.inspector.rows import ChoiceField, Reason
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField

Succeed = Callable[[int, date], AlternatError | None]
"""Lets a person lead from a day on; answers with the error that refused it."""


class Succession(QDialog):
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
        super().__init__(parent)
        self._desk, self._now, self._succeed = desk, now, succeed
        self._day: date | None = desk.today()
        screen, say = desk.screen, desk.screen.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(message("Who leads “{name}” for {country}", name=led, country=side[1])))
        self.person, self.on = ChoiceField(), DateField(screen, message("From which day on"))
        self.person.setAccessibleName(say(message("Official")))
        people = [each for each in people_of_side(desk, side[0]) if now is None or each.value != now.person]
        self.person.show_choices(people, None)
        self.on.show_day(self._day)
        self.told = label("muted", wrap=True)
        self.refusal = Reason(screen)
        self.go = Button(screen, message("Succeed") if now else message("Name"), kind="primary")
        close = Button(screen, message("Cancel"))
        self.go.clicked.connect(self._go)
        close.clicked.connect(self.reject)
        self.person.chosen.connect(lambda _: self._tell())
        self.on.committed.connect(self._on_day)
        rows, buttons, column = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        rows.addRow(say(message("Official")), self.person)
        rows.addRow(say(message("From which day on")), self.on)
        buttons.addStretch()
        for button in (close, self.go):
            buttons.addWidget(button)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(rows)
        column.addWidget(self.told)
        column.addWidget(self.refusal)
        column.addLayout(buttons)
        self.resize(screen.px(440), self.sizeHint().height())
        self._tell()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day(self, day: date | None) -> None:
        self._day = day
        self._tell()

    def _tell(self) -> None:
        self.go.setEnabled(self.person.value is not None and self._day is not None)
        self.refusal.show_error(None)
        text = ""
        if self._now is not None and self._day is not None:
            sentence = message(
                "{name} leads until {day}.", name=self._now.name, day=self._day - timedelta(days=1)
            )
            text = self._desk.screen.say(sentence)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _go(self) -> None:
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        person = self.person.value
        if not isinstance(person, int) or self._day is None:
            return
        error = self._succeed(person, self._day)
        self.refusal.show_error(error)
        if error is None:
            self.accept()
