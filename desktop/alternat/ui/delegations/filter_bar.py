"""The filters above the list: side, role and status."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.ui.delegations.list.arrangement import Filter
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice, role_choices, status_choices
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.tables.searching import Query
from alternat.ui.parts.widgets.flow import FlowLayout
from alternat.ui.parts.widgets.segmented import Segmented

BOTH = ""
WORDS = 11
"""How many characters of the chosen role or status show."""
SUPPORT = frozenset(role for role in Role if role.is_support)
DELEGATION = frozenset(Role) - SUPPORT
COMING = frozenset(status for status in ParticipationStatus if status.is_attending)
NOT_COMING = frozenset(ParticipationStatus) - COMING


class FilterBar(QWidget):
    """Narrows the list; `changed` tells that `wanted` is another."""

    changed = Signal()

    def __init__(self, screen: Screen, tables: Tables) -> None:
        super().__init__()
        self._screen = screen
        self._query = Query()
        sides = [
            (side.code, message("{side}", side=side.country))
            for side in tables.Side.select().order_by(tables.Side.number)
        ]
        self._side = Segmented(screen, message("Side"), ((BOTH, message("Both")), *sides))
        self._side.choose(BOTH)
        self._role, self._status = ChoiceField(), ChoiceField()
        self._side.chosen.connect(self.changed)
        for field in (self._role, self._status):
            field.chosen.connect(self.changed)
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            field.setMinimumContentsLength(WORDS)
        self.row = FlowLayout(self, Space.S)
        for part in (self._side, self._role, self._status):
            self.row.addWidget(part)
        screen.language_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def wanted(self) -> Filter:
        """Return what a delegate must be to show."""
        roles, statuses = self._role.value, self._status.value
        return Filter(
            side=str(self._side.value or BOTH),
            roles=roles if isinstance(roles, frozenset) else frozenset(),
            statuses=statuses if isinstance(statuses, frozenset) else frozenset(),
            query=self._query,
        )

    @property
    def side(self) -> str:
        """Return the code of the side in view, empty for both."""
        return str(self._side.value or BOTH)

    def choose_side(self, side: str) -> None:
        """Show one side, or both for the empty text."""
        self._side.choose(side)
        self.changed.emit()

    def search(self, typed: str) -> None:
        """Look for words."""
        self._query = Query.of(typed)
        self.changed.emit()

    def clear(self) -> None:
        """Let everybody through again, but for the words looked for, which their own field shows."""
        self._side.choose(BOTH)
        for field in (self._role, self._status):
            field.setCurrentIndex(0)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the entries of the lists in the screen language."""
        say, catalog = self._screen.say, self._screen.catalog
        roles = [
            Choice(frozenset(), say(message("All roles"))),
            Choice(DELEGATION, say(message("Without support staff"))),
            Choice(SUPPORT, say(message("Support staff only"))),
            *(Choice(frozenset({each.value}), each.text) for each in role_choices(catalog)),
        ]
        statuses = [
            Choice(frozenset(), say(message("All statuses"))),
            Choice(COMING, say(message("Coming"))),
            Choice(NOT_COMING, say(message("Not coming"))),
            *(Choice(frozenset({each.value}), each.text) for each in status_choices(catalog)),
        ]
        for field, choices in ((self._role, roles), (self._status, statuses)):
            field.show_choices(choices, field.value if field.value is not None else frozenset())
        self._role.setAccessibleName(say(message("Role")))
        self._status.setAccessibleName(say(message("Status")))
