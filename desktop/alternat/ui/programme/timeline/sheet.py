"""The measures of a day's sheet: where columns and cards lie, and what lies under a point."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

from alternat.ui.programme.timeline.cards import Card
from alternat.ui.programme.timeline.scale import Scale

GAP = 2.0
"""The distance of cards from the lines of their column, in logical pixels."""
EDGE = 7.0
"""How close to its upper or lower end a card is taken hold of to stretch it, in logical pixels."""
LEAST = 16.0
"""The least height of a card, so that five minutes can still be taken hold of."""


class Grip(Enum):
    """Where a card is taken hold of."""

    TOP = auto()
    BODY = auto()
    BOTTOM = auto()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A day's sheet without its ruler and headings; all places are counted from its upper left corner."""

    scale: Scale
    column_width: float
    columns: int

    @property
    def width(self) -> int:
        """The width of all columns."""
        return round(self.column_width * self.columns)

    def column_at(self, x: float) -> int:
        """Return the column at a distance from the left, the nearest one outside the sheet."""
        return min(max(int(x // self.column_width), 0), self.columns - 1)

    def rect(self, card: Card) -> QRectF:
        """Return the place of a card."""
        return self.place(card.column, card.first, card.last, card.lane, card.lanes)

    def place(self, column: int, first: int, last: int, lane: int = 0, lanes: int = 1) -> QRectF:
        """Return the place of a stretch of a column, or of one of the lanes that share it."""
        width = (self.column_width - 2 * GAP) / lanes
        left = column * self.column_width + GAP + lane * width
        top, bottom = self.scale.y(first), self.scale.y(last)
        return QRectF(left, top + 1, width - (1 if lanes > 1 else 0), max(bottom - top - 2, LEAST))

    def visible(self, cards: Sequence[Card], area: QRectF) -> list[Card]:
        """Return the cards of which something lies in an area."""
        first, last = area.left() // self.column_width, area.right() // self.column_width
        return [card for card in cards if first <= card.column <= last and self.rect(card).intersects(area)]

    def hit(self, cards: Sequence[Card], at: QPointF) -> tuple[Card, Grip] | None:
        """Return the card under a point and where it is held there; the last drawn lies on top."""
        column = self.column_at(at.x())
        for card in reversed(cards):
            if card.column == column and self.rect(card).contains(at):
                return card, self._grip(self.rect(card), at.y())
        return None

    @staticmethod
    def _grip(rect: QRectF, y: float) -> Grip:
        edge = min(EDGE, rect.height() / 4)
        if y <= rect.top() + edge:
            return Grip.TOP
        return Grip.BOTTOM if y >= rect.bottom() - edge else Grip.BODY
