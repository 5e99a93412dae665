"""Each planted difference is told once, with both places, against the text that stands alone."""

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.planning.concordance.mentions import Kind
from alternat.planning.concordance.terms import Rendering, Terms
from alternat.planning.concordance.wording import sentence
from tests.planning.concordance.texts import offices, terms, told

EN, FR, ZH = Language
TEXTS = Label(
    "On June 12, 2027, Yang Weimin told the Ministry of Public Security that 3.5 million people in 12 "
    "provinces had signed the extradition treaty at 14:30; 5 per cent refused.",
    "Le 12 juin 2027, Yang Weimin a dit au ministère de la Sécurité publique que 3,5 millions de personnes "
    "dans 12 provinces avaient signé le traité d'extradition à 14 h 30; 5 % ont refusé.",
    "2027年6月12日，杨为民告诉公安部，12个省的350万人于14时30分签署了引渡条约；百分之五的人拒绝。",
)


def test_the_texts_agree_before_anything_is_planted() -> None:
    assert told(TEXTS.en, TEXTS.fr, TEXTS.zh, terms()) == ()


@pytest.mark.parametrize(
    ("language", "said", "planted", "kind", "here", "there"),
    [
        (FR, "12 juin", "6 décembre", Kind.DATE, "June 12, 2027", "6 décembre 2027"),
        (FR, "2027", "2028", Kind.DATE, "June 12, 2027", "12 juin 2028"),
        (ZH, "6月12日", "6月13日", Kind.DATE, "June 12, 2027", "2027年6月13日"),
        (EN, "June 12", "June 21", Kind.DATE, "June 21, 2027", "12 juin 2027"),
        (ZH, "350万", "350亿", Kind.NUMBER, "3.5 million", "350亿"),
        (ZH, "350万", "35万", Kind.NUMBER, "3.5 million", "35万"),
        (EN, "12 provinces", "13 provinces", Kind.NUMBER, "13", "12"),
        (EN, "5 per cent", "15 per cent", Kind.NUMBER, "15 per cent", "5 %"),
        (ZH, "百分之五", "百分之十五", Kind.NUMBER, "5 per cent", "百分之十五"),
        (ZH, "12个省", "各省", Kind.NUMBER, "12", None),
        (FR, "; 5 % ont refusé", "; d’autres ont refusé", Kind.NUMBER, "5 per cent", None),
        (FR, "14 h 30", "15 h 30", Kind.TIME, "14:30", "15 h 30"),
        (ZH, "14时30分", "14时", Kind.TIME, "14:30", "14时"),
        (FR, "Yang Weimin", "Wang Fang", Kind.NAME, "Yang Weimin", "Wang Fang"),
        (ZH, "杨为民", "王芳", Kind.NAME, "Yang Weimin", "王芳"),
        (EN, "Yang Weimin", "Yang Weiming", Kind.NAME, "Yang Weimin", None),
        (ZH, "公安部", "国家安全部", Kind.OFFICE, "Ministry of Public Security", "国家安全部"),
        (
            *(FR, "ministère de la Sécurité publique", "ministère de la Justice", Kind.OFFICE),
            *("Ministry of Public Security", "ministère de la Justice"),
        ),
        (ZH, "引渡条约", "文件", Kind.TERM, "extradition treaty", None),
        (ZH, "引渡条约", "遣返条约", Kind.FORBIDDEN, "遣返条约", "extradition treaty"),
    ],
)
def test_a_planted_difference_is_told_once(
    language: Language, said: str, planted: str, kind: Kind, here: str, there: str | None
) -> None:
    assert said in TEXTS.text(language)
    label = TEXTS.with_text(language, TEXTS.text(language).replace(said, planted, 1))
    (found,) = told(label.en, label.fr, label.zh, terms())
    words = found.there.words if found.there else None
    assert (found.kind, found.here.words, words) == (kind, here, there)
    assert kind is Kind.FORBIDDEN or found.odd is language


def test_two_texts_that_differ_stand_side_by_side() -> None:
    (found,) = told("the third meeting", "la deuxième réunion")
    assert (found.languages, found.here.words, found.odd) == ((EN, FR), "third", None)
    assert found.there is not None
    assert found.there.words == "deuxième"


@pytest.mark.parametrize(
    ("en", "fr", "zh", "odd"),
    [
        ("the first meeting", "la deuxième réunion", "第一次会议", FR),
        ("a one-year memorandum", "un protocole de deux ans", "为期一年的备忘录", FR),
        ("two experts", "deux experts", "三名专家", ZH),
        ("in May", "en mai", "6月", ZH),
        ("Bill C-59", "le projet de loi C-69", "C-59号法案", FR),
        ("in 2027", "en 2027", "2026年", ZH),
        ("12,500", "12,500", "12500", FR),
        ("5%", "5", "5%", FR),
    ],
)
def test_small_words_count_where_something_else_stands_in_their_place(
    en: str, fr: str, zh: str, odd: Language
) -> None:
    assert [each.odd for each in told(en, fr, zh)] == [odd]


def test_three_texts_that_all_differ_are_told_in_two_pairs() -> None:
    found = told("12 cases", "11 affaires", "13起案件")
    assert [each.key for each in found] == ["number|en:12|fr:11", "number|en:12|zh:13"]


def test_a_number_said_too_often_stands_for_the_one_that_is_missing() -> None:
    (found,) = told("12 cases and 12 visits", "12 affaires et 13 visites")
    assert found.there is not None
    assert (found.here.words, found.there.words) == ("12", "13")


def test_a_key_does_not_know_where_the_words_stand() -> None:
    first = told("12 cases", "13 affaires")
    later = told("There are now 12 cases", "Il y a à ce jour 13 affaires")
    assert [each.key for each in first] == [each.key for each in later] == ["number|en:12|fr:13"]


@pytest.mark.parametrize(
    ("en", "fr", "zh"),
    [
        ("Extradition Treaties", "TRAITÉS D’EXTRADITION", "引渡条约"),
        ("The extradition\u00a0treaty", "l'un des traités d'extradition", "《引渡条约》"),
        ("The heads of delegation met.", "Les cheffes de la délégation se sont réunies.", "双方团长会面。"),
        ("The MOU", "Le protocole d'entente", "谅解备忘录"),
        ("A subgroup and a sub-group", "Des sous-groupes", "专题分组"),
        ("They are in agreement.", "D’un commun accord", "双方意见相同"),
        ("Cases handled", "Affaires traitées", "办理的案件"),
        ("rules of procedure", "règlement intérieur", "会议程序"),
        ("the foreign ministries", "les ministères des Affaires étrangères", "两国外交部"),
    ],
)
def test_word_forms_and_everyday_words_raise_no_alarm(en: str, fr: str, zh: str) -> None:
    assert told(en, fr, zh, terms()) == ()


def test_a_longer_office_wins_over_a_shorter_one_inside_it() -> None:
    among = Terms.of(offices())
    (found,) = told("The Ministry of Justice", "", "加拿大司法部", among)
    assert (found.here.words, found.kind) == ("加拿大司法部", Kind.OFFICE)
    assert told("The Department of Justice", "Le ministère de la Justice", "加拿大司法部", among) == ()
    assert told("The Ministry of Justice", "Le ministère de la Justice", "司法部", among) == ()


def test_an_acronym_is_only_itself_in_capitals() -> None:
    among = Terms.of(offices())
    assert [each.here.words for each in told("The RCMP said so.", "Elle l’a dit.", "", among)] == ["RCMP"]
    assert told("The gac said so.", "Elle l’a dit.", "", among) == ()


def test_a_language_without_a_rendering_asks_for_nothing() -> None:
    among = Terms.of((Rendering(Kind.TERM, (Label("turnkey plant", "", "交钥匙工厂"),)),))
    assert told("a turnkey plant", "une usine", "交钥匙工厂", among) == ()
    (found,) = told("a turnkey plant", "une usine", "工厂", among)
    assert (found.languages, found.expected) == ((EN, ZH), ("交钥匙工厂",))


def test_a_forbidden_word_is_told_in_one_language_alone() -> None:
    (found,) = told("The deportation treaty", among=terms())
    assert (found.kind, found.there, found.expected) == (Kind.FORBIDDEN, None, ("extradition treaty",))


def test_sentences_show_both_places_in_three_languages() -> None:
    pair = told("12 June 2027", "13 juin 2027")[0]
    alone = told("12 cases", "12 affaires", "多起案件")[0]
    wrong = told("The extradition treaty", "", "遣返条约", terms())[0]
    said = [[catalog(language).say(sentence(each)) for language in Language] for each in (pair, alone, wrong)]
    assert said[0] == [
        "The English text says “12 June 2027”, the French text “13 juin 2027”.",
        "Le texte anglais dit «\u00a012 June 2027\u00a0», le texte français «\u00a013 juin 2027\u00a0».",
        "英文文本为“12 June 2027”，法文文本为“13 juin 2027”。",
    ]
    assert said[1][1] == (
        "Le texte anglais dit «\u00a012\u00a0», de même que le texte français; "
        "rien n’y correspond dans le texte chinois."
    )
    assert said[1][2] == "英文文本为“12”，法文文本与之一致；中文文本中没有对应内容。"
    assert said[2][0] == (
        "The Chinese text says “遣返条约” for “extradition treaty” in the English text; write “引渡条约”."
    )


@pytest.mark.parametrize(
    ("en", "fr", "zh", "words"),
    [
        (
            "The sides exchange data twice a year.",
            "",
            "双方每年交换一次数据。",
            {"twice a year", "每年交换一次"},
        ),
        ("Each names two officials.", "Chacune désigne deux agents.", "各指定一名官员。", {"two", "一"}),
        ("Each names an official.", "Chacune désigne un agent.", "各指定一名官员。", set()),
        ("Study two cases.", "Étudier deux affaires.", "研究一起案件。", {"two", "一"}),
    ],
)
def test_who_does_it_is_no_number_and_one_of_a_kind_is_one(
    en: str, fr: str, zh: str, words: set[str]
) -> None:
    found = told(en, fr, zh, terms())
    assert {place.words for each in found for place in (each.here, each.there) if place} == words
