"""The dialog that lists the keyboard shortcuts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space

IN_LISTS: tuple[tuple[str, Message], ...] = (
    ("Alt+Up", message("Move the selected rows up")),
    ("Alt+Down", message("Move the selected rows down")),
    ("F2", message("Edit the cell in place")),
    ("Esc", message("Give up the change being typed")),
)


def show_keys(screen: Screen, actions: Sequence[QAction], parent: QWidget) -> QDialog:
    """Open the dialog; it does not hold up the window."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(screen.say(message("Keyboard shortcuts")))
    inside = QWidget()
    form = QFormLayout(inside)
    form.setHorizontalSpacing(Space.XL)
    for keys, title in _rows(screen, actions):
        form.addRow(label("strong", keys), label(text=title))
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setAccessibleName(dialog.windowTitle())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(area)
    column.addWidget(buttons)
    screen.give_size(dialog, 460, 520)
    dialog.open()
    return dialog


def _rows(screen: Screen, actions: Sequence[QAction]) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (action.shortcut().toString(native), action.text().replace("&&", "&"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    return rows + [(QKeySequence(keys).toString(native), screen.say(title)) for keys, title in IN_LISTS]
