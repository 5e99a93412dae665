"""One row of an import in detail: its fields, its problems, and the decision about a likely duplicate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.planning.imports import Candidate, Decision, ImportAction, PlannedRow
from alternat.planning.imports import Choice as Wish
from alternat.ui.importing.comparison import Compared, changed, compared, stated
from alternat.ui.importing.session import ImportSession
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour
from alternat.ui.person.record import read_record

WISHES = (
    (Wish.MERGE, message("Same person")),
    (Wish.ADD, message("Another person")),
    (Wish.SKIP, message("Leave out")),
)


class RowDetail(QScrollArea):
    """Shows a row; `decided` carries its number and the decision about it."""

    decided = Signal(int, object)
    stands_for = Signal(str, str)
    """A name of the list and the code of the entity that it is taken for; empty for none."""

    def __init__(self, screen: Screen, session: ImportSession) -> None:
        super().__init__()
        self._screen, self._session = screen, session
        self._row: PlannedRow | None = None
        self.wish: Segmented | None = None
        """The choice about a likely duplicate, while there is one in view."""
        self.candidate: ChoiceField | None = None
        """The choice among several people whom the row may be."""
        self.entity: ChoiceField | None = None
        """The choice of what an unknown entity stands for."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        screen.language_changed.connect(self._rebuild)
        screen.theme_changed.connect(self._rebuild)

    def show_row(self, row: PlannedRow | None) -> None:
        """Show another row, or none."""
        self._row = row
        self._rebuild()

    def _rebuild(self) -> None:
        body = QWidget()
        surface(body, "side")
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        self.wish, self.candidate, self.entity = None, None, None
        if self._row is not None:
            self._fill(column, self._row)
        column.addStretch()
        self.setWidget(body)

    def _fill(self, column: QVBoxLayout, row: PlannedRow) -> None:
        say = self._screen.say
        column.addWidget(label("title", row.draft.shown_name or say(message("No name")), wrap=True))
        column.addWidget(label("muted", say(row.reason), wrap=True))
        for problem in row.problems:
            column.addWidget(self._problem(problem.severity, problem.message))
        if row.candidates:
            self._add_decision(column, row)
        if row.draft.new_entity and row.draft.side:
            self._add_entity(column, row)
        column.addWidget(self._grid(*self._fields(row)))

    def _problem(self, severity: Severity, text: Message) -> QWidget:
        look, colour = SEVERITY_LOOKS[severity], severity_colour(severity, self._screen.palette)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        mark = QLabel()
        mark.setPixmap(pixmap(look.icon, colour, self._screen.px(ICON)))
        mark.setAccessibleName(self._screen.say(look.word))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text=self._screen.say(text), wrap=True), 1)
        return line

    def _add_decision(self, column: QVBoxLayout, row: PlannedRow) -> None:
        screen = self._screen
        if len(row.candidates) > 1:
            self.candidate = ChoiceField()
            choices = [Choice(each.key, each.name) for each in row.candidates]
            self.candidate.show_choices(choices, self._merged_with(row).key)
            self.candidate.setAccessibleName(screen.say(message("Person who may be the same")))
            self.candidate.chosen.connect(lambda _: self._decide(row, Wish.MERGE))
            column.addWidget(self.candidate)
        column.addWidget(label("caption", screen.say(self._merged_with(row).reason), wrap=True))
        self.wish = Segmented(screen, message("Decision about this row"), WISHES)
        if row.decision is not None:
            self.wish.choose(row.decision.choice)
        self.wish.chosen.connect(lambda wish: self._decide(row, wish))
        column.addWidget(self.wish)

    def _merged_with(self, row: PlannedRow) -> Candidate:
        """Return the candidate in view: the one decided for, else the one met, else the likeliest."""
        decision = row.decision
        for each in row.candidates:
            if decision is not None and decision.choice is Wish.MERGE and each.merging == decision:
                return each
        met = [each for each in row.candidates if row.person and each.person == row.person]
        return (met or list(row.candidates))[0]

    def _decide(self, row: PlannedRow, wish: Wish) -> None:
        key = self.candidate.value if self.candidate is not None else self._merged_with(row).key
        chosen = next((each for each in row.candidates if each.key == key), row.candidates[0])
        self.decided.emit(row.row, chosen.merging if wish is Wish.MERGE else Decision(wish))

    def _add_entity(self, column: QVBoxLayout, row: PlannedRow) -> None:
        """Offer the entities for which the name that the row gives can stand, in all rows alike."""
        new = row.draft.new_entity
        name = new.en or new.fr or new.zh
        entity, side = self._session.tables.Entity, self._session.tables.Side
        own = entity.select().join(side).where(side.code == row.draft.side).order_by(entity.number)
        none = self._screen.say(message("“{text}” is no entity of the dialogue", text=name))
        choices = [Choice("", none), *(Choice(each.code, self._screen.read(each.name)) for each in own)]
        self.entity = ChoiceField()
        self.entity.show_choices(choices, self._session.standing_for.get(name, ""))
        self.entity.setAccessibleName(self._screen.say(message("Entity that the name stands for")))
        self.entity.chosen.connect(lambda code: self.stands_for.emit(name, str(code)))
        column.addWidget(self.entity)

    def _fields(self, row: PlannedRow) -> tuple[tuple[Compared, ...], tuple[Message, ...]]:
        tables, catalog = self._session.tables, self._screen.catalog
        if row.candidates and self._merged_with(row).person:
            person = read_record(tables, self._merged_with(row).person, self._session.meeting)
            if person is not None:
                heads = (message("In the list"), message("There already"))
                return compared(row.draft, person, tables, catalog), heads
        if row.action is ImportAction.UPDATE and row.changes:
            return changed(row.changes, tables, catalog), (message("From the list"), message("Until now"))
        return stated(row.draft, tables, catalog), (message("In the list"),)

    def _grid(self, rows: Sequence[Compared], heads: Sequence[Message]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, Space.S, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        for at, head in enumerate(heads, 1):
            grid.addWidget(label("caption-strong", self._screen.say(head)), 0, at)
            grid.setColumnStretch(at, 1)
        for line, row in enumerate(rows, 1):
            texts = (row.listed, row.present)[: len(heads)]
            stress = "strong" if row.differs and len(heads) > 1 else ""
            grid.addWidget(label("caption", row.name, wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
            for at, text in enumerate(texts, 1):
                shown = label(stress if at == 1 else "muted" if at == 2 else "", text or "–", wrap=True)
                shown.setAccessibleName(f"{row.name}: {text}")
                grid.addWidget(shown, line, at, Qt.AlignmentFlag.AlignTop)
        return table
