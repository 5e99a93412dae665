"""The window's icons: Lucide's outlines, tinted from the palette."""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from alternat.shipped import resource
from alternat.ui.look.tokens import ICON, Palette


class Coloured(Protocol):
    """Whatever has a palette to tint icons from: the screen."""

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        ...


def icon(name: str, screen: Coloured, *, colour: str | None = None, size: int = ICON) -> QIcon:
    """Return the icon of a Lucide name such as `users`, in `colour` or in the palette's text colour.

    `size` is in logical pixels; the picture is drawn for the sharpest screen attached. A name that is not
    among the shipped icons is a FileNotFoundError.
    """
    palette = screen.palette
    result = QIcon()
    result.addPixmap(pixmap(name, colour or palette.text, size), QIcon.Mode.Normal)
    result.addPixmap(pixmap(name, palette.control, size), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: str, size: int = ICON) -> QPixmap:
    """Return an icon as a picture of `size` logical pixels in one colour."""
    tinted = _outline(icon_path(name)).replace("currentColor", colour)
    ratio = max(1.0, QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr] # a window exists
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon_path(name: str) -> Path:
    """Return where the outline of an icon is shipped."""
    return resource("icons", f"{name}.svg")


@lru_cache(maxsize=128)
def _outline(path: Path) -> str:
    return path.read_text(encoding="utf-8")
