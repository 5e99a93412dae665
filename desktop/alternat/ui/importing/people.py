"""The dialog that imports a list of people: source, columns, check; nothing is written before the last."""

from PySide6.QtWidgets import QWidget

from alternat.actions.imports import import_people
from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.check_step import CheckStep
from alternat.ui.importing.columns_step import ColumnsStep
from alternat.ui.importing.people_source import PeopleSourceStep
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.session import ImportSession
from alternat.ui.importing.wizard import ImportDialog


class ImportPeople(ImportDialog):
    """Imports people, each likely duplicate decided about before anything is written."""

    def __init__(
        self, desk: Desk, parent: QWidget, *, side: str = "", reader: SourceReader | None = None
    ) -> None:
        screen, session = desk.screen, ImportSession(desk.tables, desk.meeting, side)
        reader = reader or SourceReader(session.reading)
        self.source = PeopleSourceStep(screen, session, reader)
        self.columns = ColumnsStep(screen, session)
        self.check = CheckStep(screen, session)
        steps = (self.source, self.columns, self.check)
        super().__init__(desk, parent, reader, message("Import a list of people"), steps)
        self.finished.connect(self.check.stop)

    def summary(self) -> Message | None:
        """Return how many people would be added, updated and left out."""
        plan = self.check.plan
        return plan.summary if plan is not None and self.check.is_ready else None

    def write(self) -> Changes:
        """Write the plan in one step."""
        assert self.check.plan is not None
        return import_people(self.desk.workspace, self.check.plan)

    def refused(self, error: AlternatError) -> None:
        """Compare again, since the plan is older than the dialogue."""
        self.check.replan()
        self.check.reason.show_error(error)
