"""The names, offices and terms that texts are checked for, taken apart once and found in any text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from alternat.language.label import Label, Language
from alternat.planning.concordance.mentions import Kind, Mention, Place, Renderings, Strength

_MARKS = str.maketrans({**dict.fromkeys("’ʼ‘`´", "'"), **dict.fromkeys("‐‑‒–—", "-")})
_WORDS = re.compile(r"\w+")
_TIGHT = re.compile(r"[\s'\-]*")
_TIGHT_IN_OFFICES = re.compile(r"[\s'\-,()]*")
"""An office may say its branch after a comma: “Director General, International Partnerships”."""
_LATIN = (Language.EN, Language.FR)


@dataclass(frozen=True, slots=True)
class Rendering:
    """One person, office or term, with all that each language may call it.

    `accepted` holds labels, each of which may give one more form in each language; a language without any
    form asks for nothing. `forbidden` holds the forms that are wrong, `shy` those of the accepted ones that
    are everyday words as well (“accord”, “mandat”): they answer to another text but ask nothing of it.
    """

    kind: Kind
    accepted: tuple[Label, ...]
    forbidden: tuple[Label, ...] = ()
    shy: tuple[Label, ...] = ()

    def forms(self, language: Language) -> tuple[str, ...]:
        """Return what the language may call it, the preferred form first."""
        return _forms(self.accepted, language)


def _forms(labels: tuple[Label, ...], language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for label in labels if (text := label.text(language).strip())))


class Phrase(NamedTuple):
    """A form of renderings, taken apart: its words, or for Chinese the form itself."""

    words: tuple[str, ...]
    kind: Kind
    numbers: frozenset[int]
    """The renderings of which it is an accepted form."""
    forbidden: frozenset[int]
    is_shy: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a text has of all renderings."""

    mentions: tuple[Mention, ...]
    """What stands there, a longer form before a shorter one inside it; forbidden forms too."""
    numbers: frozenset[int]
    """The renderings of which any form stands there, inside longer ones too; forbidden ones count."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Renderings with an index over the first word of each form; built once for thousands of texts."""

    renderings: tuple[Rendering, ...]
    _index: Mapping[Language, Mapping[str, tuple[Phrase, ...]]] = field(repr=False, compare=False)
    asked: Mapping[Language, frozenset[int]] = field(repr=False, compare=False)
    """The renderings that have a form in each language."""

    @classmethod
    def of(cls, renderings: Iterable[Rendering]) -> "Terms":
        """Return the terms of renderings; forms that several share stand for any of them."""
        kept = tuple(renderings)
        asked = {
            language: frozenset(at for at, each in enumerate(kept) if each.forms(language))
            for language in Language
        }
        index = {language: _indexed(kept, language) for language in Language}
        return cls(kept, MappingProxyType(index), MappingProxyType(asked))

    def found_in(self, text: str, language: Language) -> Found:
        """Return what a text in that language has of them."""
        index = self._index[language]
        if not index or not text:
            return Found((), frozenset())
        hits = _latin_hits(text, language, index) if language in _LATIN else _chinese_hits(text, index)
        return _found(text, language, hits)

    def expected(self, numbers: frozenset[int], language: Language) -> tuple[str, ...]:
        """Return what a text in that language may say for renderings, the preferred form of each."""
        forms = (self.renderings[at].forms(language)[:1] for at in sorted(numbers))
        return tuple(dict.fromkeys(form for some in forms for form in some))


_Hit = tuple[int, int, Phrase]


def _indexed(renderings: tuple[Rendering, ...], language: Language) -> Mapping[str, tuple[Phrase, ...]]:
    accepted: dict[tuple[Kind, tuple[str, ...]], set[int]] = defaultdict(set)
    forbidden: dict[tuple[Kind, tuple[str, ...]], set[int]] = defaultdict(set)
    demanding: set[tuple[Kind, tuple[str, ...]]] = set()
    for at, each in enumerate(renderings):
        shy = _forms(each.shy, language)
        for form in each.forms(language):
            for words in _spelt(form, each.kind, language):
                accepted[each.kind, words].add(at)
                if form not in shy:
                    demanding.add((each.kind, words))
        for form in _forms(each.forbidden, language):
            for words in _spelt(form, each.kind, language):
                forbidden[each.kind, words].add(at)
    phrases = [
        Phrase(
            words,
            kind,
            frozenset(accepted.get((kind, words), ())),
            frozenset(forbidden.get((kind, words), ())),
            (kind, words) not in demanding,
        )
        for kind, words in {**accepted, **forbidden}
    ]
    by_first: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        first = phrase.words[0]
        by_first[first if language in _LATIN else first[0]].append(phrase)
    return MappingProxyType({first: tuple(some) for first, some in by_first.items()})


def _spelt(form: str, kind: Kind, language: Language) -> Iterable[tuple[str, ...]]:
    """Return the words by which a form is looked up; one with a hyphen also as one word (sub-group)."""
    if language is Language.ZH:
        return ((form,),)
    plain = form.translate(_MARKS)
    spellings = {plain, re.sub(r"(?<=\w)-(?=\w)", "", plain)} if kind is Kind.TERM else {plain}
    return [words for each in sorted(spellings) if (words := _words_of(each, kind, language))]


def _words_of(form: str, kind: Kind, language: Language) -> tuple[str, ...]:
    words = _WORDS.findall(form)
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= _LONGEST_ACRONYM:
        return (f"={words[0]}",)
    if kind is Kind.NAME:
        return tuple(f"~{word.casefold()}" for word in words)
    is_alone = len(words) == 1
    stems = tuple(_stem(word, language, is_alone=is_alone) for word in words)
    # Several ministries of foreign affairs are none of them by name.
    return (f"#{_in_number(words[0])}", *stems[1:]) if kind is Kind.OFFICE else stems


def _in_number(word: str) -> str:
    """Return a word with its number kept, its gender not."""
    plain = word.casefold()
    return f"{_french_stem(plain, is_alone=True)}{'+' * plain.endswith(('s', 'x'))}"


_LONGEST_ACRONYM = 6


@lru_cache(maxsize=20_000)
def _stem(word: str, language: Language, *, is_alone: bool) -> str:
    """Return what the forms of a word share: number, and in French gender within a phrase."""
    plain = word.casefold()
    return _english_stem(plain) if language is Language.EN else _french_stem(plain, is_alone=is_alone)


def _english_stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_FRENCH_PAIRS = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("ienne", "ien"),
    ("enne", "en"),
    ("elle", "el"),
    ("ière", "ier"),
    ("llère", "ller"),
    ("ive", "if"),
)


def _french_stem(word: str, *, is_alone: bool) -> str:
    if len(word) > 4 and word.endswith("aux"):
        word = word[:-2] + "l"
    elif len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss"):
        word = word[:-1]
    for feminine, masculine in _FRENCH_PAIRS:
        if len(word) > len(feminine) + 1 and word.endswith(feminine):
            return word.removesuffix(feminine) + masculine
    # Alone, « accorde » is a verb and no accord; beside other words an ending is agreement.
    if not is_alone and len(word) > 4 and word.endswith("e"):
        return word[:-1]
    return word


def _latin_hits(text: str, language: Language, index: Mapping[str, tuple[Phrase, ...]]) -> list[_Hit]:
    plain = text.translate(_MARKS)
    spans = [match.span() for match in _WORDS.finditer(plain)]
    words = [plain[start:end] for start, end in spans]
    read = [_readings(word, language) for word in words]
    hits: list[_Hit] = []
    for at, readings in enumerate(read):
        for reading in readings:
            for phrase in index.get(reading, ()):
                last = at + len(phrase.words) - 1
                if last < len(read) and _continues(phrase, at, read, spans, plain):
                    hits.append((spans[at][0], spans[last][1], phrase))
    return hits


@lru_cache(maxsize=20_000)
def _readings(word: str, language: Language) -> tuple[str, ...]:
    """Return the ways in which a word of a text may be looked up: exactly, as a name, alone, in a phrase."""
    alone, within = _stem(word, language, is_alone=True), _stem(word, language, is_alone=False)
    exact = (f"={word}",) if word.isupper() else ()
    return tuple(dict.fromkeys((*exact, f"~{word.casefold()}", f"#{_in_number(word)}", alone, within)))


def _continues(
    phrase: Phrase,
    at: int,
    read: list[tuple[str, ...]],
    spans: list[tuple[int, int]],
    plain: str,
) -> bool:
    words, tight = phrase.words, _TIGHT_IN_OFFICES if phrase.kind is Kind.OFFICE else _TIGHT
    return all(
        words[step] in read[at + step]
        and tight.fullmatch(plain, spans[at + step - 1][1], spans[at + step][0])
        for step in range(1, len(words))
    )


def _chinese_hits(text: str, index: Mapping[str, tuple[Phrase, ...]]) -> list[_Hit]:
    return [
        (at, at + len(phrase.words[0]), phrase)
        for at, character in enumerate(text)
        for phrase in index.get(character, ())
        if text.startswith(phrase.words[0], at)
    ]


def _found(text: str, language: Language, hits: list[_Hit]) -> Found:
    hits.sort(key=lambda hit: (hit[0], -hit[1], not hit[2].numbers))
    numbers: set[int] = set()
    mentions: list[Mention] = []
    reached = (0, 0)
    for start, end, phrase in hits:
        is_same = (start, end) == reached
        if start < reached[1] and not is_same:
            numbers |= phrase.numbers
            continue
        reached = (start, end)
        numbers |= phrase.numbers | phrase.forbidden
        place = Place(language, start, end, text[start:end])
        is_forbidden = not phrase.numbers
        if is_same and is_forbidden:
            continue
        if language is Language.ZH and phrase.kind is Kind.OFFICE and _OF_BOTH.search(text, 0, start):
            continue
        kind = Kind.FORBIDDEN if is_forbidden else phrase.kind
        meant = Renderings(phrase.numbers or phrase.forbidden)
        mentions.append(Mention(kind, place, meant, _strength(phrase, language, text, end)))
    return Found(tuple(mentions), frozenset(numbers))


_OF_BOTH = re.compile(r"(?:两国|双方|各国|各自)的?\Z")
"""After these an office is one of two: 两国外交部 are “the foreign ministries”."""
_LONGER_NAME = re.compile("(?![与和及、])[\u4e00-\u9fff]{0,9}?(?:局|司|厅|处|署|中心|研究所|学院)")
"""What follows an office that stands for one of its parts only: 公安部出入境管理局."""


def _strength(phrase: Phrase, language: Language, text: str, end: int) -> Strength:
    if phrase.is_shy:
        return Strength.SOFT
    if language is not Language.ZH or phrase.kind is Kind.NAME:
        return Strength.FIRM
    if phrase.kind is Kind.OFFICE and (part := _LONGER_NAME.match(text, end)):
        return Strength.FIRM if any(each in part[0] for each in "与和及、") else Strength.SOFT
    # Two characters may be the end of one word and the beginning of the next: 会议程序 has no 议程.
    return Strength.SOFT if len(phrase.words[0]) <= _SHORT else Strength.FIRM


_SHORT = 2
