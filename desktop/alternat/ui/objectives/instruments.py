"""The instruments of an objective, one under the other: what each is, and how far it has come."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.objective_standing import last_day
from alternat.planning.objectives import InstrumentPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, restyle, surface
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.course import kind_words, next_words, show_course, term_words
from alternat.ui.objectives.stage_dots import StageDots
from alternat.ui.objectives.words import NEAR, SOON
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button, IconButton


class InstrumentCard(QFrame):
    """One instrument at a glance."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label]) -> None:
        super().__init__()
        self._desk, self._countries = desk, countries
        surface(self, "card")
        self.title, self.kind = label("strong", wrap=True), label("muted", wrap=True)
        self.dots = StageDots(desk.screen)
        self.coming, self.term = label(wrap=True), label(wrap=True)
        self.change = IconButton(desk.screen, message("Change"), "pencil")
        self.remove = IconButton(desk.screen, message("Remove"), "trash-2")
        only_reads(self.change)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        for button in (self.change, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        for widget in (self.kind, self.dots, self.coming, self.term):
            column.addWidget(widget)

    def show_instrument(self, plan: InstrumentPlan) -> None:
        """Show an instrument as it stands today."""
        screen, today = self._desk.screen, self._desk.today()
        title = screen.read(plan.title)
        self.title.setText(title)
        self.kind.setText(screen.say(kind_words(plan)))
        show_course(self.dots, plan, self._countries, screen)
        for words, text in (
            (self.coming, next_words(plan, self._countries)),
            (self.term, term_words(plan, today)),
        ):
            words.setText(screen.say(text) if text else "")
            words.setVisible(text is not None)
        last = last_day(plan, today)
        is_soon = last is not None and last.days <= SOON
        is_near = last is not None and last.days <= NEAR
        restyle(self.term, "severity", "blocks" if is_near else "warns" if is_soon else "")
        self.change.say(message("Change: {name}", name=title))
        self.remove.say(message("Remove: {name}", name=title))


class InstrumentsSection(Section):
    """The cards, and the button that adds an instrument."""

    add_wanted = Signal()
    wanted = Signal(int)
    """An instrument is to be shown in full; carries its id."""
    removal_wanted = Signal(int)

    def __init__(self, desk: Desk, countries: Mapping[str, Label]) -> None:
        super().__init__(desk.screen, message("Instruments"))
        self._desk, self._countries = desk, countries
        self.cards: dict[int, InstrumentCard] = {}
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.S)
        self.add = Button(desk.screen, message("Add an instrument"), icon="plus", kind="quiet")
        self.add.clicked.connect(self.add_wanted)
        self.column.addLayout(self._body)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_instruments(self, plans: Sequence[InstrumentPlan]) -> None:
        """Show these instruments in their order."""
        shown = {plan.id for plan in plans}
        for key in [key for key in self.cards if key not in shown]:
            card = self.cards.pop(key)
            self._body.removeWidget(card)
            card.hide()
            card.deleteLater()
        for at, plan in enumerate(plans):
            card = self.cards.get(plan.id) or self._make(plan.id)
            card.show_instrument(plan)
            if self._body.indexOf(card) != at:
                self._body.insertWidget(at, card)

    def _make(self, key: int) -> InstrumentCard:
        card = self.cards[key] = InstrumentCard(self._desk, self._countries)
        card.change.clicked.connect(lambda: self.wanted.emit(key))
        card.remove.clicked.connect(lambda: self.removal_wanted.emit(key))
        return card
