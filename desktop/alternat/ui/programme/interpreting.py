"""The inspector's sections for interpretation, and for the note that is never shared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.actions.interpretation import assign, unassign
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.messages import message
from alternat.nouns.programme import SESSION
from alternat.planning.interpretation import candidates, interpreter_pairs
from alternat.ui.desk.desk import Desk
from alternat.ui.look.icons import pixmap
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import GrowingField
from alternat.ui.programme.interpreters import PAIRS, Interpreters
from alternat.ui.programme.section import SessionSection, Shown
from alternat.ui.programme.verbs import ProgrammeVerbs


class InterpretationSection(SessionSection):
    """How the session is interpreted and by whom, the free interpreters first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, message("Interpretation"))
        verbs = ProgrammeVerbs(desk)
        self._rows = FieldRows(SESSION, desk.screen, lambda fields: verbs.change([self.session.id], fields))
        self.lines = QVBoxLayout()
        self.add = ChoiceRow(desk.screen, message("Add an interpreter"), self._assign)
        self.column.addWidget(self._rows.make("interpretation", message("Mode")))
        self.column.addLayout(self.lines)
        self.column.addWidget(self.add)
        self.languages = Button(desk.screen, message("Interpreters and their languages…"), kind="link")
        self.languages.clicked.connect(self._open_interpreters)
        self.column.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show mode and interpreters."""
        self._rows.show(shown.session, is_other=is_other)
        lines = [self._line(shown, each.person, each.pair) for each in shown.session.assignments]
        self.refill(self.lines, lines)
        # Who is free takes a look at every session of that time, so that it waits until it is asked for.
        self.add.field.show_choices((), None)
        self.add.field.fill_when_opened(lambda: self._choices(shown))

    def _open_interpreters(self) -> None:
        meeting = self.shown.programme.meeting if self.shown else self.desk.meeting
        if meeting is not None:
            Interpreters(self.desk, meeting, self.session.id, self.window()).open()

    def _line(self, shown: Shown, person: int, pair: tuple[str, str]) -> QWidget:
        screen, delegate = self.desk.screen, shown.programme.people.get(person)
        name = screen.read(shown_name(delegate)) if delegate else "–"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(text=f"{name} · {_tags(pair)}", wrap=True), 1)
        remove = IconButton(screen, message("Take {name} off", name=name), "x")
        session, workspace = shown.session.id, self.desk.workspace
        remove.clicked.connect(lambda: self.write(lambda: unassign(workspace, session, person)))
        row.addWidget(remove)
        return line

    def _choices(self, shown: Shown) -> tuple[Choice, ...]:
        screen, programme = self.desk.screen, shown.programme
        pairs = interpreter_pairs(self.desk.tables)
        found: list[tuple[bool, Choice]] = []
        for pair, _ in PAIRS:
            for each in candidates(programme, pairs, shown.session.id, pair):
                name = screen.read(shown_name(programme.people[each.person]))
                text = f"{name} · {_tags(pair)}"
                if not each.is_free:
                    busy = programme.sessions[each.busy_in[0]].title
                    text = screen.say(message("{name}, busy in {session}", name=text, session=busy))
                found.append((not each.is_free, Choice((each.person, pair), text)))
        return tuple(choice for _, choice in sorted(found, key=lambda each: each[0]))

    def _assign(self, value: object) -> AlternatError | None:
        assert isinstance(value, tuple)
        (person, pair), workspace, session = value, self.desk.workspace, self.session.id
        return self.write(lambda: assign(workspace, session, person, pair))


class NoteSection(SessionSection):
    """The private note, on a ground of its own under a lock."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        surface(self, "private")
        self.column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._lock, tag, heading = QLabel(), Tag(tone="warns"), label("strong")
        self.wording.put(heading.setText, message("Private note"))
        self.wording.put(tag.say, message("Never shared"))
        for part in (self._lock, heading, tag):
            self.head.addWidget(part)
        self.head.addStretch()
        self.column.addLayout(self.head)
        verbs = ProgrammeVerbs(desk)
        self._rows = FieldRows(SESSION, desk.screen, lambda fields: verbs.change([self.session.id], fields))
        self.column.addWidget(self._rows.make("private_note", message("Note"), GrowingField()))
        desk.screen.theme_changed.connect(self._draw)
        self._draw()

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the note."""
        self._rows.show(shown.session, is_other=is_other)

    def _draw(self) -> None:
        screen = self.desk.screen
        self._lock.setPixmap(pixmap("lock", screen.palette.warns, screen.px(ICON)))


def _tags(pair: tuple[str, str]) -> str:
    return "–".join({"en": "EN", "fr": "FR", "zh": "中"}.get(code, code) for code in pair)
