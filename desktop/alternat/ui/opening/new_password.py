"""The dialog that offers a password for a dialogue about to be made, and what is said of a password."""

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.storage.passwords import SHORT
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button

LOST = message("Without the password nobody can open the dialogue, and nobody can find it again.")


def password_field() -> QLineEdit:
    """Return a field that does not show what is typed."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def password_hint(new: str, again: str) -> Message | None:
    """Return what there is to say of a new password that was typed twice."""
    if again and again != new:
        return message("The two passwords are not the same.")
    if new and len(new) < SHORT:
        return message(
            "The password is short: with fewer than {count} characters it can be guessed.", count=SHORT
        )
    return message("The password is long enough.") if new else None


class NewPassword(QDialog):
    """Asks twice for a password; both fields may stay empty, for a dialogue without one."""

    def __init__(self, screen: Screen, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._screen, say = screen, screen.say
        self.setWindowTitle(say(message("Password of “{name}”", name=name)))
        self.new, self.again = password_field(), password_field()
        self.hint = label("caption", wrap=True)
        self.make = Button(screen, message("Make the dialogue"), kind="primary")
        cancel = Button(screen, message("Cancel"))
        self.make.clicked.connect(self.accept)
        self.make.setDefault(True)
        cancel.clicked.connect(self.reject)
        rows, buttons, column = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        names = (
            (self.new, message("Password (leave empty for none)")),
            (self.again, message("Password again")),
        )
        for field, title in names:
            field.setAccessibleName(say(title))
            field.textChanged.connect(lambda _text: self._tell())
            rows.addRow(say(title), field)
        buttons.addStretch()
        for button in (cancel, self.make):
            buttons.addWidget(button)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        purpose = message("A password keeps the new dialogue, and its backups, from being read by others.")
        column.addWidget(label("", say(purpose), wrap=True))
        column.addLayout(rows)
        column.addWidget(self.hint)
        column.addWidget(label("caption", say(LOST), wrap=True))
        column.addLayout(buttons)
        self.setMinimumWidth(screen.px(480))
        self._tell()

    @property
    def password(self) -> str:
        """The password, empty for none."""
        return self.new.text()

    def _tell(self) -> None:
        new, again = self.new.text(), self.again.text()
        hint = password_hint(new, again)
        if hint is None:
            hint = message("The dialogue will have no password; one can be set later.")
        self.hint.setText(self._screen.say(hint))
        self.make.setEnabled(new == again and bool(new.strip()) == bool(new))
