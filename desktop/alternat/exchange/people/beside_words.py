"""The words that lists write beside names or instead of them, out of the shipped data file."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from alternat.language.folding import fold
from alternat.shipped import resource


def letters_key(text: str) -> str:
    """Return what spellings of letters after a name have in common: `Ph. D.`, `PhD` and `Ph.D.` are one."""
    return fold(text).replace(" ", "")


@cache
def known_letters() -> frozenset[str]:
    """Return the keys of letters after a name: degrees, orders, memberships, generations."""
    return frozenset(letters_key(word) for word in _data()["letters"])


@cache
def letters_after_comma() -> frozenset[str]:
    """Return the keys of those letters which without points or a comma may be a name, such as MA."""
    return frozenset(letters_key(word) for word in _data()["letters-only-after-comma"])


@cache
def folded(section: str) -> frozenset[str]:
    """Return the keys of the words of a section, for looking up."""
    return frozenset(fold(word) for word in _data()[section])


@cache
def by_length(section: str) -> tuple[str, ...]:
    """Return the words of a section as they stand, the longest first, for cutting off."""
    return tuple(sorted(_data()[section], key=len, reverse=True))


@cache
def characters(section: str) -> frozenset[str]:
    """Return the single characters of a section."""
    return frozenset(_data()[section])


_OF_NAMES = frozenset({"given-names", "clans"})


@cache
def all_words() -> frozenset[str]:
    """Return the words and phrases of all sections that may stand beside a name, as they stand."""
    return frozenset(word for section, words in _data().items() if section not in _OF_NAMES for word in words)


@cache
def _data() -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(resource("import", "beside.json").read_text(encoding="utf-8"))
    return MappingProxyType(content)
