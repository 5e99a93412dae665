"""Long work beside the window: it goes on painting and says what is being done; where it can, it stops it."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button

R = TypeVar("R")
SOON = 300
"""Milliseconds: work that ends within this time shows no dialog."""


class Waiting(QDialog):
    """Shows that work goes on; only work that looks at `stop` can be cancelled, and the dialog says so."""

    over = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None, sentence: Message, stop: Event | None) -> None:
        super().__init__(parent)
        self._screen, self._stop = screen, stop
        self.is_over = False
        self.setWindowTitle(screen.say(message("Please wait")))
        self.setModal(True)
        told = label("strong", screen.say(sentence), wrap=True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(screen.say(sentence))
        self.hint = label("caption", wrap=True)
        self.hint.setText(
            screen.say(
                message("You can cancel this; nothing is changed then.")
                if stop is not None
                else message("This cannot be interrupted. It ends by itself.")
            )
        )
        self.cancel = Button(screen, message("Cancel"))
        self.cancel.setVisible(stop is not None)
        self.cancel.clicked.connect(self.reject)
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        for widget in (told, bar, self.hint):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(screen.px(420))
        self.over.connect(self._end)

    def reject(self) -> None:
        """Ask the work to stop, where it can; the dialog goes once it has."""
        if self._stop is not None and not self._stop.is_set():
            self._stop.set()
            self.cancel.setEnabled(False)
            self.hint.setText(self._screen.say(message("Stopping…")))

    def _end(self) -> None:
        self.is_over = True
        self.accept()


def wait_for(
    screen: Screen,
    parent: QWidget | None,
    sentence: Message,
    job: Callable[[], R],
    stop: Event | None = None,
) -> R:
    """Do a job in a thread of its own and return what it returns, or raise what it raises.

    Until then the window paints and answers the system, and takes no input. A job that looks at `stop` may
    be cancelled: it then raises `Stopped`.
    """
    results: list[R] = []
    faults: list[BaseException] = []
    dialog = Waiting(screen, parent, sentence, stop)

    def work() -> None:
        try:
            results.append(job())
        except BaseException as fault:  # noqa: BLE001 - it crosses to the window's thread, which judges it
            faults.append(fault)
        finally:
            dialog.over.emit()

    # Not a daemon: a program that ends meanwhile waits until a file is whole.
    thread = Thread(target=work, name="waiting")
    loop = QEventLoop()
    dialog.over.connect(loop.quit)
    QTimer.singleShot(SOON, loop, loop.quit)
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not dialog.is_over:
        dialog.exec()
    thread.join()
    dialog.deleteLater()
    if faults:
        raise faults[0]
    return results[0]
