"""The sheet of an objective: its state, who leads it, its instruments, and what serves it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt

from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.outcomes import PROGRESS_NOTE
from alternat.nouns.provisions import PROVISION, ProvisionKind
from alternat.planning.outcomes import NotePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.instruments import InstrumentsSection
from alternat.ui.objectives.leads import LeadsSection
from alternat.ui.objectives.lines import ObjectiveLine
from alternat.ui.objectives.linking import outcome_links, request_links
from alternat.ui.objectives.state import StateSection
from alternat.ui.objectives.verbs import InstrumentVerbs, LeadVerbs, NoteVerbs, ObjectiveVerbs
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.links import LinksSection
from alternat.ui.parts.inspector.records import RecordsSection
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.inspector.ways import comparing_button
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit


class NotesSection(RecordsSection[NotePlan]):
    """The progress notes on an objective, the newest first."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: NoteVerbs) -> None:
        super().__init__(
            desk.screen,
            message("Progress notes"),
            message("Add a progress note"),
            PROGRESS_NOTE,
            verbs.change,
        )
        self._countries, self._verbs = countries, verbs
        self._objective = 0
        screen = desk.screen
        self.add_row(self.rows.make("day", message("Day")))
        self.add_row(
            self.rows.make("text", message("Text"), LabelEdit(screen, message("Text"), multiline=True))
        )
        self.add_row(
            self.rows.make(
                "side",
                message("Side that reports"),
                choices=lambda: [
                    Choice("", screen.say(message("None"))),
                    *(Choice(code, screen.read(country)) for code, country in countries.items()),
                ],
            )
        )
        self.add_row(self.rows.make("source", message("Source")))
        self.add_row(self.rows.make("is_shared", message("The other side sees it too")))
        self.add_wanted.connect(self._add)
        self.removal_wanted.connect(verbs.remove)

    def show_notes(self, objective: int, notes: Sequence[NotePlan], *, is_other: bool) -> None:
        """Show the notes on an objective."""
        if is_other:
            self.close_opened()
        self._objective = objective
        newest = notes[::-1]
        screen = self.screen_of
        told = []
        for each in newest:
            country = self._countries.get(each.side)
            parts = [short_date(each.day, screen.language), screen.read(each.text)]
            if country:
                parts.insert(1, screen.read(country))
            told.append(" · ".join(parts))
        self.show_records(newest, told, is_other=is_other)

    def _add(self) -> None:
        added = self._verbs.add(self._objective)
        if added is not None:
            self.open(added)


class ObjectiveSheet(Sheet[ObjectiveLine]):
    """One objective."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: ObjectiveVerbs) -> None:
        super().__init__(desk.screen, message("Objective"), PROVISION, verbs.change)
        self._desk = desk
        screen = desk.screen
        self._text = label(wrap=True)
        self.terms = Button(screen, message("Edit the wording in the terms of reference"), kind="link")
        only_reads(self.terms)
        self.terms.clicked.connect(self._show_terms)
        self.column.addWidget(self._text)
        self.column.addWidget(self.terms, 0, Qt.AlignmentFlag.AlignLeft)
        self.comparing = comparing_button(desk, "provision", lambda: self.values[0].id, "text")
        self.column.addWidget(self.comparing, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row("due", message("Due date"))
        self.add_row("short", message("Short name"), LabelEdit(screen, message("Short name"), required=False))
        self.state = StateSection(desk, ProvisionKind.OBJECTIVE, verbs.set_state, lambda _: ())
        self._instrument_verbs = InstrumentVerbs(desk)
        self.instruments = InstrumentsSection(desk, countries)
        self.instruments.removal_wanted.connect(self._instrument_verbs.remove)
        self.leads = LeadsSection(desk, countries, LeadVerbs(desk))
        self.outcomes = LinksSection(
            desk, message("Outcomes that serve it"), message("No outcome serves it yet.")
        )
        self.requests = LinksSection(
            desk, message("Requests for guidance"), message("No request concerns it.")
        )
        self.notes = NotesSection(desk, countries, NoteVerbs(desk))
        for section in (
            *(self.state, self.instruments, self.leads, self.outcomes, self.requests),
            self.notes,
        ):
            section.setContentsMargins(0, Space.M, 0, 0)
            self.column.addWidget(section)
        self.column.addStretch()
        self._is_built = True
        self.show_values(())

    _is_built = False

    def heading(self) -> Message:
        """Return what is selected, or how to select something."""
        count = len(self.values)
        if not count:
            return message("Select an objective to see how far it has come.")
        if count == 1:
            return message("Objective {number}", number=self.values[0].plan.number)
        return counted("{count} objective selected", "{count} objectives selected", count)

    def show_values(self, values: Sequence[ObjectiveLine]) -> None:
        """Show an objective with all that hangs on it."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        super().show_values(values)
        if not self._is_built:
            return
        is_one = len(values) == 1
        for widget in (
            *(self._text, self.terms, self.comparing, self.state, self.instruments, self.leads),
            *(self.outcomes, self.requests, self.notes),
        ):
            widget.setVisible(is_one)
        if not is_one:
            return
        (line,) = values
        plan = line.plan
        self._text.setText(self.screen_of.read(plan.text))
        self.state.show_state(line.id, line.standing, is_other=is_other)
        self.instruments.show_instruments(plan.instruments)
        self.leads.show_holders(line.id, line.name, plan.holders, is_other=is_other)
        self.outcomes.show_links(outcome_links(self._desk, plan.outcomes), is_other=is_other)
        self.requests.show_links(request_links(self._desk, plan.guidance), is_other=is_other)
        self.notes.show_notes(line.id, plan.notes, is_other=is_other)

    def _show_terms(self) -> None:
        self._desk.show_place(Place("provision", self.values[0].id, "text"))
