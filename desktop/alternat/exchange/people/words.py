"""The words of lists for columns, roles, languages and forms of address, out of the shipped data files."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender
from alternat.shipped import resource


@cache
def headings() -> Mapping[str, tuple[tuple[str, Language], ...]]:
    """Return the columns that a heading can mean, each with the language of the heading's own words."""
    found: dict[str, list[tuple[str, Language]]] = {}
    for column, languages in _data("headings").items():
        for language, words in languages.items():
            for word in words:
                found.setdefault(fold(word), []).append((column, Language(language)))
    return MappingProxyType({word: tuple(meanings) for word, meanings in found.items()})


@cache
def other_headings() -> frozenset[str]:
    """Return headings of columns that are no field of a person: a date of birth, a flight."""
    return frozenset(fold(word) for words in _data("other-headings").values() for word in words)


@cache
def language_tags() -> Mapping[str, Language]:
    """Return the words that say in a heading which language its column is in."""
    return _by_word("language-tags", Language)


@cache
def role_words() -> Mapping[str, Role]:
    """Return the words for a role in the delegation, in every language and gender."""
    return _by_word("roles", Role)


@cache
def role_headings() -> Mapping[str, Role]:
    """Return the headings, mostly plural, under which a list puts people of one role."""
    return MappingProxyType({**role_words(), **_by_word("role-headings", Role)})


@cache
def roles_in_positions() -> Mapping[str, Role]:
    """Return the words which in a position, too, tell the role; many others are titles at home."""
    wanted = set(_words()["role-in-position"])
    left_out = {fold(word) for word in _words()["not-in-position"]}
    return MappingProxyType(
        {word: role for word, role in role_words().items() if role in wanted and word not in left_out}
    )


@cache
def honorific_words() -> Mapping[str, str]:
    """Return the keys of `vocabulary.honorifics` by the words for them."""
    return _by_word("honorifics", str)


@cache
def gender_words() -> Mapping[str, Gender]:
    """Return the words of a column for gender."""
    return _by_word("genders", Gender)


@cache
def honorific_genders() -> Mapping[str, Gender]:
    """Return the gender that a form of address tells, by its word."""
    by_key = _words()["honorific-genders"]
    genders = {
        word: Gender(by_key[honorific])
        for word, honorific in honorific_words().items()
        if honorific in by_key
    }
    genders |= {fold(word): Gender.FEMININE for word in _words()["honorifics-of-women"]}
    genders |= {fold(word): Gender.MASCULINE for word in _words()["honorifics-of-men"]}
    return MappingProxyType(genders)


@cache
def language_words() -> Mapping[str, str]:
    """Return the codes of languages by the words for them."""
    return _by_word("languages", str)


@cache
def title_words(language: Language) -> frozenset[str]:
    """Return small words and words for offices, in lower case with accents, that tell English from French."""
    words = {each: frozenset(_words()["title-words"][each]) for each in (Language.EN, Language.FR)}
    other = Language.FR if language is Language.EN else Language.EN
    return words[language] - words[other]


@cache
def tongue_words(language: Language) -> frozenset[str]:
    """Return words that only one of English and French has, in titles and in names of offices."""
    words = {
        each: (title_words(each) | frozenset(_words()["tongue-words"][each]))
        - frozenset(_words()["words-of-both"])
        for each in (Language.EN, Language.FR)
    }
    return words[language] - words[Language.FR if language is Language.EN else Language.EN]


@cache
def words_of_both() -> frozenset[str]:
    """Return words and names of places that English and French share, accents and all."""
    return frozenset(_words()["words-of-both"])


@cache
def title_endings() -> tuple[str, ...]:
    """Return what Chinese words for offices end in."""
    return tuple(_words()["title-endings"])


@cache
def small_words() -> frozenset[str]:
    """Return the keys of articles and prepositions, which do not tell names apart."""
    return frozenset(_words()["small-words"])


@cache
def side_words() -> frozenset[str]:
    """Return the keys of words that stand beside a country where a list names a side."""
    return frozenset(_words()["side-words"])


@cache
def side_endings() -> tuple[str, ...]:
    """Return what Chinese puts behind a country to name its side, the longest first."""
    return tuple(sorted(_words()["side-endings"], key=len, reverse=True))


@cache
def name_particles() -> frozenset[str]:
    """Return the small words that belong to the family name after them."""
    return frozenset(_words()["name-particles"])


@cache
def pinyin_surnames() -> frozenset[str]:
    """Return Chinese family names in pinyin, lower case without marks."""
    return frozenset(_data("surnames")["pinyin"])


@cache
def han_surnames() -> frozenset[str]:
    """Return the characters that Chinese family names begin with."""
    return frozenset(_data("surnames")["han"])


def _by_word(section: str, kind: Any) -> Mapping[str, Any]:
    return MappingProxyType(
        {fold(word): kind(meaning) for meaning, words in _words()[section].items() for word in words}
    )


@cache
def _words() -> Mapping[str, Any]:
    return _data("words")


def _data(name: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(resource("import", f"{name}.json").read_text(encoding="utf-8"))
    return MappingProxyType(content)
