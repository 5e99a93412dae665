"""The main window: it puts the welcome screen, the workbench, the menus and the banners together."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.templates import template
from alternat.settings import SettingsFile
from alternat.ui.frame.commands.command import CommandSet, Frame
from alternat.ui.frame.commands.keeping import erase_people
from alternat.ui.frame.commands.registry import COMMANDS
from alternat.ui.frame.menus import Menus
from alternat.ui.frame.welcome import Welcome
from alternat.ui.look.screen import FRAME, Screen
from alternat.ui.opening.opener import SUFFIX, Opener
from alternat.ui.opening.recent import shown_address
from alternat.ui.parts.widgets.banner import BannerStack
from alternat.ui.parts.widgets.current_stack import CurrentStack

if TYPE_CHECKING:
    from alternat.ui.desk.desk import Desk
    from alternat.ui.frame.workbench import Workbench

SMALLEST = (640, 400)
"""Of the window, in logical pixels; what is in it scrolls where it needs more."""
USUAL, LARGEST = (1280, 800), (1920, 1200)
"""The first size on a usual screen and on a very large one."""


class Within(QWidget):
    """Gives a widget all of its room, and asks for no more than that widget cannot do without.

    An area that scrolls would ask a layout how high it would like to be, and scroll long before it must.
    """

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)
        inner.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Return what the inner widget cannot do without."""
        return self._inner.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the inner widget the same room."""
        super().resizeEvent(event)
        self._inner.resize(event.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew for room when the inner widget does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class MainWindow(QMainWindow):
    """One window with at most one dialogue in it."""

    def __init__(self, screen: Screen, settings: SettingsFile, opener: Opener) -> None:
        super().__init__()
        self._screen, self._settings, self._opener = screen, settings, opener
        self._away = ""
        self.frame = Frame(screen, settings, opener, self)
        self.banners = BannerStack(screen)
        self.welcome = Welcome(screen, settings)
        self._stack = CurrentStack()
        self._stack.addWidget(self.welcome)
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self.commands = CommandSet(self.frame, COMMANDS)
        self.addActions(list(self.commands.actions()))
        self._menus = Menus(self.menuBar(), self.frame, self.commands)
        self._lay_out()
        self._connect()
        self._respeak()

    @property
    def workbench(self) -> "Workbench | None":
        """What shows the open dialogue."""
        return self.frame.workbench

    def expect_dialogue(self) -> None:
        """Show an empty window, since a dialogue is about to be opened in it."""
        self._stack.setCurrentWidget(self._blank)

    def show_welcome(self) -> None:
        """Show the welcome screen."""
        self.welcome.load()
        self._stack.setCurrentWidget(self.welcome)

    def report_fault(self, error: BaseException, log_file: Path) -> None:
        """Tell in one sentence what went wrong where nobody expected it.

        What one can act on is said as it is; for anything else, where the particulars are.
        """
        desk = self._opener.desk
        if not isinstance(error, AlternatError) and desk is not None:
            # A value that the disk has changed may be behind it.
            error = desk.workspace.damage() or error
        if isinstance(error, AlternatError):
            sentence = self._screen.say_error(error)
        else:
            fault = message(
                "Something unforeseen went wrong; your saved work is safe. The particulars are in {file}.",
                file=str(log_file),
            )
            sentence = self._screen.say(fault)
        self.banners.announce(Severity.BLOCKS, sentence)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._stack, 1)
        area = QScrollArea()
        area.setWidget(Within(middle))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(area)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        kept = self._settings.current.window
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            self._take_first_place()

    def _take_first_place(self) -> None:
        """Take a sensible size in the middle of the screen, never larger than there is room for."""
        room = self.screen().availableGeometry()
        within = room.size() - QSize(*FRAME)
        wanted = QSize(room.width() * 2 // 3, room.height() * 3 // 4)
        size = wanted.expandedTo(QSize(*USUAL)).boundedTo(QSize(*LARGEST)).boundedTo(within)
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(within))
        self.resize(size)
        left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
        self.move(room.left() + left, room.top() + top)

    def _connect(self) -> None:
        self._opener.opened.connect(self._show_dialogue)
        self._opener.closed.connect(self._leave_dialogue)
        self._opener.announced.connect(self.banners.announce)
        self._opener.offered.connect(self.banners.offer)
        self._opener.backups_wanted.connect(self._show_backups)
        self._screen.language_changed.connect(self._respeak)
        self._screen.theme_changed.connect(self.commands.refresh)
        self.welcome.new_wanted.connect(self._make_new)
        self.welcome.open_wanted.connect(self._opener.choose_and_open)
        self.welcome.recent_wanted.connect(self._opener.open)
        self._settings.listen(
            lambda trouble: self.banners.announce(Severity.WARNS, self._screen.say(trouble))
        )

    def _show_backups(self, file: Path) -> None:
        from alternat.ui.frame.dialogs.backups import Backups

        Backups(self._screen, file, self._opener, self).open()

    def _make_new(self, template_id: str) -> None:
        suggestion = template(template_id).title.on_screen(self._screen.language)
        self._opener.choose_and_create(template_id, suggestion)

    def _show_dialogue(self, desk: "Desk") -> None:
        from alternat.ui.frame.workbench import Workbench

        self.banners.clear()
        workbench = Workbench(desk)
        workbench.page_shown.connect(self._refill)
        desk.announced.connect(self.banners.announce)
        desk.outdated.connect(self.banners.drop)
        desk.away_changed.connect(self._show_away)
        desk.erasure_wanted.connect(lambda people: erase_people(self.frame, people))
        desk.changed.connect(lambda _changes: self.commands.refresh())
        desk.meeting_changed.connect(self.commands.refresh)
        self.frame.workbench = workbench
        self._stack.addWidget(workbench)
        self._stack.setCurrentWidget(workbench)
        self._respeak()

    def _show_away(self, is_away: bool) -> None:  # noqa: FBT001 - a signal's own
        """Tell while the server does not answer, and that it does again."""
        desk = self._opener.desk
        if desk is None:
            return
        place = shown_address(desk.workspace.address)
        self.banners.drop(self._away)
        if not is_away:
            back = message("The server of {place} answers again.", place=place)
            self.banners.announce(Severity.NOTES, self._screen.say(back))
            return
        self._away = self._screen.say(
            message(
                "The server of {place} does not answer. Nothing can be changed, and what others do does not "
                "show, until it does; the window goes on by itself then.",
                place=place,
            )
        )
        self.banners.announce(Severity.WARNS, self._away)

    def _leave_dialogue(self) -> None:
        workbench, self.frame.workbench = self.frame.workbench, None
        self.banners.clear()
        self.show_welcome()
        if workbench is not None:
            self._commit_typing()
            self._stack.removeWidget(workbench)
            workbench.deleteLater()
        self._respeak()

    def _respeak(self) -> None:
        desk = self._opener.desk
        if desk is None:
            self.setWindowTitle(self._screen.say(message("Alternat")))
        else:
            title = message("{dialogue} – Alternat", dialogue=desk.workspace.name)
            if not desk.workspace.is_writable:
                title = message("{dialogue} (reading only) – Alternat", dialogue=desk.workspace.name)
            self.setWindowTitle(self._screen.say(title))
        self._refill()

    def _refill(self) -> None:
        self.commands.refresh()
        self._menus.fill()

    def _commit_typing(self) -> None:
        """Leave the field being typed into, so that what stands in it is saved."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, close the dialogue, and remember the window's place."""
        self._commit_typing()
        self._settings.change(window=self.saveGeometry().toBase64().toStdString())
        self._opener.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a dialogue file that is dragged over the window."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dialogue file that is dropped on the window."""
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self._opener.open(path)


def dropped_file(data: QMimeData) -> str:
    """Return the path of the dialogue file that is being dragged, empty where there is none."""
    paths = (url.toLocalFile() for url in data.urls())
    return next((path for path in paths if path.endswith(SUFFIX)), "")
