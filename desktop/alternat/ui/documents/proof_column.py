"""The right column of the documents page: whose copy it is, the pages, who is selected, and the findings."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.commands import DocumentCommands
from alternat.ui.documents.empty import nobody
from alternat.ui.documents.findings_list import FindingsList
from alternat.ui.documents.preview.panel import PreviewPanel
from alternat.ui.documents.strips import CopyStrip, SelectionStrip
from alternat.ui.parts.widgets.buttons import IconButton


class ProofColumn(QWidget):
    """Stacks the preview between its strips and the findings."""

    def __init__(self, desk: Desk, commands: DocumentCommands) -> None:
        super().__init__()
        screen = desk.screen
        self.more = IconButton(screen, message("More"), "ellipsis")
        self.copy = CopyStrip(screen, commands.save.trigger, self.more)
        self.preview = PreviewPanel(screen)
        self.selection = SelectionStrip(screen)
        self.findings = FindingsList(desk)
        self.nobody = nobody(desk)
        self.preview.add_state(self.nobody)
        self._offer(self.more, (commands.open, commands.copies, commands.test_sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.copy)
        column.addWidget(self.preview, 1)
        column.addWidget(self.selection)
        column.addWidget(self.findings)

    def centre(self) -> QPoint:
        """Return the middle of the pages, on the whole screen."""
        view = self.preview.view
        return view.mapToGlobal(view.rect().center())

    def _offer(self, button: QToolButton, actions: tuple[QAction, ...]) -> None:
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
