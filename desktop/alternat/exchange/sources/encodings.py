"""Which encoding the bytes of a text file are in, decided by a written rule.

1. A byte order mark decides.
2. Bytes that are valid UTF-8 are UTF-8: other encodings hardly ever form valid UTF-8 by chance. A few
   Chinese characters in GB18030 can, and then read as Cyrillic or Armenian: where most of the characters are
   of such a script, another encoding that is certain wins.
3. Zero bytes mean UTF-16, if one byte order gives lines of ordinary characters; otherwise it is not text.
4. The remaining candidates are scored by how ordinary their reading is. GB18030 and Big5 by the share of
   characters from the common planes of their own standard (GB 2312 level 1; Big5 level 1), level 2 counting
   half. Single-byte encodings by the share of letters that French and English use, less those
   that stand beside another such letter, which is rare in words and the rule in misread Chinese.
   The best score wins; it is certain if it is high and the second is well below.
"""

import codecs
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from alternat.exchange.sources.refusals import SourceNotText, UnknownEncoding, WrongEncoding

ENCODINGS = ("utf-8", "gb18030", "cp1252", "utf-16", "big5", "mac-roman", "cp850")
"""The encodings that a person can ask for by name, the likeliest first."""

_CODECS = {"big5": "cp950", "utf-8": "utf-8-sig"}
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp950": "big5",
    "big5hkscs": "big5",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("àâäçéèêëîïôöùûüÿœæáíóúñåøßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÁÍÓÚÑÅØ«»‘’“”…–—°ºª€·\u00a0")
_CERTAIN = 0.85
_CLEARLY_LESS = 0.12


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with the encoding it was read in."""

    text: str
    encoding: str
    is_certain: bool


def decode(content: bytes, *, file: str, encoding: str | None = None) -> Decoded:
    """Return the text of a file's bytes, in the encoding asked for or by the rule of this module.

    Raises UnknownEncoding, WrongEncoding or SourceNotText.
    """
    if encoding is not None:
        return _decode_as_asked(content, file, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            decoded = _decode_as_asked(content, file, name)
            return _if_text(decoded, file)
    found = _wide(content) if b"\0" in content else _as_utf_8(content) or _likeliest(content)
    if found is None:
        raise SourceNotText(file=file)
    return _if_text(found, file)


def encoding_named(name: str, *, file: str) -> str:
    """Return our name of an encoding for any usual one; raises UnknownEncoding."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        known = name.casefold()
    known = _ALIASES.get(known, known)
    if known not in ENCODINGS and known not in _ALIASES.values() and known != "utf-32":
        raise UnknownEncoding(encoding=name, file=file, choices=", ".join(ENCODINGS))
    return known


def _decode_as_asked(content: bytes, file: str, encoding: str) -> Decoded:
    known = encoding_named(encoding, file=file)
    has_mark = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    codec = "utf-16-le" if known == "utf-16" and not has_mark else known
    text = _strictly(content, codec)
    if text is None:
        raise WrongEncoding(file=file, encoding=encoding)
    return Decoded(text, known, is_certain=True)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(_CODECS.get(encoding, encoding))
    except UnicodeError:
        return None


def _if_text(decoded: Decoded, file: str) -> Decoded:
    controls = sum(unicodedata.category(each) == "Cc" and each not in "\t\n\r\x1a" for each in decoded.text)
    if controls * 100 > len(decoded.text):
        raise SourceNotText(file=file)
    return decoded


def _as_utf_8(content: bytes) -> Decoded | None:
    text = _strictly(content, "utf-8")
    if text is None:
        return None
    wide = [each for each in text if each > "\x7f"]
    if sum(map(_is_ordinary, wide)) * 2 < len(wide):
        other = _likeliest(content)
        if other is not None and other.is_certain:
            return other
    return Decoded(text, "utf-8", is_certain=True)


def _wide(content: bytes) -> Decoded | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(content, encoding)
        if text and "\n" in text.replace("\r", "\n") and sum(map(_is_ordinary, text)) >= 0.98 * len(text):
            return Decoded(text, encoding, is_certain=True)
    return None


def _is_ordinary(character: str) -> bool:
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


def _likeliest(content: bytes) -> Decoded | None:
    found: list[tuple[float, Decoded]] = []
    for encoding, score in _SCORES.items():
        text = _strictly(content, encoding)
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


_SCORES: dict[str, Callable[[str], float]] = {
    "gb18030": _level_share("gb2312", range(0xA1, 0xD8), range(0xD8, 0xF8)),
    "cp1252": _western_share,
    "big5": _level_share("big5", range(0xA1, 0xC7), range(0xC9, 0xFA)),
    "mac-roman": _western_share,
    "cp850": _western_share,
}
