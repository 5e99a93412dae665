from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.countdown import change_tasks, start_checklist, tick
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.kinds.checklist import CHECKLIST
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of

EN, FR, ZH = Language
OPTIONS = SideSheetOptions((EN,), "CA", Paper.A4, date(2027, 4, 1))


@pytest.fixture
def tasks(dialogue: Workspace, meeting: int) -> list[int]:
    start_checklist(dialogue, meeting)
    found = [row.id for row in dialogue.tables.Task.select().order_by(dialogue.tables.Task.number)]
    tick(dialogue, found[:1], date(2026, 12, 10), "Léa ARNAULT")
    return found


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(CHECKLIST, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


@pytest.mark.parametrize(
    ("name", "languages"), [("checklist-three-languages", (EN, FR, ZH)), ("checklist-chinese", (ZH,))]
)
@pytest.mark.usefixtures("tasks")
def test_the_checklist_reads_as_its_snapshot(
    dialogue: Workspace, meeting: int, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, meeting, languages=languages))


@pytest.mark.usefixtures("tasks")
def test_what_is_overdue_depends_on_the_day_of_printing(dialogue: Workspace, meeting: int) -> None:
    assert "Overdue" in text(dialogue, meeting)
    assert "Overdue" not in text(dialogue, meeting, printed_on=date(2026, 12, 1))


@pytest.mark.usefixtures("tasks")
def test_what_is_done_is_told_with_day_and_name(dialogue: Workspace, meeting: int) -> None:
    assert "Done on December 10, 2026 by Léa ARNAULT" in text(dialogue, meeting)


@pytest.mark.usefixtures("tasks")
def test_a_side_has_its_own_tasks_and_those_of_both(dialogue: Workspace, meeting: int) -> None:
    lines = text(dialogue, meeting, sides=("CN",)).splitlines()
    assert "Both sides" in lines
    assert "Canada" not in lines


def test_an_empty_checklist_says_so(dialogue: Workspace, meeting: int) -> None:
    assert "No tasks have been entered for this meeting yet." in text(dialogue, meeting)


def test_gaps_and_texts_too_long_are_found(dialogue: Workspace, meeting: int, tasks: list[int]) -> None:
    change_tasks(dialogue, tasks[1:2], {"text": Label(en="Book the hotel")})
    change_tasks(dialogue, tasks[2:3], {"text": Label.same("Task of tasks " * 90)})
    document = printed(dialogue, meeting, languages=(EN, FR))
    assert {(each.code, each.severity) for each in document.findings} >= {
        ("task-text-missing", Severity.WARNS),
        ("task-too-long", Severity.BLOCKS),
    }
    assert "[…]" in text_of(document.pdf)
