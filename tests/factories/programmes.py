"""A filled two-day programme for tests: two venues, four rooms, nine sessions, two interpreters."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from alternat.actions.interpretation import assign, set_pairs
from alternat.actions.programme import add_agenda_item, add_session, set_chair
from alternat.actions.venues import add_room, add_venue, set_way
from alternat.language.label import Label
from alternat.nouns.delegations import Role
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.programme import PartyPlan
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate, add_delegation

FIRST_DAY = date(2027, 6, 12)
SECOND_DAY = date(2027, 6, 13)
PRIVATE_NOTE = "Private: the ambassador’s driver waits at the side door"
"""The note of the bilateral meeting; no output may ever carry it."""

EVERYONE = (PartyPlan(PartyKind.EVERYONE),)


@dataclass(frozen=True, slots=True)
class FilledProgramme:
    """The ids of a filled programme's rows; rooms by code, sessions by a short name."""

    meeting: int
    canadians: list[int]
    chinese: list[int]
    interpreters: tuple[int, int]
    """One of each side, both for Chinese with English and French."""
    rooms: dict[str, int]
    sessions: dict[str, int]


def person(key: int, *, is_exception: bool = False) -> PartyPlan:
    """Return the line of attendance for one person."""
    return PartyPlan(PartyKind.PERSON, str(key), is_exception)


def people(*keys: int) -> tuple[PartyPlan, ...]:
    """Return the lines of attendance for some people."""
    return tuple(person(key) for key in keys)


def add_rooms(workspace: Workspace, meeting: int) -> dict[str, int]:
    """Add two venues, twenty minutes apart, with three rooms and one; return the rooms by code."""
    centre = _venue(workspace, meeting, Label("Conference Centre", "Centre de conférences", "会议中心"))
    embassy = _venue(workspace, meeting, Label("Embassy of China", "Ambassade de Chine", "中国大使馆"))
    set_way(workspace, centre, embassy, 20)
    rooms = {
        "A1": (centre, Label("Confederation Room", "Salle de la Confédération", "联邦厅"), 60, 2),
        "A2": (centre, Label("Rideau Room", "Salle Rideau", "丽都厅"), 24, 0),
        "A3": (centre, Label("Dining Room", "Salle à manger", "餐厅"), 60, 0),
        "B1": (embassy, Label("Reception Hall", "Salle de réception", "宴会厅"), 80, 0),
    }
    return {
        code: add_room(
            workspace, venue, {"code": code, "name": name, "capacity": capacity, "booths": booths}
        ).inserted("room")[0]
        for code, (venue, name, capacity, booths) in rooms.items()
    }


def at(
    workspace: Workspace,
    meeting: int,
    clock: str,
    minutes: int = 60,
    *,
    day: date = FIRST_DAY,
    kind: SessionKind = SessionKind.BILATERAL,
    title: Label | None = None,
    **options: Any,
) -> int:
    """Add one session at a time such as "09:30" and return its id."""
    start = time.fromisoformat(clock)
    changes = add_session(
        workspace, meeting, kind=kind, day=day, start=start, minutes=minutes, title=title, **options
    )
    return changes.inserted("session")[0]


def fill_programme(workspace: Workspace) -> FilledProgramme:
    """Fill the dialogue with the meeting of 12 and 13 June 2027 in Ottawa and a programme without a clash."""
    meeting = add_ottawa_2027(workspace)
    canadians = add_delegation(workspace, meeting, "CA", 6)
    chinese = add_delegation(workspace, meeting, "CN", 6)
    interpreters = _interpreters(workspace, meeting)
    rooms = add_rooms(workspace, meeting)
    sessions = {
        **_first_day(workspace, meeting, rooms, canadians, chinese),
        **_second_day(workspace, meeting, rooms, canadians, chinese),
    }
    filled = FilledProgramme(meeting, canadians, chinese, interpreters, rooms, sessions)
    for name in ("plenary", "closing"):
        _chair(workspace, filled, name)
    _write_agenda(workspace, filled)
    _assign(workspace, filled)
    return filled


def _venue(workspace: Workspace, meeting: int, name: Label) -> int:
    return add_venue(workspace, meeting, {"name": name, "address": "1 Example Street"}).inserted("venue")[0]


def _interpreters(workspace: Workspace, meeting: int) -> tuple[int, int]:
    ours = add_delegate(
        workspace, meeting, role=Role.INTERPRETER, family="Lachance", given="Maude", name_zh="马德"
    )
    theirs = add_delegate(
        workspace, meeting, side="CN", role=Role.INTERPRETER, family="Shan", given="Qiao", name_zh="单乔"
    )
    for interpreter in (ours, theirs):
        set_pairs(workspace, interpreter, [("en", "zh"), ("fr", "zh")])
    return ours, theirs


def _first_day(
    workspace: Workspace, meeting: int, rooms: dict[str, int], canadians: list[int], chinese: list[int]
) -> dict[str, int]:
    both = people(*canadians[1:3], *chinese[1:3])
    return {
        "plenary": at(
            workspace,
            meeting,
            "09:00",
            90,
            kind=SessionKind.PLENARY,
            title=Label("Opening plenary", "Séance plénière d’ouverture", "开幕全体会议"),
            room=rooms["A1"],
            parties=EVERYONE,
            interpretation=Interpretation.SIMULTANEOUS,
        ),
        "break": at(
            workspace, meeting, "10:30", 30, kind=SessionKind.BREAK, room=rooms["A3"], parties=EVERYONE
        ),
        "sub-group": at(
            workspace,
            meeting,
            "11:00",
            60,
            kind=SessionKind.SUB_GROUP,
            title=Label("Counter-terrorism", "Lutte contre le terrorisme", "反恐"),
            room=rooms["A1"],
            parties=both,
            interpretation=Interpretation.CONSECUTIVE,
        ),
        "bilateral": at(
            workspace,
            meeting,
            "11:00",
            45,
            title=Label("Bilateral: Justice", "Rencontre bilatérale : Justice", "双边会见：司法"),
            room=rooms["A2"],
            parties=people(canadians[3], chinese[3]),
            private_note=PRIVATE_NOTE,
        ),
        "lunch": at(
            workspace,
            meeting,
            "12:30",
            90,
            kind=SessionKind.MEAL,
            title=Label("Working lunch", "Déjeuner de travail", "工作午餐"),
            room=rooms["A3"],
            parties=EVERYONE,
        ),
        "dinner": at(
            workspace,
            meeting,
            "18:30",
            120,
            kind=SessionKind.MEAL,
            title=Label("Official dinner", "Dîner officiel", "正式晚宴"),
            room=rooms["B1"],
            parties=EVERYONE,
            is_fixed=True,
        ),
    }


def _second_day(
    workspace: Workspace, meeting: int, rooms: dict[str, int], canadians: list[int], chinese: list[int]
) -> dict[str, int]:
    return {
        "closing": at(
            workspace,
            meeting,
            "09:00",
            60,
            day=SECOND_DAY,
            kind=SessionKind.PLENARY,
            title=Label("Closing plenary", "Séance plénière de clôture", "闭幕全体会议"),
            room=rooms["A1"],
            parties=EVERYONE,
            interpretation=Interpretation.SIMULTANEOUS,
        ),
        "signing": at(
            workspace,
            meeting,
            "10:30",
            30,
            day=SECOND_DAY,
            kind=SessionKind.SIGNING,
            room=rooms["A1"],
            parties=EVERYONE,
            is_fixed=True,
        ),
        "press": at(
            workspace,
            meeting,
            "11:15",
            30,
            day=SECOND_DAY,
            kind=SessionKind.PRESS,
            room=rooms["A2"],
            parties=people(canadians[0], chinese[0]),
            interpretation=Interpretation.CONSECUTIVE,
        ),
    }


def _chair(workspace: Workspace, filled: FilledProgramme, name: str) -> None:
    for side, head in (("CA", filled.canadians[0]), ("CN", filled.chinese[0])):
        set_chair(workspace, filled.sessions[name], side, head)


def _write_agenda(workspace: Workspace, filled: FilledProgramme) -> None:
    topics = [
        row.id
        for row in workspace.tables.Provision.select()
        .where(workspace.tables.Provision.kind == ProvisionKind.TOPIC)
        .order_by(workspace.tables.Provision.number)
    ]
    texts = (
        (Label("Opening remarks", "Mots d’ouverture", "开场致辞"), 20, None),
        (Label("Counter-terrorism", "Lutte contre le terrorisme", "反恐"), 30, topics[0]),
        (Label("Judicial co-operation", "Coopération judiciaire", "司法合作"), 40, topics[1]),
    )
    for place, (text, minutes, topic) in enumerate(texts):
        add_agenda_item(
            workspace,
            filled.sessions["plenary"],
            {"text": text, "minutes": minutes, "topic": topic},
            leads={"CA": filled.canadians[place], "CN": filled.chinese[place]},
        )


def _assign(workspace: Workspace, filled: FilledProgramme) -> None:
    ours, theirs = filled.interpreters
    for name in ("plenary", "closing", "sub-group"):
        for interpreter in (ours, theirs):
            assign(workspace, filled.sessions[name], interpreter, ("en", "zh"))
    assign(workspace, filled.sessions["press"], theirs, ("en", "zh"))
