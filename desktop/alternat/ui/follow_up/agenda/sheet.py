"""What stands beside the proposals: why each is proposed, and what is to become of what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message, series
from alternat.nouns.programme import SessionKind
from alternat.planning.programme import SessionPlan, read_programme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.agenda.lines import AgendaLine
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, FieldRow
from alternat.ui.parts.inspector.section import NARROWEST
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.text_fields import LineField


class AgendaSheet(QWidget):
    """Tells of what is selected, and asks for what it is to become."""

    accept_wanted = Signal(int)
    """What is selected is to go on the agenda of a session; carries its id."""
    park_wanted = Signal(str)
    """What is selected is to wait; carries the reason."""
    unpark_wanted = Signal()
    withdraw_wanted = Signal()
    """What was put forward is to be taken back."""
    own_wanted = Signal(object)
    """Words of one's own are to be put forward; carries the `Label`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        screen = self._screen = desk.screen
        self._desk = desk
        self.lines: tuple[AgendaLine, ...] = ()
        self._wording = Wording(screen)
        self._title = label("title", wrap=True)
        self.text, self.why, self.told = (
            label("strong", wrap=True),
            label("muted", wrap=True),
            label(wrap=True),
        )
        self.record = Button(screen, message("Show the record"), kind="link")
        self.shown_session = Button(screen, message("Show the session"), kind="link")
        only_reads(self.record, self.shown_session)
        self.session = ChoiceField()
        self._session_row = FieldRow(screen, message("Session"), self.session)
        self.no_session = label("muted", wrap=True)
        self._wording.put(
            self.no_session.setText,
            message(
                "The meeting has no session that deals with an agenda yet. Add a plenary or a sub-group to "
                "its programme first."
            ),
        )
        self.accept = Button(screen, message("Put on the agenda"), icon="plus", kind="primary")
        self.reason = LineField()
        self._reason_row = FieldRow(screen, message("Why it waits"), self.reason)
        self.park = Button(screen, message("Park"), icon="clock")
        self.unpark = Button(screen, message("Take up again"), icon="rotate-ccw")
        self.withdraw = Button(screen, message("Withdraw"), icon="x", kind="quiet")
        self.none_to_come = label("muted", wrap=True)
        self._wording.put(
            self.none_to_come.setText,
            message("Words of your own are put forward for a meeting that is to come; this one is over."),
        )
        self.none_to_come.hide()
        self.own = LineField()
        self._own_row = FieldRow(screen, message("Words of your own"), self.own)
        self.propose = Button(screen, message("Propose it"), icon="plus", kind="quiet")
        self._lay_out()
        self.record.clicked.connect(self._show_record)
        self.shown_session.clicked.connect(self._show_session)
        self.accept.clicked.connect(self._accept)
        self.park.clicked.connect(lambda: self.park_wanted.emit(self.reason.text().strip()))
        self.unpark.clicked.connect(self.unpark_wanted)
        self.withdraw.clicked.connect(self.withdraw_wanted)
        self.propose.clicked.connect(self._propose)
        self.own.returnPressed.connect(self._propose)
        screen.language_changed.connect(self._respeak)
        screen.theme_changed.connect(self._measure)
        self._measure()
        self.show_lines(())

    def show_sessions(self) -> None:
        """Offer the sessions of the meeting in view that deal with an agenda, the one that was chosen kept.

        Nothing chosen yet, it is the first plenary; where there is none, the first of all.
        """
        desk, chosen = self._desk, self.session.value
        offered: list[SessionPlan] = []
        if desk.meeting is not None:
            sessions = read_programme(desk.tables, desk.meeting).sessions.values()
            offered = [each for each in sessions if not each.is_cancelled and each.kind.deals_with_an_agenda]
            offered.sort(key=lambda each: (each.day, each.start, each.id))
        values = [each.id for each in offered]
        plenary = [each.id for each in offered if each.kind is SessionKind.PLENARY]
        first = next(iter((*plenary, *values)), None)
        choices = [Choice(each.id, self._named(each)) for each in offered]
        self.session.show_choices(choices, chosen if chosen in values else first)

    def _named(self, session: SessionPlan) -> str:
        when = f"{short_date(session.day, self._screen.language)} {session.start:%H:%M}"
        return f"{when} · {self._screen.read(session.title)}"

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show what is selected."""
        if [each.id for each in lines] != [each.id for each in self.lines]:
            self.reason.show_text("", over=True)
        self.lines = tuple(lines)
        say = self._screen.say
        self._title.setText(say(self._heading()))
        one = lines[0] if len(lines) == 1 else None
        self.text.setText(self._screen.read(one.proposal.text) if one else "")
        self.why.setText(say(one.proposal.why) if one else "")
        self.told.setText("\n".join(say(each) for line in lines for each in self._told(line)))
        offered = [each for each in lines if each.proposal.is_offered]
        can_go = bool(offered) and not any(each.proposal.is_withheld for each in offered)
        has_session = self.session.value is not None
        can_withdraw = bool(lines) and all(
            each.proposal.stored is not None and not each.proposal.is_accepted for each in lines
        )
        for widget, is_shown in (
            (self.text, one is not None),
            (self.why, one is not None),
            (self.told, bool(self.told.text())),
            (self.record, one is not None and one.record is not None),
            (self.shown_session, one is not None and one.proposal.is_accepted),
            (self._session_row, bool(offered) and has_session),
            (self.no_session, bool(offered) and not has_session),
            (self.accept, bool(offered)),
            (self._reason_row, bool(offered)),
            (self.park, bool(offered)),
            (self.unpark, bool(lines) and all(each.proposal.is_parked for each in lines)),
            (self.withdraw, can_withdraw),
        ):
            widget.setVisible(is_shown)
        self.accept.setEnabled(can_go and has_session)
        self.accept.say(
            counted("Put {count} proposal on the agenda", "Put {count} proposals on the agenda", len(offered))
            if len(offered) > 1
            else message("Put on the agenda")
        )
        self.park.say(
            counted("Park {count} proposal", "Park {count} proposals", len(offered))
            if len(offered) > 1
            else message("Park")
        )

    def show_whether_to_come(self, *, is_to_come: bool) -> None:
        """Offer to put words of one's own forward only where the meeting in view is to come."""
        self.none_to_come.setVisible(not is_to_come)
        for widget in (self._own_row, self.propose):
            widget.setVisible(is_to_come)

    def _heading(self) -> Message:
        count = len(self.lines)
        if not count:
            return message("Select what is to go on the agenda.")
        if count == 1:
            return message("Proposal")
        return counted("{count} proposal selected", "{count} proposals selected", count)

    def _told(self, line: AgendaLine) -> Sequence[Message]:
        """Return what has to be known before a proposal is put on the agenda, and why it waits."""
        proposal = line.proposal
        found = [
            message("{name} leads on it and is not invited to the meeting: no first speaker.", name=name)
            for name in proposal.left_out.values()
        ]
        lacking = [side for side in self._sides() if side not in {*proposal.leads, *proposal.left_out}]
        if proposal.is_offered and lacking:
            found.append(
                message(
                    "Nobody leads on it yet for {sides}: name who speaks first on the session’s agenda.",
                    sides=series(lacking),
                )
            )
        if proposal.is_withheld:
            found.append(message("It is withheld from the other side, so that it cannot stand on an agenda."))
        if proposal.is_moved:
            found.append(
                message(
                    "It was moved to the agenda of {reference}, and is proposed there.",
                    reference=proposal.moved_to,
                )
            )
        if proposal.parked_on is not None:
            day = short_date(proposal.parked_on, self._screen.language)
            found.append(
                message("Parked on {day}: {reason}", day=day, reason=proposal.reason)
                if proposal.reason
                else message("Parked on {day}.", day=day)
            )
        return found

    def _sides(self) -> list[str]:
        side = self._desk.tables.Side
        return [row.code for row in side.select().order_by(side.number)]

    def _accept(self) -> None:
        session = self.session.value
        if isinstance(session, int):
            self.accept_wanted.emit(session)

    def _propose(self) -> None:
        text = self.own.text().strip()
        if not text:
            self.own.setFocus()
        else:
            self.own_wanted.emit(Label().with_text(self._screen.language, text))

    def _show_record(self) -> None:
        place = self.lines[0].record
        if place is not None:
            self._desk.show_place(place)

    def _show_session(self) -> None:
        session = self.lines[0].proposal.session
        if session is not None:
            self._desk.show_place(Place("session", session, "agenda"))

    def _respeak(self) -> None:
        self._wording.say_again()
        self.show_lines(self.lines)

    def _measure(self) -> None:
        self.setMinimumWidth(self._screen.px(NARROWEST))

    def _lay_out(self) -> None:
        sheet = QWidget()
        surface(sheet, "side")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (self._title, self.text, self.why, self.told):
            column.addWidget(widget)
        for button in (self.record, self.shown_session):
            column.addWidget(button, 0, left)
        column.addWidget(self._session_row)
        column.addWidget(self.no_session)
        column.addWidget(self.accept, 0, left)
        column.addSpacing(Space.M)
        column.addWidget(self._reason_row)
        column.addWidget(self.park, 0, left)
        column.addWidget(self.unpark, 0, left)
        column.addWidget(self.withdraw, 0, left)
        column.addStretch()
        column.addWidget(self.none_to_come)
        column.addWidget(self._own_row)
        column.addWidget(self.propose, 0, left)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wording.put(area.setAccessibleName, message("Proposal"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
