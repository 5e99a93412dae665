"""What can be done with sessions: every command of the programme page, with its keys and its icon."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.wording import Wording
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY


class ProgrammeCommands:
    """The page's commands; those about sessions have their keys only where sessions are shown."""

    def __init__(self, desk: Desk, page: QWidget, views: tuple[QWidget, ...]) -> None:
        self._desk, self._page, self._views = desk, page, views
        self._wording = Wording(desk.screen)
        self.add = self._of_sessions(message("Add session"), "plus", "Insert")
        self.edit = self._action(message("Edit session"), "pencil")
        self.copy = self._of_sessions(message("Copy session"), "copy", "Ctrl+D")
        self.take_off = self._of_sessions(message("Cancel or remove session"), "ban", "Delete")
        self.take_up = self._action(message("Take cancelled session up again"), "rotate-ccw")
        self.late = self._action(message("Running late…"), "timer")
        self.interpreters = self._action(message("Interpreters and their languages…"), "languages")
        self.zoom_in = self._action(message("Show minutes larger"), "zoom-in")
        self.zoom_out = self._action(message("Show minutes smaller"), "zoom-out")
        self.add.setObjectName("add-session")
        only_reads(self.zoom_in, self.zoom_out)
        desk.screen.language_changed.connect(self._wording.say_again)
        desk.screen.theme_changed.connect(self._draw)
        self._draw()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every command but the primary one, in the order of a menu."""
        return (
            self.edit,
            self.copy,
            self.take_off,
            self.take_up,
            self.late,
            self.interpreters,
            self.zoom_in,
            self.zoom_out,
        )

    def connect(self, verbs: dict[QAction, Callable[[], object]]) -> None:
        """Say what each command does."""
        for action, verb in verbs.items():
            action.triggered.connect(lambda _=False, verb=verb: verb())

    def _of_sessions(self, text: Message, icon: str, keys: str) -> QAction:
        action = self._action(text, icon)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for view in self._views:
            view.addAction(action)
        return action

    def _action(self, text: Message, icon: str) -> QAction:
        action = QAction(self._page)
        action.setProperty(ICON_PROPERTY, icon)
        self._wording.put(action.setText, text)
        return action

    def _draw(self) -> None:
        if not isValid(self._page):
            return  # the dialogue was closed
        for action in (self.add, *self.all):
            action.setIcon(self._desk.screen.icon(str(action.property(ICON_PROPERTY))))
