"""Work off the window's thread of which only the latest counts: what was asked for before is not reported."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from alternat.errors import AlternatError


class LatestWork(QObject):
    """Does one thing at a time; whatever was asked for before or stopped since is not reported.

    It has no parent, since work in hand may outlive the dialog that asked for it.
    """

    done = Signal(object)
    """What the work returned."""
    refused = Signal(object)
    """The `AlternatError` that says why there is no answer."""
    _answered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._ticket = 0
        self._is_busy = False
        self._answered.connect(self._report)

    @property
    def is_busy(self) -> bool:
        """Return whether work is in hand."""
        return self._is_busy

    def stop(self) -> None:
        """Forget the work in hand."""
        self._ticket += 1
        self._is_busy = False

    def _begin(self) -> int:
        """Return the ticket of new work, which makes that of any other void."""
        self._ticket += 1
        self._is_busy = True
        return self._ticket

    def _is_wanted(self, ticket: int) -> bool:
        return ticket == self._ticket

    def _run(self, ticket: int, work: Callable[[], object]) -> None:
        """Do the work in a thread that dies with the program."""
        Thread(target=self._answer, args=(ticket, work), daemon=True).start()

    def _answer(self, ticket: int, work: Callable[[], object]) -> None:
        try:
            answer = work()
        except AlternatError as error:
            answer = error
        self._answered.emit(ticket, answer)

    def _report(self, ticket: int, answer: object) -> None:
        if not self._is_wanted(ticket):
            return
        self._is_busy = False
        (self.refused if isinstance(answer, AlternatError) else self.done).emit(answer)
