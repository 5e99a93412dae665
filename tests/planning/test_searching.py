"""Entries are found by words of any of their languages, ranked, with the place to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.planning.searching import ELLIPSIS, Hit, SearchIndex, excerpt

DRUGS = (
    "Cooperation against drugs in Montréal",
    "Coopération contre les drogues à Montréal",
    "在蒙特利尔合作缉毒",
)
BORDER = ("The RCMP’s report on the border", "L’œuvre de la frontière", "与RCMP交流，１２３号文件")


def index_of(**entries: tuple[str, ...]) -> SearchIndex:
    index = SearchIndex()
    for key, texts in entries.items():
        index.put(key, texts)
    return index


@pytest.fixture
def index() -> SearchIndex:
    return index_of(drugs=DRUGS, border=BORDER)


def keys(index: SearchIndex, words: str) -> list[object]:
    found = index.search(words, 50)
    assert found.total == len(found.hits)
    return [hit.key for hit in found.hits]


@pytest.mark.parametrize(
    "words",
    [
        *("Montréal", "montreal", "MONTRÉAL", "Montre\u0301al", "ｍｏｎｔｒｅａｌ", "ntrea"),
        *("毒", "缉毒", "合作缉毒", "在"),
        *("drugs 缉毒", "缉毒 cooperation", "drogues drugs"),
        *(
            "“drugs in Montreal”",
            '"drugs  in montreal"',
            "« les drogues »",
            "“drugs in",
            "drugs “in Montréal” 毒",
        ),
        *("drugs drugs", "drugs\u3000毒", "drugs\u00a0毒", "\u200bdrugs"),
    ],
)
def test_words_of_any_language_find_the_entry(index: SearchIndex, words: str) -> None:
    assert keys(index, words) == ["drugs"]


@pytest.mark.parametrize(
    "words", ["oeuvre", "Œuvre", "l'oeuvre", "l’œuvre", "lʼœuvre", "RCMP's", "１２３", "123", "与rcmp"]
)
def test_ligatures_apostrophes_and_wide_digits_are_found(index: SearchIndex, words: str) -> None:
    assert keys(index, words) == ["border"]


@pytest.mark.parametrize(
    "words",
    [
        *("", "  ", "\u3000\u00a0\t\n", "“”", '"', "«  »", "\u200b", "\u0301", "\ufeff"),
        *("drugs border", "毒缉", "“Montréal drugs”", "緝毒", "drugs nowhere"),
        *(".*", "dr.gs", "(", "[a-z]+", "\\", "drugs|border", "^", "%", "_", "*"),
        *("\x00", "drugs \x1bx", "\ud800x", "x" * 100_000, "毒 " * 10_000 + "x"),
    ],
)
def test_nothing_is_found_where_a_word_is_missing(index: SearchIndex, words: str) -> None:
    assert keys(index, words) == []


def test_a_phrase_does_not_run_from_one_text_into_the_next() -> None:
    assert keys(index_of(one=("first", "second")), "“first second”") == []
    assert keys(index_of(one=("first\nsecond",)), "“first second”") == ["one"]


def test_punctuation_is_found_as_it_stands() -> None:
    index = index_of(dash=("Canada–China",), blank=("Canada China",), sign=("100 % (net)",))
    assert keys(index, "canada-china") == ["dash"]
    assert keys(index, "canada—china") == ["dash"]
    assert keys(index, "%") == ["sign"]
    assert keys(index, "(net") == ["sign"]


def test_entries_with_all_words_at_their_beginnings_in_one_text_come_first() -> None:
    index = index_of(
        inside=("unsigned treaty",),
        several=("signed", "treaty"),
        later=("treaty that is signed",),
        one=("signed treaty",),
    )
    assert keys(index, "sign treaty") == ["later", "one", "several", "inside"]


@pytest.mark.parametrize(
    "text", ["l’état", "sino-état", "(état", "“état”", "«état»", "与état", "a/état", "x, état"]
)
def test_a_word_begins_after_punctuation_and_after_chinese(text: str) -> None:
    index = index_of(inside=("métatarse",), begins=(text,))
    assert keys(index, "etat") == ["begins", "inside"]


def test_chinese_begins_anywhere() -> None:
    index = index_of(middle=("合作缉毒",), first=("缉毒合作",))
    assert keys(index, "缉毒") == ["middle", "first"]


def test_equals_keep_the_order_of_their_keys() -> None:
    index = index_of(c=("treaty",), a=("treaty",), b=("treaty",))
    index.put("c", ("a treaty",))
    assert keys(index, "treaty") == ["c", "a", "b"]


def test_replaced_and_removed_entries_are_no_longer_found(index: SearchIndex) -> None:
    index.put("drugs", ("Extradition",))
    assert keys(index, "毒") == []
    assert keys(index, "extra") == ["drugs"]
    index.remove("drugs")
    index.remove("drugs")
    assert keys(index, "extra") == []
    assert len(index) == 1


def test_no_more_are_shown_than_asked_for_and_the_rest_is_counted() -> None:
    index = SearchIndex()
    for key in range(30):
        index.put(key, (("untreaty",), ("treaty",))[key % 2])
    found = index.search("treaty", 10)
    assert [hit.key for hit in found.hits] == list(range(1, 20, 2))
    assert found.total == 30
    assert [hit.key for hit in index.search("treaty", 16).hits] == [*range(1, 30, 2), 0]
    assert index.search("treaty", 0).hits == ()
    assert index.search("treaty", 0).total == 30


def test_the_best_are_looked_for_beyond_the_first_that_fit() -> None:
    index = index_of(inside=("unsigned treaty",), several=("signed", "treaty"), one=("signed treaty",))
    (hit,) = index.search("signed treaty", 1).hits
    assert hit.key == "one"


def shown(index: SearchIndex, words: str, entry: tuple[str, ...]) -> tuple[int, str]:
    (hit,) = index.search(words, 5).hits
    return hit.text, entry[hit.text][hit.start : hit.end]


@pytest.mark.parametrize(
    ("words", "text", "place"),
    [
        ("montreal", 0, "Montréal"),
        ("drogues", 1, "drogues"),
        ("毒", 2, "毒"),
        ("montreal drogues", 1, "Montréal"),
        ("montreal 毒", 0, "Montréal"),
        ("“les drogues a” drugs", 1, "les drogues à"),
    ],
)
def test_a_hit_shows_the_first_word_in_the_best_text(words: str, text: int, place: str) -> None:
    assert shown(index_of(drugs=DRUGS), words, DRUGS) == (text, place)


def test_a_hit_shows_the_beginning_of_a_word_rather_than_the_inside_of_one() -> None:
    entry = ("unsigned and", "unsigned, signed")
    assert index_of(key=entry).search("sign", 1).hits == (Hit("key", 1, 10, 14),)
    assert index_of(key=entry[:1]).search("sign", 1).hits == (Hit("key", 0, 2, 6),)


def test_a_hit_is_of_the_text_as_it_was_put() -> None:
    entry = ("  Œuvre\u00a0 de  Montre\u0301al !",)
    assert shown(index_of(key=entry), "montreal", entry) == (0, "Montre\u0301al")
    assert shown(index_of(key=entry), "“oeuvre de”", entry) == (0, "Œuvre\u00a0 de")
    assert shown(index_of(key=entry), "o", entry) == (0, "Œ")


def test_an_excerpt_does_not_part_a_letter_from_its_accent() -> None:
    text = "xxxxe\u0301e\u0301e\u0301 word " + "y" * 20
    start = text.index("word")
    for width in range(4, 30):
        part = excerpt(text, start, start + 4, width).text.strip(ELLIPSIS)
        assert not part.startswith("\u0301")


WORDS = st.text(st.sampled_from("aéœ毒, -’'“\"\n\u0301Ａ(R"), max_size=12)


@given(st.lists(WORDS, max_size=4), WORDS)
def test_whatever_is_asked_a_hit_shows_its_place(texts: list[str], words: str) -> None:
    index = index_of(key=tuple(texts))
    for hit in index.search(words, 5).hits:
        assert 0 <= hit.start < hit.end <= len(texts[hit.text])


TEXT = "The two sides agreed in principle to continue their cooperation against organized crime."


def test_an_excerpt_is_cut_between_words_around_its_place() -> None:
    start = TEXT.index("continue")
    part = excerpt(TEXT, start, start + 8, 40)
    assert part.text[part.start : part.end] == "continue"
    assert part.text == f"{ELLIPSIS}in principle to continue their{ELLIPSIS}"


def test_an_excerpt_of_a_short_text_is_the_text_in_one_line() -> None:
    assert excerpt("one\ntwo", 4, 7, 40).text == "one two"
    assert excerpt(TEXT, 0, 3, len(TEXT)).text == TEXT
    assert excerpt(TEXT, len(TEXT) - 6, len(TEXT), 20).text == f"{ELLIPSIS}organized crime."


def test_the_place_of_an_excerpt_is_whole_however_narrow() -> None:
    part = excerpt(TEXT, 4, 20, 3)
    assert part.text[part.start : part.end] == TEXT[4:20]


@given(st.text(st.sampled_from("ab 毒\ne\u0301"), min_size=1, max_size=80), st.integers(0, 80), st.data())
def test_an_excerpt_never_loses_its_place(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = excerpt(text, start, end, width)
    assert part.text[part.start : part.end] == text[start:end].replace("\n", " ")
    assert len(part.text) <= max(width, end - start) + 2 * len(ELLIPSIS)
    assert part.text.startswith(ELLIPSIS) or text.replace("\n", " ").startswith(
        part.text.removesuffix(ELLIPSIS)
    )
