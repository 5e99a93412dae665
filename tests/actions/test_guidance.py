"""Requests for guidance: asked, answered for each side and together, closed, and told where they wait."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions.fields import Needed, UnknownField
from alternat.actions.guidance import (
    AlreadyClosed,
    AnsweredBeforeAsked,
    AnswerSaysNothing,
    ClosedBeforeAsked,
    ClosedStands,
    DayWithoutAnswer,
    NotAnExistingDialogue,
    NotAnObjective,
    NotATopic,
    NotClosed,
    add_guidance,
    answer_for,
    change_guidance,
    close_guidance,
    remove_guidance,
)
from alternat.actions.meetings import set_status
from alternat.actions.people import remove_people
from alternat.actions.terms import remove_provision
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.guidance import GUIDANCE
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.guidance import Standing, check_guidance, guidance_requests
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate

ASKED = date(2027, 2, 1)
QUESTION = Label("May evidence be shared?", "Peut-on partager la preuve?", "可否分享证据？")


def existing(workspace: Workspace, kind: ProvisionKind = ProvisionKind.EXISTING_DIALOGUE) -> int:
    table = workspace.tables.Provision
    return int(table.select().where(table.kind == kind).order_by(table.number).first().id)


def ask(workspace: Workspace, **fields: Any) -> int:
    values = {"dialogue": existing(workspace), "question": QUESTION, "asked_on": ASKED, **fields}
    return add_guidance(workspace, values).inserted("guidance")[0]


def codes(workspace: Workspace, meeting: int) -> list[str]:
    return [finding.code for finding in check_guidance(workspace.tables, meeting)]


def test_a_request_goes_from_open_to_answered_to_closed_and_back(dialogue: Workspace) -> None:
    request = ask(dialogue)
    standings = []

    def note() -> None:
        (plan,) = guidance_requests(dialogue.tables)
        standings.append(plan.standing)

    note()
    answer_for(dialogue, request, "CN", {"text": Label("Yes"), "given": date(2027, 2, 20)})
    note()
    change_guidance(dialogue, request, {"answer": Label("Yes, both."), "answered_on": date(2027, 3, 1)})
    note()
    close_guidance(dialogue, [request], date(2027, 3, 2))
    note()
    close_guidance(dialogue, [request], None)
    note()
    assert standings == [
        *(Standing.OPEN, Standing.OPEN, Standing.ANSWERED, Standing.CLOSED, Standing.ANSWERED),
    ]
    for _ in range(5):
        dialogue.undo()
    assert guidance_requests(dialogue.tables) == ()


def test_each_side_answers_once_in_the_order_of_the_sides(dialogue: Workspace) -> None:
    request = ask(dialogue)
    answer_for(dialogue, request, "CN", {"text": Label(zh="可以"), "given": date(2027, 2, 20)})
    answer_for(dialogue, request, "CA", {"text": Label("Yes"), "given": date(2027, 2, 21)})
    answer_for(dialogue, request, "CN", {"document": "Note 12"})
    (plan,) = guidance_requests(dialogue.tables)
    assert [(each.side, each.text, each.document) for each in plan.answers] == [
        ("CA", Label("Yes"), ""),
        ("CN", Label(zh="可以"), "Note 12"),
    ]
    answer_for(dialogue, request, "CA", None)
    (plan,) = guidance_requests(dialogue.tables)
    assert [each.side for each in plan.answers] == ["CN"]


def test_those_that_wait_come_first_then_by_the_day_asked(dialogue: Workspace) -> None:
    closed = ask(dialogue, asked_on=date(2026, 1, 1))
    late, early = ask(dialogue, asked_on=date(2027, 3, 1)), ask(dialogue, asked_on=date(2027, 1, 1))
    answered = ask(dialogue, asked_on=date(2026, 5, 1), answer=Label("Yes"))
    close_guidance(dialogue, [closed], date(2026, 2, 1))
    assert [plan.id for plan in guidance_requests(dialogue.tables)] == [early, late, answered, closed]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"question": Label()}, Needed),
        ({"asked_on": None}, Needed),
        ({"answered_on": date(2027, 3, 1)}, DayWithoutAnswer),
        ({"answer": Label("Yes"), "answered_on": date(2027, 1, 31)}, AnsweredBeforeAsked),
        ({"closed_on": date(2027, 3, 1)}, UnknownField),
        ({"dialogue": 99}, NotAnExistingDialogue),
        ({"topic": 99}, NotATopic),
        ({"objective": 2}, NotAnObjective),
        ({"outcome": 99}, UnknownRow),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    dialogue: Workspace, fields: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(dialogue, **fields)
    assert guidance_requests(dialogue.tables) == ()


def test_only_an_existing_dialogue_asks(dialogue: Workspace) -> None:
    with pytest.raises(NotAnExistingDialogue, match="not one of the existing dialogues"):
        ask(dialogue, dialogue=existing(dialogue, ProvisionKind.TOPIC))


def test_no_day_lies_before_the_question(dialogue: Workspace) -> None:
    request = ask(dialogue)
    answer_for(dialogue, request, "CA", {"text": Label("Yes"), "given": ASKED})
    with pytest.raises(AnsweredBeforeAsked):
        answer_for(dialogue, request, "CN", {"given": date(2027, 1, 31)})
    with pytest.raises(ClosedBeforeAsked):
        close_guidance(dialogue, [request], date(2027, 1, 31))
    with pytest.raises(AnsweredBeforeAsked):
        change_guidance(dialogue, request, {"asked_on": date(2027, 2, 2)})
    close_guidance(dialogue, [request], ASKED)


def test_an_answer_of_a_side_needs_its_day(dialogue: Workspace) -> None:
    request = ask(dialogue)
    with pytest.raises(Needed):
        answer_for(dialogue, request, "CA", {"text": Label("Yes")})


def test_an_unknown_request_is_told_by_its_number(dialogue: Workspace) -> None:
    with pytest.raises(UnknownRow, match="number 7") as refused:
        close_guidance(dialogue, [7], ASKED)
    assert refused.value.noun is GUIDANCE


def test_what_goes_takes_along_what_belongs_to_it_and_a_person_leaves_the_request(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Roy")
    request = ask(dialogue, asked_by=person)
    answer_for(dialogue, request, "CA", {"text": Label("Yes"), "given": ASKED})
    remove_people(dialogue, [person])
    assert guidance_requests(dialogue.tables)[0].asked_by is None
    remove_provision(dialogue, existing(dialogue))
    assert not dialogue.tables.GuidanceAnswer.select().exists()
    dialogue.undo()
    assert len(guidance_requests(dialogue.tables)[0].answers) == 1
    remove_guidance(dialogue, [request])
    assert guidance_requests(dialogue.tables) == ()


def test_a_request_waits_from_four_weeks_before_the_meeting(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    starts = dialogue.tables.Meeting.get_by_id(meeting).starts or ASKED
    late = ask(dialogue, asked_on=starts - timedelta(days=27))
    assert codes(dialogue, meeting) == []
    change_guidance(dialogue, late, {"asked_on": starts - timedelta(days=28)})
    assert codes(dialogue, meeting) == ["guidance-waiting"]
    change_guidance(dialogue, late, {"answer": Label("Yes")})
    assert codes(dialogue, meeting) == []


def test_a_question_that_lacks_a_language_is_told_until_it_is_closed(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    request = ask(dialogue, question=Label("Only English"), answer=Label("Yes"))
    (found,) = check_guidance(dialogue.tables, meeting)
    assert (found.code, found.subject.id, found.fix and found.fix.field) == (
        "guidance-text-missing", request, "question.fr",
    )  # fmt: skip
    close_guidance(dialogue, [request], date(2027, 3, 1))
    assert codes(dialogue, meeting) == []


def test_a_meeting_that_is_not_planned_asks_for_nothing(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    ask(dialogue)
    set_status(dialogue, meeting, MeetingStatus.POSTPONED, "Elections")
    assert codes(dialogue, meeting) == []


def test_an_answer_is_a_text_or_a_document_until_it_is_taken_away(dialogue: Workspace) -> None:
    request = ask(dialogue)
    with pytest.raises(AnswerSaysNothing):
        answer_for(dialogue, request, "CN", {"given": date(2027, 2, 20)})
    answer_for(dialogue, request, "CN", {"document": "Note 1", "given": date(2027, 2, 20)})
    with pytest.raises(AnswerSaysNothing):
        answer_for(dialogue, request, "CN", {"document": ""})
    answer_for(dialogue, request, "CN", {"text": Label("Yes")})
    answer_for(dialogue, request, "CN", {"document": ""})
    taken = answer_for(dialogue, request, "CN", None)
    assert str(taken.label) == "Take away the answer of the co-chair of China"
    assert guidance_requests(dialogue.tables)[0].answers == ()


def test_what_is_closed_is_not_closed_again_nor_what_is_open_opened(dialogue: Workspace) -> None:
    first, second = ask(dialogue), ask(dialogue)
    with pytest.raises(NotClosed):
        close_guidance(dialogue, [first], None)
    close_guidance(dialogue, [first], date(2027, 3, 1))
    with pytest.raises(AlreadyClosed):
        close_guidance(dialogue, [first, second], date(2027, 3, 2))
    assert [row.closed_on for row in dialogue.tables.Guidance.select()] == [date(2027, 3, 1), None]


@pytest.mark.parametrize("is_closed", [False, True])
def test_what_was_closed_stands_until_it_is_opened_again(dialogue: Workspace, *, is_closed: bool) -> None:
    tables = dialogue.tables
    provision: Any = tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    asked = {"dialogue": existing, "question": Label(en="Why?"), "asked_on": date(2027, 1, 4)}
    (request,) = add_guidance(dialogue, asked).inserted("guidance")
    if is_closed:
        close_guidance(dialogue, [request], date(2027, 3, 1))
    change_guidance(dialogue, request, {"note": "Kept here"})
    said = {"text": Label(en="So"), "given": date(2027, 2, 1)}
    verbs: tuple[Callable[[], object], ...] = (
        lambda: change_guidance(dialogue, request, {"question": Label(en="Why not?")}),
        lambda: answer_for(dialogue, request, "CA", said),
    )
    for verb in verbs:
        if is_closed:
            with pytest.raises(ClosedStands, match="Reopen it first"):
                verb()
        else:
            verb()
    row = tables.Guidance.get_by_id(request)
    assert (row.question.en, row.note) == ("Why?" if is_closed else "Why not?", "Kept here")
    assert tables.GuidanceAnswer.select().count() == (0 if is_closed else 1)


def test_an_answer_in_one_language_tells_what_stays_of_the_old_one(dialogue: Workspace) -> None:
    say, request = catalog(Language.EN).say, ask(dialogue)
    old = Label("Yes.", "Oui.", "可以。")
    answer_for(dialogue, request, "CA", {"text": old, "given": date(2027, 2, 20)})
    given = answer_for(
        dialogue, request, "CA", {"text": old.with_text(Language.EN, "No."), "given": date(2027, 3, 1)}
    )
    assert say(given.label) == (
        "Record the answer of the co-chair of Canada in place of that of Saturday, February 20, 2027, which "
        "stays in French and Chinese"
    )
    whole = answer_for(dialogue, request, "CA", {"text": Label("So.", "Donc.", "所以。")})
    assert say(whole.label).endswith("in place of that of Monday, March 1, 2027")
