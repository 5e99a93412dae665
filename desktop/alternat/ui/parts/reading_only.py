"""A dialogue open for reading only: its fields take no typing, its commands wait, and both say why."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.search_field import SearchField
from alternat.ui.parts.widgets.wheel import DayField, DropDown, MeasureField, NumberField

_READS = "only-reads"
_WRITES = "only-writes"
READING_ONLY = message(
    "This dialogue is open for reading only. Open it for editing to change it: File, Open…"
)

_WAKES = frozenset(
    {QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange}
)
"""Events after which a control might take an edit; one that was measured is polished before it has a page."""
_TYPED = QLineEdit | QPlainTextEdit
_CHOSEN = NumberField | MeasureField | DayField | DropDown | QAbstractButton


def only_reads(*things: QObject) -> None:
    """Mark controls, what holds controls, or commands as writing nothing, so that they are never held."""
    for each in things:
        each.setProperty(_READS, True)  # noqa: FBT003 - the value of a property of Qt


def only_writes(*things: QObject) -> None:
    """Mark controls, or what holds controls, in the body of a page as writing: they rest while only read."""
    for each in things:
        each.setProperty(_WRITES, True)  # noqa: FBT003 - the value of a property of Qt


class ReadingOnly(QObject):
    """Keeps what stands in some parts of a window from being changed, also what is made there later.

    One filter for the whole application costs time, but there is one only while nothing can be edited.
    """

    def __init__(self, screen: Screen, owner: QWidget) -> None:
        super().__init__(owner)
        self._screen = screen
        self._pages: list[QWidget] = []
        self._inspectors: list[QWidget] = []
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def guard(self, page: QWidget, inspector: QWidget | None, actions: tuple[QAction, ...]) -> None:
        """Keep a page, its inspector and its commands from changing anything."""
        if page.property(_READS):
            return
        self._pages.append(page)
        if inspector is not None:
            self._inspectors.append(inspector)
        for root in filter(None, (page, inspector)):
            for widget in root.findChildren(QWidget):
                self._hold(widget)
        for action in actions:
            if not action.property(_READS):
                action.changed.connect(lambda action=action: self._rest(action))
                self._rest(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a control that has come into being, or that its page has released."""
        if event.type() in _WAKES and isinstance(watched, QWidget):
            self._hold(watched)
        return False

    def _rest(self, action: QAction) -> None:
        reason = self._screen.say(READING_ONLY)
        if not isValid(action) or (action.toolTip() == reason and not action.isEnabled()):
            return
        action.setToolTip(reason)
        action.setEnabled(False)

    def _hold(self, widget: QWidget) -> None:
        if isinstance(widget, QAbstractItemView):
            if self._is_in(widget, self._pages) and not isinstance(widget, QListView):
                widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
                widget.setDragEnabled(False)
                widget.setAcceptDrops(False)
        elif isinstance(widget, _TYPED):
            self._hold_field(widget)
        elif isinstance(widget, _CHOSEN) and widget.isEnabled() and self._changes_something(widget):
            self._tell(widget)
            widget.setEnabled(False)

    def _changes_something(self, widget: QWidget) -> bool:
        """Return whether a control stands in an inspector, or where the body of a page writes."""
        if self._is_in(widget, self._inspectors):
            return True
        each: QWidget | None = widget
        while each is not None and not each.property(_WRITES):
            each = each.parentWidget()
        return each is not None and self._is_in(widget, self._pages)

    def _hold_field(self, field: QLineEdit | QPlainTextEdit) -> None:
        is_free = field.isReadOnly() or isinstance(field, SearchField)
        if not is_free and self._is_in(field, (*self._pages, *self._inspectors)):
            self._tell(field)
            field.setReadOnly(True)

    def _tell(self, widget: QWidget) -> None:
        widget.setToolTip(self._screen.say(READING_ONLY))

    def _is_in(self, widget: QWidget, roots: "tuple[QWidget, ...] | list[QWidget]") -> bool:
        """Return whether a control stands in one of these parts, and in nothing that only reads."""
        each: QWidget | None = widget
        while each is not None and not each.property(_READS):
            if each in roots:
                return True
            each = each.parentWidget()
        return False
