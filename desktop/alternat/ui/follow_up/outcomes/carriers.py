"""The part of the sheet about who carries an outcome out, and about the objectives that it serves."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.outcomes import OUTCOME_CARRIER
from alternat.planning.outcomes import CarrierPlan, OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import Write, row_of
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.widgets.arranged import arrange, read_in_order
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.flow_bar import FlowBar


class NamedLine(QWidget):
    """The name of something that is chosen, with the button that takes it out."""

    def __init__(self, desk: Desk, name: Label, taking_out: Message) -> None:
        super().__init__()
        self.name = label(wrap=True, text=desk.screen.read(name))
        self.take_out = IconButton(desk.screen, taking_out, "x")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.take_out)
        self.column.addLayout(head)


class CarrierLine(NamedLine):
    """An existing dialogue that carries the outcome out: when it was last asked and heard."""

    def __init__(self, desk: Desk, carrier: CarrierPlan, asked: Write, heard: Write) -> None:
        super().__init__(desk, carrier.name, message("{name} no longer carries it out", name=carrier.name))
        screen, noun = desk.screen, OUTCOME_CARRIER
        self._rows = (
            row_of(noun.field("last_asked"), message("Last asked"), carrier.last_asked, screen, asked),
            row_of(noun.field("last_heard"), message("Last heard"), carrier.last_heard, screen, heard),
        )
        today = (
            Button(screen, message("Asked today")),
            Button(screen, message("Heard today")),
        )
        for row, button in zip(self._rows, today, strict=True):
            self.column.addWidget(FlowBar(row, button))
            button.clicked.connect(lambda _=False, row=row: row.hear(desk.today()))

    def show_carrier(self, desk: Desk, carrier: CarrierPlan) -> None:
        """Show the days as they are now."""
        self.name.setText(desk.screen.read(carrier.name))
        for row, day in zip(self._rows, (carrier.last_asked, carrier.last_heard), strict=True):
            row.show_value(day)


class Chosen(Section):
    """Some of what there is to choose from, one below the other; more are added from a list."""

    def __init__(self, desk: Desk, title: Message, adding: Message) -> None:
        super().__init__(desk.screen, title)
        self.desk = desk
        self.plan: OutcomePlan | None = None
        self.lines: dict[int, NamedLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self.column.addLayout(self._list)
        self.adding = ChoiceRow(desk.screen, adding, self._add)
        self.adding.hide_name()
        self.wording.put(self.adding.field.setPlaceholderText, adding)
        self.adding.field.fill_when_opened(self._offered)
        self.adding.field.act_when_chosen()
        self.column.addWidget(self.adding)

    def held(self, plan: OutcomePlan) -> Mapping[int, Any]:
        """Return what is chosen, by id."""
        raise NotImplementedError

    def known(self) -> Mapping[int, Label]:
        """Return what there is to choose from, by id."""
        raise NotImplementedError

    def write(self, plan: OutcomePlan, wanted: Sequence[int]) -> AlternatError | None:
        """Choose these and no others."""
        raise NotImplementedError

    def line_of(self, key: int, value: Any) -> NamedLine:
        """Return a new line."""
        raise NotImplementedError

    def follow(self, line: NamedLine, value: Any) -> None:
        """Show in a line what it is about now."""
        raise NotImplementedError

    def show_plan(self, plan: OutcomePlan | None) -> None:
        """Show what an outcome has."""
        is_other = plan is None or self.plan is None or plan.id != self.plan.id
        self.plan = plan
        held = self.held(plan) if plan is not None else {}
        if is_other:
            self.lines.clear()
            self.adding.judge(None)
        self.lines = {key: self.lines.get(key) or self._make(key, value) for key, value in held.items()}
        if arrange(self._list, list(self.lines.values())):
            read_in_order([*self.lines.values(), self.adding])
        for key, value in held.items():
            self.follow(self.lines[key], value)
        self.adding.field.show_choices((), None)

    def _make(self, key: int, value: Any) -> NamedLine:
        line = self.line_of(key, value)
        line.take_out.clicked.connect(lambda: self._take_out(key))
        return line

    def _offered(self) -> Sequence[Choice]:
        held = self.held(self.plan) if self.plan is not None else {}
        read = self.desk.screen.read
        return [Choice(key, read(name)) for key, name in self.known().items() if key not in held]

    def _add(self, key: object) -> AlternatError | None:
        if self.plan is None or not isinstance(key, int):
            return None
        return self.write(self.plan, (*self.held(self.plan), key))

    def _take_out(self, key: int) -> None:
        if self.plan is not None:
            self.adding.field.setFocus()
            self.adding.judge(self.write(self.plan, [each for each in self.held(self.plan) if each != key]))


class Carriers(Chosen):
    """The existing dialogues that carry an outcome out."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, dialogues: Callable[[], Mapping[int, Label]]) -> None:
        super().__init__(desk, message("Carried out by"), message("Add an existing dialogue"))
        self._verbs, self._dialogues = verbs, dialogues

    def held(self, plan: OutcomePlan) -> Mapping[int, CarrierPlan]:
        """Return the carriers by the id of their dialogue."""
        return {each.dialogue: each for each in plan.carriers}

    def known(self) -> Mapping[int, Label]:
        """Return the existing dialogues."""
        return self._dialogues()

    def write(self, plan: OutcomePlan, wanted: Sequence[int]) -> AlternatError | None:
        """Let these carry it out."""
        return self._verbs.carry(plan, wanted)

    def line_of(self, key: int, value: CarrierPlan) -> NamedLine:
        """Return the line of a carrier."""

        def asked(fields: Mapping[str, Any]) -> AlternatError | None:
            return self._verbs.asked(self.plan, key, fields["last_asked"]) if self.plan else None

        def heard(fields: Mapping[str, Any]) -> AlternatError | None:
            return self._verbs.heard(self.plan, key, fields["last_heard"]) if self.plan else None

        return CarrierLine(self.desk, value, asked, heard)

    def follow(self, line: NamedLine, value: CarrierPlan) -> None:
        """Show its days."""
        assert isinstance(line, CarrierLine)
        line.show_carrier(self.desk, value)


class Served(Chosen):
    """The objectives that an outcome serves."""

    def __init__(
        self, desk: Desk, verbs: OutcomeVerbs, objectives: Callable[[], Mapping[int, Label]]
    ) -> None:
        super().__init__(desk, message("Objectives that it serves"), message("Add an objective"))
        self._verbs, self._objectives = verbs, objectives

    def held(self, plan: OutcomePlan) -> Mapping[int, Label]:
        """Return the objectives by their ids."""
        return plan.objectives

    def known(self) -> Mapping[int, Label]:
        """Return all objectives."""
        return self._objectives()

    def write(self, plan: OutcomePlan, wanted: Sequence[int]) -> AlternatError | None:
        """Let it serve these."""
        return self._verbs.serve(plan, wanted)

    def line_of(self, key: int, value: Label) -> NamedLine:
        """Return the line of an objective."""
        del key
        return NamedLine(self.desk, value, message("It no longer serves {name}", name=value))

    def follow(self, line: NamedLine, value: Label) -> None:
        """Show its name."""
        line.name.setText(self.desk.screen.read(value))
