"""Marks on widgets that the style sheet reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and draw the widget by it."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def label(role: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label; `role` is heading, title, strong, muted, caption, caption-strong or figure."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("text-role", role)
    return result


def hairline() -> QFrame:
    """Return a line that divides."""
    line = QFrame()
    line.setProperty("line", "true")
    return line


def surface(widget: QWidget, name: str) -> None:
    """Give a widget the ground of a surface: page, side, card or popup."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("surface", name)
