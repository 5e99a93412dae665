"""The dialog that checks a document: every row against the history, every photo, and the history itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from alternat.language.messages import counted, message
from alternat.ui.desk import Desk
from alternat.ui.dialogs.lists import ListDialog


class Checking(ListDialog):
    """Tells that everything is as it was written, or lists what is not."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.screen, message("Check the document"), parent)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            damage = desk.attempt(desk.workspace.verify)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if damage is None:
            self.say(message("The document could not be checked."))
        elif not damage:
            self.say(message("Everything is as it was written."))
        else:
            self.say(
                counted(
                    "{count} thing is not as it was written. Restore a backup or mend it by hand.",
                    "{count} things are not as they were written. Restore a backup or mend them by hand.",
                    len(damage),
                )
            )
        self.lines.addItems([desk.screen.say(each.message) for each in damage or ()])
        self.lines.setVisible(bool(damage))
