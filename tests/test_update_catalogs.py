"""The catalogs follow the code without losing or guessing a translation."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from update_catalogs import empty_catalog, read_catalog, untranslated, updated, write_catalog


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A French file with a sentence, a count and a sentence that the code no longer says."""
    catalog = empty_catalog("fr_CA")
    catalog.add("Add", "Ajouter")
    catalog.add(("{count} person", "{count} people"), ("{count} personne", "{count} personnes"))
    catalog.add("Gone", "Disparu")
    path = tmp_path / "alternat.po"
    with path.open("wb") as stream:
        write_po(stream, catalog)
    return path


def template(*sentences: str | tuple[str, str]) -> Catalog:
    catalog = Catalog()
    for sentence in sentences:
        catalog.add(sentence)
    return catalog


def strings(catalog: Catalog) -> dict[object, object]:
    return {entry.id: entry.string for entry in catalog if entry.id}


def test_known_sentences_keep_their_translation_new_ones_are_empty_and_gone_ones_leave(source: Path) -> None:
    new = updated(template("Add", "Added", ("{count} person", "{count} people")), source, "fr_CA")

    assert strings(new) == {
        "Add": "Ajouter",
        "Added": None,
        ("{count} person", "{count} people"): ("{count} personne", "{count} personnes"),
    }
    assert [entry.id for entry in untranslated(new)] == ["Added"]


def test_a_sentence_that_becomes_a_count_is_translated_anew(source: Path) -> None:
    new = updated(template(("Add", "Add all")), source, "fr_CA")

    assert [entry.id for entry in untranslated(new)] == [("Add", "Add all")]


def test_a_locale_may_start_from_nothing(tmp_path: Path) -> None:
    assert strings(updated(template("Add"), tmp_path / "none.po", "zh_CN")) == {"Add": None}


def test_a_file_says_the_same_sentences_after_writing_and_carries_no_date(source: Path) -> None:
    catalog = read_catalog(source, "fr_CA")
    write_catalog(catalog, source)
    content = source.read_text(encoding="utf-8")

    assert strings(read_catalog(source, "fr_CA")) == strings(catalog)
    assert "Date" not in content
    assert content.index('"Add"') < content.index('"Gone"') < content.index('"{count} person"')


def test_a_file_that_would_not_change_is_not_touched(source: Path) -> None:
    write_catalog(read_catalog(source, "fr_CA"), source)
    before = source.stat()
    write_catalog(read_catalog(source, "fr_CA"), source)

    assert source.stat().st_ino == before.st_ino
    assert list(source.parent.iterdir()) == [source]
