"""The objectives page: objectives with their instruments, and existing dialogues with what they carry out."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.objectives import InstrumentPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.columns import OBJECTIVE_COLUMNS, Reader, dialogue_columns
from alternat.ui.objectives.dialogue_sheet import DialogueSheet
from alternat.ui.objectives.instrument_sheet import InstrumentSheet
from alternat.ui.objectives.lines import DialogueLine, ObjectiveLine, dialogue_lines, objective_lines
from alternat.ui.objectives.objective_sheet import ObjectiveSheet
from alternat.ui.objectives.verbs import DialogueVerbs, InstrumentVerbs, ObjectiveVerbs
from alternat.ui.objectives.words import SOON
from alternat.ui.parts.page import Page
from alternat.ui.parts.tables.list_panel import ListPanel
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag

OBJECTIVES, DIALOGUES = "objectives", "dialogues"
T = TypeVar("T", ObjectiveLine, DialogueLine)


class ProvisionsPanel(ListPanel[T]):
    """A list of texts of the terms of reference; a new one is worded where their wording is edited."""

    def add_row(self) -> None:
        """Add a text, and go where it is worded."""
        added = self._verbs.add()
        if added is not None:
            self.table.select([added])
            self._desk.show_place(Place("provision", added, "text"))


class ObjectivesPanel(ProvisionsPanel[ObjectiveLine]):
    """The objectives."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label]) -> None:
        verbs = ObjectiveVerbs(desk)
        sheet = ObjectiveSheet(desk, countries, verbs)
        super().__init__(
            desk,
            message("Objectives"),
            message("Add an objective"),
            OBJECTIVE_COLUMNS,
            lambda: _reader(desk, countries),
            verbs,
            sheet,
            lines=2,
        )
        self.objective_sheet = sheet


class DialoguesPanel(ProvisionsPanel[DialogueLine]):
    """The existing dialogues."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label]) -> None:
        verbs = DialogueVerbs(desk)
        sheet = DialogueSheet(desk, countries, verbs)
        super().__init__(
            desk,
            message("Existing dialogues"),
            message("Add a dialogue"),
            dialogue_columns(countries),
            lambda: _reader(desk, countries),
            verbs,
            sheet,
            lines=2,
        )
        self.dialogue_sheet = sheet


class ObjectivesPage(Page):
    """The objectives and the existing dialogues of the dialogue, whichever meeting is in view."""

    def build(self) -> None:
        """Make the two lists with their inspectors."""
        desk = self.desk
        side = desk.tables.Side
        self.countries = {row.code: row.country for row in side.select().order_by(side.number)}
        self.objectives = ObjectivesPanel(desk, self.countries)
        self.dialogues = DialoguesPanel(desk, self.countries)
        self.view = Segmented(
            desk.screen,
            message("What the page lists"),
            [(OBJECTIVES, message("Objectives")), (DIALOGUES, message("Existing dialogues"))],
        )
        self.view.choose(OBJECTIVES)
        self.view.chosen.connect(self.show_list)
        self._add = QAction(self)
        self._add.setProperty(ICON_PROPERTY, "plus")
        self._add.setObjectName("add-objective")
        self._add.triggered.connect(self.add_row)
        self._instrument: InstrumentSheet | None = None
        self._shown_instrument: int | None = None
        self._inspectors = QStackedWidget()
        for sheet in (self.objectives.sheet, self.dialogues.sheet):
            self._inspectors.addWidget(sheet)
        cards = self.objectives.objective_sheet.instruments
        cards.wanted.connect(self.open_instrument)
        cards.add_wanted.connect(self._add_instrument)
        self.objectives.table.selection_changed.connect(self._leave_instrument_of_other)
        self._build_empty_states()
        self._lay_out()

    def load(self) -> None:
        """Show the list that is chosen, and both sheets."""
        tables, sides, today = self.desk.tables, tuple(self.countries), self.desk.today()
        reader = _reader(self.desk, self.countries)
        is_dialogues = self.view.value == DIALOGUES
        self._add.setText(
            self.say(message("Add a dialogue") if is_dialogues else message("Add an objective"))
        )
        if is_dialogues:
            lines = dialogue_lines(tables, sides, today)
            self.dialogues.model.set_reader(reader)
            self.dialogues.show_values(lines)
            self.states.setCurrentWidget(self.dialogues if lines else self._no_dialogues)
            self._progress.setText(self.say(_led(lines, len(sides))) if lines else "")
            self._soon.show_tag("")
            self._inspectors.setCurrentWidget(self.dialogues.sheet)
            return
        objectives = objective_lines(tables, sides, today)
        self.objectives.model.set_reader(reader)
        self.objectives.show_values(objectives)
        self.states.setCurrentWidget(self.objectives if objectives else self._no_objectives)
        self._progress.setText(self.say(_reached(objectives)) if objectives else "")
        soon = sum(each.last is not None and 0 <= each.last.days <= SOON for each in objectives)
        word = counted("{count} last day to speak near", "{count} last days to speak near", soon)
        self._soon.show_tag(self.say(word) if soon else "", "warns")
        self._show_instrument()

    def retranslate(self) -> None:
        """Say both lists in the screen language."""
        self.objectives.retranslate()
        self.dialogues.retranslate()

    def primary_action(self) -> QAction | None:
        """Return the command that adds to the list in view."""
        return self._add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected in the list in view."""
        return self._panel.actions_of_rows

    def inspector(self) -> QWidget | None:
        """Return the sheet of what is selected."""
        return self._inspectors

    def show_place(self, place: Place) -> None:
        """Bring an objective, an existing dialogue or what hangs on one into view, with the cursor there."""
        self.catch_up()
        provision = self._provision_of(place)
        if provision is None:
            return
        kind = self.desk.tables.Provision.get_by_id(provision).kind
        if kind is ProvisionKind.EXISTING_DIALOGUE:
            self.show_list(DIALOGUES)
            self.dialogues.table.select([provision])
            self._enter_dialogue(place)
        else:
            self.show_list(OBJECTIVES)
            self.objectives.table.select([provision])
            self._enter_objective(place)

    def add_row(self) -> None:
        """Add to the list that is in view."""
        self._panel.add_row()

    def show_list(self, view: str) -> None:
        """Bring one of the two lists into view."""
        self.view.choose(view)
        self.fill()
        self.commands_changed.emit()

    @property
    def instrument_sheet(self) -> InstrumentSheet:
        """Return the sheet of instruments, which is made when it is first wanted."""
        if self._instrument is None:
            self._instrument = InstrumentSheet(self.desk, self.countries, InstrumentVerbs(self.desk))
            self._instrument.back_wanted.connect(self.close_instrument)
            self._instrument.given_up.connect(self.desk.tell)
            self._inspectors.addWidget(self._instrument)
        return self._instrument

    def open_instrument(self, instrument: int) -> None:
        """Show an instrument in full, the cursor in its title."""
        self.instrument_sheet.finish_typing()
        self._shown_instrument = instrument
        with self.reads.noting():
            self._show_instrument()
        self.inspector_wanted.emit()
        if self._shown_instrument is not None:
            self.instrument_sheet.focus_first()

    def close_instrument(self) -> None:
        """Show the objective again, with the cursor on the card of the instrument."""
        if self._instrument is not None:
            self._instrument.finish_typing()
        card = self.objectives.objective_sheet.instruments.cards.get(self._shown_instrument or 0)
        self._shown_instrument = None
        self._show_instrument()
        if card is not None:
            card.change.setFocus()

    @property
    def _panel(self) -> ListPanel[Any]:
        return self.dialogues if self.view.value == DIALOGUES else self.objectives

    def _show_instrument(self) -> None:
        plan = self._plan_of(self._shown_instrument)
        if plan is None:
            self._shown_instrument = None
            self._inspectors.setCurrentWidget(self._panel.sheet)
            return
        self.instrument_sheet.show_values([plan])
        self._inspectors.setCurrentWidget(self.instrument_sheet)

    def _plan_of(self, instrument: int | None) -> InstrumentPlan | None:
        """Return an instrument of the objective that is selected."""
        chosen = self.objectives.table.selected
        if instrument is None or len(chosen) != 1:
            return None
        return next((each for each in chosen[0].plan.instruments if each.id == instrument), None)

    def _leave_instrument_of_other(self) -> None:
        if self._shown_instrument is not None and self._plan_of(self._shown_instrument) is None:
            self.instrument_sheet.finish_typing()
            self._show_instrument()

    def _add_instrument(self) -> None:
        (line,) = self.objectives.table.selected
        added = InstrumentVerbs(self.desk).add(line.id)
        if added is not None:
            self.catch_up()
            self.open_instrument(added)

    def _provision_of(self, place: Place) -> int | None:
        """Return the objective or existing dialogue that a place is in; None where it is gone."""
        tables = self.desk.tables
        if place.table == "provision":
            return place.row
        model: Any = tables.named(place.table)
        row = model.get_or_none(model.id == place.row)
        if row is None:
            return None
        owner = {"instrument": "objective_id", "dialogue_meeting": "dialogue_id"}
        return int(getattr(row, owner.get(place.table, "provision_id")))

    def _enter_objective(self, place: Place) -> None:
        sheet = self.objectives.objective_sheet
        if place.table == "instrument":
            self.open_instrument(place.row)
            if place.field:
                self.instrument_sheet.focus_field(place.field)
            return
        self._shown_instrument = None
        self._show_instrument()
        if place.table == "holder":
            self.inspector_wanted.emit()
            sheet.leads.open(place.row)
        elif place.field == "holders":
            self.inspector_wanted.emit()
            next(iter(sheet.leads.successions.values())).setFocus()
        elif place.field:
            self.inspector_wanted.emit()
            sheet.focus_first()

    def _enter_dialogue(self, place: Place) -> None:
        sheet = self.dialogues.dialogue_sheet
        if place.table == "holder":
            self.inspector_wanted.emit()
            sheet.leads.open(place.row)
        elif place.table == "dialogue_meeting":
            self.inspector_wanted.emit()
            sheet.meetings.open(place.row)
        elif place.field == "holders":
            self.inspector_wanted.emit()
            next(iter(sheet.leads.successions.values())).setFocus()
        elif place.field:
            self.inspector_wanted.emit()
            sheet.focus_field(place.field)

    def _build_empty_states(self) -> None:
        screen = self.desk.screen

        def state(
            icon: str, title: Message, text: Message, panel: ListPanel[Any], adding: Message
        ) -> EmptyState:
            add = Button(screen, adding, icon="plus", kind="primary")
            add.clicked.connect(panel.add_row)
            terms = Button(screen, message("Read the terms of reference"), icon="scroll-text")
            terms.clicked.connect(lambda: self.desk.show_page("terms"))
            return EmptyState(screen, icon, title, text, (add, terms))

        self._no_objectives = state(
            "award",
            message("No objectives yet"),
            message(
                "What the two sides want to reach belongs here: by when, by which treaty, agreement or "
                "memorandum, who leads, and until when something has to be said about it."
            ),
            self.objectives,
            message("Add an objective"),
        )
        self._no_dialogues = state(
            "handshake",
            message("No existing dialogues yet"),
            message(
                "The dialogues that carry out what the meetings agree belong here, with the officials of "
                "both sides who lead them and the days on which they meet."
            ),
            self.dialogues,
            message("Add a dialogue"),
        )

    def _lay_out(self) -> None:
        self._progress, self._soon = label("muted"), Tag()
        bar = FlowBar(self.view, self._progress, self._soon)
        bar.setContentsMargins(0, 0, Space.L, 0)
        self.states = QStackedWidget()
        for state in (self.objectives, self.dialogues, self._no_objectives, self._no_dialogues):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(bar)
        column.addWidget(self.states, 1)


def _reader(desk: Desk, countries: Mapping[str, Label]) -> Reader:
    return Reader(desk.screen.catalog, countries, desk.today())


def _reached(lines: Sequence[ObjectiveLine]) -> Message:
    """Return how many objectives have been reached."""
    reached = sum(each.standing.state is ProvisionState.ACHIEVED for each in lines)
    return counted(
        "{reached} of {count} objective achieved",
        "{reached} of {count} objectives achieved",
        len(lines),
        reached=reached,
    )


def _led(lines: Sequence[DialogueLine], sides: int) -> Message:
    """Return how many of the existing dialogues that meet are led by every side today."""
    active = [each for each in lines if each.standing.state is ProvisionState.ACTIVE]
    return counted(
        "{led} of {count} active dialogue led by both sides",
        "{led} of {count} active dialogues led by both sides",
        len(active),
        led=sum(len(each.leads) == sides for each in active),
    )
