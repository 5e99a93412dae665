"""Everybody whom a cell names is read; what names nobody is told."""

import pytest

from alternat.exchange.events.newcomers import names_apart
from alternat.exchange.events.parties import PartyReader
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan, read_programme
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate

CANADA, CHINA = PartyPlan(PartyKind.SIDE, "CA"), PartyPlan(PartyKind.SIDE, "CN")
EVERYONE = PartyPlan(PartyKind.EVERYONE)


@pytest.fixture
def people(dialogue: Workspace) -> dict[str, PartyPlan]:
    meeting = add_ottawa_2027(dialogue)
    ids = {
        "rosalie": add_delegate(
            dialogue, meeting, family="de la Durantaye", given="Rosalie", name_zh="罗莎莉"
        ),
        "john": add_delegate(dialogue, meeting, family="Sample", given="John", name_zh="约翰"),
        "heping": add_delegate(dialogue, meeting, side="CN", family="Wang", given="Heping", name_zh="王和平"),
        "fang": add_delegate(dialogue, meeting, side="CN", family="Li", given="Fang", name_zh="李芳"),
        "fang2": add_delegate(dialogue, meeting, side="CN", family="Li", given="Fang", name_zh="李芳"),
    }
    return {name: PartyPlan(PartyKind.PERSON, str(key)) for name, key in ids.items()}


@pytest.fixture
def reader(dialogue: Workspace, people: dict[str, PartyPlan]) -> PartyReader:
    assert people
    meeting = dialogue.tables.Participation.get().meeting_id
    return PartyReader(dialogue.tables, read_programme(dialogue.tables, meeting))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("China; Rosalie de la Durantaye", ["CN", "rosalie"]),
        ("Canada and China", ["CA", "CN"]),
        ("le Canada et la Chine", ["CA", "CN"]),
        ("加拿大和中国", ["CA", "CN"]),
        ("Canada / Chine", ["CA", "CN"]),
        ("Canada / Canada / 加拿大", ["CA"]),
        ("SAMPLE, John", ["john"]),
        ("SAMPLE, John, DE LA DURANTAYE, Rosalie", ["john", "rosalie"]),
        ("John Sample, Rosalie de la Durantaye et WANG Heping", ["john", "rosalie", "heping"]),
        ("王和平、罗莎莉", ["heping", "rosalie"]),
        ("王和平和罗莎莉", ["heping", "rosalie"]),
        ("王和平先生、约翰先生", ["heping", "john"]),
        ("Mr. John Sample & Ms. Rosalie de la Durantaye", ["john", "rosalie"]),
        ("Mr. John Sample (Canada)\nWang Heping", ["john", "heping"]),
        ("双方", ["everyone"]),
        ("Both delegations", ["everyone"]),
        ("tous les participants", ["everyone"]),
    ],
)
def test_every_name_in_a_cell_is_read(
    reader: PartyReader, people: dict[str, PartyPlan], cell: str, names: list[str]
) -> None:
    known = {**people, "CA": CANADA, "CN": CHINA, "everyone": EVERYONE}
    attendance = reader.read(cell)
    assert (attendance.unknown, attendance.ambiguous) == ((), ())
    assert attendance.parties == tuple(known[name] for name in names)


@pytest.mark.parametrize(
    "cell", ["everyone; -John Sample", "all except John Sample", "tous sauf John Sample"]
)
def test_an_exception_is_one(reader: PartyReader, people: dict[str, PartyPlan], cell: str) -> None:
    excepted = PartyPlan(PartyKind.PERSON, people["john"].key, is_exception=True)
    assert reader.read(cell).parties == (EVERYONE, excepted)


@pytest.mark.parametrize(
    ("cell", "unknown"),
    [
        ("China; Doe, Jane", ("Doe, Jane",)),
        ("Jane Doe and John Sample", ("Jane Doe",)),
        ("Sam Nobody, China, Ann Nobody", ("Sam Nobody", "Ann Nobody")),
        ("王不认识、中国", ("王不认识",)),
        ("John Sample (China)", ("John Sample (China)",)),
    ],
)
def test_what_names_nobody_is_told(reader: PartyReader, cell: str, unknown: tuple[str, ...]) -> None:
    assert reader.read(cell).unknown == unknown


def test_a_name_of_two_people_means_the_one_who_is_there(
    reader: PartyReader, people: dict[str, PartyPlan]
) -> None:
    assert reader.read("LI Fang").ambiguous == ("LI Fang",)
    assert reader.read("LI Fang", [people["fang2"]]).parties == (people["fang2"],)
    both = [people["fang"], people["fang2"]]
    assert set(reader.read("LI Fang; LI Fang", both).parties) == set(both)
    assert reader.read("LI Fang", both).ambiguous == ("LI Fang",)


def test_a_name_in_several_languages_is_one_party(reader: PartyReader, people: dict[str, PartyPlan]) -> None:
    cell = "Canada / 加拿大; Heping WANG / 王和平；− LI Fang / 李芳"
    assert reader.read(cell).parties == (CANADA, people["heping"])
    assert reader.read(cell).ambiguous == ("LI Fang / 李芳",)
    assert reader.read("Canada / Chine").parties == (CANADA, CHINA)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Doe, Jane", ("Doe, Jane",)),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("王芳，李娜", ("王芳", "李娜")),
        ("王芳、李娜", ("王芳", "李娜")),
        ("Doe, Jane / Roe, John", ("Doe, Jane", "Roe, John")),
        ("Smith & Sons", ("Smith & Sons",)),
    ],
)
def test_unknown_names_are_told_apart_where_a_list_cuts(words: str, names: tuple[str, ...]) -> None:
    assert names_apart(words) == names
