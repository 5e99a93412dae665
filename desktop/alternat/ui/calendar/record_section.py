"""What the meeting in view agreed: its outcomes, its topics, and whether its record is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alternat.language.formats import long_date
from alternat.language.messages import counted, message
from alternat.models.meetings import Meeting
from alternat.planning.coverage import coverage
from alternat.planning.references import outcome_references
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.dialogs.closing_record import RecordButton
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.flow_bar import FlowBar


class RecordSection(QWidget):
    """The record of a meeting in a few lines; out of sight until the meeting has begun or agreed anything."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, screen = desk, desk.screen
        self._first: int | None = None
        self.wording = Wording(screen)
        caption = label("caption-strong")
        self.wording.put(caption.setText, message("What was agreed"))
        self.outcomes, self.closed, self.topics = (label(wrap=True) for _ in range(3))
        self.show_outcomes = Button(screen, message("Show the outcomes"), kind="link")
        self.show_coverage = Button(screen, message("Show the topics"), kind="link")
        only_reads(self.show_outcomes, self.show_coverage)
        self.close_or_reopen = RecordButton(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        for widget in (caption, self.outcomes, self.topics, self.closed):
            column.addWidget(widget)
        column.addWidget(FlowBar(self.show_outcomes, self.show_coverage))
        column.addWidget(self.close_or_reopen, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_outcomes.clicked.connect(self._show_first)
        self.show_coverage.clicked.connect(lambda: desk.action_wanted.emit("follow-up", "view-topics"))
        screen.language_changed.connect(self.wording.say_again)

    def load(self, row: Meeting) -> None:
        """Show the record of a meeting."""
        desk, screen = self._desk, self._desk.screen
        tables = desk.tables
        is_closed = row.record_closed is not None
        query = tables.Outcome.select(tables.Outcome.id).where(tables.Outcome.meeting == row.id)
        ids = [each.id for each in query.order_by(tables.Outcome.number)]
        self._first = ids[0] if ids else None
        has_begun = row.starts is not None and row.starts <= desk.today()
        self.setVisible(bool(ids) or is_closed or has_begun)
        if self.isHidden():
            return
        found = outcome_references(tables, ids).values() if ids else ()
        open_ = sum(each.is_open for each in found)
        agreed = counted(
            "{count} outcome, {open} open", "{count} outcomes, {open} open", len(ids), open=open_
        )
        self.outcomes.setText(screen.say(agreed))
        self._show_topics(row.id)
        day = long_date(row.record_closed, screen.language) if row.record_closed else ""
        state = message("Record closed on {day}", day=row.record_closed) if day else message("Record open")
        self.closed.setText(screen.say(state))
        self.close_or_reopen.show_record(row, len(ids))
        self.show_outcomes.setVisible(bool(ids))

    def _show_topics(self, meeting: int) -> None:
        covered = coverage(self._desk.tables)
        places = [at for at, each in enumerate(covered.meetings) if each.id == meeting]
        self.topics.setVisible(bool(places))
        if places:
            (at,) = places
            count = sum(row.cells[at].is_dealt_with for row in covered.topics)
            text = counted(
                "Dealt with {dealt} of {count} topic",
                "Dealt with {dealt} of {count} topics",
                len(covered.topics),
                dealt=count,
            )
            self.topics.setText(self._desk.screen.say(text))

    def _show_first(self) -> None:
        if self._first is not None:
            self._desk.show_place(Place("outcome", self._first))
