"""A choice of one among a few, all in view: two sides, three languages, A4 or Letter."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button


class Segmented(QWidget):
    """Buttons side by side of which one is chosen, or, with `several`, any number.

    `chosen` carries the value of the one that the person chose; with `several`, the tuple of all chosen.
    """

    chosen = Signal(object)

    def __init__(
        self,
        screen: Screen,
        name: Message,
        choices: Sequence[tuple[Hashable, Message]],
        *,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._screen, self._name, self._several = screen, name, several
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._buttons: dict[Hashable, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS if several else 0)
        for at, (value, text) in enumerate(choices):
            button = Button(screen, text, kind="" if several else "segment")
            if not several:
                button.setProperty("edge", {0: "first", len(choices) - 1: "last"}.get(at, ""))
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, value=value: self._choose(value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._make_room)
        self._speak()

    @property
    def value(self) -> object:
        """The chosen value, or the tuple of all chosen values with `several`."""
        checked = tuple(value for value, button in self._buttons.items() if button.isChecked())
        return checked if self._several else next(iter(checked), None)

    def choose(self, value: object) -> None:
        """Show a value, or with `several` a tuple of values, as chosen, without telling anybody.

        One that is not offered leaves none chosen, as where several rows differ.
        """
        wanted = value if isinstance(value, tuple) and self._several else (value,)
        # An exclusive group keeps its last button pressed.
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each in wanted)
        self._group.setExclusive(not self._several)

    def button(self, value: Hashable) -> Button:
        """Return the button of a value."""
        return self._buttons[value]

    def _choose(self, value: Hashable) -> None:
        self.chosen.emit(self.value if self._several else value)

    def _speak(self) -> None:
        name = self._screen.say(self._name)
        self.setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleDescription(name)
        self._make_room()

    def _make_room(self) -> None:
        """Keep room for the bold text of the chosen one, so that nothing is clipped or jumps."""
        for button in self._buttons.values():
            button.setMinimumWidth(0)
            button.ensurePolished()
            font = button.font()
            around = button.sizeHint().width() - QFontMetrics(font).horizontalAdvance(button.text())
            font.setWeight(QFont.Weight.DemiBold)
            button.setMinimumWidth(around + QFontMetrics(font).horizontalAdvance(button.text()))
