"""Which language a title is in, and that a guess of it is told."""

from collections.abc import Sequence

import pytest

from alternat.exchange.people.directory import directory
from alternat.exchange.people.recognition import recognise_columns
from alternat.exchange.people.rows import read_people
from alternat.exchange.people.tongues import language_of
from alternat.exchange.sources.table import Reading, Sheet, Table
from alternat.language.label import Label, Language
from alternat.planning.imports import PersonDraft
from alternat.storage.workspace import Workspace

FRENCH = (
    *("Sous-chef", "Greffière", "Premier conseiller", "Stagiaire", "Traductrice", "Chargé d'affaires"),
    *("Directeur general", "Conseiller principal", "Cuisinier", "Officier de liaison", "Santé Canada"),
    *("Service correctionnel Canada", "Bureau du Conseil privé", "Secretaire", "Juriste"),
)
ENGLISH = (
    *("Deputy Chief", "Clerk", "Director, Québec Region", "Head, Montréal Office", "Principal Adviser"),
    *("Prosecutor", "Statistics Canada", "Privy Council Office", "Corporal", "Attaché, Security"),
)
UNTOLD = ("Agent", "Consul", "Liaison", "Attaché", "Expert")


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (FRENCH, Language.FR),
        (ENGLISH, Language.EN),
        (UNTOLD, None),
        (("局长", "副局长兼 IT 主任"), Language.ZH),
    ],
)
def test_the_language_of_a_title(texts: Sequence[str], language: Language | None) -> None:
    assert {text: language_of(text) for text in texts} == dict.fromkeys(texts, language)


def drafts(dialogue: Workspace, *rows: Sequence[str]) -> tuple[PersonDraft, ...]:
    letters = tuple("ABCDEFGH"[: len(rows[0])])
    sheet = Sheet("", tuple(map(tuple, rows)), tuple(range(1, len(rows) + 1)), letters)
    source, known = Table("list.csv", Reading((sheet,))), directory(dialogue.tables)
    return read_people(source, recognise_columns(source, known), known, "CA")


def said(draft: PersonDraft) -> list[str]:
    return [str(problem.message) for problem in draft.problems if "entity" not in problem.message.template]


OTHERS = [(f"Person {letter}", "Director") for letter in ("Ay", "Bee", "Cee", "Dee", "Eff", "Gee", "Aitch")]


def test_a_title_in_another_language_than_its_column_is_put_where_it_belongs(dialogue: Workspace) -> None:
    rows = (("Name", "Position"), *OTHERS, *OTHERS, ("Guy Roy", "Sous-chef"), ("Zoé Ives", "局长"))
    *_, french, chinese = drafts(dialogue, *rows)
    assert (french.position, said(french)) == (Label(fr="Sous-chef"), ["“Sous-chef” is read as French."])
    assert (chinese.position, said(chinese)) == (Label(zh="局长"), ["“局长” is read as Chinese."])


@pytest.mark.parametrize(
    ("heading", "title", "position", "sentence"),
    [
        ("Position", "Sous-chef", Label(fr="Sous-chef"), []),
        ("Position", "Agent", Label(en="Agent"), []),
        ("Poste", "Agent", Label(fr="Agent"), []),
        ("职务", "Deputy Chief", Label(en="Deputy Chief"), []),
        ("Position (EN)", "Sous-chef", Label(en="Sous-chef"), []),
        ("Position (EN)", "局长", Label(en="局长"), ["“局长” is in another language than its column."]),
        (
            "职务（中文）",
            "Director",
            Label(zh="Director"),
            ["“Director” is in another language than its column."],
        ),
    ],
)
def test_a_heading_decides_only_where_it_names_a_language_or_nothing_else_tells(
    dialogue: Workspace, heading: str, title: str, position: Label, sentence: list[str]
) -> None:
    (draft,) = drafts(dialogue, ("Name", heading), ("Guy Roy", title))
    assert (draft.position, said(draft)) == (position, sentence)


def test_a_title_without_signs_in_a_column_of_both_languages_is_told(dialogue: Workspace) -> None:
    rows = (("Name", "Position"), ("Guy Roy", "Directrice"), ("Zoé Ives", "Director"), ("Ann Fox", "Agent"))
    assert [(draft.position, said(draft)) for draft in drafts(dialogue, *rows)] == [
        (Label(fr="Directrice"), ["“Directrice” is read as French."]),
        (Label(en="Director"), []),
        (Label(en="Agent"), ["“Agent” is read as English."]),
    ]


def test_a_new_entity_is_named_in_its_own_language(dialogue: Workspace) -> None:
    rows = (
        ("Name", "Organization"),
        *((name, "Department of Justice") for name, _ in OTHERS),
        ("Guy Roy", "Pêches et Océans Canada"),
    )
    *_, draft = drafts(dialogue, *rows)
    assert draft.new_entity == Label(fr="Pêches et Océans Canada")
    assert said(draft) == ["“Pêches et Océans Canada” is read as French."]
