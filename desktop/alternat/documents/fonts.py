"""The shipped fonts: Latin letters from Noto Sans, Han characters from Noto Sans SC, chosen by character.

Punctuation that both fonts have follows the text around it: a Chinese quotation takes the full-width marks
of the Han font, a French one the narrow marks of the Latin font.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

from alternat.documents.truetype import Face
from alternat.language.scripts import Run, Script, runs
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one face; `face` is a place among `Fonts.faces`."""

    face: int
    text: str


_BEYOND_LATIN = "\u0250"
"""Texts below need no look at their scripts: marks that both scripts share are Latin among Latin letters."""
_IGNORED = {"Cc": " ", "Cf": "", "Zl": " ", "Zp": " "}
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_NEEDS_CLEANING = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02af\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")


def clean(text: str) -> str:
    """Return the text as it can be set: composed (NFC), on one line, without invisible format characters."""
    if _NEEDS_CLEANING.search(text) is None:
        return text
    composed = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
    return "".join(_IGNORED.get(unicodedata.category(each), each) for each in composed)


class Fonts:
    """The four faces, and which of them sets which character."""

    def __init__(self) -> None:
        """Open the shipped font files; a damaged one is a `BrokenFont`."""
        files = [f"{family}-{weight.value}.ttf" for weight in Weight for family in ("NotoSans", "NotoSansSC")]
        self.faces: tuple[Face, ...] = tuple(Face(resource("fonts", name)) for name in files)
        self._covered: set[str] = set()

    def missing(self, text: str) -> str:
        """Return the characters of a text that no shipped font has, each once, in their order."""
        if self._covered.issuperset(text):
            return ""
        wanted = dict.fromkeys(clean(text))
        missing = [each for each in wanted if not any(face.glyph(each) for face in self.faces[:2])]
        self._covered.update(wanted.keys() - set(missing))
        return "".join(missing)

    def pieces(self, text: str, weight: Weight) -> tuple[Piece, ...]:
        """Return the text cut by face; characters that no font has are left out, to be found by `missing`."""
        pieces: list[Piece] = []
        for run in (Run(text, Script.LATIN),) if max(text, default="") < _BEYOND_LATIN else runs(text):
            order = (weight.han, weight.latin) if run.script is Script.HAN else (weight.latin, weight.han)
            preferred = self.faces[order[0]]
            if all(map(preferred.glyph, run.text)):
                pieces.append(Piece(order[0], run.text))
            else:
                pieces.extend(self._by_character(run.text, order))
        return tuple(pieces)

    def _by_character(self, text: str, order: tuple[int, int]) -> Iterator[Piece]:
        def face_of(character: str) -> int:
            return next((number for number in order if self.faces[number].glyph(character)), -1)

        for number, characters in groupby(text, face_of):
            if number >= 0:
                yield Piece(number, "".join(characters))


@cache
def shipped_fonts() -> Fonts:
    """Return the shipped fonts, opened once; what they remember of their files never changes an answer."""
    return Fonts()
