"""The arrows on the timeline: what each does alone, with Shift, with Alt, and with Shift and Alt."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt

from alternat.ui.programme.timeline.sheet import Grip

_KEYS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_EXTEND = Qt.KeyboardModifier.ShiftModifier
_MOVE = Qt.KeyboardModifier.AltModifier
_STRETCH = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Act:
    """A step across columns and down the grid: of the selection without a grip, else of what is held."""

    across: int
    down: int
    grip: Grip | None
    extends: bool = False
    """Whether what is selected stays selected."""


STEPS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Act] = MappingProxyType(
    {
        **{(key, _PLAIN): Act(*step, None) for key, step in _KEYS.items()},
        **{(key, _EXTEND): Act(*step, None, extends=True) for key, step in _KEYS.items()},
        **{(key, _MOVE): Act(*step, Grip.BODY) for key, step in _KEYS.items()},
        **{(key, _STRETCH): Act(0, down, Grip.BOTTOM) for key, (_, down) in _KEYS.items() if down},
    }
)
"""What the arrows do, by key and modifiers."""
