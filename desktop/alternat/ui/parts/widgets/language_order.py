"""A choice of languages in the order in which they print."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES


@dataclass(frozen=True, slots=True)
class _Row:
    box: QCheckBox
    earlier: IconButton
    later: IconButton


class LanguageOrder(QWidget):
    """The languages with a box each to print them, moved by their arrows or by Alt+Up and Alt+Down.

    At least one stays chosen.
    """

    chosen = Signal(object)
    """The languages to print, first to last."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._languages: tuple[Language, ...] = tuple(Language)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        self._rows = tuple(self._row(grid, at) for at in range(len(Language)))
        screen.language_changed.connect(self._speak)

    def _row(self, grid: QGridLayout, at: int) -> _Row:
        box = QCheckBox()
        row = _Row(
            box,
            IconButton(self._screen, message("Print earlier"), "arrow-up"),
            IconButton(self._screen, message("Print later"), "arrow-down"),
        )
        box.installEventFilter(self)
        box.clicked.connect(lambda: self._tell(box))
        row.earlier.clicked.connect(lambda: self._move(at, -1))
        row.later.clicked.connect(lambda: self._move(at, 1))
        for column, widget in enumerate((row.box, row.earlier, row.later)):
            grid.addWidget(widget, at, column)
        return row

    @property
    def value(self) -> tuple[Language, ...]:
        """The languages to print, first to last."""
        rows = zip(self._languages, self._rows, strict=True)
        return tuple(language for language, row in rows if row.box.isChecked())

    @property
    def order(self) -> tuple[Language, ...]:
        """All languages in their order, those that do not print among them."""
        return self._languages

    def show_languages(self, languages: Sequence[Language]) -> None:
        """Show a choice without telling anybody."""
        if tuple(each for each in self._languages if each in languages) == tuple(languages):
            # A row that was just unticked stays where it is, under the pointer.
            self._arrange(self._languages, languages)
            return
        others = (each for each in Language if each not in languages)
        self._arrange((*languages, *others), languages)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the language in hand with Alt+Up and Alt+Down."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                boxes: list[QObject] = [row.box for row in self._rows]
                self._move(boxes.index(watched), step)
                return True
        return super().eventFilter(watched, event)

    def _moved(self, at: int, step: int) -> tuple[Language, ...]:
        """Return the order after a move."""
        if not 0 <= at + step < len(self._languages):
            return self._languages
        order = list(self._languages)
        order.insert(at + step, order.pop(at))
        return tuple(order)

    def _move(self, at: int, step: int) -> None:
        language, order = self._languages[at], self._moved(at, step)
        if order != self._languages:
            self._arrange(order, self.value)
            self._rows[order.index(language)].box.setFocus()
            self.chosen.emit(self.value)

    def _arrange(self, order: tuple[Language, ...], chosen: Sequence[Language]) -> None:
        self._languages = order
        for language, row in zip(order, self._rows, strict=True):
            with QSignalBlocker(row.box):
                row.box.setChecked(language in chosen)
        for at, row in enumerate(self._rows):
            row.earlier.setEnabled(self._moved(at, -1) != order)
            row.later.setEnabled(self._moved(at, 1) != order)
        self._speak()

    def _tell(self, box: QCheckBox) -> None:
        if not self.value:
            box.setChecked(True)
        self.chosen.emit(self.value)

    def _speak(self) -> None:
        for language, row in zip(self._languages, self._rows, strict=True):
            name = self._screen.say(LANGUAGE_NAMES[language])
            row.box.setText(name)
            row.box.setAccessibleName(name)
            for button in (row.earlier, row.later):
                button.setAccessibleDescription(name)
