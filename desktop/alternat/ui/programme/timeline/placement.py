"""What a hand or the keyboard asks of the timeline: a session elsewhere, or a stretch for a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alternat.ui.programme.timeline.cards import Card
from alternat.ui.programme.timeline.scale import DAY, GRID, snapped
from alternat.ui.programme.timeline.sheet import Grip


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a session is to stand: minutes of the day in view, and the number of a column."""

    session: int
    column: int
    first: int
    last: int
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """An empty stretch of a column that is to become a session."""

    column: int
    first: int
    last: int


def dragged(card: Card, grip: Grip, minutes: float, columns: int, *, is_copy: bool, count: int) -> Placement:
    """Return where a card lands that was taken hold of and moved by minutes and columns.

    Ends snap to the grid; `count` is the number of columns.
    """
    if grip is Grip.BODY:
        length = card.last - card.first
        first = min(max(snapped(card.first + minutes), 0), DAY - GRID)
        column = min(max(card.column + columns, 0), count - 1)
        return Placement(card.session, column, first, first + length, is_copy)
    first, last = card.first, card.last
    if grip is Grip.TOP:
        first = max(min(snapped(first + minutes), last - GRID), 0)
    else:
        last = max(snapped(last + minutes), first + GRID)
    return Placement(card.session, card.column, first, last)


def dragged_together(
    cards: Sequence[Card], minutes: float, columns: int, *, is_copy: bool, count: int
) -> tuple[Placement, ...]:
    """Return where several cards land that are moved together; none leaves the day or the rooms."""
    first, last = min(card.first for card in cards), max(card.first for card in cards)
    left, right = min(card.column for card in cards), max(card.column for card in cards)
    later = min(max(snapped(minutes), -(first - first % GRID)), DAY - GRID - last)
    across = min(max(columns, -left), count - 1 - right)
    return tuple(
        Placement(card.session, card.column + across, card.first + later, card.last + later, is_copy)
        for card in cards
    )


def between(cards: Sequence[Card], one: Card, other: Card) -> tuple[Card, ...]:
    """Return the cards of the rooms and the stretch of time that two cards span."""
    columns, firsts = sorted((one.column, other.column)), sorted((one.first, other.first))
    return tuple(
        card
        for card in cards
        if columns[0] <= card.column <= columns[1] and firsts[0] <= card.first <= firsts[1]
    )


def stays(card: Card, placement: Placement) -> bool:
    """Return whether a card would stand where it is."""
    return (placement.column, placement.first, placement.last) == (card.column, card.first, card.last)


def preview(card: Card, placement: Placement) -> Card:
    """Return a card as it would stand."""
    return replace(card, column=placement.column, first=placement.first, last=placement.last, lane=0, lanes=1)


def neighbour(cards: tuple[Card, ...], current: Card | None, across: int, down: int) -> Card | None:
    """Return the next card in a direction: the nearest in time across columns, the next in time in one."""
    if current is None:
        return min(cards, key=lambda each: (each.first, each.column), default=None)
    if down:
        own = sorted(
            (each for each in cards if each.column == current.column),
            key=lambda each: (each.first, each.lane),
        )
        at = own.index(current) + down
        return own[at] if 0 <= at < len(own) else current
    beyond = [each for each in cards if (each.column - current.column) * across > 0]
    return min(
        beyond,
        key=lambda each: (abs(each.column - current.column), abs(each.first - current.first)),
        default=current,
    )
