"""The follow-up page: its views, of which one is in front, chosen by tabs, by keys or by a link."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.records import Records
from alternat.ui.follow_up.view import View
from alternat.ui.follow_up.views import VIEWS, ViewDescriptor
from alternat.ui.look.tokens import Space
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.current_stack import CurrentStack
from alternat.ui.parts.widgets.wheel import Tabs

LAYOUT = "follow-up.view"
"""The name under which the settings keep which view was in front last."""


class FollowUpPage(Page):
    """What the dialogue has agreed and asked, whichever meeting is in view, looked at in several ways."""

    def build(self) -> None:
        """Make the tabs and the commands, and the view that was in front last."""
        self.records = Records(self.desk)
        self._made: dict[str, View] = {}
        self._stack, self._inspectors = CurrentStack(), CurrentStack()
        self.tabs = Tabs()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._ways = tuple(self._way(each) for each in VIEWS)
        for each in VIEWS:
            self.tabs.addTab("")
            self.wording.put(self._tab_setter(each), each.title)
        self.wording.put(self.tabs.setAccessibleName, message("View"))
        self.tabs.currentChanged.connect(lambda at: self.show_view(VIEWS[at].id))
        self._turns = (
            self._turn(message("Next view"), "Ctrl+PgDown", 1),
            self._turn(message("Previous view"), "Ctrl+PgUp", -1),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.XS, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        kept = self.desk.settings.current.layouts.get(LAYOUT, "")
        self._current = ""
        self._bring(kept if kept in {each.id for each in VIEWS} else VIEWS[0].id)

    @property
    def view(self) -> View:
        """The view in front."""
        return self._made[self._current]

    @property
    def view_id(self) -> str:
        """The id of the view in front."""
        return self._current

    @property
    def search_prompt(self) -> Message | None:  # type: ignore[override] # what the view in front asks for
        """What the header's search field asks for."""
        return self.view.search_prompt

    def load(self) -> None:
        """Let the view in front catch up."""
        self.view.catch_up()

    def show_view(self, view: str) -> None:
        """Bring a view into front, with what is selected in the last one where it shows that too."""
        if view == self._current:
            return
        self.desk.move_on()
        place = self.view.place()
        self.view.search("")
        self._bring(view)
        self.desk.settings.keep_layout(LAYOUT, view)
        if place is not None and place.table in (*_descriptor(view).shows, *_descriptor(view).takes):
            self.view.show_place(place)
        self.commands_changed.emit()

    def primary_action(self) -> QAction | None:
        """Return the primary action of the view in front."""
        return self.view.primary_action()

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands of the view in front, and those that bring others there."""
        return (*self.view.actions_offered(), *self._ways, *self._turns)

    def inspector(self) -> QWidget | None:
        """Return what stands beside the view in front, if anything does."""
        return self._inspectors if self.view.inspector() is not None else None

    def search(self, text: str) -> None:
        """Narrow the view in front."""
        self.view.search(text)

    def show_place(self, place: Place) -> None:
        """Bring a row into view: in front, if that view shows such rows, else in the first that does."""
        showing = [each.id for each in VIEWS if place.table in each.shows]
        if self._current not in showing or not self.view.can_show(place):
            self.show_view(showing[0])
        self.view.catch_up()
        self.view.show_place(place)

    def _bring(self, view: str) -> None:
        if view not in self._made:
            self._make(view)
        made = self._made[view]
        self._current = view
        # Filled before it is seen, so that nothing is laid out twice.
        if self.isVisible():
            made.catch_up()
        self._stack.setCurrentWidget(made)
        inspector = made.inspector()
        if inspector is not None:
            self._inspectors.setCurrentWidget(inspector)
        at = next(at for at, each in enumerate(VIEWS) if each.id == view)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(at)
        for way, each in zip(self._ways, VIEWS, strict=True):
            way.setChecked(each.id == view)

    def _make(self, view: str) -> None:
        made = _descriptor(view).make(self.desk, self.records)
        made.inspector_wanted.connect(self.inspector_wanted)
        made.search_ended.connect(self.search_ended)
        made.commands_changed.connect(self.commands_changed)
        self._made[view] = made
        self._stack.addWidget(made)
        if (inspector := made.inspector()) is not None:
            self._inspectors.addWidget(inspector)

    def _tab_setter(self, descriptor: ViewDescriptor) -> Callable[[str], object]:
        at = VIEWS.index(descriptor)
        return lambda text: self.tabs.setTabText(at, text)

    def _way(self, descriptor: ViewDescriptor) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setProperty(ICON_PROPERTY, descriptor.icon)
        action.setObjectName(f"view-{descriptor.id}")
        action.triggered.connect(lambda: self._go(descriptor.id))
        self.wording.put(action.setText, descriptor.title)
        only_reads(action)
        return action

    def _go(self, view: str) -> None:
        self.show_view(view)
        # A command that is given again stays on.
        self._ways[self.tabs.currentIndex()].setChecked(True)

    def _turn(self, text: Message, keys: str, by: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(
            lambda: self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(VIEWS))
        )
        self.wording.put(action.setText, text)
        self.addAction(action)
        only_reads(action)
        return action


def _descriptor(view: str) -> ViewDescriptor:
    return next(each for each in VIEWS if each.id == view)
