"""The sheet of an existing dialogue: its names, who leads it, when it meets, what it carries out and asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from alternat.language.formats import date_span
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.nouns.existing import DIALOGUE_MEETING
from alternat.nouns.provisions import PROVISION, ProvisionKind, ProvisionState
from alternat.planning.existing import DialogueMeetingPlan
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.leads import LeadsSection
from alternat.ui.objectives.lines import DialogueLine
from alternat.ui.objectives.linking import outcome_links, request_links
from alternat.ui.objectives.state import StateSection
from alternat.ui.objectives.verbs import DialogueVerbs, LeadVerbs, MeetingVerbs
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.links import LinksSection
from alternat.ui.parts.inspector.records import RecordsSection
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.inspector.ways import comparing_button
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit


class MeetingsSection(RecordsSection[DialogueMeetingPlan]):
    """The meetings of an existing dialogue, the latest first."""

    def __init__(self, desk: Desk, verbs: MeetingVerbs) -> None:
        super().__init__(
            desk.screen,
            message("Its meetings"),
            message("Add a meeting of it"),
            DIALOGUE_MEETING,
            verbs.change,
        )
        self._verbs = verbs
        self._dialogue = 0
        days = (self.rows.make("starts", message("First day")), self.rows.make("ends", message("Last day")))
        for row in days:
            row.column.setAlignment(row.control, Qt.AlignmentFlag.AlignLeft)
            self.add_row(row)
        self.add_row(
            self.rows.make("city", message("City"), LabelEdit(desk.screen, message("City"), required=False))
        )
        self.add_row(self.rows.make("note", message("Private note")))
        self.add_wanted.connect(self._add)
        self.removal_wanted.connect(verbs.remove)

    def show_meetings(
        self, dialogue: int, meetings: Sequence[DialogueMeetingPlan], *, is_other: bool
    ) -> None:
        """Show when a dialogue meets."""
        if is_other:
            self.close_opened()
        self._dialogue = dialogue
        screen, latest = self.screen_of, meetings[::-1]
        told = [
            " · ".join(
                filter(None, (date_span(each.starts, each.ends, screen.language), screen.read(each.city)))
            )
            for each in latest
        ]
        self.show_records(latest, told, is_other=is_other)

    def _add(self) -> None:
        added = self._verbs.add(self._dialogue)
        if added is not None:
            self.open(added)


class DialogueSheet(Sheet[DialogueLine]):
    """One existing dialogue."""

    _is_built = False

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: DialogueVerbs) -> None:
        super().__init__(desk.screen, message("Existing dialogue"), PROVISION, verbs.change)
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
        self.add_row("short", message("Short name"), LabelEdit(screen, message("Short name"), required=False))
        self.state = StateSection(desk, ProvisionKind.EXISTING_DIALOGUE, verbs.set_state, self._others)
        self.leads = LeadsSection(desk, countries, LeadVerbs(desk))
        self.meetings = MeetingsSection(desk, MeetingVerbs(desk))
        self.outcomes = LinksSection(
            desk, message("Outcomes that it carries out"), message("It carries out no outcome yet.")
        )
        self.requests = LinksSection(
            desk, message("Requests for guidance"), message("It has asked nothing yet.")
        )
        for section in (self.state, self.leads, self.meetings, self.outcomes, self.requests):
            section.setContentsMargins(0, Space.M, 0, 0)
            self.column.addWidget(section)
        self.column.addStretch()
        self._is_built = True
        self.show_values(())

    def heading(self) -> Message:
        """Return what is selected, or how to select something."""
        count = len(self.values)
        if not count:
            return message("Select an existing dialogue to see who leads it and what it carries out.")
        if count == 1:
            return message("Existing dialogue {number}", number=self.values[0].plan.number)
        return counted("{count} dialogue selected", "{count} dialogues selected", count)

    def show_values(self, values: Sequence[DialogueLine]) -> None:
        """Show an existing dialogue with all that hangs on it."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        super().show_values(values)
        if not self._is_built:
            return
        is_one = len(values) == 1
        for widget in (
            *(self._text, self.terms, self.comparing, self.state, self.leads, self.meetings),
            *(self.outcomes, self.requests),
        ):
            widget.setVisible(is_one)
        if not is_one:
            return
        (line,) = values
        plan = line.plan
        self._text.setText(self.screen_of.read(plan.text))
        self.state.show_state(line.id, line.standing, is_other=is_other)
        self.leads.show_holders(line.id, line.name, plan.holders, is_other=is_other)
        self.meetings.show_meetings(line.id, plan.meetings, is_other=is_other)
        self.outcomes.show_links(outcome_links(self._desk, plan.outcomes), is_other=is_other)
        self.requests.show_links(request_links(self._desk, plan.guidance), is_other=is_other)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field such as `short.fr`."""
        _, _, rest = field.partition(".")
        control = self.rows["short"].control
        assert isinstance(control, LabelEdit)
        control.focus_language(Language(rest) if rest in set(Language) else self.screen_of.language)

    def _others(self, own: int) -> Sequence[Choice]:
        """Return the other dialogues that are active, and the one that is merged into."""
        provision: Any = self._desk.tables.Provision
        query = provision.select().where(
            provision.kind == ProvisionKind.EXISTING_DIALOGUE,
            provision.id != own,
        )
        into = self.values[0].standing.merged_into if self.values else None
        return [
            Choice(row.id, self.screen_of.read(row.short or row.text))
            for row in query.order_by(provision.number, provision.id)
            if row.state is ProvisionState.ACTIVE or row.id == into
        ]

    def _show_terms(self) -> None:
        self._desk.show_place(Place("provision", self.values[0].id, "text"))
