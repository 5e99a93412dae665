"""Backups of the open dialogue: every hour in which something changed, and when it is closed."""

import logging
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from alternat.errors import AlternatError
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace

HOUR = 3_600_000
"""Milliseconds."""
_log = logging.getLogger(__name__)
Wait = Callable[[Callable[[], bool]], bool]
"""Does a job, while the window waits for it where there is one."""


class RegularBackups(QObject):
    """Backs a workspace up while it is open; a server's dialogue is its administrator's to back up.

    The hourly ones are made in a thread of their own, which reads beside the window. A backup that fails is
    logged and tried again an hour later: it must never stand in the way of the work.
    """

    def __init__(self, workspace: Workspace, parent: QObject, wait: Wait = lambda job: job()) -> None:
        super().__init__(parent)
        self._workspace, self._wait = workspace, wait
        self._is_server = "://" in workspace.address
        self._has_changed = False
        self._thread: Thread | None = None
        self._unsubscribe = workspace.subscribe(self._note)
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR)
        self._timer.timeout.connect(self.catch_up)
        self._timer.start()

    def catch_up(self) -> None:
        """Begin a backup if something has changed since the last one, unless one is being made."""
        if self._takes_one() and not (self._thread is not None and self._thread.is_alive()):
            # Whatever changes from here on is for the next one.
            self._thread = Thread(target=self._make, name="hourly backup")
            self._thread.start()

    def settle(self) -> None:
        """Wait until the backup that is being made is whole."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def stop(self) -> None:
        """Back up what is left to back up, and end; to be called before the workspace is closed."""
        self._timer.stop()
        self._unsubscribe()
        if self._thread is not None or self._has_changed:
            self._wait(self._finish)

    def _finish(self) -> bool:
        self.settle()
        return self._make() if self._takes_one() else True

    def _takes_one(self) -> bool:
        has_changed, self._has_changed = self._has_changed and not self._is_server, False
        return has_changed

    def _make(self) -> bool:
        """Make a backup in the thread that calls, over a connection of its own; return whether it worked."""
        try:
            with self._workspace.beside(lambda: False) as second:
                second.back_up()
        except AlternatError as error:
            _log.warning("no regular backup: %s", error)
            self._has_changed = True
            return False
        return True

    def _note(self, _changes: Changes) -> None:
        self._has_changed = True
