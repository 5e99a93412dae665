"""The meeting in view: host, city, days and standing, edited in place."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from alternat.language.formats import date_span
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import heading, meeting_status_label
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.hosting import turn_before
from alternat.planning.statuses import ASIDE
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import MeetingInView, meetings_in_view
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.overview.capital_clocks import CapitalClocks
from alternat.ui.parts.dialogs.setbacks import change_in_view
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.choice import Choice
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import LineField


class MeetingCard(Card):
    """Edits the meeting in view; each field is written when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        only_writes(self)
        self._desk = desk
        screen = desk.screen
        self.wording = Wording(screen)
        self._days_left = Tag()
        self.add_to_head(self._days_left)
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        self._sides = {side.code: side.id for side in sides}
        self.host = Segmented(screen, message("Host"), [(side.code, spoken(side.country)) for side in sides])
        self.reason = label("caption", wrap=True)
        self.host_reason = LineField()
        self.wording.put(self.host_reason.setAccessibleName, message("Why this side hosts out of turn"))
        self.wording.put(self.host_reason.setPlaceholderText, message("Why this side hosts out of turn"))
        self._wanted_host: str | None = None
        self.status = Choice(
            screen,
            message("Standing"),
            [(each, spoken(heading(meeting_status_label(each)))) for each in MeetingStatus],
        )
        self.turn = Segmented(
            screen,
            message("Whose turn it is after the cancellation"),
            [(False, message("Cancel; the turn stays")), (True, message("Cancel; the turn passes"))],
        )
        self.turn.hide()
        self.status_reason = LineField()
        why = message("Why it is postponed or cancelled")
        self.wording.put(self.status_reason.setAccessibleName, why)
        self.wording.put(self.status_reason.setPlaceholderText, why)
        self.starts = DateField(screen, message("First day"))
        self.ends = DateField(screen, message("Last day"))
        self.span = label("caption")
        self.city = LabelEdit(screen, message("City"))
        self.time_zone = LineField()
        self.wording.put(self.time_zone.setAccessibleName, message("Time zone"))
        self.clocks = CapitalClocks(desk)
        self._lay_out()
        self.host.chosen.connect(self._choose_host)
        self.host_reason.committed.connect(self._write_reason)
        self.status.chosen.connect(self._choose_status)
        self.turn.chosen.connect(
            lambda passes: self._write(status=MeetingStatus.CANCELLED, turn_passes=bool(passes))
        )
        self.status_reason.committed.connect(lambda reason: self._write(status_reason=reason))
        self.starts.committed.connect(self._write_start)
        self.ends.committed.connect(lambda day: self._write(ends=day))
        self.city.committed.connect(lambda city: self._write(city=city))
        self.time_zone.committed.connect(lambda zone: self._write(time_zone=zone.strip()))

    def load(self) -> None:
        """Show the meeting in view."""
        desk, screen = self._desk, self._desk.screen
        shown = next((each for each in meetings_in_view(desk.tables) if each.id == desk.meeting), None)
        if shown is None:
            return
        self.title.setText(screen.say(message("Meeting {title}", title=shown.title(screen))))
        self.clocks.load()
        nearness = shown.nearness(desk.today())
        self._days_left.show_tag(screen.say(nearness) if nearness else "", "notes")
        self._show_host(shown)
        self.status.choose(shown.status)
        self.turn.hide()
        self.starts.show_day(shown.starts, date(shown.year, 6, 1))
        self.ends.show_day(shown.ends, shown.starts or date(shown.year, 6, 1))
        span = date_span(shown.starts, shown.ends, screen.language) if shown.starts else ""
        self.span.setText(span)
        self.city.show_label(shown.city)
        self.time_zone.show_text(desk.tables.Meeting.get_by_id(shown.id).time_zone)

    def _show_host(self, shown: MeetingInView) -> None:
        tables = self._desk.tables
        for side in tables.Side.select():
            self.host.button(side.code).say(spoken(side.country))
        row = tables.Meeting.get_by_id(shown.id)
        turn = turn_before(tables, row)
        self._wanted_host = None
        self.host.choose(shown.host_code)
        self.reason.setText(self._desk.screen.say(turn.reason))
        self.host_reason.show_text(row.host_reason)
        self.status_reason.show_text(row.status_reason)
        self.status_reason.setVisible(row.status in ASIDE)
        self.host_reason.setHidden(turn.side == shown.host_code and not row.host_reason)

    def focus(self, field: str) -> None:
        """Put the cursor into a field of the meeting, such as `starts` or `city.fr`."""
        name, _, language = field.partition(".")
        if name == "city":
            self.city.focus_language(Language(language or Language.EN))
            return
        widgets = {
            "starts": self.starts,
            "ends": self.ends,
            "status": self.status,
            "host_reason": self.host_reason,
            "time_zone": self.time_zone,
        }
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
        grid.setColumnMinimumWidth(0, self._desk.screen.px(72))
        self._caption(grid, 0, message("Host"))
        grid.addWidget(self.host, 0, 1)
        grid.addWidget(self.host_reason, 1, 1)
        grid.addWidget(self.reason, 2, 1)
        self._caption(grid, 3, message("Days"))
        grid.addLayout(days, 3, 1)
        grid.addWidget(self.span, 4, 1)
        self._caption(grid, 5, message("Standing"))
        standing = QHBoxLayout()
        standing.addWidget(self.status)
        standing.addStretch()
        grid.addLayout(standing, 5, 1)
        grid.addWidget(self.turn, 6, 1)
        grid.addWidget(self.status_reason, 7, 1)
        self._caption(grid, 8, message("City"))
        grid.addWidget(self.city, 8, 1)
        self._caption(grid, 9, message("Time zone"))
        grid.addWidget(self.time_zone, 9, 1)
        self._caption(grid, 10, message("Time now"))
        grid.addWidget(self.clocks.label, 10, 1)
        self.column.addLayout(grid)

    def _caption(self, grid: QGridLayout, row: int, text: Message) -> None:
        caption = label("muted")
        caption.setContentsMargins(0, 5, 0, 0)
        self.wording.put(caption.setText, text)
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)

    def _choose_host(self, code: object) -> None:
        """Write the host; one that is out of turn waits for the reason, which a draft can do without."""
        meeting = self._desk.tables.Meeting.get_by_id(self._desk.meeting)
        turn = turn_before(self._desk.tables, meeting)
        if code == turn.side or meeting.host_reason or meeting.status is MeetingStatus.DRAFT:
            self._write(host=self._sides[str(code)])
            return
        self._wanted_host = str(code)
        self.host_reason.show()
        self.host_reason.setFocus()

    def _write_reason(self, reason: str) -> None:
        if self._wanted_host is None:
            self._write(host_reason=reason)
        else:
            self._write(host=self._sides[self._wanted_host], host_reason=reason)

    def _choose_status(self, status: object) -> None:
        """Write the standing; a cancellation first asks whose turn it is then."""
        if status is MeetingStatus.CANCELLED:
            self.turn.choose(None)
            self.turn.show()
            self.turn.button(False).setFocus()  # noqa: FBT003 - the value of the button
            return
        self._write(status=status)

    def _write_start(self, day: date | None) -> None:
        if day is None:
            self._write(starts=None, ends=None)
        elif self.ends.field.text():
            self._write(starts=day)
        else:
            self._write(starts=day, ends=day)

    def _write(self, **fields: Any) -> None:
        change_in_view(
            self._desk, fields, self, then=lambda _: self.load(), tells_setback="status" not in fields
        )
