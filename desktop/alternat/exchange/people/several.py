"""Cells that name two people at once, who must not become one."""

import re
from itertools import combinations

from alternat.exchange.people.beside_words import folded
from alternat.exchange.people.han_beside import is_compound_surname, is_han_name, is_remark
from alternat.exchange.people.latin_beside import is_letters, is_office, is_pronouns, is_title
from alternat.exchange.people.script_pieces import in_scripts
from alternat.exchange.people.tongues import is_title as has_title_word
from alternat.language.folding import fold
from alternat.language.scripts import is_han

_MAY_BE = re.compile(
    r"[&＆+/／;；、|｜\n，,]|等[\d一二三四五六七八九十两]|\s(?:[-–—]|(?:and|et|with|avec)\s)|[和与與及偕携\s]\S*[\u4e00-\u9fff]|[妇婦妻俪儷]$",
    re.IGNORECASE,
)
"""What a cell with two names has at least."""
_BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]")
_JOINED = re.compile(r"\s*[&＆]\s*|\s+\+\s+|\s+(?:and|et|with|avec)\s+", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[/／;；、|｜\n]\s*|\s[-–—]+\s")
_HAN_PIECES = re.compile(r"[\s、，,;；/／|｜&＆+＋]+")
_HAN_AND = re.compile(r"[和与與及]")
_AND_MORE = re.compile(
    r"等\s*[\d一二三四五六七八九十两]+\s*[人位名]$"
    r"|\s(?:and|et)\s+(?:\d+|two|three|four|five|deux|trois|quatre|cinq)\s+(?:others?|autres?)$",
    re.IGNORECASE,
)
_COUPLE = re.compile(
    r".{2,}(?:夫妇|夫婦|夫妻|伉俪|伉儷|[及和与與偕携](?:其)?(?:夫人|配偶|家属|家屬|丈夫|妻子))$"
)


def names_several(text: str, *, is_part: bool = False) -> bool:
    """Return whether a cell names two people: `John Grey / Mary White`, `Ruth Bell & spouse`, `张伟、李娜`.

    One person in two scripts is one; a part is a family or a given name only.
    """
    if (text.isascii() and text.replace("-", "").isalpha()) or not _MAY_BE.search(text):
        return False
    bare = _BRACKETS.sub(" ", text)
    if _AND_MORE.search(bare.strip()) or (not is_part and _several_lines(bare)):
        return True
    if any(map(is_han, bare)) and _several_in_chinese(bare):
        return True
    joined = _JOINED.split(bare)
    if len(joined) == 2 and all(each.strip() for each in joined) and _are_joined(*joined):
        return True
    return not is_part and _several_beside(bare)


def halves_name_several(family: str, given: str) -> bool:
    """Return whether a family and a given name name two people between them.

    Both are lists of as many names, or the given name alone is one of two: `芳、伟`, `Anne, Guy`.
    """
    if not _BETWEEN_NAMES.search(given):
        return False
    families, givens = (
        [piece for piece in _BETWEEN_HALVES.split(_BRACKETS.sub(" ", text)) if piece.strip()]
        for text in (family, given)
    )
    if len(givens) > 1 and len(families) == len(givens):
        return True
    names = [piece.strip() for piece in re.split(r"[、，,/／;；\n]", given) if piece.strip()]
    if len(names) < 2:
        return False
    is_chinese = all(len(name) <= 2 and all(map(is_han, name)) for name in names)
    return is_chinese or ("," in given and all(fold(name) in folded("given-names") for name in names))


_BETWEEN_NAMES = re.compile(r"[/／;；、&＆\n，,]")
_BETWEEN_HALVES = re.compile(r"\s*[/／;；、&＆\n]\s*")


def _several_lines(text: str) -> bool:
    """Return whether lines of their own name different people in one script."""
    people = [line.strip() for line in text.split("\n") if _is_person(line)]
    return "\n" in text and any(_differ(*pair) for pair in combinations(people, 2))


def _are_joined(left: str, right: str) -> bool:
    if any(map(is_han, left + right)) or not any(map(str.isalpha, right)):
        return False
    if fold(right) in folded("companions") or fold(right.rsplit(maxsplit=1)[-1]) in folded("companions"):
        return True
    if is_title(left) or (_is_person(left) and _is_person(right)):
        return True
    is_plain = not (is_office(left) or is_office(right) or has_title_word(f"{left} {right}"))
    return is_plain and "," not in left and right[:1].isupper() and not re.search(r"\s[-–—]\s", left)


def _several_beside(text: str) -> bool:
    pieces = [in_scripts(piece)[0] for piece in _BESIDE.split(text)]
    if "\n" not in text or re.search(r"[/／;；、]", text):
        people = [piece for piece in pieces if _is_person(piece)]
        sure = "/" in text or ";" in text or "；" in text or "／" in text or "、" in text
        if any(_differ(*pair) and (sure or _are_given(pair)) for pair in combinations(people, 2)):
            return True
    halves = [half.strip() for half in text.split(",")]
    return (
        len(halves) == 2
        and not text.isupper()
        and _are_given((halves[0], halves[1]))
        and all(map(_is_person, halves))
    )


def _are_given(names: tuple[str, str]) -> bool:
    return all(fold(re.split(r"[\s-]", name)[0]) in folded("given-names") for name in names)


def _is_person(text: str) -> bool:
    words = [word for word in text.replace(",", " ").split() if not is_title(word)]
    if not 2 <= len(words) <= 5 or is_office(text) or is_letters(text) or is_pronouns(text):
        return False
    is_name = all(word[0].isupper() or fold(word) in folded("low-particles") for word in words)
    return is_name and not has_title_word(text) and not set(fold(text).split()) & _OF_UNITS


_OF_UNITS = frozenset(
    {
        *(
            "canada",
            "china",
            "chine",
            "affairs",
            "affaires",
            "department",
            "ministry",
            "university",
            "embassy",
        ),
        *("office", "agency", "council", "service", "services", "parks", "global", "group", "bureau"),
        *("commission", "institute", "centre", "center"),
    }
)


def _differ(first: str, second: str) -> bool:
    """Return whether two names are not one in two spellings."""
    one, other = set(fold(first).split()), set(fold(second).split())
    return not (one <= other or other <= one)


def _several_in_chinese(text: str) -> bool:
    if _COUPLE.fullmatch("".join(text.split())):
        return True
    pieces = [piece for piece in _HAN_PIECES.split(text) if any(map(is_han, piece))]
    if any(is_compound_surname(piece) for piece in pieces):
        return False
    names = {piece for piece in pieces if is_han_name(piece) and not is_remark(piece)}
    if len(names) > 1:
        return True
    for piece in pieces:
        for found in _HAN_AND.finditer(piece):
            halves = piece[: found.start()], piece[found.end() :]
            if all(map(is_han_name, halves)):
                return True
    return False
