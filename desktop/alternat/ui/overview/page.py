"""The overview: the meeting in view, how far its delegations and texts have come, and what needs care."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.planning.hosting import next_host
from alternat.ui.desk.place import Place
from alternat.ui.look.style import surface
from alternat.ui.look.tokens import Space
from alternat.ui.overview.attention_card import AttentionCard
from alternat.ui.overview.checklist_card import ChecklistCard
from alternat.ui.overview.completeness_card import CompletenessCard
from alternat.ui.overview.delegation_card import DelegationCard
from alternat.ui.overview.follow_up_card import FollowUpCard
from alternat.ui.overview.meeting_card import MeetingCard
from alternat.ui.overview.summary import summary
from alternat.ui.parts.page import Page
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState

WIDEST = 1280
ABREAST = 800
"""From which width on the cards stand in two columns, at 100 % text."""


class OverviewPage(Page):
    """Shows the meeting at a glance."""

    _is_abreast: bool | None = None
    """Whether the columns stand side by side; None before the page has a size."""

    def build(self) -> None:
        """Make the cards, and what stands there while there is no meeting or nobody takes part."""
        screen = self.desk.screen
        self._meeting = MeetingCard(self.desk)
        self._sides = [DelegationCard(screen) for _ in self.desk.tables.Side.select()]
        self._completeness = CompletenessCard(screen)
        self._checklist = ChecklistCard(self.desk)
        self._follow_up = FollowUpCard(self.desk)
        self._attention = AttentionCard(self.desk)
        self._attention.all_wanted.connect(self.desk.findings_wanted)
        self._nobody = self._empty_delegations()
        self._no_meeting = self._empty_meetings()
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._sheet())
        self._layers.addWidget(self._no_meeting)
        self.desk.findings.found.connect(self._show_findings)

    def load(self) -> None:
        """Show the meeting, or how to add the first one."""
        meeting = self.desk.meeting
        self._layers.setCurrentIndex(1 if meeting is None else 0)
        if meeting is None:
            self._no_meeting.say(message("No meeting yet"), next_host(self.desk.tables).reason)
            return
        counted = summary(self.desk.tables, meeting)
        self._meeting.load()
        self._checklist.load()
        self._follow_up.load()
        for card, delegation in zip(self._sides, counted.delegations, strict=True):
            card.show_delegation(delegation)
            card.setVisible(bool(counted.people))
        self._completeness.show_completeness(counted.completeness)
        self._completeness.setVisible(bool(counted.people))
        self._nobody.setHidden(bool(counted.people))
        self._show_findings()

    def retranslate(self) -> None:
        """Rename the cards."""
        for card in (
            *(self._meeting, self._completeness, self._checklist, self._follow_up),
            self._attention,
        ):
            card.wording.say_again()

    def show_place(self, place: Place) -> None:
        """Put the cursor into a field of the meeting."""
        self.catch_up()
        self._meeting.focus(place.field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns side by side, or one under the other where the text is too large for that."""
        super().resizeEvent(event)
        is_abreast = self.width() >= self.desk.screen.px(ABREAST)
        if is_abreast is not self._is_abreast:
            self._is_abreast = is_abreast
            for at, column in enumerate(self._columns):
                row, place = (0, at) if is_abreast else (at, 0)
                self._grid.addWidget(column, row, place, Qt.AlignmentFlag.AlignTop)
                self._grid.setColumnStretch(at, int(is_abreast or at == 0))

    def _show_findings(self) -> None:
        if self.isVisible():
            self._attention.show_findings(self.desk.findings.findings)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        surface(sheet, "page")
        sheet.setMaximumWidth(WIDEST)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        grid.setSpacing(Space.L)
        self._grid = grid
        self._columns = (QWidget(), QWidget())
        left, right = (QVBoxLayout(column) for column in self._columns)
        for column in (left, right):
            column.setSpacing(Space.L)
            column.setContentsMargins(0, 0, 0, 0)
        delegations = QHBoxLayout()
        delegations.setSpacing(Space.L)
        for card in self._sides:
            delegations.addWidget(card, 1)
        left.addWidget(self._meeting)
        left.addWidget(self._checklist)
        left.addWidget(self._completeness)
        left.addStretch()
        right.addLayout(delegations)
        right.addWidget(self._nobody)
        right.addWidget(self._attention)
        right.addWidget(self._follow_up)
        right.addStretch()
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(area.setAccessibleName, message("Overview"))
        return area

    def _empty_delegations(self) -> EmptyState:
        screen = self.desk.screen
        add = Button(screen, message("Add a person"), icon="user-plus", kind="primary")
        bring = Button(screen, message("Import a list"), icon="file-input")
        add.clicked.connect(lambda: self.desk.action_wanted.emit("delegations", "add-person"))
        bring.clicked.connect(lambda: self.desk.action_wanted.emit("delegations", "import-people"))
        return EmptyState(
            screen,
            "users",
            message("Nobody takes part yet"),
            message("Add the people of both delegations one by one, or import a list that you were sent."),
            (add, bring),
        )

    def _empty_meetings(self) -> EmptyState:
        screen = self.desk.screen
        add = Button(screen, message("Add a meeting"), icon="calendar-plus", kind="primary")
        add.clicked.connect(self.desk.meeting_form_wanted)
        terms = Button(screen, message("Read the terms of reference"), icon="scroll-text")
        terms.clicked.connect(lambda: self.desk.show_page("terms"))
        title = message("No meeting yet")
        return EmptyState(screen, "calendar-days", title, title, (add, terms))
