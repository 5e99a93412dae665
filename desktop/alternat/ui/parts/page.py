"""What every page of the window is: built once, loaded when what it read has changed, retranslated live."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from alternat.language.messages import Message
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import surface
from alternat.ui.look.wording import Wording


class Page(QWidget):
    """A page: `build` makes its controls, `load` fills them, `retranslate` renames them; no business rules.

    A page that is not in view does not load; it catches up when it is shown. It loads again once a table
    has changed that it read while it was built or loaded, or later in a block of `self.reads.noting()`.
    Fixed texts are given to `self.wording`, which says them again in another language.
    """

    search_prompt: ClassVar[Message | None] = None
    """What the header's search field asks for; None where the page has nothing to search."""
    inspector_wanted = Signal()
    """The cursor is about to go into the page's inspector, which has to show for that."""
    commands_changed = Signal()
    """The page offers other commands, another search or another inspector than it did."""
    search_ended = Signal()
    """The page no longer narrows to what was searched for, so the search field is to be emptied."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.wording = Wording(desk.screen)
        self.reads = Reads(desk, self)
        self._is_stale = True
        surface(self, "page")
        with self.reads.noting():
            self.build()
            self.retranslate()
        desk.changed.connect(self._on_changes)
        desk.meeting_changed.connect(self._reload)
        desk.day_turned.connect(self._begin_day)
        desk.screen.language_changed.connect(self._respeak)

    def build(self) -> None:
        """Make the controls; called once."""

    def load(self) -> None:
        """Fill the controls from the desk's tables and meeting."""

    def retranslate(self) -> None:
        """Rename what `self.wording` does not know; what `load` writes need not be repeated here."""

    def say(self, text: Message) -> str:
        """Return a message in the screen language."""
        return self.desk.screen.say(text)

    def primary_action(self) -> QAction | None:
        """Return the page's one primary action, which the header shows as its filled button."""
        return None

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the page's other commands, for the menu and for the command palette."""
        return ()

    def inspector(self) -> QWidget | None:
        """Return what stands on the right of the page, or None; asked for once."""
        return None

    def search(self, text: str) -> None:
        """Narrow the page to what matches `text`."""

    def show_place(self, place: Place) -> None:
        """Bring what the page shows into view, with the cursor in the field where one is named.

        A page hands the place on to its own parts; nothing else listens for it.
        """

    def catch_up(self) -> None:
        """Load now if anything has changed since the page last did."""
        if self._is_stale:
            self.fill()

    def fill(self) -> None:
        """Load now, and note what is read."""
        self._is_stale = False
        with self.reads.noting():
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up before the page is seen."""
        self.catch_up()
        super().showEvent(event)

    def _on_changes(self, changes: Changes) -> None:
        if self.reads.touched_by(changes):
            self._reload()

    def _reload(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.catch_up()

    def _begin_day(self) -> None:
        """Say everything again that depends on the day."""
        with self.reads.noting():
            self.retranslate()
        self._reload()

    def _respeak(self) -> None:
        self.wording.say_again()
        with self.reads.noting():
            self.retranslate()
        self._reload()
