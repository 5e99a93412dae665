"""How the text of a cell is tidied, compared with others, and cut into parts."""

import re
from functools import lru_cache

from alternat.language.characters import composed, shows_wholly, without_unseen
from alternat.language.scripts import is_han

_WIDE_CODES = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_FULL_WIDTH = {code: code - 0xFEE0 for code in _WIDE_CODES}
"""Full-width digits and letters; punctuation stays, since Chinese sets it full-width by right."""
_BLANKS = re.compile(r"[^\S\n]+")
_PARTS = re.compile(r"\s*(?:[/／|｜\n•;；]|\s[-–—]\s)\s*")


@lru_cache(maxsize=50_000)
def tidy(cell: str) -> str:
    """Return the text of a cell composed, with plain spaces, plain letters and digits, no unseen characters.

    A spreadsheet's way of saying "this is text" (`="007"`) is undone. Line breaks stay: they part languages.
    """
    if shows_wholly(cell) and "  " not in cell and not cell.startswith("="):
        if cell.isascii():
            return cell.strip()
        return composed(cell).translate(_FULL_WIDTH).strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1].replace('""', '"')
    kept = without_unseen(composed(cell).translate(_FULL_WIDTH))
    return "\n".join(line for part in kept.split("\n") if (line := _BLANKS.sub(" ", part).strip()))


def in_one_line(text: str) -> str:
    """Return tidied text without its line breaks."""
    return text.replace("\n", " ")


@lru_cache(maxsize=50_000)
def parts(text: str) -> tuple[str, ...]:
    """Return the texts that a cell holds side by side, such as one in each language.

    >>> parts("Director / Directeur / 司长")
    ('Director', 'Directeur', '司长')
    """
    return tuple(part for part in _PARTS.split(text) if part)


@lru_cache(maxsize=50_000)
def han_share(text: str) -> float:
    """Return the share of Han characters among the letters of a text, from 0 to 1."""
    if text.isascii():
        return 0.0
    letters = [each for each in text if each.isalpha()]
    return sum(is_han(each) for each in letters) / len(letters) if letters else 0.0
