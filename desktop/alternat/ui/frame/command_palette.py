"""One field that finds everything: pages, commands, people, meetings, documents and what records say."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QHideEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from alternat.documents.kinds.registry import KINDS
from alternat.language.called import NameForms, by_script, spellings
from alternat.language.messages import Message, message
from alternat.nouns.all import NOUNS
from alternat.planning.record_texts import FoundRecord
from alternat.planning.texts import PROVISION_NAMES
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import meetings_in_view
from alternat.ui.desk.place import Place
from alternat.ui.frame.pages import PAGES, is_shown
from alternat.ui.frame.record_finder import RecordFinder
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import hairline, surface
from alternat.ui.look.tokens import ROW_HEIGHT, Space
from alternat.ui.parts.tables.searching import Query, searchable
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY

Index = QModelIndex | QPersistentModelIndex
HINT = Qt.ItemDataRole.UserRole + 1
SHOWN_AT_MOST = 40
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the palette leads to."""

    text: str
    kind: Message
    icon: str
    searched: str
    go: Callable[[], object]
    hint: str = ""
    place: Place | None = None
    """The row that it leads to, by which it is known again among the records."""


class GoalDelegate(QStyledItemDelegate):
    """Draws what a goal is, or its keys, at the end of its line."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line, and the hint at its end."""
        super().paint(painter, option, index)
        rect: QRect = option.rect
        painter.setPen(QColor(self._screen.palette.muted))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -Space.M, 0), flags, str(index.data(HINT)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the usual size of a row."""
        return QSize(super().sizeHint(option, index).width(), self._screen.px(ROW_HEIGHT))


class CommandPalette(QFrame):
    """Opens over the window; typing narrows, Up and Down choose, Enter goes, Escape closes."""

    def __init__(
        self, desk: Desk, actions: Sequence[QAction], records: RecordFinder, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "popup")
        self._screen, self._desk, self._records = desk.screen, desk, records
        self._goals = (
            *_pages(desk),
            *_documents(desk),
            *_commands(actions),
            *_meetings(desk),
            *_people(desk),
        )
        self.field = QLineEdit()
        self.field.setProperty("kind", "palette")
        prompt = desk.screen.say(message("Go to a person, a page, a meeting or a command"))
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(desk.screen.say(message("Results")))
        self.list.setItemDelegate(GoalDelegate(desk.screen, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, Space.S)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(hairline())
        column.addWidget(self.list)
        self.setFixedSize(desk.screen.px(560), desk.screen.px(400))
        self.setFocusProxy(self.field)
        self._narrow("")
        records.filled.connect(self._narrow_again)

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, window.height() // 8)))
        self.show()
        self.field.setFocus()
        self._records.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more records while nobody looks for any."""
        self._records.pause()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list and Enter go, while the cursor stays in the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in MOVES:
                row = self.list.currentRow() + MOVES[Qt.Key(event.key())]
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._go(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        query = Query.of(typed)
        found = [goal for goal in self._goals if query.matches(goal.searched)] if query else self._at_first()
        if len(found) < SHOWN_AT_MOST:
            found = [*found, *self._in_records(typed, {goal.place for goal in found})]
        self.list.clear()
        for goal in found[:SHOWN_AT_MOST]:
            hint = goal.hint or self._screen.say(goal.kind)
            item = QListWidgetItem(self._screen.icon(goal.icon), goal.text)
            item.setData(Qt.ItemDataRole.UserRole, goal)
            item.setData(HINT, hint)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{goal.text}, {hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _narrow_again(self) -> None:
        """Show what can be found now that all records are there; the choice stays in its row."""
        row = self.list.currentRow()
        self._narrow(self.field.text())
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _in_records(self, typed: str, others: Collection[Place | None]) -> list[Goal]:
        """Return the records that have all the words, each by the place of the first, without those there."""
        return [
            _record(self._desk, found)
            for found in self._records.search(typed, SHOWN_AT_MOST).records
            if is_shown(Place(found.table)) and Place(found.table, found.key) not in others
        ]

    def _at_first(self) -> list[Goal]:
        return [goal for goal in self._goals if goal.icon != "user"]

    def _go(self, item: QListWidgetItem | None) -> None:
        self.close()
        if item is not None:
            goal: Goal = item.data(Qt.ItemDataRole.UserRole)
            goal.go()


def _pages(desk: Desk) -> list[Goal]:
    goals = []
    for page in PAGES:
        text = desk.screen.say(page.title)
        searched = searchable([text, page.title.template])
        goals.append(Goal(text, message("Page"), page.icon, searched, _to_page(desk, page.id)))
    return goals


def _to_page(desk: Desk, page: str) -> Callable[[], None]:
    return lambda: desk.show_page(page)


def _documents(desk: Desk) -> list[Goal]:
    goals = []
    for kind in KINDS:
        text = desk.screen.say(kind.title)
        searched = searchable([text, kind.title.template])
        goals.append(Goal(text, message("Document"), "printer", searched, _to_document(desk, kind.id)))
    return goals


def _to_document(desk: Desk, kind: str) -> Callable[[], None]:
    return lambda: desk.show_place(Place("document", field=kind))


def _commands(actions: Sequence[QAction]) -> list[Goal]:
    goals = []
    for action in actions:
        if action.isEnabled() and action.text():
            text = action.text().replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            name = str(action.property(ICON_PROPERTY) or "command")
            goals.append(Goal(text, message("Command"), name, searchable([text]), action.trigger, keys))
    return goals


def _record(desk: Desk, found: FoundRecord) -> Goal:
    place, text = Place(found.table, found.key), found.excerpt
    if found.called:
        text = f"{desk.screen.read(found.called)} · {text}"
    kind = message("Person") if found.table == "person" else _named(desk, found)
    if found.language not in (None, desk.screen.language):
        # Nobody should wonder why a text in another language stands there.
        kind = message("{record} ({language})", record=kind, language=found.language)
    return Goal(text, kind, "search", "", lambda: desk.show_place(place), place=place)


def _named(desk: Desk, found: FoundRecord) -> Message:
    """Return what a record is called: provisions by their names, since nobody says their codes."""
    table = desk.tables.Provision
    row = table.get_or_none(table.id == found.key) if found.table == "provision" else None
    if row is None:
        return Message(NOUNS[found.table].named, {"name": found.name})
    name = row.short or row.text
    if row.kind in PROVISION_NAMES:
        return PROVISION_NAMES[row.kind](name)
    return Message(NOUNS[found.table].named, {"name": name})


def _meetings(desk: Desk) -> list[Goal]:
    goals = []
    for each in meetings_in_view(desk.tables):
        city = each.city
        searched = searchable([each.reference, str(each.year), city.en, city.fr, city.zh])
        goals.append(
            Goal(
                *(each.title(desk.screen), message("Meeting"), "calendar", searched),
                _to_meeting(desk, each.id),
                place=Place("meeting", each.id),
            )
        )
    return goals


def _to_meeting(desk: Desk, meeting: int) -> Callable[[], None]:
    return lambda: desk.set_meeting(meeting)


def _people(desk: Desk) -> list[Goal]:
    person, side = desk.tables.Person, desk.tables.Side
    countries = {row.id: desk.screen.read(row.country) for row in side.select()}
    rows = person.select(
        person.id,
        person.side,
        person.family,
        person.given,
        person.name_zh,
        person.printed_name,
        person.sort_key,
        person.name_order,
    ).tuples()
    goals = []
    # peewee's stubs do not know that `tuples` makes tuples of the rows.
    for key, of_side, *parts in cast("Iterable[tuple[Any, ...]]", rows):
        name = NameForms(*parts)
        text = "  ".join(by_script(name))
        searched = searchable([*spellings(name), name.sort_key])
        goals.append(
            Goal(
                *(text, message("Person"), "user", searched, _to_person(desk, key), countries[of_side]),
                place=Place("person", key),
            )
        )
    return goals


def _to_person(desk: Desk, person: int) -> Callable[[], None]:
    return lambda: desk.show_place(Place("person", person))
