import pytest

from alternat.documents.press.drawing import BLACK, WHITE, colour_of, readable_on


def test_a_colour_is_read_from_its_digits() -> None:
    assert colour_of("#FF8000") == (1.0, 128 / 255, 0.0)


@pytest.mark.parametrize("text", ["", "red", "#12345", "#GG0000"])
def test_a_slip_in_a_colour_still_prints(text: str) -> None:
    assert colour_of(text) == BLACK


@pytest.mark.parametrize(("background", "ink"), [("#B3261E", WHITE), ("#1F5FAA", WHITE), ("#FFD400", BLACK)])
def test_text_on_a_colour_is_black_or_white_whichever_reads_better(
    background: str, ink: tuple[float, float, float]
) -> None:
    assert readable_on(colour_of(background)) == ink
