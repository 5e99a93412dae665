"""The meeting in view: host, city, days and standing, edited in place."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from alternat.actions.meetings import change_meeting
from alternat.language.formats import date_span
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import heading, meeting_status_label
from alternat.models.meetings import MeetingStatus
from alternat.planning.hosting import next_host
from alternat.ui.desk import Desk
from alternat.ui.meetings_in_view import meetings_in_view
from alternat.ui.style import label
from alternat.ui.tokens import Space
from alternat.ui.widgets.card import Card
from alternat.ui.widgets.choice import Choice
from alternat.ui.widgets.date_field import DateField
from alternat.ui.widgets.label_edit import LabelEdit
from alternat.ui.widgets.segmented import Segmented
from alternat.ui.widgets.tag import Tag
from alternat.ui.wording import Wording, spoken


class MeetingCard(Card):
    """Edits the meeting in view; each field is written when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        screen = desk.screen
        self.wording = Wording(screen)
        self._days_left = Tag()
        self.add_to_head(self._days_left)
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        self._sides = {side.code: side.id for side in sides}
        self.host = Segmented(screen, message("Host"), [(side.code, spoken(side.country)) for side in sides])
        self.reason = label("caption", wrap=True)
        self.status = Choice(
            screen,
            message("Standing"),
            [(each, spoken(heading(meeting_status_label(each)))) for each in MeetingStatus],
        )
        self.starts = DateField(screen, message("First day"))
        self.ends = DateField(screen, message("Last day"))
        self.span = label("caption")
        self.city = LabelEdit(screen, message("City"))
        self._lay_out()
        self.host.chosen.connect(lambda code: self._write(host=self._sides[str(code)]))
        self.status.chosen.connect(lambda status: self._write(status=status))
        self.starts.committed.connect(self._write_start)
        self.ends.committed.connect(lambda day: self._write(ends=day))
        self.city.committed.connect(lambda city: self._write(city=city))

    def load(self) -> None:
        """Show the meeting in view."""
        desk, screen = self._desk, self._desk.screen
        shown = next((each for each in meetings_in_view(desk.tables) if each.id == desk.meeting), None)
        if shown is None:
            return
        self.title.setText(screen.say(message("Meeting {title}", title=shown.title(screen))))
        nearness = shown.nearness(desk.today())
        self._days_left.show_tag(screen.say(nearness) if nearness else "", "notes")
        self.host.choose(shown.host_code)
        self.status.choose(shown.status)
        self.starts.show_day(shown.starts, date(shown.year, 6, 1))
        self.ends.show_day(shown.ends, shown.starts or date(shown.year, 6, 1))
        span = date_span(shown.starts, shown.ends, screen.language) if shown.starts else ""
        self.span.setText(span)
        self.city.show_label(shown.city)
        turn = next_host(desk.tables)
        self.reason.setText(screen.say(turn.reason))
        self.reason.setHidden(shown.status is MeetingStatus.HELD)

    def focus(self, field: str) -> None:
        """Put the cursor into a field of the meeting, such as `starts` or `city.fr`."""
        name, _, language = field.partition(".")
        if name == "city":
            self.city.focus_language(Language(language or Language.EN))
            return
        widgets = {"starts": self.starts, "ends": self.ends, "status": self.status}
        widgets.get(name, self.starts).setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        days = QHBoxLayout()
        days.setSpacing(Space.S)
        days.addWidget(self.starts)
        days.addWidget(label("muted", "–"))
        days.addWidget(self.ends)
        days.addStretch()
        self._caption(grid, 0, message("Host"))
        grid.addWidget(self.host, 0, 1)
        grid.addWidget(self.reason, 1, 1)
        self._caption(grid, 2, message("Days"))
        grid.addLayout(days, 2, 1)
        grid.addWidget(self.span, 3, 1)
        self._caption(grid, 4, message("Standing"))
        standing = QHBoxLayout()
        standing.addWidget(self.status)
        standing.addStretch()
        grid.addLayout(standing, 4, 1)
        self._caption(grid, 5, message("City"))
        grid.addWidget(self.city, 5, 1)
        self.column.addLayout(grid)

    def _caption(self, grid: QGridLayout, row: int, text: Message) -> None:
        caption = label("muted")
        caption.setContentsMargins(0, 5, 0, 0)
        caption.setMinimumWidth(self._desk.screen.px(72))
        self.wording.put(caption.setText, text)
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)

    def _write_start(self, day: date | None) -> None:
        if day is None:
            self._write(starts=None, ends=None)
        elif self.ends.field.text():
            self._write(starts=day)
        else:
            self._write(starts=day, ends=day)

    def _write(self, **fields: Any) -> None:
        meeting = self._desk.meeting
        if meeting is not None:
            self._desk.attempt(lambda: change_meeting(self._desk.workspace, meeting, fields))
            self.load()
