"""Widgets one after the other that come and go: on the page, for the Tab key and for assistive tools."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget


def arrange(layout: QBoxLayout, widgets: Sequence[QWidget]) -> bool:
    """Let a layout hold these and no others, and return whether anything came, went or moved.

    One that stays is left alone, and so is a cursor in it.
    """
    items = (layout.itemAt(at) for at in range(layout.count()))
    held = [item.widget() for item in items if item is not None]
    if held == list(widgets):
        return False
    for widget in held:
        if widget is not None and widget not in widgets:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
    for at, widget in enumerate(widgets):
        if layout.indexOf(widget) != at:
            layout.removeWidget(widget)
            layout.insertWidget(at, widget)
    return True


def read_in_order(widgets: Sequence[QWidget]) -> None:
    """Let assistive tools and the Tab key go through siblings in this order, whenever each was made."""
    for widget in widgets:
        widget.raise_()
    for before, after in pairwise(control for widget in widgets for control in tab_stops(widget)):
        QWidget.setTabOrder(before, after)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return where the Tab key stops in a widget, itself included, in the order in which it is read."""
    # The lists that drop down are windows of their own.
    every = (each for each in (widget, *widget.findChildren(QWidget)) if each.window() is widget.window())
    return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
