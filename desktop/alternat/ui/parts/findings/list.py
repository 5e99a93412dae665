"""What is wrong with the person in the inspector, each with the button that leads to the field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.language.messages import counted
from alternat.planning.findings import Finding
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

FOLDED = 2
"""How many findings show before the rest is asked for."""


class FindingsList(QWidget):
    """Findings as short notes; `fix_wanted` carries the field to fill."""

    fix_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._findings: tuple[Finding, ...] = ()
        self._is_unfolded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        screen.language_changed.connect(self._rebuild)
        screen.theme_changed.connect(self._rebuild)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, the gravest first as they come."""
        shown = tuple(findings)
        if shown != self._findings:
            subjects = {finding.subject for finding in (*shown, *self._findings)}
            self._is_unfolded = self._is_unfolded and len(subjects) == 1
            self._findings = shown
            self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rest = len(self._findings) - FOLDED
        is_folded = not self._is_unfolded and rest > 0
        for finding in self._findings[:FOLDED] if is_folded else self._findings:
            self._column.addWidget(self._note(finding))
        if is_folded:
            more = Button(self._screen, counted("{count} more", "{count} more", rest), kind="link")
            more.clicked.connect(self._unfold)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self._findings))

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._rebuild()

    def _note(self, finding: Finding) -> QWidget:
        screen, look = self._screen, SEVERITY_LOOKS[finding.severity]
        note = QFrame()
        note.setProperty("banner", finding.severity.value)
        mark = QLabel()
        mark.setPixmap(pixmap(look.icon, severity_colour(finding.severity, screen.palette), screen.px(ICON)))
        mark.setAccessibleName(screen.say(look.word))
        sentence = label("note", screen.say(finding.message), wrap=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(sentence)
        if finding.fix is not None:
            field = finding.fix.field
            fix = Button(screen, finding.fix.label, kind="link")
            fix.clicked.connect(lambda: self.fix_wanted.emit(field))
            column.addWidget(fix, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(note)
        row.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return note
