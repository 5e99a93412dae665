import pytest

from alternat.ui.parts.tables.searching import Query, searchable


@pytest.mark.parametrize(
    "typed",
    ["wang", "fang wang", "WANGFANG", "wáng fāng", "王芳", "芳", "directr", "directrice wang", ""],
)
def test_a_person_is_found_by_any_words_in_either_script(typed: str) -> None:
    searched = searchable(["Wang Fang", "Fang Wang", "王芳", "Directrice générale"])
    assert Query.of(typed).matches(searched)


@pytest.mark.parametrize("typed", ["wong", "王方", "wang li"])
def test_a_person_is_not_found_by_a_word_that_is_nowhere(typed: str) -> None:
    assert not Query.of(typed).matches(searchable(["Wang Fang", "王芳"]))


@pytest.mark.parametrize("typed", ["lv", "lü", "lyu", "lu", "ly", "lvna"])
def test_the_spellings_of_u_umlaut_find_each_other(typed: str) -> None:
    assert Query.of(typed).matches(searchable(["Lyu Na", "吕娜"]))


def test_words_do_not_match_across_two_texts() -> None:
    assert not Query.of("fang王").matches(searchable(["Wang Fang", "王芳"]))
