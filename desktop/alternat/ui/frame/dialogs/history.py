"""The dialog that lists the steps of the history: when, by whom, what, and what became of it."""

from PySide6.QtWidgets import QWidget

from alternat.language.formats import date_and_time
from alternat.language.messages import Message, message
from alternat.storage.journal.tables import Origin, StepState
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.dialogs.lists import ListDialog

_MOST = 2_000
_ORIGINS = {Origin.UNDONE: message("undo"), Origin.REDONE: message("redo")}
_STATES = {StepState.UNDONE: message("taken back"), StepState.DROPPED: message("taken back for good")}


class History(ListDialog):
    """Lists the latest steps, the last one first, and follows what is done meanwhile."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.screen, message("History"), parent)
        self._desk = desk
        self.say(message("What was done, the latest first."))
        desk.changed.connect(self.load)
        self.load()

    def load(self, _changes: object = None) -> None:
        """List the steps as they stand."""
        screen = self._desk.screen
        self.lines.clear()
        for step in self._desk.workspace.history(_MOST):
            at = date_and_time(step.at.astimezone(), screen.language)
            line = message("{at} – {who}: {step}", at=at, who=step.actor or "–", step=step.label)
            became: Message | None = _ORIGINS.get(step.origin) or _STATES.get(step.state)
            told = screen.say(line)
            self.lines.addItem(f"{told} ({screen.say(became)})" if became else told)
