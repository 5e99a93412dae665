"""Which encoding the bytes of a text file are in, decided by a written rule.

1. A byte order mark decides.
2. Bytes that are valid UTF-8 are UTF-8: other encodings hardly ever form valid UTF-8 by chance. A few
   Chinese characters in GB18030 can, and then read as Cyrillic or Armenian: where most of the characters are
   of such a script, another encoding that is certain wins.
3. Zero bytes mean UTF-16, if one byte order gives lines of ordinary characters. A few stray ones are dropped
   and said; with more it is not text.
4. The remaining candidates are scored by how ordinary their reading is. GB18030 and Big5 by the share of
   characters from the common planes of their own standard (GB 2312 level 1; Big5 level 1), level 2 counting
   half. Single-byte encodings by the share of letters that French and English use, less those
   that stand beside another such letter, which is rare in words and the rule in misread Chinese.
   The best score wins; it is certain if it is high and the second is well below.
5. Where some lines are UTF-8 and others cannot be, or no encoding fits all lines, each line is read in its
   own (`mixed_encodings`), and which lines are read how is said.
"""

import codecs
import unicodedata
from dataclasses import replace

from alternat.exchange.sources.encoding_scores import Decoded, is_ordinary, likeliest, strictly
from alternat.exchange.sources.mixed_encodings import decode_by_line
from alternat.exchange.sources.refusals import SourceNotText, UnknownEncoding, WrongEncoding
from alternat.exchange.sources.remarks import NULS

ENCODINGS = ("utf-8", "gb18030", "cp1252", "utf-16", "big5", "mac-roman", "cp850")
"""The encodings that a person can ask for by name, the likeliest first."""

_STRAY = 50
"""One zero byte in so many is a stray one."""
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
    found = _wide(content) if b"\0" in content else None
    if found is not None:
        return _if_text(found, file)
    plain, dropped = _without_stray_nuls(content)
    found = _as_utf_8(plain) or decode_by_line(plain) or likeliest(plain)
    if found is None or b"\0" in plain:
        raise SourceNotText(file=file)
    return replace(_if_text(found, file), remarks=(*dropped, *found.remarks))


def _without_stray_nuls(content: bytes) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """Return the bytes without a few zero bytes, and the remark on the lines that had them."""
    if not 0 < content.count(b"\0") * _STRAY <= len(content):
        return content, ()
    lines = [at for at, line in enumerate(content.splitlines(), 1) if b"\0" in line]
    return content.replace(b"\0", b""), ((NULS, ", ".join(map(str, lines))),)


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
    text = strictly(content, codec)
    if text is None:
        raise WrongEncoding(file=file, encoding=encoding)
    return Decoded(text, known, is_certain=True)


def _if_text(decoded: Decoded, file: str) -> Decoded:
    controls = sum(unicodedata.category(each) == "Cc" and each not in "\t\n\r\x1a" for each in decoded.text)
    if controls * 100 > len(decoded.text):
        raise SourceNotText(file=file)
    return decoded


def _as_utf_8(content: bytes) -> Decoded | None:
    text = strictly(content, "utf-8")
    if text is None:
        return None
    wide = [each for each in text if each > "\x7f"]
    if sum(map(is_ordinary, wide)) * 2 < len(wide):
        other = likeliest(content)
        if other is not None and other.is_certain:
            return other
    return Decoded(text, "utf-8", is_certain=True)


def _wide(content: bytes) -> Decoded | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = strictly(content, encoding)
        if text and "\n" in text.replace("\r", "\n") and sum(map(is_ordinary, text)) >= 0.98 * len(text):
            return Decoded(text, encoding, is_certain=True)
    return None
