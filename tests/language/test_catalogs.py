"""A catalog says a message in its language and never fails over a slip in a translation."""

import gettext
import io
import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages import plurals
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from alternat.errors import AlternatError
from alternat.language import catalogs
from alternat.language.catalogs import Catalog, catalog
from alternat.language.label import Label, Language
from alternat.language.messages import counted, mark, message
from alternat.nouns.delegations import Role
from update_catalogs import empty_catalog

EN, FR, ZH = Language


class Missing(AlternatError):
    """A file is not there."""

    template = mark("There is no file {name}.")


class Shade(StrEnum):
    """An enumeration the vocabulary does not know."""

    RED = "red"


def french(**translations: str | tuple[str, ...]) -> Catalog:
    """A French catalog of these translations; keys are source texts with _ for spaces."""
    return Catalog(FR, gettext.GNUTranslations(io.BytesIO(compiled(translations))))


def compiled(translations: dict[str, str | tuple[str, ...]]) -> bytes:
    source = empty_catalog("fr_CA")
    for key, value in translations.items():
        source.add(tuple(key.split("|")) if "|" in key else key, value)
    stream = io.BytesIO()
    write_mo(stream, source)
    return stream.getvalue()


def test_english_is_the_source_text() -> None:
    assert catalog(EN).say(message("Add {name}", name="Élise CÔTÉ")) == "Add Élise CÔTÉ"
    assert catalog(EN).say(message("")) == ""


def test_a_catalog_is_read_once() -> None:
    assert catalog(FR) is catalog(FR)


def test_a_message_is_said_in_the_catalogs_language() -> None:
    assert french(**{"Add {name}": "Ajouter {name}"}).say(message("Add {name}", name="A")) == "Ajouter A"


def test_a_count_chooses_the_form() -> None:
    people = {"{count} person|{count} people": ("{count} personne", "{count} personnes")}
    said = french(**people)

    assert [said.say(counted("{count} person", "{count} people", n)) for n in (0, 1, 2, 12_000)] == [
        "0 personne",
        "1 personne",
        "2 personnes",
        "12\u00a0000 personnes",
    ]
    assert [catalog(EN).say(counted("{count} person", "{count} people", n)) for n in (0, 1, 2)] == [
        "0 people",
        "1 person",
        "2 people",
    ]


@pytest.mark.parametrize(
    "broken", ["Ajouter {nom}", "Ajouter {name", "Ajouter {}", "Ajouter {name.first}", "{0}"]
)
def test_a_translation_with_broken_placeholders_gives_way_to_the_source(broken: str) -> None:
    assert french(**{"Add {name}": broken}).say(message("Add {name}", name="A")) == "Add A"


def test_a_source_with_broken_placeholders_is_shown_as_it_is() -> None:
    assert catalog(EN).say(message("Add {name}")) == "Add {name}"


def test_an_untranslated_count_gives_way_to_the_right_source_form() -> None:
    broken = french(**{"{count} person|{count} people": ("{x}", "{x}")})

    assert broken.say(counted("{count} person", "{count} people", 3)) == "3 people"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("texte", ("texte", "texte", "texte")),
        (Label("Ottawa", "", "渥太华"), ("Ottawa", "Ottawa [EN]", "渥太华")),
        (message("{n}", n=12_000), ("12,000", "12\u00a0000", "12,000")),
        (Missing(name="a.csv"), ("There is no file a.csv.",) * 3),
        (date(2027, 6, 12), ("Saturday, June 12, 2027", "samedi 12 juin 2027", "2027年6月12日 星期六")),
        (
            datetime(2027, 6, 12, 14, 0, tzinfo=UTC),
            ("June 12, 2027, 14:00", "12 juin 2027 à 14\u00a0h", "2027年6月12日 14:00"),
        ),
        (time(14, 30), ("14:30", "14\u00a0h\u00a030", "14:30")),
        (2027, ("2027", "2027", "2027")),
        (1.5, ("1.5", "1,5", "1.5")),
        (Decimal("1.50"), ("1.50", "1,50", "1.50")),
        (Role.ADVISER, ("adviser", "conseiller", "顾问")),
        (Language.FR, ("French", "français", "法文")),
        (Shade.RED, ("red", "red", "red")),
        (("a", Language.ZH), ("a and Chinese", "a et chinois", "a和中文")),
        (None, ("", "", "")),
        (Path("a.csv"), ("a.csv", "a.csv", "a.csv")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_arguments_are_written_in_the_sentences_language(
    value: object, expected: tuple[str, str, str]
) -> None:
    said = [
        Catalog(language, gettext.NullTranslations()).say(message("{it}", it=value)) for language in Language
    ]

    assert tuple(said) == expected


def test_an_error_is_said_in_the_catalogs_language() -> None:
    said = french(**{"There is no file {name}.": "Le fichier {name} n’existe pas."})

    assert said.say_error(Missing(name="a.csv")) == "Le fichier a.csv n’existe pas."


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for shipped catalogs; returns the folder of the French ones."""
    monkeypatch.setattr(catalogs, "shipped_root", lambda: tmp_path)
    folder = tmp_path / "translations" / "fr_CA" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    return folder


def load_anew(language: Language) -> Catalog:
    return catalog.__wrapped__(language)


def test_a_checkout_reads_the_translators_file(shipped: Path) -> None:
    source = empty_catalog("fr_CA")
    source.add("Add", "Ajouter")
    source.add("Remove", "Supprimer", flags=["fuzzy"])
    with (shipped / "alternat.po").open("wb") as stream:
        write_po(stream, source)

    assert load_anew(FR).say(message("Add")) == "Ajouter"
    assert load_anew(FR).say(message("Remove")) == "Remove"


def test_a_checkout_counts_by_the_rule_of_the_translators_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(plurals.PLURALS, "fr", (3, "n % 3"))
    people = [
        load_anew(FR).say(counted("{count} person", "{count} people", n)) for n in (0, 1, 2, 3, 1_000_000)
    ]

    assert people == [
        "0 personne",
        "1 personne",
        "2 personnes",
        "3 personnes",
        "1\u00a0000\u00a0000 personnes",
    ]


def test_a_compiled_catalog_comes_before_the_translators_file(shipped: Path) -> None:
    (shipped / "alternat.po").write_text("not read", encoding="utf-8")
    (shipped / "alternat.mo").write_bytes(compiled({"Add": "Ajouter"}))

    assert load_anew(FR).say(message("Add")) == "Ajouter"


def test_without_a_catalog_the_source_text_stands_in(shipped: Path) -> None:
    assert shipped.is_dir()
    assert load_anew(FR).say(message("Add")) == "Add"


def test_english_loads_no_translation_library() -> None:
    script = (
        "import sys\n"
        "from alternat.language.catalogs import catalog\n"
        "from alternat.language.label import Language\n"
        "catalog(Language.EN)\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'babel'])"
    )
    package = Path(catalogs.__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=package, capture_output=True, text=True, check=True, timeout=60
    )

    assert result.stdout.strip() == "[]"
