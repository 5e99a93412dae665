"""The sub-group in view: name, form, consents, topics, entities and leads, each edited in place."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from alternat.actions.subgroups import add_subgroup, change_subgroup, set_entities, set_topics
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.nouns.subgroups import SUB_GROUP, SubGroupForm
from alternat.planning.consents import ConsentSubject
from alternat.planning.findings import Finding
from alternat.planning.programme import Programme
from alternat.planning.subgroups import SubGroupState, Topic
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.list import FindingsList
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import NOTHING
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.focus import focus_first
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import GrowingField
from alternat.ui.subgroups.consents import ConsentEditor
from alternat.ui.subgroups.dealt_with import TopicsEditor
from alternat.ui.subgroups.seats import Seats, SeatsEditor

FORMS = (
    (SubGroupForm.WITHIN, message("In the annual meeting")),
    (SubGroupForm.OWN_MEETING, message("In a meeting of its own")),
)


class SubGroupEditor(QScrollArea):
    """Edits one sub-group; without one it asks for the name of a new one, which adds it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        only_writes(self)
        self._desk = desk
        self._id: int | None = None
        screen = desk.screen
        self.wording = Wording(screen)
        called, meets = message("Name of the sub-group"), message("How it meets")
        self.name = LabelEdit(screen, called)
        field, write = SUB_GROUP.field, self._write
        self._name = row_of(field("name"), called, Label(), screen, self._write_name, control=self.name)
        self._form = row_of(
            field("form"), meets, NOTHING, screen, write, control=Segmented(screen, meets, FORMS)
        )
        for row in (self._name, self._form):
            row.hide_name()
        self._dissolved = row_of(field("is_dissolved"), message("Dissolved"), NOTHING, screen, write)
        self._note = row_of(
            field("note"),
            message("Private note; never leaves this desk"),
            NOTHING,
            screen,
            write,
            control=GrowingField(),
        )
        self.findings = FindingsList(screen)
        self.consents = ConsentEditor(desk, ConsentSubject.SUBGROUP)
        self.topics = TopicsEditor(desk, self._write_topics)
        self.seats = SeatsEditor(desk, self._write_seats)
        self.findings.fix_wanted.connect(self.focus_field)
        self._lay_out()

    @property
    def shown(self) -> int | None:
        """The id of the sub-group in view, None while a new one is to be named."""
        return self._id

    def show_draft(self) -> None:
        """Ask for the name of a new sub-group."""
        self._id = None
        self._basics.title.setText(self._desk.screen.say(message("New sub-group")))
        self._name.show_value(Label(), is_other=True)
        for part in self._parts:
            part.hide()
        self._hint.show()
        self.findings.show_findings(())

    def begin(self) -> None:
        """Put the cursor where a new sub-group is named."""
        self.name.focus_language(self._desk.screen.language)
        self.ensureVisible(0, 0)

    def show_subgroup(
        self,
        state: SubGroupState,
        topics: tuple[Topic, ...],
        programme: Programme,
        findings: tuple[Finding, ...],
    ) -> None:
        """Show a sub-group as it stands."""
        is_other, self._id = state.id != self._id, state.id
        screen = self._desk.screen
        title = message("{number} {name}", number=str(state.number), name=state.name)
        self._basics.title.setText(screen.say(title))
        self._hint.hide()
        for part in self._parts:
            part.show()
        self._name.show_value(state.name, is_other=is_other)
        self._form.show_value(state.form, is_other=is_other)
        self._dissolved.show_value(state.is_dissolved, is_other=is_other)
        note = self._desk.tables.SubGroup.get_by_id(state.id).note
        self._note.show_value(note, is_other=is_other)
        self.findings.show_findings(findings)
        self.consents.show_agreement(state.id, state.agreement, self._desk.tables.Side.select())
        self.topics.show_topics(topics, state.topics)
        self.seats.show_seats({each.entity: each.lead for each in state.entities}, programme)

    def focus_field(self, field: str) -> None:
        """Put the cursor into the field of a finding, such as `name.fr` or `consents`."""
        name, _, code = field.partition(".")
        parts: dict[str, QWidget] = {
            "consents": self.consents,
            "topics": self.topics,
            "entities": self.seats,
        }
        if name in parts and focus_first(parts[name]):
            self.ensureWidgetVisible(parts[name])
        elif name == "name" and code:
            self.name.focus_language(Language(code))
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_name(self, fields: Mapping[str, Any]) -> AlternatError | None:
        desk, meeting, name = self._desk, self._desk.meeting, fields["name"]
        if self._id is not None:
            return self._write(fields)
        if name and meeting is not None:
            return desk.refusal(lambda: add_subgroup(desk.workspace, meeting, name))
        return None

    def _write(self, fields: Mapping[str, Any]) -> AlternatError | None:
        desk, subgroup = self._desk, self._id
        if subgroup is None:
            return None
        return desk.refusal(lambda: change_subgroup(desk.workspace, subgroup, fields))

    def _write_topics(self, topics: tuple[int, ...]) -> None:
        subgroup = self._id
        if subgroup is not None:
            self._desk.attempt(lambda: set_topics(self._desk.workspace, subgroup, topics))

    def _write_seats(self, seats: Seats) -> None:
        subgroup = self._id
        if subgroup is not None:
            self._desk.attempt(lambda: set_entities(self._desk.workspace, subgroup, seats))

    def _lay_out(self) -> None:
        self._basics, consents = Card(), self._card(message("Consent of both sides"), self.consents)
        topics = self._card(message("Topics"), self.topics)
        seats = self._card(message("Entities and who leads"), self.seats)
        self._hint = label("muted", wrap=True)
        self.wording.put(
            self._hint.setText, message("Give it a name in one language; then it is added to the meeting.")
        )
        for widget in (self._name, self._hint, self._form, self._dissolved, self._note):
            self._basics.column.addWidget(widget)
        self._parts = (self._form, self._dissolved, self._note, consents, topics, seats)
        sheet = QWidget()
        surface(sheet, "page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, Space.L, Space.XL)
        column.setSpacing(Space.M)
        blocks: tuple[QWidget, ...] = (self.findings, self._basics, consents, seats, topics)
        for block in blocks:
            column.addWidget(block)
        column.addStretch()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wording.put(self.setAccessibleName, message("Sub-group"))
        self._desk.screen.language_changed.connect(self.wording.say_again)

    def _card(self, title: Message, content: QWidget) -> Card:
        card = Card()
        self.wording.put(card.title.setText, title)
        card.column.addWidget(content)
        return card
