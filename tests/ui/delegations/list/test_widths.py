from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.ui.delegations.list.columns import COLUMNS
from alternat.ui.delegations.list.widths import NARROW, WIDE, shared_out, widths_of_words
from tests.ui.delegations.list.delegates_made import made

SHOWN = [column for column in COLUMNS if column.at_first]


def px(size: float) -> int:
    return round(size)


def measure(text: str) -> int:
    return 10 * len(text)


def words_of(*acronyms: str) -> dict[str, int]:
    people = [made(at, entity_acronym=Label.same(acronym)) for at, acronym in enumerate(acronyms, 1)]
    return dict(widths_of_words(COLUMNS, people, catalog(Language.EN), measure, px))


def test_short_columns_are_as_wide_as_their_widest_word_within_limits() -> None:
    assert words_of("GAC", "RCMPX")["entity"] == 50 + 26
    assert words_of("A")["entity"] == NARROW
    assert words_of("A very long acronym")["entity"] == WIDE


def test_the_columns_fill_the_room_there_is() -> None:
    words = words_of("GAC")
    for available in (900, 1200, 1600):
        assert available - 3 <= sum(shared_out(SHOWN, words, available, px)) <= available


def test_too_little_room_takes_from_names_and_positions_only_so_far() -> None:
    words = words_of("GAC")
    narrow = dict(zip([column.id for column in SHOWN], shared_out(SHOWN, words, 300, px), strict=True))
    assert narrow["entity"] == words["entity"]
    assert narrow["name"] == 90
