"""The order of names in a list, as Canadian French and English dictionaries have it."""

import unicodedata
from functools import lru_cache

from alternat.language.label import Language

CollationKey = tuple[str, tuple[int, ...], str, str]

_EXPANSIONS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
)
_IGNORED = frozenset("'’ʼ‘`-‐‑–·.,")
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
"""Acute, grave, breve, circumflex, caron, ring, diaeresis, … in the order of the DUCET (UTS #10)."""


@lru_cache(maxsize=20_000)
def collation_key(text: str, language: Language) -> CollationKey:
    """Return what to sort a text by; keys of one language compare with each other.

    Three levels, as in CAN/CSA Z243.4.1 and UTS #10: letters without accents, case or punctuation; then
    accents, which French compares from the end of the text (cote, côte, coté, côté) and English from its
    start (cote, coté, côte, côté); then case, small before capital. A space counts before any letter.
    Han characters follow Latin letters by code point: a Chinese name needs its typed sort key.
    """
    letters: list[str] = []
    accents: list[int] = []
    for character in unicodedata.normalize("NFD", text.casefold().translate(_EXPANSIONS)):
        if unicodedata.combining(character):
            if accents:
                accents[-1] = accents[-1] * (len(_ACCENTS) + 2) + _ACCENTS.find(character) + 2
        elif character not in _IGNORED:
            letters.append(" " if character.isspace() else character)
            accents.append(0)
    if language is Language.FR:
        accents.reverse()
    return "".join(letters), tuple(accents), text.swapcase(), text
