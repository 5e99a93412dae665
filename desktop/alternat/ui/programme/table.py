"""The programme as a table, the twin of the timeline: one row a session, most cells edited in place."""

from collections.abc import Callable, Collection, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from alternat.language.called import shown_name
from alternat.language.formats import sentence_case, short_date
from alternat.language.messages import message
from alternat.language.vocabulary import member_label
from alternat.nouns.programme import SessionKind
from alternat.planning.findings import Severity
from alternat.planning.programme import Programme, SessionPlan
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ROW_HEIGHT
from alternat.ui.parts.choices import members
from alternat.ui.parts.clocks import read_clock
from alternat.ui.parts.tables.editors import ChoiceEditor, TextEditor
from alternat.ui.parts.tables.rows import Index, RowsModel
from alternat.ui.parts.widgets.date_field import read_day
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour
from alternat.ui.programme.choices import room_choices
from alternat.ui.programme.timeline.cards import times_of
from alternat.ui.programme.timeline.kinds import KIND_ICONS

Write = Callable[[int, Mapping[str, object]], bool]
"""Changes fields of a session, and answers whether that was done."""
ROLE = Qt.ItemDataRole


class Field(IntEnum):
    """The columns of the table."""

    DAY = 0
    START = 1
    END = 2
    MINUTES = 3
    TITLE = 4
    KIND = 5
    ROOM = 6
    CHAIRS = 7
    STATE = 8
    FINDING = 9


TITLES = {
    Field.DAY: message("Day"),
    Field.START: message("Start"),
    Field.END: message("End"),
    Field.MINUTES: message("Minutes"),
    Field.TITLE: message("Title"),
    Field.KIND: message("Kind"),
    Field.ROOM: message("Room"),
    Field.CHAIRS: message("Chairs"),
    Field.STATE: message("State"),
    Field.FINDING: message("Finding"),
}
EDITED = frozenset({Field.DAY, Field.START, Field.MINUTES, Field.TITLE, Field.KIND, Field.ROOM})


class SessionsModel(RowsModel[SessionPlan]):
    """The sessions in the order of time."""

    def __init__(self, screen: Screen, write: Write, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._write = screen, write
        self.programme: Programme | None = None
        self._findings: Mapping[int, Severity] = {}

    def key(self, value: SessionPlan) -> int:
        """Return the id of a session."""
        return value.id

    def show_programme(self, programme: Programme, findings: Mapping[int, Severity]) -> None:
        """Show the sessions of a programme."""
        self.programme, self._findings = programme, findings
        self.show(tuple(programme.sessions.values()))
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Field) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Field)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self._screen.say(TITLES[Field(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that most cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if Field(index.column()) in EDITED else flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """Return what a cell shows, or the value that its editor starts with."""
        session, field = self.value(index.row()), Field(index.column())
        if role in {ROLE.DisplayRole, ROLE.ToolTipRole}:
            return self._text(session, field)
        if role == ROLE.EditRole:
            return self._edited(session, field)
        if role == ROLE.DecorationRole and field is Field.KIND:
            return self._screen.icon(KIND_ICONS[session.kind])
        if role == ROLE.DecorationRole and field is Field.FINDING and session.id in self._findings:
            severity = self._findings[session.id]
            colour = severity_colour(severity, self._screen.palette)
            return self._screen.icon(SEVERITY_LOOKS[severity].icon, colour=colour)
        if role == ROLE.FontRole and session.is_cancelled and field is Field.TITLE:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        """Write what was typed or chosen."""
        session, field = self.value(index.row()), Field(index.column())
        wanted = self._read(session, field, value)
        return role == ROLE.EditRole and wanted is not None and self._write(session.id, wanted)

    def _read(self, session: SessionPlan, field: Field, value: Any) -> dict[str, object] | None:
        if field in {Field.KIND, Field.ROOM}:
            return {field.name.lower(): value}
        text = str(value).strip()
        if field is Field.TITLE:
            return {"title": session.title.with_text(self._screen.language, text)}
        if field is Field.MINUTES:
            return {"minutes": int(text)} if text.isascii() and text.isdigit() else None
        found = read_day(text) if field is Field.DAY else read_clock(text)
        return {field.name.lower(): found} if found is not None else None

    def _edited(self, session: SessionPlan, field: Field) -> object:
        values: dict[Field, object] = {
            Field.DAY: session.day.isoformat(),
            Field.START: f"{session.start:%H:%M}",
            Field.MINUTES: str(session.minutes),
            Field.TITLE: session.title.text(self._screen.language),
            Field.KIND: session.kind,
            Field.ROOM: session.room,
        }
        return values.get(field)

    def _text(self, session: SessionPlan, field: Field) -> str:
        screen = self._screen
        if field in {Field.START, Field.END}:
            start, _, end = times_of(session, session.time_zone, screen.catalog).partition("–")
            return start if field is Field.START else end
        texts: dict[Field, Callable[[], str]] = {
            Field.DAY: lambda: short_date(session.day, screen.language),
            Field.MINUTES: lambda: str(session.minutes),
            Field.TITLE: lambda: screen.read(session.title),
            Field.KIND: lambda: sentence_case(screen.read(member_label(session.kind))),
            Field.ROOM: lambda: self._room(session),
            Field.CHAIRS: lambda: self._chairs(session),
            Field.STATE: lambda: self._state(session),
            Field.FINDING: lambda: self._finding(session),
        }
        return texts[field]()

    def _room(self, session: SessionPlan) -> str:
        room = self._shown.rooms.get(session.room or 0)
        none = message("No room")
        return f"{room.code} · {self._screen.read(room.name)}" if room else self._screen.say(none)

    def _chairs(self, session: SessionPlan) -> str:
        chairs = (self._shown.people.get(person) for person in session.chairs.values())
        return ", ".join(self._screen.read(shown_name(each)) for each in chairs if each)

    def _state(self, session: SessionPlan) -> str:
        marks = ((session.is_cancelled, message("Cancelled")), (session.is_fixed, message("Fixed")))
        return " · ".join(self._screen.say(word) for is_so, word in marks if is_so)

    def _finding(self, session: SessionPlan) -> str:
        severity = self._findings.get(session.id)
        return self._screen.say(SEVERITY_LOOKS[severity].word) if severity else ""

    @property
    def _shown(self) -> Programme:
        assert self.programme is not None, "rows come with their programme"
        return self.programme


class SessionCells(QStyledItemDelegate):
    """Opens a field or a list in a cell."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a list for kinds and rooms, else a line of text."""
        del option
        model, field = index.model(), Field(index.column())
        assert isinstance(model, SessionsModel)
        assert model.programme is not None
        if field is Field.KIND:
            return ChoiceEditor(members(self._screen.catalog, SessionKind), parent)
        if field is Field.ROOM:
            return ChoiceEditor(room_choices(model.programme, self._screen.catalog), parent)
        return TextEditor(parent)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the value to start with."""
        assert isinstance(editor, TextEditor | ChoiceEditor)
        editor.begin(index.data(ROLE.EditRole))

    def setModelData(
        self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write the answer, if it is another one."""
        assert isinstance(editor, TextEditor | ChoiceEditor)
        assert isinstance(model, SessionsModel)
        if (answer := editor.answer()) != index.data(ROLE.EditRole):
            model.setData(index, answer)


class SessionTable(QTableView):
    """The table of sessions; whole rows are selected, single cells are edited."""

    selection_changed = Signal()
    details_wanted = Signal()

    def __init__(self, screen: Screen, write: Write, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self.sessions = SessionsModel(screen, write, self)
        self.setModel(self.sessions)
        self.setItemDelegate(SessionCells(screen, self))
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.DoubleClicked | view.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    @property
    def selected(self) -> tuple[int, ...]:
        """The selected sessions in the order of time."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.sessions.value(row).id for row in rows)

    def show_programme(self, programme: Programme, findings: Mapping[int, Severity]) -> None:
        """Show the sessions of a programme, each column as wide as its words."""
        self.sessions.show_programme(programme, findings)
        self.verticalHeader().setDefaultSectionSize(self._screen.px(ROW_HEIGHT))
        self.resizeColumnsToContents()
        for field, widest in ((Field.TITLE, 280), (Field.CHAIRS, 200), (Field.ROOM, 200)):
            self.setColumnWidth(field, min(self.columnWidth(field), self._screen.px(widest)))

    def follow(self, programme: Programme, findings: Mapping[int, Severity]) -> None:
        """Show a programme in which little has changed; the columns stay as wide as they are."""
        self.sessions.show_programme(programme, findings)

    def choose(self, sessions: Collection[int]) -> None:
        """Select several sessions."""
        if set(self.selected) == set(sessions):
            return
        rows = QItemSelection()
        for row in (self.sessions.row_of(session) for session in sessions):
            if row is not None:
                rows.select(self.sessions.index(row, 0), self.sessions.index(row, len(Field) - 1))
        self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select(self, session: int) -> None:
        """Select one session and bring it into view; 0 selects none."""
        row = self.sessions.row_of(session)
        if row is None:
            self.clearSelection()
        elif self.selected != (session,):
            flag = QItemSelectionModel.SelectionFlag
            index = self.sessions.index(row, Field.DAY)
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the details on Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)
