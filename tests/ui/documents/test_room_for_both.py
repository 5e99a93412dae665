"""Set-up and pages share the window where there is room, and take turns where the text is too large."""

from collections.abc import Iterator

import pytest

from alternat.language.label import Language
from tests.ui.documents.bench import Bench


@pytest.fixture(autouse=True)
def usual_size(bench: Bench) -> Iterator[None]:
    yield
    bench.desk.screen.set_text_scale(100)
    bench.desk.screen.set_language(Language.EN)


def shown(bench: Bench) -> tuple[bool, bool]:
    return bench.page.set_up.isVisible(), bench.page.column.isVisible()


def test_both_show_where_there_is_room(bench: Bench) -> None:
    assert (shown(bench), bench.page.columns.switch.isVisible()) == ((True, True), False)


def test_large_text_shows_one_at_a_time(bench: Bench) -> None:
    bench.desk.screen.set_text_scale(200)
    switch = bench.page.columns.switch
    assert (shown(bench), switch.isVisible()) == ((False, True), True)
    switch.button(bench.page.set_up).click()
    assert shown(bench) == (True, False)
    bench.desk.screen.set_text_scale(100)
    assert shown(bench) == (True, True)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_asks_for_more_width_than_there_is(bench: Bench, language: Language, scale: int) -> None:
    bench.desk.screen.set_language(language)
    bench.page.retranslate()
    bench.desk.screen.set_text_scale(scale)
    bench.page.load()
    page = bench.page
    assert page.columns.minimumSizeHint().width() <= 940
    visible = [each for each in (page.set_up, page.column) if each.isVisible()]
    assert sum(each.minimumSizeHint().width() for each in visible) <= page.width()


def test_who_is_selected_shows_on_the_pages_and_is_edited_in_the_set_up(bench: Bench) -> None:
    bench.desk.screen.set_text_scale(200)
    bench.page.columns.show_set_up()
    bench.page.search("cormier")
    assert shown(bench) == (False, True)
    bench.page.column.selection.edit.click()
    assert shown(bench) == (True, False)


def test_a_low_window_offers_the_kinds_in_a_list_that_drops_down(bench: Bench) -> None:
    kinds = bench.page.set_up.kinds
    assert kinds.is_dropped_down
    kinds.list.activated.emit(2)
    assert bench.page.order().kind.id == "programme"
    bench.page.resize(1072, 1400)
    assert not kinds.is_dropped_down


def test_the_button_to_save_keeps_its_words_where_they_fit(bench: Bench) -> None:
    copy = bench.page.column.copy
    assert (copy.save.isVisible(), copy.save_by_icon.isVisible()) == (True, False)
    bench.page.resize(610, 620)
    assert (copy.save.isVisible(), copy.save_by_icon.isVisible()) == (False, True)
