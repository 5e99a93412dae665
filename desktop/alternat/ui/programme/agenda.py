"""The inspector's section for the agenda: items in order with minutes, topic and the first speakers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from peewee import JOIN
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from alternat.actions.next_agenda import copy_to_next, move_to_next, park
from alternat.actions.programme import (
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_items,
    set_lead,
)
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.sides import Side
from alternat.nouns.programme import AGENDA_ITEM
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.programme import AgendaPlan
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.tag import Tag
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
        links = self._record_links(shown.session.id) if shown.session.agenda else {}
        cards = [
            self._card(shown, item, topics, sides, links.get(item.id, ())) for item in shown.session.agenda
        ]
        self.refill(self.items, cards)

    def _card(
        self,
        shown: Shown,
        item: AgendaPlan,
        topics: Sequence[Choice],
        sides: Sequence[Side],
        links: Sequence[tuple[Message, Place]],
    ) -> QWidget:
        screen = self.desk.screen
        card = QFrame()
        surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(self._head(item, len(shown.session.agenda)))
        for text, place in links:
            link = Button(screen, text, icon="external-link", kind="link")
            only_reads(link)
            link.clicked.connect(partial(self.desk.show_place, place))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
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
        head.addWidget(label("strong", str(item.number)))
        if item.is_dropped:
            head.addWidget(Tag(screen.say(message("Taken off")), "plain"))
        head.addStretch(1)
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
        head.addWidget(self._more(item))
        remove.clicked.connect(lambda: self.write(lambda: remove_agenda_items(workspace, [item.id])))
        head.addWidget(remove)
        return head

    def _more(self, item: AgendaPlan) -> IconButton:
        """Return the button that offers what else can become of an item."""
        more = IconButton(self.desk.screen, message("More for item {number}", number=item.number), "ellipsis")
        more.clicked.connect(
            lambda: self.menu_of(item, more).popup(more.mapToGlobal(more.rect().bottomLeft()))
        )
        return more

    def menu_of(self, item: AgendaPlan, parent: QWidget) -> QMenu:
        """Return the menu of an item: move it, copy it, park it."""
        desk, workspace = self.desk, self.desk.workspace
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, run in (
            ("move", message("Move to the next meeting"), lambda: move_to_next(workspace, item.id)),
            ("copy", message("Copy to the next meeting"), lambda: copy_to_next(workspace, item.id)),
            ("park", message("Park"), lambda: park(workspace, item.id, on=desk.today())),
        ):
            action = menu.addAction(desk.screen.say(text))
            action.setObjectName(name)
            action.setEnabled(not item.is_dropped or name == "copy")
            action.triggered.connect(lambda _=False, run=run: self._run(run))
        return menu

    def _run(self, verb: Callable[[], Changes]) -> None:
        """Run a verb of the menu, and tell what it has done, for the item may show no difference."""
        changes = self.desk.attempt(verb)
        if changes:
            self.desk.announce(changes.label)

    def _record_links(self, session: int) -> Mapping[int, Sequence[tuple[Message, Place]]]:
        """Return what the items of a session are about, by item: the words of a link, and where it leads."""
        tables = self.desk.tables
        item: Any = tables.AgendaItem
        outcome: Any = tables.Outcome
        columns = (item.id, item.outcome, outcome.code, item.guidance, item.objective)
        query = item.select(*columns).join(outcome, JOIN.LEFT_OUTER, on=item.outcome == outcome.id)
        found: dict[int, list[tuple[Message, Place]]] = {}
        for key, about, code, guidance, objective in tuples(query.where(item.session == session)):
            links = found.setdefault(key, [])
            if about is not None:
                links.append((message("Outcome {code}", code=code), Place("outcome", about)))
            if guidance is not None:
                links.append((message("Request for guidance"), Place("guidance", guidance)))
            if objective is not None:
                links.append((message("Objective"), Place("provision", objective, "due")))
        return found

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
