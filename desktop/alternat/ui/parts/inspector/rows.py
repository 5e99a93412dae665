"""One field of the inspector with its name above it and, where a value was refused, the reason below it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField
from alternat.ui.parts.widgets.wheel import DropDown


class Reason(QLabel):
    """Why a value was refused, in the screen's language; out of sight while nothing is wrong."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._error: AlternatError | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("severity", "blocks")
        self.hide()
        screen.language_changed.connect(self._speak)

    @property
    def error(self) -> AlternatError | None:
        """Return the error that refused the value, if one did."""
        return self._error

    def show_error(self, error: AlternatError | None) -> None:
        """Show an error, or nothing."""
        self._error = error
        self._speak()

    def _speak(self) -> None:
        self.setText(self._screen.say_error(self._error) if self._error is not None else "")
        self.setVisible(self._error is not None)


class FieldRow(QWidget):
    """A named control; keeps what was refused in place, says why, and gives it up on Escape."""

    def __init__(self, screen: Screen, name: Message, control: QWidget) -> None:
        super().__init__()
        self._screen, self._name = screen, name
        self.control = control
        self.typed_fields: list[QWidget] = [
            *control.findChildren(LineField),
            *control.findChildren(GrowingField),
        ]
        """The fields inside the control, or the control itself, that one types in."""
        if isinstance(control, LineField | GrowingField):
            self.typed_fields.append(control)
        self._caption, self._reason = label("caption", wrap=True), Reason(screen)
        self._caption.setBuddy(control)
        self._head = QHBoxLayout()
        self._head.addWidget(self._caption, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addLayout(self._head)
        self.column.addWidget(control)
        self.column.addWidget(self._reason)
        self.setFocusProxy(control)
        screen.language_changed.connect(self._speak)
        self._speak()

    def add_beside_name(self, widget: QWidget) -> None:
        """Put a small control beside the name, at the end of its line."""
        self._head.addWidget(widget)

    def hide_name(self) -> None:
        """Leave the name to assistive tools, where the control and its place say enough."""
        self._caption.hide()

    def stand_out(self) -> None:
        """Name the control in stronger letters and leave more room, as where there are few rows."""
        restyle(self._caption, "text-role", "caption-strong")
        self.column.setContentsMargins(0, Space.S, 0, 0)
        self.column.setSpacing(Space.XS)

    @property
    def name(self) -> Message:
        """Return what the row is called."""
        return self._name

    @property
    def error(self) -> AlternatError | None:
        """Return the error that refused the value, if one did."""
        return self._reason.error

    @property
    def reason(self) -> str:
        """Return why the value was refused, empty where it was not."""
        return self._reason.text()

    @property
    def is_refused(self) -> bool:
        """Return whether the control holds a value that was refused."""
        return self._reason.error is not None

    def judge(self, error: AlternatError | None) -> None:
        """Show the error that refused the value, or that all is well."""
        self._reason.show_error(error)
        self._speak()

    def _speak(self) -> None:
        name = self._screen.say(self._name)
        if isinstance(self.control, QCheckBox):
            self.control.setText(name)
            self._caption.hide()
        self._caption.setText(name)
        self.control.setAccessibleName(name)
        for each in (self.control, *self.typed_fields):
            each.setAccessibleDescription(self.reason)
        restyle(self.control, "refused", "true" if self.is_refused else "")


NOTHING = object()
"""Stands for a value where there is none to show, as for several rows that differ."""


class ValueRow(FieldRow):
    """A row that shows a stored value and writes another; what was refused stays until it is put right.

    `write` takes the new value and answers with the error that refused it.
    """

    def __init__(
        self, screen: Screen, name: Message, control: QWidget, write: Callable[[Any], AlternatError | None]
    ) -> None:
        super().__init__(screen, name, control)
        self._write = write
        self._stored: Any = NOTHING
        for each in self.typed_fields:
            each.installEventFilter(self)

    def show_value(self, value: Any, *, is_other: bool = False) -> None:
        """Show a stored value; what is being typed or was refused stays, unless it is another row's."""
        self._stored = value
        if is_other:
            self.judge(None)
        if not self.is_refused:
            self.put(value, over=is_other)

    def put(self, value: Any, *, over: bool) -> None:
        """Put a value into the control, `over` what is being typed there or not."""
        raise NotImplementedError

    def hear(self, value: Any) -> None:
        """Write a value that the control gives."""
        # What is shown while it is written is already the stored value.
        self.judge(None)
        self.judge(self._write(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up a refused value on Escape."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self.is_refused:
            self.show_value(self._stored, is_other=True)
            return True
        return super().eventFilter(watched, event)


class TextRow(ValueRow):
    """One line of text; `write` takes what was typed and answers with the error that refused it."""

    def __init__(self, screen: Screen, name: Message, write: Callable[[str], AlternatError | None]) -> None:
        self.field = LineField()
        super().__init__(screen, name, self.field, write)
        self.field.committed.connect(self.hear)

    def show_text(self, text: str, *, is_other: bool) -> None:
        """Show a stored text; what is being typed or was refused stays, unless it is another person's."""
        self.show_value(text, is_other=is_other)

    def put(self, value: Any, *, over: bool) -> None:
        """Put a text into the field."""
        self.field.show_text("" if value is NOTHING else value, over=over)


_WALKS = {
    *(
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter),
}
"""The keys by which a list is walked through or opened."""


class ChoiceField(DropDown):
    """A list to choose from; turning the wheel over it scrolls the page instead of changing it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._source: Callable[[], Sequence[Choice]] | None = None
        self._acts = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(lambda row: self.chosen.emit(self._choices[row].value))
        self.currentTextChanged.connect(self.setToolTip)

    @property
    def value(self) -> object:
        """Return the chosen value."""
        row = self.currentIndex()
        return self.value_at(row) if row >= 0 else None

    def value_at(self, row: int) -> object:
        """Return the value of a row of the list."""
        return self._choices[row].value

    def show_choices(self, choices: Sequence[Choice], value: object) -> None:
        """Offer these and show one of them as chosen; headings among them cannot be chosen."""
        self.offer(choices)
        self.choose(value)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these; one has to be shown as chosen next."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            for row, choice in enumerate(self._choices):
                self.addItem(choice.text)
                self.model().item(row).setEnabled(not choice.is_heading)  # type: ignore[attr-defined]

    def choose(self, value: object) -> None:
        """Show a value as chosen, without telling anybody; none where it is not offered."""
        values = [choice.value for choice in self._choices]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def fill_when_opened(self, choices: Callable[[], Sequence[Choice]]) -> None:
        """Offer these choices once the list is opened or entered, where reading them all takes a while."""
        self._source = choices

    def fill(self) -> None:
        """Offer all choices now."""
        if self._source is not None:
            self.show_choices(self._source(), self.value)

    def act_when_chosen(self) -> None:
        """Let keys open the list first, where a choice does something at once: only there they choose."""
        self._acts = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the choices, in the open list alone where a choice acts."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._acts and plain and (event.key() in _WALKS or event.text().strip()):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Fill the list before it opens."""
        self.fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Fill the list before keys choose from it."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.fill()
        super().focusInEvent(event)


class ChoiceRow(FieldRow):
    """A list to choose from; `write` takes the chosen value and answers with the error that refused it."""

    def __init__(
        self, screen: Screen, name: Message, write: Callable[[object], AlternatError | None]
    ) -> None:
        self.field = ChoiceField()
        super().__init__(screen, name, self.field)
        self.field.chosen.connect(lambda value: self.judge(write(value)))
