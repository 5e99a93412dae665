"""The frame of every import: source, columns, check; nothing is written before the last."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.source_step import SourceStep
from alternat.ui.importing.step import Step, StepBar
from alternat.ui.look.style import hairline, label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button

NAMES = (message("Source"), message("Columns"), message("Check"))
SIZE = (1060, 640)


class ImportDialog(QDialog):
    """Steps in one dialog, as a rule three; `imported` carries the `Changes` of the step that was written.

    The last step shows the plan of what would happen; those who derive from this say how it is written.
    """

    imported = Signal(object)
    names: Sequence[Message] = NAMES
    """What the steps are called, in their order."""

    def __init__(
        self, desk: Desk, parent: QWidget, reader: SourceReader, title: Message, steps: Sequence[Step]
    ) -> None:
        """Build the frame around `steps`, the first of which reads the source with `reader`."""
        super().__init__(parent)
        self.desk, self.reader, self._words = desk, reader, title
        self._steps = tuple(steps)
        screen = desk.screen
        surface(self, "page")
        self._bar, self._stack = StepBar(screen, self.names), QStackedWidget()
        self._title = label("heading")
        self.cancel = Button(screen, message("Cancel"))
        self.back = Button(screen, message("Back"), icon="arrow-left")
        self.forward = Button(screen, message("Continue"), kind="primary")
        self._lay_out()
        self._connect()
        self._speak()
        self._go_to(0)
        screen.give_size(self, SIZE[0], SIZE[1])

    @property
    def step(self) -> Step:
        """Return the step in view."""
        return self._steps[self._stack.currentIndex()]

    def open_file(self, path: str) -> None:
        """Read a file, as if it had been chosen in the first step."""
        first = self._steps[0]
        assert isinstance(first, SourceStep)
        first.open_file(path)

    def summary(self) -> Message | None:
        """Return what the button of the last step says it does, None while there is nothing to do."""
        raise NotImplementedError

    def write(self) -> Changes:
        """Write the plan in one step; an AlternatError writes nothing."""
        raise NotImplementedError

    def refused(self, error: AlternatError) -> None:
        """Compare again and show why nothing was written, for the person to look before a new try."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        for step in self._steps:
            self._stack.addWidget(step)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        self.forward.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(hairline())
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._go_to(self._stack.currentIndex() - 1))
        self.forward.clicked.connect(self._go_on)
        for step in self._steps:
            step.readiness_changed.connect(self._refresh)
        self.finished.connect(self.reader.stop)
        self.desk.screen.language_changed.connect(self._speak)

    def _speak(self) -> None:
        title = self.desk.screen.say(self._words)
        self.setWindowTitle(title)
        self._title.setText(title)
        self._refresh()

    def _go_to(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._bar.show_step(step)
        if step > 0:
            self.step.enter()
        self._refresh()
        self.step.take_focus()

    def _go_on(self) -> None:
        if self.step is self._steps[-1]:
            self._import()
        elif self.step.is_ready:
            self._go_to(self._stack.currentIndex() + 1)

    def _refresh(self) -> None:
        self.back.setVisible(self._stack.currentIndex() > 0)
        self.forward.setEnabled(self.step.is_ready)
        self.forward.say(self._forward_caption())

    def _forward_caption(self) -> Message:
        if self.step is not self._steps[-1]:
            return message("Continue")
        return self.summary() or message("Import")

    def _import(self) -> None:
        if not self.step.is_ready:
            return
        try:
            changes = self.write()
        except AlternatError as error:
            self.refused(error)
            return
        self.accept()
        self.imported.emit(changes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop waiting for a file."""
        self.reader.stop()
        super().closeEvent(event)
