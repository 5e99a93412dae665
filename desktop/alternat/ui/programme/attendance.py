"""The inspector's section about who takes part: lines that name or except, some for part of the time."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.programme import set_parties
from alternat.errors import AlternatError
from alternat.language.messages import counted, message
from alternat.nouns.programme import PARTY
from alternat.planning.programme import PartyPlan, presences
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.programme.choices import party_choices, party_name
from alternat.ui.programme.section import SessionSection, Shown


class AttendanceSection(SessionSection):
    """One line each for everyone, a side, an entity, a role or a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, message("Who takes part"))
        self._lines_of: tuple[object, ...] | None = None
        self._people: object = None
        self._count = label("caption", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(Space.S)
        self.add = ChoiceRow(desk.screen, message("Add to those who take part"), self._add)
        self.column.addWidget(self._count)
        self.column.addLayout(self.lines)
        self.column.addWidget(self.add)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the lines and how many people they come to."""
        del is_other
        screen, programme = self.desk.screen, shown.programme
        now = (screen.language, shown.session.id, shown.session.parties)
        if now == self._lines_of and programme.people is self._people:
            return  # most edits are about other fields, and the lines are dear to make
        self._lines_of, self._people = now, programme.people
        count = len(presences(shown.session, programme.people))
        self._count.setText(screen.say(counted("{count} person is there", "{count} people are there", count)))
        self.refill(
            self.lines, [self._line(shown, at, party) for at, party in enumerate(shown.session.parties)]
        )
        self.add.field.show_choices(party_choices(self.desk.tables, programme, screen.catalog), None)

    def _line(self, shown: Shown, at: int, party: PartyPlan) -> QWidget:
        screen = self.desk.screen
        name = party_name(self.desk.tables, shown.programme, party, screen.catalog)
        line, head, below = QWidget(), QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        remove = IconButton(screen, message("Take {name} off", name=name), "x")
        remove.clicked.connect(lambda: self._replace(at, None))
        head.addWidget(label("strong", name, wrap=True), 1)
        head.addWidget(remove)
        excepted = QCheckBox(screen.say(message("Not there")))
        excepted.setAccessibleDescription(name)
        excepted.setChecked(party.is_exception)
        excepted.clicked.connect(lambda checked: self._replace(at, replace(party, is_exception=checked)))
        column.addLayout(head)
        column.addWidget(excepted)
        if not party.is_exception:
            rows = FieldRows(PARTY, screen, lambda fields: self._replace(at, replace(party, **fields)))
            below.addWidget(rows.make("joins", message("Comes at")))
            below.addWidget(rows.make("leaves", message("Leaves at")))
            rows.show(party)
            column.addLayout(below)
        return line

    def _add(self, value: object) -> AlternatError | None:
        assert isinstance(value, PartyPlan)
        return self._set((*self.session.parties, value))

    def _replace(self, at: int, party: PartyPlan | None) -> AlternatError | None:
        parties = list(self.session.parties)
        parties[at : at + 1] = [party] if party is not None else []
        return self._set(tuple(parties))

    def _set(self, parties: tuple[PartyPlan, ...]) -> AlternatError | None:
        session, workspace = self.session.id, self.desk.workspace
        return self.write(lambda: set_parties(workspace, session, parties))
