"""The vocabulary names everything in three languages, and women by their own forms in French."""

import json
from enum import StrEnum

import pytest

from alternat.language.label import Label, Language
from alternat.language.vocabulary import (
    default_honorific,
    entity_of,
    heading,
    honorific,
    honorifics,
    language_name,
    meeting_status_label,
    member_label,
    role_label,
    status_label,
    term,
)
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.people import Gender, NameOrder
from alternat.nouns.provisions import ProvisionKind, TextStatus
from alternat.shipped import resource

NAMED = [Role, ParticipationStatus, MeetingStatus, Gender, NameOrder, ProvisionKind, TextStatus, Language]


@pytest.mark.parametrize("members", NAMED, ids=lambda members: members.__name__)
def test_every_member_of_an_enumeration_has_a_name_in_three_languages(members: type[StrEnum]) -> None:
    assert [member for member in members if member_label(member).missing()] == []


def test_an_enumeration_the_vocabulary_does_not_know_has_no_name() -> None:
    class Shade(StrEnum):
        RED = "red"

    assert member_label(Shade.RED) == Label()


def test_roles_of_women_take_their_french_form() -> None:
    assert role_label("head", "feminine") == Label(
        "head of delegation", "cheffe de la délégation", "代表团团长"
    )
    assert role_label("adviser", "feminine").fr == "conseillère"
    assert role_label("interpreter", "feminine").fr == "interprète"
    assert [role_label("adviser", gender).fr for gender in ("masculine", "unknown", "")] == ["conseiller"] * 3


def test_french_statuses_agree_with_the_person_or_the_meeting() -> None:
    assert (status_label("confirmed").fr, status_label("confirmed", "feminine").fr) == (
        "confirmé",
        "confirmée",
    )
    assert meeting_status_label("confirmed").fr == "confirmée"


def test_terms_are_found_by_key() -> None:
    assert term("badge") == Label("badge", "porte-nom", "胸牌")
    assert term("co-chair", "feminine").fr == "coprésidente"
    with pytest.raises(KeyError):
        term("no such term")


def test_every_term_is_complete_and_its_key_is_used_once() -> None:
    groups = json.loads(resource("vocabulary.json").read_text(encoding="utf-8"))["terms"]
    keys = [key for group in groups.values() for key in group]

    assert len(keys) == len(set(keys))
    assert [key for key in keys if term(key).missing()] == []


def test_plain_forms_of_address_follow_gender_and_are_not_guessed() -> None:
    assert default_honorific(Gender.FEMININE) == Label("Ms.", "Mme", "女士")
    assert default_honorific(Gender.MASCULINE) == Label("Mr.", "M.", "先生")
    assert default_honorific(Gender.UNKNOWN) == Label()
    assert honorific("doctor", "feminine").fr == "Dre"
    assert list(honorifics()) == ["mister", "ms", "doctor", "honourable", "excellency"]


def test_headings_take_a_capital_and_chinese_stays() -> None:
    assert heading(term("advance-team")) == Label("Advance team", "Équipe préparatoire", "先遣组")


def test_languages_are_named_in_each_language() -> None:
    assert language_name(Language.FR) == Label("French", "français", "法文")


def test_an_entity_is_named_with_its_country_unless_it_says_it_itself() -> None:
    china, canada = Label("China", "Chine", "中国"), Label("Canada", "Canada", "加拿大")
    justice = Label("Ministry of Justice", "Ministère de la Justice", "司法部")
    safety = Label("Public Safety Canada", "Sécurité publique Canada", "加拿大公共安全部")

    assert entity_of(justice, china) == Label(
        "Ministry of Justice (China)", "Ministère de la Justice (Chine)", "中国司法部"
    )
    assert entity_of(safety, canada) == safety
    assert entity_of(Label(en="Ministry of Justice"), china) == Label(en="Ministry of Justice (China)")
