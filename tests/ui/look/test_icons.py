"""The icons are shipped, used, and tinted."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from alternat.shipped import resource
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen

UI = Path(__file__).parents[3] / "desktop" / "alternat" / "ui"
SHIPPED = {path.stem for path in resource("icons").glob("*.svg")}
MARKS = {f"{mark}-{ink}" for mark in ("check", "down", "up") for ink in ("light", "dark")}
"""The ones that the style sheet loads by itself."""


def named_in_code() -> set[str]:
    source = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    return {name for name in re.findall(r'"([a-z0-9-]+)"', source) if name in SHIPPED}


def test_every_shipped_icon_is_used() -> None:
    assert SHIPPED - MARKS - named_in_code() == set()


def test_the_licence_stands_beside_the_icons() -> None:
    assert resource("icons", "LICENSE").read_text(encoding="utf-8").startswith("ISC License")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(SHIPPED - MARKS))
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    picture = pixmap(name, "#3a55c9", 24).toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }

    assert "#3a55c9" in inks


def test_an_icon_is_as_sharp_as_the_screen(screen: Screen, qapp: QApplication) -> None:
    icon = screen.icon("users", size=16)

    assert icon.availableSizes()[0].width() == round(16 * qapp.devicePixelRatio())


@pytest.mark.usefixtures("qapp")
def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", QColor("black").name())
