"""A choice of one among many, from a list that drops down."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from alternat.language.messages import Message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.wheel import DropDown


class Choice(DropDown):
    """A drop-down list that speaks the screen language; `chosen` carries the value the person chose."""

    chosen = Signal(object)

    def __init__(self, screen: Screen, name: Message, choices: Sequence[tuple[Hashable, Message]]) -> None:
        super().__init__()
        self._screen, self._name, self._choices = screen, name, tuple(choices)
        self.addItems([""] * len(self._choices))
        self.activated.connect(lambda at: self.chosen.emit(self._choices[at][0]))
        screen.language_changed.connect(self._speak)
        self._speak()

    @property
    def value(self) -> object:
        """The chosen value, None where nothing is chosen."""
        return self._choices[self.currentIndex()][0] if self.currentIndex() >= 0 else None

    def choose(self, value: object) -> None:
        """Show a value as chosen, without telling anybody."""
        with QSignalBlocker(self):
            values = [each for each, _ in self._choices]
            self.setCurrentIndex(values.index(value) if value in values else -1)

    def _speak(self) -> None:
        self.setAccessibleName(self._screen.say(self._name))
        for at, (_, text) in enumerate(self._choices):
            self.setItemText(at, self._screen.say(text))
