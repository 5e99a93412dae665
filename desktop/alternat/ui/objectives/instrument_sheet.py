"""The sheet of an instrument: what it is, its steps with their days, its term, and who may know of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import language_name
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.objectives import INSTRUMENT, INSTRUMENT_SIDE, INSTRUMENT_STEP
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.instruments import (
    BINDING_WORDS,
    EXTENSION_WORDS,
    KIND_WORDS,
    ON_BEHALF_WORDS,
    step_note,
)
from alternat.planning.objective_standing import Stage, stages
from alternat.planning.objectives import InstrumentPlan, instruments
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.objectives.course import next_words, show_course, term_words
from alternat.ui.objectives.stage_dots import StageDots
from alternat.ui.objectives.verbs import InstrumentVerbs
from alternat.ui.objectives.words import stage_words
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.parts.inspector.rows import NOTHING, ChoiceField
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.inspector.ways import comparing_button
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.arranged import read_in_order
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES, LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented

PLACE = message("Place of the step")


class StepsSection(Section):
    """The steps of the instrument's kind in their order, each with the day planned and the day done."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: InstrumentVerbs) -> None:
        super().__init__(desk.screen, message("Steps"))
        self._desk, self._countries, self._verbs = desk, countries, verbs
        self._instrument = 0
        self._kind: InstrumentKind | None = None
        self._stages: tuple[Stage, ...] = ()
        self._heads: list[QLabel] = []
        self.days: list[tuple[DescribedRow, DescribedRow]] = []
        self.records: dict[int, tuple[DescribedRow, DescribedRow]] = {}
        """The place and the document of each step that has a day, by its place in the course."""
        self._columns: list[QVBoxLayout] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.S)
        self.column.addLayout(self._body)

    def show_steps(self, plan: InstrumentPlan, *, is_other: bool) -> None:
        """Show the steps of an instrument."""
        self._instrument = plan.id
        found = stages(plan, tuple(self._countries))
        if [(each.step, each.side) for each in found] != [(each.step, each.side) for each in self._stages]:
            self._build(plan.kind, found)
        self._stages, self._kind = found, plan.kind
        for each, head, days in zip(found, self._heads, self.days, strict=True):
            head.setText(self.screen_of.say(stage_words(plan.kind, each, self._countries)))
            head.setProperty("text-role", "strong" if each.is_done else "")
            for row, day in zip(days, (each.planned, each.done_on), strict=True):
                row.show_value(day, is_other=is_other)
        for at, each in enumerate(found):
            if each.is_told and at not in self.records:
                self.records[at] = self._make_records(at)
            for row, value in zip(self.records.get(at, ()), (each.place, each.document), strict=False):
                row.show_value(value, is_other=is_other)
                row.setVisible(each.is_told)

    def _build(self, kind: InstrumentKind, found: Sequence[Stage]) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._heads, self.days, self.records, self._columns = [], [], {}, []
        for at, stage in enumerate(found):
            step, head = QWidget(), label(wrap=True)
            column = QVBoxLayout(step)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            words = stage_words(kind, stage, self._countries)
            rows = (
                self._day_row(at, "planned", message("Planned for"), words),
                self._day_row(at, "done_on", message("Done on"), words),
            )
            column.addWidget(head)
            if (note := step_note(stage.step)) is not None:
                hint = label("caption", wrap=True)
                self.wording.put(hint.setText, note)
                column.addWidget(hint)
            column.addWidget(FlowBar(*rows))
            self._columns.append(column)
            self._body.addWidget(step)
            self._heads.append(head)
            self.days.append(rows)

    def _make_records(self, at: int) -> tuple[DescribedRow, DescribedRow]:
        place = LabelEdit(self.screen_of, PLACE, required=False)
        rows = (
            self._record_row(at, "place", PLACE, place),
            self._record_row(at, "document", message("Document of the step")),
        )
        for row in rows:
            self._columns[at].addWidget(row)
        days = [row.control for row in self.days[at]]
        read_in_order([*days, *(row.control for row in rows)])
        return rows

    def _record_row(
        self, at: int, field: str, caption: Message, control: LabelEdit | None = None
    ) -> DescribedRow:
        def write(fields: Mapping[str, Any]) -> AlternatError | None:
            return self._verbs.set_step(self._instrument, self._stages[at], fields)

        return row_of(INSTRUMENT_STEP.field(field), caption, NOTHING, self.screen_of, write, control=control)

    def _day_row(self, at: int, field: str, caption: Message, step: Message) -> DescribedRow:
        def write(fields: Mapping[str, Any]) -> AlternatError | None:
            return self._verbs.set_step(self._instrument, self._stages[at], fields)

        row = row_of(INSTRUMENT_STEP.field(field), caption, None, self.screen_of, write)
        row.column.setAlignment(row.control, Qt.AlignmentFlag.AlignLeft)
        row.control.setAccessibleDescription(self.screen_of.say(step))
        return row


class InstrumentSheet(Sheet[InstrumentPlan]):
    """One instrument in full, with the way back to its objective."""

    back_wanted = Signal()

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: InstrumentVerbs) -> None:
        super().__init__(desk.screen, message("Instrument"), INSTRUMENT, verbs.change)
        self._desk, self._countries, self._verbs = desk, countries, verbs
        screen = desk.screen
        self.back = Button(screen, message("Back to the objective"), icon="arrow-left", kind="link")
        only_reads(self.back)
        self.back.clicked.connect(self.back_wanted)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.dots, self._coming, self._term = StageDots(screen), label("muted", wrap=True), label(wrap=True)
        for widget in (self.dots, self._coming):
            self.column.addWidget(widget)
        self._add_facts()
        self.steps = StepsSection(desk, countries, verbs)
        self.column.addSpacing(Space.M)
        self.column.addWidget(self.steps)
        self._add_term()
        self._add_disclosure()
        self.column.addStretch()
        self.show_values(())

    def heading(self) -> Message:
        """Return what is shown."""
        return message("Instrument")

    def show_values(self, values: Sequence[InstrumentPlan]) -> None:
        """Show an instrument."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        super().show_values(values)
        if not values or not hasattr(self, "steps"):
            return
        (plan,) = values
        screen = self.screen_of
        show_course(self.dots, plan, self._countries, screen)
        for words, text in (
            (self._coming, next_words(plan, self._countries)),
            (self._term, term_words(plan, self._desk.today())),
        ):
            words.setText(screen.say(text) if text else "")
            words.setVisible(text is not None)
        self.steps.show_steps(plan, is_other=is_other)
        for side, row in self.binding.items():
            row.show_value(plan.binding.get(side), is_other=is_other)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field such as `title.fr`, `ends` or `steps`."""
        name, _, rest = field.partition(".")
        row = self.rows.get(name)
        if name == "binding":
            row = self.binding.get(rest) or next(iter(self.binding.values()))
        if name == "steps":
            self.steps.days[0][1].control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row is None:
            self.focus_first()
        elif isinstance(row.control, LabelEdit):
            row.control.focus_language(Language(rest) if rest else self.screen_of.language)
        else:
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_facts(self) -> None:
        screen, say = self.screen_of, self.screen_of.say
        self.add_row("title", message("Title"), LabelEdit(screen, message("Title"), multiline=True))
        self.comparing = comparing_button(self._desk, "instrument", lambda: self.values[0].id, "title")
        self.column.addWidget(self.comparing, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row("kind", message("Kind"), choices=lambda: _choices(KIND_WORDS, say))
        self.binding: dict[str, DescribedRow] = {}
        for side, country in self._countries.items():
            caption = message("Binding, as {country} sees it", country=country)
            row = row_of(
                INSTRUMENT_SIDE.field("binding"),
                caption,
                NOTHING,
                screen,
                self._binding_of(side),
                choices=lambda: [Choice(None, "–"), *_choices(BINDING_WORDS, say)],
            )
            self.binding[side] = row
            self.place(row)
        self.add_row(
            "on_behalf",
            message("On whose behalf"),
            ChoiceField(),
            choices=lambda: [Choice("", say(message("Not said"))), *_choices(ON_BEHALF_WORDS, say)],
        )
        languages = message("Authentic languages")
        chosen = Segmented(
            screen,
            languages,
            [(each.value, LANGUAGE_NAMES[each]) for each in Language],
            several=True,
        )
        self.add_row("authentic", languages, chosen)
        self.add_row(
            "prevails",
            message("Text that prevails"),
            ChoiceField(),
            choices=lambda: [
                Choice("", say(message("None"))),
                *(Choice(each.value, screen.read(language_name(each))) for each in Language),
            ],
        )

    def _add_term(self) -> None:
        say = self.screen_of.say
        self._caption(message("Term"))
        self.column.addWidget(self._term)
        self.add_row("in_force", message("In force since"))
        self.add_row("months", message("Term in months"))
        self.add_row("ends", message("Last day of the term, where it is named"))
        self.add_row(
            "extension",
            message("Extension"),
            ChoiceField(),
            choices=lambda: [Choice("", say(message("Not said"))), *_choices(EXTENSION_WORDS, say)],
        )
        self.add_row("notice_months", message("Notice in months"))
        self.add_row("notice_days", message("Notice in days"))
        self.add_row("replaced_by", message("Replaced by"), choices=self._others)

    def _add_disclosure(self) -> None:
        self._caption(message("Who may know of it"))
        self.add_row(
            "disclosure",
            message("May it be shown"),
            choices=lambda: _choices(DISCLOSURES, self.screen_of.say),
        )
        self.add_row("consent_asked", message("Consent asked on"))
        self.add_row("consent_given", message("Consent given on"))
        self.add_row("note", message("Private note"))

    def _caption(self, text: Message) -> None:
        head = label("strong")
        head.setContentsMargins(0, Space.M, 0, 0)
        self.wording.put(head.setText, text)
        self.column.addWidget(head)

    def _binding_of(self, side: str) -> Any:
        def write(fields: Mapping[str, Any]) -> AlternatError | None:
            return self._verbs.set_binding(self.values[0].id, side, fields["binding"])

        return write

    def _others(self) -> Sequence[Choice]:
        """Return no instrument, and those of the same objective but this one."""
        say, read = self.screen_of.say, self.screen_of.read
        none = Choice(None, say(message("None")))
        if not self.values:
            return [none]
        (own,) = self.values
        return [
            none,
            *(
                Choice(each.id, read(each.title))
                for each in instruments(self._desk.tables)
                if each.id != own.id and (each.objective == own.objective or each.id == own.replaced_by)
            ),
        ]


def _choices(words: Mapping[Any, Message], say: Any) -> list[Choice]:
    return [Choice(key, say(text)) for key, text in words.items()]
