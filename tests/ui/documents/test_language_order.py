"""The languages print in an order that the copy's own side leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alternat.language.label import Language
from alternat.ui.documents.language_order import LanguageOrder
from tests.ui.documents.bench import Bench


@pytest.fixture
def order(bench: Bench) -> LanguageOrder:
    return bench.page.set_up.options.editor("languages").findChildren(LanguageOrder)[0]


def test_the_languages_of_the_copys_side_come_first(bench: Bench, order: LanguageOrder) -> None:
    assert order.value == (Language.EN, Language.FR, Language.ZH)
    bench.edit("copy_for", "CN")
    assert order.value == (Language.ZH, Language.EN, Language.FR)


def test_a_move_against_the_alternat_cannot_be_made(bench: Bench, order: LanguageOrder) -> None:
    bench.edit("copy_for", "CN")
    chinese, english, _french = (row.box for row in order._rows)
    with bench.qtbot.assertNotEmitted(order.chosen):
        QTest.keyClick(chinese, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(english, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order.value == (Language.ZH, Language.FR, Language.EN)
    assert bench.page.order().options.languages == (Language.ZH, Language.FR, Language.EN)


def test_one_language_always_stays(bench: Bench, order: LanguageOrder) -> None:
    for row in order._rows:
        row.box.click()
    assert order.value == (Language.ZH,)
    assert bench.page.order().options.languages == (Language.ZH,)
