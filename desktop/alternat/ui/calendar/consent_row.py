"""The word of one side on the meeting: its date and its document, recorded or withdrawn in place."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.consents import give_consent, withdraw_consent
from alternat.language.formats import date_span
from alternat.language.messages import message
from alternat.nouns.consents import ConsentStep
from alternat.planning.consents import Agreement
from alternat.ui.calendar.marks import SideLook
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs.setbacks import attempt_on_meeting
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.tag import SideTag
from alternat.ui.parts.widgets.text_fields import LineField


class ConsentRow(QFrame):
    """What a side has said, or the fields to record it."""

    def __init__(self, desk: Desk, side: SideLook) -> None:
        super().__init__()
        self._desk, self._side = desk, side
        self._word: int | None = None
        self._step = ConsentStep.PROPOSED
        self._given: date | None = None
        screen = desk.screen
        surface(self, "card")
        self._name = SideTag(screen)
        self.said = label(wrap=True)
        self.given = DateField(screen, message("Day of the consent"))
        self.document = LineField()
        self.record = Button(screen, message("Record the proposal"))
        self.withdraw = Button(screen, message("Withdraw"), kind="link")
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(Space.XS)
        fields.addWidget(self.given, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self.document)
        fields.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self._fields)
        self.given.committed.connect(self._keep_day)
        self.record.clicked.connect(self._record)
        self.withdraw.clicked.connect(self._withdraw)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show how far this side has come."""
        screen = self._desk.screen
        word = agreement.word_of(self._side.code)
        self._word = word.id if word else None
        self._name.show_side(screen.read(self._side.country), self._side.colour)
        outdated = next((each for each in agreement.outdated if each.side == self._side.code), None)
        self.said.setVisible(word is not None or outdated is not None)
        self.withdraw.setVisible(word is not None)
        self._fields.setVisible(word is None)
        if word is not None:
            is_proposal = word.step is ConsentStep.PROPOSED
            text = message("Proposed on {day}", day=word.given)
            if not is_proposal:
                text = message("Accepted on {day}", day=word.given)
            self.said.setText(f"{screen.say(text)}\n{word.document}" if word.document else screen.say(text))
            return
        if outdated is not None:
            days = date_span(outdated.starts, outdated.ends, screen.language) if outdated.starts else "–"
            lost = message(
                "Its word of {day} was for {days} in {city} and no longer counts.",
                day=outdated.given,
                days=days,
                city=outdated.city,
            )
            self.said.setText(screen.say(lost))
        self._step = ConsentStep.ACCEPTED if agreement.proposal else ConsentStep.PROPOSED
        is_proposal = self._step is ConsentStep.PROPOSED
        self.record.say(message("Record the proposal") if is_proposal else message("Record the acceptance"))
        self.given.show_day(self._given or self._desk.today())
        document = screen.say(message("Note, letter or record"))
        self.document.setPlaceholderText(document)
        self.document.setAccessibleName(document)

    def _keep_day(self, day: date | None) -> None:
        self._given = day
        if day is None:
            self.given.show_day(self._desk.today())

    def _record(self) -> None:
        desk, meeting = self._desk, self._desk.meeting
        if meeting is None:
            return
        given, document = self._given or desk.today(), self.document.text().strip()
        changes = desk.attempt(
            lambda: give_consent(
                desk.workspace,
                side=self._side.code,
                step=self._step,
                given=given,
                document=document,
                meeting=meeting,
            )
        )
        if changes:
            self._given = None
            self.document.clear()

    def _withdraw(self) -> None:
        word = self._word
        if word is not None:
            attempt_on_meeting(self._desk, lambda: withdraw_consent(self._desk.workspace, word))
