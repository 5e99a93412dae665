"""The inspector when several people are selected: what they share, and one choice for all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alternat.actions.delegations import change_participations
from alternat.actions.people import change_people
from alternat.errors import AlternatError
from alternat.language.messages import counted, message
from alternat.planning.roster import Delegate
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice, entity_choices, role_choices, status_choices
from alternat.ui.parts.inspector.rows import ChoiceRow

_MIXED = "mixed"
"""Stands in a list for values that differ; choosing it changes nothing."""


class SeveralPeople(QWidget):
    """Role, status and entity of everybody selected, changed in one step each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._delegates: tuple[Delegate, ...] = ()
        self._title = label("title", wrap=True)
        self._hint = label("muted", wrap=True)
        self._role = ChoiceRow(desk.screen, message("Role"), lambda value: self._write_part("role", value))
        self._status = ChoiceRow(
            desk.screen, message("Status"), lambda value: self._write_part("status", value)
        )
        self._entity = ChoiceRow(desk.screen, message("Entity"), self._write_entity)
        self._other_sides = label("caption", wrap=True)
        wording = Wording(desk.screen)
        wording.put(self._hint.setText, message("What you choose here changes all of them in one step."))
        wording.put(
            self._other_sides.setText,
            message("An entity can be chosen once all the people selected are of one side."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._title, self._hint, self._role, self._status, self._entity, self._other_sides):
            column.addWidget(part)
        column.addStretch()
        desk.screen.language_changed.connect(wording.say_again)
        desk.screen.language_changed.connect(self._show)

    def show_delegates(self, delegates: Sequence[Delegate]) -> None:
        """Show what these people share."""
        self._delegates = tuple(delegates)
        for row in (self._role, self._status, self._entity):
            row.judge(None)
        self._show()

    def _show(self) -> None:
        screen, delegates = self._desk.screen, self._delegates
        catalog = screen.catalog
        count = len(delegates)
        self._title.setText(screen.say(counted("{count} person selected", "{count} people selected", count)))
        self._offer(self._role, role_choices(catalog), [each.role for each in delegates])
        self._offer(self._status, status_choices(catalog), [each.status for each in delegates])
        sides = {each.side for each in delegates}
        self._entity.setVisible(len(sides) == 1)
        self._other_sides.setVisible(len(sides) > 1)
        if len(sides) == 1:
            choices = entity_choices(self._desk.tables, catalog, sides)
            self._offer(self._entity, choices, [each.entity for each in delegates])

    def _offer(self, row: ChoiceRow, choices: Sequence[Choice], values: Sequence[object]) -> None:
        shared = set(values)
        if len(shared) == 1:
            row.field.show_choices(choices, shared.pop())
            return
        mixed = Choice(_MIXED, self._desk.screen.say(message("Various")), is_heading=True)
        row.field.show_choices([mixed, *choices], _MIXED)

    def _write_part(self, field: str, value: object) -> AlternatError | None:
        ids = [each.participation for each in self._delegates]
        return _tried(lambda: change_participations(self._desk.workspace, ids, {field: value}))

    def _write_entity(self, value: object) -> AlternatError | None:
        ids = [each.person for each in self._delegates]
        return _tried(lambda: change_people(self._desk.workspace, ids, {"entity": value}))


def _tried(verb: Callable[[], object]) -> AlternatError | None:
    try:
        verb()
    except AlternatError as error:
        return error
    return None
