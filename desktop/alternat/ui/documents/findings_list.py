"""What did not go well on the pages, under them: each finding leads to the field that would mend it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from alternat.language.messages import Message, counted, message
from alternat.planning.findings import Finding, SubjectKind
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.parts.findings.model import Column, FindingsModel
from alternat.ui.parts.findings.subjects import show_subject, subject_names
from alternat.ui.parts.findings.table import FindingsTable
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

ROWS = 4
"""How many findings show without scrolling."""


class FindingsList(QFrame):
    """A line with the number of findings of the document; it opens the list of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.setProperty("edge", "top")
        surface(self, "page")
        self.model = FindingsModel(desk.screen)
        self.table = FindingsTable(self.model)
        self.table.horizontalHeader().hide()
        # The sentence names the person already, and the pages leave little width.
        self.table.hideColumn(Column.SUBJECT)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.clicked.connect(self._point)
        self.table.wanted.connect(lambda index: show_subject(desk, self.model.finding(index.row())))
        self.heading = Button(desk.screen, message("No findings on these pages"), kind="nav")
        self.heading.setCheckable(True)
        self.heading.toggled.connect(self._open)
        self._left_out: Message | None = None
        self.left_out = label("muted", wrap=True)
        self.left_out.setContentsMargins(Space.S, 0, Space.S, Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.left_out)
        column.addWidget(self.table)
        self.table.hide()
        desk.screen.language_changed.connect(self._fill)
        desk.screen.theme_changed.connect(self._fill)
        self._fill()

    def show_findings(self, findings: tuple[Finding, ...], left_out: Message | None = None) -> None:
        """Show what a document had to say, the gravest first, and what is not on it."""
        if (findings, left_out) != (self._findings, self._left_out):
            self._findings, self._left_out = findings, left_out
            self._fill()

    def open(self) -> None:
        """Show the list, with the keyboard in it."""
        self.heading.setChecked(bool(self._findings))
        self.table.setFocus()

    def _point(self, index: QModelIndex) -> None:
        """Select the person of a finding, so that the pages show the badge or the row."""
        subject = self.model.finding(index.row()).subject
        if subject.kind is SubjectKind.PERSON:
            self._desk.person_selected.emit(subject.id)

    def _open(self, opened: bool) -> None:  # noqa: FBT001 the shape of Qt's signal
        self.table.setVisible(opened and bool(self._findings))
        self._draw_heading()

    def _fill(self) -> None:
        screen = self._desk.screen
        self.left_out.setText(screen.say(self._left_out) if self._left_out else "")
        self.left_out.setVisible(self._left_out is not None)
        self.model.show(self._findings, subject_names(self._desk.tables, self._findings))
        self.table.setAccessibleName(screen.say(message("Findings on these pages")))
        row = screen.px(ROW_HEIGHT - 4)
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.setFixedHeight(row * min(ROWS, max(1, len(self._findings))) + 2)
        self.table.setVisible(self.heading.isChecked() and bool(self._findings))
        self._draw_heading()

    def _draw_heading(self) -> None:
        count = len(self._findings)
        self.heading.setEnabled(bool(count))
        worst = self._findings[0].severity if count else None
        screen = self._desk.screen
        name = SEVERITY_LOOKS[worst].icon if worst else "circle-check"
        colour = severity_colour(worst, screen.palette) if worst else screen.palette.good
        self.heading.setIcon(screen.icon(name, colour=colour))
        self.heading.say(
            counted("{count} finding on these pages", "{count} findings on these pages", count)
            if count
            else message("No findings on these pages")
        )
