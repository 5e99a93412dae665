"""One background thread that does the newest work and drops what was overtaken before it began."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from PySide6.QtCore import QObject, Signal, SignalInstance

Job = Callable[[], object]


class Background(QObject):
    """Runs jobs one after another outside the window's thread and hands their results back to it.

    Each list of jobs replaces those that have not begun, so work for a page that was scrolled past or for
    an option changed since is never done. Connect the signals to methods of `QObject`s: these run in the
    receiver's thread.
    """

    done = Signal(object)
    """What a job returned."""
    failed = Signal(object)
    """The exception that ended a job."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._lock = Lock()
        self._waiting: deque[Job] = deque()
        self._in_hand: Job | None = None
        self._running = False
        self._stopped = False

    def replace(self, jobs: Iterable[Job]) -> None:
        """Do these jobs next, in this order, in place of all that have not begun.

        A job equal to the one in hand is not done twice.
        """
        with self._lock:
            self._waiting = deque(job for job in jobs if job != self._in_hand)
            if self._waiting and not self._running and not self._stopped:
                self._running = True
                self._pool.submit(self._work)

    def stop(self) -> None:
        """Drop what waits, wait for the job in hand, and send nothing more."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()
        self._pool.shutdown()

    def _next(self) -> Job | None:
        with self._lock:
            self._running = bool(self._waiting) and not self._stopped
            self._in_hand = self._waiting.popleft() if self._running else None
            return self._in_hand

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - it crosses to the window's thread, which judges it
                self._send(self.failed, error)
            else:
                self._send(self.done, result)

    def _send(self, signal: SignalInstance, value: object) -> None:
        if not self._stopped:
            signal.emit(value)
