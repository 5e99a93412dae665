"""The notes between filters and list: that it is sorted to find people, and what can be taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from alternat.language.messages import Message, counted, message
from alternat.storage.changes import Changes
from alternat.ui.delegations.list.arrangement import Sorting
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.widgets.buttons import Button, IconButton


class Strip(QFrame):
    """One sentence with a button; out of sight until there is something to say."""

    pressed = Signal()

    def __init__(self, screen: Screen, icon: str, button: Message, button_icon: str) -> None:
        super().__init__()
        self._screen, self._icon = screen, icon
        self._text: Message | None = None
        self.setProperty("banner", "notes")
        self._mark, self._sentence = QLabel(), label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = Button(screen, button, icon=button_icon)
        self.button.clicked.connect(self.pressed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        self.row.setSpacing(Space.S)
        self.row.addWidget(self._mark)
        self.row.addWidget(self._sentence, 1)
        self.row.addWidget(self.button)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence in view."""
        return self._sentence.text()

    def say(self, text: Message | None) -> None:
        """Show a sentence, or go out of sight."""
        self._text = text
        self._speak()
        self.setVisible(text is not None)

    def _speak(self) -> None:
        self._sentence.setText(self._screen.say(self._text) if self._text is not None else "")

    def _draw(self) -> None:
        self._mark.setPixmap(pixmap(self._icon, self._screen.palette.notes, self._screen.px(ICON)))


class SortingStrip(Strip):
    """Says that the list is not in its order of precedence, and leads back to it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, "arrow-up-down", message("Back to precedence"), "list-ordered")

    def show_sorting(self, sorting: Sorting | None) -> None:
        """Tell by which column the list is sorted."""
        if sorting is None:
            self.say(None)
            return
        text = message(
            "Sorted by “{column}”, only to find people. The order of precedence has not changed.",
            column=sorting.column.title,
        )
        self.say(text)


class VacancyStrip(Strip):
    """Says that places are still to be filled, and leads to them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, "users", message("Show the vacant seats…"), "list-ordered")

    def show_count(self, count: int) -> None:
        """Tell how many there are; nothing where all are filled."""
        text = counted(
            "{count} place is still to be filled.", "{count} places are still to be filled.", count
        )
        self.say(text if count else None)


class UndoStrip(Strip):
    """Says what has just been done and takes it back, as long as nothing else has been done since."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, "history", message("Undo"), "undo-2")
        self._step: int | None = None
        close = IconButton(screen, message("Put this message away"), "x")
        close.clicked.connect(lambda: self.say(None))
        self.row.addWidget(close)

    def offer(self, changes: Changes, text: Message) -> None:
        """Offer to take back a step, told by a sentence."""
        if changes:
            self._step = changes.step
            self.say(text)

    def follow(self, changes: Changes) -> None:
        """Go out of sight as soon as another step is the last one."""
        if changes.step != self._step and not changes.is_remote:
            self.say(None)
