"""The commands of the documents page, for its buttons, the menu, the keys and the palette."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY


class DocumentCommands:
    """The actions; the page connects them to what they do."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner
        self._wording = Wording(desk.screen)
        self.print = self._action("print", message("Print…"), "printer", QKeySequence.StandardKey.Print)
        self.save = self._action("save-pdf", message("Save as PDF…"), "file-down", "Ctrl+Shift+S")
        self.open = self._action("open-pdf", message("Open in another program"), "external-link")
        self.copies = self._action("save-copies", message("Save a copy for each side…"), "copy")
        self.badge = self._action("print-badge", message("Print one badge again…"), "id-card")
        self.test_sheet = self._action("test-sheet", message("Print a test sheet…"), "maximize")
        desk.screen.language_changed.connect(self._wording.say_again)
        desk.screen.theme_changed.connect(self._draw)
        self._draw()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Return every command but the primary one, in the order of a menu."""
        return (self.save, self.open, self.copies, self.badge, self.test_sheet)

    def connect(self, **does: Callable[[], object]) -> None:
        """Say what each command does, by its name here."""
        for name, run in does.items():
            getattr(self, name).triggered.connect(run)

    def enable(self, *, document: bool, badge: bool) -> None:
        """Tell whether there is a document, and a person whose badge can be printed."""
        for action in (self.print, self.save, self.open, self.copies):
            action.setEnabled(document)
        self.badge.setEnabled(badge)

    def _action(
        self, name: str, text: Message, icon: str, keys: QKeySequence.StandardKey | str | None = None
    ) -> QAction:
        action = QAction(self._owner)
        action.setObjectName(name)
        action.setProperty(ICON_PROPERTY, icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        self._wording.put(action.setText, text)
        return action

    def _draw(self) -> None:
        if not isValid(self._owner):
            return  # the dialogue was closed
        for action in (self.print, *self.all):
            action.setIcon(self._desk.screen.icon(str(action.property(ICON_PROPERTY))))
