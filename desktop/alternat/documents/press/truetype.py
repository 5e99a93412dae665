"""TrueType files read in place: a character costs one look-up, opening a ten-megabyte font costs nothing.

Font libraries build tables of all glyphs before the first letter is set. A document uses a few hundred of
30,000, so the file is mapped into memory and only what those need is read. Only letters with combining marks
are shaped; each such cluster becomes one glyph of the subset.
"""

import mmap
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from struct import Struct, pack, unpack_from
from struct import error as StructError  # noqa: N812 it is an exception class in lower case
from sys import byteorder

from alternat.documents.press.clusters import SPREAD, Part, Shaper, composite
from alternat.errors import AlternatError
from alternat.language.messages import mark

_DIRECTORY = Struct(">4sLLL")
_ARGS_ARE_WORDS = 0x0001
_HAS_SCALE = 0x0008
_MORE_COMPONENTS = 0x0020
_HAS_TWO_SCALES = 0x0040
_HAS_MATRIX = 0x0080

_FIRST_STAND_IN = 0xD800
"""Codes of surrogates never stand for a character, so characters beyond the first plane borrow them."""
_STAND_INS = 0x0800


class BrokenFont(AlternatError):
    """A shipped font file cannot be read."""

    template = mark("The font file “{name}” is damaged or incomplete. Install Alternat again.")


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """The measures of a face that a PDF states, in thousandths of an em."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file with only the glyphs asked for, and the glyph of each code in it."""

    content: bytes
    glyphs: dict[int, int]


class _Advances(dict[str, int]):
    """Advance widths by character, filled as they are asked for, so that sums run at C speed."""

    __slots__ = ("_face",)

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> int:
        face = self._face
        width = 1000 if character == SPREAD else face.advance(face.glyph(character))
        self[character] = width
        return width


class _Inks(dict[str, tuple[int, int]]):
    """How far characters and clusters reach above and below the baseline, filled as they are asked for."""

    __slots__ = ("_face",)

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, text: str) -> tuple[int, int]:
        ink = self[text] = self._face.ink(text)
        return ink


class Face:
    """One font file; widths are in thousandths of an em, code points are Unicode.

    The codes written into a PDF are the characters' own UTF-16 values, so encoding a text is one call and
    does not depend on the document. Characters beyond the first plane take stand-ins from the surrogates, and
    so do the clusters of a document, counted in their order (`cluster_codes`).
    """

    def __init__(self, path: Path) -> None:
        """Map the file; one that is no TrueType font is a `BrokenFont`."""
        self.name = path.stem
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read_directory()
        except (OSError, ValueError, KeyError, StructError) as error:
            raise BrokenFont(name=path.name) from error
        self._glyphs: dict[str, int] = {}
        self.advances: dict[str, int] = _Advances(self)
        """The advance width of each character; read it with `map(face.advances.__getitem__, text)`."""
        self.inks: dict[str, tuple[int, int]] = _Inks(self)
        """How far a character or cluster reaches above and below the baseline, in thousandths of an em."""
        self._stand_ins: dict[int, int] | None = None
        self._shaper = Shaper(path)

    def _read_directory(self) -> None:
        data = self._data
        (count,) = unpack_from(">H", data, 4)
        records = (_DIRECTORY.unpack_from(data, 12 + 16 * n) for n in range(count))
        self._tables = {tag.decode("latin-1"): (start, length) for tag, _, start, length in records}
        head, hhea, os2 = (self._tables[tag][0] for tag in ("head", "hhea", "OS/2"))
        (self.units_per_em,) = unpack_from(">H", data, head + 18)
        (self._long_offsets,) = unpack_from(">h", data, head + 50)
        (self._advance_count,) = unpack_from(">H", data, hhea + 34)
        (self.glyph_count,) = unpack_from(">H", data, self._tables["maxp"][0] + 4)
        ascent, descent = unpack_from(">hh", data, hhea + 4)
        (cap_height,) = unpack_from(">h", data, os2 + 88)
        box = unpack_from(">4h", data, head + 36)
        scaled = [self._scaled(value) for value in (ascent, descent, cap_height, *box)]
        self.metrics = FontMetrics(
            scaled[0], scaled[1], scaled[2], (scaled[3], scaled[4], scaled[5], scaled[6])
        )
        self._read_character_map()

    def _scaled(self, units: int) -> int:
        return round(units * 1000 / int(self.units_per_em))

    def _read_character_map(self) -> None:
        start = self._tables["cmap"][0]
        (count,) = unpack_from(">H", self._data, start + 2)
        for n in range(count):
            platform, encoding, offset = unpack_from(">HHL", self._data, start + 4 + 8 * n)
            if (platform, encoding) == (3, 10):
                break
        else:
            raise KeyError("full Unicode character map")
        (groups,) = unpack_from(">L", self._data, start + offset + 12)
        values = array("I", self._data[start + offset + 16 : start + offset + 16 + 12 * groups])
        if byteorder == "little":
            values.byteswap()
        self._starts, self._ends, self._first_glyphs = values[0::3], values[1::3], values[2::3]

    def glyph(self, character: str) -> int:
        """Return the glyph of a character, 0 if the font has none."""
        known = self._glyphs.get(character)
        if known is None:
            known = self._glyphs[character] = self._glyph_of_code(ord(character))
        return known

    def _glyph_of_code(self, code: int) -> int:
        group = bisect_right(self._starts, code) - 1
        if group < 0 or code > self._ends[group]:
            return 0
        if code > 0xFFFF and code not in self._codes_beyond_first_plane():
            return 0
        return self._first_glyphs[group] + code - self._starts[group]

    def advance(self, glyph: int) -> int:
        """Return the advance width of a glyph in thousandths of an em."""
        place = min(glyph, self._advance_count - 1)
        width: int = unpack_from(">H", self._data, self._tables["hmtx"][0] + 4 * place)[0]
        return self._scaled(width)

    def ink(self, text: str) -> tuple[int, int]:
        """Return how far a character, or a letter with its marks, reaches above and below the baseline."""
        parts = (Part(self.glyph(text), 0, 0),) if len(text) == 1 else self._shaper.parts(text) or ()
        boxes = (
            (unpack_from(">4h", own, 2), part.up) for part in parts if (own := self._outline(part.glyph))
        )
        edges = [(box[3] + up, -box[1] - up) for box, up in boxes]
        top = max((top for top, _ in edges), default=0)
        foot = max((foot for _, foot in edges), default=0)
        return self._scaled(top), self._scaled(foot)

    def code(self, character: str) -> int:
        """Return the two-byte code that stands for the character in a PDF."""
        code = ord(character)
        return code if code <= 0xFFFF else self._codes_beyond_first_plane()[code]

    def encode(self, text: str) -> str:
        """Return the codes of a text as hexadecimal digits, four a character."""
        if max(text, default="") > "\uffff":
            text = text.translate(self._codes_beyond_first_plane())
        return text.encode("utf-16-be", "surrogatepass").hex()

    def _codes_beyond_first_plane(self) -> dict[int, int]:
        if self._stand_ins is None:
            pairs = zip(self._starts, self._ends, strict=True)
            codes = [code for start, end in pairs if end > 0xFFFF for code in range(start, end + 1)]
            self._stand_ins = {code: _FIRST_STAND_IN + n for n, code in enumerate(codes[:_STAND_INS])}
        return self._stand_ins

    def sets(self, cluster: str) -> bool:
        """Return whether the font can set a letter with its marks right."""
        return self._shaper.parts(cluster) is not None

    def cluster_codes(self, clusters: Iterable[str]) -> dict[str, int]:
        """Return a code for each cluster that one document uses, whatever was printed before it."""
        first = _FIRST_STAND_IN + len(self._codes_beyond_first_plane())
        return {cluster: first + place for place, cluster in enumerate(sorted(clusters))}

    def _outline(self, glyph: int) -> bytes:
        start = self._tables["loca"][0]
        if self._long_offsets:
            first, last = unpack_from(">LL", self._data, start + 4 * glyph)
        else:
            first, last = (2 * half for half in unpack_from(">HH", self._data, start + 2 * glyph))
        outlines = self._tables["glyf"][0]
        return self._data[outlines + first : outlines + last]

    def subset(self, characters: Iterable[str], clusters: Mapping[str, int] | None = None) -> Subset:
        """Return a font file of these characters, keyed by their codes, for embedding in a PDF.

        `clusters` are letters with marks and their `cluster_codes`. Glyph 0 is kept as PDF demands, with its
        outline left out: nothing is ever drawn as a box.
        """
        order: dict[int | tuple[Part, ...], int] = {0: 0}
        codes: dict[int, int] = {}
        for character in sorted(characters):
            codes[self.code(character)] = order.setdefault(self.glyph(character), len(order))
        for cluster, code in (clusters or {}).items():
            parts = self._shaper.parts(cluster) or ()
            is_one = len(parts) == 1 and parts[0] == Part(parts[0].glyph, 0, 0)
            codes[code] = order.setdefault(parts[0].glyph if is_one else parts, len(order))
        outlines = [b"", *(self._drawn(glyph) for glyph in order if glyph != 0)]
        place = 1
        while place < len(outlines):
            outlines[place], new = _renumbered(outlines[place], order)
            outlines.extend(self._outline(part) for part in new)
            place += 1
        return Subset(self._assembled(list(order), outlines), codes)

    def _drawn(self, glyph: int | tuple[Part, ...]) -> bytes:
        if isinstance(glyph, int):
            return self._outline(glyph)
        return composite(glyph, tuple(self._outline(part.glyph) for part in glyph))

    def _assembled(self, glyphs: list[int | tuple[Part, ...]], outlines: list[bytes]) -> bytes:
        offsets, place = [], 0
        for outline in outlines:
            offsets.append(place)
            place += len(outline)
        offsets.append(place)
        metrics = b"".join(map(self._metric, glyphs, outlines))
        head, hhea, maxp = (bytearray(self._table(tag)) for tag in ("head", "hhea", "maxp"))
        head[8:12] = bytes(4)
        head[50:52] = pack(">h", 1)
        hhea[34:36] = maxp[4:6] = pack(">H", len(glyphs))
        if any(isinstance(glyph, tuple) for glyph in glyphs):
            _allow_clusters(maxp)
        return _font_file(
            {
                "glyf": b"".join(outlines),
                "head": bytes(head),
                "hhea": bytes(hhea),
                "hmtx": metrics,
                "loca": pack(f">{len(offsets)}L", *offsets),
                "maxp": bytes(maxp),
                **({"prep": self._table("prep")} if "prep" in self._tables else {}),
            }
        )

    def _table(self, tag: str) -> bytes:
        start, length = self._tables[tag]
        return self._data[start : start + length]

    def _metric(self, glyph: int | tuple[Part, ...], outline: bytes) -> bytes:
        if isinstance(glyph, tuple):
            # The advance of the letter; the marks on it have none, or the PDF states the sum.
            return self._metric(glyph[0].glyph, b"")[:2] + outline[2:4]
        start, last = self._tables["hmtx"][0], self._advance_count - 1
        if glyph <= last:
            return self._data[start + 4 * glyph : start + 4 * glyph + 4]
        bearing = start + 4 * self._advance_count + 2 * (glyph - last - 1)
        return self._data[start + 4 * last : start + 4 * last + 2] + self._data[bearing : bearing + 2]


def _allow_clusters(maxp: bytearray) -> None:
    """Raise the limits that the font states: clusters are made of glyphs that may be made of others."""
    points, contours = unpack_from(">HH", maxp, 6)
    composite_points, composite_contours = unpack_from(">HH", maxp, 10)
    most_parts, depth = unpack_from(">HH", maxp, 28)
    maxp[10:14] = pack(
        ">HH", 4 * max(points, composite_points), min(4 * max(contours, composite_contours), 0xFFFF)
    )
    maxp[28:32] = pack(">HH", max(most_parts, 16), depth + 1)


def _renumbered(outline: bytes, order: dict[int | tuple[Part, ...], int]) -> tuple[bytes, list[int]]:
    """Return the outline, padded, with its components renumbered, and the components new to `order`."""
    new: list[int] = []
    if len(outline) > 2 and outline[0] & 0x80:
        parts, place, flags = bytearray(outline), 10, _MORE_COMPONENTS
        while flags & _MORE_COMPONENTS:
            flags, glyph = unpack_from(">HH", parts, place)
            if glyph not in order:
                order[glyph] = len(order)
                new.append(glyph)
            parts[place + 2 : place + 4] = pack(">H", order[glyph])
            place += 4 + _argument_size(flags)
        outline = bytes(parts)
    return outline + bytes(-len(outline) % 4), new


def _argument_size(flags: int) -> int:
    size = 4 if flags & _ARGS_ARE_WORDS else 2
    if flags & _HAS_SCALE:
        return size + 2
    if flags & _HAS_TWO_SCALES:
        return size + 4
    return size + 8 if flags & _HAS_MATRIX else size


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Return the tables as a TrueType file with its checksums (OpenType 1.9, "OpenType font file")."""
    power = 1 << (len(tables).bit_length() - 1)
    header = pack(
        ">LHHHH", 0x00010000, len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power)
    )
    place = len(header) + _DIRECTORY.size * len(tables)
    directory, contents, head = [header], [], 0
    for tag, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        directory.append(_DIRECTORY.pack(tag.encode("latin-1"), _checksum(padded), place, len(content)))
        contents.append(padded)
        head = place if tag == "head" else head
        place += len(padded)
    font = bytearray(b"".join(directory + contents))
    font[head + 8 : head + 12] = pack(">L", (0xB1B0AFBA - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(content: bytes | bytearray) -> int:
    return int(sum(unpack_from(f">{len(content) // 4}L", content))) & 0xFFFFFFFF
