"""The dialogs that ask for a file or for a database address."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLineEdit, QWidget

from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import SUFFIX


class FileDialogs:
    """Asks with the platform's own file dialogs."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.parent: QWidget | None = None
        """The window that the dialogs belong to."""

    def existing_file(self, folder: Path) -> str:
        """Return the path of a dialogue to open, empty where the person backs out."""
        title = self._screen.say(message("Open a dialogue"))
        return QFileDialog.getOpenFileName(self.parent, title, str(folder), self._filter())[0]

    def new_file(self, folder: Path, suggestion: str) -> str:
        """Return the path for a new dialogue, empty where the person backs out."""
        title = self._screen.say(message("Choose where to keep the new dialogue"))
        # An existing dialogue is never written over, so the dialog must not offer to.
        options = QFileDialog.Option.DontConfirmOverwrite
        start = str(folder / suggestion)
        return QFileDialog.getSaveFileName(self.parent, title, start, self._filter(), options=options)[0]

    def address(self) -> str:
        """Return the address of a team's database, empty where the person backs out."""
        text, is_given = QInputDialog.getText(
            self.parent,
            self._screen.say(message("Open a team database")),
            self._screen.say(
                message("Address, such as postgresql://server/dialogue; the password is asked for")
            ),
            QLineEdit.EchoMode.Normal,
            "postgresql://",
        )
        return text.strip() if is_given else ""

    def password(self, name: str) -> str:
        """Return the password of a protected dialogue, empty where the person backs out."""
        text, is_given = QInputDialog.getText(
            self.parent,
            self._screen.say(message("Open a protected dialogue")),
            self._screen.say(message("Password of “{name}”", name=name)),
            QLineEdit.EchoMode.Password,
        )
        return text if is_given else ""

    def new_password(self, name: str) -> str | None:
        """Return a password for a new dialogue, empty for none; None where the person backs out."""
        from alternat.ui.opening.new_password import NewPassword

        dialog = NewPassword(self._screen, name, self.parent)
        is_given = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.password if is_given else None

    def _filter(self) -> str:
        return f"{self._screen.say(message('Alternat dialogues'))} (*{SUFFIX})"
