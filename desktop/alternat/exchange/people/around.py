"""What is written around a name without a bracket or comma: telephones, states, dates, an office."""

import re

from alternat.exchange.people.beside_words import by_length, folded
from alternat.exchange.people.han_beside import is_han_name, is_remark
from alternat.exchange.people.latin_beside import is_letters, is_office
from alternat.exchange.people.tongues import is_title
from alternat.exchange.people.words import name_particles
from alternat.language.folding import fold
from alternat.language.scripts import is_han

_COLON = re.compile(r"\s*[:：]\s*")
_BRACKETED = re.compile(r"[（(\[【〔｛{〈《<][^）)\]】〕｝}〉》>]*[）)\]】〕｝}〉》>]?")
_HAS_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"(?<=[\u4e00-\u9fff])\s*(?=\+?\d[\d -]{4})")
_DASH = re.compile(r"\s+[-–—]+\s+")


def without_surroundings(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what is written around it, and each of those texts.

    >>> without_surroundings("Chair: Zoe Quill - by train")
    ('Zoe Quill', ('Chair', 'by train'))
    """
    taken: list[str] = []
    rest = _at_colon(text, taken)
    rest = _at_dash(rest, taken)
    words = _GLUED.sub(" ", rest).split(" ")
    words = _without_states(words, taken)
    cut = _end_of_name(words)
    if cut < len(words):
        taken.append(" ".join(words[cut:]))
        rest = " ".join(words[:cut])
    elif len(words) < len(_GLUED.sub(" ", rest).split(" ")):
        rest = " ".join(words)
    return rest, tuple(taken)


def _at_colon(text: str, taken: list[str]) -> str:
    found = _COLON.search(_BRACKETED.sub(lambda inside: "_" * len(inside.group()), text))
    if found is None:
        return text
    left, right = text[: found.start()], text[found.end() :]
    if not all(any(map(str.isalpha, piece)) for piece in (left, right)):
        return text
    is_behind = _is_no_name(right) or (_is_like_name(left) and not _is_no_name(left))
    taken.append(right if is_behind else left)
    return left if is_behind else right


def _at_dash(text: str, taken: list[str]) -> str:
    pieces = _DASH.split(text)
    if len(pieces) < 2 or not any(map(str.isalpha, pieces[0])):
        return text
    kept = pieces[0]
    for piece in pieces[1:]:
        is_other_script = any(map(is_han, piece)) != any(map(is_han, kept))
        if not piece or (is_other_script and not _is_no_name(piece)):
            kept = f"{kept} {piece}"
        elif _is_no_name(kept) and not _is_no_name(piece):
            taken.append(kept)
            kept = piece
        elif len(kept.split()) < 2 and not any(map(is_han, kept)) and not _is_no_name(piece):
            kept = f"{kept} {piece}"
        elif not is_letters(piece) and _is_plain(piece):
            taken.append(piece)
        else:
            kept = f"{kept} – {piece}"
    return kept


def _is_plain(piece: str) -> bool:
    """Return whether nothing else knows better what a text is: a form of address, a gender, brackets."""
    return len(piece.split()) > 1 or not piece.endswith(".")


def _is_no_name(text: str) -> bool:
    key = fold(text)
    if any(map(is_han, text)):
        return is_remark(text) or text in by_length("states") or (len(text) > 1 and not is_han_name(text))
    return is_office(text) or is_title(text) or key in folded("states") or key in folded("placeholders")


def _is_like_name(text: str) -> bool:
    if any(map(is_han, text)):
        return is_han_name(text)
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() or fold(word) in name_particles() for word in words)


def _without_states(words: list[str], taken: list[str]) -> list[str]:
    """Return the words of a name without `CANCELLED` and the like before or behind it."""
    rest = list(words)
    for end in (0, -1):
        while len(rest) > 1 and fold(rest[end].strip("*()[]!（）")) in folded("states"):
            taken.append(rest.pop(end))
    if len(rest) == 1:
        for state in by_length("states"):
            bare = rest[0].removesuffix(state)
            if bare != rest[0] and is_han_name(bare):
                taken.append(state)
                return [bare]
    return rest


def _end_of_name(words: list[str]) -> int:
    """Return how many words belong to the name: before a figure, or a word that begins a remark."""
    for at, word in enumerate(words):
        if not at or "," in words[at - 1]:
            continue
        is_figure = bool(_HAS_DIGIT.search(word)) and not word[0].isalpha() and word[0] not in "([（【<"
        begins = at > 1 and word.islower() and fold(word) in folded("remark-words")
        if begins:
            return at
        if is_figure:
            return _before_figure(words, at)
    return len(words)


def _before_figure(words: list[str], at: int) -> int:
    for back in range(2, at):
        if fold(words[back]) in folded("remark-words"):
            return back
    has_han = any(map(is_han, words[0]))
    if not has_han and at < 2:
        return len(words)
    return at
