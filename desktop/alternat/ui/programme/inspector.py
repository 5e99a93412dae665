"""The session inspector: nothing, or one session with every field, whatever is selected."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.planning.programme import Programme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import hairline, label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.list import FindingsList
from alternat.ui.parts.inspector.section import NARROWEST
from alternat.ui.parts.widgets.focus import focus_first
from alternat.ui.programme.agenda import AgendaSection
from alternat.ui.programme.attendance import AttendanceSection
from alternat.ui.programme.basics import BasicsSection, ChairsSection
from alternat.ui.programme.interpreting import InterpretationSection, NoteSection
from alternat.ui.programme.section import SessionSection, Shown


class SessionInspector(QStackedWidget):
    """Shows and edits the selected session; every field is one undo step."""

    def __init__(self, desk: Desk, reads: Reads) -> None:
        super().__init__()
        self._desk, self._reads = desk, reads
        self._session = 0
        self._wording = Wording(desk.screen)
        self.basics, self.chairs = BasicsSection(desk), ChairsSection(desk)
        self.attendance, self.agenda = AttendanceSection(desk), AgendaSection(desk)
        self.interpretation, self.note = InterpretationSection(desk), NoteSection(desk)
        self.findings = FindingsList(desk.screen)
        self.findings.fix_wanted.connect(self.focus_field)
        self._area = self._build()
        self.addWidget(self._build_nothing())
        self.addWidget(self._area)
        self._measure()
        desk.findings.found.connect(self._show_findings)
        desk.screen.language_changed.connect(self._wording.say_again)
        desk.screen.theme_changed.connect(self._measure)

    @property
    def sections(self) -> tuple[SessionSection, ...]:
        """The sections from top to bottom."""
        return (self.basics, self.chairs, self.attendance, self.agenda, self.interpretation, self.note)

    def show_session(self, programme: Programme, session: int) -> None:
        """Show a session of a programme as it stands, or that none is selected."""
        plan, is_other = programme.sessions.get(session), session != self._session
        if is_other:
            self._finish_typing()
        self._session = session
        self.setCurrentIndex(0 if plan is None else 1)
        if plan is None:
            return
        with self._reads.noting():
            for section in self.sections:
                section.show_session(Shown(programme, plan), is_other=is_other)
        self._show_findings()
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def focus_title(self) -> None:
        """Put the cursor into the title, in the row of the screen's language."""
        self.basics.title.focus_language(self._desk.screen.language)

    def focus_field(self, field: str) -> None:
        """Put the cursor into what a finding names, such as `room` or `chairs`; else into the title."""
        basics = self.basics
        places: dict[str, QWidget] = {
            "day": basics.day,
            "start": basics.start,
            "minutes": basics.minutes,
            "room": basics.room,
            "subgroup": basics.subgroup,
            "chairs": self.chairs,
            "parties": self.attendance,
            "agenda": self.agenda,
            "assignments": self.interpretation,
        }
        place = places.get(field)
        if place is None or not focus_first(place):
            self.focus_title()
            return
        # The layout of what has just come into view is only known a moment later.
        QTimer.singleShot(0, place, lambda: self._area.ensureWidgetVisible(place))

    def _finish_typing(self) -> None:
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()

    def _show_findings(self) -> None:
        about = [
            finding
            for finding in self._desk.findings.findings
            if self._session in finding.sessions
            or (finding.subject.kind.value == "session" and finding.subject.id == self._session)
        ]
        self.findings.show_findings(about)

    def _measure(self) -> None:
        self.setMinimumWidth(self._desk.screen.px(NARROWEST))

    def _build_nothing(self) -> QWidget:
        hint = label("muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wording.put(hint.setText, message("Select a session to see and edit every detail here."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(hint)
        return page

    def _build(self) -> QScrollArea:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(self.findings)
        for at, section in enumerate(self.sections):
            if 0 < at < len(self.sections) - 1:
                column.addWidget(hairline())
            column.addWidget(section)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
