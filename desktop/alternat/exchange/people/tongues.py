"""Which language a title or the name of an office is in."""

import re
from functools import lru_cache

from alternat.exchange.people.text import han_share
from alternat.exchange.people.words import title_words
from alternat.language.label import Language

_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ACCENTS_OF_FRENCH = frozenset("àâçéèêëîïôùûœ")


@lru_cache(maxsize=20_000)
def language_of(text: str) -> Language | None:
    """Return the language that a title or a name of an office is in, or nothing where nothing tells.

    Han characters mean Chinese. English and French are told by their small words and their words for offices,
    and French by its accents.
    """
    if han_share(text) > 0.3:
        return Language.ZH
    words = [word.replace("’", "'") for word in _WORDS.findall(text.casefold())]
    elided = [piece for word in words for piece in (word, *word.split("'"))]
    english = sum(word in title_words(Language.EN) for word in elided)
    french = sum(word in title_words(Language.FR) for word in elided)
    french += sum(bool(_ACCENTS_OF_FRENCH & set(word)) for word in words)
    if english == french:
        return None
    return Language.EN if english > french else Language.FR
