"""The alternat: which of the two countries a text names first, in either of its two forms.

Source: circular of the Ministry of Foreign Affairs of China of 4 July 1994 on points to note when signing
treaties. In the reversed form each side's copy names that side first in every language. In the unreversed
form, which the sides may agree on, both copies are alike: the Chinese text names China first, the other
texts name the other side first.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from alternat.documents.contents.meeting import Gathered, SideFacts
from alternat.language.label import Language
from alternat.language.messages import Message, message


class Alternat(StrEnum):
    """Which side a text names first."""

    REVERSED = "reversed"
    """That whose copy it is, in every language."""
    UNREVERSED = "unreversed"
    """In both copies that whose own language the text is in, or is nearest to."""


ALTERNATS: Mapping[Alternat, Message] = {
    Alternat.REVERSED: message("Each copy names its own side first"),
    Alternat.UNREVERSED: message("Each language names its own side first"),
}
"""The forms in words."""


def sides_in_order(gathered: Gathered, form: Alternat, language: Language) -> tuple[SideFacts, ...]:
    """Return the sides in the order in which the text in a language names them, in the copy of one side.

    Of a document that is about one side only, that side alone may have been gathered; the side whose copy
    it is then stands first in any form.
    """
    sides = tuple(side for side, _ in gathered.delegations)
    if form is Alternat.REVERSED or len(sides) < 2:
        return (gathered.copy_for, *(side for side in sides if side.code != gathered.copy_for.code))
    return tuple(sorted(sides, key=lambda side: (_rank(side, language), side.id)))


def alike(
    gathered: Gathered, form: Alternat, languages: Sequence[Language]
) -> Iterator[tuple[tuple[Language, ...], tuple[SideFacts, ...]]]:
    """Yield the languages whose texts name the sides in the same order, in their order, with that order."""
    orders = {language: sides_in_order(gathered, form, language) for language in languages}
    for order in dict.fromkeys(orders.values()):
        yield tuple(language for language in languages if orders[language] == order), order


def _rank(side: SideFacts, language: Language) -> int:
    """Return how near a language is to a side: its place among the side's own, else after all of them."""
    return side.languages.index(language) if language in side.languages else len(Language)
