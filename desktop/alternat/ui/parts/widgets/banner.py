"""A sentence across the top of the page: an error, a warning or a note, which the person can put away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour


class Banner(QFrame):
    """One sentence with its severity's icon, and a button that puts it away."""

    closed = Signal()

    def __init__(self, screen: Screen, severity: Severity, text: str) -> None:
        super().__init__()
        self.severity, self.text = severity, text
        self.setProperty("banner", severity.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        mark = QLabel()
        mark.setPixmap(
            pixmap(SEVERITY_LOOKS[severity].icon, severity_colour(severity, screen.palette), screen.px(ICON))
        )
        mark.setAccessibleName(screen.say(SEVERITY_LOOKS[severity].word))
        sentence = label(text=text, wrap=True)
        sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = IconButton(screen, message("Put this message away"), "x")
        close.clicked.connect(self.closed)
        row.addWidget(mark)
        row.addWidget(sentence, 1)
        row.addWidget(close)
        self._screen, self._row = screen, row

    def offer(self, words: Message, act: Callable[[], object]) -> None:
        """Show a button before the one that puts the banner away."""
        button = Button(self._screen, words, kind="quiet")
        button.clicked.connect(lambda _checked: act())
        self._row.insertWidget(self._row.count() - 1, button)


class BannerStack(QWidget):
    """The banners in view; the same sentence never stands twice, and only the last few stay."""

    LIMIT = 3

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def banners(self) -> tuple[Banner, ...]:
        """Return the banners in view, the oldest first."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, Banner))

    def announce(self, severity: Severity, text: str) -> None:
        """Show a sentence."""
        for shown in self.banners():
            if shown.text == text:
                self._drop(shown)
        banner = Banner(self._screen, severity, text)
        banner.closed.connect(lambda: self._drop(banner))
        self._column.addWidget(banner)
        for stale in self.banners()[: -self.LIMIT]:
            self._drop(stale)
        self.show()

    def offer(self, text: str, words: Message, act: Callable[[], object]) -> None:
        """Add a button to the banner of a sentence, if it is there."""
        for shown in self.banners():
            if shown.text == text:
                shown.offer(words, act)

    def drop(self, text: str) -> None:
        """Put the banner of a sentence away, if it is still there."""
        for shown in self.banners():
            if shown.text == text:
                self._drop(shown)

    def clear(self) -> None:
        """Put all banners away."""
        for banner in self.banners():
            self._drop(banner)

    def _drop(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self.banners()))
