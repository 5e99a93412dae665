"""The inspector's section of the meeting in view: role, status, whose place it is, and the place itself."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.called import by_script
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.parts.choices import Choice, role_choices, status_choices
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.person.pen import Pen
from alternat.ui.person.record import Part, Record
from alternat.ui.person.section import RecordSection


class PartSection(RecordSection):
    """The person's part in the meeting, or the way to invite the person to it."""

    invitation_wanted = Signal()

    def __init__(self, screen: Screen, tables: Tables, pen: Pen, meeting: Callable[[], int | None]) -> None:
        super().__init__(screen, message("In this meeting"))
        self._tables, self._pen, self._meeting = tables, pen, meeting
        self._record: Record | None = None
        self._standing = label("muted", wrap=True)
        self._role = ChoiceRow(screen, message("Role"), lambda value: self._write("role", value))
        self._status = ChoiceRow(screen, message("Status"), lambda value: self._write("status", value))
        self._stands_for = ChoiceRow(
            screen, message("Stands for"), lambda value: self._write("stands_for", value)
        )
        self._stands_for.field.fill_when_opened(self._stand_in_choices)
        self._invite = Button(screen, message("Invite to this meeting"), icon="user-plus")
        self._invite.clicked.connect(self.invitation_wanted)
        self.column.addWidget(self._standing)
        self.add_pair(self._role, self._status)
        self.column.addWidget(self._stands_for)
        self.column.addWidget(self._invite)
        screen.language_changed.connect(self._respeak)

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show the part in the meeting."""
        self._record = record
        if is_other:
            for row in (self._role, self._status, self._stands_for):
                row.judge(None)
        self._respeak()

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field of the participation."""
        rows = {"role": self._role, "status": self._status, "stands_for": self._stands_for}
        row = rows.get(field)
        return row.field if row is not None else None

    def _write(self, field: str, value: object) -> AlternatError | None:
        return self._pen.write_part({field: value})

    def _respeak(self) -> None:
        record, has_meeting = self._record, self._meeting() is not None
        part = record.part if record is not None else None
        for row in (self._role, self._status):
            row.setVisible(part is not None)
        self._stands_for.setVisible(part is not None and part.id is not None)
        self._invite.setVisible(part is None and has_meeting)
        if record is None or part is None:
            text = message("Does not take part.") if has_meeting else message("There is no meeting yet.")
            self._standing.setText(self.screen_of.say(text))
            return
        catalog = self.screen_of.catalog
        self._role.field.show_choices(role_choices(catalog, record.gender), part.role)
        self._status.field.show_choices(status_choices(catalog, record.gender), part.status)
        self._stands_for.field.show_choices(self._present_stand_in(part), part.stands_for)
        self._standing.setVisible(part.id is not None)
        standing = message("Place {place} · badge {serial}", place=part.place, serial=part.serial)
        self._standing.setText(catalog.say(standing))

    def _present_stand_in(self, part: Part) -> tuple[Choice, ...]:
        nobody = Choice(None, self.screen_of.say(message("Nobody else")))
        if part.stands_for is None:
            return (nobody,)
        person = self._tables.Person.get_or_none(self._tables.Person.id == part.stands_for)
        return (
            (nobody, Choice(part.stands_for, " · ".join(by_script(person))))
            if person is not None
            else (nobody,)
        )

    def _stand_in_choices(self) -> tuple[Choice, ...]:
        """Return everybody of the side in this meeting, but the person in the inspector."""
        record = self._record
        if record is None:
            return ()
        person, part = self._tables.Person, self._tables.Participation
        side = self._tables.Side.get(self._tables.Side.code == record.side)
        query = (
            person.select(person)
            .join(part, on=part.person == person.id)
            .where((part.meeting == self._meeting()) & (person.side == side.id) & (person.id != record.id))
            .order_by(part.place)
        )
        nobody = Choice(None, self.screen_of.say(message("Nobody else")))
        return (nobody, *(Choice(row.id, " · ".join(by_script(row))) for row in query))
