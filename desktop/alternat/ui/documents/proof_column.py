"""The right column of the documents page: whose copy it is, the pages, who is selected, and the findings."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.ui.desk import Desk
from alternat.ui.documents.commands import DocumentCommands
from alternat.ui.documents.findings_list import FindingsList
from alternat.ui.documents.strips import CopyStrip, ProgressStrip, QuestionStrip, SelectionStrip
from alternat.ui.preview.panel import PreviewPanel
from alternat.ui.widgets.buttons import Button, IconButton
from alternat.ui.widgets.empty_state import EmptyState


class ProofColumn(QWidget):
    """Stacks the strips, the preview and the findings."""

    def __init__(self, desk: Desk, commands: DocumentCommands) -> None:
        super().__init__()
        screen = desk.screen
        save = Button(screen, message("Save as PDF…"), icon="file-down", kind="quiet")
        save.clicked.connect(commands.save.trigger)
        self.more = IconButton(screen, message("More"), "ellipsis")
        self.copy = CopyStrip(screen, (save, self.more))
        self.question = QuestionStrip(screen)
        self.progress = ProgressStrip(screen)
        self.preview = PreviewPanel(screen)
        self.selection = SelectionStrip(screen)
        self.findings = FindingsList(desk)
        go = Button(screen, message("Go to the delegations"), kind="primary")
        go.clicked.connect(lambda: desk.show_page("delegations"))
        self.nobody = EmptyState(
            screen,
            "users",
            message("Nobody to print yet"),
            message("Everybody who is invited or confirmed appears here. Add people, or import a list."),
            (go,),
        )
        self.preview.add_state(self.nobody)
        self.question.findings_wanted.connect(self.findings.open)
        self._offer(self.more, (commands.open, commands.copies, commands.test_sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.copy, self.question, self.progress):
            column.addWidget(strip)
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
