"""The inspector's section for the agenda: items in order with minutes, topic and the first speakers."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.programme import (
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_items,
    set_lead,
)
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.sides import Side
from alternat.nouns.programme import AGENDA_ITEM
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.programme import AgendaPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.programme.choices import people_of
from alternat.ui.programme.section import SessionSection, Shown


class AgendaSection(SessionSection):
    """The agenda items, each on a card of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, message("Agenda"))
        self._sum = label("caption", wrap=True)
        self.items = QVBoxLayout()
        self.items.setSpacing(Space.S)
        self.add = Button(desk.screen, message("Add an agenda item"), icon="plus")
        self.add.clicked.connect(self._add)
        self.column.addWidget(self._sum)
        self.column.addLayout(self.items)
        self.column.addWidget(self.add)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Show the items and what their minutes come to."""
        del is_other
        planned = sum(item.minutes for item in shown.session.agenda if not item.is_dropped)
        text = message(
            "{planned} of {minutes} minutes planned", planned=planned, minutes=shown.session.minutes
        )
        self._sum.setText(self.desk.screen.say(text))
        self._sum.setVisible(bool(shown.session.agenda))
        topics = self._topics()
        sides = list(self.desk.tables.Side.select().order_by(self.desk.tables.Side.number))
        self.refill(self.items, [self._card(shown, item, topics, sides) for item in shown.session.agenda])

    def _card(
        self, shown: Shown, item: AgendaPlan, topics: Sequence[Choice], sides: Sequence[Side]
    ) -> QWidget:
        screen = self.desk.screen
        card = QFrame()
        surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(self._head(item, len(shown.session.agenda)))
        rows = FieldRows(AGENDA_ITEM, screen, lambda fields: self._change(item, fields))
        column.addWidget(rows.make("text", message("Text")))
        column.addWidget(rows.make("minutes", message("Minutes")))
        column.addWidget(rows.make("topic", message("Topic"), choices=lambda: topics))
        rows.show(item)
        for side in sides:
            name = message("First speaker, {side}", side=spoken(side.country))
            lead = ChoiceRow(screen, name, partial(self._lead, item, side.code))
            choices = people_of(shown.programme, side.code, screen.catalog)
            lead.field.show_choices(choices, item.leads.get(side.code))
            column.addWidget(lead)
        return card

    def _head(self, item: AgendaPlan, count: int) -> QHBoxLayout:
        screen, head = self.desk.screen, QHBoxLayout()
        head.addWidget(label("strong", str(item.number)), 1)
        up = IconButton(screen, message("Move item {number} up", number=item.number), "arrow-up")
        down = IconButton(screen, message("Move item {number} down", number=item.number), "arrow-down")
        remove = IconButton(screen, message("Remove item {number}", number=item.number), "trash-2")
        up.setEnabled(item.number > 1)
        down.setEnabled(item.number < count)
        workspace = self.desk.workspace
        for button, by in ((up, -1), (down, 1)):
            button.clicked.connect(
                lambda _=False, by=by: self.write(
                    lambda: move_agenda_item(workspace, item.id, item.number + by)
                )
            )
            head.addWidget(button)
        remove.clicked.connect(lambda: self.write(lambda: remove_agenda_items(workspace, [item.id])))
        head.addWidget(remove)
        return head

    def _topics(self) -> tuple[Choice, ...]:
        provision, screen = self.desk.tables.Provision, self.desk.screen
        rows = provision.select().where(provision.kind == ProvisionKind.TOPIC).order_by(provision.number)
        none = Choice(None, screen.say(message("No topic of the dialogue")))
        return (none, *(Choice(row.id, screen.read(row.text)) for row in rows))

    def _add(self) -> None:
        session, workspace = self.session.id, self.desk.workspace
        text = Label().with_text(self.desk.screen.language, self.desk.screen.say(message("New item")))
        self.desk.attempt(lambda: add_agenda_item(workspace, session, {"text": text, "minutes": 10}))

    def _change(self, item: AgendaPlan, fields: Mapping[str, object]) -> AlternatError | None:
        workspace = self.desk.workspace
        return self.write(lambda: change_agenda_item(workspace, item.id, fields))

    def _lead(self, item: AgendaPlan, side: str, value: object) -> AlternatError | None:
        person, workspace = value if isinstance(value, int) else None, self.desk.workspace
        return self.write(lambda: set_lead(workspace, item.id, side, person))
