"""The view of outcomes as a board: a column for each state, cards that go from one to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from alternat.language.formats import side_by_side
from alternat.language.messages import Message, counted, message
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.board.grid import Board
from alternat.ui.follow_up.board.model import BoardModel
from alternat.ui.follow_up.outcomes.columns import Reader
from alternat.ui.follow_up.outcomes.listing import OutcomeListing
from alternat.ui.follow_up.outcomes.panel import STATE_ICONS
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet
from alternat.ui.follow_up.outcomes.states import STATE_VERBS, StateChange, states_for
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button


class BoardView(OutcomeListing):
    """The outcomes by state; to be stuck or dropped asks for the reason first."""

    has_open = False

    def listed(self) -> QWidget:
        """Make the board with its commands and its sheet."""
        desk = self.desk
        self._verbs = OutcomeVerbs(desk)
        self.model = BoardModel(self._reader(), self)
        self.board = Board(self.model, desk.screen)
        self.wording.put(self.board.setAccessibleName, message("Board by state"))
        self._sheet = OutcomeSheet(desk, self._verbs, self.records)
        self._states = StateChange(desk, self._verbs, self)
        self._add = self._command(message("Add an outcome"), "plus", self.add_one, "Ins")
        self._remove = self._command(message("Remove"), "trash-2", self.remove_cards, "Del")
        self._back = self._command(
            message("Move to the state on the left"), "arrow-left", lambda: self.board.move_aside(-1)
        )
        self._on = self._command(
            message("Move to the state on the right"), "arrow-right", lambda: self.board.move_aside(1)
        )
        self._to = {state: self._state_command(state, words) for state, words in STATE_VERBS.items()}
        self.earlier = self._way(message("States on the left"), "chevron-left")
        self.later = self._way(message("States on the right"), "chevron-right")
        self.earlier.clicked.connect(lambda: self._turn_to(0))
        self.later.clicked.connect(lambda: self._turn_to(1))
        self.bar.add(self.earlier, self.later)
        self.board.scrolled.connect(self._tell_of_rest)
        self.board.selection_changed.connect(self._follow_selection)
        self.board.details_wanted.connect(self._sheet.focus_first)
        self.board.moved.connect(self._states.to)
        self.board.customContextMenuRequested.connect(self._open_menu)
        self._sheet.given_up.connect(desk.tell)
        desk.screen.theme_changed.connect(self.board.fit)
        self._follow_selection()
        return self.board

    def takes(self, plan: OutcomePlan) -> bool:
        """Return whether an outcome has a state: what was only noted asks for nothing, and has none."""
        return plan.kind is not OutcomeKind.NOTED

    def count_of(self, shown: int, total: int, left_out: int) -> Message:
        """Return how many cards there are of all outcomes, and how many have none."""
        if not left_out:
            return super().count_of(shown, total, left_out)
        return counted(
            "{shown} of {total} outcomes; {count} only noted is not on the board",
            "{shown} of {total} outcomes; {count} only noted are not on the board",
            left_out,
            shown=shown,
            total=total,
        )

    def can_show(self, place: Place) -> bool:
        """Return whether an outcome has a card."""
        plan = self.records.of(self.outcome_of(place))
        return plan is not None and self.takes(plan)

    def show_listed(self, plans: Sequence[OutcomePlan]) -> None:
        """Put these on the board, keeping what is selected."""
        self.model.show(plans)
        self.board.fit()
        self.board.follow_cursor()
        self._follow_selection()

    def say_listed(self) -> None:
        """Say the cards and the headings again."""
        self.model.set_reader(self._reader())
        self._tell_of_rest()

    def is_listed(self, outcome: int) -> bool:
        """Return whether an outcome has a card."""
        return self.model.index_of(outcome).isValid()

    def select(self, outcome: int) -> None:
        """Select the card of an outcome."""
        self.board.select([outcome])

    @property
    def selected(self) -> Sequence[OutcomePlan]:
        """What is selected, column by column."""
        return self.board.selected

    @property
    def sheet(self) -> OutcomeSheet:
        """The sheet of what is selected."""
        return self._sheet

    @property
    def add(self) -> QAction:
        """The command that adds an outcome."""
        return self._add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected."""
        return (self._remove, self._back, self._on, *self._to.values())

    def word(self) -> None:
        """Begin to word what is selected, in the sheet."""
        self.inspector_wanted.emit()
        self._sheet.focus_first()

    def remove_cards(self) -> None:
        """Remove what is selected."""
        chosen = [plan.id for plan in self.board.selected]
        if chosen:
            self._verbs.remove(chosen)

    def _way(self, words: Message, icon: str) -> Button:
        way = Button(self.desk.screen, words, icon=icon, kind="quiet")
        way.hide()
        only_reads(way)
        return way

    def _turn_to(self, end: int) -> None:
        """Bring the nearest state that is out of view on an end, 0 or 1, into view."""
        columns = self.board.out_of_view()[end]
        if columns:
            self.board.show_column(columns[-1] if end == 0 else columns[0])

    def _tell_of_rest(self) -> None:
        """Tell which states are out of view, so that nobody takes the others for all."""
        language = self.desk.screen.language
        for way, columns, words in zip(
            (self.earlier, self.later), self.board.out_of_view(), (_on_the_left, _on_the_right), strict=True
        ):
            titles = [str(self.model.headerData(each, Qt.Orientation.Horizontal)) for each in columns]
            way.setVisible(bool(columns))
            if columns:
                way.say(words(len(columns)))
                named = side_by_side(titles, language)
                way.setToolTip(named)
                way.setAccessibleDescription(named)

    def _reader(self) -> Reader:
        return Reader(self.desk.screen.catalog, self.desk.today())

    def _follow_selection(self) -> None:
        chosen = self.board.selected
        if [each.id for each in chosen] != [each.id for each in self._sheet.values]:
            # What is being typed belongs to what was selected.
            self._sheet.finish_typing()
            self.desk.move_on()
        self._sheet.show_values(chosen)
        offered = states_for(chosen)
        for state, action in self._to.items():
            action.setEnabled(state in offered)
        for action in (self._remove, self._back, self._on):
            action.setEnabled(bool(chosen))

    def _command(self, text: Message, icon: str, run: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(self)
        action.setProperty(ICON_PROPERTY, icon)
        action.triggered.connect(run)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.board.addAction(action)
        self.wording.put(action.setText, text)
        return action

    def _state_command(self, state: OutcomeState, words: Message) -> QAction:
        return self._command(words, STATE_ICONS[state], lambda: self._states.to(self.board.selected, state))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self._to.values(), self._remove, self._add])
        menu.popup(self.board.viewport().mapToGlobal(at))


def _on_the_left(count: int) -> Message:
    return counted("{count} more state on the left", "{count} more states on the left", count)


def _on_the_right(count: int) -> Message:
    return counted("{count} more state on the right", "{count} more states on the right", count)
