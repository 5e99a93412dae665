"""Asks whoever changes a meeting about what comes along with it, such as the sessions, before it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.outlook import Outlook
from alternat.language.messages import message
from alternat.planning.programme_shifts import ProgrammeWish
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button

WIDTH = 520


class TakeAlong(QDialog):
    """Takes the programme along, leaves it, or changes nothing; `answer` gets the wish, None for nothing.

    Where no session could go along, it only tells what follows and asks whether to change the meeting.
    """

    def __init__(
        self,
        screen: Screen,
        parent: QWidget,
        ahead: Outlook,
        answer: Callable[[ProgrammeWish | None], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "page")
        self._answer = answer
        self._wish: ProgrammeWish | None = None
        asks_along = ahead.shift is not None
        heading = message("Take the programme along?") if asks_along else message("Change the meeting?")
        title = screen.say(heading)
        self.setWindowTitle(title)
        self.move_all = Button(screen, message("Take the sessions along"), kind="primary")
        keep = message("Leave the sessions") if asks_along else message("Change the meeting")
        self.keep = Button(screen, keep, kind="" if asks_along else "primary")
        self.cancel = Button(screen, message("Cancel"))
        hint = message("Sessions that stay are listed as findings while they differ from the meeting.")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("title", title, wrap=True))
        for sentence in ahead.follows:
            column.addWidget(label("strong", screen.say(sentence), wrap=True))
        if ahead.shift is not None:
            column.addWidget(label(text=screen.say(ahead.shift.sentence), wrap=True))
            column.addWidget(label("muted", screen.say(hint), wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.move_all)
        column.addLayout(buttons)
        self.setMinimumWidth(screen.px(WIDTH))
        self.move_all.setVisible(asks_along)
        (self.move_all if asks_along else self.keep).setDefault(True)
        self.move_all.clicked.connect(lambda: self._choose(ProgrammeWish.MOVE))
        self.keep.clicked.connect(lambda: self._choose(ProgrammeWish.KEEP))
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._answer(self._wish))

    def _choose(self, wish: ProgrammeWish) -> None:
        self._wish = wish
        self.accept()
