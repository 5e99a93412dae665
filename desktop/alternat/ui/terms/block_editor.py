"""One block of the terms on the page: its mark, its texts in three columns, and what can be done with it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.terms.outline import Block, Line
from alternat.ui.terms.text_cell import TextCell


def gutters(screen: Screen) -> tuple[int, int]:
    """Return how wide the marks before the texts and the buttons after them are."""
    return min(screen.px(128), 190), min(screen.px(34), 44)


class BlockEditor(QWidget):
    """Edits one block in place.

    A block that is not in the dialogue yet is a draft: one empty line, and what is typed first adds it.
    """

    committed = Signal(str, object)
    """A text was changed: the field, and the whole new label."""
    move_wanted = Signal(int)
    remove_wanted = Signal()
    restore_wanted = Signal()
    left = Signal()
    """The cursor has left the block."""

    def __init__(self, screen: Screen, block: Block) -> None:
        super().__init__()
        self._screen = screen
        self._block = block
        self._cells: list[dict[Language, TextCell]] = []
        self._captions: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(2)
        for column in range(1, 4):
            self._grid.setColumnStretch(column, 1)
        self._menu_button = IconButton(screen, message("What can be done with this text"), "ellipsis")
        self._menu_button.clicked.connect(self._open_menu)
        self._grid.addWidget(self._menu_button, 0, 4, Qt.AlignmentFlag.AlignTop)
        screen.theme_changed.connect(self._measure)
        self._measure()
        self.show_block(block)

    @property
    def block(self) -> Block:
        """The block as shown last."""
        return self._block

    def show_block(self, block: Block) -> None:
        """Show a block, or what has become of the one shown."""
        self._block = block
        for at, line in enumerate(block.lines):
            if at == len(self._cells):
                self._add_line(at)
            self._show_line(at, line)
        self._menu_button.setVisible(bool(block.number) or block.is_edited)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed in any field."""
        return not any(cell.text.strip() for line in self._cells for cell in line.values())

    def focus_field(self, field: str, language: Language) -> None:
        """Put the cursor into a field in a language."""
        fields = [line.field for line in self._block.lines]
        cells = self._cells[fields.index(field) if field in fields else 0]
        cells[language].edit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the block with Alt+Up and Alt+Down, and remove it with Ctrl+Delete, from any of its fields."""
        if event.type() is QEvent.Type.FocusOut:
            # Where the focus goes is known only once it is there.
            QTimer.singleShot(0, self, self._tell_if_left)
        if self._block.number and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if control and event.key() == Qt.Key.Key_Delete:
                self.remove_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _tell_if_left(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.left.emit()

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the block."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._block.number:
            self._offer(menu, message("Move up"), "arrow-up", "Alt+Up", lambda: self.move_wanted.emit(-1))
            self._offer(
                menu, message("Move down"), "arrow-down", "Alt+Down", lambda: self.move_wanted.emit(1)
            )
        if self._block.is_edited:
            restore = message("Restore the original wording")
            self._offer(menu, restore, "rotate-ccw", "", self.restore_wanted.emit)
        if self._block.number:
            self._offer(menu, message("Remove"), "trash-2", "Ctrl+Del", self.remove_wanted.emit)
        return menu

    def _offer(self, menu: QMenu, title: Message, icon: str, keys: str, act: object) -> None:
        action = QAction(self._screen.icon(icon), self._screen.say(title), menu)
        action.setShortcut(QKeySequence(keys))
        # The keys are shown only: a shortcut of many menus at once would be ambiguous.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        menu.addAction(action)

    def _open_menu(self) -> None:
        self.menu().popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _add_line(self, at: int) -> None:
        caption = label("muted", wrap=True)
        caption.setContentsMargins(0, 5, Space.S, 0)
        self._captions.append(caption)
        self._grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
        cells = {}
        for column, language in enumerate(Language, 1):
            cell = TextCell(self._screen, language)
            cell.committed.connect(lambda language, text, at=at: self._commit(at, language, text))
            cell.editing.connect(lambda field: field.installEventFilter(self))
            cells[language] = cell
            self._grid.addWidget(cell, at, column)
        self._cells.append(cells)
        # The button stands after the texts, so it comes after them on the keyboard too.
        QWidget.setTabOrder(cells[Language.ZH].resting, self._menu_button)
        self._measure()

    def _show_line(self, at: int, line: Line) -> None:
        caption = self._screen.say(line.caption)
        is_first = at == 0
        self._captions[at].setText(self._block.mark if is_first and self._block.mark else caption)
        spoken = f"{caption} {self._block.mark}".strip()
        for cell in self._cells[at].values():
            cell.show_line(line, spoken)

    def _commit(self, at: int, language: Language, text: str) -> None:
        line = self._block.lines[at]
        self.committed.emit(line.field, line.label.with_text(language, text.strip()))

    def _measure(self) -> None:
        mark, button = gutters(self._screen)
        for caption in self._captions:
            caption.setFixedWidth(mark)
        for cells in self._cells:
            for cell in cells.values():
                cell.measure()
        self._menu_button.setFixedWidth(button)
        self._grid.setColumnMinimumWidth(4, button)


def draft(caption: Message, table: str, field: str) -> Block:
    """Return the empty block that stands for one to be added."""
    return Block(table, 0, "", (Line(field, Label(), caption, required=False),))
