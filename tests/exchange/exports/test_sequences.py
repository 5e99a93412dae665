"""Whatever is done to a programme and undone again, its calendar never tells less than before."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from alternat.actions.agendas import add_agenda_item
from alternat.actions.attendance import set_chair
from alternat.actions.dialogues import create_dialogue
from alternat.actions.programme import (
    cancel_sessions,
    change_sessions,
    move_session,
    reinstate_sessions,
    remove_sessions,
)
from alternat.actions.revisions import NothingChanged, publish
from alternat.actions.venues import change_room
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.public import WHOLE
from alternat.language.label import Label, Language
from alternat.storage.workspace import Workspace, create_workspace
from tests.exchange.exports.reading import read_calendar
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme, fill_programme

NOW = datetime(2027, 4, 1, 12, 30, tzinfo=UTC)
NAMES = ("plenary", "lunch", "press")
Told = Mapping[str, tuple[int, frozenset[tuple[str, str]]]]


WORDS = (
    *("move", "move back", "note", "title", "chair", "agenda", "room"),
    *("cancel", "reinstate", "remove", "publish", "undo", "redo"),
)

steps = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(NAMES)), max_size=12)


def told(workspace: Workspace, meeting: int) -> Told:
    events = read_calendar(write_ics(gathered(workspace, meeting, WHOLE, tuple(Language)), NOW)).all("VEVENT")
    return {
        each.values["UID"]: (
            int(each.values["SEQUENCE"]),
            frozenset(pair for pair in each.values.items() if pair[0] != "SEQUENCE"),
        )
        for each in events
    }


def do(workspace: Workspace, at: FilledProgramme, word: str, name: str) -> None:
    session = at.sessions[name]
    table = workspace.tables.Session
    is_there = table.get_or_none(table.id == session) is not None
    match word:
        case "undo":
            workspace.undo()
        case "redo":
            workspace.redo()
        case "publish":
            with suppress(NothingChanged):
                publish(workspace, at.meeting, "Test")
        case "room":
            change_room(workspace, at.rooms["A1"], {"name": Label(f"Ballroom {name}")})
        case _ if is_there:
            change(workspace, at, session, word)


def change(workspace: Workspace, at: FilledProgramme, session: int, word: str) -> None:
    match word:
        case "move":
            move_session(workspace, session, start=time(7, 30), room=at.rooms["A2"])
        case "move back":
            move_session(workspace, session, start=time(9), room=at.rooms["A1"])
        case "note":
            change_sessions(workspace, [session], {"private_note": "Quiet"})
        case "title":
            change_sessions(workspace, [session], {"title": Label("Other")})
        case "chair":
            set_chair(workspace, session, "CA", at.canadians[1])
        case "agenda":
            add_agenda_item(workspace, session, {"text": Label("More"), "minutes": 1})
        case "cancel":
            cancel_sessions(workspace, [session])
        case "reinstate":
            reinstate_sessions(workspace, [session])
        case "remove":
            remove_sessions(workspace, [session])


@settings(max_examples=12)
@given(steps=steps)
def test_numbers_only_grow_and_nothing_published_is_forgotten(steps: list[tuple[str, str]]) -> None:
    with (
        TemporaryDirectory() as folder,
        create_workspace(Path(folder) / "a.alternat", actor="T") as workspace,
    ):
        create_dialogue(workspace, "canada-china")
        at = fill_programme(workspace)
        publish(workspace, at.meeting, "Test")
        highest: dict[str, tuple[int, frozenset[tuple[str, str]]]] = dict(told(workspace, at.meeting))
        for word, name in steps:
            do(workspace, at, word, name)
            now = told(workspace, at.meeting)
            if workspace.tables.ProgrammeRevision.select().exists():
                assert now.keys() >= highest.keys()
            for uid, (number, words) in now.items():
                before, shown = highest.get(uid, (-1, frozenset()))
                assert number >= before
                assert number > before or words == shown
            highest |= now
