"""What the views of outcomes have in common: all of the dialogue, narrowed and searched as one likes."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.language.formats import short_date
from alternat.language.messages import Message, counted, message
from alternat.planning.outcomes import OutcomePlan
from alternat.storage.changes import Changes
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.adding import choose_meeting
from alternat.ui.follow_up.outcomes.filters import Filter, FilterBar
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.view import View
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs.closing_record import RecordButton
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState


class OutcomeListing(View):
    """Outcomes beside the sheet of what is selected; those of a kind say how they are listed."""

    search_prompt = message("Find outcomes")
    has_open = True
    """Whether only what is open is listed at first; where every state is in view, all are."""

    def listed(self) -> QWidget:
        """Make what lists the outcomes; called once."""
        raise NotImplementedError

    def takes(self, _plan: OutcomePlan) -> bool:
        """Return whether an outcome can be listed at all."""
        return True

    def count_of(self, shown: int, total: int, left_out: int) -> Message:
        """Return how many are listed of all there are; a view that leaves some out says so."""
        assert not left_out, "what a view does not take it has to tell"
        return counted("{shown} of {count} outcome", "{shown} of {count} outcomes", total, shown=shown)

    def show_listed(self, plans: Sequence[OutcomePlan]) -> None:
        """List these, keeping what is selected."""
        raise NotImplementedError

    def say_listed(self) -> None:
        """Say all of them again, in another language or after a change of what they refer to."""
        raise NotImplementedError

    def is_listed(self, outcome: int) -> bool:
        """Return whether an outcome is among those that are listed."""
        raise NotImplementedError

    def select(self, outcome: int) -> None:
        """Select an outcome that is listed, and bring it into view."""
        raise NotImplementedError

    def word(self) -> None:
        """Begin to word what is selected."""
        raise NotImplementedError

    @property
    def selected(self) -> Sequence[OutcomePlan]:
        """What is selected."""
        raise NotImplementedError

    @property
    def sheet(self) -> OutcomeSheet:
        """The sheet of what is selected."""
        raise NotImplementedError

    @property
    def add(self) -> QAction:
        """The command that adds an outcome."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the bar, what lists the outcomes with its sheet, and the empty states."""
        self._words, self._version = "", 0
        self.bar = FilterBar(self.desk, self.records.all, has_open=self.has_open)
        self.record = RecordButton(self.desk)
        self.closed = label("muted", wrap=False)
        self.bar.add(self.record, self.closed)
        self._body = self.listed()
        self._build_empty_states()
        self.bar.changed.connect(self._show)
        self.bar.changed.connect(self._show_record)
        self.states = QStackedWidget()
        for state in (self._body, self._none, self._nothing, self._no_meeting):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.bar)
        column.addWidget(self.states, 1)
        self.records.finder.filled.connect(self._on_filled)

    def load(self) -> None:
        """Show the outcomes as they are now."""
        if self.records.since(self._version) is None:
            self.say_listed()
        self._version = self.records.version
        self.add.setEnabled(self.desk.meeting is not None)
        self.bar.show_chips()
        self._show()
        self._show_record()

    def retranslate(self) -> None:
        """Say what is listed in the screen language."""
        self.say_listed()

    def primary_action(self) -> QAction | None:
        """Return the command that adds an outcome."""
        return self.add

    def inspector(self) -> QWidget | None:
        """Return the sheet of what is selected."""
        return self.sheet

    def search(self, text: str) -> None:
        """Narrow to what has all the words, the best first."""
        if text.strip() != self._words:
            self._words = text.strip()
            self._show()

    def place(self) -> Place | None:
        """Return the first outcome that is selected."""
        chosen = self.selected
        return Place("outcome", chosen[0].id) if chosen else None

    def show_place(self, place: Place) -> None:
        """Select an outcome, listing all where it would be missing, with the cursor in the field named."""
        self.catch_up()
        outcome = self.outcome_of(place)
        if not self.is_listed(outcome):
            self.show_all()
        self.select(outcome)
        field = "notes" if place.table == "progress_note" else place.field
        if field:
            self.inspector_wanted.emit()
            self.sheet.focus_field(field)

    def add_one(self) -> None:
        """Add an outcome of the meeting that is narrowed to; where it is not plain which that is, ask."""
        choose_meeting(self.desk, self.bar.filter.meeting, self._add_to, self.window())

    def _add_to(self, meeting: int) -> None:
        added = OutcomeVerbs(self.desk).add_to(meeting)
        if added is not None:
            if not self.is_listed(added):
                self.show_all()
            self.select(added)
            self.word()

    def show_all(self) -> None:
        """Narrow to nothing any more."""
        self._words = ""
        self.search_ended.emit()
        self.bar.set(Filter(is_open=False))

    def outcome_of(self, place: Place) -> int:
        """Return the id of the outcome that a place is about, 0 for none."""
        if place.table != "progress_note":
            return place.row
        note = self.desk.tables.ProgressNote.get_or_none(id=place.row)
        return (note.outcome_id or 0) if note is not None else 0

    def _on_changes(self, changes: Changes) -> None:
        del changes
        if self.isVisible() and not self._is_stale:
            if self.records.since(self._version) != frozenset():
                self.fill()
        else:
            self._is_stale = True

    def _on_filled(self) -> None:
        if self._words:
            self._show()

    def _show(self) -> None:
        plans, unseen = self.records.all(), 0
        total = len(plans)
        left_out = total - sum(map(self.takes, plans))
        if self._words:
            found = self.records.finder.search(self._words)
            hits = (self.records.of(_key(hit.key)) for hit in found.hits)
            plans = tuple(plan for plan in hits if plan is not None)
            unseen = found.total - len(found.hits)
        passes, takes = self.bar.filter.passes, self.takes
        shown = [plan for plan in plans if passes(plan) and takes(plan)]
        self.show_listed(shown)
        count = self.count_of(len(shown), total, left_out)
        if unseen:
            found_in_all = len(plans) + unseen
            count = message(
                "The best {shown} of {found} found; add a word to narrow them",
                shown=len(shown),
                found=found_in_all,
            )
        self.bar.count.setText(self.say(count) if total else "")
        self.bar.setVisible(bool(total))
        empty = self._none if total else self._nothing
        if not total and self.desk.meeting is None:
            empty = self._no_meeting
        self.states.setCurrentWidget(self._body if shown else empty)

    @property
    def meeting_shown(self) -> int | None:
        """The meeting whose outcomes are listed: the one that is narrowed by, else the one in view."""
        return self.bar.filter.meeting or self.desk.meeting

    def _show_record(self) -> None:
        """Tell whether the record of the meeting that is shown is closed, and offer to close it."""
        meeting = self.desk.tables.Meeting
        row = meeting.get_or_none(meeting.id == self.meeting_shown) if self.meeting_shown else None
        own = sum(plan.meeting == self.meeting_shown for plan in self.records.all())
        self.record.show_record(row, own, names_it=True)
        day = row.record_closed if row is not None else None
        self.closed.setVisible(day is not None)
        if row is not None and day is not None:
            words = message(
                "The record of {meeting} was closed on {day}",
                meeting=row.reference,
                day=short_date(day, self.desk.screen.language),
            )
            self.closed.setText(self.say(words))

    def _build_empty_states(self) -> None:
        screen = self.desk.screen
        add = Button(screen, message("Add an outcome"), icon="plus", kind="primary")
        add.clicked.connect(self.add.trigger)
        self._nothing = EmptyState(
            screen,
            "list-checks",
            message("No outcomes yet"),
            message(
                "What a meeting agrees in principle belongs here, with who carries it out, who leads on each "
                "side and how far it has come."
            ),
            (add,),
        )
        everything = Button(screen, message("Show all outcomes"), icon="list")
        everything.clicked.connect(self.show_all)
        self._none = EmptyState(
            screen,
            "filter",
            message("No outcome matches"),
            message("None of the outcomes is what is searched for and narrowed to."),
            (everything,),
        )
        meeting = Button(screen, message("Add a meeting"), icon="calendar-plus", kind="primary")
        meeting.clicked.connect(self.desk.meeting_form_wanted)
        self._no_meeting = EmptyState(
            screen,
            "list-checks",
            message("There is no meeting yet"),
            message("Add a meeting first; then what it agrees belongs here."),
            (meeting,),
        )


def _key(key: object) -> int:
    assert isinstance(key, int)
    return key
