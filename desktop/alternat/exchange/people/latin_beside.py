"""What English and French lists write beside a name: forms of address, letters, posts, pronouns."""

import re
from collections.abc import Sequence

from alternat.exchange.people.beside_words import folded, known_letters, letters_after_comma, letters_key
from alternat.exchange.people.words import honorific_words
from alternat.language.folding import fold

WITH_DOT_ONLY = frozenset({"m", "hon", "h e", "s e"})
"""Forms of address that are also names or initials, unless a full stop follows."""
_WHOLE_TITLES = frozenset({"sir", "dame", "lord", "lady", "prof", "professor", "professeur", "professeure"})
_MOST_WORDS = 4
_UNKNOWN_LETTERS = re.compile(r"(?:[A-Z]\.\s?){2,}")
_CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,6}")
"""Capitals that no name is made of."""
_ROMAN = frozenset({"ii", "iii", "iv"})


def is_title(text: str) -> bool:
    """Return whether a text is a form of address and nothing else."""
    word = fold(text)
    if word in honorific_words():
        return True
    return word in folded("titles-before") and (text.endswith(".") or word in _WHOLE_TITLES)


def is_letters(text: str) -> bool:
    """Return whether a text is made of letters after a name only: `P.C., M.P.`, `Ph. D.`, `PC MP`."""
    if not text or is_pronouns(text):
        return False
    if letters_key(text) in known_letters():
        return True
    if _UNKNOWN_LETTERS.fullmatch(text) or _CONSONANTS.fullmatch(text):
        return True
    words = text.split()
    return len(words) > 1 and all(_is_letter_word(word) for word in words)


def is_pronouns(text: str) -> bool:
    """Return whether a text is made of pronouns only."""
    pieces = [fold(each) for each in re.split(r"[/,;\s]+", text.strip("()[] ")) if each]
    if fold(text) == "any pronouns":
        return True
    return bool(pieces) and all(each in folded("pronouns") or each in "她他" for each in pieces)


def is_born_name(text: str) -> bool:
    """Return whether a text gives another name of the person: `née Ives`, `aka Bob`."""
    words = fold(text).split()
    beginnings = (" ".join(words[:length]) for length in (1, 2, 3))
    return len(words) > 1 and any(beginning in folded("born") for beginning in beginnings)


def is_office(text: str) -> bool:
    """Return whether a text names a post, such as `Director General` or `directrice par intérim`."""
    words = fold(text).split()
    spans = (" ".join(words[at : at + length]) for length in (1, 2) for at in range(len(words)))
    return any(span in folded("office-words") for span in spans)


def leading_titles(words: Sequence[str], others: int) -> tuple[list[str], list[str], list[str]]:
    """Return the forms of address before a name, the posts there, and the rest.

    `others` is more than zero if more of the name is known from elsewhere.
    """
    titles: list[str] = []
    posts: list[str] = []
    rest = list(words)
    while True:
        for length in range(min(_MOST_WORDS, len(rest) - 1), 0, -1):
            head = " ".join(rest[:length])
            left = len(rest) - length + others
            if _is_leading_title(head, left):
                titles.append(head)
            elif left > 1 and fold(re.sub(r"^(?:le|la|l['’])\s*", "", head, flags=re.I)) in folded(
                "office-before"
            ):
                posts.append(head)
            else:
                continue
            rest = rest[length:]
            break
        else:
            return titles, posts, rest


def trailing_letters(words: Sequence[str], others: int) -> tuple[list[str], list[str], list[str]]:
    """Return a name without letters and forms of address behind it without a comma, then these two."""
    letters: list[str] = []
    titles: list[str] = []
    rest = list(words)
    while True:
        for length in range(min(3, len(rest) - 1), 0, -1):
            tail = " ".join(rest[-length:])
            if len(rest) - length + others < 2:
                continue
            if _is_trailing_letters(tail):
                letters.insert(0, tail)
            elif fold(tail) in honorific_words() and fold(tail) not in WITH_DOT_ONLY:
                titles.insert(0, tail)
            else:
                continue
            rest = rest[:-length]
            break
        else:
            return rest, letters, titles


def _is_letter_word(word: str) -> bool:
    return letters_key(word) in known_letters()


def _is_leading_title(head: str, left: int) -> bool:
    word = fold(head)
    if word in honorific_words():
        return word not in WITH_DOT_ONLY or head.endswith(".")
    if word not in folded("titles-before"):
        return False
    return head.endswith(".") or word in _WHOLE_TITLES or (head == "Me" and left > 1)


def _is_trailing_letters(tail: str) -> bool:
    key = letters_key(tail)
    if key not in known_letters():
        return False
    if key in _ROMAN:
        return tail.isupper()
    return key not in letters_after_comma() or "." in tail or bool(_CONSONANTS.fullmatch(tail))
