"""Finding people as one types, whatever the accents, capitals, hyphens, spaces and spellings of ü."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from alternat.language.folding import fold

_UMLAUT = re.compile(r"\b([ln])(?:yu|v)")
"""LYU, LV and LU are one surname in passports of different years, and so are NYU, NV and NU."""


def searchable(texts: Iterable[str]) -> str:
    """Return the one text in which `Query` looks for its words, made of all that a person may be found by."""
    parts: list[str] = []
    for text in texts:
        if folded := fold(text):
            parts += _spellings(folded)
    return "\n".join(dict.fromkeys(parts))


def _spellings(folded: str) -> list[str]:
    modern = _UMLAUT.sub(r"\1u", folded)
    return [folded, folded.replace(" ", ""), modern, modern.replace(" ", "")]


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
