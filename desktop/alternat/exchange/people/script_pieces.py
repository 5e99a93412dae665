"""Parting what a cell holds in Chinese script from what it holds in Latin letters."""

import re

from alternat.language.characters import is_private
from alternat.language.scripts import is_han

_PIECES = re.compile(r"([\s,，、;；/／|｜]+)")
_DOTS = frozenset("·•‧・･⋅∙․●.．")


def has_latin(text: str) -> bool:
    """Return whether a text has a letter that is not of the Chinese script."""
    return any(each.isalpha() and not is_han(each) for each in text)


def is_of_han(character: str) -> bool:
    """Return whether a character belongs to a Chinese name: an ideograph or one of private use."""
    return (is_han(character) and character.isalpha()) or is_private(character)


def in_scripts(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the Latin words of a text, with its commas, and the pieces in Chinese script.

    A transliteration that a dot joins to Latin initials is one piece: `J.R.R.托尔金`.
    """
    latin: list[str] = []
    han: list[str] = []
    for at, piece in enumerate(_PIECES.split(text)):
        if at % 2:
            latin.append(_separator(piece))
        elif not any(map(is_of_han, piece)):
            if piece and not _is_loose_dot(piece):
                latin.append(piece)
            elif piece:
                han.append(piece)
        elif has_latin(piece) and not _is_joined(piece):
            words, chinese = _parted(piece)
            han += chinese
            latin.append(f" {words} ")
        else:
            han.append(piece)
    words = re.sub(r"\s*([,/])[\s,/]*", r"\1 ", " ".join("".join(latin).split()))
    return words.strip(" ,/"), tuple(han)


def _separator(piece: str) -> str:
    if any(each in ",，、;；" for each in piece):
        return ", "
    return " / " if any(each in "/／|｜" for each in piece) else " "


def _is_loose_dot(piece: str) -> bool:
    return all(each in _DOTS for each in piece)


def _is_joined(piece: str) -> bool:
    """Return whether a dot stands between the letters of one script and of the other."""
    return any(
        middle in _DOTS and before.isalpha() and after.isalpha() and is_han(before) != is_han(after)
        for before, middle, after in zip(piece, piece[1:], piece[2:], strict=False)
    )


def _parted(piece: str) -> tuple[str, list[str]]:
    runs: list[tuple[bool, str]] = []
    for each in piece:
        is_chinese = is_of_han(each) or (bool(runs) and runs[-1][0] and not each.isalnum())
        if runs and runs[-1][0] == is_chinese:
            runs[-1] = (is_chinese, runs[-1][1] + each)
        else:
            runs.append((is_chinese, each))
    words = " ".join(text for is_chinese, text in runs if not is_chinese)
    return words, [text for is_chinese, text in runs if is_chinese]
