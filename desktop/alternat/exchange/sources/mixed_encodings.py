"""Text files whose lines are in several encodings, as happens where lists are pasted together; line by line.

A line that is valid UTF-8 with ordinary characters is UTF-8. A few Chinese characters in GB18030 can form
such a line by chance: few of them, whose letters stand in no word, are read like the others.
"""

from collections import Counter, defaultdict
from itertools import pairwise

from alternat.exchange.sources.encoding_scores import Decoded, is_ordinary, likeliest, score_of, strictly
from alternat.exchange.sources.remarks import OTHER_ENCODING
from alternat.language.ranges import row_ranges

_GOOD = 0.85
_CHANCE = 20
"""One line in so many may be UTF-8 by chance."""


def decode_by_line(content: bytes) -> Decoded | None:
    """Return the text of a file with each line in its own encoding, or nothing if one fits all."""
    lines = content.splitlines(keepends=True)
    wide = [at for at, line in enumerate(lines) if not line.isascii()]
    as_utf_8 = {at: text for at in wide if (text := _utf_8(lines[at])) is not None}
    others = [at for at in wide if at not in as_utf_8]
    if not others:
        return None
    rest = likeliest(b"".join(lines[at] for at in others))
    if rest is None or score_of(rest.text, rest.encoding) < _GOOD or not rest.is_certain:
        apart = _each_alone(lines, as_utf_8, others)
        if apart is not None or rest is None:
            return apart
    if not as_utf_8 or _is_chance(as_utf_8, lines, len(wide), rest.encoding):
        return None
    texts = {**as_utf_8, **{at: strictly(lines[at], rest.encoding) or "" for at in others}}
    encodings = {at: "utf-8" if at in as_utf_8 else rest.encoding for at in wide}
    return _put_together(lines, texts, encodings, is_certain=rest.is_certain)


def _utf_8(line: bytes) -> str | None:
    text = strictly(line, "utf-8")
    if text is None:
        return None
    wide = [each for each in text if each > "\x7f"]
    return text if sum(map(is_ordinary, wide)) * 2 >= len(wide) else None


def _is_chance(as_utf_8: dict[int, str], lines: list[bytes], wide: int, encoding: str) -> bool:
    """Return whether the lines that are UTF-8 may be so by chance, and read as well like the others."""
    if len(as_utf_8) * _CHANCE > wide:
        return False
    joined = strictly(b"".join(lines[at] for at in as_utf_8), encoding)
    if joined is None or score_of(joined, encoding) < _GOOD:
        return False
    return not any(_has_accents_in_words(text) for text in as_utf_8.values())


def _has_accents_in_words(text: str) -> bool:
    pairs = pairwise(text)
    return any(
        one.isalpha() and other.isalpha() and one.isascii() != other.isascii() and max(one, other) < "\u0250"
        for one, other in pairs
    )


def _each_alone(lines: list[bytes], as_utf_8: dict[int, str], others: list[int]) -> Decoded | None:
    """Return the text with every line in the encoding that reads it well, if each has one."""
    texts, encodings = dict(as_utf_8), dict.fromkeys(as_utf_8, "utf-8")
    for at in others:
        found = likeliest(lines[at])
        if found is None or not found.is_certain:
            return None
        texts[at], encodings[at] = found.text, found.encoding
    if len(set(encodings.values())) < 2:
        return None
    return _put_together(lines, texts, encodings, is_certain=False)


def _put_together(
    lines: list[bytes], texts: dict[int, str], encodings: dict[int, str], *, is_certain: bool
) -> Decoded:
    text = "".join(texts.get(at) or line.decode("ascii", "replace") for at, line in enumerate(lines))
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, encoding in sorted(encodings.items()):
        numbers[encoding].append(at + 1)
    said = "; ".join(f"{encoding}: {row_ranges(found)}" for encoding, found in numbers.items())
    usual = Counter(encodings.values()).most_common(1)[0][0]
    return Decoded(text, usual, is_certain, ((OTHER_ENCODING, said),))
