"""The dialog that checks a document: every row against the history, every photo, and the history itself."""

from threading import Event

from PySide6.QtWidgets import QWidget

from alternat.language.messages import counted, message
from alternat.storage.damage import DamagedRow
from alternat.storage.faults import Stopped
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.lists import ListDialog
from alternat.ui.parts.dialogs.waiting import wait_for


class Checking(ListDialog):
    """Tells that everything is as it was written, or lists what is not."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.screen, message("Check the document"), parent)
        damage, is_stopped = _damage(desk, parent)
        if is_stopped:
            self.say(message("The check was stopped before its end. It tells nothing."))
        elif damage is None:
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


def _damage(desk: Desk, parent: QWidget) -> tuple[tuple[DamagedRow, ...] | None, bool]:
    """Return what is damaged, None where that cannot be told, and whether the check was stopped."""
    stop, workspace = Event(), desk.workspace

    def verify() -> tuple[DamagedRow, ...]:
        with workspace.beside(stop.is_set) as second:
            return second.verify()

    def wait() -> tuple[tuple[DamagedRow, ...] | None, bool]:
        try:
            words = message("The document is being checked…")
            return wait_for(desk.screen, parent, words, verify, stop), False
        except Stopped:
            return None, True

    return desk.attempt(wait) or (None, False)
