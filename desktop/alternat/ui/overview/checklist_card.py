"""How far the checklist of the meeting has come, and what comes next on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from alternat.language.formats import short_date
from alternat.language.messages import counted, message
from alternat.planning.countdown import checklist
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.tag import Tag

NEXT = 3
"""How many of the tasks that come next are shown."""


class ChecklistCard(Card):
    """Shows what is overdue and what comes next; hidden while the meeting has no checklist."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wording = Wording(desk.screen)
        self.wording.put(self.title.setText, message("Checklist"))
        self._overdue = Tag()
        self.add_to_head(self._overdue)
        self._progress = label("muted")
        self.column.addWidget(self._progress)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        self._rows = [(label("muted"), label(wrap=True)) for _ in range(NEXT)]
        for row, (day, text) in enumerate(self._rows):
            grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        self.column.addLayout(grid)
        show = Button(desk.screen, message("Show the checklist"), kind="link")
        show.clicked.connect(lambda: desk.show_page("checklist"))
        self.column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self) -> None:
        """Show the checklist of the meeting in view."""
        desk, screen, meeting = self._desk, self._desk.screen, self._desk.meeting
        plans = checklist(desk.tables, meeting, desk.today()) if meeting is not None else ()
        self.setVisible(bool(plans))
        to_do = [plan for plan in plans if not plan.is_done]
        overdue = sum(plan.is_overdue for plan in to_do)
        word = screen.say(counted("{count} overdue", "{count} overdue", overdue))
        self._overdue.show_tag(word if overdue else "", "blocks")
        done = counted(
            "{done} of {count} task done",
            "{done} of {count} tasks done",
            len(plans),
            done=len(plans) - len(to_do),
        )
        self._progress.setText(screen.say(done))
        for at, (day, text) in enumerate(self._rows):
            shown = to_do[at] if at < len(to_do) else None
            for each in (day, text):
                each.setHidden(shown is None)
            if shown is not None:
                day.setText(short_date(shown.due, screen.language) if shown.due else "–")
                text.setText(screen.read(shown.text))
