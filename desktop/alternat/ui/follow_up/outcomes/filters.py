"""Which outcomes are listed: a bar with what is open or all, and a menu of what else to narrow by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented

OPEN, ALL = "open", "all"
NOBODY = 0
"""Stands for the outcomes that have none of what is narrowed by."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which outcomes are listed; None narrows by nothing, `NOBODY` asks for those that have none."""

    is_open: bool = True
    meeting: int | None = None
    topic: int | None = None
    dialogue: int | None = None
    lead: int | None = None

    def passes(self, plan: OutcomePlan) -> bool:
        """Return whether an outcome is listed."""
        return (
            (not self.is_open or plan.is_open)
            and (self.meeting is None or plan.meeting == self.meeting)
            and (self.topic is None or (plan.topic or NOBODY) == self.topic)
            and (self.dialogue is None or _has(self.dialogue, [each.dialogue for each in plan.carriers]))
            and (self.lead is None or _has(self.lead, [each.person for each in plan.leads]))
        )

    def but(self, way: str, value: int | None) -> "Filter":
        """Return the filter with one way of narrowing set."""
        changed: dict[str, Any] = {way: value}
        return replace(self, **changed)


def _has(wanted: int, held: Sequence[int]) -> bool:
    return not held if wanted == NOBODY else wanted in held


@dataclass(frozen=True, slots=True)
class Way:
    """One way to narrow by."""

    name: Message
    none: Message
    offered: Callable[[Sequence[OutcomePlan]], Mapping[int, Label]]
    """What there is to choose from, among all outcomes."""


WAYS: Mapping[str, Way] = {
    "meeting": Way(
        message("Meeting"),
        message("No meeting"),
        lambda plans: {each.meeting: Label.same(each.meeting_reference) for each in plans},
    ),
    "topic": Way(
        message("Topic"),
        message("Without a topic"),
        lambda plans: {each.topic: each.topic_name for each in plans if each.topic},
    ),
    "dialogue": Way(
        message("Existing dialogue"),
        message("Carried out by nobody"),
        lambda plans: {each.dialogue: each.name for plan in plans for each in plan.carriers},
    ),
    "lead": Way(
        message("Lead"),
        message("Without a lead"),
        lambda plans: {each.person: each.name for plan in plans for each in plan.leads},
    ),
}


class FilterBar(QWidget):
    """Open or all, the menu of what else to narrow by, each choice as a button that takes it back."""

    changed = Signal()

    def __init__(
        self, desk: Desk, plans: Callable[[], Sequence[OutcomePlan]], *, has_open: bool = True
    ) -> None:
        """Make the bar over the outcomes that `plans` gives; a board shows every state, so has no `open`."""
        super().__init__()
        self._screen, self._plans = desk.screen, plans
        self.filter = Filter(is_open=has_open)
        self.wording = Wording(desk.screen)
        self.state = Segmented(
            desk.screen,
            message("Which outcomes"),
            [(OPEN, message("Open")), (ALL, message("All"))],
        )
        self.state.choose(OPEN)
        self.state.setVisible(has_open)
        self.state.chosen.connect(lambda value: self.set(replace(self.filter, is_open=value == OPEN)))
        self.more = Button(desk.screen, message("Filter"), icon="filter")
        self.more.clicked.connect(self._open_menu)
        self.chips = {way: Button(desk.screen, each.name, icon="x") for way, each in WAYS.items()}
        for way, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, way=way: self.set(self.filter.but(way, None)))
            chip.hide()
        self.count = label("muted")
        controls = (self.state, self.more) if has_open else (self.more,)
        self._bar = bar = FlowBar(*controls, *self.chips.values(), self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def add(self, *controls: QWidget) -> None:
        """Put what else a view offers at the end of the bar."""
        flow = self._bar.layout()
        assert flow is not None
        for control in controls:
            flow.addWidget(control)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the state narrows."""
        return any(getattr(self.filter, way) is not None for way in WAYS)

    def set(self, wanted: Filter) -> None:
        """Narrow to this, and tell."""
        self.filter = wanted
        self.state.choose(OPEN if wanted.is_open else ALL)
        self.show_chips()
        self.changed.emit()

    def show_chips(self) -> None:
        """Say what is narrowed by, in the screen language."""
        for way, chip in self.chips.items():
            value = getattr(self.filter, way)
            chip.setVisible(value is not None)
            if value is not None:
                name = (
                    spoken(WAYS[way].offered(self._plans()).get(value, Label())) if value else WAYS[way].none
                )
                chip.say(message("{name}: {value}", name=WAYS[way].name, value=name))
                chip.setAccessibleDescription(self._screen.say(message("Narrow by it no longer")))

    def menu(self) -> QMenu:
        """Return the menu of what to narrow by, with a submenu for each way."""
        menu = QMenu(self)
        plans = self._plans()
        for way, each in WAYS.items():
            sub = menu.addMenu(self._screen.say(each.name))
            group = QActionGroup(sub)
            offered = each.offered(plans)
            self._offer(sub, group, way, None, self._screen.say(message("All")))
            for value, text in self._sorted(way, offered):
                self._offer(sub, group, way, value, text)
            if way != "meeting":
                self._offer(sub, group, way, NOBODY, self._screen.say(each.none))
        return menu

    def _sorted(self, way: str, offered: Mapping[int, Label]) -> Iterable[tuple[int, str]]:
        named = [(value, self._screen.read(text)) for value, text in offered.items()]
        return named if way == "meeting" else sorted(named, key=lambda each: each[1].casefold())

    def _offer(self, menu: QMenu, group: QActionGroup, way: str, value: int | None, text: str) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(getattr(self.filter, way) == value)
        action.triggered.connect(lambda: self.set(self.filter.but(way, value)))
        group.addAction(action)
        menu.addAction(action)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
