from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.guidance import add_guidance, answer_for, change_guidance, close_guidance
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.kinds.guidance import GUIDANCE
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of

EN, FR, ZH = Language
OPTIONS = SheetOptions((EN,), "CA", Paper.A4, date(2027, 4, 1))
NOTE = "Never to be printed"


@pytest.fixture
def requests(dialogue: Workspace) -> list[int]:
    """One that waits with an answer of one side, one that both have answered, one that is closed."""
    table = dialogue.tables.Provision
    rows = table.select().where(table.kind == ProvisionKind.EXISTING_DIALOGUE).order_by(table.number)
    questions = (
        Label("May evidence be shared?", "Peut-on partager la preuve?", "可否分享证据？"),
        Label("Who convenes the working group?", "Qui convoque le groupe de travail?", "由谁召集工作组？"),
        Label("Is the old list still in force?", "L’ancienne liste vaut-elle encore?", "原名单是否仍有效？"),
    )
    asked = date(2027, 2, 1)
    made = [
        add_guidance(
            dialogue, {"dialogue": row.id, "question": question, "asked_on": asked, "note": NOTE}
        ).inserted("guidance")[0]
        for row, question in zip(rows, questions, strict=False)
    ]
    answer_for(dialogue, made[0], "CA", {"text": Label("Yes", "Oui", "可以"), "given": date(2027, 2, 20)})
    joint = {"answer": Label("By turns.", "À tour de rôle.", "轮流召集。"), "answered_on": date(2027, 3, 1)}
    change_guidance(dialogue, made[1], joint)
    close_guidance(dialogue, made[2:], date(2027, 3, 2))
    return made


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(GUIDANCE, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


@pytest.mark.parametrize(
    ("name", "languages"), [("guidance-three-languages", (EN, FR, ZH)), ("guidance-chinese", (ZH,))]
)
@pytest.mark.usefixtures("requests")
def test_the_sheet_reads_as_its_snapshot(
    dialogue: Workspace, meeting: int, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, meeting, languages=languages))


@pytest.mark.usefixtures("requests")
def test_a_private_note_is_on_no_sheet(dialogue: Workspace, meeting: int) -> None:
    assert NOTE not in text(dialogue, meeting, languages=(EN, FR, ZH))


def test_a_sheet_without_requests_says_so(dialogue: Workspace, meeting: int) -> None:
    assert "No requests for guidance have been recorded." in text(dialogue, meeting)


def test_a_question_that_no_column_holds_stops_the_print(
    dialogue: Workspace, meeting: int, requests: list[int]
) -> None:
    change_guidance(dialogue, requests[0], {"question": Label("long question " * 300)})
    (found,) = [each for each in printed(dialogue, meeting).findings if each.code == "guidance-too-long"]
    assert (found.severity, found.subject.id) == (Severity.BLOCKS, requests[0])


def test_each_language_in_which_the_sheet_shows_a_gap_is_told(
    dialogue: Workspace, meeting: int, requests: list[int]
) -> None:
    assert not printed(dialogue, meeting, languages=(EN, FR, ZH)).findings
    answer_for(dialogue, requests[0], "CN", {"text": Label(zh="同意"), "given": date(2027, 2, 21)})
    change_guidance(dialogue, requests[1], {"background": Label("Since 2025", "Depuis 2025")})

    found = printed(dialogue, meeting, languages=(FR, ZH)).findings

    assert [(each.code, each.subject.id, each.fix.field if each.fix else "") for each in found] == [
        ("guidance-gap", requests[0], "answers.CN.fr"),
        ("guidance-gap", requests[1], "background.zh"),
    ]
    assert "[…]" in text(dialogue, meeting, languages=(FR, ZH))
