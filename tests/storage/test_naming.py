"""Rows in words, for messages about them."""

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.models.tables import MODELS
from alternat.storage.naming import row_name

TABLES = [model._meta.table_name for model in MODELS]


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_every_table_has_words_in_every_language(table: str) -> None:
    for language in Language:
        assert catalog(language).say(row_name(table, 7, None)).endswith(" 7")


def test_a_session_is_named_by_its_title_and_a_sub_group_by_its_name() -> None:
    speaking = catalog(Language.EN)
    assert speaking.say(row_name("session", 7, {"title": '{"en":"Plenary"}'})) == "the session Plenary"
    assert speaking.say(row_name("sub_group", 7, {"name": '{"en":"Cyber"}'})) == "the sub-group Cyber"
