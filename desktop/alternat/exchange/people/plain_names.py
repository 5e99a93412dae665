"""Names with nothing beside them, told at a glance: most of a list's, so that a long one is read in time."""

import re
from functools import cache, lru_cache

from alternat.exchange.people.beside_words import all_words, by_length
from alternat.exchange.people.words import (
    gender_words,
    han_surnames,
    honorific_words,
    role_headings,
    role_words,
)
from alternat.language.folding import fold

_LATIN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿ]{3,}(?:['’-][A-Za-zÀ-ÖØ-öø-ÿ]{3,})*"
    r"(?: [A-Za-zÀ-ÖØ-öø-ÿ]{3,}(?:['’-][A-Za-zÀ-ÖØ-öø-ÿ]{3,})*)*"
)
_HAN = re.compile("[\u4e00-\u9fff]{1,4}")
_WORDS = re.compile(r"[ '’-]")
_LETTERS_ONLY = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]+")


def is_plain_latin(text: str) -> bool:
    """Return whether a text is words of letters only, none of which could ever stand beside a name.

    Short words are never plain: they may be letters after a name, initials or particles.
    """
    return _LATIN.fullmatch(text) is not None and not any(map(_is_telling, _WORDS.split(text)))


def is_plain_han(text: str) -> bool:
    """Return whether a text begins as family names do, and nothing that stands beside names is in it."""
    if _HAN.fullmatch(text) is None or text.endswith(_endings()) or fold(text) in _telling():
        return False
    return text[0] in han_surnames() and _instead().search(text) is None


@lru_cache(maxsize=50_000)
def is_plain(text: str) -> bool:
    """Return whether a text is a plain name in Latin letters or in Chinese script."""
    return is_plain_latin(text) or is_plain_han(text)


@lru_cache(maxsize=50_000)
def _is_telling(word: str) -> bool:
    return fold(word) in _telling() or _LETTERS_ONLY.fullmatch(word) is not None


@cache
def _telling() -> frozenset[str]:
    """Return every word of every phrase that lists write beside names or instead of them."""
    phrases = (
        *(*all_words(), *honorific_words(), *gender_words(), *role_words(), *role_headings()),
        *("and", "et", "with", "avec"),
    )
    return frozenset(word for phrase in phrases for word in (*fold(phrase).split(), fold(phrase)))


@cache
def _endings() -> tuple[str, ...]:
    sections = ("honorifics-zh", "office-endings-zh", "states", "pending", "placeholders", "born")
    return ("等", "族", *(word for section in sections for word in by_length(section)))


@cache
def _instead() -> re.Pattern[str]:
    """Return the pattern of what stands instead of a Chinese name, or in the midst of it."""
    words = (*by_length("placeholders"), *by_length("pending"), *by_length("nobody"))
    return re.compile("|".join(re.escape(word) for word in words if len(word) > 1 and _HAN.match(word)))
