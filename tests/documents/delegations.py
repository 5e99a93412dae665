"""Two invented delegations with every oddity of names that paper has to cope with, and large ones."""

from datetime import date
from functools import cache

from alternat.actions.meetings import add_meeting, change_meeting
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.language.vocabulary import honorific
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender, NameOrder
from alternat.storage.workspace import Workspace

Person = dict[str, object]
MS, MR = honorific("ms"), honorific("mister")


def _person(
    side: str,
    order: NameOrder,
    names: tuple[str, str, str],
    role: Role,
    position: Label,
    entity: str,
    more: Person,
) -> Person:
    family, given, name_zh = names
    return {
        "side": side,
        "family": family,
        "given": given,
        "name_zh": name_zh,
        "role": role,
        "position": position,
        "entity": entity,
        "name_order": order,
        "honorific": MR,
        "gender": Gender.MASCULINE,
        **more,
    }


def _canadian(
    family: str, given: str, name_zh: str, role: Role, position: Label, entity: str, **more: object
) -> Person:
    return _person("CA", NameOrder.GIVEN_FIRST, (family, given, name_zh), role, position, entity, more)


def _chinese(
    family: str, given: str, name_zh: str, role: Role, position: Label, entity: str, **more: object
) -> Person:
    return _person("CN", NameOrder.FAMILY_FIRST, (family, given, name_zh), role, position, entity, more)


WOMAN: Person = {"honorific": MS, "gender": Gender.FEMININE}

CANADA: tuple[Person, ...] = (
    _canadian(
        "Côté", "Élise", "爱丽丝·科泰", Role.HEAD,
        Label("National Security and Intelligence Advisor to the Prime Minister",
              "Conseillère à la sécurité nationale et au renseignement auprès du premier ministre",
              "总理国家安全与情报顾问"), "", **WOMAN),
    _canadian(
        "Whitcombe", "Alistair", "阿利斯泰尔·惠特科姆", Role.DEPUTY_HEAD,
        Label("Deputy Minister", "Sous-ministre", "副部长"), "CA-PS"),
    _canadian(
        "Rochefoucauld-Montmorency", "Jean-François", "让-弗朗索瓦·德拉罗什富科-蒙莫朗西", Role.MEMBER,
        Label("Senior Assistant Deputy Minister, National and Cyber Security Branch, and Chief Negotiator",
              "Sous-ministre adjoint principal, Secteur de la sécurité et de la cybersécurité nationale, "
              "et négociateur en chef",
              "国家安全与网络安全司高级助理副部长兼首席谈判代表"), "CA-PS",
        printed_name="Jean-François de la ROCHEFOUCAULD-MONTMORENCY"),
    _canadian(
        "Wong", "Samantha Mei-Ling", "黄美玲", Role.DESIGNATED_OFFICER,
        Label("Director General", "Directrice générale", "司长"), "CA-GAC", stands_for=1, **WOMAN),
    _canadian(
        "Łukasiewicz-Ćwik", "Bożena", "", Role.ADVISER,
        Label("Counsel", "Avocate-conseil", "法律顾问"), "CA-JUS", **WOMAN),
    _canadian("Okafor", "Chidi", "奇迪·奥卡福", Role.INTERPRETER,
              Label("Interpreter", "Interprète", "译员"), "CA-GAC"),
    _canadian("Tremblay", "Maxime", "马克西姆·特朗布莱", Role.SECURITY,
              Label("Sergeant", "Sergent", "警长"), "CA-RCMP"),
    _canadian("Arsenault", "Renée", "勒妮·阿瑟诺", Role.OBSERVER,
              Label(en="Analyst", zh="分析员"), "CA-CBSA", **WOMAN),
)  # fmt: skip

CHINA: tuple[Person, ...] = (
    _chinese("Yang", "Weimin", "杨为民", Role.HEAD,
             Label("Secretary General", "Secrétaire général", "秘书长"), ""),
    _chinese("Wang", "Fang", "王芳", Role.DEPUTY_HEAD,
             Label("Vice-Minister", "Vice-ministre", "副部长"), "CN-MPS", **WOMAN),
    _chinese("", "Maimaiti Aili Abudureyimu Tuerxun", "买买提·艾力·阿不都热依木·吐尔逊", Role.MEMBER,
             Label("Deputy Director-General, Department of North American and Oceanian Affairs",
                   "Directeur général adjoint, Département des affaires nord-américaines et océaniennes",
                   "北美大洋洲司副司长"), "CN-MFA"),
    _chinese("Ouyang", "Wen", "欧阳文", Role.MEMBER,
             Label("Director", "Directrice", "处长"), "CN-MOJ", **WOMAN),
    _chinese("", "", "单晓明", Role.ADVISER, Label(zh="参赞"), "CN-MFA"),
    _chinese("Zhang", "Wei", "张伟", Role.NOTE_TAKER,
             Label("Third Secretary", "Troisième secrétaire", "三等秘书"), "CN-MFA"),
    _chinese("Zhang", "Wei", "张伟", Role.SUPPORT, Label("Driver", "Chauffeur", "司机"), "CN-MPS"),
)  # fmt: skip


def add_meeting_of_2027(workspace: Workspace) -> int:
    """Add the third meeting, of 12 to 14 June 2027 in Ottawa, and return its id."""
    changes = add_meeting(workspace, year=2027, host="CA", starts=date(2027, 6, 12), ends=date(2027, 6, 14))
    meeting = changes.inserted("meeting")[0]
    change_meeting(workspace, meeting, {"number": 3, "city": Label("Ottawa", "Ottawa", "渥太华")})
    return meeting


def add_people(workspace: Workspace, meeting: int, people: tuple[Person, ...]) -> list[int]:
    """Add people with their parts in the meeting, without the checks of the verbs, and return their ids."""
    tables = workspace.tables
    sides = {row.code: row.id for row in tables.Side.select()}
    entities = {row.code: row.id for row in tables.Entity.select()}
    parts = ("role", "stands_for", "token", "serial")
    with workspace.change(message("Add people")) as change:
        ids = list(
            change.insert(
                tables.Person,
                [
                    {
                        **{name: value for name, value in person.items() if name not in parts},
                        "side": sides[str(person["side"])],
                        "entity": entities.get(str(person["entity"])),
                    }
                    for person in people
                ],
            )
        )
        change.insert(
            tables.Participation,
            [
                {
                    "meeting": meeting,
                    "person": key,
                    "role": person["role"],
                    "place": number,
                    "stands_for": ids[0] if person.get("stands_for") else None,
                    "serial": key,
                    "token": person.get("token", token(key)),
                }
                for number, (key, person) in enumerate(zip(ids, people, strict=True), start=1)
            ],
        )
    return ids


def token(key: int) -> str:
    """Return a token that looks random and is always the same for a key."""
    return f"{key * 2654435761 % 2**32:08x}{key * 40503 % 2**16:04x}c0ffee0b5e"


def add_both(workspace: Workspace, meeting: int) -> list[int]:
    """Add both delegations and return the ids of their people."""
    return add_people(workspace, meeting, CANADA) + add_people(workspace, meeting, CHINA)


_FAMILIES = (
    "Arnault", "Bélair", "Cormier", "Desrosiers", "Ellery", "Fortin",
    "Gagnier", "Hartwell", "Ives", "Jutras", "Kowalczyk", "Lévesque",
)  # fmt: skip
_GIVEN = (
    "Léa", "Noé", "Zoé", "Théo", "Inès", "Hugo", "Jade", "Axel",
    "Rose", "Owen", "Maëlle", "Élie", "Nadia", "Félix", "Iris", "Émile",
)  # fmt: skip
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
_SIGNS = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志新文春梅海燕红宁晨曦佳慧"
_POSITIONS = (
    Label(
        "Director General, Strategic Policy", "Directrice générale, Politiques stratégiques", "战略政策司司长"
    ),
    Label("Deputy Director", "Directeur adjoint", "副处长"),
    Label("Senior Policy Analyst", "Analyste principal des politiques", "高级政策分析员"),
    Label("Counsellor", "Conseiller", "参赞"),
)


@cache
def many(count: int) -> tuple[Person, ...]:
    """Return that many invented people of both sides with different names."""
    entities = {
        "CA": ("CA-PS", "CA-GAC", "CA-RCMP", "CA-CSIS"),
        "CN": ("CN-MPS", "CN-MFA", "CN-MSS", "CN-MOJ"),
    }
    people = []
    for n in range(count):
        side = "CA" if n % 2 else "CN"
        make = _canadian if side == "CA" else _chinese
        chinese = _SURNAMES[n % 30] + _SIGNS[n * 7 % 41] + (_SIGNS[n * 11 % 43 % 41] if n % 3 else "")
        people.append(
            make(
                _FAMILIES[n % 12] + (f"-{_FAMILIES[n // 12 % 12]}" if n % 5 == 0 else ""),
                f"{_GIVEN[n // 12 % 16]} {_GIVEN[n // 192 % 16]}",
                chinese,
                Role.MEMBER,
                _POSITIONS[n % 4],
                entities[side][n // 2 % 4],
            )
        )
    return tuple(people)
