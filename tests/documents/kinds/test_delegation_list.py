from dataclasses import replace
from datetime import date

import pytest

from alternat.actions.people import change_contact, change_people
from alternat.documents.contents.delegates import Grouping, NamedPerson, printed_name
from alternat.documents.kinds.badges.document import BADGES, BadgeOptions
from alternat.documents.kinds.delegation_list.document import (
    DELEGATION_LIST,
    DelegationListOptions,
    suggest_delegation_list,
)
from alternat.documents.press.fonts import Weight
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Printed, produce
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.models.people import Contact
from alternat.nouns.paper import Paper
from alternat.planning.findings import Severity, Subject, SubjectKind
from alternat.storage.workspace import Workspace
from tests.documents.delegations import CANADA, CHINA, add_both, add_people, many
from tests.documents.reading import glyphs, same_as_snapshot, text_of

EN, FR, ZH = Language


def printed(workspace: Workspace, meeting: int, options: DelegationListOptions) -> Printed:
    return produce(DELEGATION_LIST, workspace.tables, meeting, options)


def lines(document: Printed) -> list[str]:
    return text_of(document.pdf).splitlines()


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("list-three-languages", {}),
        ("list-copy-for-china", {"copy_for": "CN", "languages": (ZH, EN, FR)}),
        ("list-english", {"languages": (EN,)}),
        ("list-french", {"languages": (FR,), "sides": ("CA",), "paper": Paper.LETTER}),
        ("list-chinese", {"languages": (ZH,), "copy_for": "CN"}),
        ("list-french-english-by-entity", {"languages": (FR, EN), "grouping": Grouping.ENTITY}),
    ],
)
def test_the_list_reads_as_its_snapshot(
    dialogue: Workspace,
    meeting: int,
    list_options: DelegationListOptions,
    name: str,
    changes: dict[str, object],
) -> None:
    add_both(dialogue, meeting)
    options = replace(list_options, **changes)  # type: ignore[arg-type] # a table of changes has one type
    assert same_as_snapshot(name, text_of(printed(dialogue, meeting, options).pdf))


def test_the_side_whose_copy_it_is_comes_first_with_its_language_and_its_order_of_countries(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_both(dialogue, meeting)
    ours = lines(printed(dialogue, meeting, list_options))
    theirs = lines(printed(dialogue, meeting, replace(list_options, copy_for="CN", languages=(ZH, EN, FR))))
    assert ours[0] == "Third Canada-China High-Level Dialogue"
    assert theirs[0] == "第三次中加高级别国家安全与法治对话"
    canadian, chinese = "6 Mr.\u00a0Chidi OKAFOR", "1 Mr.\u00a0YANG Weimin"
    assert ours.index(canadian) < ours.index(chinese)
    assert theirs.index(chinese[2:]) < theirs.index(canadian[2:])


def test_an_empty_delegation_says_so_in_each_language(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, CHINA)
    text = text_of(printed(dialogue, meeting, list_options).pdf)
    assert "No participants have been entered for this delegation yet." in text
    assert "Aucun participant n’a encore été inscrit pour cette délégation." in text
    assert "该代表团尚未录入与会人员。" in text


@pytest.mark.parametrize("languages", [(EN,), (EN, FR), (EN, FR, ZH)])
@pytest.mark.parametrize("paper", Paper)
def test_long_lists_repeat_their_headings_and_split_no_row(
    dialogue: Workspace,
    meeting: int,
    list_options: DelegationListOptions,
    paper: Paper,
    languages: tuple[Language, ...],
) -> None:
    add_people(dialogue, meeting, many(60))
    document = printed(dialogue, meeting, replace(list_options, paper=paper, languages=languages))
    assert len({each.person for each in document.placements}) == len(document.placements) == 60
    pages = text_of(document.pdf).split("\n----\n")
    assert document.page_count == len(pages) >= 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert ("continued" in page) or ("Delegation of" in page)
        head = "Entity" if len(languages) == 1 else "Name, position, entity"
        assert head in page


@pytest.mark.parametrize("paper", Paper)
def test_everything_stays_inside_the_margins_and_every_row_inside_its_strip(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions, paper: Paper
) -> None:
    add_both(dialogue, meeting)
    document = printed(dialogue, meeting, replace(list_options, paper=paper))
    width, height = paper.size_mm
    for page in range(document.page_count):
        for glyph in glyphs(document.pdf, page):
            assert (width - 174) / 2 - 0.5 <= glyph.left
            assert glyph.right <= (width + 174) / 2 + 0.5
            assert glyph.top >= 17
            assert glyph.bottom <= height - 13


def test_rows_break_their_lines_the_same_way_on_both_papers(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_both(dialogue, meeting)
    documents = [printed(dialogue, meeting, replace(list_options, paper=paper)) for paper in Paper]
    heights = [[round(each.height, 6) for each in document.placements] for document in documents]
    assert heights[0] == heights[1]


def test_two_character_names_are_spaced_in_the_chinese_column_and_others_are_not(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, CHINA)
    text = text_of(printed(dialogue, meeting, replace(list_options, languages=(ZH,))).pdf)
    assert "王芳\u00a0女士" in text
    assert "欧阳文\u00a0女士" in text
    assert "买买提·艾力·阿不都热依木" in text


def test_a_two_character_name_takes_the_room_of_three_without_a_space_in_it(
    typesetter: Typesetter,
) -> None:
    named = NamedPerson("WANG Fang", "王芳", Label())
    assert typesetter.units(printed_name(named, ZH), Weight.BOLD) == typesetter.units("欧阳文", Weight.BOLD)


def test_a_mark_that_no_font_places_blocks_and_names_the_person(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, CANADA[:1])
    (person,) = [row.id for row in dialogue.tables.Person.select()]
    change_people(dialogue, [person], {"given": "X̱ai λ̓"})
    found = [
        each for each in printed(dialogue, meeting, list_options).findings if each.severity is Severity.BLOCKS
    ]
    assert [(each.code, each.subject) for each in found] == [
        ("mark-misplaced", Subject(SubjectKind.PERSON, person))
    ]
    assert "“λ̓” (U+03BB U+0313) of X̱ai λ̓ CÔTÉ" in str(catalog(EN).say(found[0].message))


def test_a_designated_officer_is_said_for_whom(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, CANADA)
    text = text_of(printed(dialogue, meeting, replace(list_options, languages=(EN,))).pdf)
    assert "Designated officer for Ms.\u00a0Élise CÔTÉ" in text


def test_a_name_missing_in_a_script_is_found_and_the_other_form_stands(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, (CHINA[4], CANADA[4]))
    document = printed(dialogue, meeting, list_options)
    said = {each.code: catalog(EN).say(each.message) for each in document.findings}
    assert said["latin-name-missing"] == "单晓明 has no name in Latin script; the list shows the Chinese one."
    assert said["chinese-name-missing"] == (
        "Bożena ŁUKASIEWICZ-ĆWIK has no name in Chinese script; the Chinese column shows the Latin one."
    )
    assert "Mr.\u00a0单晓明" in text_of(document.pdf)


def test_a_missing_position_is_a_visible_gap_never_another_language(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_people(dialogue, meeting, CANADA[7:])
    document = printed(dialogue, meeting, replace(list_options, languages=(FR,), sides=("CA",)))
    assert "[…]" in text_of(document.pdf)
    assert "Analyst" not in text_of(document.pdf)
    assert [(each.code, each.severity) for each in document.findings] == [
        ("position-missing", Severity.WARNS)
    ]


def test_a_text_too_long_for_its_column_is_cut_and_blocks(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    (person,) = add_people(dialogue, meeting, CANADA[:1])
    change_people(dialogue, [person], {"position": Label.same("Coordinator of coordination " * 40)})
    document = printed(dialogue, meeting, list_options)
    assert [(each.code, each.severity) for each in document.findings] == [
        ("row-too-long", Severity.BLOCKS),
        ("text-small", Severity.WARNS),
    ]
    assert document.placements[0].height < 60


def test_nothing_private_ever_prints(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions, badge_options: BadgeOptions
) -> None:
    fields = [name for name in Contact._meta.fields if name not in {"id", "version", "person"}]
    private = {name: f"PRIVATE-{name}-秘密" for name in fields} | {"email": "PRIVATE@example.org"}
    for person in add_both(dialogue, meeting):
        change_contact(dialogue, person, private)
    documents = (
        printed(dialogue, meeting, list_options),
        produce(BADGES, dialogue.tables, meeting, replace(badge_options, positions=True)),
    )
    for document in documents:
        text = text_of(document.pdf)
        for value in (*private.values(), "PRIVATE", "秘密"):
            assert value not in text
            assert value.encode() not in document.pdf
            assert value.encode("utf-16-be") not in document.pdf
            assert value not in repr(document.findings)


def test_the_foot_tells_revision_day_and_copy(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    foot = lines(printed(dialogue, meeting, list_options))[-3:]
    assert foot == [
        "List of delegations  ·  Revision 3  ·  June 2, 2027  ·  Copy for Canada Page 1 of 1",
        "Liste des délégations  ·  Révision 3  ·  2 juin 2027  ·  Exemplaire du Canada Page 1 sur 1",
        "代表团名单\u3000第3版\u30002027年6月2日\u3000加方文本 第1页，共1页",
    ]


def test_the_host_decides_what_is_suggested(dialogue: Workspace, meeting: int) -> None:
    options = suggest_delegation_list(dialogue.tables, meeting, date(2027, 6, 2))
    assert options == DelegationListOptions((EN, FR, ZH), "CA", Paper.LETTER, 1, date(2027, 6, 2))
