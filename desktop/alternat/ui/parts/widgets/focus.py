"""Where the cursor goes when somebody asks for a part of a page rather than for one field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(place: QWidget) -> bool:
    """Put the cursor into the first field of a part of the page; false where it has none to enter."""
    for each in (place, *place.findChildren(QWidget)):
        is_open = each.isEnabled() and not each.isHidden()
        if is_open and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            (each.focusProxy() or each).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False
