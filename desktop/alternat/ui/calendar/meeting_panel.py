"""The meeting in view: its standing, the consent of both sides, and the steps it can take."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.meetings import change_meeting, set_status
from alternat.language.messages import message
from alternat.language.vocabulary import heading, meeting_status_label
from alternat.models.meetings import Meeting
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.consents import agreement
from alternat.planning.hosting import is_out_of_turn
from alternat.planning.regions import region_name, region_of_city, regions
from alternat.planning.statuses import ASIDE, NEXT_STATUSES
from alternat.ui.calendar.consent_row import ConsentRow
from alternat.ui.calendar.marks import SideLook
from alternat.ui.calendar.record_section import RecordSection
from alternat.ui.calendar.sheet import Sheet, emptied
from alternat.ui.calendar.steps import TONES, step_words
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import meetings_in_view
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import LineField


class AsideForm(QFrame):
    """Asks what postponing or cancelling a meeting needs to know."""

    closed = Signal()
    """Nothing is to be decided after all."""
    decided = Signal(object, str, object)
    """The status, the reason, and whether the turn passes (None for a postponed meeting)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        screen = desk.screen
        self._wanted = MeetingStatus.POSTPONED
        surface(self, "card")
        wording = self.wording = Wording(screen)
        self.reason = LineField()
        wording.put(self.reason.setPlaceholderText, message("Why it is postponed or cancelled"))
        wording.put(self.reason.setAccessibleName, message("Why it is postponed or cancelled"))
        self._asks_turn = label(wrap=True)
        wording.put(self._asks_turn.setText, message("Whose turn is it to host after this cancellation?"))
        self.turn = Segmented(
            screen,
            message("Whose turn it is after the cancellation"),
            [(False, message("The turn stays")), (True, message("The turn passes"))],
        )
        self.go = Button(screen, message("Postpone the meeting"), kind="danger")
        back = Button(screen, message("Leave it as it is"), kind="quiet")
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(back)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.reason)
        column.addWidget(self._asks_turn)
        column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        self.turn.chosen.connect(lambda _: self.go.setEnabled(True))
        self.go.clicked.connect(self._decide)
        back.clicked.connect(self.closed)

    def ask(self, wanted: MeetingStatus) -> None:
        """Ask for what one of the two steps needs."""
        self._wanted = wanted
        is_cancelled = wanted is MeetingStatus.CANCELLED
        self.reason.show_text("")
        self.turn.choose(None)
        self.turn.setVisible(is_cancelled)
        self._asks_turn.setVisible(is_cancelled)
        self.go.say(message("Cancel the meeting") if is_cancelled else message("Postpone the meeting"))
        self.go.setEnabled(not is_cancelled)
        self.show()
        self.reason.setFocus()

    def _decide(self) -> None:
        turn = self.turn.value if self._wanted is MeetingStatus.CANCELLED else None
        self.decided.emit(self._wanted, self.reason.text().strip(), turn)


class MeetingPanel(QWidget):
    """Shows the meeting in view and takes it step by step."""

    def __init__(self, desk: Desk, sides: tuple[SideLook, ...]) -> None:
        super().__init__()
        self._desk = desk
        self.wording = Wording(desk.screen)
        self._title, self._days = label("title", wrap=True), label("muted", wrap=True)
        self._status = Tag()
        self.host_reason = LineField()
        self.wording.put(self.host_reason.setPlaceholderText, message("Why this side hosts out of turn"))
        self.wording.put(self.host_reason.setAccessibleName, message("Why this side hosts out of turn"))
        self.region = ChoiceField()
        self.wording.put(self.region.setAccessibleName, message("Province whose days off count"))
        self.region.chosen.connect(self._set_region)
        self.record = RecordSection(desk)
        self.consents = {side.code: ConsentRow(desk, side) for side in sides}
        self.steps: dict[MeetingStatus, Button] = {}
        self._choices = QWidget()
        self._steps = QVBoxLayout(self._choices)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(Space.S)
        self.aside = AsideForm(desk)
        self.aside.hide()
        self._empty = label("muted", wrap=True)
        self.wording.put(self._empty.setText, message("There is no meeting yet"))
        self._lay_out()
        self.aside.decided.connect(self._set)
        self.aside.closed.connect(self._leave_aside)

    def load(self) -> None:
        """Show the meeting in view."""
        desk, screen = self._desk, self._desk.screen
        shown = next((each for each in meetings_in_view(desk.tables) if each.id == desk.meeting), None)
        self._body.setHidden(shown is None)
        self._empty.setHidden(shown is not None)
        if shown is None:
            return
        row = desk.tables.Meeting.get_by_id(shown.id)
        self._title.setText(screen.say(message("Meeting {title}", title=shown.title(screen))))
        self._days.setText("\n".join(filter(None, (shown.days(screen), row.status_reason))))
        word = heading(meeting_status_label(shown.status)).on_screen(screen.language)
        self._status.show_tag(word, TONES.get(shown.status, "plain"))
        self._show_region(row)
        standing = agreement(desk.tables, meeting=shown.id)
        for consent in self.consents.values():
            consent.show_agreement(standing)
        self.record.load(row)
        self.host_reason.setVisible(bool(row.host_reason) or is_out_of_turn(desk.tables, row))
        self.host_reason.show_text(row.host_reason)
        self._leave_aside()
        self._show_steps(row)

    def _show_region(self, row: Meeting) -> None:
        """Offer the provinces of the host, first that of the city."""
        screen, of_city = self._desk.screen, region_of_city(row.city)
        known = message("None known")
        if of_city:
            known = message("As the city: {province}", province=region_name(of_city))
        offered = regions((row.host.code,))
        if row.region and row.region not in offered:
            offered = {**offered, row.region: region_name(row.region)}
        choices = [Choice("", screen.say(known))]
        choices += [Choice(code, screen.read(name)) for code, name in offered.items()]
        self.region.show_choices(choices, row.region)
        self._region.setHidden(len(choices) == 1)

    def _set_region(self, region: object) -> None:
        desk, meeting = self._desk, self._desk.meeting
        if meeting is not None:
            desk.attempt(lambda: change_meeting(desk.workspace, meeting, {"region": str(region or "")}))

    def _show_steps(self, row: Meeting) -> None:
        emptied(self._steps)
        self.steps = {}
        for at, wanted in enumerate(NEXT_STATUSES[row.status]):
            kind = "primary" if at == 0 and wanted not in ASIDE else ""
            button = Button(self._desk.screen, step_words(row.status, wanted), kind=kind)
            button.clicked.connect(lambda _=False, wanted=wanted: self._take(wanted))
            self.steps[wanted] = button
            self._steps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take(self, wanted: MeetingStatus) -> None:
        if wanted in ASIDE:
            self._choices.hide()
            self.aside.ask(wanted)
            self._sheet.ensureWidgetVisible(self.aside)
        else:
            self._set(wanted, self.host_reason.text().strip(), None)

    def _leave_aside(self) -> None:
        self.aside.hide()
        self._choices.show()

    def _set(self, wanted: MeetingStatus, reason: str, turn: object) -> None:
        desk, meeting = self._desk, self._desk.meeting
        if meeting is None:
            return
        passes = turn if isinstance(turn, bool) else None
        desk.attempt(lambda: set_status(desk.workspace, meeting, wanted, reason, passes))

    def _lay_out(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._status)
        column.addLayout(head)
        column.addWidget(self._days)
        self._region = QWidget()
        place = QVBoxLayout(self._region)
        place.setContentsMargins(0, 0, 0, 0)
        self._caption(place, "region")
        place.addWidget(self.region)
        column.addWidget(self._region)
        self._caption(column, "consents")
        for consent in self.consents.values():
            column.addWidget(consent)
        column.addWidget(self.record)
        self._caption(column, "steps")
        column.addWidget(self.host_reason)
        column.addWidget(self._choices)
        column.addWidget(self.aside)
        self._sheet = sheet = Sheet(self.wording, message("Meeting"))
        sheet.column.addWidget(self._empty)
        sheet.column.addWidget(self._body)
        sheet.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)

    def _caption(self, column: QVBoxLayout, name: str) -> None:
        texts = {
            "region": message("Province whose days off count"),
            "consents": message("Consent of both sides"),
            "steps": message("Next step"),
        }
        caption = label("caption-strong")
        caption.setContentsMargins(0, Space.S, 0, 0)
        self.wording.put(caption.setText, texts[name])
        column.addWidget(caption)
