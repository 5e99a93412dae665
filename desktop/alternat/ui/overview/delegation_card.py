"""One side's delegation at a glance: how many come, of which standing, and who heads it."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from alternat.language.messages import counted, message
from alternat.language.vocabulary import heading, status_label
from alternat.nouns.delegations import ParticipationStatus
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.overview.summary import DelegationSummary
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.tag import SideDot


class DelegationCard(Card):
    """Shows one delegation."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._dot = SideDot(screen)
        self.put_before_title(self._dot)
        self.figure = label("figure")
        self._unit = label("muted")
        self._leader = label(wrap=True)
        self._counts = {status: label("strong") for status in ParticipationStatus}
        self._words = {status: label("muted") for status in ParticipationStatus}
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.figure)
        row.addWidget(self._unit)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self._leader)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for at, status in enumerate(ParticipationStatus):
            grid.addWidget(self._counts[status], at, 0)
            grid.addWidget(self._words[status], at, 1)
        self.column.addLayout(grid)
        self.column.addStretch()

    def show_delegation(self, shown: DelegationSummary) -> None:
        """Show a delegation as counted."""
        screen = self._screen
        self.title.setText(screen.read(shown.name))
        self._dot.show_colour(shown.colour)
        self.figure.setText(str(shown.attending))
        self._unit.setText(screen.say(counted("participant", "participants", shown.attending)))
        if shown.head is None:
            self._leader.setText(screen.say(message("No head of delegation yet")))
        else:
            self._leader.setText(screen.say(message("Headed by {name}", name=shown.head)))
        for status in ParticipationStatus:
            count = shown.statuses.get(status, 0)
            self._counts[status].setText(str(count))
            self._words[status].setText(heading(status_label(status)).on_screen(screen.language))
            is_shown = bool(count) or status.is_attending
            self._counts[status].setVisible(is_shown)
            self._words[status].setVisible(is_shown)
