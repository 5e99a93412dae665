"""Colours that are put together can be told apart, in both themes."""

import pytest

from alternat.ui.look.tokens import DARK, LIGHT, PAIRS, Pair, Palette, contrast, mark_colour, readable_on

SIDE_COLOURS = ("#B3261E", "#1F5FA8", "#ffffff", "#000000", "#777777")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.ink} on {pair.ground}")
def test_every_pair_of_tokens_has_its_contrast(pair: Pair, palette: Palette) -> None:
    assert contrast(getattr(palette, pair.ink), getattr(palette, pair.ground)) >= pair.ratio


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", SIDE_COLOURS)
def test_the_mark_of_a_side_stands_out_whatever_its_colour(colour: str, palette: Palette) -> None:
    assert contrast(mark_colour(colour, palette), palette.surface) >= 3


@pytest.mark.parametrize("colour", SIDE_COLOURS)
def test_what_is_written_on_a_sides_colour_can_be_read(colour: str) -> None:
    assert contrast(readable_on(colour), colour) >= 4.5
