"""Finds what a layout cuts off or lays one over the other, in any part of a window."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget


def words_of(widget: QWidget) -> str:
    """Return what a control shows or is called, for a failure that says which one it is."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} “{text or widget.accessibleName()}”"


def shown(root: QWidget) -> Iterator[QWidget]:
    """Give the controls and labels that are in sight in a part of the window, what can be scrolled to too."""
    for each in root.findChildren(QWidget):
        is_one = isinstance(each, QLabel | QAbstractButton | QLineEdit | QAbstractScrollArea)
        if is_one and each.isVisibleTo(root) and not isinstance(each.parentWidget(), QAbstractScrollArea):
            yield each


def cut_off(root: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need."""
    found = []
    for each in shown(root):
        if isinstance(each, QLabel) and each.text():
            if each.wordWrap():
                is_cut = each.heightForWidth(each.width()) > each.height()
            else:
                is_cut = each.sizeHint().width() > each.width() or each.sizeHint().height() > each.height()
        elif isinstance(each, QAbstractButton) and each.text():
            is_cut = each.sizeHint().width() > each.width() or each.sizeHint().height() > each.height()
        elif isinstance(each, QLineEdit):
            is_cut = each.minimumSizeHint().height() > each.height() + 1  # the frame of Qt’s own style
        else:
            continue
        if is_cut:
            found.append(f"{words_of(each)} {each.size().toTuple()} of {each.sizeHint().toTuple()}")
    return found


def one_over_the_other(root: QWidget) -> list[str]:
    """Return the pairs of controls of the same part that lie one over the other."""
    leaves = [each for each in shown(root) if each.width() and each.height()]
    boxes = [(each, QRect(each.mapTo(root, QPoint(0, 0)), each.size())) for each in leaves]
    return [
        f"{words_of(one)} and {words_of(other)}"
        for at, (one, place) in enumerate(boxes)
        for other, there in boxes[at + 1 :]
        if place.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def beyond_the_edge(root: QWidget) -> list[str]:
    """Return the controls that reach over the left or right edge of a part that scrolls up and down only.

    A part in a scrolled area has the width of what is seen of it.
    """
    found = []
    seen = root.parentWidget() or root
    for each in shown(root):
        left = each.mapTo(root, QPoint(0, 0)).x()
        if left < 0 or left + each.width() > seen.width():
            found.append(f"{words_of(each)} {left}…{left + each.width()} of {seen.width()}")
    return found
