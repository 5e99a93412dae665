"""Which language a title or the name of an office is in."""

import re
from functools import lru_cache

from alternat.exchange.people.text import han_share
from alternat.exchange.people.words import title_endings, title_words, tongue_words, words_of_both
from alternat.language.label import Language

_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ACCENTS_OF_FRENCH = frozenset("àâçéèêëîïôùûœ")


_ENDINGS = {
    Language.EN: re.compile(r"(?:[st]or|ships?|ings?|ness|[^ei]ers?|ary|ty|ists?|ics)$"),
    Language.FR: re.compile(
        r"(?:teurs?|seurs?|euses?|trices?|[^l]aires?|iques?|elles?|iennes?|iens|iers?|ières?|istes?|nels?|ité)$"
    ),
}
"""What words end in that one of the two languages has and the other has hardly."""
_SHORTEST = 5


@lru_cache(maxsize=20_000)
def language_of(text: str) -> Language | None:
    """Return the language that a title or a name of an office is in, or nothing where nothing tells.

    Han characters mean Chinese. English and French are told by their small words and their words for offices,
    by the accents of French, and, where these say nothing, by how words end.

    >>> language_of("Sous-chef"), language_of("Deputy Chief"), language_of("Agent")
    (<Language.FR: 'fr'>, <Language.EN: 'en'>, None)
    """
    if han_share(text) > 0.3:
        return Language.ZH
    words = [word for word in _pieces_of(text) if word not in words_of_both()]
    english = sum(word in tongue_words(Language.EN) for word in words)
    french = sum(word in tongue_words(Language.FR) for word in words)
    french += sum(bool(_ACCENTS_OF_FRENCH & set(word)) for word in words)
    if english == french:
        english, french = (_endings(words, language) for language in (Language.EN, Language.FR))
    if english == french:
        return None
    return Language.EN if english > french else Language.FR


def _endings(words: list[str], language: Language) -> int:
    return sum(len(word) >= _SHORTEST and bool(_ENDINGS[language].search(word)) for word in words)


def _pieces_of(text: str) -> list[str]:
    """Return the words of a text, and those between the hyphens of a word: `sous-chef` also gives `sous`."""
    words = _words_of(text)
    return [piece for word in words for piece in dict.fromkeys((word, *word.split("-")))]


def is_title(text: str) -> bool:
    """Return whether a text has a word for an office or a small word, as names hardly have."""
    if han_share(text) > 0.5:
        return text.endswith(title_endings())
    either = title_words(Language.EN) | title_words(Language.FR)
    return any(word in either for word in _words_of(text))


def _words_of(text: str) -> list[str]:
    """Return the words of a text, and those inside elided ones: `d’affaires` also gives `affaires`."""
    words = [word.replace("’", "'") for word in _WORDS.findall(text.casefold())]
    return [piece for word in words for piece in dict.fromkeys((word, *word.split("'")))]
