import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from alternat.actions.delegations import change_participations
from alternat.actions.people import change_people, set_photo
from alternat.actions.terms import change_entity, change_side
from alternat.documents.badges import BadgeOptions, compose_badges, gather_badges, suggest_badges
from alternat.documents.drawing import Composition, Picture, Placement
from alternat.documents.gathering import NotOfThisDialogue
from alternat.documents.kinds import BADGES
from alternat.documents.press import Printed, produce
from alternat.documents.stocks import StartBeyondSheet, Stock, stocks
from alternat.documents.typesetting import Typesetter
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.models.delegations import Participation, ParticipationStatus
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
    ours = text_of(printed(dialogue, meeting, badge_options).pdf).splitlines()
    in_their_order = replace(badge_options, copy_for="CN", languages=(ZH, EN, FR))
    theirs = text_of(printed(dialogue, meeting, in_their_order).pdf).splitlines()
    assert ours[1:3] == ["WANG Fang", "王芳"]
    assert theirs[1:3] == ["王芳", "WANG Fang"]


def test_a_name_in_one_script_stands_alone_and_large(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CHINA[4:5])
    text = text_of(printed(dialogue, meeting, badge_options).pdf)
    assert text.splitlines()[1:3] == ["单晓明", "Adviser  ·  Conseiller  ·  顾问"]


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
    assert sentences(printed(dialogue, meeting, badge_options)) == []
    assert sentences(printed(dialogue, meeting, replace(badge_options, positions=True))) == [
        (
            "position-missing",
            Severity.WARNS,
            "Renée ARSENAULT has no French position; the paper shows a gap.",
        )
    ]


def test_a_name_that_does_not_fit_even_small_blocks_and_is_cut_inside_the_label(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, ({**CANADA[1], "printed_name": "Bartholomew " * 12},))
    document = printed(dialogue, meeting, badge_options)
    assert [(code, severity) for code, severity, _ in sentences(document)] == [
        ("name-too-long", Severity.BLOCKS)
    ]
    assert max(glyph.right for glyph in glyphs(document.pdf)) < 97.5


def test_offices_too_long_for_the_label_warn(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_people(dialogue, meeting, CANADA[2:3])
    document = printed(dialogue, meeting, replace(badge_options, positions=True))
    assert [(code, severity) for code, severity, _ in sentences(document)] == [
        ("office-too-long", Severity.WARNS)
    ]


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
