"""Rows of a list that are about nobody: totals, footers, page numbers, headings, places not yet filled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from alternat.exchange.people.beside import has_letters, is_placeholder, name_alone
from alternat.exchange.people.beside_words import by_length, folded
from alternat.exchange.people.fields import Field
from alternat.exchange.people.forms import role_heading_of, role_of
from alternat.exchange.people.han_beside import is_han_name
from alternat.exchange.people.latin_beside import is_office
from alternat.exchange.people.plain_names import is_plain
from alternat.exchange.people.several import halves_name_several, names_several
from alternat.exchange.people.text import han_share, in_one_line, parts
from alternat.exchange.people.tongues import is_title
from alternat.language.folding import fold
from alternat.planning.imports import LeftOutKind

NAME_FIELDS = frozenset(
    {
        *(Field.FULL_NAME, Field.FAMILY, Field.GIVEN, Field.NAME_ZH, Field.FAMILY_ZH, Field.GIVEN_ZH),
        *(Field.PINYIN, Field.PRINTED_NAME),
    }
)
_WHOLE_NAMES = frozenset({Field.FULL_NAME, Field.PINYIN, Field.NAME_ZH, Field.PRINTED_NAME})
_HALVES = ((Field.FAMILY, Field.GIVEN), (Field.FAMILY_ZH, Field.GIVEN_ZH))
_PEOPLE = "people|persons?|participants?|delegates?|members|names|personnes?|délégué·?e?s?|membres|人|名|位"
_HOW_MANY = re.compile(rf"(?:共计?|总共|一共|合计|总计)?[\s:：]*\d[\d\s,.]*\s*(?:{_PEOPLE})?", re.IGNORECASE)
_BESIDE_TOTAL = re.compile(rf"[\d\s:：()（）,.，、=\-–—/%]+|(?<=\S)(?:{_PEOPLE})(?=\s|$|[:：\d])")
_OF_TOTALS = frozenset(
    {
        *("of", "the", "in", "de", "des", "du", "la", "les", "for", "number", "total", "people", "persons"),
        *("participants", "participantes", "delegates", "members", "membres", "personnes", "delegues"),
        *("general", "overall"),
    }
)
_PAGE = re.compile(
    r"(?:page|p\.|pg\.?|feuille|sheet)\s*\d+.*|第\s*\d+\s*页.*|\d+\s*/\s*\d+|-\s*\d+\s*-", re.I
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^@\s]+@[^@\s]+|©.*", re.I)
_SENTENCE_WORDS, _SENTENCE_LETTERS = 8, 24
_ALONE = frozenset({"tbc", "tbd", "tba", "tbn", "vacant", "vacante", "vacancy"})


def stray_kind(cells: Mapping[int, str], fields: Mapping[int, Field]) -> LeftOutKind | None:
    """Return why a row is about nobody, or nothing if it is about a person.

    `cells` are its texts by column, `fields` what those columns mean; the row has at least one text.
    """
    names = [text for at, text in cells.items() if fields.get(at) in NAME_FIELDS]
    first = in_one_line(next(iter(cells.values())))
    if _is_plainly_a_person(cells, names, first):
        return None
    return _stray_kind(cells, fields, names, first)


def _is_plainly_a_person(cells: Mapping[int, str], names: Sequence[str], first: str) -> bool:
    """Return whether a row of several cells holds plain names, and nothing under which names stand."""
    if len(cells) < _FILLED or not names or first.rstrip().endswith((":", "：")):
        return False
    return all(is_plain(name) and not names_several(name) for name in names)


_FILLED = 3
"""From how many cells on a row is no footer because of its words."""


def _stray_kind(
    cells: Mapping[int, str], fields: Mapping[int, Field], names: Sequence[str], first: str
) -> LeftOutKind | None:
    """Return what `stray_kind` does, looking at everything that a row could be instead of a person."""
    if (kind := _kind_of_names(cells, fields, names, first)) is not None:
        return kind
    named = [name for name in names if has_letters(name)]
    if names and all(map(is_vacant_name, names)):
        return LeftOutKind.VACANT if _tells_more(cells, fields) or named else None
    is_under = not named or first in map(in_one_line, named) or _is_footer_word(first)
    if (is_under and _is_footer(first, len(cells))) or any(
        _is_footer(in_one_line(name), len(cells)) for name in names
    ):
        return LeftOutKind.FOOTER
    if not any(map(has_letters, cells.values())) or (names and not any(map(has_letters, names))):
        return LeftOutKind.NUMBERS
    if len(cells) == 1 and len(fields) > 1 and (names or next(iter(cells)) not in fields):
        return _alone(first, is_name=bool(names))
    return None


def _kind_of_names(
    cells: Mapping[int, str], fields: Mapping[int, Field], names: Sequence[str], first: str
) -> LeftOutKind | None:
    """Return what the cells for names hold where it is surely not one name."""
    named = [name for name in names if has_letters(name) and not _is_total(name)]
    if any(_is_total(name) for name in names) or (not named and _is_total(first)):
        return LeftOutKind.TOTAL
    if any(
        names_several(text, is_part=fields[at] not in _WHOLE_NAMES)
        for at, text in cells.items()
        if fields.get(at) in NAME_FIELDS
    ):
        return LeftOutKind.SEVERAL
    by_field = {fields[at]: text for at, text in cells.items() if at in fields}
    for family, given in _HALVES:
        if given in by_field and halves_name_several(by_field.get(family, ""), by_field[given]):
            return LeftOutKind.SEVERAL
    if names and all(map(is_nobody, names)):
        return LeftOutKind.NOBODY
    whole = " ".join(in_one_line(name) for name in names)
    if names and len(cells) > 1 and is_role_word(whole):
        return LeftOutKind.VACANT
    return None


@lru_cache(maxsize=50_000)
def is_nobody(text: str) -> bool:
    """Return whether a text stands where a name should, and is none: `Ditto`, `+1 guest`, `司机1名`."""
    plain = in_one_line(text).strip()
    bare = fold(plain)
    return bare in folded("nobody") or bool(_COUNTED.fullmatch(plain))


_COUNTED = re.compile(
    r"[^\d:：]+[:：]\s*\d+|\+\s*\d+.*|.*\s[x×*]\s*\d+\)?|\d+\s*[x×]\s.*|\d+\s+[a-zà-ÿ][^A-Z]*|[^\s等]*\s*[\d一二两三四五六七八九十]+\s*[名人位]",
)


@lru_cache(maxsize=50_000)
def is_role_word(text: str) -> bool:
    """Return whether a text is only the word for a role or an office: `Interpreter (name to follow)`."""
    bare = re.sub(r"[（(\[【][^）)\]】]*[）)\]】]", " ", text).strip(" :：*")
    bare = re.sub(r"[\s#]*\d+$", "", bare)
    pieces = parts(bare)
    if pieces and all(role_of(each) is not None or role_heading_of(each) is not None for each in pieces):
        return True
    return len(bare.split()) > 1 and fold(bare) in folded("office-words")


@lru_cache(maxsize=50_000)
def is_vacant_name(text: str) -> bool:
    """Return whether a text stands for somebody not known yet: `TBC 1`, `Adviser (TBC)`, `人员待定`."""
    if not has_letters(text):
        return is_placeholder(text)
    bare = re.sub(r"[\d#]+$", "", in_one_line(text).strip()).strip(" -–—")
    if is_placeholder(bare):
        return True
    if han_share(bare) > 0:
        return _is_vacant_in_chinese(bare)
    words = fold(bare).split()
    phrases = folded("placeholders")
    for length in range(1, min(5, len(words)) + 1):
        for piece, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            phrase = " ".join(piece)
            is_telling = phrase in _ALONE or (length > 1 and phrase in phrases)
            if is_telling and (is_office(" ".join(rest)) or piece == words[:length]):
                return not name_alone(" ".join(rest)).latin or is_office(" ".join(rest)) or length > 1
    return False


def _is_vacant_in_chinese(text: str) -> bool:
    found = _chinese_placeholders().search(text)
    if found is None:
        return False
    rest = re.sub(r"[\s()（）\d]+", "", text[: found.start()] + text[found.end() :])
    return not is_han_name(rest)


@cache
def _chinese_placeholders() -> re.Pattern[str]:
    """Return the pattern of words for "not known yet" that a longer Chinese text may hold."""
    words = (word for word in by_length("placeholders") if len(word) > 1 and han_share(word) == 1)
    return re.compile("|".join(map(re.escape, words)))


def _tells_more(cells: Mapping[int, str], fields: Mapping[int, Field]) -> bool:
    telling = {Field.ENTITY, Field.POSITION, Field.ROLE, Field.SIDE}
    return any(at in fields and fields[at].in_any_language in telling for at in cells)


@lru_cache(maxsize=50_000)
def _is_total(text: str) -> bool:
    plain = in_one_line(text).strip()
    if _HOW_MANY.fullmatch(plain) and has_letters(plain):
        return True
    bare = _BESIDE_TOTAL.sub(" ", plain)
    words = fold(bare).split()
    joined = " ".join(words)
    if joined in folded("totals") or joined.replace(" ", "") in folded("totals"):
        return True
    if len(words) < 2 or not all(word in _OF_TOTALS or word in folded("totals") for word in words):
        return False
    return any(" ".join(words[:length]) in folded("totals") for length in (1, 2, 3))


def _is_footer_word(text: str) -> bool:
    """Return whether a text before a name says that the name is under the list, not on it: `Prepared by:`."""
    return text.rstrip().endswith((":", "：")) and fold(text) in folded("footers")


def _is_footer(text: str, filled: int) -> bool:
    if _PAGE.fullmatch(text) or _ADDRESS.fullmatch(text):
        return True
    text = text.strip(" ()（）[]【】*-–—…")
    head, colon, _ = text.partition(":") if ":" in text else text.partition("：")
    if colon and fold(head) in folded("footers"):
        return True
    if filled > 2:
        return False
    words = fold(text).split()
    if " ".join(words) in folded("footers"):
        return True
    begins = any(" ".join(words[:length]) in folded("footers") for length in (2, 3, 4) if len(words) > length)
    return begins or _is_sentence(text)


def _is_sentence(text: str) -> bool:
    if han_share(text) > 0.5:
        return len(text) > _SENTENCE_LETTERS
    return len(text.split()) > _SENTENCE_WORDS or (text[:1] in "*†‡※" and len(text.split()) > 4)


def _alone(text: str, *, is_name: bool) -> LeftOutKind | None:
    """Return what a row with a single text is, if it is not a person of whom only the name is known."""
    if text.rstrip().endswith((":", "：")):
        return LeftOutKind.SECTION
    name = name_alone(text)
    if is_name and (is_han_name(name.han) or _looks_like_name(name.latin)):
        return None
    if name.han and not name.latin:
        return None if is_name and len(name.han) <= _HAN_ALONE else LeftOutKind.SECTION
    return LeftOutKind.SECTION if is_title(text) or not is_name else None


_HAN_ALONE = 4


def _looks_like_name(latin: str) -> bool:
    words = latin.replace(",", "").split()
    return len(words) > 1 and not is_title(latin) and not is_office(latin)


def read_texts(texts: Iterable[str]) -> str:
    """Return the texts of a row in one line, for naming it."""
    return " · ".join(in_one_line(text) for text in texts)
