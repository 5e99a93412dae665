"""Asks whoever gives a meeting another zone or other days whether its sessions go along."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.planning.programme_shifts import ProgrammeShift, ProgrammeWish
from alternat.ui.screen import Screen
from alternat.ui.style import label, surface
from alternat.ui.tokens import Space
from alternat.ui.widgets.buttons import Button

WIDTH = 520


class TakeAlong(QDialog):
    """Takes the programme along, leaves it, or changes nothing; `answer` gets the wish, None for nothing."""

    def __init__(
        self,
        screen: Screen,
        parent: QWidget,
        shift: ProgrammeShift,
        answer: Callable[[ProgrammeWish | None], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "page")
        self._answer = answer
        self._wish: ProgrammeWish | None = None
        title = screen.say(message("Take the programme along?"))
        self.setWindowTitle(title)
        self.move_all = Button(screen, message("Take the sessions along"), kind="primary")
        self.keep = Button(screen, message("Leave the sessions"))
        self.cancel = Button(screen, message("Cancel"))
        hint = message("Sessions that stay are listed as findings while they differ from the meeting.")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("title", title, wrap=True))
        column.addWidget(label(text=screen.say(shift.sentence), wrap=True))
        column.addWidget(label("muted", screen.say(hint), wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.move_all)
        column.addLayout(buttons)
        self.setMinimumWidth(screen.px(WIDTH))
        self.move_all.setDefault(True)
        self.move_all.clicked.connect(lambda: self._choose(ProgrammeWish.MOVE))
        self.keep.clicked.connect(lambda: self._choose(ProgrammeWish.KEEP))
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._answer(self._wish))

    def _choose(self, wish: ProgrammeWish) -> None:
        self._wish = wish
        self.accept()
