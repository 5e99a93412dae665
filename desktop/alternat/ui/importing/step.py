"""What every step of the import is, and the bar that shows which of them one is at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from alternat.language.messages import Message, message
from alternat.ui.importing.list_session import ListSession
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.look.wording import Wording


class Step(QWidget):
    """One page of the dialog; `readiness_changed` tells that `is_ready` may be another."""

    readiness_changed = Signal()

    def __init__(self, screen: Screen, session: ListSession) -> None:
        super().__init__()
        self.screen_of, self.session = screen, session
        self.wording = Wording(screen)
        screen.language_changed.connect(self.wording.say_again)

    @property
    def is_ready(self) -> bool:
        """Return whether one can go on from here."""
        raise NotImplementedError

    def enter(self) -> None:
        """Show what the session holds now, as the step comes into view."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        raise NotImplementedError


class StepBar(QWidget):
    """The names of the steps in their order, those done with a check mark, the present one strong."""

    def __init__(self, screen: Screen, names: Sequence[Message]) -> None:
        super().__init__()
        self._screen, self._names = screen, tuple(names)
        self._current = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self._marks: list[QLabel] = []
        self._texts: list[QLabel] = []
        for at in range(len(self._names)):
            if at:
                row.addSpacing(Space.L)
            mark, text = QLabel(), label()
            self._marks.append(mark)
            self._texts.append(text)
            row.addWidget(mark)
            row.addWidget(text)
        screen.language_changed.connect(self._draw)
        screen.theme_changed.connect(self._draw)
        self._draw()

    def show_step(self, current: int) -> None:
        """Show which step one is at, counted from 0."""
        self._current = current
        self._draw()

    def _draw(self) -> None:
        palette, size = self._screen.palette, self._screen.px(ICON)
        for at, (mark, text, name) in enumerate(zip(self._marks, self._texts, self._names, strict=True)):
            icon = "circle-check" if at < self._current else "circle-dot" if at == self._current else "circle"
            mark.setPixmap(pixmap(icon, palette.accent if at <= self._current else palette.control, size))
            text.setText(self._screen.say(message("{number}. {step}", number=at + 1, step=name)))
            restyle(text, "text-role", "strong" if at == self._current else "muted")
