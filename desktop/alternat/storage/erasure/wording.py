"""What names a person in any text, and the same text without it."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from alternat.language.called import both_orders, with_comma
from alternat.language.label import Language

NAME_FIELDS = ("family", "given", "name_zh", "printed_name", "sort_key")
OWN_FIELDS = (*NAME_FIELDS, "passport_name", "email", "phone")
"""Fields of a person and of the contact whose text is that person's own, and may be another's too."""
_SHORTEST_WORD = 4
"""Letters: a shorter name is too often a part of the language to be looked for alone."""
_SHORTEST_WHOLE = 2

STAND_INS = {Language.EN: "[erased]", Language.FR: "[effacé]", Language.ZH: "[已删除]"}
"""What stands in the place of an erased name, by the language of the text."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts that name somebody: whole names, numbers and addresses, and single names."""

    whole: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    """A family name or a given name alone."""

    @classmethod
    def of(cls, images: Iterable[Mapping[str, Any]]) -> "Wording":
        """Return what names a person, from images of the person, the contact and the parts in meetings."""
        whole: set[str] = set()
        single: set[str] = set()
        parts: dict[str, set[str]] = {name: set() for name in (*OWN_FIELDS, "token")}
        for image in images:
            for name, kept in parts.items():
                if isinstance(text := image.get(name), str) and text.strip():
                    kept.add(text.strip())
        for family in parts["family"]:
            for given in parts["given"]:
                whole |= {*both_orders(family, given), with_comma(family, given)}
        for name in ("name_zh", "printed_name", "passport_name", "email", "phone", "token"):
            whole |= parts[name]
        for text in parts["family"] | parts["given"] | parts["sort_key"]:
            (whole if " " in text else single).add(text)
        digits = {re.sub(r"\D", "", phone) for phone in parts["phone"]}
        whole |= {each for each in digits if len(each) >= 7}
        return cls(
            frozenset(each for each in whole if len(each) >= _SHORTEST_WHOLE), frozenset(single - whole)
        )

    def __or__(self, other: "Wording") -> "Wording":
        return Wording(self.whole | other.whole, self.single | other.single)


@dataclass(frozen=True)
class Eraser:
    """Finds what names people in a text and takes it out, unless the same text names somebody who stays."""

    wording: Wording
    others: frozenset[str] = frozenset()
    """What the names of everybody else are written like."""
    common: frozenset[str] = frozenset()
    """Words that mean something else too, in small letters; a single name among them stays, as a doubt."""
    stand_ins: Mapping[Language, str] = field(default_factory=lambda: STAND_INS)

    @cached_property
    def kept(self) -> frozenset[str]:
        """The texts that are another person's as well, so that they are not taken out."""
        theirs = {_folded(each) for each in self.others}
        return frozenset(each for each in self._wanted if _folded(each) in theirs)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The single names that are words or another person's name too, so that somebody has to look."""
        short = {each for each in self.wording.single if _is_short(each)}
        words = {each for each in self.wording.single if each.casefold() in self.common}
        return frozenset(short | words | (self.kept & self.wording.single))

    def names(self, text: str, *, with_single: bool = True) -> bool:
        """Return whether a text names one of the people."""
        return any(True for _ in self._hits(text, with_single=with_single))

    def doubts(self, text: str) -> bool:
        """Return whether a text has a word that may be the name of one of them, or only a word."""
        return bool(self._doubts and self._doubts.search(text))

    def without(self, text: str, language: Language = Language.EN, *, with_single: bool = True) -> str:
        """Return a text with a stand-in for every name."""
        hits = list(self._hits(text, with_single=with_single))
        for start, end in reversed(hits):
            text = text[:start] + self.stand_ins[language] + text[end:]
        return text

    def cleaned(self, value: Any, language: Language = Language.EN, *, with_single: bool = True) -> Any:
        """Return a value of JSON with every text in it cleaned; texts under a language get its stand-in."""
        if isinstance(value, str):
            inner = _parsed(value)
            if inner is not None:
                told = self.cleaned(inner, language, with_single=with_single)
                return value if told == inner else _dumped(told)
            return self.without(value, language, with_single=with_single)
        if isinstance(value, list):
            return [self.cleaned(each, language, with_single=with_single) for each in value]
        if isinstance(value, dict):
            return {
                name: self.cleaned(each, _language(name, language), with_single=with_single)
                for name, each in value.items()
            }
        return value

    def _hits(self, text: str, *, with_single: bool) -> Iterator[tuple[int, int]]:
        pattern = self._all if with_single else self._whole
        if pattern is None:
            return
        longer = [each.span() for each in self._longer.finditer(text)] if self._longer else []
        for found in pattern.finditer(text):
            start, end = found.span()
            if not any(left <= start and end <= right for left, right in longer):
                yield start, end

    @property
    def _wanted(self) -> Iterable[str]:
        return (*self.wording.whole, *self.wording.single)

    @cached_property
    def _whole(self) -> re.Pattern[str] | None:
        return _pattern(self.wording.whole - self.kept)

    @cached_property
    def _all(self) -> re.Pattern[str] | None:
        return _pattern(self.wording.whole - self.kept, self.wording.single - self.kept - self.doubtful)

    @cached_property
    def _doubts(self) -> re.Pattern[str] | None:
        return _pattern((), self.doubtful)

    @cached_property
    def _longer(self) -> re.Pattern[str] | None:
        """The names of others that have one of the names in them: 王伟明 is not 王伟."""
        wanted = [_folded(each) for each in self._wanted]
        return _pattern(
            {
                each
                for each in self.others
                if any(name in _folded(each) and name != _folded(each) for name in wanted)
            }
        )


def _is_short(name: str) -> bool:
    return len(name) < (_SHORTEST_WHOLE if _is_han(name) else _SHORTEST_WORD)


def _is_han(name: str) -> bool:
    return any("\u3400" <= each <= "\u9fff" or each >= "\U00020000" for each in name)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _pattern(whole: Collection[str], single: Collection[str] = ()) -> re.Pattern[str] | None:
    """Return what finds whole names in any case, and single ones as they are written or in capitals."""
    exact = {each for name in single for each in (name, name.upper(), name.title())}
    parts = [f"(?i:{each})" for each in _alternatives(whole)] + _alternatives(exact)
    return re.compile("|".join(parts)) if parts else None


def _alternatives(names: Collection[str]) -> list[str]:
    return sorted({_bounded(form) for name in names for form in _forms(name)}, key=len, reverse=True)


def _forms(name: str) -> set[str]:
    """Return the ways in which the same name is written down: composed or not, with or without accents."""
    composed, apart = unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return {composed, apart, plain, name}


def _bounded(name: str) -> str:
    between = r"\s*" if _is_han(name) else r"[\s\-\u2010\u2011]+"
    if _is_han(name):
        return between.join(re.escape(each) for each in name if not each.isspace())
    words = between.join(re.escape(each) for each in re.split(r"\s+", name))
    return rf"(?<!\w){words}(?!\w)"


def _parsed(text: str) -> Any:
    """Return the list or the object that a text is in JSON; None for any other text."""
    if text[:1] not in {"{", "["}:
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list | dict) else None


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _language(name: str, otherwise: Language) -> Language:
    try:
        return Language(name)
    except ValueError:
        return otherwise
