"""The left column of the documents page: which document, how it is set up, or the person being edited."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from alternat.documents.kinds.kind import DocumentKind
from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.documents.kind_picker import KindPicker
from alternat.ui.documents.options_panel import OptionsPanel
from alternat.ui.look.style import hairline, surface
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.person.inspector import PersonInspector


class SetUp(QFrame):
    """Offers the kinds of document above the options of the chosen one; a person takes the options' place."""

    kind_chosen = Signal(str)

    def __init__(self, desk: Desk, reads: Reads, options: OptionsPanel) -> None:
        super().__init__()
        self._desk, self._reads = desk, reads
        self.options = options
        self._inspector: PersonInspector | None = None
        surface(self, "side")
        self.setProperty("edge", "right")
        self.kinds = KindPicker(desk.screen)
        self.kinds.chosen.connect(self.kind_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._document())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        desk.screen.theme_changed.connect(self._fit)

    def _document(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.kinds)
        column.addWidget(hairline())
        column.addWidget(self.options, 1)
        return page

    def _person(self, inspector: PersonInspector) -> QWidget:
        page = QWidget()
        back = Button(self._desk.screen, message("Back to the document"), icon="arrow-left", kind="nav")
        back.clicked.connect(self.show_options)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(back)
        column.addWidget(inspector, 1)
        return page

    @property
    def person(self) -> int | None:
        """The person in the place of the options."""
        return self._inspector.person if self._inspector is not None and self.is_editing else None

    @property
    def is_editing(self) -> bool:
        """Whether a person stands in the place of the options."""
        return self._stack.currentIndex() == 1

    def show_kind(self, kind: DocumentKind[Any, Any]) -> None:
        """Show a kind of document as the chosen one, without telling anybody."""
        self.kinds.show_kind(kind.id)

    def show_options(self) -> None:
        """Show how the document is set up."""
        if self._inspector is not None:
            self._inspector.finish_typing()
        self._stack.setCurrentIndex(0)

    def edit_person(self, person: int) -> None:
        """Show a person to be edited beside the pages."""
        if self._inspector is None:
            self._inspector = PersonInspector(self._desk, self._reads)
            self._stack.addWidget(self._person(self._inspector))
        self._inspector.show_person(person)
        self._stack.setCurrentIndex(1)

    def refresh(self) -> None:
        """Show the person as the tables have it now."""
        if self._inspector is not None:
            self._inspector.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the kinds take the form that leaves room for the options."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.kinds.fit(self.height())
