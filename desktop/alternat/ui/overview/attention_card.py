"""What needs care before printing: the gravest findings, each leading to the field that would mend it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.language.messages import counted, message
from alternat.planning.findings import Finding, Severity
from alternat.ui.desk.desk import Desk
from alternat.ui.look.icons import pixmap
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.subjects import show_subject
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

SHOWN_AT_MOST = 5


class AttentionCard(Card):
    """Lists the findings that block or warn; `all_wanted` asks for all of them."""

    all_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wording = Wording(desk.screen)
        self.wording.put(self.title.setText, message("Needs care"))
        self._nothing = label("muted", wrap=True)
        self.wording.put(self._nothing.setText, message("Nothing blocks or warns."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self._all = Button(desk.screen, message("Show all findings"), kind="link")
        self._all.clicked.connect(self.all_wanted)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the gravest of the findings."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        grave = [each for each in findings if each.severity is not Severity.NOTES]
        for finding in grave[:SHOWN_AT_MOST]:
            self._rows.addWidget(self._row(finding))
        self._nothing.setHidden(bool(grave))
        rest = len(findings) - len(grave[:SHOWN_AT_MOST])
        self._all.setVisible(bool(rest))
        self._all.say(counted("Show {count} more finding", "Show {count} more findings", rest))

    def _row(self, finding: Finding) -> QWidget:
        screen = self._desk.screen
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        mark, sentence = QLabel(), label(text=screen.say(finding.message), wrap=True)
        for part in (mark, sentence):
            part.setContentsMargins(0, Space.XS, 0, 0)
        colour = severity_colour(finding.severity, screen.palette)
        mark.setPixmap(pixmap(SEVERITY_LOOKS[finding.severity].icon, colour, screen.px(ICON)))
        mark.setAccessibleName(screen.say(SEVERITY_LOOKS[finding.severity].word))
        mark.setToolTip(mark.accessibleName())
        fix = Button(screen, finding.fix.label if finding.fix else message("Show"), kind="link")
        fix.clicked.connect(lambda: show_subject(self._desk, finding))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(sentence, 1)
        across.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        return row
