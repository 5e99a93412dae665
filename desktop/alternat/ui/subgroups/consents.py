"""The word of each side on a sub-group or a topic: its state, and the verbs that put it on record."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from alternat.actions.consents import give_consent, withdraw_consent
from alternat.language.formats import long_date
from alternat.language.messages import Message, message
from alternat.nouns.consents import ConsentStep
from alternat.planning.consents import Agreement, ConsentSubject, Word
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField, read_day
from alternat.ui.parts.widgets.tag import SideTag, Tag
from alternat.ui.parts.widgets.text_fields import LineField


class SideConsent(QWidget):
    """One side's line: what it said when and in which document, or the verb by which it says so."""

    def __init__(self, desk: Desk, subject: ConsentSubject, side: str) -> None:
        super().__init__()
        self._desk, self._subject, self._side = desk, subject, side
        self._key = 0
        self._agreement = Agreement(())
        screen = desk.screen
        self.wording = Wording(screen)
        self._name, self.state, self._when = SideTag(screen), Tag(), label("caption")
        self.day = DateField(screen, message("Day on which the side gave its word"))
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.document = LineField()
        self.wording.put(self.document.setAccessibleName, message("Note or letter"))
        self.wording.put(self.document.setPlaceholderText, message("Note or letter"))
        self.give = Button(screen, message("Propose"), icon="signature")
        self.withdraw = Button(screen, message("Withdraw"), kind="quiet")
        self.day.committed.connect(self._change_day)
        self.document.committed.connect(self._change_document)
        self.give.clicked.connect(self._give)
        self.withdraw.clicked.connect(self._withdraw)
        screen.language_changed.connect(self.wording.say_again)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_agreement(self, key: int, agreement: Agreement) -> None:
        """Show where the side stands on one subject."""
        is_other = key != self._key
        self._key, self._agreement = key, agreement
        screen, tables = self._desk.screen, self._desk.tables
        side = tables.Side.get(tables.Side.code == self._side)
        self._name.show_side(screen.read(side.country), side.colour)
        word = self._word
        self.state.show_tag(screen.say(_state(word)), "good" if word else "warns")
        self._when.setText(long_date(word.given, screen.language) if word else "")
        if word is not None:
            self.day.show_day(word.given)
            self.document.show_text(word.document)
        elif is_other or self.give.isHidden():
            self.day.show_day(self._desk.today())
            self.document.show_text("")
        self.give.say(message("Accept") if self._step is ConsentStep.ACCEPTED else message("Propose"))
        self.give.setVisible(word is None)
        self.withdraw.setVisible(word is not None)

    @property
    def _word(self) -> Word | None:
        return self._agreement.word_of(self._side)

    @property
    def _step(self) -> ConsentStep:
        """What the side said, or what is left for it to say."""
        if self._word is not None:
            return self._word.step
        return ConsentStep.PROPOSED if self._agreement.proposal is None else ConsentStep.ACCEPTED

    def _change_day(self, day: date | None) -> None:
        if self._word is not None:
            self._record(day or self._word.given)

    def _change_document(self, document: str) -> None:
        del document
        if self._word is not None:
            self._record(self._word.given)

    def _give(self) -> None:
        self._record(read_day(self.day.field.text()) or self._desk.today())

    def _record(self, given: date) -> None:
        workspace, subject = self._desk.workspace, {self._subject.value: self._key}
        side, step, document = self._side, self._step, self.document.text()
        done = self._desk.attempt(
            lambda: give_consent(workspace, side=side, step=step, given=given, document=document, **subject)
        )
        if done is None and self._word is not None:
            self.day.show_day(self._word.given)

    def _withdraw(self) -> None:
        word = self._word
        if word is not None:
            self._desk.attempt(lambda: withdraw_consent(self._desk.workspace, word.id))
            self.give.setFocus()

    def _lay_out(self) -> None:
        head, fields, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (head, fields):
            row.setSpacing(Space.S)
        head.addWidget(self._name)
        head.addWidget(self.state)
        head.addWidget(self._when)
        head.addStretch()
        fields.addWidget(self.day)
        fields.addWidget(self.document, 1)
        fields.addWidget(self.give)
        fields.addWidget(self.withdraw)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(fields)


class ConsentEditor(QWidget):
    """The lines of both sides on one subject."""

    def __init__(self, desk: Desk, subject: ConsentSubject) -> None:
        super().__init__()
        codes = [row.code for row in desk.tables.Side.select().order_by(desk.tables.Side.number)]
        self.sides = {code: SideConsent(desk, subject, code) for code in codes}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for line in self.sides.values():
            column.addWidget(line)

    def show_agreement(self, key: int, agreement: Agreement) -> None:
        """Show how far the sides have come on one subject."""
        for line in self.sides.values():
            line.show_agreement(key, agreement)


def _state(word: Word | None) -> Message:
    if word is None:
        return message("No word yet")
    return message("Proposed") if word.step is ConsentStep.PROPOSED else message("Accepted")


def agreement_state(agreement: Agreement) -> Message:
    """Return in a few words how far the sides have come."""
    if agreement.is_complete:
        return message("Agreed")
    return message("Proposed, not accepted yet") if agreement.proposal else message("Not proposed yet")
