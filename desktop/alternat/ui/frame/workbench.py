"""The window's content while a dialogue is open: sidebar, header, the page, inspector, findings, status."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.frame.findings_panel import FindingsPanel
from alternat.ui.frame.header import Header
from alternat.ui.frame.pages import PAGES, page_showing
from alternat.ui.frame.record_finder import RecordFinder
from alternat.ui.frame.sidebar import NARROW, Sidebar
from alternat.ui.frame.status_bar import StatusBar
from alternat.ui.look.style import surface
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import ReadingOnly
from alternat.ui.parts.widgets.current_stack import CurrentStack

INSPECTOR_WIDTH = 348
FINDINGS_HEIGHT = 220


class Workbench(QWidget):
    """Shows one page of one desk at a time; a page is made when it is first shown."""

    page_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._descriptors = {each.id: each for each in PAGES}
        self._pages: dict[str, Page] = {}
        self._reading_only = None if desk.workspace.is_writable else ReadingOnly(desk.screen, self)
        self._current = ""
        self.records = RecordFinder(desk)
        """What finds records by their words, for whoever looks for them."""
        self.sidebar = Sidebar(desk)
        self.header = Header(desk)
        self.status = StatusBar(desk)
        self.findings = FindingsPanel(desk)
        self._stack, self._inspectors = CurrentStack(), CurrentStack()
        self._lay_out()
        self._connect()
        self.findings.hide()
        self.show_page(PAGES[0].id)

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._pages[self._current]

    @property
    def page_id(self) -> str:
        """The id of the page in view."""
        return self._current

    @property
    def is_inspector_shown(self) -> bool:
        """Whether the inspector is wanted; a page without one shows none all the same."""
        return not self.desk.settings.current.inspector_hidden

    @property
    def has_inspector(self) -> bool:
        """Whether the page in view has an inspector."""
        return self.page.inspector() is not None

    def show_page(self, page: str) -> None:
        """Bring a page into view."""
        if page == self._current:
            return
        # Whatever is being typed is committed before its page goes out of view.
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()
        if self._current:
            self.desk.move_on()
        self._current = page
        descriptor = self._descriptors[page]
        if page not in self._pages:
            self._make(page)
        # Filled before it is seen, so that nothing is laid out twice.
        self.page.catch_up()
        self.sidebar.show_page(page)
        self._stack.setCurrentWidget(self.page)
        self.header.show_page(descriptor.title, self.page.search_prompt, self.page.primary_action())
        self._show_inspector()
        self.page_shown.emit()

    def open_inspector(self) -> None:
        """Show the inspector if it is hidden."""
        if not self.is_inspector_shown:
            self.toggle_inspector()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self.desk.settings.change(inspector_hidden=self.is_inspector_shown)
        self._show_inspector()

    def toggle_findings(self) -> None:
        """Open or close the findings."""
        if self.findings.isHidden():
            self.open_findings()
        else:
            self.findings.hide()

    def open_findings(self) -> None:
        """Open the findings and put the cursor there."""
        self.findings.show()
        self.desk.findings.check()
        self.findings.load()
        self.findings.table.setFocus()

    def run_action(self, page: str, name: str) -> None:
        """Show a page and give one of its commands."""
        self.show_page(page)
        for action in self.page_actions():
            if action.objectName() == name:
                action.trigger()

    def focus_search(self) -> None:
        """Put the cursor into the header's search field, where the page has something to search."""
        if not self.header.search.isHidden():
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.header.search.selectAll()

    def page_actions(self) -> tuple[QAction, ...]:
        """Return the commands of the page in view, its primary action first."""
        primary = self.page.primary_action()
        return (*((primary,) if primary else ()), *self.page.actions_offered())

    def _make(self, page: str) -> None:
        made = self._descriptors[page].make(self.desk)
        made.search_ended.connect(self.header.search.clear)
        made.inspector_wanted.connect(self.open_inspector)
        made.commands_changed.connect(lambda: self._follow_commands(made))
        self._pages[page] = made
        self._stack.addWidget(made)
        made.search_ended.connect(self.header.search.clear)
        self._guard(made)

    def _guard(self, page: Page) -> None:
        """Take in the inspector of a page, and keep page and inspector from changing what is only read."""
        inspector = page.inspector()
        if inspector is not None and self._inspectors.indexOf(inspector) < 0:
            self._inspectors.addWidget(inspector)
        if self._reading_only is not None:
            primary = page.primary_action()
            actions = (*((primary,) if primary else ()), *page.actions_offered())
            self._reading_only.guard(page, inspector, actions)

    def _follow_commands(self, page: Page) -> None:
        """Offer in the header, the menus and the inspector what a page has now."""
        self._guard(page)
        if page is self._pages.get(self._current):
            title = self._descriptors[self._current].title
            self.header.show_page(title, page.search_prompt, page.primary_action())
            self._show_inspector()
            self.page_shown.emit()

    def _show_inspector(self) -> None:
        inspector = self.page.inspector()
        if inspector is not None:
            self._inspectors.setCurrentWidget(inspector)
        self._inspector_frame.setVisible(inspector is not None and self.is_inspector_shown)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return what is needed with the sidebar folded, since it folds where there is too little room."""
        least = super().minimumSizeHint()
        return QSize(least.width() - self.sidebar.minimumWidth() + NARROW, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the sidebar where the page and the inspector need its room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        needed = self.sidebar.wide + self._down.minimumSizeHint().width()
        self.sidebar.squeeze(is_squeezed=0 < self.width() < needed)

    def _lay_out(self) -> None:
        self._inspector_frame = QFrame()
        surface(self._inspector_frame, "side")
        self._inspector_frame.setProperty("edge", "left")
        inside = QVBoxLayout(self._inspector_frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._inspectors)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self._stack)
        across.addWidget(self._inspector_frame)
        across.setStretchFactor(0, 1)
        across.setStretchFactor(1, 0)
        across.setChildrenCollapsible(False)
        across.setSizes([10_000, self.desk.screen.px(INSPECTOR_WIDTH)])
        self._down = down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(across)
        down.addWidget(self.findings)
        down.setStretchFactor(0, 1)
        down.setChildrenCollapsible(False)
        down.setSizes([10_000, FINDINGS_HEIGHT])
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget, stretch in ((self.header, 0), (down, 1), (self.status, 0)):
            right.addWidget(widget, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_page)
        self.header.searched.connect(self._search)
        self.status.findings_wanted.connect(self.toggle_findings)
        self.findings.closed.connect(self.toggle_findings)
        self.desk.page_wanted.connect(self.show_page)
        self.desk.meeting_form_wanted.connect(self.header.meeting.open_form)
        self.desk.findings_wanted.connect(self.open_findings)
        self.desk.action_wanted.connect(self.run_action)
        self.desk.place_wanted.connect(self._show_place)

    # The page in view changes, so its methods cannot be connected once and for all.
    def _search(self, text: str) -> None:
        self.page.search(text)

    def _show_place(self, place: Place) -> None:
        self.show_page(page_showing(place))
        self.page.show_place(place)
