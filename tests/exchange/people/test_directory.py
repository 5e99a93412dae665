"""Sides and entities as lists write them."""

import pytest

from alternat.exchange.people.directory import Directory, directory
from alternat.language.label import Language
from alternat.storage.workspace import Workspace


@pytest.fixture
def known(dialogue: Workspace) -> Directory:
    return directory(dialogue.tables)


def codes(dialogue: Workspace) -> dict[int, str]:
    return {row.id: row.code for row in dialogue.tables.Entity.select()}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Canada", "CA"),
        ("CANADA", "CA"),
        ("CA", "CA"),
        ("加方", "CA"),
        ("Canadian delegation", "CA"),
        ("Délégation canadienne / 加拿大代表团", "CA"),
        ("The Chinese side", "CN"),
        ("Chine", "CN"),
        ("PRC", "CN"),
        ("中方代表团名单", "CN"),
        ("中华人民共和国", "CN"),
        ("People's Republic of China", "CN"),
        ("Canada-China", None),
        ("France", None),
        ("", None),
    ],
)
def test_a_side_is_known_by_country_adjective_and_delegation(
    known: Directory, text: str, side: str | None
) -> None:
    found = known.side_named(text)
    assert (found.code if found else None) == side


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("公安部", {"CN-MPS"}),
        ("公共安全部", {"CA-PS"}),
        ("加拿大公共安全部", {"CA-PS"}),
        ("司法部", {"CN-MOJ", "CA-JUS"}),
        ("加拿大司法部", {"CA-JUS"}),
        ("中华人民共和国司法部", {"CN-MOJ"}),
        ("中国司法部", {"CN-MOJ"}),
        ("Ministère de la Justice", {"CN-MOJ", "CA-JUS"}),
        ("Ministère de la Justice du Canada", {"CA-JUS"}),
        ("Ministry of Justice of the People's Republic of China", {"CN-MOJ"}),
        ("Ministère de la Sécurité publique", {"CN-MPS"}),
        ("Sécurité publique Canada", {"CA-PS"}),
        ("SECURITE PUBLIQUE CANADA", {"CA-PS"}),
        ("GRC", {"CA-RCMP"}),
        ("JUS", {"CA-JUS"}),
        ("Global Affairs Canada / Affaires mondiales Canada", {"CA-GAC"}),
        ("Global Affairs Canada, North Asia Division", {"CA-GAC"}),
        ("Canadian Security Inteligence Service", {"CA-CSIS"}),
        ("公安厅", set()),
        ("Ministry of Magic", set()),
        ("", set()),
    ],
)
def test_an_entity_is_known_by_every_name(
    dialogue: Workspace, known: Directory, text: str, entities: set[str]
) -> None:
    by_id = codes(dialogue)
    assert {by_id[entity.id] for entity in known.entity_named(text).entities} == entities


def test_the_side_settles_a_name_that_both_sides_have(dialogue: Workspace, known: Directory) -> None:
    match = known.entity_named("司法部")
    by_id = codes(dialogue)
    found = {side: by_id[entity.id] for side in ("CA", "CN") if (entity := match.on(side))}
    assert (found, match.language) == ({"CA": "CA-JUS", "CN": "CN-MOJ"}, Language.ZH)


def test_a_near_name_is_marked_as_such(known: Directory) -> None:
    assert (known.entity_named("Privy Counsil Office").is_exact, known.entity_named("PCO").is_exact) == (
        False,
        True,
    )
