"""The dialog about the interpreters of a meeting: side, pairs of languages, and who is free for a session."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alternat.actions.interpretation import set_pairs
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.interpretation import Pair, Pairs, busy_sessions, interpreter_pairs, interpreters
from alternat.planning.programme import Programme, read_programme
from alternat.planning.roster import Delegate
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.programme.section import emptied

PAIRS: tuple[tuple[Pair, Message], ...] = (
    (("en", "zh"), message("English and Chinese")),
    (("fr", "zh"), message("French and Chinese")),
    (("en", "fr"), message("English and French")),
)
"""The pairs of languages that there are, with their names."""


class Interpreters(QDialog):
    """One line for each interpreter, with a box for each pair; every box is one undo step."""

    def __init__(self, desk: Desk, meeting: int, session: int, parent: QWidget) -> None:
        """Show the interpreters of a meeting, and who of them is free for a session; 0 names none."""
        super().__init__(parent)
        self._desk, self._meeting, self._session = desk, meeting, session
        self._named: set[int] = set()
        self._lines: tuple[int, ...] = ()
        self.boxes: dict[tuple[int, Pair], QCheckBox] = {}
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Interpreters and their languages")))
        self._about = label("muted", wrap=True)
        self.add = ChoiceRow(screen, message("Add an interpreter"), self._name)
        self._grid = QGridLayout()
        self._states: dict[int, QLabel] = {}
        self._lay_out()
        self._reads = Reads(desk, self, self.load)
        self.load()

    def load(self) -> None:
        """Show the interpreters as they stand; the lines are only made anew when there are other people."""
        with self._reads.noting():
            programme = read_programme(self._desk.tables, self._meeting)
            pairs = interpreter_pairs(self._desk.tables)
        known = interpreters(programme, pairs)
        self._named |= set(known)  # whoever loses the last pair stays in view until the dialog closes
        people = tuple(person for person in programme.people if person in self._named)
        if people != self._lines:
            self._lines = people
            self._make_lines(programme)
        for (person, pair), box in self.boxes.items():
            box.setChecked(pair in pairs.get(person, frozenset()))
        self._show_states(programme)
        others = (person for person in programme.people if person not in self._named)
        screen = self._desk.screen
        choices = [Choice(each, screen.read(shown_name(programme.people[each]))) for each in others]
        self.add.field.show_choices(choices, None)
        self._about.setText(screen.say(self._summary(programme, pairs)))

    def state(self, person: int) -> str:
        """Return what the line of an interpreter says of the session."""
        return self._states[person].text()

    def _summary(self, programme: Programme, pairs: Pairs) -> Message:
        if not self._lines:
            return message("Nobody interprets at this meeting yet. Choose a participant below.")
        without = [person for person in self._lines if not pairs.get(person)]
        if without:
            name = self._desk.screen.read(shown_name(programme.people[without[0]]))
            return message("Say in which languages {name} interprets; both ways are meant.", name=name)
        return message("An interpreter works both ways in each pair.")

    def _make_lines(self, programme: Programme) -> None:
        emptied(self._grid)
        self.boxes, self._states = {}, {}
        countries = {side.code: side.country for side in self._desk.tables.Side.select()}
        for row, person in enumerate(self._lines):
            delegate = programme.people[person]
            self._make_line(row * 2, delegate, countries[delegate.side])

    def _make_line(self, row: int, delegate: Delegate, side: Label) -> None:
        screen, person = self._desk.screen, delegate.person
        name, country = screen.read(shown_name(delegate)), screen.read(side)
        self._grid.addWidget(label("strong", name, wrap=True), row, 0)
        self._grid.addWidget(label("muted", country), row, 1)
        for column, (pair, spoken) in enumerate(PAIRS):
            box = QCheckBox(screen.say(spoken))
            box.setAccessibleName(f"{name}: {screen.say(spoken)}")
            box.clicked.connect(lambda _=False, person=person: self._write(person))
            self.boxes[person, pair] = box
            self._grid.addWidget(box, row, 2 + column)
        state = label("caption", wrap=True)
        state.setContentsMargins(0, 0, 0, Space.M)
        self._states[person] = state
        self._grid.addWidget(state, row + 1, 0, 1, 5)

    def _show_states(self, programme: Programme) -> None:
        plan = programme.sessions.get(self._session)
        for person, state in self._states.items():
            state.setVisible(plan is not None)
            if plan is not None:
                state.setText(self._desk.screen.say(self._state(programme, person)))

    def _state(self, programme: Programme, person: int) -> Message:
        plan = programme.sessions[self._session]
        if any(each.person == person for each in plan.assignments):
            return message("Interprets in {session}", session=plan.title)
        busy = busy_sessions(programme, plan.id).get(person, ())
        if busy:
            where = programme.sessions[busy[0]].title
            return message("Not free for {session}: busy in {other}", session=plan.title, other=where)
        return message("Free for {session}", session=plan.title)

    def _write(self, person: int) -> None:
        wanted = [pair for (who, pair), box in self.boxes.items() if who == person and box.isChecked()]
        if self._desk.attempt(lambda: set_pairs(self._desk.workspace, person, wanted)) is None:
            self.load()

    def _name(self, person: object) -> AlternatError | None:
        assert isinstance(person, int)
        self._named.add(person)
        self.load()
        self.boxes[person, PAIRS[0][0]].setFocus()
        return None

    def _lay_out(self) -> None:
        screen = self._desk.screen
        body = QWidget()
        surface(body, "page")
        inner = QVBoxLayout(body)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setColumnStretch(0, 1)
        inner.addLayout(self._grid)
        inner.addStretch()
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = Button(screen, message("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._about)
        column.addWidget(area, 1)
        column.addWidget(self.add)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        screen.give_size(self, 760, 460)
