"""A part of the session inspector: what it needs to show a session, and the way it writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message
from alternat.planning.programme import Programme, SessionPlan
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.inspector.section import Section


@dataclass(frozen=True, slots=True)
class Shown:
    """A session in the inspector, with the programme around it."""

    programme: Programme
    session: SessionPlan


class SessionSection(Section):
    """A heading with rows below it; every field is one undo step."""

    def __init__(self, desk: Desk, title: Message | None = None) -> None:
        super().__init__(desk.screen, title)
        self.desk = desk
        self.shown: Shown | None = None

    def show_session(self, shown: Shown, *, is_other: bool) -> None:
        """Show a session; `is_other` tells that it is another one than before."""
        self.shown = shown
        self.fill(shown, is_other=is_other)

    def fill(self, shown: Shown, *, is_other: bool) -> None:
        """Fill the rows."""
        raise NotImplementedError

    @property
    def session(self) -> SessionPlan:
        """The session in view."""
        assert self.shown is not None, "the inspector writes only while it shows a session"
        return self.shown.session

    @property
    def programme(self) -> Programme:
        """The programme around the session in view."""
        assert self.shown is not None, "the inspector chooses only while it shows a session"
        return self.shown.programme

    def write(self, verb: Callable[[], Changes]) -> AlternatError | None:
        """Run a verb; the answer is the error that refused it."""
        return self.desk.refusal(verb)

    def refill(self, layout: QBoxLayout, widgets: Sequence[QWidget]) -> None:
        """Put other widgets into a layout; the cursor stays in the field of the same name and place."""
        focused = QApplication.focusWidget()
        old = [item.widget() for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
        line = next(
            (at for at, each in enumerate(old) if each and focused and each.isAncestorOf(focused)), None
        )
        name = focused.accessibleName() if focused is not None else ""
        emptied(layout)
        for widget in widgets:
            layout.addWidget(widget)
        if line is None or line >= len(widgets):
            return
        for child in widgets[line].findChildren(QWidget):
            if child.accessibleName() == name:
                child.setFocus()
                return


def emptied(layout: QLayout) -> None:
    """Take away everything that a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
