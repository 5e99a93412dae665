"""The screen while no dialogue is open: start a new one, open one, or drop a file on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.settings import SettingsFile
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import OWN_NAMES, Wording, spoken
from alternat.ui.opening.recent import is_there, shown_address, shown_name
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented

WIDTH = 680
WIDEST = 1180


class Welcome(QWidget):
    """Asks what to work on; each signal is one answer."""

    new_wanted = Signal(str)
    """A new dialogue is wanted, from the template of that id."""
    open_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, screen: Screen, settings: SettingsFile) -> None:
        super().__init__()
        self._screen, self._settings = screen, settings
        self._wording = Wording(screen)
        surface(self, "side")
        self._mark = QLabel()
        self._recent = QListWidget()
        self._recent.itemActivated.connect(self._reopen)
        self._recent.itemClicked.connect(self._reopen)
        self._nothing = label("muted", wrap=True)
        self._languages = Segmented(
            screen,
            message("Language"),
            [(each, spoken(OWN_NAMES[each])) for each in Language],
        )
        self._languages.chosen.connect(screen.set_language)
        self._lay_out()
        screen.language_changed.connect(self._respeak)
        screen.theme_changed.connect(self._draw)
        self._draw()
        self.load()

    def load(self) -> None:
        """Show the recent dialogues that are still there."""
        self._recent.clear()
        for address in self._settings.current.recent:
            if is_there(address):
                icon = self._screen.icon("database" if "://" in address else "file-text")
                item = QListWidgetItem(icon, f"{shown_name(address)}\n{shown_address(address)}")
                item.setData(Qt.ItemDataRole.UserRole, address)
                item.setToolTip(address)
                self._recent.addItem(item)
        has_recent = self._recent.count() > 0
        self._recent.setVisible(has_recent)
        self._nothing.setHidden(has_recent)
        if has_recent:
            self._recent.setCurrentRow(0)
        self._languages.choose(self._screen.language)

    def _lay_out(self) -> None:
        put = self._wording.put
        title, subtitle = label("heading"), label("muted", wrap=True)
        put(title.setText, message("Alternat"))
        put(
            subtitle.setText,
            message("The protocol desk of a dialogue between two countries that host in turn."),
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(subtitle)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        head.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignTop)
        both = QHBoxLayout()
        both.setSpacing(Space.L)
        both.addWidget(self._start_card(), 1)
        both.addWidget(self._recent_card(), 1)
        block = QWidget()
        self._block = block
        column = QVBoxLayout(block)
        column.setSpacing(Space.XL)
        column.addLayout(head)
        column.addLayout(both)
        # An alignment would give the block its hint, which knows nothing of wrapped lines.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(block)
        across.addStretch()
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)

    def _start_card(self) -> QFrame:
        card, column = _card()
        title, hint = label("title"), label("muted", wrap=True)
        self._wording.put(title.setText, message("Start"))
        self._wording.put(hint.setText, message("You can also drop a dialogue file on this window."))
        terms = Button(self._screen, message("New Canada–China dialogue"), icon="file-plus", kind="primary")
        blank = Button(self._screen, message("New blank dialogue"), icon="file-plus")
        existing = Button(self._screen, message("Open a dialogue"), icon="folder-open")
        terms.clicked.connect(lambda: self.new_wanted.emit("canada-china"))
        blank.clicked.connect(lambda: self.new_wanted.emit("blank"))
        existing.clicked.connect(self.open_wanted)
        column.addWidget(title)
        for button in (terms, blank, existing):
            column.addWidget(button)
        column.addWidget(hint)
        column.addStretch()
        return card

    def _recent_card(self) -> QFrame:
        card, column = _card()
        title = label("title")
        self._wording.put(title.setText, message("Recent"))
        self._wording.put(self._recent.setAccessibleName, message("Recent dialogues"))
        self._wording.put(self._nothing.setText, message("The dialogues you open will be listed here."))
        column.addWidget(title)
        column.addWidget(self._recent)
        column.addWidget(self._nothing)
        column.addStretch()
        return card

    def _reopen(self, item: QListWidgetItem) -> None:
        self.recent_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _respeak(self) -> None:
        self._wording.say_again()
        self.load()

    def _draw(self) -> None:
        self._block.setFixedWidth(min(self._screen.px(WIDTH), WIDEST))
        self._mark.setPixmap(pixmap("badge-check", self._screen.palette.accent, self._screen.px(44)))
        self.load()


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    surface(card, "card")
    card.setMinimumHeight(240)
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(Space.S)
    return card, column
