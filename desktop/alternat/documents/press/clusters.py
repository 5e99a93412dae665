"""Letters with combining marks, each set as one glyph: which they are, and where the font puts their parts.

Widths stay the sum of the font's advances, and the text stays whole: a cluster has one code in a PDF, whose
meaning is all its characters. So nothing moves the pen, which readers would take for a space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import pack, unpack_from
from typing import Any

from alternat.language.called import in_width_of_three

SPREAD = "\ufdd0"
"""Stands after a character that takes the room of another one behind it, as in a name of two characters.

A noncharacter, for use inside a program only (Unicode 23.7): no text that is kept may hold it. It has a width
and no glyph, and nobody finds it in the text of a page.
"""
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_CLUSTER = re.compile(f"[^{_MARKS}{SPREAD}]?(?:[{_MARKS}]+|{SPREAD})")
_SPECIAL = re.compile(f"[{_MARKS}{SPREAD}]")
_WITHOUT = {"kern": False, "liga": False, "clig": False, "calt": False}
"""Features that would change widths or take neighbours along."""
_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020
"""Flags of a part (OpenType, glyf): its numbers take two bytes, they are distances, another part follows."""


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph of a cluster and how far it is moved to the right and up, in units of the font."""

    glyph: int
    right: int
    up: int


def has_clusters(text: str) -> bool:
    """Return whether a text holds a mark or a spread character."""
    return _SPECIAL.search(text) is not None


def spread(name: str) -> str:
    """Return a Chinese name for a column: the first of two characters takes the room of two (王　芳).

    The text of the page stays 王芳. Any other name stays as it is (欧阳文, 买买提·艾力).
    """
    return in_width_of_three(name, SPREAD)


def split(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each cluster alone and the stretches between; the flag says which it is."""
    at = 0
    for match in _CLUSTER.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False


class Shaper:
    """Asks HarfBuzz where one font puts the parts of a cluster; the first question opens the font."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._font: Any = None
        self._known: dict[str, tuple[Part, ...] | None] = {}

    def parts(self, cluster: str) -> tuple[Part, ...] | None:
        """Return the parts of a cluster, or None where the font cannot set it.

        It cannot if it lacks a character, or has no place for a mark on that letter: the mark would stand
        behind the letter or on its neighbour.
        """
        if cluster not in self._known:
            self._known[cluster] = self._shaped(cluster.removesuffix(SPREAD))
        return self._known[cluster]

    def _shaped(self, cluster: str) -> tuple[Part, ...] | None:
        import uharfbuzz as hb

        if not cluster:
            return None
        if self._font is None:
            self._font = hb.Font(hb.Face(hb.Blob.from_file_path(str(self._path))))
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _WITHOUT)
        pen, parts = 0, list[Part]()
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            is_placed = not parts or bool(place.x_offset or place.y_offset)
            if not (info.codepoint and is_placed):
                return None
            parts.append(Part(info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
        return tuple(parts)


def composite(parts: tuple[Part, ...], outlines: tuple[bytes, ...]) -> bytes:
    """Return the outline of a cluster, made of the glyphs that it names; `outlines` are theirs, in order."""
    boxes = [
        (left + part.right, foot + part.up, end + part.right, top + part.up)
        for part, own in zip(parts, outlines, strict=True)
        if len(own) > 2
        for left, foot, end, top in (unpack_from(">4h", own, 2),)
    ]
    lefts, feet, ends, tops = zip(*boxes, strict=True) if boxes else ((0,), (0,), (0,), (0,))
    body = pack(">h4h", -1, min(lefts), min(feet), max(ends), max(tops))
    for number, part in enumerate(parts, start=1):
        more = _MORE if number < len(parts) else 0
        body += pack(">HHhh", _WORDS | _OFFSETS | more, part.glyph, part.right, part.up)
    return body
