"""The dialog about the password of a dialogue file: set one, change it, or remove it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.storage.passwords import change_password, protect_backups
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.opening.new_password import LOST, password_field, password_hint
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.dialogs.waiting import wait_for
from alternat.ui.parts.widgets.buttons import Button


class Password(QDialog):
    """Asks for the password of now, if there is one, and twice for the new one."""

    def __init__(self, desk: Desk, opener: Opener, parent: QWidget) -> None:
        super().__init__(parent)
        screen, self._opener, self._desk = desk.screen, opener, desk
        say = screen.say
        self._old, self._window = opener.password, parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(message("Password of the dialogue")))
        self.current, self.new, self.again = password_field(), password_field(), password_field()
        self.hint = label("caption", wrap=True)
        self.with_backups = QCheckBox(say(message("Bring older backups under the same password")))
        self.with_backups.setChecked(True)
        self.save = Button(screen, message("Save"), kind="primary")
        self.remove = Button(screen, message("Remove the password"), kind="danger")
        close = Button(screen, message("Close"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        close.clicked.connect(self.reject)
        rows, buttons, column = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        names = (
            (self.current, message("Password now")),
            (self.new, message("New password")),
            (self.again, message("New password again")),
        )
        for field, name in names:
            field.setAccessibleName(say(name))
            field.textChanged.connect(lambda _text: self._tell())
            if field is not self.current or self._old is not None:
                rows.addRow(say(name), field)
        self.current.setVisible(self._old is not None)
        self.remove.setVisible(self._old is not None)
        buttons.addStretch()
        for button in (close, self.remove, self.save):
            buttons.addWidget(button)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("", say(LOST), wrap=True))
        column.addLayout(rows)
        column.addWidget(self.hint)
        column.addWidget(self.with_backups)
        kept = message(
            "Otherwise older backups stay as they are, without a password or with the earlier one."
        )
        column.addWidget(label("caption", say(kept), wrap=True))
        column.addLayout(buttons)
        self.resize(screen.px(480), self.sizeHint().height())
        self._tell()

    def _tell(self) -> None:
        is_known = self._old is None or self.current.text() == self._old
        hint: Message | None = None
        if not is_known and self.current.text():
            hint = message("This is not the password of now.")
        else:
            hint = password_hint(self.new.text(), self.again.text())
        self.hint.setText(self._desk.screen.say(hint) if hint else "")
        is_same = bool(self.new.text().strip()) and self.new.text() == self.again.text()
        self.save.setEnabled(is_known and is_same)
        self.remove.setEnabled(is_known)

    def _save(self) -> None:
        self._change(self.new.text(), message("The dialogue is protected by the new password."))

    def _remove(self) -> None:
        self._change(None, message("The dialogue has no password any more."))

    def _change(self, new: str | None, done: Message) -> None:
        with_backups, opener = self.with_backups.isChecked(), self._opener
        screen, parent = self._desk.screen, self._window
        self.accept()

        def change(file: Path, old: str | None) -> str | None:
            change_password(file, old=old, new=new)
            if with_backups:
                protect_backups(file, new, old)
            return new

        words = message("The dialogue is being written under its password…")
        opener.with_file_closed(change, done, lambda job: wait_for(screen, parent, words, job))
