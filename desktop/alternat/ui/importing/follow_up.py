"""The dialog that reads a workbook of the follow-up back: source and check; nothing is written before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.actions.follow_up_imports import import_follow_up
from alternat.errors import AlternatError
from alternat.language.messages import Message, counted, message
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.follow_up_check import FollowUpCheckStep
from alternat.ui.importing.follow_up_session import FollowUpSession
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.source_step import SourceStep, SourceWords
from alternat.ui.importing.wizard import ImportDialog

WORDS = SourceWords(
    message("Workbooks of the follow-up"),
    message(
        "A workbook of the follow-up that was shared from here, with what was changed in it since. All its "
        "sheets are read. You check every row before anything is written."
    ),
)


class ReadFollowUp(ImportDialog):
    """Reads a workbook back; one wrong cell keeps all of it out."""

    names = (message("Source"), message("Check"))

    def __init__(self, desk: Desk, parent: QWidget, *, reader: SourceReader | None = None) -> None:
        screen, session = desk.screen, FollowUpSession(desk.workspace, desk.today)
        reader = reader or SourceReader()
        self.source = SourceStep(screen, session, reader, WORDS)
        self.check = FollowUpCheckStep(screen, session)
        title = message("Read a workbook of the follow-up back")
        super().__init__(desk, parent, reader, title, (self.source, self.check))

    def summary(self) -> Message | None:
        """Return how many rows would be written."""
        plan = self.check.plan
        if plan is None or not self.check.is_ready:
            return None
        return counted("Write {count} row", "Write {count} rows", sum(row.writes for row in plan.rows))

    def write(self) -> Changes:
        """Write the plan in one step."""
        assert self.check.plan is not None
        return import_follow_up(self.desk.workspace, self.check.plan)

    def refused(self, error: AlternatError) -> None:
        """Compare again and say why nothing was written."""
        self.check.replan()
        self.check.reason.show_error(error)


def open_read_back(desk: Desk, parent: QWidget) -> None:
    """Open the dialog, and tell afterwards that its step can be undone."""
    dialog = ReadFollowUp(desk, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.imported.connect(
        lambda changes: desk.announce(message("{step}. It can be undone in one step.", step=changes.label))
    )
    dialog.open()
