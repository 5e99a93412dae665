import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from alternat.actions.delegations import change_participations
from alternat.actions.people import change_people, set_photo
from alternat.actions.terms import change_entity, change_side
from alternat.documents.contents.meeting import NotOfThisDialogue
from alternat.documents.kinds.badges.document import (
    BADGES,
    BadgeOptions,
    compose_badges,
    gather_badges,
    suggest_badges,
)
from alternat.documents.press.drawing import Bits, Block, Composition, Picture, Placement, Text
from alternat.documents.press.stocks import StartBeyondSheet, Stock, stocks
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Printed, produce
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.models.delegations import Participation
from alternat.nouns.delegations import ParticipationStatus
from alternat.planning.findings import Severity, Subject, SubjectKind
from alternat.storage.workspace import Workspace
from tests.documents.delegations import CANADA, CHINA, MS, add_both, add_people, many, token
from tests.documents.reading import glyphs, picture, same_as_snapshot, text_of

EN, FR, ZH = Language


def printed(workspace: Workspace, meeting: int, options: BadgeOptions) -> Printed:
    return produce(BADGES, workspace.tables, meeting, options)


def composed(
    workspace: Workspace, meeting: int, options: BadgeOptions, typesetter: Typesetter
) -> Composition:
    return compose_badges(gather_badges(workspace.tables, meeting, options), options, typesetter)


INK = (0.09, 0.1, 0.12)


def badges_of(document: Composition) -> list[tuple[Block, Bits]]:
    """Return each badge with its code."""
    blocks = [placed.block for page in document.pages for placed in page.blocks]
    return [(block, item) for block in blocks for item in block.items if isinstance(item, Bits)]


def reach(item: Text) -> float:
    """Return where a text ends."""
    return item.x + Typesetter().width(item.text, item.weight, item.size)


def sentences(document: Printed | Composition) -> list[tuple[str, Severity, str]]:
    say = catalog(EN).say
    return [(each.code, each.severity, say(each.message)) for each in document.findings]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("badges-three-languages", {}),
        ("badges-copy-for-china", {"copy_for": "CN", "languages": (ZH, EN, FR)}),
        ("badges-chinese-only", {"copy_for": "CN", "languages": (ZH,)}),
        ("badges-english-french-a6", {"languages": (EN, FR), "stock": "A6", "positions": True}),
    ],
)
def test_badges_read_as_their_snapshot(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, name: str, changes: dict[str, object]
) -> None:
    add_both(dialogue, meeting)
    options = replace(badge_options, **changes)  # type: ignore[arg-type] # a table of changes has one type
    assert same_as_snapshot(name, text_of(printed(dialogue, meeting, options).pdf))


def test_every_code_reads_back_as_the_token_and_nothing_else(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    people = add_people(dialogue, meeting, CANADA)
    width, height, pixels = picture(printed(dialogue, meeting, badge_options).pdf)
    codes = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (height, width)))
    assert {code.text for code in codes} == {token(person) for person in people}


@pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: str(sheet.id))
def test_every_badge_stays_inside_its_label_on_every_stock(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, sheet: Stock
) -> None:
    add_both(dialogue, meeting)
    options = replace(badge_options, stock=sheet.id, positions=True)
    document = printed(dialogue, meeting, options)
    assert document.page_count == -(-15 // sheet.per_sheet)
    for page in range(document.page_count):
        cells = [each for each in document.placements if each.page == page]
        for glyph in glyphs(document.pdf, page):
            assert any(
                cell.left + 2.5 <= glyph.left
                and glyph.right <= cell.left + cell.width - 2.5
                and cell.top + 2.5 <= glyph.top
                and glyph.bottom <= cell.top + cell.height - 2.5
                for cell in cells
            ), glyph


def test_printing_starts_at_the_label_asked_for_and_goes_on_overleaf(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    first, second, *_, last = add_people(dialogue, meeting, CANADA)
    document = printed(dialogue, meeting, replace(badge_options, start=4))
    assert document.page_count == 2
    assert document.placements[0] == Placement(0, 112.5, 68.5, 80, 50, first)
    assert document.placements[1] == Placement(0, 17.5, 123.5, 80, 50, second)
    assert document.placements[-1] == Placement(1, 17.5, 13.5, 80, 50, last)
    assert min(glyph.top for glyph in glyphs(document.pdf)) > 68.5


def test_a_printer_that_is_off_is_corrected(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CANADA[:1])
    straight = glyphs(printed(dialogue, meeting, badge_options).pdf)
    moved = glyphs(printed(dialogue, meeting, replace(badge_options, offset_mm=(1.5, -0.5))).pdf)
    for before, after in zip(straight, moved, strict=True):
        assert after.left - before.left == pytest.approx(1.5, abs=0.01)
        assert after.top - before.top == pytest.approx(-0.5, abs=0.01)


def test_only_the_people_and_sides_asked_for_are_printed(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    people = add_both(dialogue, meeting)

    def who(**changes: object) -> list[int]:
        options = replace(badge_options, **changes)  # type: ignore[arg-type] # a table of changes has one type
        return [each.person for each in printed(dialogue, meeting, options).placements]

    assert who(people=(people[9], people[2])) == [people[2], people[9]]
    assert who(sides=("CN",)) == people[8:]
    assert who(copy_for="CN") == people[8:] + people[:8]


def test_nobody_to_print_is_said_on_one_page(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    document = printed(dialogue, meeting, badge_options)
    assert (document.page_count, document.placements) == (1, ())
    assert "There is nobody to print badges for." in text_of(document.pdf)


def test_both_names_have_one_size_and_weight_and_stand_in_the_order_of_the_copy(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CHINA[1:2])
    ours = text_of(printed(dialogue, meeting, badge_options).pdf)
    in_their_order = replace(badge_options, copy_for="CN", languages=(ZH, EN, FR))
    theirs = text_of(printed(dialogue, meeting, in_their_order).pdf)
    assert ours.index("WANG Fang") < ours.index("王芳")
    assert theirs.index("王芳") < theirs.index("WANG Fang")
    composition = composed(dialogue, meeting, badge_options, Typesetter())
    block, _ = badges_of(composition)[0]
    names = [item for item in block.items if isinstance(item, Text) and item.text in {"WANG Fang", "王芳"}]
    assert len({(name.size, name.weight) for name in names}) == 1


def test_a_name_in_one_script_stands_alone_and_large(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CHINA[4:5])
    text = text_of(printed(dialogue, meeting, badge_options).pdf)
    lines = text.splitlines()
    assert lines[lines.index("单晓明") + 1] == "Adviser  ·  Conseiller  ·  顾问"


def test_a_badge_without_a_code_has_none(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CANADA)
    width, height, pixels = picture(printed(dialogue, meeting, replace(badge_options, qr=False)).pdf)
    assert not zxingcpp.read_barcodes(memoryview(pixels).cast("B", (height, width)))


def test_a_photograph_stands_beside_the_name_unless_left_out(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, typesetter: Typesetter
) -> None:
    person, _ = add_people(dialogue, meeting, CANADA[:2])
    output = io.BytesIO()
    Image.new("RGB", (300, 400), "steelblue").save(output, "JPEG")
    set_photo(dialogue, person, output.getvalue())

    def pictures(options: BadgeOptions) -> list[Picture]:
        (page,) = composed(dialogue, meeting, options, typesetter).pages
        return [item for placed in page.blocks for item in placed.block.items if isinstance(item, Picture)]

    (photo,) = pictures(badge_options)
    assert photo.width / photo.height == pytest.approx(0.75)
    assert pictures(replace(badge_options, photos=False)) == []


def test_crop_marks_lie_outside_every_label(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, typesetter: Typesetter
) -> None:
    add_people(dialogue, meeting, CANADA)
    options = replace(badge_options, stock="A4-A7", crop_marks=True)
    plain = composed(dialogue, meeting, replace(options, crop_marks=False), typesetter)
    marked = composed(dialogue, meeting, options, typesetter)
    (marks,) = set(marked.pages[0].blocks) - set(plain.pages[0].blocks)
    for mark in marks.block.items:
        for cell in marked.placements[:4]:
            left, top = cell.left * 72 / 25.4, cell.top * 72 / 25.4
            right, bottom = left + cell.width * 72 / 25.4, top + cell.height * 72 / 25.4
            assert not (left < mark.x < right and top < mark.y < bottom)
    assert len(marks.block.items) == 16


def test_an_unknown_side_is_refused_with_the_sides_there_are(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    with pytest.raises(NotOfThisDialogue) as caught:
        printed(dialogue, meeting, replace(badge_options, sides=("GB",)))
    assert "CA, CN" in str(caught.value)


def test_a_start_beyond_the_sheet_is_refused(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    with pytest.raises(StartBeyondSheet):
        printed(dialogue, meeting, replace(badge_options, start=11))


def test_a_missing_character_blocks_and_names_the_person_and_the_field(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    (person,) = add_people(dialogue, meeting, CHINA[1:2])
    change_people(dialogue, [person], {"name_zh": "王𓀀"})
    document = printed(dialogue, meeting, badge_options)
    assert sentences(document) == [
        (
            "glyph-missing",
            Severity.BLOCKS,
            "No font has the character “𓀀” (U+13000) of WANG Fang; paper would leave it out.",
        )
    ]
    (finding,) = document.findings
    assert finding.subject == Subject(SubjectKind.PERSON, person)
    assert finding.fix is not None
    assert finding.fix.field == "name_zh"
    assert "𓀀" not in text_of(document.pdf)


def test_a_missing_character_in_an_entity_or_a_side_is_found_once(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, (CHINA[1], CHINA[6]))
    entity = dialogue.tables.Entity.get(dialogue.tables.Entity.code == "CN-MPS")
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CN")
    change_entity(dialogue, entity.id, {"name": Label("MPS", "MSP", "公安部𓀀")})
    change_side(dialogue, side.id, {"country": Label("China", "Chine", "中国𓀁")})
    document = printed(dialogue, meeting, badge_options)
    assert [(each.subject, each.fix.field) for each in document.findings if each.fix] == [
        (Subject(SubjectKind.SIDE, side.id), "country.zh"),
        (Subject(SubjectKind.ENTITY, entity.id), "name.zh"),
    ]


def test_an_entity_without_a_name_in_a_language_is_a_gap_on_the_badge_and_a_finding(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CANADA[1:2])
    entity = dialogue.tables.Entity.get(dialogue.tables.Entity.code == "CA-PS")
    change_entity(dialogue, entity.id, {"name": Label(en="Public Safety Canada", zh="加拿大公共安全部")})
    document = printed(dialogue, meeting, badge_options)
    assert sentences(document) == [
        (
            "entity-name-missing",
            Severity.WARNS,
            "Public Safety Canada has no French name; the paper shows a gap.",
        )
    ]
    assert "Sécurité" not in text_of(document.pdf)


def test_a_position_missing_in_a_language_is_a_finding_where_positions_print(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CANADA[7:])
    larger = replace(badge_options, stock="5392")
    assert sentences(printed(dialogue, meeting, larger)) == []
    assert sentences(printed(dialogue, meeting, replace(larger, positions=True))) == [
        (
            "position-missing",
            Severity.WARNS,
            "Renée ARSENAULT has no French position; the paper shows a gap.",
        )
    ]


def test_a_name_that_does_not_fit_even_small_blocks_and_is_cut_inside_the_label(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, ({**CANADA[1], "printed_name": "Bartholomew " * 24},))
    document = printed(dialogue, meeting, replace(badge_options, hold_back=False))
    assert ("name-too-long", Severity.BLOCKS) in [each[:2] for each in sentences(document)]
    assert max(glyph.right for glyph in glyphs(document.pdf)) < 97.5


def test_offices_too_long_for_the_label_warn(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    crowded = {**CANADA[3], "position": Label.same("Senior Assistant Deputy Minister of the North " * 6)}
    add_people(dialogue, meeting, (crowded,))
    document = printed(dialogue, meeting, replace(badge_options, positions=True))
    assert ("office-too-long", Severity.WARNS) in [each[:2] for each in sentences(document)]


def test_an_unchanged_badge_is_laid_out_once(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    people = add_people(dialogue, meeting, many(20))
    typesetter = Typesetter()
    before = composed(dialogue, meeting, badge_options, typesetter)
    change_people(dialogue, [people[5]], {"honorific": MS, "family": "Nouveau"})
    after = composed(dialogue, meeting, badge_options, typesetter)

    def blocks(document: Composition) -> list[object]:
        return [placed.block for page in document.pages for placed in page.blocks]

    same = [old is new for old, new in zip(blocks(before), blocks(after), strict=True)]
    assert same.count(False) == 1


def test_the_host_decides_what_is_suggested(dialogue: Workspace, meeting: int) -> None:
    options = suggest_badges(dialogue.tables, meeting, date(2027, 1, 1))
    assert options == BadgeOptions(languages=(EN, FR, ZH), copy_for="CA", stock="5395")


def test_those_who_do_not_come_get_no_badge(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    people = add_people(dialogue, meeting, CANADA[:3])
    row: Participation = dialogue.tables.Participation.get(dialogue.tables.Participation.person == people[1])
    change_participations(dialogue, [row.id], {"status": ParticipationStatus.DECLINED})
    placements = printed(dialogue, meeting, badge_options).placements
    assert [each.person for each in placements] == [people[0], people[2]]


def test_badges_carry_the_meeting_and_its_dates_in_each_language(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CHINA[:1])
    for sheet in stocks():
        text = text_of(printed(dialogue, meeting, replace(badge_options, stock=sheet.id)).pdf)
        for said in (
            "Canada-China High-Level Dialogue on National Security and the Rule of Law",
            "Dialogue de haut niveau Canada-Chine sur la sécurité nationale et la primauté du droit",
            "加中高级别国家安全与法治对话",
            "Ottawa, June 12–14, 2027",
            "Ottawa, du 12 au 14 juin 2027",
            "2027年6月12日至14日\u3000渥太华",
        ):
            assert said in text


@pytest.mark.parametrize("sheet", [each for each in stocks() if each.per_sheet > 1], ids=lambda each: each.id)
def test_the_first_name_stands_on_the_same_line_of_every_badge_of_a_stock(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, typesetter: Typesetter, sheet: Stock
) -> None:
    add_people(dialogue, meeting, (*CANADA, *CHINA[:2]))
    options = replace(badge_options, stock=sheet.id)
    document = composed(dialogue, meeting, options, typesetter)
    names = [
        next(item.y for item in block.items if isinstance(item, Text) and item.colour == INK)
        for block, _ in badges_of(document)
    ]
    assert len(names) == 10
    assert max(names) - min(names) < 0.1


def test_a_name_below_the_floor_of_its_layout_is_a_finding_that_names_the_person(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    long = {**CANADA[1], "printed_name": "Wolfeschlegelsteinhausenbergerdorff HUBERTZEPHANIAHSON"}
    (person,) = add_people(dialogue, meeting, (long,))
    document = printed(dialogue, meeting, badge_options)
    finding = next(each for each in document.findings if each.code == "name-small")
    assert finding.severity is Severity.WARNS
    assert finding.subject == Subject(SubjectKind.PERSON, person)
    assert "below 11.0 points" in catalog(EN).say(finding.message)
    assert document.held_back == ()


def test_a_long_name_wraps_before_it_shrinks_and_no_part_of_it_breaks(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions, typesetter: Typesetter
) -> None:
    add_people(dialogue, meeting, CANADA[4:5])
    document = composed(dialogue, meeting, replace(badge_options, stock="A4-A7"), typesetter)
    lines = [item.text for page in document.pages for each in page.blocks for item in each.block.items
             if isinstance(item, Text) and item.size > 15]  # fmt: skip
    assert lines == ["Bożena", "ŁUKASIEWICZ-ĆWIK"]


def test_no_name_runs_into_the_code(dialogue: Workspace, meeting: int, badge_options: BadgeOptions) -> None:
    people = add_people(dialogue, meeting, (*CANADA, *CHINA))
    for sheet in stocks():
        document = composed(dialogue, meeting, replace(badge_options, stock=sheet.id), Typesetter())
        assert len(badges_of(document)) == len(people)
        for block, code in badges_of(document):
            for item in block.items:
                if isinstance(item, Text) and reach(item) > code.x:
                    assert item.y < code.y or item.y - item.size > code.y + code.side


def test_one_name_that_cannot_be_printed_holds_back_one_badge(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    people = add_people(dialogue, meeting, CHINA[:4])
    change_people(dialogue, [people[1]], {"name_zh": "王\ue863"})
    document = printed(dialogue, meeting, badge_options)
    assert [(each.person, each.name.zh) for each in document.held_back] == [(people[1], "王\ue863")]
    assert not document.is_blocked
    assert [each.person for each in document.placements] == [people[0], *people[2:]]
    assert "WANG Fang" not in text_of(document.pdf)
    everybody = printed(dialogue, meeting, replace(badge_options, hold_back=False))
    assert (everybody.held_back, everybody.is_blocked) == ((), True)
    assert [each.person for each in everybody.placements] == people
