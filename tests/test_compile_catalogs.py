"""The wheel's build hook compiles what the translators wrote."""

import gettext
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

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
