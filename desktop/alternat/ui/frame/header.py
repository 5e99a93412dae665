"""The header: which meeting, the page's title, search, and the page's one primary action."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout

from alternat.language.messages import Message, message
from alternat.ui.desk import Desk
from alternat.ui.frame.meeting_selector import MeetingSelector
from alternat.ui.style import label, surface
from alternat.ui.tokens import Space
from alternat.ui.widgets.action_button import ActionButton
from alternat.ui.widgets.search_field import SearchField

NO_SEARCH = message("Search")


class Header(QFrame):
    """Stands above every page; `searched` carries what is typed into its search field."""

    searched = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        surface(self, "page")
        self.setProperty("edge", "bottom")
        self._screen = desk.screen
        self._message: Message | None = None
        self.title = label("heading")
        self.meeting = MeetingSelector(desk)
        self.search = SearchField(desk.screen, NO_SEARCH)
        self.search.textChanged.connect(self.searched)
        self.primary = ActionButton(desk.screen)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(self.title)
        row.addWidget(self.meeting)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.primary)
        desk.screen.language_changed.connect(self._speak)
        desk.screen.theme_changed.connect(self._measure)
        self._measure()

    def show_page(self, title: Message, prompt: Message | None, primary: QAction | None) -> None:
        """Show the title of a page, what it searches, and its primary action."""
        self._message = title
        self.search.clear()
        self.search.setVisible(prompt is not None)
        if prompt is not None:
            self.search.say(prompt)
        self.primary.show_action(primary)
        self._speak()

    def _speak(self) -> None:
        if self._message is not None:
            self.title.setText(self._screen.say(self._message))

    def _measure(self) -> None:
        self.search.setFixedWidth(self._screen.px(220))
