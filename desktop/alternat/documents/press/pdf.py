"""Pages written as a PDF with ReportLab's document layer, with whole faces instead of 256-character pieces.

ReportLab's canvas refers every page to a Helvetica that is not embedded, and its TrueType support cuts a
Chinese text into many small fonts and copies a no-break space out as a space. Here each face is one composite
font whose codes are the characters' own UTF-16 values: a text is encoded in one call and copied out exactly.
"""

import itertools
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc

from alternat.documents.press.clusters import SPREAD
from alternat.documents.press.drawing import (
    Bits,
    Block,
    Box,
    Colour,
    DocumentInfo,
    Item,
    Page,
    Picture,
    Rule,
    Text,
)
from alternat.documents.press.fonts import Fonts, Piece, Weight
from alternat.documents.press.jpeg import jpeg_header
from alternat.documents.press.marks import MARK
from alternat.documents.press.truetype import Face
from alternat.documents.press.typesetting import Typesetter

_COMPRESSION = 6
_CLUSTER = re.compile("@([0-9]+);")
_JOINED = re.compile(r"> Tj\n<(?=@)|(?<=;)> Tj\n<")
"""Between a cluster and its neighbours in the same face, which are one string."""
_RANGES_A_BLOCK = 100
"""The most entries that a block of a character map may have (Adobe technical note 5411)."""
_FLAGS_SYMBOLIC = 4
_STEM = {Weight.REGULAR: 80, Weight.BOLD: 150}


@dataclass(slots=True)
class _Ink:
    """The operators of one block, and the characters, clusters and photographs that they use.

    A cluster stands in the operators as `@` with its place in `clusters`, since its code is the document's.
    """

    code: str
    characters: tuple[frozenset[str], ...]
    clusters: tuple[tuple[int, str], ...]
    """The face and the text of each."""
    pictures: tuple[Picture, ...]

    def coded(self, codes: Sequence[Mapping[str, int]]) -> str:
        """Return the operators with the codes that the clusters of each face have in a document."""
        if not self.clusters:
            return self.code
        numbers = [f"{codes[face][text]:04x}" for face, text in self.clusters]
        return _CLUSTER.sub(lambda match: numbers[int(match[1])], self.code)


@dataclass(slots=True)
class _Pen:
    """Operators being written, with the colour and font in force, so that neither is set twice."""

    typesetter: Typesetter
    operators: list[str] = field(default_factory=list)
    characters: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    clusters: dict[tuple[int, str], int] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    fill: Colour | None = None
    font: tuple[int, float] | None = None
    in_text: bool = False

    def draw(self, item: Item) -> None:
        if isinstance(item, Text):
            self._text(item)
            return
        self.close_text()
        match item:
            case Box():
                self._fill(item.colour)
                self.operators.append(
                    f"{fp_str(item.x, -item.y - item.height, item.width, item.height)} re f"
                )
            case Rule():
                dash = f"[{fp_str(item.dash)}] 0 d " if item.dash else ""
                self.operators.append(
                    f"q {dash}{fp_str(item.colour)} RG {fp_str(item.thickness)} w "
                    f"{fp_str(item.x, -item.y)} m {fp_str(item.to_x, -item.to_y)} l S Q"
                )
            case Bits():
                place = fp_str(item.side, 0, 0, item.side, item.x, -item.y - item.side)
                self.operators.append(
                    f"q 0 g {place} cm BI /W {item.modules} /H {item.modules} /IM true /D [1 0] /F /AHx ID "
                    f"{item.rows}> EI Q"
                )
            case Picture():
                self.pictures.append(item)
                place = fp_str(item.width, 0, 0, item.height, item.x, -item.y - item.height)
                self.operators.append(f"q {place} cm /{_picture_name(item)} Do Q")

    def _text(self, item: Text) -> None:
        if not self.in_text:
            self.operators.append("BT")
            self.in_text = True
        self._fill(item.colour)
        self.operators.append(f"1 0 0 1 {fp_str(item.x, -item.y)} Tm")
        for piece in self.typesetter.pieces(item.text, item.weight):
            if self.font != (piece.face, item.size):
                self.font = piece.face, item.size
                self.operators.append(f"/F{piece.face} {fp_str(item.size)} Tf")
            self.operators.append(f"<{self._codes(piece)}> Tj")

    def _codes(self, piece: Piece) -> str:
        if piece.is_cluster:
            return f"@{self.clusters.setdefault((piece.face, piece.text), len(self.clusters))};"
        self.characters[piece.face].update(piece.text)
        return self.typesetter.fonts.faces[piece.face].encode(piece.text)

    def _fill(self, colour: Colour) -> None:
        if self.fill != colour:
            self.fill = colour
            self.operators.append(f"{fp_str(colour)} rg")

    def close_text(self) -> None:
        if self.in_text:
            self.operators.append("ET")
            self.in_text = False
            self.font = None

    def ink(self) -> _Ink:
        self.close_text()
        characters = (frozenset(self.characters[place]) for place in range(len(self.typesetter.fonts.faces)))
        operators = "\n".join(self.operators)
        if self.clusters:
            operators = _JOINED.sub("", operators)
        return _Ink(operators, tuple(characters), tuple(self.clusters), tuple(self.pictures))


class PdfWriter:
    """Writes pages as PDF; a block once written is remembered, so that a preview writes only what changed."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._inks: dict[Block, _Ink] = {}

    def write(self, pages: Sequence[Page], info: DocumentInfo) -> bytes:
        """Return the PDF; the same pages and info always give the same bytes."""
        document = pdfdoc.PDFDocument(
            compression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=info.language.locale.replace("_", "-"),
        )
        document.info = _Info(info)
        document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary(_preferences(info))
        inks = [[self._ink(placed.block) for placed in page.blocks] for page in pages]
        used = _Used.by(itertools.chain.from_iterable(inks), self._typesetter.fonts)
        font_resources = pdfdoc.PDFDictionary()
        resources = pdfdoc.PDFDictionary({"Font": document.Reference(font_resources, "fonts")})
        images = pdfdoc.PDFDictionary()
        resources["XObject"] = document.Reference(images, "images")
        shared = document.Reference(resources, "resources")
        for page, own in zip(pages, inks, strict=True):
            _add_page(document, page, [ink.coded(used.clusters) for ink in own], shared)
        fonts = self._typesetter.fonts
        for number, (face, weight) in enumerate(zip(fonts.faces, fonts.weights, strict=True)):
            characters, clusters = used.characters[number], used.clusters[number]
            if characters or clusters:
                font_resources[f"F{number}"] = _add_font(document, face, weight, characters, clusters)
        for name, picture in used.pictures.items():
            images[name] = document.Reference(_image(picture.content), name)
        return bytes(document.GetPDFData(None))

    def _ink(self, block: Block) -> _Ink:
        known = self._inks.get(block)
        if known is None:
            pen = _Pen(self._typesetter)
            for item in block.items:
                pen.draw(item)
            known = self._inks[block] = pen.ink()
        return known


@dataclass(frozen=True, slots=True)
class _Used:
    """What a document uses: the characters of each face, its clusters with their codes, and the pictures."""

    characters: tuple[set[str], ...]
    clusters: tuple[dict[str, int], ...]
    pictures: dict[str, Picture]

    @classmethod
    def by(cls, inks: Iterable[_Ink], fonts: Fonts) -> "_Used":
        characters: tuple[set[str], ...] = tuple(set() for _ in fonts.faces)
        clusters: tuple[set[str], ...] = tuple(set() for _ in fonts.faces)
        pictures: dict[str, Picture] = {}
        for ink in inks:
            for used, new in zip(characters, ink.characters, strict=True):
                used.update(new)
            for face, text in ink.clusters:
                clusters[face].add(text)
            pictures.update((_picture_name(picture), picture) for picture in ink.pictures)
        coded = (
            face.cluster_codes(own) if own else {} for face, own in zip(fonts.faces, clusters, strict=True)
        )
        return cls(characters, tuple(coded), pictures)


def _add_page(document: pdfdoc.PDFDocument, page: Page, codes: Sequence[str], resources: object) -> None:
    parts = [
        f"q 1 0 0 1 {fp_str(placed.x, page.height - placed.y)} cm\n{code}\nQ"
        for placed, code in zip(page.blocks, codes, strict=True)
    ]
    if page.scale != 1.0:
        matrix = fp_str(page.scale, 0, 0, page.scale, 0, page.height * (1 - page.scale))
        parts = [f"q {matrix} cm", *parts, "Q"]
    leaf = pdfdoc.PDFPage()
    leaf.MediaBox = pdfdoc.PDFArray([0, 0, page.width, page.height])
    leaf.Contents = _stream("\n".join(parts).encode("ascii"))
    leaf.Resources = resources
    document.addPage(leaf)


def _preferences(info: DocumentInfo) -> dict[str, str]:
    """Return what a reader is asked for: the title in its window, and for labels true size on one side.

    Source: ISO 32000-2, 12.2, table 147.
    """
    at_scale = {"PrintScaling": "/None", "Duplex": "/Simplex"} if info.is_label_sheet else {}
    return {"DisplayDocTitle": "true", **at_scale}


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc] # ReportLab is untyped
    """The information dictionary with only what is true: ReportLab's own always claims an author."""

    producer = "Alternat"

    def __init__(self, info: DocumentInfo) -> None:
        super().__init__()
        self.title, self.subject, self.author = info.title, info.subject, ""
        self._made_on, self._mark = info.made_on, info.mark

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries = {
            "Title": self.title,
            "Subject": self.subject,
            "Producer": self.producer,
            MARK: self._mark,
        }
        if self._made_on:
            entries["CreationDate"] = f"D:{self._made_on:%Y%m%d}"
        texts = {name: pdfdoc.PDFString(text) for name, text in entries.items() if text}
        return bytes(pdfdoc.PDFDictionary(texts).format(document))


def _stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    packed = zlib.compress(content, _COMPRESSION)
    dictionary = pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries})
    return pdfdoc.PDFStream(dictionary, packed)


def _add_font(
    document: pdfdoc.PDFDocument, face: Face, weight: Weight, characters: set[str], clusters: dict[str, int]
) -> object:
    """Add a face as a composite font with these characters and clusters and return the reference to it."""
    subset = face.subset(characters, clusters)
    codes = sorted((*((face.code(each), each) for each in characters), *_swapped(clusters)))
    tag = "".join(chr(65 + byte % 26) for byte in sha256(subset.content).digest()[:6])
    name = f"/{tag}+{face.name}"
    metrics = face.metrics
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": _FLAGS_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(metrics.box),
            "ItalicAngle": 0,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": _STEM[weight],
            "FontFile2": document.Reference(_stream(subset.content, Length1=len(subset.content))),
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(descriptor),
            "DW": 1000,
            "W": _widths((code, sum(map(face.advances.__getitem__, each))) for code, each in codes),
            "CIDToGIDMap": document.Reference(_stream(_glyph_map(subset.glyphs))),
        }
    )
    font = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(_unicode_map(codes))),
        }
    )
    return document.Reference(font, f"font {face.name}")


def _swapped(clusters: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    return ((code, text) for text, code in clusters.items())


def _widths(advances: Iterable[tuple[int, int]]) -> str:
    """Return the widths by code in runs of neighbours; full-width characters are the default and left out."""
    runs: list[tuple[int, list[int]]] = []
    for code, width in advances:
        if width == 1000:
            continue
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return f"[{' '.join(f'{first} [{fp_str(widths)}]' for first, widths in runs)}]"


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    table = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _unicode_map(codes: Sequence[tuple[int, str]]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(codes), _RANGES_A_BLOCK):
        some = codes[start : start + _RANGES_A_BLOCK]
        lines.append(f"{len(some)} beginbfchar")
        lines.extend(
            f"<{code:04X}> <{each.replace(SPREAD, '').encode('utf-16-be').hex().upper()}>"
            for code, each in some
        )
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _picture_name(picture: Picture) -> str:
    return f"P{sha256(picture.content).hexdigest()[:16]}"


def _image(content: bytes) -> pdfdoc.PDFStream:
    header = jpeg_header(content)
    space = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[header.components]
    dictionary = pdfdoc.PDFDictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": header.width,
            "Height": header.height,
            "ColorSpace": space,
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode",
        }
    )
    if header.components == 4:
        dictionary["Decode"] = "[1 0 1 0 1 0 1 0]"
    return pdfdoc.PDFStream(dictionary, content)
