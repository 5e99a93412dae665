"""The word of each side on a sub-group or a topic: its state, and the verbs that put it on record."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from alternat.actions.consents import give_consent, withdraw_consent
from alternat.actions.fields import checked
from alternat.errors import AlternatError
from alternat.language.formats import long_date
from alternat.language.messages import Message, message
from alternat.models.sides import Side
from alternat.nouns.consents import CONSENT, ConsentStep
from alternat.planning.consents import Agreement, ConsentSubject, Word
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.inspector.field_rows import row_of
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
        day, letter = message("Day on which the side gave its word"), message("Note or letter")
        self.day, self.document = DateField(screen, day), LineField()
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.wording.put(self.document.setPlaceholderText, letter)
        field, write = CONSENT.field, self._write
        self._given = row_of(field("given"), day, None, screen, write, control=self.day)
        self._letter = row_of(field("document"), letter, "", screen, write, control=self.document)
        for row in (self._given, self._letter):
            row.hide_name()
        self.give = Button(screen, message("Propose"), icon="signature")
        self.withdraw = Button(screen, message("Withdraw"), kind="quiet")
        self.give.clicked.connect(self._give)
        self.withdraw.clicked.connect(self._withdraw)
        screen.language_changed.connect(self.wording.say_again)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_agreement(self, key: int, agreement: Agreement, side: Side) -> None:
        """Show where the side stands on one subject."""
        is_other = key != self._key
        self._key, self._agreement = key, agreement
        screen = self._desk.screen
        self._name.show_side(screen.read(side.country), side.colour)
        word = self._word
        self.state.show_tag(screen.say(_state(word)), "good" if word else "warns")
        self._when.setText(long_date(word.given, screen.language) if word else "")
        if word is not None:
            self._given.show_value(word.given, is_other=is_other)
            self._letter.show_value(word.document, is_other=is_other)
        elif is_other or self.give.isHidden():
            self._given.show_value(self._desk.today(), is_other=True)
            self._letter.show_value("", is_other=True)
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

    def _write(self, fields: Mapping[str, Any]) -> AlternatError | None:
        """Write a field of the word that the side has given; until then only say what is wrong with it."""
        word, tables = self._word, self._desk.tables
        if word is None:
            return self._desk.refusal(lambda: checked(tables.Consent, fields))
        return self._record(**{"given": word.given, "document": word.document, **fields})

    def _give(self) -> None:
        refused = next((row for row in (self._given, self._letter) if row.is_refused), None)
        if refused is not None:
            refused.setFocus()
            return
        error = self._record(read_day(self.day.field.text()), self.document.text())
        if error is not None:
            self._desk.tell(error)

    def _record(self, given: Any, document: str) -> AlternatError | None:
        workspace, subject = self._desk.workspace, {self._subject.value: self._key}
        side, step = self._side, self._step
        return self._desk.refusal(
            lambda: give_consent(workspace, side=side, step=step, given=given, document=document, **subject)
        )

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
        fields.addWidget(self._given)
        fields.addWidget(self._letter, 1)
        fields.addWidget(self.give, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
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

    def show_agreement(self, key: int, agreement: Agreement, sides: Iterable[Side]) -> None:
        """Show how far the sides have come on one subject."""
        for side in sides:
            self.sides[side.code].show_agreement(key, agreement, side)


def _state(word: Word | None) -> Message:
    if word is None:
        return message("No word yet")
    return message("Proposed") if word.step is ConsentStep.PROPOSED else message("Accepted")


def agreement_state(agreement: Agreement) -> Message:
    """Return in a few words how far the sides have come."""
    if agreement.is_complete:
        return message("Agreed")
    return message("Proposed, not accepted yet") if agreement.proposal else message("Not proposed yet")
