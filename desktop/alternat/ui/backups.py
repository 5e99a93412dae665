"""Backups of the open dialogue: every hour in which something changed, and when it is closed."""

import logging

from PySide6.QtCore import QObject, QTimer

from alternat.errors import AlternatError
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace

HOUR = 3_600_000
"""Milliseconds."""
_log = logging.getLogger(__name__)


class RegularBackups(QObject):
    """Backs a workspace up while it is open; a server's dialogue is its administrator's to back up.

    A backup that fails is logged and tried again an hour later: it must never stand in the way of the work.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._has_changed = False
        self._unsubscribe = workspace.subscribe(self._note)
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR)
        self._timer.timeout.connect(self.catch_up)
        self._timer.start()

    def catch_up(self) -> None:
        """Back up if something has changed since the last backup."""
        if not self._has_changed:
            return
        try:
            self._workspace.back_up()
        except AlternatError as error:
            _log.warning("no regular backup: %s", error)
        else:
            self._has_changed = False

    def stop(self) -> None:
        """Back up what is left to back up, and end; to be called before the workspace is closed."""
        self._timer.stop()
        self.catch_up()
        self._unsubscribe()

    def _note(self, _changes: Changes) -> None:
        self._has_changed = True
