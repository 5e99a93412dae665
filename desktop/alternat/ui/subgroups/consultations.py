"""New topics by consultation: those proposed with the word of each side, and the form for one more."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.actions.fields import checked
from alternat.actions.removals import text_removal
from alternat.actions.terms import remove_provision
from alternat.actions.topics import propose_topic
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.sides import Side
from alternat.nouns.consents import CONSENT
from alternat.nouns.provisions import PROVISION
from alternat.planning.consents import ConsentSubject
from alternat.planning.subgroups import Topic
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.dialogs.asking import agrees
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import FieldRow
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.date_field import DateField, read_day
from alternat.ui.parts.widgets.focus import focus_first
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.subgroups.consents import ConsentEditor, agreement_state


class TopicCard(Card):
    """A topic that one side has proposed, with the word of each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._topic = desk, 0
        self.state = Tag()
        self.remove = IconButton(desk.screen, message("Remove this topic"), "trash-2")
        self.edit = IconButton(desk.screen, message("Edit the wording"), "pencil")
        self.consents = ConsentEditor(desk, ConsentSubject.TOPIC)
        for widget in (self.state, self.edit, self.remove):
            self.add_to_head(widget)
        self.column.addWidget(self.consents)
        self.remove.clicked.connect(self._remove)
        self.edit.clicked.connect(self._edit)

    def show_topic(self, topic: Topic, sides: Iterable[Side]) -> None:
        """Show a topic as it stands, with the word of each of the sides."""
        self._topic = topic.id
        screen = self._desk.screen
        name = message("{number} {name}", number=str(topic.number), name=topic.text)
        self.title.setText(screen.say(name))
        tone = "good" if topic.agreement.is_complete else "warns"
        self.state.show_tag(screen.say(agreement_state(topic.agreement)), tone)
        self.consents.show_agreement(topic.id, topic.agreement, sides)

    def _remove(self) -> None:
        workspace, topic = self._desk.workspace, self._topic
        row: Any = self._desk.tables.Provision.get_by_id(topic)
        question = message("Remove “{name}”", name=row.text)
        if not agrees(self._desk.screen, question, text_removal(self._desk.tables, type(row), topic)):
            return
        if self._desk.attempt(lambda: remove_provision(workspace, topic)) is not None:
            self._desk.announce(message("The topic is removed. Undo brings it back."))

    def _edit(self) -> None:
        self._desk.show_place(Place("provision", self._topic, "text"))


class NewTopic(Card):
    """The form by which a side's proposal of a new topic goes on record, in one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        screen = desk.screen
        self.wording = Wording(screen)
        self.wording.put(self.title.setText, message("Propose a topic"))
        called = message("Text of the topic")
        self.text = LabelEdit(screen, called, multiline=True)
        sides = list(desk.tables.Side.select().order_by(desk.tables.Side.number))
        self.side = Segmented(
            screen, message("Proposed by"), [(row.code, spoken(row.country)) for row in sides]
        )
        if sides:
            self.side.choose(sides[0].code)
        self.day, self.document = DateField(screen, message("Proposed on")), LineField()
        text, given, document = PROVISION.field("text"), CONSENT.field("given"), CONSENT.field("document")
        self._text = row_of(text, called, Label(), screen, self._judge_text, control=self.text)
        self._text.hide_name()
        self._given = row_of(
            given, message("Proposed on"), desk.today(), screen, self._judge_word, control=self.day
        )
        self._letter = row_of(
            document, message("Note or letter"), "", screen, self._judge_word, control=self.document
        )
        self.propose = Button(screen, message("Propose"), icon="signature", kind="primary")
        self.propose.clicked.connect(self._propose)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(FieldRow(screen, message("Proposed by"), self.side))
        row.addWidget(self._given)
        row.addWidget(self._letter, 1)
        row.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(self._text)
        self.column.addLayout(row)
        screen.language_changed.connect(self.wording.say_again)

    def _propose(self) -> None:
        refused = next((row for row in (self._text, self._given, self._letter) if row.is_refused), None)
        if refused is not None:
            refused.setFocus()
            return
        text, side, workspace = self.text.label, str(self.side.value), self._desk.workspace
        given: Any = read_day(self.day.field.text())  # where there is none, the verb says so
        document = self.document.text()
        done = self._desk.attempt(
            lambda: propose_topic(workspace, text, side=side, given=given, document=document)
        )
        if done is not None:
            self._text.show_value(Label(), is_other=True)
            self._given.show_value(self._desk.today(), is_other=True)
            self._letter.show_value("", is_other=True)

    def _judge_text(self, fields: Mapping[str, Any]) -> AlternatError | None:
        """Say what is wrong with a field as soon as it is left; nothing is written until all is proposed."""
        return self._desk.refusal(lambda: checked(self._desk.tables.Provision, fields))

    def _judge_word(self, fields: Mapping[str, Any]) -> AlternatError | None:
        return self._desk.refusal(lambda: checked(self._desk.tables.Consent, fields))


class ConsultationsView(QScrollArea):
    """What the terms of reference leave to consultation: one card for each topic added, and the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wording = Wording(desk.screen)
        self.cards: dict[int, TopicCard] = {}
        self.form = NewTopic(desk)
        self._hint = label("muted", wrap=True)
        self.wording.put(self._hint.setText, _HINT)
        sheet = QWidget()
        surface(sheet, "page")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, Space.L, Space.XL)
        self._column.setSpacing(Space.M)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.form)
        self._column.addStretch()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(self.setAccessibleName, message("New topics"))
        desk.screen.language_changed.connect(self.wording.say_again)

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Show the topics that are not in the terms of reference; those there keep order and text."""
        added = [topic for topic in topics if not topic.agreement.is_given_by_terms]
        wanted, sides = {topic.id for topic in added}, list(self._desk.tables.Side.select())
        for key in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for at, topic in enumerate(added, 1):
            if topic.id not in self.cards:
                self.cards[topic.id] = TopicCard(self._desk)
            self._column.insertWidget(at, self.cards[topic.id])
            self.cards[topic.id].show_topic(topic, sides)

    def show_topic(self, topic: int) -> None:
        """Put the cursor where the consent to an added topic is recorded."""
        card = self.cards.get(topic)
        if card is not None:
            self.ensureWidgetVisible(card)
            focus_first(card.consents)

    def begin(self) -> None:
        """Put the cursor into the text of a new topic."""
        self.form.text.focus_language(self._desk.screen.language)
        self.ensureWidgetVisible(self.form)


_HINT: Message = message(
    "The two sides can add topics by consultation. The topics of the terms of reference need no consent and "
    "keep their order and their text."
)
