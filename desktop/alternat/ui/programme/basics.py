"""The first sections of the session inspector: title, kind, time and place, and who chairs."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from alternat.actions.programme import set_chair
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.nouns.programme import SessionKind
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.wording import spoken
from alternat.ui.parts.choices import members
from alternat.ui.parts.inspector.clock_row import ClockRow, NumberRow
from alternat.ui.parts.inspector.rows import ChoiceRow, FieldRow
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.programme.choices import people_of, room_choices, subgroup_choices, zone_choices
from alternat.ui.programme.section import SessionSection, Shown
from alternat.ui.programme.verbs import ProgrammeVerbs


class BasicsSection(SessionSection):
    """Title, kind, day, hours, room, sub-group, and whether the session holds its time or is off."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        screen, self._verbs = desk.screen, ProgrammeVerbs(desk)
        self.title = LabelEdit(screen, message("Title"))
        self._title_row = FieldRow(screen, message("Title"), self.title)
        self.title.committed.connect(lambda label: self._title_row.judge(self._write({"title": label})))
        self.kind = ChoiceRow(screen, message("Kind"), lambda value: self._write({"kind": value}))
        self.day = DateField(screen, message("Day"))
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._day_row = FieldRow(screen, message("Day"), self.day)
        self.day.committed.connect(self._write_day)
        self.start = ClockRow(screen, message("Start"), lambda clock: self._write({"start": clock}))
        self.minutes = NumberRow(
            screen, message("Minutes"), lambda minutes: self._write({"minutes": minutes})
        )
        self.room = ChoiceRow(screen, message("Room"), lambda value: self._write({"room": value}))
        self.subgroup = ChoiceRow(
            screen, message("Sub-group"), lambda value: self._write({"subgroup": value})
        )
        self.fixed, self.cancelled = QCheckBox(), QCheckBox()
        self.wording.put(self.fixed.setText, message("Holds its time when the day runs late"))
        self.wording.put(self.cancelled.setText, message("Cancelled"))
        self.fixed.clicked.connect(lambda checked: self._write({"is_fixed": checked}))
        self.cancelled.clicked.connect(lambda checked: self._write({"is_cancelled": checked}))
        self.end_zone = ChoiceRow(
            screen, message("Ends by the clock of"), lambda value: self._write({"end_zone": value})
        )
        self._zone = label("caption", wrap=True)
        self.column.addWidget(self._title_row)
        self.column.addWidget(self.kind)
        self.column.addWidget(self._day_row)
        self.add_pair(self.start, self.minutes)
        self.column.addWidget(self._zone)
        self.column.addWidget(self.end_zone)
        self.column.addWidget(self.room)
        self.column.addWidget(self.subgroup)
        self.column.addWidget(self.fixed)
        self.column.addWidget(self.cancelled)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the session's own fields."""
        catalog, session = self.desk.screen.catalog, shown.session
        self.title.show_label(session.title)
        self.kind.field.show_choices(members(catalog, SessionKind), session.kind)
        self.day.show_day(session.day)
        self.start.show_clock(session.start, is_other=is_other)
        self.minutes.show_number(session.minutes, is_other=is_other)
        self.room.field.show_choices(room_choices(shown.programme, catalog), session.room)
        groups = subgroup_choices(self.desk.tables, shown.programme.meeting, catalog)
        self.subgroup.field.show_choices(groups, session.subgroup)
        self.fixed.setChecked(session.is_fixed)
        self.cancelled.setChecked(session.is_cancelled)
        if is_other:
            for row in (self._title_row, self._day_row, self.kind, self.room, self.subgroup, self.end_zone):
                row.judge(None)
        self.end_zone.field.show_choices(zone_choices(self.desk.tables, session, catalog), session.end_zone)
        self.end_zone.setVisible(session.kind is SessionKind.TRAVEL or bool(session.end_zone))
        self._zone.setText(catalog.say(message("Clock of {zone}", zone=session.time_zone)))

    def _write_day(self, day: date | None) -> None:
        if day is None:
            self.day.show_day(self.session.day)
        else:
            self._day_row.judge(self._write({"day": day}))

    def _write(self, fields: Mapping[str, object]) -> AlternatError | None:
        return self._verbs.change([self.session.id], fields)


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
