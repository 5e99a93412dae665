import json

import pytest

from alternat.documents.press.stocks import (
    Cell,
    Confidence,
    StartBeyondSheet,
    Stock,
    UnknownStock,
    stock,
    stocks,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.shipped import resource


@pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: str(sheet.id))
def test_every_label_lies_on_its_sheet_and_apart_from_the_others(sheet: Stock) -> None:
    assert sheet.fits_page()
    assert len(set(sheet.cells())) == sheet.per_sheet


def test_the_stocks_that_protocol_offices_use_are_there() -> None:
    assert {"L4785", "L7418", "5392", "5395", "5371", "32010", "C9312", "A6", "CR80"} <= {
        each.id for each in stocks()
    }


def test_labels_are_counted_by_rows_from_the_top_left() -> None:
    sheet = stock("L4785")
    assert sheet.cell(1) == Cell(17.5, 13.5, 80, 50)
    assert sheet.cell(2) == Cell(112.5, 13.5, 80, 50)
    assert sheet.cell(3) == Cell(17.5, 68.5, 80, 50)


@pytest.mark.parametrize("name", ["L4785", "l4785", " Avery L4785 ", "avery-l4785", "L4786"])
def test_a_stock_answers_to_any_of_its_names(name: str) -> None:
    assert stock(name).id == "L4785"


def test_no_two_stocks_share_a_name() -> None:
    names = [name.casefold() for each in stocks() for name in (each.id, *each.also)]
    assert len(names) == len(set(names))


def test_an_unknown_stock_names_the_nearest() -> None:
    with pytest.raises(UnknownStock) as caught:
        stock("L4758")
    assert "L4785" in str(caught.value)


def test_a_stock_like_none_lists_them_all() -> None:
    with pytest.raises(UnknownStock) as caught:
        stock("parchment")
    assert "CR80" in str(caught.value)


@pytest.mark.parametrize("start", [0, 11])
def test_printing_starts_on_the_sheet(start: int) -> None:
    with pytest.raises(StartBeyondSheet):
        stock("L4785").cell(start)


def test_a_stock_that_does_not_fit_its_page_is_noticed() -> None:
    good = stock("L4785")
    bad = Stock(**{**{name: getattr(good, name) for name in Stock.__slots__}, "rows": 6})
    assert not bad.fits_page()


def test_the_title_of_a_stock_reads_in_each_language() -> None:
    title = stock("5392").title
    assert [catalog(language).say(title) for language in Language] == [
        "Avery 5392: insert for a badge holder, 101.6 × 76.2 mm, 6 on a page",
        "Avery 5392\u00a0: carton pour porte-nom, 101.6 × 76.2\u00a0mm, 6 par page",
        "Avery 5392：胸牌插卡，101.6 × 76.2 毫米，每页 6 个",
    ]


def test_uses_are_named_in_all_languages_and_the_data_says_what_its_confidence_means() -> None:
    assert not [each.id for each in stocks() if each.use.missing()]
    document = json.loads(resource("stocks.json").read_text(encoding="utf-8"))
    assert set(document["confidence"]) == {confidence.value for confidence in Confidence}
