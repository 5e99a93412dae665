"""What texts have in common that differ only in case, accents, width, spaces and punctuation."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "þ": "th"})
_PLAIN = str.maketrans({chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
_HAN = re.compile("[\u4e00-\u9fff]+")
"""Ideographs that have no other form, case or accent."""
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case without accents, single spaces between words.

    For comparing and looking up, never for showing or sorting.

    >>> fold("Ministère de la Sécurité de l’État")
    'ministere de la securite de l etat'
    """
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    if _HAN.fullmatch(text):
        return text
    lower = text.casefold().translate(_APOSTROPHES).translate(_LETTERS)
    # Some compatibility forms open into capitals: № into No.
    letters = unicodedata.normalize("NFKD", lower).casefold()
    kept = (each if each.isalnum() else " " for each in letters if not unicodedata.combining(each))
    return " ".join("".join(kept).split())
