"""Our own CSV and XLSX of a programme, in any languages and of anything that it can hold, change nothing."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alternat.actions.programme import add_session, cancel_sessions, set_chair
from alternat.exchange.events_import import plan_events
from alternat.exchange.exports.formats import export_format
from alternat.exchange.exports.public import WHOLE, ExportScope
from alternat.exchange.sources.formats import Request, format_of
from alternat.exchange.sources.table import Table
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.delegations import Role
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.clocks import WallTime, wall_time
from alternat.planning.programme import PartyPlan
from alternat.storage.workspace import Workspace
from tests.exchange.exports.scopes import gathered
from tests.factories.people import add_delegate
from tests.factories.programmes import FIRST_DAY, FilledProgramme, fill_programme

ORDERS = [each for size in (1, 2, 3) for each in permutations(Language, size)]
ZONES = ("America/Toronto", "Asia/Shanghai", "America/Vancouver")
MOMENT = datetime(2027, 4, 1, tzinfo=UTC)
TITLES = st.one_of(
    st.sampled_from(
        [
            "Break",
            "=SUM(1)",
            "'quoted",
            "第２轮 会谈",
            "A; B, C",
            "Ｆull",
            "12",
            "+1",
            "Day 2",
            "9:30",
            "noon",
            "[EN]",
        ]
    ),
    st.text("abcé 中文·—’\"';,/|=+-@()", min_size=1, max_size=12).map(str.strip).filter(bool),
)


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    """A programme with namesakes on one side, and somebody without a Chinese name."""
    filled = fill_programme(dialogue)
    for name in ("李芳", "李芳", ""):
        add_delegate(dialogue, filled.meeting, side="CN", family="Li", given="Fang", name_zh=name)
    add_delegate(dialogue, filled.meeting, family="Li", given="Fang", name_zh="李芳")
    add_delegate(
        dialogue, filled.meeting, family="Sample", given="John", printed_name="John de la SAMPLE, Jr."
    )
    add_delegate(dialogue, None, family="Gone", given="Ann")
    return filled


@st.composite
def parties(draw: Callable[[st.SearchStrategy[Any]], Any], lines: list[PartyPlan]) -> list[PartyPlan]:
    """Some lines of attendance, each once."""
    return draw(st.lists(st.sampled_from(lines), max_size=5, unique=True))  # type: ignore[no-any-return]


def all_lines(workspace: Workspace) -> list[PartyPlan]:
    """Every line of attendance that there can be, and each as an exception."""
    tables = workspace.tables
    lines = [PartyPlan(PartyKind.EVERYONE), *(PartyPlan(PartyKind.SIDE, each) for each in ("CA", "CN"))]
    lines += [PartyPlan(PartyKind.ROLE, each) for each in Role]
    lines += [PartyPlan(PartyKind.ENTITY, str(each.id)) for each in tables.Entity.select()]
    lines += [PartyPlan(PartyKind.PERSON, str(each.id)) for each in tables.Person.select()]
    return [*lines, *(PartyPlan(each.kind, each.key, is_exception=True) for each in lines)]


def add_any(
    data: st.DataObject, workspace: Workspace, filled: FilledProgramme, lines: list[PartyPlan]
) -> int:
    """Add a session of any kind."""
    draw = data.draw
    texts = {each.value: draw(TITLES) for each in draw(st.sets(st.sampled_from(list(Language)), min_size=1))}
    day = FIRST_DAY + timedelta(days=draw(st.integers(-2, 3)))
    start = time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 5, 30, 59])))
    zone = draw(st.sampled_from(ZONES))
    assert wall_time(day, start, zone) is WallTime.ONCE
    changes = add_session(
        workspace,
        filled.meeting,
        kind=draw(st.sampled_from(list(SessionKind))),
        day=day,
        start=start,
        minutes=draw(st.sampled_from([1, 45, 180, 600, 1440])),
        room=draw(st.sampled_from([None, *filled.rooms.values()])),
        title=Label.from_mapping(texts),
        parties=draw(parties(lines)),
        time_zone=zone,
    )
    return changes.inserted("session")[0]


def programme_read_back(
    workspace: Workspace, meeting: int, path: Path, scope: ExportScope, languages: tuple[Language, ...]
) -> list[tuple[int, list[str], list[str]]]:
    """Return what reading an export back would change or complain of, by row."""
    exported = gathered(workspace, meeting, scope, languages)
    path.write_bytes(export_format(path.suffix[1:]).write(exported, MOMENT))
    reading = format_of(path).read(path, Request(None, False))
    plan = plan_events(workspace.tables, meeting, Table(path.name, reading))
    assert len(plan.rows) == len(exported.sessions)
    return [
        (row.draft.row, [str(each.sentence) for each in row.changes], [str(each.message) for each in said])
        for row in plan.rows
        if (said := [*row.draft.problems, *row.draft.doubts]) or row.action.value != "skip" or not row.session
    ]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_what_we_write_we_read_back_unchanged(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, data: st.DataObject
) -> None:
    lines = all_lines(dialogue)
    with dialogue.change(message("Any sessions")):
        added = [add_any(data, dialogue, filled, lines) for _ in range(data.draw(st.integers(1, 5)))]
        cancel_sessions(dialogue, added[:1])
        set_chair(dialogue, added[0], "CA", filled.canadians[0])
    try:
        languages = data.draw(st.sampled_from(ORDERS))
        scope = data.draw(st.sampled_from([WHOLE, ExportScope(side="CA"), ExportScope(side="CN")]))
        path = tmp_path / f"own.{data.draw(st.sampled_from(['csv', 'xlsx']))}"
        assert programme_read_back(dialogue, filled.meeting, path, scope, languages) == []
    finally:
        dialogue.undo()


@pytest.mark.parametrize("languages", ORDERS)
def test_every_line_of_attendance_comes_back(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, languages: tuple[Language, ...]
) -> None:
    add_session(
        dialogue,
        filled.meeting,
        kind=SessionKind.VISIT,
        day=FIRST_DAY,
        start=time(20),
        minutes=60,
        title=Label("Everything"),
        parties=all_lines(dialogue),
    )
    path = tmp_path / "own.csv"
    assert programme_read_back(dialogue, filled.meeting, path, WHOLE, languages) == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("languages", ORDERS)
def test_a_flight_and_a_session_outside_the_days_come_back_unchanged(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, kind: str, languages: tuple[Language, ...]
) -> None:
    changes = add_session(
        dialogue,
        filled.meeting,
        kind=SessionKind.TRAVEL,
        day=date(2027, 6, 11),
        start=time(23, 55),
        minutes=830,
        title=Label(zh="航班"),
        time_zone="Asia/Shanghai",
        parties=[PartyPlan(PartyKind.SIDE, "CN")],
    )
    flight = changes.inserted("session")[0]
    with dialogue.change(message("A flight")) as change:
        change.update(dialogue.tables.Session, {flight: {"end_zone": "America/Toronto"}})
        change.update(dialogue.tables.Meeting, {filled.meeting: {"starts": date(2029, 6, 12), "ends": None}})
    path = tmp_path / f"own.{kind}"
    assert programme_read_back(dialogue, filled.meeting, path, WHOLE, languages) == []
