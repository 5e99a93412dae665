"""Asks before something is done that deserves a second thought, with what is to be known of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMessageBox

from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen


def agrees(screen: Screen, question: Message, told: Sequence[Message]) -> bool:
    """Return whether a person wants something removed in spite of what is told; nothing told asks nothing."""
    if not told:
        return True
    return ask(screen, question, (*told, message("Undo brings it back.")))


def goes_on(screen: Screen, question: Message, told: Sequence[Message], does: Message) -> bool:
    """Return whether a person wants something done in spite of what is told; nothing told asks nothing.

    `does` is what the button says that does it.
    """
    return not told or ask(screen, question, told, does)


def ask(screen: Screen, question: Message, told: Sequence[Message], does: Message | None = None) -> bool:
    """Show a question with what is to be known, and return whether the answer is to remove.

    `does` says on the button what else is to be done.
    """
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(screen.say(question))
    box.setText(screen.say(question))
    box.setInformativeText("\n\n".join(screen.say(each) for each in told))
    if does is None:
        yes = box.addButton(screen.say(message("Remove")), QMessageBox.ButtonRole.DestructiveRole)
    else:
        box.setIcon(QMessageBox.Icon.Question)
        yes = box.addButton(screen.say(does), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(screen.say(message("Cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is yes
