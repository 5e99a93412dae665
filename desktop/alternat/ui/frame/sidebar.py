"""The sidebar: the pages in the order of the work, by icon and word, or by icon alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.frame.pages import PAGES
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button, IconButton

WIDTH = 208
NARROW = 56
WIDEST = 340


class Sidebar(QFrame):
    """One button a page, of which one is down; `chosen` carries the id of a page."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        surface(self, "side")
        self.setProperty("edge", "right")
        self._name = label("strong", wrap=True)
        self._file = label("caption")
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._fold = IconButton(desk.screen, message("Fold the sidebar"), "panel-left")
        self._fold.clicked.connect(self.toggle)
        self._is_squeezed = False
        self._build()
        self._reads = Reads(desk, self, self._write)
        desk.screen.language_changed.connect(self._write)
        desk.screen.theme_changed.connect(self._measure)
        self._write()
        self._measure()

    @property
    def is_folded(self) -> bool:
        """Whether only icons show, as was wished or for want of room."""
        return self._is_squeezed or self._desk.settings.current.sidebar_collapsed

    @property
    def wide(self) -> int:
        """The width with the words, in logical pixels."""
        return min(self._desk.screen.px(WIDTH), WIDEST)

    def squeeze(self, *, is_squeezed: bool) -> None:
        """Show only icons while the window is too narrow for more; what was wished is kept."""
        if is_squeezed is not self._is_squeezed:
            self._is_squeezed = is_squeezed
            self._write()
            self._measure()

    def show_page(self, page: str) -> None:
        """Show a page's button as the one that is down."""
        self._buttons[page].setChecked(True)
        self._area.ensureWidgetVisible(self._buttons[page])

    def toggle(self) -> None:
        """Fold to icons, or unfold."""
        is_folded = self.is_folded
        self._is_squeezed = False
        self._desk.settings.change(sidebar_collapsed=not is_folded)
        self._write()
        self._measure()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.M, Space.S, Space.S)
        column.setSpacing(2)
        self._name.setContentsMargins(Space.S, 0, Space.S, 0)
        self._file.setContentsMargins(Space.S, 0, Space.S, 0)
        column.addWidget(self._name)
        column.addWidget(self._file)
        column.addSpacing(Space.M)
        pages = QWidget()
        surface(pages, "side")
        buttons = QVBoxLayout(pages)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        for page in PAGES:
            button = Button(self._desk.screen, page.title, icon=page.icon, kind="nav")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked, page=page.id: self.chosen.emit(page))
            self._group.addButton(button)
            self._buttons[page.id] = button
            buttons.addWidget(button)
        buttons.addStretch()
        # On a low screen the pages scroll, and nothing else has to.
        self._area = QScrollArea()
        self._area.setWidget(pages)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _write(self) -> None:
        screen = self._desk.screen
        with self._reads.noting():
            dialogue = self._desk.tables.Dialogue.get_or_none()
        name = screen.read(dialogue.short_name) if dialogue is not None else ""
        self._name.setText(name[:1].upper() + name[1:])
        self._file.setText(self._desk.workspace.name)
        self._file.setToolTip(self._desk.workspace.address)
        for page in PAGES:
            title = screen.say(page.title)
            self._buttons[page.id].setText("" if self.is_folded else f" {title}")
            self._buttons[page.id].setToolTip(title if self.is_folded else "")
        text = message("Unfold the sidebar") if self.is_folded else message("Fold the sidebar")
        self._fold.say(text)

    def _measure(self) -> None:
        self._name.setHidden(self.is_folded)
        self._file.setHidden(self.is_folded)
        self.setFixedWidth(NARROW if self.is_folded else self.wide)
