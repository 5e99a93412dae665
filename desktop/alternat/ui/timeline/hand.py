"""The mouse on the timeline: it drags, stretches and copies cards, and draws stretches for new ones."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from alternat.ui.timeline.cards import Card, Column
from alternat.ui.timeline.placement import Placement, Stretch, dragged
from alternat.ui.timeline.scale import GRID, snapped
from alternat.ui.timeline.sheet import Grip, Sheet

THRESHOLD = 4
"""How far the pointer goes before a press becomes a drag, in logical pixels."""
CURSORS = {
    None: Qt.CursorShape.ArrowCursor,
    Grip.BODY: Qt.CursorShape.OpenHandCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
}


class Board(Protocol):
    """What the hand works on: the view of a day."""

    @property
    def sheet(self) -> Sheet:
        """The measures of the sheet."""
        ...

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the day."""
        ...

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        ...

    def place(self, placement: Placement) -> None:
        """Ask for a session to stand elsewhere."""
        ...

    def draw(self, stretch: Stretch) -> None:
        """Ask for a new session."""
        ...

    def viewport(self) -> QWidget:
        """Return what shows the sheet."""
        ...

    def on_sheet(self, at: QPointF) -> QPointF:
        """Return a place of the viewport on the sheet."""
        ...

    def is_on_sheet(self, at: QPointF) -> bool:
        """Return whether a place of the viewport is on the sheet."""
        ...

    def select(self, session: int) -> None:
        """Select a session."""
        ...


class Hand:
    """Holds what is being dragged; the view draws it and tells the page once it is let go."""

    def __init__(self, view: Board) -> None:
        self._view = view
        self._start: QPointF | None = None
        self._grip: tuple[Card, Grip] | None = None
        self.held: tuple[Card, Placement] | None = None
        """The card being dragged, and where it would land."""
        self.stretch: Stretch | None = None
        """The empty stretch being drawn."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being dragged."""
        return self.held is not None or self.stretch is not None

    def under(self, at: QPointF) -> tuple[Card, Grip] | None:
        """Return the card under a place of the viewport, and where it would be held."""
        view = self._view
        return view.sheet.hit(view.cards, view.on_sheet(at)) if view.is_on_sheet(at) else None

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Take hold of what lies there, and select it."""
        del modifiers
        if not self._view.is_on_sheet(at):
            return
        self._start, self._grip = self._view.on_sheet(at), self.under(at)
        self._view.select(self._grip[0].session if self._grip else 0)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""
        view, here = self._view, self._view.on_sheet(at)
        if self._start is None:
            found = self.under(at)
            view.viewport().setCursor(CURSORS[found[1] if found else None])
            return
        if not self.is_busy and (here - self._start).manhattanLength() < THRESHOLD:
            return
        sheet = view.sheet
        if self._grip is not None:
            card, grip = self._grip
            minutes = (here.y() - self._start.y()) / sheet.scale.pixels
            across = sheet.column_at(here.x()) - sheet.column_at(self._start.x())
            is_copy = grip is Grip.BODY and bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.held = (
                card,
                dragged(card, grip, minutes, across, is_copy=is_copy, count=len(view.columns)),
            )
        elif view.columns:
            ends = sorted(snapped(sheet.scale.minute(y)) for y in (self._start.y(), here.y()))
            column = sheet.column_at(self._start.x())
            self.stretch = Stretch(column, ends[0], max(ends[1], ends[0] + GRID))
        view.viewport().update()

    def release(self) -> None:
        """Let go: what was dragged is asked for."""
        held, stretch = self.held, self.stretch
        self.give_up()
        if held is not None:
            card, placement = held
            stays = (placement.column, placement.first, placement.last) == (
                card.column,
                card.first,
                card.last,
            )
            if not stays:
                self._view.place(placement)
        elif stretch is not None:
            self._view.draw(stretch)

    def give_up(self) -> None:
        """Drop what is being dragged where it was."""
        self._start = self._grip = self.held = self.stretch = None
        self._view.viewport().update()
