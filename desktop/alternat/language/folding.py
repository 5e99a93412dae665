"""What texts have in common that differ only in case, accents, width, spaces and punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from alternat.language.characters import is_unseen

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "þ": "th"})
_PLAIN = str.maketrans({chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
_HAN = re.compile("[\u4e00-\u9fff]+")
"""Ideographs that have no other form, case or accent."""
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case without accents, single spaces between words.

    For comparing and looking up, never for showing or sorting. `folded` keeps punctuation, for searching.

    >>> fold("Ministère de la Sécurité de l’État")
    'ministere de la securite de l etat'
    """
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    if _HAN.fullmatch(text):
        return text
    lower = text.casefold().translate(_APOSTROPHES).translate(_LETTERS)
    # Some compatibility forms open into capitals: № into No.
    letters = unicodedata.normalize("NFKD", lower).casefold()
    kept = (each if each.isalnum() else " " for each in letters if not unicodedata.combining(each))
    return " ".join("".join(kept).split())


_ODD = re.compile("[^\t-\r\x1c-\x7e\u3400-\u4dbf\u4e00-\u9fff]+")
"""What may fold to something else than its small letter: all but ASCII that is seen, and ideographs."""
_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
"""The combining marks of Latin, Greek and Cyrillic letters, and selectors of variants; marks of other scripts
are letters to their readers."""
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ´‛′＇", "'"),
        **dict.fromkeys("\u2212\u2043\u02d7", "-"),
        "ı": "i",
        "ħ": "h",
        "ð": "d",
    }
)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text that knows where each of its characters stands in the original."""

    text: str
    places: Sequence[int]
    """The place in the original of each character; then the place after the last."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text starts and ends in the original, accents included."""
        return self.places[start], max(self.places[end], self.places[end - 1] + 1)


def folded(text: str) -> str:
    """Return a text as it is searched: case, accents, width, apostrophes, dashes and white space alike.

    Unlike `fold` it keeps punctuation, so that words can be shown where they stand. Characters that nobody
    sees are left out. Ideographs stay as they are: traditional ones are not made simplified.

    >>> folded("Le  Ministère de l’Œuvre – ＲＣＭＰ")
    "le ministere de l'oeuvre - rcmp"
    """
    if not (text.isascii() and text.isprintable()):
        text = _ODD.sub(_folded_run, text)
    return " ".join(text.lower().split())


def folded_with_places(text: str) -> FoldedText:
    """Return a text as `folded` does, with the places of its characters in the original."""
    letters: list[str] = []
    places: list[int] = []
    gap: int | None = None
    for place, character in enumerate(text):
        for letter in _folded_character(character):
            if letter == " ":
                gap = place if gap is None else gap
                continue
            if gap is not None and letters:
                letters.append(" ")
                places.append(gap)
            gap = None
            letters.append(letter)
            places.append(place)
    places.append(len(text) if gap is None else gap)
    return FoldedText("".join(letters), places)


def _folded_run(found: re.Match[str]) -> str:
    characters = found.group()
    if len(characters) == 1:
        return _folded_character(characters)
    return "".join(map(_folded_character, characters))


@lru_cache(maxsize=20_000)
def _folded_character(character: str) -> str:
    """Return what one character becomes: none, one or several, in which every blank is a space."""
    if character.isspace():
        return " "
    if is_unseen(character):
        return ""
    if unicodedata.category(character) == "Pd":
        return "-"
    lower = character.casefold().translate(_ALIKE)
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", lower).casefold()).translate(_LETTERS)
    letters = unicodedata.normalize("NFC", letters).lower()
    # Some forms open into what folds again: the numeral sign of Greek into an apostrophe.
    return letters if letters in ("", character) else "".join(map(_folded_character, letters))
