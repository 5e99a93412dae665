"""The wheel's build hook compiles what the translators wrote."""

import gettext
from pathlib import Path

import pytest
from babel.messages import plurals
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

import update_catalogs
from compile_catalogs import compile_catalog


def test_a_compiled_catalog_says_its_translations_but_not_the_doubtful_ones(tmp_path: Path) -> None:
    catalog = Catalog(locale="fr_CA")
    catalog.add("Add", "Ajouter")
    catalog.add("Remove", "Supprimer", flags=["fuzzy"])
    with (tmp_path / "alternat.po").open("wb") as stream:
        write_po(stream, catalog)

    compile_catalog(tmp_path / "alternat.po", tmp_path / "alternat.mo")

    with (tmp_path / "alternat.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    assert (compiled.gettext("Add"), compiled.gettext("Remove")) == ("Ajouter", "Remove")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("fr_CA", ["personne", "personne", "personnes", "personnes"]), ("zh_CN", ["人"] * 4)],
)
def test_a_compiled_catalog_counts_by_the_rule_of_the_repository(
    locale: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("fr", "zh"):
        monkeypatch.setitem(plurals.PLURALS, language, (3, "n % 3"))

    compile_catalog(update_catalogs.source_of(locale), tmp_path / "alternat.mo")

    with (tmp_path / "alternat.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    said = [compiled.ngettext("{count} person", "{count} people", n) for n in (0, 1, 2, 1_000_000)]
    assert [text.removeprefix("{count}").strip() for text in said] == expected
