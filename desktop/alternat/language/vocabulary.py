"""The terms of the field in three languages, with the forms for women that French needs."""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from alternat.language.formats import of_french_country, sentence_case
from alternat.language.label import Label, Language
from alternat.shipped import resource

FEMININE = "feminine"
"""The grammatical gender that takes the second form; any other takes the first, as dictionaries list it."""


def term(key: str, gender: str = "") -> Label:
    """Return a term of the vocabulary in lower case, such as `term("delegation-list")`.

    Source: `resources/vocabulary.json`, grouped there by subject. An unknown key is a KeyError.
    """
    return _form(_terms()[key], gender)


def role_label(role: str, gender: str = "") -> Label:
    """Return the name of a participant's role; for a woman French says `conseillère`, `cheffe`.

    A gender that is not known takes the dictionary form: saying so is the business of the findings.
    """
    return _enumerated("role", role, gender)


def status_label(status: str, gender: str = "") -> Label:
    """Return the name of a participation's status, such as `confirmed`."""
    return _enumerated("participation-status", status, gender)


def meeting_status_label(status: str) -> Label:
    """Return the name of a meeting's status; French agrees with `réunion`."""
    return _enumerated("meeting-status", status)


def honorific(key: str, gender: str = "") -> Label:
    """Return a form of address: `mister`, `ms`, `doctor`, `honourable` or `excellency`.

    Chinese has no written form of `honourable`: 尊敬的 is for speech only.
    """
    return _enumerated("honorific", key, gender)


def honorifics() -> Mapping[str, Label]:
    """Return the forms of address by key, in the order in which a form offers them."""
    return MappingProxyType({key: _form(forms, "") for key, forms in _sections()["honorific"].items()})


def default_honorific(gender: str) -> Label:
    """Return the plain form of address for a gender, empty where the gender is not known."""
    keys = {FEMININE: "ms", "masculine": "mister"}
    return honorific(keys[gender]) if gender in keys else Label()


def member_label(member: StrEnum) -> Label:
    """Return the name of any enumeration's member that the vocabulary knows, else an empty label.

    The section is the class's name in lower case with hyphens, as `meeting-status` for `MeetingStatus`.
    """
    section = re.sub(r"(?<!^)(?=[A-Z])", "-", type(member).__name__).lower()
    forms = _sections().get(section, {}).get(member.value)
    return _form(forms, "") if forms else Label()


def language_name(language: Language) -> Label:
    """Return the name of a language, such as `French`, `français`, `法文`."""
    return _enumerated("language", language.value)


def spoken_language(language: Language) -> Label:
    """Return the name of a language as people speak it, such as `Chinese`, `chinois`, `汉语`."""
    return _enumerated("spoken-language", language.value)


def copy_owner(country: Label, side_name: Label) -> Label:
    """Return what stands after “copy for”: `Canada`, `du Canada` after *exemplaire*, `加方` before 文本."""
    return Label(country.en, of_french_country(country.fr), side_name.zh)


def heading(label: Label) -> Label:
    """Return a term as it stands at the head of a column or a page: with a capital in English and French."""
    return Label(sentence_case(label.en), sentence_case(label.fr), label.zh)


def entity_of(name: Label, country: Label) -> Label:
    """Return an entity's name with its country, since names collide across the sides (司法部 is on both).

    A name that already carries its country stays as it is.
    """
    return Label(
        _of(name.en, country.en, "{name} ({country})"),
        _of(name.fr, country.fr, "{name} ({country})"),
        _of(name.zh, country.zh, "{country}{name}"),
    )


def _of(name: str, country: str, pattern: str) -> str:
    needs_country = name and country and country.casefold() not in name.casefold()
    return pattern.format(name=name, country=country) if needs_country else name


Forms = Mapping[str, str]


@cache
def _sections() -> Mapping[str, Mapping[str, Forms]]:
    sections: dict[str, dict[str, Forms]] = _document()["enumerations"]
    return MappingProxyType(sections)


@cache
def _terms() -> Mapping[str, Forms]:
    groups: dict[str, dict[str, Forms]] = _document()["terms"]
    return MappingProxyType({key: forms for group in groups.values() for key, forms in group.items()})


def _document() -> dict[str, dict[str, dict[str, Forms]]]:
    document: dict[str, dict[str, dict[str, Forms]]] = json.loads(
        resource("vocabulary.json").read_text(encoding="utf-8")
    )
    return document


def _enumerated(section: str, key: str, gender: str = "") -> Label:
    return _form(_sections()[section][key], gender)


def _form(forms: Forms, gender: str) -> Label:
    suffix = "_feminine" if gender == FEMININE else ""
    return Label(*(forms.get(language.value + suffix) or forms[language.value] for language in Language))
