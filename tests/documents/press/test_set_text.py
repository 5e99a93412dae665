"""Lines keep as far apart as their letters and marks need: the ink of none touches that of another."""

from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest
import uharfbuzz as hb

from alternat.actions.people import change_people
from alternat.documents.kinds.badges.document import BADGES
from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.my_day import MY_DAY
from alternat.documents.press.drawing import Composition, Page, Text
from alternat.documents.press.fonts import Weight
from alternat.documents.press.stocks import stocks
from alternat.documents.press.typesetting import Paragraph, Typesetter
from alternat.language.label import Language
from alternat.shipped import resource
from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme

BOLD = Weight.BOLD
MARKED = ["É", "Ế", "Ậ", "Č̓", "X̱", "Ạ́", "À́̂", "Q̣́̂", "g", "ỵ̂", "安"]
NAMES = [
    {"family": "Č̓ukwa", "given": "X̱aaydag̱a", "name_zh": "楚克"},
    {"family": "Ạ́bẹ̀", "given": "Ọlọ́runfẹ́mi Q̣́̂ỵ̂", "name_zh": ""},
    {"family": "Nguyễn Ế Ậ", "given": "À́̂nh-Gg Č̓ầyj", "name_zh": "阮安"},
    {"printed_name": "À́̂jg-Č̓jg-Ế̂jg À́̂jg-Č̓jg-Ế̂jg-À́̂jg-Č̓jg Q̣́̂jg-À́̂jg", "name_zh": "安"},
]


@pytest.mark.parametrize("text", MARKED)
def test_ink_reaches_as_far_as_harfbuzz_says(typesetter: Typesetter, text: str) -> None:
    name = "NotoSansSC-Bold.ttf" if text == "安" else "NotoSans-Bold.ttf"
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(resource("fonts", name)))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    edges = [
        (place.y_offset + extents.y_bearing, -(place.y_offset + extents.y_bearing + extents.height))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        if (extents := font.get_glyph_extents(info.codepoint)) is not None
    ]
    upem = font.face.upem
    tops, feet = zip(*edges, strict=True)
    assert typesetter.ink(text, BOLD) == pytest.approx((max(tops) / upem, max(0, *feet, 0) / upem), abs=0.002)


@pytest.mark.parametrize("leading", [1.0, 1.16, 1.3])
def test_lines_with_high_marks_keep_more_apart_and_others_do_not(
    typesetter: Typesetter, leading: float
) -> None:
    plain = Paragraph("Aa", BOLD, 20, 9, leading)
    marked = Paragraph("À́̂g Q̣́̂g À́̂g Q̣́̂g", BOLD, 20, 9, leading)
    (high,) = typesetter.stack((marked,), 40, 400, 7).paragraphs
    baselines = list(high.baselines())
    assert len(baselines) > 1
    for (above, one), (below, other) in pairwise(baselines):
        foot, top = typesetter.ink(above, BOLD)[1], typesetter.ink(below, BOLD)[0]
        assert other - one >= 20 * (foot + top)
    assert typesetter.stack((plain, plain), 200, 400, 7).height == pytest.approx(2 * 20 * leading)


def boxes(page: Page, typesetter: Typesetter) -> list[tuple[float, float, float, float, str]]:
    """Return the ink of every line on a page as left, top, right, bottom, and its text."""
    found = []
    for placed in page.blocks:
        for item in placed.block.items:
            if isinstance(item, Text) and item.text.strip():
                top, foot = typesetter.ink(item.text, item.weight)
                left, baseline = placed.x + item.x, placed.y + item.y
                width = typesetter.width(item.text, item.weight, item.size)
                found.append(
                    (left, baseline - top * item.size, left + width, baseline + foot * item.size, item.text)
                )
    return found


def touching(composition: Composition, typesetter: Typesetter) -> list[tuple[str, str]]:
    return [
        (one[4], other[4])
        for page in composition.pages
        for one, other in combinations(boxes(page, typesetter), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.fixture
def marked(dialogue: Workspace, filled: FilledProgramme) -> int:
    """The programme with people whose names have marks above and below, some with two or three."""
    for person, name in zip(filled.canadians, NAMES, strict=False):
        change_people(dialogue, [person], dict(name))
    return filled.meeting


@pytest.mark.parametrize("sheet", [each.id for each in stocks()])
def test_on_no_badge_touches_the_ink_of_one_line_that_of_another(
    dialogue: Workspace, marked: int, typesetter: Typesetter, sheet: str
) -> None:
    for languages in (tuple(Language), (Language.FR,), (Language.ZH, Language.EN)):
        options = replace(
            BADGES.suggest(dialogue.tables, marked, date(2027, 6, 1)), stock=sheet, languages=languages
        )
        values = BADGES.gather(dialogue.tables, marked, options)
        assert touching(BADGES.compose(values, options, typesetter), typesetter) == []


@pytest.mark.parametrize("kind", [DELEGATION_LIST, MY_DAY], ids=lambda kind: kind.id)
def test_on_no_list_touches_the_ink_of_one_line_that_of_another(
    dialogue: Workspace, marked: int, typesetter: Typesetter, kind: DocumentKind[Any, Any]
) -> None:
    for languages in (tuple(Language), (Language.FR,)):
        options = replace(kind.suggest(dialogue.tables, marked, date(2027, 6, 1)), languages=languages)
        values = kind.gather(dialogue.tables, marked, options)
        assert touching(kind.compose(values, options, typesetter), typesetter) == []
