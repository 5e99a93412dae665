"""The terms of reference, text by text in three languages, edited in place beside their original wording."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.actions.removals import text_removal
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs.asking import agrees
from alternat.ui.parts.page import Page
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES
from alternat.ui.terms import verbs
from alternat.ui.terms.block_editor import BlockEditor, gutters
from alternat.ui.terms.outline import Adding, Block, Section, outline
from alternat.ui.terms.section_view import SectionView
from alternat.ui.terms.side_facts import SideFacts

WIDEST = 1280


class TermsPage(Page):
    """Everything that the two sides have agreed on, by section."""

    search_prompt: ClassVar[Message | None] = message("Search the terms")

    def build(self) -> None:
        """Make the column heads and the scrolled sheet under them."""
        self._sections: dict[str, SectionView] = {}
        self._facts: list[SideFacts] = []
        self._words = ""
        self._add_topic = QAction(self)
        self._add_topic.setProperty(ICON_PROPERTY, "plus")
        self._add_topic.triggered.connect(self._begin_topic)
        self.wording.put(self._add_topic.setText, message("Add a topic"))
        self._nothing_found = label("muted")
        self.wording.put(self._nothing_found.setText, message("No text holds these words."))
        self._nothing_found.setContentsMargins(Space.XL, Space.XL, Space.XL, 0)
        self._nothing_found.hide()
        sheet = QWidget()
        surface(sheet, "page")
        sheet.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(Space.XL, 0, Space.M, Space.XL)
        self._column.setSpacing(Space.S)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setWidget(sheet)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(self._area.setAccessibleName, message("Terms of reference"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column_heads())
        outer.addWidget(self._nothing_found)
        outer.addWidget(self._area, 1)

    def load(self) -> None:
        """Show the terms as they are now."""
        for at, section in enumerate(outline(self.desk.tables)):
            view = self._sections.get(section.id)
            if view is None:
                view = self._make_section(section)
                self._column.insertWidget(at, view)
            else:
                view.show_section(section)
        for facts in self._facts:
            facts.load()
        self._narrow()

    def primary_action(self) -> QAction:
        """Return the action that adds a topic."""
        return self._add_topic

    def search(self, text: str) -> None:
        """Show only the texts that hold what is typed."""
        self._words = text.strip()
        self._narrow()

    def show_place(self, place: Place) -> None:
        """Bring a side, an entity or a provision into view, with the cursor in its field."""
        self.catch_up()
        name, _, code = place.field.partition(".")
        language = Language(code) if code in set(Language) else self.desk.screen.language
        for view in self._sections.values():
            for editor in view.editors():
                fields = {line.field for line in editor.block.lines}
                is_there = (editor.block.table, editor.block.row) == (place.table, place.row)
                if is_there and (not name or name in fields):
                    editor.focus_field(name, language)
                    self._area.ensureWidgetVisible(editor, 0, 80)
                    return

    def _column_heads(self) -> QWidget:
        heads = QWidget()
        surface(heads, "page")
        row = QHBoxLayout(heads)
        row.setContentsMargins(Space.XL, Space.S, Space.M + 12, Space.XS)
        row.setSpacing(Space.S)
        self._gutters = (QWidget(), QWidget())
        row.addWidget(self._gutters[0])
        for language in Language:
            head = label("caption-strong")
            head.setContentsMargins(5, 0, 0, 0)
            self.wording.put(head.setText, LANGUAGE_NAMES[language])
            row.addWidget(head, 1)
        row.addWidget(self._gutters[1])
        heads.setMaximumWidth(WIDEST)
        self.desk.screen.theme_changed.connect(self._measure)
        self._measure()
        return heads

    def _measure(self) -> None:
        for gutter, width in zip(self._gutters, gutters(self.desk.screen), strict=True):
            gutter.setFixedWidth(width)

    def _make_section(self, section: Section) -> SectionView:
        view = SectionView(self.desk.screen, section)
        view.block_made.connect(self._connect_block)
        view.add_wanted.connect(self._add)
        for editor in view.editors():
            self._connect_block(editor)
        if section.id.startswith("side-"):
            facts = SideFacts(self.desk, section.blocks[0].row)
            self._facts.append(facts)
            view.add_below(facts)
        self._sections[section.id] = view
        return view

    def _connect_block(self, editor: BlockEditor) -> None:
        workspace = self.desk.workspace

        def write(field: str, text: Label) -> None:
            self.desk.attempt(lambda: verbs.write(workspace, editor.block, field, text))

        def move(by: int) -> None:
            self.desk.attempt(lambda: verbs.move(workspace, editor.block, by))
            self._area.ensureWidgetVisible(editor, 0, 40)

        editor.committed.connect(write)
        editor.move_wanted.connect(move)
        editor.remove_wanted.connect(lambda: self._remove(editor.block))
        editor.restore_wanted.connect(
            lambda: self.desk.attempt(lambda: verbs.restore(workspace, editor.block))
        )

    def _remove(self, block: Block) -> None:
        desk, model = self.desk, self.desk.tables.named(block.table)
        question = message("Remove “{name}”", name=block.lines[0].label)
        if agrees(desk.screen, question, text_removal(desk.tables, model, block.row)):
            desk.attempt(lambda: verbs.remove(desk.workspace, block))

    def _add(self, section: Section, text: Label) -> None:
        self.desk.attempt(lambda: verbs.add(self.desk.workspace, section, text))

    def _begin_topic(self) -> None:
        self.catch_up()
        view = self._sections.get(Adding.TOPIC.value)
        if view is not None:
            view.begin_adding()
            self._area.ensureWidgetVisible(view, 0, 0)

    def _narrow(self) -> None:
        def admits(block: Block) -> bool:
            return not self._words or block.matches(self._words)

        found = 0
        for view in self._sections.values():
            view.narrow(admits)
            found += sum(admits(block) for block in view.section.blocks)
        self._nothing_found.setVisible(bool(self._words) and not found)
