"""What the cells of a column look like, whatever its heading says."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from alternat.exchange.people.directory import Directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.text import han_share, parts, tidy
from alternat.exchange.people.tongues import is_title, language_of
from alternat.exchange.people.words import (
    gender_words,
    han_surnames,
    honorific_words,
    language_words,
    pinyin_surnames,
    role_words,
)
from alternat.language.folding import fold
from alternat.language.label import Language

SAMPLE = 200
"""How many filled cells of a column are looked at."""

EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]{2,}")
_PHONE = re.compile(r"\+?[\d\s().\-/]{7,}(?:\s*(?:x|ext\.?|poste|转|#)\s*\d+)?", re.IGNORECASE)
_EXTENSION = re.compile(r"\s*(?:x|ext\.?|poste|转|#)\s*\d+$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:19|20)\d\d([-./ ])\d{1,2}\1\d{1,2}|\d{1,2}([-./ ])\d{1,2}\2(?:19|20)?\d\d|(?:19|20)\d\d[01]\d[0-3]\d"
)
_TELEPHONES = tuple(
    map(
        re.compile,
        (
            r"\+\d[\d\s().\-/]{6,}",
            r"(?:1[\s.\-]?)?\(?[2-9]\d\d\)?[\s.\-]\s?\d{3}[\s.\-]?\d{4}",
            r"1[3-9]\d[\s\-]?\d{4}[\s\-]?\d{4}",
            r"\(?0\d{2,3}\)?[\s\-]\d{3,4}[\s\-]?\d{4}",
            r"0\d(?:[\s.\-]\d{2}){4}",
            r"00\d[\d\s().\-/]{7,}",
            r"[2-9]\d\d-\d{4}",
        ),
    )
)
"""Telephone numbers as countries write them; plain figures may be anything else."""
_HAN_NAME = re.compile(r"[\u3400-\u9fff\s]{2,6}|[\u3400-\u9fff]+(?:[·•・‧][\u3400-\u9fff]+)+")
_LATIN_NAME = re.compile(r"(?:[^\W\d_][\w’'.\-]*,?\s+){1,4}[^\W\d_][\w’'.\-]*")


@dataclass(frozen=True, slots=True)
class Contents:
    """Shares from 0 to 1 of the filled cells of a column that look like something."""

    filled: int
    email: float
    phone: float
    """Whether they may be telephone numbers, for a column whose heading says so."""
    telephone: float
    """Whether they can hardly be anything else."""
    number: float
    side: float
    entity: float
    entity_language: Language | None
    honorific: float
    gender: float
    role: float
    languages: float
    han: float
    han_name: float
    latin_name: float
    pinyin_name: float
    title: float
    language: Language | None
    """The language of at least nine in ten of the cells that show one."""
    is_mixed: bool
    """Whether cells show different languages, or several in one cell."""


def contents_of(cells: Iterable[str], directory: Directory) -> Contents:
    """Return what the cells of a column look like."""
    texts = list(islice((text for cell in cells if (text := tidy(cell))), SAMPLE))

    def share(looks_so: Callable[[str], object]) -> float:
        return sum(bool(looks_so(text)) for text in texts) / len(texts) if texts else 0.0

    tongues = [[tongue for part in parts(text) if (tongue := language_of(part))] for text in texts]
    language, is_mixed = _language(tongues)
    return Contents(
        filled=len(texts),
        email=share(EMAIL.search),
        phone=share(_PHONE.fullmatch),
        telephone=share(_is_telephone),
        number=share(str.isdecimal),
        side=share(directory.side_named),
        entity=share(lambda text: directory.entity_named(text).entities),
        entity_language=_entity_language(texts, directory),
        honorific=share(lambda text: fold(text) in honorific_words()),
        gender=share(lambda text: fold(text) in gender_words()),
        role=share(lambda text: any(fold(part) in role_words() for part in (text, *parts(text)))),
        languages=share(_names_languages),
        han=share(lambda text: han_share(text) > 0.5),
        han_name=share(lambda text: _HAN_NAME.fullmatch(text) and text[0] in han_surnames()),
        latin_name=share(_looks_like_name),
        pinyin_name=share(_looks_like_pinyin),
        title=share(is_title),
        language=language,
        is_mixed=is_mixed,
    )


EVIDENCE: dict[Field, Callable[[Contents], float]] = {
    Field.EMAIL: lambda contents: contents.email,
    Field.SIDE: lambda contents: contents.side,
    Field.ENTITY: lambda contents: contents.entity,
    Field.HONORIFIC: lambda contents: contents.honorific,
    Field.GENDER: lambda contents: contents.gender,
    Field.ROLE: lambda contents: contents.role,
    Field.LANGUAGES: lambda contents: contents.languages,
    Field.NAME_ZH: lambda contents: contents.han_name,
    Field.PINYIN: lambda contents: contents.pinyin_name,
    Field.PHONE: lambda contents: contents.phone,
    Field.POSITION: lambda contents: contents.title * (1 - contents.entity),
    Field.FULL_NAME: lambda contents: max(contents.latin_name, contents.han_name),
}
"""How far cells speak for a meaning, the particular before the general; cells cannot tell any other."""


def _language(tongues: list[list[Language]]) -> tuple[Language | None, bool]:
    several = sum(len(set(cell)) > 1 for cell in tongues)
    counts = Counter(cell[0] for cell in tongues if cell)
    if not counts:
        return None, False
    language, cells = counts.most_common(1)[0]
    is_clear = cells >= 0.9 * counts.total() and several <= 0.1 * counts.total()
    return (language, False) if is_clear else (None, True)


def _entity_language(texts: list[str], directory: Directory) -> Language | None:
    found = Counter(match.language for text in texts if (match := directory.entity_named(text)).entities)
    return found.most_common(1)[0][0] if found else None


def _is_telephone(text: str) -> bool:
    number = _EXTENSION.sub("", text.strip())
    return not _DATE.fullmatch(number) and any(each.fullmatch(number) for each in _TELEPHONES)


def _names_languages(text: str) -> bool:
    words = [fold(part) for part in re.split(r"[,，、;/和&]|\bet\b|\band\b", text) if part.strip()]
    return bool(words) and all(word in language_words() for word in words)


def _looks_like_name(text: str) -> bool:
    if han_share(text) > 0.5 or not _LATIN_NAME.fullmatch(text):
        return False
    words = text.replace(",", "").split()
    return sum(word[0].isupper() for word in words) >= max(2, len(words) - 2)


def _looks_like_pinyin(text: str) -> bool:
    words = fold(text).split()
    return 2 <= len(words) <= 3 and words[0] in pinyin_surnames() and text.isascii()
