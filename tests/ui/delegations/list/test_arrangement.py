from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.arrangement import Filter, Sorting, arranged
from alternat.ui.delegations.list.columns import COLUMNS, missing_languages, search_texts
from alternat.ui.parts.tables.searching import Query, searchable
from tests.ui.delegations.list.delegates_made import made

COLUMN = {column.id: column for column in COLUMNS}
PEOPLE = [
    made(1, family="Côté", role=Role.HEAD),
    made(2, family="Coté", status=ParticipationStatus.DECLINED),
    made(3, family="Cote", entity=4, entity_number=2, entity_acronym=Label("GAC", "AMC", "加外部")),
    made(4, family="Wang", given="Fang", name_zh="王芳", side="CN", side_number=2, position=Label(zh="司长")),
]


def shown(wanted: Filter, sorting: Sorting | None = None, language: Language = Language.EN) -> list[int]:
    def searched(delegate: Delegate) -> str:
        return searchable(search_texts(delegate))

    return [each.person for each in arranged(PEOPLE, wanted, sorting, searched, catalog(language))]


def test_without_a_filter_everybody_stands_in_precedence() -> None:
    assert shown(Filter()) == [1, 2, 3, 4]


def test_filters_combine() -> None:
    assert shown(Filter(side="CA")) == [1, 2, 3]
    assert shown(Filter(roles=frozenset({Role.HEAD}))) == [1]
    assert shown(Filter(statuses=frozenset({ParticipationStatus.DECLINED}))) == [2]
    assert shown(Filter(side="CA", query=Query.of("cote"))) == [1, 2, 3]
    assert shown(Filter(side="CA", query=Query.of("王"))) == []


def test_people_are_found_by_acronym_role_and_office_in_any_language() -> None:
    assert shown(Filter(query=Query.of("amc"))) == [3]
    assert shown(Filter(query=Query.of("chef"))) == [1]
    assert shown(Filter(query=Query.of("团长"))) == [1]
    assert shown(Filter(query=Query.of("#4"))) == [4]


def test_names_sort_by_the_screen_language() -> None:
    by_name = Sorting(COLUMN["name"])
    side = Filter(side="CA")
    assert shown(side, by_name, Language.EN) == [3, 2, 1]
    assert shown(side, Sorting(COLUMN["name"], descending=True), Language.EN) == [1, 2, 3]


def test_equals_stay_in_precedence_in_both_directions() -> None:
    assert shown(Filter(side="CA"), Sorting(COLUMN["status"])) == [1, 3, 2]
    assert shown(Filter(side="CA"), Sorting(COLUMN["status"], descending=True)) == [2, 1, 3]


def test_a_typed_sort_key_decides() -> None:
    people = [made(1, family="Zed"), made(2, family="de la Fontaine", sort_key="Zzz")]
    order = arranged(people, Filter(), Sorting(COLUMN["name"]), lambda _: "", catalog(Language.EN))
    assert [each.person for each in order] == [1, 2]


def test_missing_languages_are_those_of_the_position_and_of_the_names() -> None:
    assert missing_languages(PEOPLE[3]) == (Language.EN, Language.FR)
    assert missing_languages(PEOPLE[0]) == (Language.ZH,)
    assert missing_languages(made(1, name_zh="王芳")) == ()
    assert missing_languages(made(1, family="", given="", name_zh="王芳")) == (Language.EN, Language.FR)
