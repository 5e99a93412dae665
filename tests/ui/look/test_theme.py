"""The style sheet is made from the tokens and from nothing else."""

import re

import pytest
from PySide6.QtGui import QPalette

from alternat.shipped import resource
from alternat.ui.look.theme import qt_palette, style_sheet
from alternat.ui.look.tokens import DARK, LIGHT, Palette


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_the_style_sheet_is_a_token(palette: Palette) -> None:
    tokens = {getattr(palette, name) for name in palette.__slots__ if name != "is_dark"}

    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", style_sheet(palette, 1.0))) <= tokens


def test_the_source_names_no_colour_itself() -> None:
    source = resource("style", "window.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", source) == []


def test_text_grows_with_the_scale() -> None:
    assert 'QLabel[text-role="heading"] { font-size: 20px;' in style_sheet(LIGHT, 1.0)
    assert 'QLabel[text-role="heading"] { font-size: 40px;' in style_sheet(LIGHT, 2.0)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_qt_draws_with_the_same_colours(palette: Palette) -> None:
    made = qt_palette(palette)

    assert made.color(QPalette.ColorRole.Base).name() == palette.surface
    assert made.color(QPalette.ColorRole.Text).name() == palette.text


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marks_that_the_style_sheet_loads_are_shipped(palette: Palette) -> None:
    addresses = re.findall(r"url\(([^)]+)\)", style_sheet(palette, 1.0))

    assert addresses
    assert [each for each in addresses if not resource(each).is_file()] == []
