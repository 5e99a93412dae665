"""The ways between the venues of a meeting: one field of minutes for each pair of venues."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from alternat.actions.venues import set_way
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.nouns.venues import WAY
from alternat.planning.programme import Programme, VenuePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.programme.section import emptied

ABREAST = 2
"""How many pairs stand side by side."""
MINUTES = replace(WAY.field("minutes"), may_be_empty=True)
"""The minutes of a way, which is forgotten where they are emptied."""


class WaysCard(QFrame):
    """Shown once there are two venues; an empty field means that nobody has said yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] | None = None
        self.rows: dict[tuple[int, int], DescribedRow] = {}
        self._wording = Wording(desk.screen)
        surface(self, "card")
        heading, hint = label("strong"), label("muted", wrap=True)
        self._wording.put(heading.setText, message("Ways between venues"))
        self._wording.put(
            hint.setText,
            message(
                "Minutes from door to door. Whoever has less between two sessions appears in the findings."
            ),
        )
        desk.screen.language_changed.connect(self._wording.say_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        for at in range(ABREAST):
            self._grid.setColumnStretch(at, 1)
        for part in (heading, hint):
            column.addWidget(part)
        column.addLayout(self._grid)

    def show_programme(self, programme: Programme) -> None:
        """Show the ways; the fields are only made anew when venues come, go or are renamed."""
        shown = (self._desk.screen.language, *((each.id, each.name) for each in programme.venues.values()))
        if shown != self._shown:
            self._shown = shown
            self._make_rows(tuple(programme.venues.values()))
        self.setVisible(bool(self.rows))
        for pair, row in self.rows.items():
            row.show_value(programme.ways.get(pair))

    def _make_rows(self, venues: tuple[VenuePlan, ...]) -> None:
        emptied(self._grid)
        self.rows = {}
        for at, (one, other) in enumerate(combinations(venues, 2)):
            row = self._row(one, other)
            self.rows[one.id, other.id] = row
            self._grid.addWidget(row, at // ABREAST, at % ABREAST)

    def _row(self, one: VenuePlan, other: VenuePlan) -> DescribedRow:
        desk = self._desk

        def write(fields: Mapping[str, Any]) -> AlternatError | None:
            return desk.refusal(lambda: set_way(desk.workspace, one.id, other.id, **fields))

        name = message("From {one} to {other}, minutes", one=one.name, other=other.name)
        return row_of(MINUTES, name, None, desk.screen, write)
