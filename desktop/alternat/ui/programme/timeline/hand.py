"""The mouse on the timeline: it selects, drags, stretches and copies cards, and draws new stretches."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from alternat.ui.programme.timeline.cards import Card, Column
from alternat.ui.programme.timeline.placement import Placement, Stretch, dragged, dragged_together, stays
from alternat.ui.programme.timeline.scale import GRID, snapped
from alternat.ui.programme.timeline.sheet import Grip, Sheet

THRESHOLD = 4
"""How far the pointer goes before a press becomes a drag, in logical pixels."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
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

    @property
    def chosen(self) -> tuple[Card, ...]:
        """The selected cards."""
        ...

    def place(self, placements: tuple[Placement, ...]) -> None:
        """Ask for sessions to stand elsewhere."""
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
        """Select one session, or with 0 none."""
        ...

    def toggle(self, session: int) -> None:
        """Select a session beside the others, or no longer."""
        ...

    def reach(self, session: int) -> None:
        """Select everything from the session selected last to this one."""
        ...

    def catch(self, band: QRectF) -> None:
        """Select what lies in a part of the sheet beside the others."""
        ...


class Hand:
    """Holds what is being dragged; the view draws it and tells the page once it is let go."""

    def __init__(self, view: Board) -> None:
        self._view = view
        self._start: QPointF | None = None
        self._grip: tuple[Card, Grip] | None = None
        self._catches = False
        self._when_still: Callable[[int], None] | None = None
        self.held: tuple[tuple[Card, Placement], ...] = ()
        """The cards being dragged, and where each would land."""
        self.stretch: Stretch | None = None
        """The empty stretch being drawn."""
        self.band: QRectF | None = None
        """The part of the sheet whose cards are being selected."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being dragged."""
        return bool(self.held) or self.stretch is not None or self.band is not None

    def under(self, at: QPointF) -> tuple[Card, Grip] | None:
        """Return the card under a place of the viewport, and where it would be held."""
        view = self._view
        return view.sheet.hit(view.cards, view.on_sheet(at)) if view.is_on_sheet(at) else None

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Take hold of what lies there and select it: alone, beside the others (Ctrl) or up to it (Shift)."""
        view = self._view
        if not view.is_on_sheet(at):
            return
        self._start, self._grip = view.on_sheet(at), self.under(at)
        self._catches = self._grip is None and bool(modifiers & (SHIFT | CTRL))
        if self._grip is None:
            if not self._catches:
                view.select(0)
            return
        card = self._grip[0]
        if modifiers & SHIFT:
            view.reach(card.session)
        elif modifiers & CTRL:
            self._when_still = view.toggle  # unless it becomes a drag, which copies
        elif card in view.chosen:
            self._when_still = view.select  # unless it becomes a drag, which takes all of them along
        else:
            view.select(card.session)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""
        view, here = self._view, self._view.on_sheet(at)
        if self._start is None:
            found = self.under(at)
            view.viewport().setCursor(CURSORS[found[1] if found else None])
            return
        if not self.is_busy and (here - self._start).manhattanLength() < THRESHOLD:
            return
        self._when_still = None
        if self._grip is not None:
            self._drag(self._grip, self._start, here, modifiers)
        elif self._catches:
            self.band = QRectF(self._start, here).normalized()
        elif view.columns:
            ends = sorted(snapped(view.sheet.scale.minute(y)) for y in (self._start.y(), here.y()))
            column = view.sheet.column_at(self._start.x())
            self.stretch = Stretch(column, ends[0], max(ends[1], ends[0] + GRID))
        view.viewport().update()

    def _drag(
        self, grip: tuple[Card, Grip], start: QPointF, here: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        view, (card, held_at) = self._view, grip
        if card not in view.chosen:
            view.select(card.session)
        minutes = (here.y() - start.y()) / view.sheet.scale.pixels
        across = view.sheet.column_at(here.x()) - view.sheet.column_at(start.x())
        is_copy, count = held_at is Grip.BODY and bool(modifiers & CTRL), len(view.columns)
        if held_at is Grip.BODY and len(view.chosen) > 1:
            landing = dragged_together(view.chosen, minutes, across, is_copy=is_copy, count=count)
            self.held = tuple(zip(view.chosen, landing, strict=True))
        else:
            self.held = ((card, dragged(card, held_at, minutes, across, is_copy=is_copy, count=count)),)

    def release(self) -> None:
        """Let go: what was dragged is asked for."""
        held, stretch, band, grip, when_still = (
            self.held,
            self.stretch,
            self.band,
            self._grip,
            self._when_still,
        )
        self.give_up()
        if held:
            if not all(stays(card, placement) for card, placement in held):
                self._view.place(tuple(placement for _, placement in held))
        elif stretch is not None:
            self._view.draw(stretch)
        elif band is not None:
            self._view.catch(band)
        elif grip is not None and when_still is not None:
            when_still(grip[0].session)

    def give_up(self) -> None:
        """Drop what is being dragged where it was."""
        self._start = self._grip = self.stretch = self.band = self._when_still = None
        self.held, self._catches = (), False
        self._view.viewport().update()
