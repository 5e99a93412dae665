"""What the person is typing and has not committed, which nothing that comes in may overwrite."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


@runtime_checkable
class Typed(Protocol):
    """A field that keeps what is typed until it is committed."""

    @property
    def is_changed(self) -> bool:
        """Return whether something is typed that is not committed."""
        ...

    @property
    def overtaken_by(self) -> str | None:
        """Return what another desk has stored meanwhile, or None."""
        ...


def field_in_use() -> Typed | None:
    """Return the field in which something is typed that is not committed yet."""
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, Typed) and focused.is_changed else None


def finish_typing() -> bool:
    """Let the field with the cursor commit what is typed; return False where that is refused."""
    field, focused = field_in_use(), QApplication.focusWidget()
    if field is None or focused is None:
        return True
    focused.clearFocus()
    focused.setFocus(Qt.FocusReason.OtherFocusReason)
    return not field.is_changed


def must_wait() -> bool:
    """Return whether what is being typed or dragged would be lost if what stands around it were filled anew.

    A cell's editor goes with its cell, and a list may put another row under the field. What shows one row
    and keeps what is typed says so by `keeps_typing`.
    """
    is_held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    if is_held or QApplication.activePopupWidget() is not None:
        return True
    focused = QApplication.focusWidget()
    if focused is None or _is_in_cell(focused):
        return focused is not None
    is_typed = field_in_use() is not None
    return is_typed and not any(getattr(each, "keeps_typing", False) for each in _around(focused))


def _is_in_cell(widget: QWidget) -> bool:
    around = _around(widget)
    return any(
        isinstance(view, QAbstractItemView) and view.viewport() in around and view.viewport() is not widget
        for view in around
    )


def _around(widget: QWidget) -> list[QWidget]:
    """Return a widget and all that it stands in."""
    around = [widget]
    while (parent := around[-1].parentWidget()) is not None:
        around.append(parent)
    return around
