"""The dialog that imports a list of sessions: source, columns, check; nothing is written before the last."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.actions.event_imports import import_events
from alternat.errors import AlternatError
from alternat.exchange.events_import import read_events
from alternat.exchange.sources.table import Table
from alternat.language.messages import Message, counted, message
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.event_check import EventCheckStep
from alternat.ui.importing.event_columns import EventColumnsStep
from alternat.ui.importing.event_session import EventSession
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.source_step import SourceStep, SourceWords
from alternat.ui.importing.wizard import ImportDialog

WORDS = SourceWords(
    message("Lists of sessions"),
    message(
        "A row is a session: day, start, end or length, title, room and who takes part. Headings are "
        "recognised in English, French and Chinese. You check every row before anything is written."
    ),
)


class ImportSessions(ImportDialog):
    """Imports sessions into the programme of a meeting; one wrong row keeps all of them out."""

    def __init__(
        self, desk: Desk, meeting: int, parent: QWidget, *, reader: SourceReader | None = None
    ) -> None:
        screen, session = desk.screen, EventSession(desk.tables, meeting)
        reader = reader or SourceReader(_read)
        self.source = SourceStep(screen, session, reader, WORDS)
        self.columns = EventColumnsStep(screen, session)
        self.check = EventCheckStep(screen, session)
        steps = (self.source, self.columns, self.check)
        super().__init__(desk, parent, reader, message("Import a programme"), steps)

    def summary(self) -> Message | None:
        """Return how many sessions would be written."""
        plan = self.check.plan
        if plan is None or not self.check.is_ready:
            return None
        count = sum(row.writes for row in plan.rows)
        return counted("Import {count} session", "Import {count} sessions", count)

    def write(self) -> Changes:
        """Write the plan in one step."""
        assert self.check.plan is not None
        return import_events(self.desk.workspace, self.check.plan)

    def refused(self, error: AlternatError) -> None:
        """Compare again, since the plan is older than the programme."""
        self.check.replan()
        self.check.reason.show_error(error)


def open_import(desk: Desk, parent: QWidget) -> None:
    """Open the dialog for the meeting in view, if there is one, and tell afterwards what was imported."""
    if desk.meeting is None:
        return
    dialog = ImportSessions(desk, desk.meeting, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.imported.connect(lambda changes: desk.announce(_told(changes)))
    dialog.open()


def _told(changes: Changes) -> Message:
    return counted(
        "{count} session was imported. The import can be undone in one step.",
        "{count} sessions were imported. The import can be undone in one step.",
        len({row.key for row in changes.rows if row.table == "session"}),
    )


def _read(path: Path, encoding: str | None) -> Table:
    return read_events(path, encoding=encoding)
