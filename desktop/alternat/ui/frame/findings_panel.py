"""The findings of the meeting in view, each leading to the field that would mend it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from alternat.language.messages import counted, message
from alternat.planning.findings import Finding, Severity
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.lowered import LoweredButton, LoweredList
from alternat.ui.frame.lowering import LoweringStrip, can_change
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.model import FindingsModel
from alternat.ui.parts.findings.subjects import show_subject, subject_names
from alternat.ui.parts.findings.table import FindingsTable
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS

ALL = ""


class FindingsPanel(QFrame):
    """Stands under the page when open; `closed` asks to put it away."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._watch = desk, desk.findings
        self._wording = Wording(desk.screen)
        surface(self, "page")
        self.setProperty("edge", "top")
        self._title = label("title")
        self._filter = Segmented(
            desk.screen,
            message("Severity"),
            [(ALL, message("All")), *((each.value, SEVERITY_LOOKS[each].word) for each in Severity)],
        )
        self._filter.choose(ALL)
        self._filter.chosen.connect(lambda _: self.load())
        close = IconButton(desk.screen, message("Close the findings"), "x")
        close.clicked.connect(self.closed)
        self.model = FindingsModel(desk.screen)
        self.table = FindingsTable(self.model)
        self.table.wanted.connect(lambda index: show_subject(desk, self.model.finding(index.row())))
        self._wording.put(self.table.setAccessibleName, message("Findings"))
        self.weight = Button(desk.screen, message("Severity here…"), icon="arrow-up-down")
        self.weight.setEnabled(False)
        self.weight.clicked.connect(self._weigh)
        self.lowering = LoweringStrip(desk)
        self.lowering.ended.connect(self.table.setFocus)
        self.lowered = LoweredList(desk)
        self.lowered_kinds = LoweredButton(desk, self.lowered)
        self.model.modelReset.connect(self._offer)
        self.table.selectionModel().currentChanged.connect(self._offer)
        head = QHBoxLayout()
        head.setContentsMargins(Space.XL, Space.S, Space.S, Space.S)
        head.setSpacing(Space.L)
        head.addWidget(self._title)
        head.addWidget(self._filter)
        head.addStretch()
        head.addWidget(self.lowered_kinds)
        head.addWidget(self.weight)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.lowered)
        column.addWidget(self.lowering)
        sides = QHBoxLayout()
        sides.setContentsMargins(Space.L, 0, Space.S, 0)
        sides.addWidget(self.table)
        column.addLayout(sides)
        desk.findings.found.connect(self._on_found)
        desk.screen.language_changed.connect(self._respeak)
        desk.screen.theme_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        """Show the findings of the chosen severity."""
        chosen = self._filter.value
        findings = tuple(each for each in self._watch.findings if chosen in {ALL, each.severity.value})
        current = self.selected
        self.model.show(findings, subject_names(self._desk.tables, findings))
        for at, finding in enumerate(findings):
            if current is not None and (finding.code, finding.subject) == (current.code, current.subject):
                self.table.selectRow(at)
        self.table.set_row_height(self._desk.screen.px(ROW_HEIGHT - 4))
        total = len(self._watch.findings)
        text = counted("{count} finding", "{count} findings", total) if total else message("No findings")
        self._title.setText(self._desk.screen.say(text))

    @property
    def selected(self) -> Finding | None:
        """The finding of the row in hand."""
        row = self.table.currentIndex().row()
        return self.model.finding(row) if 0 <= row < self.model.rowCount() else None

    def _offer(self) -> None:
        self.weight.setEnabled(can_change(self.selected))

    def _weigh(self) -> None:
        selected = self.selected
        if selected is not None:
            count = sum(each.code == selected.code for each in self._watch.findings)
            self.lowering.begin(selected, count)

    def _on_found(self) -> None:
        if self.isVisible():
            self.load()

    def _respeak(self) -> None:
        self._wording.say_again()
        self.load()
