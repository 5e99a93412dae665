"""The forms of a person's name: how it prints, sorts and is addressed, and how it is tidied when typed.

Nothing here derives a name: the Latin form of a Chinese name, its reading and its sort key are typed by
people. Sources: GB/T 28039-2011 (Chinese names in Latin letters); National Immigration Administration notice
of 29 September 2021 (ü in passports); ICAO Doc 9303-3, section 6 (letters in passports).
"""

import re
import unicodedata

from alternat.language.messages import Message, message
from alternat.language.scripts import is_han

MIDDLE_DOT = "\N{MIDDLE DOT}"
IDEOGRAPHIC_SPACE = "\N{IDEOGRAPHIC SPACE}"

_LOOK_ALIKES = "\u2022\u2027\u30fb\uff65\u22c5\u2219\u0387\u2024\u25cf\u2e31\ua78f\u16eb\u318d"
"""Dots that stand for U+00B7 in badly typed minority and transliterated names, wherever they are."""
_PERIODS = ".\uff0e\u3002"
"""Full stops, which stand for it only between two Han characters; initials keep theirs (J.R.R.托尔金)."""

_ANY_DOT = re.compile(rf"\s*[{MIDDLE_DOT}{_LOOK_ALIKES}]\s*")
_WHITE = re.compile(r"\s+")

_PASSPORT_SPELLINGS = str.maketrans(
    {
        "Ä": "AE",
        "Å": "AA",
        "Æ": "AE",
        "Ð": "D",
        "Ø": "OE",
        "Ö": "OE",
        "Œ": "OE",
        "Þ": "TH",
        "Ü": "UE",
        "Ñ": "NXX",
    }
)
_BASE_LETTERS = str.maketrans({"Æ": "AE", "Œ": "OE", "Ø": "O", "Đ": "D", "Ð": "D", "Ł": "L", "Þ": "TH"})
_UMLAUT_FORMS = {"LV": "LYU", "LÜ": "LYU", "LU:": "LYU", "NV": "NYU", "NÜ": "NYU", "NU:": "NYU"}
_LYU_SURNAMES = frozenset("吕呂闾閭")


def tidy(name: str) -> str:
    """Return a Latin name composed (NFC), without outer or doubled spaces; nothing else is changed."""
    return _WHITE.sub(" ", unicodedata.normalize("NFC", name)).strip()


def normalise_chinese_name(name: str) -> str:
    """Return a name in Chinese script as it is stored: no spaces inside, and U+00B7 for every middle dot.

    Spaces between Latin letters stay, and so do ideographs of every kind: their compatibility forms are
    somebody's name.
    """
    characters = _ANY_DOT.sub(MIDDLE_DOT, name.strip())
    kept: list[str] = []
    for index, character in enumerate(characters):
        before, after = characters[index - 1 : index], characters[index + 1 : index + 2]
        beside_han = bool(before and is_han(before)) or bool(after and is_han(after))
        between_han = bool(before and after) and is_han(before) and is_han(after)
        if character in _PERIODS and between_han:
            kept.append(MIDDLE_DOT)
        elif not (character.isspace() and (beside_han or not after.strip())):
            kept.append(character)
    return "".join(kept)


def differs_from_passport(printed: str, passport: str) -> bool:
    """Return whether the printed Latin name spells another name than the passport.

    Case, accents, hyphens, spaces and the order of the parts do not count, nor do the passport's own ways
    of writing a letter (Ö as OE, Å as AA). An unknown passport form differs from nothing.
    """
    if not (printed.strip() and passport.strip()):
        return False
    in_passport = "".join(_letters(passport))
    plain = _letters(printed)
    respelt = _letters(unicodedata.normalize("NFC", printed).upper().translate(_PASSPORT_SPELLINGS))
    return not any(in_passport in _turned(parts) for parts in (plain, respelt)) and sorted(plain) != sorted(
        _letters(passport)
    )


def agrees_with_name(printed: str, family: str, given: str) -> bool:
    """Return whether a printed form still is a form of a name: it may be shorter, but says nothing else.

    Each of its words must be one of the name's, or the first letters of one, whatever the case, the accents
    and the order; and some of the family name must be in it, if there is one. Without a printed form it
    agrees.
    """
    if not printed:
        return True
    words, family_words = _letters(printed), _letters(family)
    known = [*family_words, *_letters(given)]
    whole_family = "".join(family_words)
    joined = {whole_family, "".join(_letters(given))}
    if not words or not known:
        return True
    if any(word not in joined and not any(each.startswith(word) for each in known) for word in words):
        return "".join(words) in {"".join(known), "".join((*_letters(given), *family_words))}
    return not family_words or any(word in {*family_words, whole_family} for word in words)


def _letters(name: str) -> list[str]:
    decomposed = unicodedata.normalize("NFD", name.upper().translate(_BASE_LETTERS))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.findall(r"[^\W\d_]+", bare)


def _turned(parts: list[str]) -> set[str]:
    return {"".join(parts[turn:] + parts[:turn]) for turn in range(len(parts) or 1)}


def passport_question(latin: str, name_zh: str = "") -> Message | None:
    """Return the question to ask about ü in a passport, or None where there is nothing to ask.

    Passports issued since 2012 print LYU and NYU, but LUE and NUE; older ones may keep LU or LV. Only the
    passport knows, so the spelling is asked for and never derived.
    """
    for part in _WHITE.split(tidy(latin)):
        syllable = part.upper()
        usual = _UMLAUT_FORMS.get(syllable) or ("LYU" if _may_be_lyu(syllable, name_zh) else "")
        if usual:
            return message(
                "Is “{part}” printed as {usual} in the passport? Copy it from the passport.",
                part=part,
                usual=usual,
            )
    return None


def _may_be_lyu(syllable: str, name_zh: str) -> bool:
    return syllable == "LU" and name_zh[:1] in _LYU_SURNAMES and bool(name_zh)
