"""Texts compared with themselves, none twice as long as nothing that it says has changed."""

from collections.abc import Collection

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.planning.concordance.compare import compare
from alternat.planning.concordance.differences import Difference
from alternat.planning.concordance.terms import Rendering, Terms
from alternat.planning.dialogue_terms import Sign, dialogue_renderings, mentioned_by


class Comparisons:
    """Texts compared with themselves, each again only once it, or a name that it mentions, changes."""

    def __init__(self, renderings: tuple[Rendering, ...]) -> None:
        self._renderings, self._terms = renderings, Terms.of(renderings)
        self._known: dict[Label, tuple[Difference, ...]] = {}

    @classmethod
    def reading(cls, tables: Tables) -> "Comparisons":
        """Return comparisons by the names and terms that stand in the dialogue."""
        return cls(dialogue_renderings(tables))

    def of(self, text: Label) -> tuple[Difference, ...]:
        """Return where the languages of a text differ."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = compare(text, self._terms)
        return known

    def take(self, renderings: tuple[Rendering, ...]) -> bool:
        """Go by other names and terms from now on; return whether they are others.

        Only texts that may mention what has changed are compared again.
        """
        if renderings == self._renderings:
            return False
        signs = mentioned_by(set(renderings) ^ set(self._renderings))
        self._renderings, self._terms = renderings, Terms.of(renderings)
        for text in [each for each in self._known if _has_any(each, signs)]:
            del self._known[text]
        return True

    def knows(self, text: Label) -> bool:
        """Return whether a text has been compared."""
        return text in self._known


def _has_any(text: Label, signs: Collection[Sign]) -> bool:
    whole = f"{text.en}\n{text.fr}\n{text.zh}".casefold()
    return any(all(part in whole for part in sign) for sign in signs)
