"""The first sections of the session inspector: title, kind, time and place, and who chairs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy

from alternat.actions.programme import set_chair
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.nouns.programme import SESSION, SessionKind
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.wording import spoken
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import ChoiceField, ChoiceRow
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.programme.choices import people_of, room_choices, subgroup_choices, zone_choices
from alternat.ui.programme.section import SessionSection, Shown
from alternat.ui.programme.verbs import ProgrammeVerbs


class BasicsSection(SessionSection):
    """Title, kind, day, hours, room, sub-group, and whether the session holds its time or is off."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        screen, verbs = desk.screen, ProgrammeVerbs(desk)
        self._rows = rows = FieldRows(SESSION, screen, lambda fields: verbs.change([self.session.id], fields))
        self.title = LabelEdit(screen, message("Title"))
        self.kind = rows.make("kind", message("Kind"))
        self.day = rows.make("day", message("Day"))
        self.day.control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.start = rows.make("start", message("Start"))
        self.minutes = rows.make("minutes", message("Minutes"))
        self._zone = label("caption", wrap=True)
        self.end_zone = rows.make(
            "end_zone", message("Ends by the clock of"), ChoiceField(), choices=self._zones
        )
        self.room = rows.make("room", message("Room"), choices=self._rooms)
        self.subgroup = rows.make("subgroup", message("Sub-group"), choices=self._subgroups)
        self.column.addWidget(rows.make("title", message("Title"), self.title))
        self.column.addWidget(self.kind)
        self.column.addWidget(self.day)
        self.add_pair(self.start, self.minutes)
        for widget in (self._zone, self.end_zone, self.room, self.subgroup):
            self.column.addWidget(widget)
        self.column.addWidget(rows.make("is_fixed", message("Holds its time when the day runs late")))
        self.column.addWidget(rows.make("is_cancelled", message("Cancelled")))

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the session's own fields."""
        session = shown.session
        self._rows.show(session, is_other=is_other)
        self.end_zone.setVisible(session.kind is SessionKind.TRAVEL or bool(session.end_zone))
        self._zone.setText(self.desk.screen.say(message("Clock of {zone}", zone=session.time_zone)))

    def _rooms(self) -> Sequence[Choice]:
        return room_choices(self.programme, self.desk.screen.catalog)

    def _subgroups(self) -> Sequence[Choice]:
        return subgroup_choices(self.desk.tables, self.programme.meeting, self.desk.screen.catalog)

    def _zones(self) -> Sequence[Choice]:
        return zone_choices(self.desk.tables, self.session, self.desk.screen.catalog)


class ChairsSection(SessionSection):
    """Who chairs for each side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, message("Chairs"))
        self.rows: dict[str, ChoiceRow] = {}
        for side in desk.tables.Side.select().order_by(desk.tables.Side.number):
            row = ChoiceRow(desk.screen, spoken(side.country), partial(self._choose, side.code))
            self.rows[side.code] = row
            self.column.addWidget(row)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the chairs."""
        del is_other
        for code, row in self.rows.items():
            choices = people_of(shown.programme, code, self.desk.screen.catalog)
            row.field.show_choices(choices, shown.session.chairs.get(code))

    def _choose(self, side: str, value: object) -> AlternatError | None:
        person = value if isinstance(value, int) else None
        session, workspace = self.session.id, self.desk.workspace
        return self.write(lambda: set_chair(workspace, session, side, person))
