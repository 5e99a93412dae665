"""What short cells say: a form of address, a gender, working languages, a role, an e-mail, a telephone."""

import re
import unicodedata
from dataclasses import dataclass

from alternat.exchange.people.contents import EMAIL
from alternat.exchange.people.text import han_share, in_one_line, parts
from alternat.exchange.people.words import (
    gender_words,
    honorific_genders,
    honorific_words,
    language_words,
    role_headings,
    role_words,
    roles_in_positions,
)
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.vocabulary import honorific
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender

_LIST_BREAKS = re.compile(r"[,，、;；/+&和\n]|\bet\b|\band\b")
_TITLE_BREAKS = re.compile(r"[,，、;；/()（）\n]|\s[-–—]\s")
_LOST_DIGITS = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A form of address in the languages that it is known in, and the gender that it tells."""

    label: Label
    gender: Gender


def address_of(text: str, language: Language | None, gender: Gender) -> Address:
    """Return the form of address of a cell; a usual one is known in every language, with its own gender."""
    written = in_one_line(text)
    words = [word for word in (fold(part) for part in (written, *parts(text))) if word in honorific_words()]
    if words:
        told = next((honorific_genders()[word] for word in words if word in honorific_genders()), gender)
        return Address(honorific(honorific_words()[words[0]], told.value), told)
    spoken = language or (Language.ZH if han_share(written) > 0.5 else Language.EN)
    return Address(Label().with_text(spoken, written) if written else Label(), gender)


def gender_of(text: str) -> Gender:
    """Return the gender that a cell states."""
    return next(
        (gender_words()[word] for part in parts(text) if (word := fold(part)) in gender_words()),
        Gender.UNKNOWN,
    )


def languages_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the languages that a cell lists, and the words that are none."""
    words = [word.strip() for word in _LIST_BREAKS.split(text) if word.strip()]
    codes = [language_words()[fold(word)] for word in words if fold(word) in language_words()]
    return tuple(dict.fromkeys(codes)), tuple(word for word in words if fold(word) not in language_words())


def role_of(text: str) -> Role | None:
    """Return the role that a cell names, in any language and gender."""
    return next(
        (role_words()[word] for part in (text, *parts(text)) if (word := fold(part)) in role_words()), None
    )


def role_heading_of(text: str) -> Role | None:
    """Return the role of the people that a line such as `Interpreters / Interprètes` stands over."""
    return next(
        (role_headings()[word] for part in (text, *parts(text)) if (word := fold(part)) in role_headings()),
        None,
    )


def role_in_position(texts: Label) -> Role | None:
    """Return the role that a position gives away, as `Interprète` and `Director, Head of Delegation` do."""
    for language in Language:
        for piece in _TITLE_BREAKS.split(texts.text(language)):
            if (word := fold(piece)) in roles_in_positions():
                return roles_in_positions()[word]
    return None


def email_of(text: str) -> tuple[str, bool]:
    """Return the first address of a cell, and whether it looks like one and is the only one."""
    plain = unicodedata.normalize("NFKC", in_one_line(text)).strip()
    found = EMAIL.findall(plain.removeprefix("mailto:"))
    if not found:
        return plain, False
    return found[0].strip("<>()").rstrip("."), len(found) == 1


def phone_of(text: str) -> tuple[str, bool]:
    """Return the number of a cell, and whether a spreadsheet has left it all of its digits."""
    plain = unicodedata.normalize("NFKC", in_one_line(text)).strip().removeprefix("'")
    return plain, not _LOST_DIGITS.fullmatch(plain)
