"""How ordinary the reading of a text's bytes is under each encoding; the rule is that of `encodings`."""

from collections.abc import Callable
from dataclasses import dataclass

_CODECS = {"big5": ("cp950", "big5hkscs"), "utf-8": ("utf-8-sig",)}
"""The codecs of each encoding in their order: Big5 as Windows has it, then with Hong Kong's characters."""
_WESTERN = frozenset("àâäçéèêëîïôöùûüÿœæáíóúñåøßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÁÍÓÚÑÅØ«»‘’“”…–—°ºª€·\u00a0")
_CERTAIN = 0.85
_CLEARLY_LESS = 0.12


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with the encoding it was read in."""

    text: str
    encoding: str
    is_certain: bool
    remarks: tuple[tuple[str, str], ...] = ()
    """What had to be done to read it, as kinds of `sources.remarks` with the lines concerned."""


def strictly(content: bytes, encoding: str) -> str | None:
    """Return the text of bytes in one encoding, or nothing if they are not in it."""
    for codec in _CODECS.get(encoding, (encoding,)):
        try:
            return content.decode(codec)
        except UnicodeError:
            continue
    return None


def is_ordinary(character: str) -> bool:
    """Return whether UTF-16 in the other byte order would hardly give this character."""
    code = ord(character)
    return (
        character in "\t\n\r"
        or 0x20 <= code < 0x250
        or 0x2000 <= code < 0x2070
        or 0x3000 <= code < 0x3040
        or 0x4E00 <= code < 0xA000
        or 0xFF00 <= code < 0xFF5F
    )


def likeliest(content: bytes) -> Decoded | None:
    """Return the bytes in the encoding that reads them most ordinarily, with whether that is certain."""
    found: list[tuple[float, Decoded]] = []
    for encoding, score in _SCORES.items():
        text = strictly(content, encoding)
        if text is not None:
            found.append((score(text), Decoded(text, encoding, is_certain=False)))
    # The sort is stable: between equals the order of _SCORES decides.
    found.sort(key=lambda pair: -pair[0])
    if not found:
        return None
    best, decoded = found[0]
    runner_up = found[1][0] if len(found) > 1 else 0.0
    certain = best >= _CERTAIN and best - runner_up >= _CLEARLY_LESS
    return Decoded(decoded.text, decoded.encoding, is_certain=certain)


def _level_share(codec: str, first: range, second: range) -> Callable[[str], float]:
    """Return the score by the lead bytes of a standard's first and second level of characters."""

    def share(text: str) -> float:
        wide = [each for each in text if each > "\x7f"]
        points = 0.0
        for character in wide:
            code = character.encode(codec, "ignore")
            if len(code) == 2:
                points += 1 if code[0] in first else 0.5 if code[0] in second else 0
        return points / len(wide) if wide else 0.0

    return share


def _western_share(text: str) -> float:
    padded = f" {text} "
    wide = 0
    points = 0
    for before, character, after in zip(padded, text, padded[2:], strict=False):
        if character > "\x7f":
            wide += 1
            points += (
                character in _WESTERN and before <= "\x7f" and _has_fitting_case(before, character, after)
            )
    return points / wide if wide else 0.0


def _has_fitting_case(before: str, letter: str, after: str) -> bool:
    """Return whether the case of a letter fits its neighbours, unlike in CôTÉ or coTÉe."""
    if letter.isupper():
        return not before.islower()
    return not (letter.islower() and before.isupper() and after.isupper())


def score_of(text: str, encoding: str) -> float:
    """Return how ordinary a reading is, from 0 to 1; UTF-8 has no score of its own."""
    return _SCORES[encoding](text)


_SCORES: dict[str, Callable[[str], float]] = {
    "gb18030": _level_share("gb2312", range(0xA1, 0xD8), range(0xD8, 0xF8)),
    "cp1252": _western_share,
    "big5": _level_share("big5", range(0xA1, 0xC7), range(0xC9, 0xFA)),
    "mac-roman": _western_share,
    "cp850": _western_share,
}
