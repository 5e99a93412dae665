"""The catalogs follow the code without losing or guessing a translation."""

import shutil
from pathlib import Path

import pytest
from babel.messages import plurals
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

import update_catalogs
from update_catalogs import (
    PLURAL_FORMS,
    ForeignPlurals,
    empty_catalog,
    read_catalog,
    untranslated,
    updated,
    write_catalog,
)

COUNTED = """
msgid "{count} person"
msgid_plural "{count} people"
msgstr[0] "{count} personne"
msgstr[1] "{count} personnes"
"""
RULE = '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
LANGUAGE = '"Language: fr_CA\\n"\n'
CHARSET = '"Content-Type: text/plain; charset=utf-8\\n"\n'


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


@pytest.fixture(params=["(n != 1)", "(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2"])
def _other_rule(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Babel with another rule for every language, as another version brings it."""
    rule = (3 if "?" in request.param else 2, request.param)
    for language in ("fr", "zh", "fr_CA", "zh_CN"):
        monkeypatch.setitem(plurals.PLURALS, language, rule)


@pytest.mark.usefixtures("_other_rule")
@pytest.mark.parametrize(
    "header",
    [
        LANGUAGE + RULE + CHARSET,
        RULE + LANGUAGE + CHARSET,
        CHARSET + RULE + LANGUAGE,
        CHARSET + LANGUAGE,
        CHARSET,
        CHARSET + RULE.replace("(n > 1)", "n>1"),
        CHARSET + RULE.replace("nplurals=2", "nplurals=3"),
        CHARSET + LANGUAGE + RULE.replace("(n > 1)", "(n != 1)"),
    ],
)
def test_a_translators_file_is_read_by_the_rule_of_the_repository(tmp_path: Path, header: str) -> None:
    source = tmp_path / "alternat.po"
    source.write_text(f'msgid ""\nmsgstr ""\n{header}{COUNTED}', encoding="utf-8")

    new = updated(template(("{count} person", "{count} people"), "Add"), source, "fr_CA")
    write_catalog(new, source)

    assert strings(new) == {
        ("{count} person", "{count} people"): ("{count} personne", "{count} personnes"),
        "Add": None,
    }
    assert f"Plural-Forms: {PLURAL_FORMS['fr_CA']}" in source.read_text(encoding="utf-8")


@pytest.mark.usefixtures("_other_rule")
def test_running_it_again_changes_no_file_whatever_rule_babel_brings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(update_catalogs.TRANSLATIONS, tmp_path / "translations")
    monkeypatch.setattr(update_catalogs, "TRANSLATIONS", tmp_path / "translations")
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*.po*"))}

    update_catalogs.main()

    assert len(before) == 3
    assert {path: path.read_bytes() for path in before} == before
    assert capsys.readouterr().out == ""


def test_a_file_that_came_back_with_other_plural_forms_stops_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_catalogs, "TRANSLATIONS", tmp_path)
    source = update_catalogs.source_of("fr_CA")
    source.parent.mkdir(parents=True)
    three = RULE.replace("nplurals=2", "nplurals=3").replace("(n > 1)", "(n > 1 ? 2 : 0)")
    content = f'msgid ""\nmsgstr ""\n{CHARSET}{three}{COUNTED}msgstr[2] "{{count}} personnes"\n'
    source.write_text(content, encoding="utf-8")

    with pytest.raises(ForeignPlurals):
        read_catalog(source, "fr_CA")
    with pytest.raises(SystemExit, match="nplurals=3"):
        update_catalogs.main()

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [source]
    assert source.read_text(encoding="utf-8") == content
