"""The header: which meeting, the page's title, search, and the page's one primary action."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.meeting_selector import MeetingSelector
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.action_button import ActionButton
from alternat.ui.parts.widgets.search_field import SearchField

NO_SEARCH = message("Search")


class Header(QFrame):
    """Stands above every page, in one line, or in two where the text is too large for one.

    `searched` carries what is typed into its search field.
    """

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
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.setSpacing(Space.M)
        self._second.setSpacing(Space.M)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        rows.setSpacing(0)
        rows.addLayout(self._first)
        rows.addLayout(self._second)
        self._is_in_two = True
        self._arrange(in_two=False)
        desk.screen.language_changed.connect(self._speak)
        desk.screen.theme_changed.connect(self._measure)
        desk.meeting_changed.connect(self._fit)
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

    def minimumSizeHint(self) -> QSize:
        """Return a width that never keeps the window wide: the header goes on in a second line."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in a second line, or come back to one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [
            part for part in (self.title, self.meeting, self.search, self.primary) if not part.isHidden()
        ]
        margins = 2 * Space.XL + Space.M * len(shown)
        needed = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in shown) + margins
        self._arrange(in_two=needed > self.width() > 0)

    def _arrange(self, *, in_two: bool) -> None:
        if in_two is self._is_in_two:
            return
        self._is_in_two = in_two
        for row in (self._first, self._second):
            while row.takeAt(0) is not None:
                pass
        second = self._second if in_two else self._first
        self._first.addWidget(self.title)
        second.addWidget(self.meeting)
        second.addStretch(1)
        second.addWidget(self.search)
        if in_two:
            self._first.addStretch(1)
        self._first.addWidget(self.primary)

    def _speak(self) -> None:
        if self._message is not None:
            self.title.setText(self._screen.say(self._message))
        self._fit()

    def _measure(self) -> None:
        self.search.setFixedWidth(min(self._screen.px(220), 320))
        self._fit()
