"""The kind of a session as a list states it, or as its title lets one guess."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from alternat.exchange.events.writing import alternatives
from alternat.exchange.people.text import han_share, parts
from alternat.language.folding import fold
from alternat.language.label import Label
from alternat.language.vocabulary import member_label
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.programme import PartyPlan
from alternat.shipped import resource

_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")


def stated_kind(text: str) -> SessionKind | None:
    """Return the kind that a cell names in any language, or in several side by side."""
    names = _names()
    return next((names[fold(part)] for part in (text, *parts(text)) if fold(part) in names), None)


def guessed_kind(title: Label, parties: tuple[PartyPlan, ...]) -> SessionKind:
    """Return the kind that a title names in whole words; else a plenary for everyone, or a bilateral.

    A guess is never an internal meeting: that would keep the session off all paper that is shared.
    """
    for text in title.as_mapping().values():
        if (kind := _kind_in(text)) is not None and kind is not SessionKind.INTERNAL:
            return kind
    is_for_all = any(party.kind is PartyKind.EVERYONE for party in parties)
    return SessionKind.PLENARY if is_for_all else SessionKind.BILATERAL


def seems_internal(title: Label) -> bool:
    """Return whether a title speaks of an internal meeting, which only a stated kind makes one."""
    return any(_internal().search(_key(text)) for text in title.as_mapping().values())


def _kind_in(text: str) -> SessionKind | None:
    """Return the kind that the longest word of a text names; where two are as long, the last one."""
    folded = _key(text)
    found = [
        (len(each[0]), each.start(), _words()[each[0].replace("-", " ")])
        for pattern in (_chinese() if han_share(text) > 0 else None, _latin())
        if pattern is not None
        for each in pattern.finditer(folded)
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


@cache
def _names() -> Mapping[str, SessionKind]:
    return MappingProxyType(
        {
            fold(text): kind
            for kind in SessionKind
            for text in (kind.value, *member_label(kind).as_mapping().values())
        }
    )


@cache
def _words() -> Mapping[str, SessionKind]:
    document = json.loads(resource("import", "event-kinds.json").read_text(encoding="utf-8"))
    more = {fold(word): SessionKind(kind) for kind, words in document.items() for word in words}
    return MappingProxyType({**_names(), **more})


@cache
def _latin() -> re.Pattern[str]:
    return _whole(each for each in _words() if each.isascii())


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(alternatives(each for each in _words() if not each.isascii()))


@cache
def _internal() -> re.Pattern[str]:
    words = {each for each, kind in _words().items() if kind is SessionKind.INTERNAL}
    latin = {each for each in words if each.isascii()}
    return re.compile(rf"{_whole(latin).pattern}|{alternatives(words - latin)}")


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of whole words: “express” has no “press” in it, nor “break-through” a “break”."""
    found = alternatives(words).replace("\\-", "[- ]").replace("\\ ", "[- ]")
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])")


def _key(text: str) -> str:
    """Return the key of a text in which the hyphens inside words stay."""
    return "-".join(fold(part) for part in _HYPHEN.split(text))
