"""The sub-groups page: who sits in which on what topic, with whose consent, when, and new topics."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alternat.actions.removals import subgroup_removal
from alternat.actions.subgroups import add_subgroup, remove_subgroup
from alternat.language.messages import message
from alternat.planning.findings import SubjectKind
from alternat.planning.programme import read_programme
from alternat.planning.subgroups import Board, SubGroupState, Topic, board, subgroup_states, topics
from alternat.ui.desk.place import Place
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs.asking import agrees
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.subgroups.board import BoardView
from alternat.ui.subgroups.consents import agreement_state
from alternat.ui.subgroups.consultations import ConsultationsView
from alternat.ui.subgroups.editor import SubGroupEditor

GROUPS, BOARD, TOPICS = "groups", "board", "topics"
LIST_WIDTH = 260


class SubGroupsPage(Page):
    """Edits the sub-groups of the meeting in view and the consultations on new topics."""

    def build(self) -> None:
        """Make the three views and the empty states."""
        screen = self.desk.screen
        self._is_drafting = False
        self._states: dict[int, SubGroupState] = {}
        self._topics: tuple[Topic, ...] = ()
        self.view = Segmented(
            screen,
            message("What the page shows"),
            [(GROUPS, message("Sub-groups")), (BOARD, message("Board")), (TOPICS, message("New topics"))],
        )
        self.view.choose(GROUPS)
        self.view.chosen.connect(self._choose_view)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(self.list.setAccessibleName, message("Sub-groups of the meeting"))
        self.list.currentItemChanged.connect(self._choose)
        self.editor = SubGroupEditor(self.desk)
        self.board = BoardView(self.desk)
        self.board.subgroup_wanted.connect(self._open)
        self.consultations = ConsultationsView(self.desk)
        self._make_actions()
        self._make_empty_states()
        self._lay_out()

    def load(self) -> None:
        """Show the sub-groups of the meeting in view."""
        meeting = self.desk.meeting
        self._add.setEnabled(meeting is not None)
        self._take_up.setEnabled(meeting is not None)
        self._topics = topics(self.desk.tables)
        self.consultations.show_topics(self._topics)
        if meeting is None:
            self._states, self._is_drafting = {}, False
        else:
            before = set(self._states)
            self._states = dict(subgroup_states(self.desk.tables, meeting))
            self._load_groups(before)
        self._remove.setEnabled(self._selected is not None)
        self._show_view()

    def primary_action(self) -> QAction | None:
        """Return the command that adds a sub-group."""
        return self._add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about topics, and the removal of the sub-group in view."""
        return self._take_up, self._propose, self._remove

    def show_place(self, place: Place) -> None:
        """Bring a sub-group, or a new topic, into view, with the cursor in a field where one is named."""
        self.catch_up()
        if place.table == "provision":
            self.view.choose(TOPICS)
            self._show_view()
            self.consultations.show_topic(place.row)
        elif place.row in self._states:
            self._open(place.row)
            if place.field:
                self.editor.focus_field(place.field)

    @property
    def _selected(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    def _load_groups(self, before: set[int]) -> None:
        """Fill list, editor and board; a sub-group that has just appeared is the one in view."""
        appeared = set(self._states) - before
        selected = self._selected
        if appeared and (self._is_drafting or len(appeared) == 1):
            selected, self._is_drafting = max(appeared), False
        screen = self.desk.screen
        with QSignalBlocker(self.list):
            self.list.clear()
            for state in self._states.values():
                title = message("{number} {name}", number=str(state.number), name=state.name)
                standing = message("Dissolved") if state.is_dissolved else agreement_state(state.agreement)
                item = QListWidgetItem(f"{screen.say(title)}\n{screen.say(standing)}")
                item.setData(Qt.ItemDataRole.UserRole, state.id)
                self.list.addItem(item)
                if state.id == selected:
                    self.list.setCurrentItem(item)
            if self.list.currentRow() < 0 and self._states and not self._is_drafting:
                self.list.setCurrentRow(0)
        programme = read_programme(self.desk.tables, self.desk.meeting or 0)
        self._board: Board = board(self.desk.tables, programme)
        self._programme = programme
        self.board.show_board(self._board, programme)
        self._show_editor()

    def _show_editor(self) -> None:
        with self.reads.noting():
            self._fill_editor(self._selected)

    def _fill_editor(self, selected: int | None) -> None:
        if self._is_drafting or selected is None:
            self.editor.show_draft()
            return
        own = tuple(
            each
            for each in self._board.warnings
            if each.subject.kind is SubjectKind.SUB_GROUP and each.subject.id == selected
        )
        self.editor.show_subgroup(self._states[selected], self._topics, self._programme, own)

    def _show_view(self) -> None:
        view = self.view.value
        if view == TOPICS:
            shown: QWidget = self.consultations
        elif self.desk.meeting is None:
            shown = self._no_meeting
        elif not self._states and not self._is_drafting:
            shown = self._no_groups
        else:
            shown = self.board if view == BOARD else self._groups
        self.states.setCurrentWidget(shown)

    def _choose_view(self, view: object) -> None:
        del view
        self._is_drafting = False
        self.fill()

    def _choose(self) -> None:
        self._is_drafting = False
        self._remove.setEnabled(self._selected is not None)
        self._show_editor()

    def _open(self, subgroup: int) -> None:
        self._is_drafting = False
        self.view.choose(GROUPS)
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == subgroup:
                self.list.setCurrentRow(at)
        self._show_view()
        self._show_editor()

    def _draft(self) -> None:
        if self.desk.meeting is None:
            return
        self._is_drafting = True
        self.view.choose(GROUPS)
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        self._show_view()
        self._show_editor()
        self.editor.begin()

    def _offer_topics(self) -> None:
        """Open the list of topics from which a sub-group is set up in one step."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for topic in self._topics:
            name = self.desk.screen.read(topic.short or topic.text)
            action = menu.addAction(self.say(message("{number} {name}", number=str(topic.number), name=name)))
            action.setData(topic.id)
        menu.triggered.connect(self._start_from)
        anchor = self.start if self.start.isVisible() else self.take_up
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _start_from(self, chosen: QAction) -> None:
        topic = next(each for each in self._topics if each.id == chosen.data())
        meeting, workspace, name = self.desk.meeting, self.desk.workspace, topic.short or topic.text
        if meeting is not None:
            self._is_drafting = False
            self.view.choose(GROUPS)
            self.desk.attempt(lambda: add_subgroup(workspace, meeting, name, [topic.id]))

    def _propose_topic(self) -> None:
        self.view.choose(TOPICS)
        self._show_view()
        self.consultations.begin()

    def _remove_selected(self) -> None:
        selected, workspace = self._selected, self.desk.workspace
        if selected is not None:
            name = self._states[selected].name
            question = message("Remove the sub-group “{name}”", name=name)
            if not agrees(self.desk.screen, question, subgroup_removal(self.desk.tables, selected)):
                return
            if self.desk.attempt(lambda: remove_subgroup(workspace, selected)) is not None:
                self.desk.announce(
                    message("The sub-group “{name}” is removed. Undo brings it back.", name=name)
                )

    def _make_actions(self) -> None:
        self._add = self._action("add-subgroup", "plus", self._draft)
        self._take_up = self._action("subgroup-from-topic", "list", self._offer_topics)
        self._propose = self._action("propose-topic", "signature", self._propose_topic)
        self._remove = self._action("remove-subgroup", "trash-2", self._remove_selected)
        self.wording.put(self._add.setText, message("Add a sub-group"))
        self.wording.put(self._take_up.setText, message("Start from a topic…"))
        self.wording.put(self._propose.setText, message("Propose a topic"))
        self.wording.put(self._remove.setText, message("Remove this sub-group"))

    def _action(self, name: str, icon: str, slot: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setProperty(ICON_PROPERTY, icon)
        action.triggered.connect(slot)
        return action

    def _make_empty_states(self) -> None:
        screen = self.desk.screen
        add = Button(screen, message("Add a sub-group"), icon="plus", kind="primary")
        add.clicked.connect(self._draft)
        self.start = Button(screen, message("Start from a topic…"), icon="list")
        only_writes(self.start)
        self.start.clicked.connect(self._offer_topics)
        self._no_groups = EmptyState(
            screen,
            "users",
            message("No sub-groups yet"),
            message(
                "A sub-group takes up a special topic once one side has proposed it and the other has "
                "accepted. Name one, or start from a topic of the dialogue."
            ),
            (add, self.start),
        )
        meeting = Button(screen, message("Add a meeting"), icon="calendar-plus", kind="primary")
        meeting.clicked.connect(self.desk.meeting_form_wanted)
        propose = Button(screen, message("Propose a topic"), icon="signature")
        propose.clicked.connect(self._propose_topic)
        self._no_meeting = EmptyState(
            screen,
            "users",
            message("There is no meeting yet"),
            message("Add a meeting first; then its sub-groups belong here."),
            (meeting, propose),
        )

    def _lay_out(self) -> None:
        screen = self.desk.screen
        self.take_up = Button(screen, message("Start from a topic…"), icon="list")
        self.take_up.clicked.connect(self._offer_topics)
        remove = Button(screen, message("Remove this sub-group"), icon="trash-2", kind="quiet")
        only_writes(self.take_up, remove)
        remove.clicked.connect(self._remove_selected)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, Space.L, 0)
        bar.addWidget(self.view)
        bar.addStretch()
        self._groups = QWidget()
        left, row = QVBoxLayout(), QHBoxLayout(self._groups)
        left.setSpacing(Space.S)
        left.addWidget(self.list, 1)
        left.addWidget(self.take_up)
        left.addWidget(remove)
        row.setContentsMargins(0, 0, 0, Space.M)
        row.setSpacing(Space.L)
        row.addLayout(left)
        row.addWidget(self.editor, 1)
        # As wide as the buttons under it need at any size of text.
        self.list.setMinimumWidth(LIST_WIDTH)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.states = QStackedWidget()
        for state in (self._groups, self.board, self.consultations, self._no_groups, self._no_meeting):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(bar)
        column.addWidget(self.states, 1)
