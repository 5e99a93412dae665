"""Dragging people to their place of precedence: what a drag carries, and which place a drop means."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

from alternat.planning.roster import Delegate

MIME_TYPE = "application/x-alternat-participations"
"""A JSON list of participation ids."""


def packed(participations: Sequence[int], lines: Sequence[str]) -> QMimeData:
    """Return the data of a drag: participations for this list, and plain lines for any other program."""
    data = QMimeData()
    data.setData(MIME_TYPE, QByteArray(json.dumps(list(participations)).encode()))
    data.setText("\n".join(lines))
    return data


def carried(data: QMimeData) -> tuple[int, ...]:
    """Return the participations a drag carries; none if it comes from elsewhere."""
    if not data.hasFormat(MIME_TYPE):
        return ()
    return tuple(json.loads(bytes(data.data(MIME_TYPE).data())))


def place_at(
    everyone: Sequence[Delegate], shown: Sequence[Delegate], moving: Sequence[int], row: int
) -> int | None:
    """Return the place of precedence of people dropped before a row of the shown list.

    Those who do not show keep their order: the dropped ones stand directly before the person of that row or,
    at the boundary of the sides and at the end, directly after the person above. Nothing is returned where
    they come from two sides or the spot belongs to the other side.
    """
    leaving = frozenset(moving)
    sides = {delegate.side for delegate in everyone if delegate.participation in leaving}
    if len(sides) != 1:
        return None
    side = sides.pop()
    row = len(shown) if row < 0 else row
    below = next((each for each in shown[row:] if each.participation not in leaving), None)
    above = next((each for each in reversed(shown[:row]) if each.participation not in leaving), None)
    staying = [each for each in everyone if each.side == side and each.participation not in leaving]
    if below is not None and below.side == side:
        return staying.index(below) + 1
    if above is not None and above.side == side:
        return staying.index(above) + 2
    return None


def row_beside(shown: Sequence[Delegate], moving: Sequence[int], *, up: bool) -> int | None:
    """Return the row before which people stand after one step up or down among those shown of their side.

    Nothing is returned where they already stand at that end of their side.
    """
    leaving = frozenset(moving)
    rows = [row for row, delegate in enumerate(shown) if delegate.participation in leaving]
    if not rows or len({shown[row].side for row in rows}) != 1:
        return None
    side = shown[rows[0]].side
    beyond = range(rows[0] - 1, -1, -1) if up else range(rows[-1] + 1, len(shown))
    neighbour = next((row for row in beyond if shown[row].side == side), None)
    if neighbour is None:
        return None
    return neighbour if up else neighbour + 1
