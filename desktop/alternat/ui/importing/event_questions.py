"""What an import of sessions asks: whether a session of that title has moved, or the row is another one."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.formats import clock
from alternat.language.messages import Message, counted, message
from alternat.planning.event_drafts import Moved
from alternat.planning.event_imports import PlannedEvent
from alternat.planning.imports import RowProblem
from alternat.planning.problem_groups import grouped
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented

CHOICES = (
    (Moved.MOVE, message("It has moved")),
    (Moved.NEW, message("It is a new one")),
    (Moved.SKIP, message("Leave out")),
)


class MovedQuestion(QWidget):
    """The question of one row; `decided` carries its number and the answer, `decided_all` one for all."""

    decided = Signal(int, object)
    decided_all = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._row: PlannedEvent | None = None
        self._words, self._rest = label(wrap=True), label("muted", wrap=True)
        self.choice = Segmented(screen, message("What the row is"), CHOICES)
        self.all_moved = Button(screen, message("All have moved"))
        self.all_new = Button(screen, message("All are new"))
        answers = QHBoxLayout()
        answers.setSpacing(Space.S)
        answers.addWidget(self.choice)
        answers.addStretch(1)
        answers.addWidget(self._rest)
        answers.addWidget(self.all_moved)
        answers.addWidget(self.all_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._words)
        column.addLayout(answers)
        self.choice.chosen.connect(self._decide)
        self.all_moved.clicked.connect(lambda: self.decided_all.emit(Moved.MOVE))
        self.all_new.clicked.connect(lambda: self.decided_all.emit(Moved.NEW))
        self.hide()

    def show_row(self, row: PlannedEvent | None, waiting: int) -> None:
        """Ask about a row, if it is one to ask about; `waiting` rows have no answer yet."""
        self._row = row
        candidate = row.candidate if row is not None else None
        self.setVisible(candidate is not None)
        if row is None or candidate is None:
            return
        self.choice.choose(row.decision)
        self._words.setText(
            self._screen.say(
                message(
                    "“{title}” is in the programme on {day} at {start}. Has it moved, or is this another?",
                    title=candidate.title,
                    day=candidate.day,
                    start=clock(candidate.start, self._screen.language),
                )
            )
        )
        self._rest.setText(
            self._screen.say(counted("{count} row to decide", "{count} rows to decide", waiting))
        )
        for part in (self._rest, self.all_moved, self.all_new):
            part.setVisible(waiting > 1)

    def _decide(self, moved: object) -> None:
        if self._row is not None:
            self.decided.emit(self._row.draft.row, moved)


def grouped_lines(problems: Iterable[RowProblem]) -> list[Message]:
    """Return a line for each kind of problem that several rows have: where, and what."""
    return [
        message("{where}: {problem}", where=group.place, problem=_joined(group.wordings))
        for group in grouped(problems)
        if len(group.rows) > 1
    ]


def _joined(wordings: tuple[Message, ...]) -> Message:
    sentence = wordings[0]
    for each in wordings[1:]:
        sentence = message("{first} {second}", first=sentence, second=each)
    return sentence
