"""One section of the terms on the page: its title, its blocks in order, and the button that adds one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import hairline, label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.tag import SideDot
from alternat.ui.terms.block_editor import BlockEditor, draft
from alternat.ui.terms.outline import Adding, Block, Section

ADD_WORDS: dict[Adding, Message] = {
    Adding.ENTITY: message("Add an entity"),
    Adding.TOPIC: message("Add a topic"),
    Adding.EXISTING_DIALOGUE: message("Add an existing dialogue"),
    Adding.OBJECTIVE: message("Add an objective"),
    Adding.RULE: message("Add a rule"),
}


class SectionView(QWidget):
    """Shows a section; blocks keep their widgets, and so the cursor, as long as they exist."""

    block_made = Signal(object)
    """A `BlockEditor` was made; whoever owns the page connects it."""
    add_wanted = Signal(object, object)
    """A block is to be added: the section, and its first text."""

    def __init__(self, screen: Screen, section: Section) -> None:
        super().__init__()
        only_writes(self)
        self._screen, self._section = screen, section
        self._editors: dict[tuple[str, int, str], BlockEditor] = {}
        self._draft: BlockEditor | None = None
        self._is_adding = False
        self._title, self._numeral = label("title"), label("muted")
        self._dot = SideDot(screen, section.colour)
        self._dot.setHidden(not section.colour)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.L, 0, Space.S)
        self._column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        for widget in (self._dot, self._title, self._numeral):
            head.addWidget(widget)
        head.addStretch()
        self._column.addLayout(head)
        self._column.addWidget(hairline())
        self._column.addLayout(self._blocks)
        self._add: Button | None = None
        if section.adding is not Adding.NOTHING:
            self._add = Button(screen, ADD_WORDS[section.adding], icon="plus", kind="link")
            self._add.clicked.connect(self.begin_adding)
            self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_section(section)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the blocks that is not a text in three languages."""
        self._column.addWidget(widget)

    @property
    def section(self) -> Section:
        """The section as shown last."""
        return self._section

    def editors(self) -> tuple[BlockEditor, ...]:
        """Return the editors of the blocks, in order."""
        return tuple(self._editors[block.key] for block in self._section.blocks)

    def show_section(self, section: Section) -> None:
        """Show what has become of the section."""
        self._section = section
        self._title.setText(self._screen.say(section.title))
        self._numeral.setText(section.numeral)
        wanted = {block.key: block for block in section.blocks}
        for gone in [key for key in self._editors if key not in wanted]:
            editor = self._editors.pop(gone)
            self._blocks.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        for at, (key, block) in enumerate(wanted.items()):
            editor = self._editors.get(key) or self._make(block)
            self._editors[key] = editor
            editor.show_block(block)
            if self._blocks.indexOf(editor) != at:
                self._blocks.removeWidget(editor)
                self._blocks.insertWidget(at, editor)

    def narrow(self, admits: Callable[[Block], bool]) -> None:
        """Show only the blocks that `admits` lets through, and the section only if there is one."""
        shown = 0
        for editor in self.editors():
            is_shown = admits(editor.block)
            editor.setVisible(is_shown)
            shown += is_shown
        self.setVisible(bool(shown) or not self._section.blocks)

    def begin_adding(self) -> None:
        """Offer an empty block to type the new one into."""
        if self._draft is None:
            field = "name" if self._section.adding is Adding.ENTITY else "text"
            table = "entity" if self._section.adding is Adding.ENTITY else "provision"
            block = draft(ADD_WORDS[self._section.adding], table, field)
            self._draft = BlockEditor(self._screen, block)
            self._draft.committed.connect(self._commit_draft)
            self._draft.left.connect(self._leave_draft)
            self._blocks.addWidget(self._draft)
            self._draft.show()
        self._draft.focus_field("", self._screen.language)

    def _commit_draft(self, _field: str, text: Label) -> None:
        if text:
            self._is_adding = True
            self.add_wanted.emit(self._section, text)
            self._is_adding = False

    def _leave_draft(self) -> None:
        """Put away a draft that was left empty."""
        if self._draft is not None and self._draft.is_empty:
            dropped, self._draft = self._draft, None
            self._blocks.removeWidget(dropped)
            dropped.hide()
            dropped.deleteLater()

    def _make(self, block: Block) -> BlockEditor:
        """Return the editor of a new block: the draft if it became that, so that typing goes on in it."""
        editor = self._draft if self._is_adding else None
        if editor is None:
            editor = BlockEditor(self._screen, block)
        else:
            self._draft = None
            editor.committed.disconnect(self._commit_draft)
            editor.left.disconnect(self._leave_draft)
        self.block_made.emit(editor)
        return editor
