"""Workbooks of the follow-up for tests: exported, edited with another library, and planned."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from alternat.actions.follow_up_imports import import_follow_up
from alternat.actions.guidance import add_guidance, answer_for, close_guidance
from alternat.exchange.follow_up.workbook import gather_follow_up, write_follow_up
from alternat.exchange.follow_up_import import NOBODY_CHOSEN, plan_follow_up, read_follow_up_file
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.disclosure import Audience
from alternat.planning.follow_up_plans import FollowUpPlan
from alternat.planning.follow_up_records import read_follow_up
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.factories.programmes import FilledProgramme, fill_programme

NOW = datetime(2027, 9, 1, 12, 30, tzinfo=UTC)
TODAY = date(2027, 10, 31)


def filled(workspace: Workspace) -> tuple[FilledProgramme, FilledFollowUp]:
    """Fill a dialogue with a programme, and with a follow-up that says something in every column."""
    programme = fill_programme(workspace)
    made = fill_follow_up(workspace, programme.meeting, programme.canadians[0])
    tables = workspace.tables
    session = programme.sessions["plenary"]
    reason = Label("Waits", "En attente", "等待")
    topic = tables.Provision.get(tables.Provision.code == "topic-2").id
    side = tables.Side.get(tables.Side.code == "CN").id
    with workspace.change(message("Fill")) as change:
        state = {"state": OutcomeState.STUCK, "state_on": date(2027, 8, 1), "state_reason": reason}
        asked = {"consent_asked": date(2027, 7, 1), "consent_given": date(2027, 7, 9)}
        texts = {
            "text": Label("=1+1\n\nA “second” line", "-1\nLigne", "＋1\n第二行"),
            "short": Label("Lists"),
        }
        more = {"session": session, "topic": topic, **state, **asked, **texts}
        change.update(tables.Outcome, {made.outcome: more})
        change.update(tables.OutcomeCorrection, {1: {"reason": reason}})
        change.update(tables.OutcomeCarrier, {1: {"last_heard": date(2027, 8, 3)}})
        change.insert(
            tables.OutcomeSide, [{"outcome": made.outcome, "side": side, "lead": programme.chinese[0]}]
        )
        note = {"day": date(2027, 8, 9), "text": reason, "is_shared": True}
        change.insert(tables.ProgressNote, [{"objective": made.objective, **note}])
        term = {"authentic": ("en", "fr", "zh"), "prevails": "en", "months": 12, "ends": None}
        behalf = {"on_behalf": "government", "extension": "by-notes", "notice_months": 3}
        change.update(tables.Instrument, {made.instrument: {**term, **behalf}})
    question = {"question": Label("Why?", "Pourquoi?", "为什么？"), "background": reason}
    asks = {"dialogue": made.dialogue, "asked_on": date(2027, 7, 4), "asked_by": programme.canadians[1]}
    on = {"outcome": made.outcome, "objective": made.objective, "topic": topic}
    (request,) = add_guidance(workspace, {**question, **asks, **on}).inserted("guidance")
    answer_for(workspace, request, "CA", {"text": Label("So", "Ainsi", "如此"), "given": date(2027, 8, 1)})
    close_guidance(workspace, [request], date(2027, 8, 20))
    return programme, made


def export(
    workspace: Workspace, path: Path, *, audience: Audience = Audience.DESK, language: Language = Language.EN
) -> Path:
    """Write the workbook of a dialogue to a file."""
    path.write_bytes(write_follow_up(gather_follow_up(workspace.tables, audience, language), NOW))
    return path


Edit = Callable[[Any], None]


def edited(path: Path, sheet: str, edits: Mapping[tuple[str, int], object]) -> Path:
    """Set cells of a sheet, by the code of the column and the number of the row, and save the workbook."""
    workbook = openpyxl.load_workbook(path)
    found = next(each for each in workbook.worksheets if f":{sheet}." in str(each["A1"].value))
    for (column, row), value in edits.items():
        found.cell(row, place(found, column)).value = value  # type: ignore[assignment]
    workbook.save(path)
    return path


def place(sheet: Any, column: str) -> int:
    """Return the number of the column with a code."""
    for cell in sheet[1]:
        if re.fullmatch(rf"\w+:\w+\.{re.escape(column)}", str(cell.value)):
            return int(cell.column)
    raise KeyError(column)


def plan(workspace: Workspace, path: Path, people: Mapping[str, int] = NOBODY_CHOSEN) -> FollowUpPlan:
    """Return what reading a file back would do."""
    reading = read_follow_up_file(path)
    return plan_follow_up(workspace.tables, reading, path.name, people, today=TODAY)


def read_back(workspace: Workspace, path: Path, people: Mapping[str, int] = NOBODY_CHOSEN) -> Changes:
    """Read a file back."""
    return import_follow_up(workspace, plan(workspace, path, people))


def contents(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return all records without the numbers that differ from one dialogue to another."""
    follow_up = read_follow_up(workspace.tables)
    keys = [session.uid for session in follow_up.known.sessions.values()]
    assert len(set(keys)) == len(keys)
    # The last number of a meeting is not given again, even where what had it was undone.
    left = {"number", "session", "last_outcome"}
    return {
        sheet.id: sorted(
            (
                {name: value for name, value in each.cells.items() if name not in left}
                for each in follow_up.of(sheet.id)
            ),
            key=repr,
        )
        for sheet in follow_up.sheets
    }
