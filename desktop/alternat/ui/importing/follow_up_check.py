"""The last step of reading a workbook of the follow-up back: what would happen, and who is meant."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import FollowUpPlan, PersonQuestion, PlannedRecord, RowAction, by_kind
from alternat.ui.importing.follow_up_session import FollowUpSession
from alternat.ui.importing.planned_follow_up import PlannedFollowUpModel, changes_of
from alternat.ui.importing.sheet_preview import quieten
from alternat.ui.importing.step import Step
from alternat.ui.importing.told_once import ToldOnce
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, ROW_HEIGHT, Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, Reason

WIDTHS = (150, 52, 190, 120)
_NOTHING_CHOSEN = object()
"""What no choice has as its value: to leave a name out is a choice too."""


class WhoIsMeant(QWidget):
    """Asks about one name after another who is meant; the first that is asked about shows."""

    def __init__(self, screen: Screen, session: FollowUpSession) -> None:
        super().__init__()
        self._screen, self._session = screen, session
        self._question: PersonQuestion | None = None
        self.sentence, self.field = label("note", wrap=True), ChoiceField()
        self._wording = Wording(screen)
        self._wording.put(self.field.setAccessibleName, message("Who is meant"))
        self.field.setMinimumContentsLength(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.field)
        screen.language_changed.connect(self._speak)
        self.hide()

    @property
    def name(self) -> str:
        """Return the name that is asked about."""
        return self._question.name if self._question is not None else ""

    def ask(self, question: PersonQuestion | None) -> None:
        """Ask about a name, or about none."""
        self._question = question
        self.setVisible(question is not None)
        self._speak()

    def _speak(self) -> None:
        self._wording.say_again()
        if self._question is None:
            return
        say, read = self._screen.say, self._screen.read
        self.sentence.setText(say(self._question.sentence))
        among = self._question.among or self._session.everybody()
        choices = [Choice(None, say(message("Leave the name out")))]
        choices += [
            Choice(each.id, say(message("{number} {name}", number=str(each.id), name=read(each.name))))
            for each in among
        ]
        self.field.show_choices(choices, _NOTHING_CHOSEN)


class FollowUpCheckStep(Step):
    """The plan; nothing of it is written here."""

    session: FollowUpSession

    def __init__(self, screen: Screen, session: FollowUpSession) -> None:
        super().__init__(screen, session)
        self.plan: FollowUpPlan | None = None
        self.summary, self.blocked, self.told = label("title", wrap=True), label(wrap=True), ToldOnce()
        self.blocked.setProperty("severity", "blocks")
        self.reason, self.question = Reason(screen), WhoIsMeant(screen, session)
        self.shows_all, self.detail = QCheckBox(), label(wrap=True)
        self.model, self.table = PlannedFollowUpModel(screen), QTableView()
        put = self.wording.put
        put(self.table.setAccessibleName, message("Rows of the workbook"))
        put(self.detail.setAccessibleName, message("What to know of the row"))
        put(self.shows_all.setText, message("Show the rows that stay as they are too"))
        self._set_up_table()
        self._lay_out()
        self.shows_all.toggled.connect(lambda _: self._show())
        self.question.field.chosen.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        screen.language_changed.connect(self._show)

    @property
    def is_ready(self) -> bool:
        """Return whether something would be written, nothing hinders it, and every name is settled."""
        plan = self.plan
        if plan is None or plan.is_blocked or not plan.writes:
            return False
        return not self.session.open_questions(plan)

    def enter(self) -> None:
        """Compare the workbook with the dialogue and show what would happen."""
        self.reason.show_error(None)
        self.replan()
        if self.model.rowCount():
            self.table.selectRow(0)

    def take_focus(self) -> None:
        """Put the cursor into the list of rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def replan(self) -> None:
        """Work the plan out anew and show it; a file that is no such workbook is refused."""
        try:
            self.plan = self.session.plan()
        except AlternatError as error:
            self.plan = None
            self.reason.show_error(error)
        self._show()
        self.readiness_changed.emit()

    def _choose(self, person: object) -> None:
        name = self.question.name
        if isinstance(person, int):
            self.session.people[name] = person
        else:
            self.session.left_out.add(name)
        self.replan()

    def _set_up_table(self) -> None:
        table, px = self.table, self.screen_of.px
        table.setModel(self.model)
        quieten(table, self.screen_of)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setIconSize(QSize(px(ICON), px(ICON)))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        table.horizontalHeader().setStretchLastSection(True)
        for section, width in enumerate(WIDTHS):
            table.setColumnWidth(section, px(width))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        parts = (self.summary, self.blocked, self.reason, self.told, self.question, self.shows_all)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    def _show(self) -> None:
        plan, say = self.plan, self.screen_of.say
        self.summary.setText(say(plan.summary) if plan is not None else "")
        blocking = _lines(plan, blocks=True)
        self.blocked.setText("\n".join(say(each) for each in blocking))
        self.blocked.setVisible(bool(blocking))
        told = [
            *_lines(plan, blocks=False),
            *self._left_out(),
            *_lacking(plan),
            *(plan.notes if plan else ()),
            *_gone(plan),
        ]
        self.told.show_lines([say(each) for each in told])
        asked = self.session.open_questions(plan) if plan is not None else ()
        self.question.ask(asked[0] if asked else None)
        rows = plan.rows if plan is not None else ()
        is_all = self.shows_all.isChecked()
        self.model.show([row for row in rows if is_all or row.action is not RowAction.SKIP])
        self.model.refresh()
        self._show_detail()

    def _left_out(self) -> tuple[Message, ...]:
        """Return which names are not read back, as somebody chose."""
        return tuple(
            message(
                "{sheet}, row {row}: the name “{name}” is left out.",
                sheet=each.sheet,
                row=each.row,
                name=each.name,
            )
            for each in (self.plan.questions if self.plan is not None else ())
            if each.name in self.session.left_out
        )

    def _show_detail(self) -> None:
        at = self.table.currentIndex().row()
        row: PlannedRecord | None = self.model.value(at) if 0 <= at < self.model.rowCount() else None
        lines = changes_of(row) if row is not None else ()
        self.detail.setText("\n".join(self.screen_of.say(line) for line in lines))
        self.detail.setVisible(bool(lines))


def _lines(plan: FollowUpPlan | None, *, blocks: bool) -> list[Message]:
    """Return each kind of problem once, those that keep the workbook out or the others."""
    return [
        message("{where}: {problem}", where=kind.place, problem=wording)
        for kind in by_kind(plan.problems if plan is not None else ())
        if (kind.severity is Severity.BLOCKS) == blocks
        for wording in kind.wordings
    ]


def _lacking(plan: FollowUpPlan | None) -> tuple[Message, ...]:
    """Return what the records that would be closed lack."""
    return plan.lacks if plan is not None else ()


def _gone(plan: FollowUpPlan | None) -> tuple[Message, ...]:
    return tuple(each.sentence for each in plan.gone) if plan is not None else ()
