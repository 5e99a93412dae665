"""Two people in one cell, words instead of names, and what is written around a name."""

import pytest

from alternat.exchange.people.beside import RemarkKind, texts_of
from alternat.exchange.people.names import split_name
from alternat.exchange.people.several import halves_name_several, names_several
from alternat.exchange.people.strays import is_nobody, is_role_word


@pytest.mark.parametrize(
    "text",
    [
        *(
            "John Grey / Mary White",
            "John Grey; Mary White",
            "John Grey and Mary White",
            "GREY, John; WHITE, Mary",
        ),
        *("张伟、李娜", "张伟/李娜", "张伟和李娜", "张伟 李娜", "张伟夫妇", "张伟及夫人"),
        *("Ruth Bell & spouse", "Dr. & Mrs. Paul Grey", "Jean Roy et Anne Côté", "M. et Mme Paul Roy"),
        *("John Grey\nMary White", "张伟\n李娜", "张伟等3人", "张伟等三人", "John Grey and 2 others"),
        *("Jean Roy et deux autres", "Jean Roy et 3 autres"),
        *("John Grey, Mary White", "John Grey - Mary White", "ZHANG Wei / LI Na", "John & Mary White"),
    ],
)
def test_two_names_in_one_cell_are_two_people(text: str) -> None:
    assert names_several(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "BAI Nuo / 白诺",
            "SAMPLE, John",
            "白 文诺",
            "欧阳 文诺",
            "外交部 白文诺",
            "张和平",
            "白诺 BAI Nuo",
        ),
        *("Zoé Ives / IVES Zoé", "Zoé Ives, Director of Trade and Investment", "Zoé Ives (she/her)"),
        *(
            "Zoé Ives / Director General",
            "Zoé Ives, P.C., M.P.",
            "Ives-Roy, Zoé",
            "Zoé Ives / Global Affairs",
        ),
        *("LECLERC, Anne (elle) - remplace M. Roy", "佐伊·艾夫斯", "Zoé Ives (and spouse)"),
    ],
)
def test_one_person_is_one(text: str) -> None:
    assert not names_several(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Ditto",
            "+1 guest",
            "Security detail x 4",
            "同上",
            "略",
            "某某某",
            "司机1名",
            "随行记者2人",
            "3 drivers",
        )
    ],
)
def test_words_instead_of_a_name_are_nobody(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize("text", ["14 Zoé Ives", "Zoé Ives", "白文诺", "马云 等3人"])
def test_a_name_is_somebody(text: str) -> None:
    assert not is_nobody(text)


@pytest.mark.parametrize("text", ["Interpreter (name to be provided by embassy)", "Chef de délégation :"])
def test_a_role_is_no_person(text: str) -> None:
    assert is_role_word(text)


@pytest.mark.parametrize(
    ("text", "family", "given", "note"),
    [
        ("CANCELLED Ray Black", "Black", "Ray", "CANCELLED"),
        ("Ray Black - CANCELLED", "Black", "Ray", "CANCELLED"),
        ("Mx. Robin Vale – vegetarian", "Vale", "Robin", "vegetarian"),
        ("Nia Rush – alternate", "Rush", "Nia", "alternate"),
        ("Tom Ford 613-555-1234", "Ford", "Tom", "613-555-1234"),
        ("Ray Blue arriving June 14", "Blue", "Ray", "arriving June 14"),
        ("LECLERC, Anne - remplace M. Roy", "Leclerc", "Anne", "remplace M. Roy"),
        ("Chair: Zoé Ives", "Ives", "Zoé", "Chair"),
    ],
)
def test_what_is_around_a_name_is_told(text: str, family: str, given: str, note: str) -> None:
    found = split_name(text, family_first=False)
    assert (found.family, found.given) == (family, given)
    assert note in texts_of(found.remarks, RemarkKind.NOTE)


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("马云 等3人", "马云", "等3人"),
        ("徐峥等", "徐峥", "等"),
        ("团长：黄渤", "黄渤", "团长"),
        ("外交部副部长马朝阳", "马朝阳", "外交部副部长"),
        ("陈局长", "陈", "局长"),
        ("何主任（带队）", "何", "主任"),
        ("高兴民 13800138000", "高兴民", "13800138000"),
        ("白文诺（取消）", "白文诺", "取消"),
        ("白文诺 取消", "白文诺", "取消"),
    ],
)
def test_what_is_around_a_chinese_name_is_told(text: str, name: str, note: str) -> None:
    found = split_name(text, family_first=True)
    assert (found.family, found.given, found.name_zh) == ("", "", name)
    assert note in texts_of(found.remarks, RemarkKind.NOTE)


@pytest.mark.parametrize(
    "text", ["Zhang Wei\n张伟", "GREY\nJohn", "John Grey\nDirector", "John Grey\nJohn GREY"]
)
def test_two_lines_may_be_one_person(text: str) -> None:
    assert not names_several(text)


@pytest.mark.parametrize(
    ("text", "name", "remark"),
    [
        ("韩信（原名：韩重言）", "韩信", "原名：韩重言"),
        ("韩信(曾用名:韩重)", "韩信", "曾用名:韩重"),
        ("卫青-副团长", "卫青", "副团长"),
        ("卫青—副团长", "卫青", "副团长"),
    ],
)
def test_a_colon_in_brackets_and_a_dash_never_turn_a_chinese_name(text: str, name: str, remark: str) -> None:
    found = split_name(text, family_first=True)
    assert (found.name_zh, texts_of(found.remarks, RemarkKind.NOTE)) == (name, (remark,))


def test_a_colon_in_brackets_never_turns_a_latin_name() -> None:
    found = split_name("Ruth Bell (formerly: Ruth Grey)", family_first=False)
    assert (found.given, found.family) == ("Ruth", "Bell")
    assert texts_of(found.remarks, RemarkKind.NOTE) == ("formerly: Ruth Grey",)


def test_a_name_before_its_role_is_a_person() -> None:
    assert not is_role_word("Ruth Bell – Head of Delegation")
    assert is_role_word("Interpreter / Interprète")


@pytest.mark.parametrize("text", ["Drivers: 2", "Chauffeurs : 3", "司机：2"])
def test_a_number_of_people_is_nobody(text: str) -> None:
    assert is_nobody(text)


def test_letters_of_physicians_are_no_family_name() -> None:
    found = split_name("Dr Dora King MD FRCPC", family_first=False)
    assert (found.given, found.family, found.letters) == ("Dora", "King", "MD, FRCPC")


@pytest.mark.parametrize(
    ("family", "given", "several"),
    [
        ("Grey / White", "John / Mary", True),
        ("Grey\nWhite", "John\nMary", True),
        ("Grey", "John, Mary", True),
        ("王", "芳、伟", True),
        ("", "芳/伟", True),
        ("Grey", "John / Johnny", False),
        ("Grey-White", "Mary-Ann", False),
        ("Grey", "John, Dr.", False),
        ("王", "小芳", False),
        ("GREY", "John (Jack)", False),
    ],
)
def test_halves_of_names_may_name_two_people(family: str, given: str, several: object) -> None:
    assert halves_name_several(family, given) is several
