"""The differences of a text: choose one to see both places, dismiss it with a reason, or tell of it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alternat.language.messages import counted, message
from alternat.planning.concordance.differences import Difference
from alternat.planning.concordance.wording import sentence
from alternat.planning.text_states import TextDifferences
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.text_fields import LineField

_ROWS = 4


LOOKING = message("Differences are being looked for.")


class DifferencesPanel(QWidget):
    """A list with what can be done about the chosen one."""

    chosen = Signal()
    """Another difference was chosen, or none."""
    place_wanted = Signal()
    """Return was pressed: the cursor is to go to the place."""
    dismiss_wanted = Signal(str, str)
    """The key of a difference and the reason."""
    restore_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._entries: list[tuple[Difference, str | None]] = []
        self._text: object = None
        self._begun: dict[tuple[object, str], str] = {}
        """The reasons that are being typed, by the text and the key of the difference they are for."""
        self.wording = Wording(screen)
        self._title = label("caption-strong")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(self.list.setAccessibleName, message("Differences"))
        self.reason = LineField()
        self.wording.put(self.reason.setAccessibleName, message("Why it is no fault"))
        self.wording.put(self.reason.setPlaceholderText, message("Why it is no fault"))
        self.dismiss = Button(screen, message("Dismiss"), icon="check")
        self.restore = Button(screen, message("Tell of it again"), icon="rotate-ccw")
        self.list.currentRowChanged.connect(self._follow)
        self.list.itemActivated.connect(lambda _: self.place_wanted.emit())
        self.reason.textChanged.connect(self._keep)
        self.reason.returnPressed.connect(self._dismiss)
        self.dismiss.clicked.connect(self._dismiss)
        self.restore.clicked.connect(self._restore)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.reason, 1)
        row.addWidget(self.dismiss)
        row.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addWidget(self.list)
        column.addLayout(row)

    @property
    def current(self) -> Difference | None:
        """The chosen difference."""
        row = self.list.currentRow()
        return self._entries[row][0] if 0 <= row < len(self._entries) else None

    @property
    def all_open(self) -> tuple[Difference, ...]:
        """The differences that are not dismissed."""
        return tuple(each for each, reason in self._entries if reason is None)

    def show_differences(self, differing: TextDifferences | None, text: object) -> None:
        """Show those of a text, the open ones first, or that they are being looked for.

        The chosen one of the same text stays chosen; each has the reason that is being typed for it alone.
        """
        current = self.current if text == self._text else None
        self._text = text
        self._entries = []
        if differing is not None:
            self._entries += [(each, None) for each in differing.open]
            self._entries += [(each, by.reason) for each, by in differing.dismissed]
        say = self._screen.say
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        for each, reason in self._entries:
            told = sentence(each)
            if reason is not None:
                told = message("Dismissed ({reason}): {difference}", reason=reason, difference=told)
            item = QListWidgetItem(say(told))
            if reason is not None:
                item.setForeground(self._screen_colour())
            self.list.addItem(item)
        keys = [each.key for each, _ in self._entries]
        self.list.setCurrentRow(keys.index(current.key) if current and current.key in keys else 0)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own
        count = len(self.all_open)
        title = counted("{count} difference", "{count} differences", count)
        if differing is None:
            title = LOOKING
        elif not count:
            title = message("No differences found.")
        self._title.setText(say(title))
        self.list.setVisible(bool(self._entries))
        self._measure()
        self._show_begun()

    def forget(self, text: object, difference: str) -> None:
        """Put away the reason that was typed for a difference: it has been dismissed with it."""
        self._begun.pop((text, difference), None)
        self._show_begun()

    def choose(self, language: str) -> None:
        """Choose the first open difference that has a place in a language, else the first one."""
        for row, (each, reason) in enumerate(self._entries):
            if reason is None and language in each.languages:
                self.list.setCurrentRow(row)
                return

    def _screen_colour(self) -> QColor:
        return QColor(self._screen.palette.muted)

    def _measure(self) -> None:
        rows = min(max(len(self._entries), 1), _ROWS)
        line = self.list.fontMetrics().lineSpacing()
        self.list.setFixedHeight(rows * (2 * line + Space.S) + Space.S)

    def _follow(self, _row: int) -> None:
        self._show_begun()
        self.chosen.emit()

    def _show_begun(self) -> None:
        """Show the reason that is being typed for the chosen difference."""
        current = self.current
        begun = self._begun.get((self._text, current.key), "") if current is not None else ""
        if self.reason.text() != begun:
            self.reason.setText(begun)
        self._offer()

    def _keep(self, reason: str) -> None:
        current = self.current
        if current is not None:
            self._begun[self._text, current.key] = reason
        self._offer()

    def _offer(self) -> None:
        row = self.list.currentRow()
        is_there = 0 <= row < len(self._entries)
        is_dismissed = is_there and self._entries[row][1] is not None
        self.reason.setVisible(is_there and not is_dismissed)
        self.dismiss.setVisible(is_there and not is_dismissed)
        self.dismiss.setEnabled(bool(self.reason.text().strip()))
        self.restore.setVisible(is_dismissed)

    def _dismiss(self) -> None:
        current, reason = self.current, self.reason.text().strip()
        if current is not None and reason:
            self.dismiss_wanted.emit(current.key, reason)

    def _restore(self) -> None:
        if self.current is not None:
            self.restore_wanted.emit(self.current.key)
