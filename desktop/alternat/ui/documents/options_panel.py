"""The panel that sets a document up: one control an option, made from the kind's own options."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from alternat.documents.contents.meeting import SideFacts
from alternat.documents.kinds.kind import DocumentKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.documents.editors import Editor, Setting
from alternat.ui.documents.options import Option, options_of
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space


class OptionsPanel(QScrollArea):
    """Shows the options of one kind of document at a time."""

    edited = Signal(object, object)
    """An `Option` and its new value."""

    def __init__(self, desk: Desk, reads: Reads, print_test_sheet: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._reads, self._print_test_sheet = desk, reads, print_test_sheet
        self._editors: dict[str, tuple[Option, Editor]] = {}
        self._titles: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def build(self, kind: DocumentKind[Any, Any], sides: tuple[SideFacts, ...]) -> None:
        """Make the controls of a kind of document, in the screen language."""
        setting = Setting(self._desk, self._reads, sides, self._print_test_sheet)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.XS)
        self._editors, self._titles = {}, {}
        for option in options_of(kind):
            self._add(column, option, option.editor(setting, option.title))
        column.addStretch()
        self.setWidget(content)

    def editor(self, field: str) -> Editor:
        """Return the control of an option; one that the document does not have is a KeyError."""
        return self._editors[field][1]

    def show_options(self, options: Any) -> None:
        """Show how a document is set up."""
        for field, (_, editor) in self._editors.items():
            editor.show_value(getattr(options, field), options)
            is_relevant = editor.is_relevant(options)
            editor.setVisible(is_relevant)
            if field in self._titles:
                self._titles[field].setVisible(is_relevant)

    def show_count(self, count: int) -> None:
        """Show how many badges or rows the document has."""
        for _, editor in self._editors.values():
            editor.show_count(count)

    def _add(self, column: QVBoxLayout, option: Option, editor: Editor) -> None:
        if option.is_titled:
            title = label("caption-strong", self._desk.screen.say(option.title))
            title.setBuddy(editor)
            title.setContentsMargins(0, Space.S, 0, 0)
            column.addWidget(title)
            self._titles[option.field] = title
        column.addWidget(editor)
        editor.edited.connect(lambda value: self.edited.emit(option, value))
        self._editors[option.field] = (option, editor)
