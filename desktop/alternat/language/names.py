"""The forms of a person's name: how it prints, sorts and is addressed, and how it is tidied when typed.

Nothing here derives a name: the Latin form of a Chinese name, its reading and its sort key are typed by
people. Sources: GB/T 28039-2011 (Chinese names in Latin letters); National Immigration Administration notice
of 29 September 2021 (ü in passports); ICAO Doc 9303-3, section 6 (letters in passports).
"""

import re
import unicodedata

from alternat.language.formats import NO_BREAK
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.language.scripts import is_han

MIDDLE_DOT = "\N{MIDDLE DOT}"
IDEOGRAPHIC_SPACE = "\N{IDEOGRAPHIC SPACE}"
FAMILY_FIRST = "family-first"

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
_ABBREVIATION = 4
_OWN_ARTICLE = ("L’", "Le ", "La ", "Son ", "Sa ", "Leurs ")
_SILENT = (*"aeiouéèêàâîôœ", "hon")
"""Beginnings of French titles before which the article is elided."""
_UMLAUT_FORMS = {"LV": "LYU", "LÜ": "LYU", "LU:": "LYU", "NV": "NYU", "NÜ": "NYU", "NU:": "NYU"}
_LYU_SURNAMES = frozenset("吕呂闾閭")


def latin_name(family: str, given: str, order: str, printed: str = "") -> str:
    """Return the Latin form to print: `YANG Weimin`, `Élise CÔTÉ`.

    The family name is capitals throughout, with its accents, hyphens and particles (`DE LA FONTAINE`, ß as
    SS); where a family writes it otherwise (`de la FONTAINE`), staff type the printed form, which wins.
    `order` is `family-first` or `given-first`. An empty family name leaves the given name as typed.
    """
    if printed.strip():
        return tidy(printed)
    names = (tidy(family).upper(), tidy(given))
    ordered = names if order == FAMILY_FIRST else names[::-1]
    return " ".join(name for name in ordered if name)


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


def chinese_in_column(name: str) -> str:
    """Return a Chinese name for a column: two characters take a full-width space between them (王　芳).

    For display only, never stored and never on a badge; any other name stays as it is (欧阳文, 买买提·艾力).
    """
    is_pair = len(name) == 2 and is_han(name[0]) and is_han(name[1])
    return f"{name[0]}{IDEOGRAPHIC_SPACE}{name[1]}" if is_pair else name


def with_honorific(name: str, honorific: str, language: Language) -> str:
    """Return a name with its form of address: before a Latin name, straight after a Chinese one (杨为民先生).

    A short one (Mr., Mme, Dr) is held to the name by a no-break space.
    """
    if not (name and honorific):
        return name or honorific
    if language is Language.ZH:
        return f"{name}{honorific}"
    is_short = len(honorific) <= _ABBREVIATION and " " not in honorific
    return f"{honorific}{NO_BREAK if is_short else ' '}{name}"


def addressed_within(name: str, honorific: str, language: Language, *, is_feminine: bool | None) -> str:
    """Return a name with its form of address inside a sentence.

    French puts a title, but no abbreviation, in lower case behind its article (`le commissaire adjoint
    Émile CÔTÉ`); where the gender is not known the title stays as it is.
    """
    if language is Language.FR and name:
        honorific = _french_title(honorific, is_feminine=is_feminine)
    return with_honorific(name, honorific, language)


def _french_title(title: str, *, is_feminine: bool | None) -> str:
    is_abbreviated = len(title) <= _ABBREVIATION and " " not in title
    if is_abbreviated or title.startswith(_OWN_ARTICLE) or title.endswith("."):
        return title[:1].lower() + title[1:] if title.startswith("L’") else title
    bare = title[:1].lower() + title[1:]
    if bare.startswith(_SILENT):
        return f"l’{bare}"
    if is_feminine is None:
        return title
    return f"la {bare}" if is_feminine else f"le {bare}"


def sort_key(family: str, given: str, typed: str = "") -> str:
    """Return what a name is filed under: the typed key, else family and given name.

    Pass it to `collation_key`. Particles stay where they are typed, since families differ.
    """
    return tidy(typed) or tidy(f"{family} {given}")


def initials(family: str, given: str, order: str, name_zh: str = "") -> str:
    """Return what stands for a missing photograph: `ÉC`, `YW`, or the first character of a Chinese name."""
    ordered = (family, given) if order == FAMILY_FIRST else (given, family)
    return "".join(tidy(name)[:1].upper() for name in ordered) or name_zh.strip()[:1]


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
