"""The test sheet outlines every label where it is believed to be, and says how to read it."""

import pytest

from alternat.documents.kinds.badges.calibration import CALIBRATION, CalibrationOptions, compose_calibration
from alternat.documents.press.drawing import Rule
from alternat.documents.press.paper import millimetres
from alternat.documents.press.raster import Pages
from alternat.documents.press.stocks import UnknownStock, stock, stocks
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Press
from alternat.language.label import Language


def outlines(options: CalibrationOptions) -> set[tuple[float, float, float, float]]:
    """Return the lines of the sheet in millimetres, to a tenth."""
    page = compose_calibration(None, options, Typesetter()).pages[0]
    return {
        tuple(round(millimetres(each), 1) for each in (item.x, item.y, item.to_x, item.to_y))  # type: ignore[misc]
        for placed in page.blocks
        for item in placed.block.items
        if isinstance(item, Rule)
    }


def test_the_labels_are_outlined_where_the_badges_print() -> None:
    drawn = outlines(CalibrationOptions(Language.EN, "L4785"))
    for cell in stock("L4785").cells():
        assert (cell.left, cell.top, cell.left + cell.width, cell.top) in drawn


def test_the_correction_moves_every_line() -> None:
    plain = outlines(CalibrationOptions(Language.EN, "L4785"))
    moved = outlines(CalibrationOptions(Language.EN, "L4785", (1.0, -2.0)))
    back = {
        tuple(round(each - by, 1) for each, by in zip(line, (1.0, -2.0, 1.0, -2.0), strict=True))
        for line in moved
    }
    assert back == plain


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (Language.EN, "Test sheet for Avery 5392"),
        (Language.FR, "Page d’essai pour Avery 5392"),
        (Language.ZH, "Avery 5392 测试页"),
    ],
)
def test_the_sheet_speaks_the_language_of_the_screen(language: Language, title: str) -> None:
    press = Press()
    composition = press.compose(CALIBRATION, None, CalibrationOptions(language, "5392"))
    with Pages(press.write(composition)) as pages:
        assert title in pages.text(0)
    assert (composition.info.title, composition.findings, composition.placements) == (title, (), ())


@pytest.mark.parametrize("name", [each.id for each in stocks()])
def test_every_stock_has_a_test_sheet_of_its_own_paper(name: str) -> None:
    page = compose_calibration(None, CalibrationOptions(Language.FR, name), Typesetter()).pages[0]
    size = (round(millimetres(page.width), 1), round(millimetres(page.height), 1))
    assert size == tuple(round(length, 1) for length in stock(name).page_mm)


def test_a_stock_that_nobody_knows_is_told() -> None:
    with pytest.raises(UnknownStock):
        compose_calibration(None, CalibrationOptions(Language.EN, "L9999"), Typesetter())
