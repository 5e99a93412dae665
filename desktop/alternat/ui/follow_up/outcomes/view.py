"""The view of outcomes as a table: all of the dialogue, narrowed and searched as one likes."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.planning.outcomes import OutcomePlan
from alternat.storage.changes import Changes
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.filters import Filter, FilterBar
from alternat.ui.follow_up.outcomes.finding import Finder
from alternat.ui.follow_up.outcomes.panel import OutcomePanel
from alternat.ui.follow_up.view import View
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState


class OutcomesView(View):
    """The outcomes in a table beside the sheet of what is selected."""

    search_prompt = message("Find outcomes")

    def build(self) -> None:
        """Make the bar, the table with its sheet, and the empty states."""
        self.panel = OutcomePanel(self.desk, self.records)
        self.finder = Finder(self)
        self.finder.filled.connect(self._show)
        self._words, self._version = "", 0
        self.bar = FilterBar(self.desk, self.records.all)
        self.bar.changed.connect(self._show)
        self._build_empty_states()
        self.states = QStackedWidget()
        for state in (self.panel, self._none, self._nothing, self._no_meeting):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.bar)
        column.addWidget(self.states, 1)

    def load(self) -> None:
        """Show the outcomes as they are now, what has changed since the last time or all of them."""
        touched = self.records.since(self._version)
        if touched is None:
            self.panel.retranslate()
            self.finder.show(self.records.all())
        else:
            self._find_again(touched)
        self._version = self.records.version
        self.panel.add.setEnabled(self.desk.meeting is not None)
        self.bar.show_chips()
        self._show()

    def retranslate(self) -> None:
        """Say the table in the screen language."""
        self.panel.retranslate()

    def primary_action(self) -> QAction | None:
        """Return the command that adds an outcome."""
        return self.panel.add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected."""
        return self.panel.actions_of_rows

    def inspector(self) -> QWidget | None:
        """Return the sheet of what is selected."""
        return self.panel.sheet

    def search(self, text: str) -> None:
        """Narrow to what has all the words, the best first."""
        if text.strip() != self._words:
            self._words = text.strip()
            self._show()

    def place(self) -> Place | None:
        """Return the first outcome that is selected."""
        chosen = self.panel.table.selected
        return Place("outcome", chosen[0].id) if chosen else None

    def show_place(self, place: Place) -> None:
        """Select an outcome, listing all where it would be missing, with the cursor in the field named."""
        self.catch_up()
        outcome = self._outcome_of(place)
        if self.panel.model.row_of(outcome) is None:
            self._words = ""
            self.search_ended.emit()
            self.bar.set(Filter(is_open=False))
        self.panel.table.select([outcome])
        field = "notes" if place.table == "progress_note" else place.field
        if field:
            self.inspector_wanted.emit()
            self.panel.outcome_sheet.focus_field(field)

    def _outcome_of(self, place: Place) -> int:
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

    def _find_again(self, touched: frozenset[int]) -> None:
        now = [plan for key in touched if (plan := self.records.of(key)) is not None]
        self.finder.follow(now, touched - {plan.id for plan in now})

    def _show(self) -> None:
        plans, passes = self.records.all(), self.bar.filter.passes
        total = len(plans)
        if self._words:
            found = self.finder.search(self._words)
            hits = [plan for hit in found.hits if (plan := self.records.of(_key(hit.key))) is not None]
            shown: Sequence[OutcomePlan] = [plan for plan in hits if passes(plan)]
        else:
            shown = [plan for plan in plans if passes(plan)]
        self.panel.show_values(shown)
        self.bar.count.setText(self.say(self._count(len(shown), total)) if total else "")
        self.bar.setVisible(bool(total))
        empty = self._none if total else self._nothing
        if not total and self.desk.meeting is None:
            empty = self._no_meeting
        self.states.setCurrentWidget(self.panel if shown else empty)

    def _count(self, shown: int, total: int) -> Message:
        if self._words:
            found = self.finder.search(self._words)
            if found.total > len(found.hits):
                return message(
                    "The best {shown} of {found} found; add a word to narrow them",
                    shown=shown,
                    found=found.total,
                )
        return counted("{shown} of {count} outcome", "{shown} of {count} outcomes", total, shown=shown)

    def _build_empty_states(self) -> None:
        screen = self.desk.screen
        add = Button(screen, message("Add an outcome"), icon="plus", kind="primary")
        add.clicked.connect(self.panel.add_row)
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
        everything.clicked.connect(self._show_all)
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

    def _show_all(self) -> None:
        self._words = ""
        self.search_ended.emit()
        self.bar.set(Filter(is_open=False))


def _key(key: object) -> int:
    assert isinstance(key, int)
    return key
