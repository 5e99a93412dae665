"""The languages print in the order that is chosen; that of the copy's side is only suggested."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alternat.language.label import Language
from alternat.ui.documents.editors import Languages
from alternat.ui.parts.widgets.language_order import LanguageOrder
from tests.ui.documents.bench import Bench


@pytest.fixture
def order(bench: Bench) -> LanguageOrder:
    return bench.page.set_up.options.editor("languages").findChildren(LanguageOrder)[0]


def test_the_order_of_the_copys_side_is_suggested(bench: Bench, order: LanguageOrder) -> None:
    assert order.value == (Language.EN, Language.FR, Language.ZH)
    bench.edit("copy_for", "CN")
    assert order.value == (Language.ZH, Language.EN, Language.FR)


def test_any_order_can_be_chosen_and_is_kept_for_that_copy(bench: Bench, order: LanguageOrder) -> None:
    _english, french, _chinese = (row.box for row in order._rows)
    QTest.keyClick(french, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    french_first = (Language.FR, Language.EN, Language.ZH)
    assert bench.page.order().options.languages == french_first
    bench.edit("copy_for", "CN")
    assert order.value == (Language.ZH, Language.EN, Language.FR)
    bench.edit("copy_for", "CA")
    assert order.value == french_first
    assert [each.options.languages[0] for each in bench.page.copies()] == [Language.FR, Language.ZH]


def test_an_order_can_be_made_that_of_the_side(bench: Bench) -> None:
    bench.edit("languages", (Language.FR, Language.EN, Language.ZH))
    editor = bench.page.set_up.options.editor("languages")
    assert isinstance(editor, Languages)
    assert not editor._keep.isHidden()
    editor._keep.click()
    side = bench.desk.tables.Side
    assert side.get(side.code == "CA").languages == ("fr", "en", "zh")
    bench.page.choose_kind("programme")
    assert bench.page.order().options.languages[0] is Language.FR
    bench.desk.workspace.undo()
    assert side.get(side.code == "CA").languages == ("en", "fr")


def test_one_language_always_stays(bench: Bench, order: LanguageOrder) -> None:
    for row in order._rows:
        row.box.click()
    assert order.value == (Language.ZH,)
    assert bench.page.order().options.languages == (Language.ZH,)
