"""The documents page: a document's options beside its real pages, and the ways to paper and to files."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from alternat.documents.contents.left_out import sentence
from alternat.documents.contents.meeting import SideFacts, side_facts
from alternat.documents.kinds.badges.calibration import CALIBRATION, CalibrationOptions
from alternat.documents.kinds.badges.document import BADGES
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.registry import KINDS, kind
from alternat.documents.press.drawing import Placement
from alternat.documents.press.stocks import stock, stocks
from alternat.documents.proofs import SharedPress
from alternat.errors import AlternatError
from alternat.language.called import spellings
from alternat.language.messages import Message, message
from alternat.planning.roster import roster
from alternat.ui.desk.place import Place
from alternat.ui.documents.badge_popup import BadgePopup
from alternat.ui.documents.commands import DocumentCommands
from alternat.ui.documents.delivery import Delivery
from alternat.ui.documents.empty import no_meeting
from alternat.ui.documents.memory import OptionMemory
from alternat.ui.documents.options import Option
from alternat.ui.documents.options_panel import OptionsPanel
from alternat.ui.documents.output import Output
from alternat.ui.documents.output_dialogs import OutputDialogs
from alternat.ui.documents.people import person_name
from alternat.ui.documents.preview.background import Background
from alternat.ui.documents.preview.layout import START, Spot
from alternat.ui.documents.proof_column import ProofColumn
from alternat.ui.documents.proofing import Order, Proofed, Proofing
from alternat.ui.documents.set_up import SetUp
from alternat.ui.documents.strips import ProgressStrip, QuestionStrip
from alternat.ui.documents.two_columns import TwoColumns
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.tables.searching import Query, searchable


class DocumentsPage(Page):
    """Sets a document up, shows its pages as they will print, and sends them out."""

    search_prompt: ClassVar[Message | None] = message("Find a person")

    def build(self) -> None:
        """Make both columns, the empty states, and what works behind them."""
        only_reads(self)
        desk = self.desk
        self._kind: DocumentKind[Any, Any] = KINDS[0]
        self._shown: tuple[str, int | None] = ("", None)
        self._places: dict[str, Spot] = {}
        self._person = 0
        self._built_for: object = None
        self._sides: tuple[SideFacts, ...] = ()
        self._memory = OptionMemory(desk)
        press = SharedPress()
        self.proofing, self.delivery = Proofing(press, self.reads), Delivery(desk, press)
        self.commands = DocumentCommands(desk, self)
        self.set_up = SetUp(desk, self.reads, OptionsPanel(desk, self.reads, self.print_test_sheet))
        self.column = ProofColumn(desk, self.commands)
        self.preview = self.column.preview
        self.question, self.progress = QuestionStrip(desk.screen), ProgressStrip(desk.screen)
        self.output = Output(
            desk,
            self.delivery,
            OutputDialogs(desk.screen, self),
            self.question,
            self.progress,
        )
        self.popup = BadgePopup(desk.screen, stocks()[0], self)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Show how the document is set up now, and make its pages anew."""
        self.set_up.refresh()
        self.column.selection.show_person(self._person, person_name(self.desk.tables, self._person))
        meeting = self.desk.meeting
        self._show_state()
        self._enable()
        if meeting is None:
            self.proofing.cancel()
            return
        self._sides = tuple(side_facts(self.desk.tables))
        self._build_options()
        self._refresh()

    def retranslate(self) -> None:
        """Make the options in the screen language; `load` follows."""
        self._built_for = None

    def primary_action(self) -> QAction | None:
        """Return the command that prints."""
        return self.commands.print

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the other commands."""
        return self.commands.all

    def search(self, text: str) -> None:
        """Select the first person on the pages in whose name every word is found."""
        query, meeting = Query.of(text), self.desk.meeting
        if not query or meeting is None:
            return
        placed = {each.person for each in self._placements()}
        for delegate in roster(self.desk.tables, meeting):
            names = [*spellings(delegate), delegate.sort_key]
            if delegate.person in placed and query.matches(searchable(names)):
                self.desk.person_selected.emit(delegate.person)
                return

    def show_place(self, place: Place) -> None:
        """Show a kind of document, or ask on which label the badge of a person is printed."""
        self.catch_up()
        if place.table == "document":
            self.choose_kind(place.field)
        else:
            self.desk.person_selected.emit(place.row)
            self.ask_for_label()

    def order(self) -> Order:
        """Return the document as it is set up; only while there is a meeting."""
        meeting = self.desk.meeting
        assert meeting is not None
        return Order(self._kind, meeting, self._memory.options(self._kind, meeting))

    def copies(self) -> tuple[Order, ...]:
        """Return the document for each side, each copy as it is set up for that side."""
        meeting = self.desk.meeting
        assert meeting is not None
        sides = (side.code for side in self._sides)
        return tuple(
            Order(self._kind, meeting, self._memory.options(self._kind, meeting, side)) for side in sides
        )

    def choose_kind(self, name: str) -> None:
        """Set up and show another kind of document."""
        self._leave_pages()
        self._kind = kind(name)
        self.set_up.show_kind(self._kind)
        self.question.withdraw()
        self.preview.clear()
        self.fill()

    def ask_for_label(self) -> None:
        """Ask on which label the badge of the selected person is printed; choosing it prints."""
        meeting = self.desk.meeting
        if meeting is not None and self._person:
            options = self._memory.options(BADGES, meeting)
            name = person_name(self.desk.tables, self._person)
            self.popup.ask(self._person, name, stock(options.stock), options.start, self.column.centre())

    def print_badge(self, person: int, start: int) -> None:
        """Print the badge of one person on a label of a sheet."""
        meeting = self.desk.meeting
        if meeting is not None:
            options = self._memory.options(BADGES, meeting)
            one = replace(options, people=(person,), sides=(), start=start)
            self.output.print(Order(BADGES, meeting, one))

    def print_test_sheet(self) -> None:
        """Print the outlines of the label stock that badges are set up for."""
        meeting = self.desk.meeting
        if meeting is not None:
            options = self._memory.options(BADGES, meeting)
            printer = (options.offset_mm, options.scale_percent)
            test = CalibrationOptions(self.desk.screen.language, options.stock, *printer)
            self.output.print(Order(CALIBRATION, meeting, test))

    def _lay_out(self) -> None:
        self.columns = TwoColumns(
            self.desk.screen, self.set_up, self.column, above=(self.question, self.progress)
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.columns)
        self._stack.addWidget(no_meeting(self.desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        selection = self.column.selection
        self.proofing.ready.connect(self._show_proof)
        self.proofing.failed.connect(self._show_trouble)
        self.set_up.kind_chosen.connect(self.choose_kind)
        self.set_up.options.edited.connect(self._change_option)
        self.preview.view.person_chosen.connect(self.desk.person_selected)
        self.desk.person_selected.connect(self._select)
        selection.person_wanted.connect(lambda person: self.desk.show_place(Place("person", person)))
        selection.edit_wanted.connect(self._edit)
        self.question.findings_wanted.connect(self._show_findings)
        selection.badge_wanted.connect(self.ask_for_label)
        self.popup.print_wanted.connect(self.print_badge)
        self.commands.connect(
            print=lambda: self.output.print(self.order()),
            save=lambda: self.output.save(self.order()),
            open=lambda: self.output.open(self.order()),
            copies=lambda: self.output.save_copies(self.copies()),
            badge=self.ask_for_label,
            test_sheet=self.print_test_sheet,
        )
        workers = (self.proofing.background, self.delivery.background)
        output = self.output
        self.destroyed.connect(lambda: _stop(workers, output))

    def _show_state(self) -> None:
        self._stack.setCurrentIndex(1 if self.desk.meeting is None else 0)

    def _build_options(self) -> None:
        """Make the controls where the kind, the language or the sides are others than those they show."""
        wanted = (self._kind.id, self.desk.screen.language, self._sides)
        if wanted != self._built_for:
            self._built_for = wanted
            self.set_up.show_kind(self._kind)
            self.set_up.options.build(self._kind, self._sides)
            self.preview.say_title(self._kind.title)

    def _refresh(self) -> None:
        order = self.order()
        self.set_up.options.show_options(order.options)
        for side in self._sides:
            if side.code == order.options.copy_for:
                self.column.copy.show_side(side.country, side.side_name, side.colour)
        self.preview.begin()
        self.proofing.ask(self.desk.tables, order, self.preview.view.showing())

    def _change_option(self, option: Option, value: Any) -> None:
        meeting = self.desk.meeting
        if meeting is not None:
            self._memory.keep(self._kind, meeting, option, value)
            with self.reads.noting():
                self._refresh()

    @Slot(object)
    def _show_proof(self, proofed: Proofed) -> None:
        document = (proofed.order.kind.id, proofed.order.meeting)
        place = None if document == self._shown else self._places.get(proofed.order.kind.id, START)
        self._shown = document
        self.column.findings.show_findings(proofed.findings, sentence(proofed.left_out))
        has_nobody = self._kind.is_of_people and not proofed.proof.placements
        self.column.findings.setVisible(not has_nobody or bool(proofed.left_out))
        self.set_up.options.show_count(len(proofed.proof.placements))
        if has_nobody:
            self._leave_pages()
            self.preview.show_state(self.column.nobody)
            self._enable()
            return
        self.preview.show_proof(proofed.proof, proofed.drawn, place=place)
        self.preview.view.mark_person(self._person)
        self._enable()

    @Slot(object)
    def _show_trouble(self, error: AlternatError) -> None:
        self._leave_pages()
        self.column.findings.hide()
        self.preview.show_trouble(error)
        self._enable()

    @Slot(int)
    def _select(self, person: int) -> None:
        self._person = person
        self.preview.view.select_person(person or None)
        with self.reads.noting():
            self.column.selection.show_person(person, person_name(self.desk.tables, person))
        self._enable()
        if self.set_up.is_editing and person:
            self.set_up.edit_person(person)
        elif person:
            self.columns.show_pages()

    @Slot(int)
    def _edit(self, person: int) -> None:
        self.set_up.edit_person(person)
        self.columns.show_set_up()

    @Slot()
    def _show_findings(self) -> None:
        self.columns.show_pages()
        self.column.findings.open()

    def _enable(self) -> None:
        has_meeting = self.desk.meeting is not None
        self.commands.enable(
            document=has_meeting and self.preview.view.page_count > 0,
            badge=has_meeting and bool(self._person),
        )

    def _leave_pages(self) -> None:
        """Remember where on the document the preview is, for when its pages come back."""
        if self.preview.view.page_count:
            self._places[self._shown[0]] = self.preview.view.place
        self._shown = ("", None)

    def _placements(self) -> tuple[Placement, ...]:
        proof = self.preview.view.proof
        return proof.placements if proof else ()


def _stop(workers: tuple[Background, ...], output: Output) -> None:
    for worker in workers:
        worker.stop()
    output.stop()
