"""Finding people as one types, whatever the accents, capitals, hyphens, spaces and spellings of ü."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from alternat.language.folding import fold

_UMLAUT = re.compile(r"\b([ln])(?:yu|v)")
"""LYU, LV and LU are one surname in passports of different years, and so are NYU, NV and NU."""


def searchable(texts: Iterable[str]) -> str:
    """Return the one text in which `Query` looks for its words, made of all that a person may be found by."""
    return "\n".join(_spellings(text) for text in dict.fromkeys(texts) if text)


@lru_cache(maxsize=20_000)
def _spellings(text: str) -> str:
    """Return a text as one may type it; cached, since offices and roles are the same for many people."""
    folded = fold(text)
    modern = _UMLAUT.sub(r"\1u", folded)
    return "\n".join(dict.fromkeys((folded, folded.replace(" ", ""), modern, modern.replace(" ", ""))))


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody typed into the search box: every word must be found, in any order."""

    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, typed: str) -> "Query":
        """Return the query of a typed text."""
        return cls(tuple(fold(typed).split()))

    def __bool__(self) -> bool:
        return bool(self.words)

    def matches(self, searched: str) -> bool:
        """Return whether every word occurs in a text made by `searchable`."""
        return all(word in searched or _UMLAUT.sub(r"\1u", word) in searched for word in self.words)
