"""The shipped fonts: Noto Sans for Latin letters, Noto Sans SC for Han, one more for Canadian syllabics.

The font is chosen by character, and for a letter with combining marks by the whole of it. Punctuation that
both fonts have follows the text around it: a Chinese quotation takes the full-width marks of the Han font, a
French one the narrow marks of the Latin font.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

from alternat.documents.press.clusters import SPREAD, has_clusters, split
from alternat.documents.press.truetype import Face
from alternat.language.scripts import JOINER, Run, Script, runs
from alternat.shipped import resource


class Weight(StrEnum):
    """The two weights of type; there are no others, and no italics, since Han has none."""

    REGULAR = "Regular"
    BOLD = "Bold"

    @property
    def latin(self) -> int:
        """Return the place of the weight's Latin face among `Fonts.faces`."""
        return 0 if self is Weight.REGULAR else 2

    @property
    def han(self) -> int:
        """Return the place of the weight's Han face among `Fonts.faces`."""
        return self.latin + 1

    @property
    def syllabic(self) -> int:
        """Return the place of the weight's face of Canadian syllabics among `Fonts.faces`."""
        return 4 if self is Weight.REGULAR else 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one face, or a letter with its marks; `face` is a place among `Fonts.faces`."""

    face: int
    text: str
    is_cluster: bool = False


_BEYOND_LATIN = "\u0250"
"""Texts below need no look at their scripts: marks that both scripts share are Latin among Latin letters."""
_NEEDS_SHAPING = re.compile("[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff]")
"""Devanagari, which Noto Sans has: its letters change and move, so set one by one they are wrong."""
_IGNORED = {"Cc": " ", "Cf": "", "Zl": " ", "Zp": " "}
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_NEEDS_CLEANING = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02af\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")


def clean(text: str) -> str:
    """Return the text as it can be set: composed (NFC), on one line, without invisible format characters.

    Only word joiners stay: they are not drawn either, but lines do not break at them.
    """
    if _NEEDS_CLEANING.search(text) is None:
        return text
    composed = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
    return "".join(
        each if each == JOINER else _IGNORED.get(unicodedata.category(each), each) for each in composed
    )


class Fonts:
    """The faces, three in each weight, and which of them sets which character."""

    def __init__(self) -> None:
        """Open the shipped font files; a damaged one is a `BrokenFont`."""
        families = [f"{family}-{weight.value}" for weight in Weight for family in ("NotoSans", "NotoSansSC")]
        families += [f"NotoSansCanadianAboriginal-{weight.value}" for weight in Weight]
        self.faces: tuple[Face, ...] = tuple(Face(resource("fonts", f"{name}.ttf")) for name in families)
        self.weights = tuple(
            next(weight for weight in Weight if name.endswith(weight.value)) for name in families
        )
        """The weight of each face."""
        self._covered: set[str] = set()

    def missing(self, text: str) -> str:
        """Return the characters of a text that no shipped font sets, each once, in their order."""
        if self._covered.issuperset(text):
            return ""
        wanted = dict.fromkeys(clean(text).replace(JOINER, ""))
        missing = [each for each in wanted if not self._has(each)]
        self._covered.update(wanted.keys() - set(missing))
        return "".join(missing)

    def _has(self, character: str) -> bool:
        if character == SPREAD or _NEEDS_SHAPING.match(character):
            return False
        return any(self.faces[number].glyph(character) for number in _order(Weight.REGULAR))

    def misplaced(self, text: str) -> tuple[str, ...]:
        """Return the letters with marks that no font sets right though it has the characters, each once."""
        if not has_clusters(text):
            return ()
        clusters = dict.fromkeys(part for part, is_cluster in split(clean(text)) if is_cluster)
        return tuple(
            each
            for each in clusters
            if all(map(self._has, each)) and self._face_of(each, _order(Weight.REGULAR)) is None
        )

    def pieces(self, text: str, weight: Weight) -> tuple[Piece, ...]:
        """Return the text cut by face; characters that no font has are left out, to be found by `missing`."""
        if text.isascii() and text.isprintable():
            return (Piece(weight.latin, text),)
        if JOINER in text:
            text = text.replace(JOINER, "")
        if not has_clusters(text):
            return tuple(self._stretch(text, weight))
        pieces: list[Piece] = []
        for part, is_cluster in split(text):
            face = self._face_of(part, _order(weight)) if is_cluster else None
            if face is not None:
                pieces.append(Piece(face, part, is_cluster=True))
            else:
                pieces += self._stretch(part, weight)
        return tuple(pieces)

    def ink(self, pieces: Iterable[Piece]) -> tuple[float, float]:
        """Return how far the ink of pieces reaches above and below the baseline, as factors of the size."""
        inks = [
            self.faces[piece.face].inks[each]
            for piece in pieces
            for each in ((piece.text,) if piece.is_cluster else piece.text)
        ]
        top = max((top for top, _ in inks), default=0)
        foot = max((foot for _, foot in inks), default=0)
        return top / 1000, foot / 1000

    def _face_of(self, cluster: str, order: tuple[int, ...]) -> int | None:
        return next((number for number in order if self.faces[number].sets(cluster)), None)

    def _stretch(self, text: str, weight: Weight) -> Iterator[Piece]:
        latin, han, syllabic = _order(weight)
        for run in (Run(text, Script.LATIN),) if max(text, default="") < _BEYOND_LATIN else runs(text):
            order = (han, latin, syllabic) if run.script is Script.HAN else (latin, han, syllabic)
            preferred = self.faces[order[0]]
            if all(map(preferred.glyph, run.text)) and not _NEEDS_SHAPING.search(run.text):
                yield Piece(order[0], run.text)
            else:
                yield from self._by_character(run.text, order)

    def _by_character(self, text: str, order: tuple[int, ...]) -> Iterator[Piece]:
        def face_of(character: str) -> int:
            if _NEEDS_SHAPING.match(character):
                return -1
            return next((number for number in order if self.faces[number].glyph(character)), -1)

        for number, characters in groupby(text, face_of):
            if number >= 0:
                yield Piece(number, "".join(characters))


def _order(weight: Weight) -> tuple[int, int, int]:
    return weight.latin, weight.han, weight.syllabic


@cache
def shipped_fonts() -> Fonts:
    """Return the shipped fonts, opened once; what they remember of their files never changes an answer."""
    return Fonts()
