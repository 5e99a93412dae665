"""The countdown to a meeting, and the verbs that keep it."""

from datetime import date, timedelta

import pytest

from alternat.actions.countdown import (
    AlreadyStarted,
    OtherSidesPerson,
    add_task,
    add_template_task,
    change_tasks,
    change_template,
    remove_tasks,
    remove_template_tasks,
    start_checklist,
    tick,
    untick,
)
from alternat.actions.fields import InvalidValue, Needed, UnknownField
from alternat.actions.meetings import change_meeting
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.countdown import TaskOwner
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.countdown import TaskPlan, checklist, shipped_countdown
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate

TODAY = date(2027, 2, 1)


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    key = add_ottawa_2027(dialogue)
    start_checklist(dialogue, key)
    return key


def _plans(dialogue: Workspace, meeting: int) -> dict[str, TaskPlan]:
    return {plan.text.en: plan for plan in checklist(dialogue.tables, meeting, TODAY)}


def test_the_shipped_countdown_is_whole_and_in_three_languages() -> None:
    lines = shipped_countdown()
    assert [line.text.missing(tuple(Language)) for line in lines] == [()] * len(lines)
    weeks = [days / 7 for days in dict.fromkeys(line.days_before for line in lines) if days != 1]
    assert weeks == [26, 20, 16, 14, 12, 10, 8, 6, 4, 3, 2, 1, -1, -2, -4, -8]


def test_tasks_are_due_before_the_first_and_after_the_last_day_and_fall_to_a_side(
    dialogue: Workspace, meeting: int
) -> None:
    plans = _plans(dialogue, meeting)
    first, visas, thanks = (
        plans[text]
        for text in ("Propose dates to the other side", "Send the notes for visas", "Send letters of thanks")
    )
    assert (first.due, first.owner_side, first.is_overdue) == (date(2026, 12, 12), "CA", True)
    assert (visas.due, visas.owner_side, visas.is_overdue) == (date(2027, 4, 17), "CN", False)
    assert (thanks.due, thanks.owner_side) == (date(2027, 6, 20), None)


def test_a_new_date_moves_all_but_what_is_done(dialogue: Workspace, meeting: int) -> None:
    done = _plans(dialogue, meeting)["Propose dates to the other side"].id
    tick(dialogue, [done], date(2026, 12, 1), "Léa ARNAULT")
    change_meeting(dialogue, meeting, {"starts": date(2027, 7, 12), "ends": date(2027, 7, 13)})
    plans = _plans(dialogue, meeting)
    first = plans["Propose dates to the other side"]
    assert (first.due, first.done_by, first.is_overdue) == (date(2026, 12, 12), "Léa ARNAULT", False)
    assert plans["Book the venue"].due == date(2027, 3, 22)
    untick(dialogue, [done])
    assert _plans(dialogue, meeting)["Propose dates to the other side"].due == date(2027, 1, 11)


def test_a_task_is_overdue_the_day_after_it_was_due(dialogue: Workspace, meeting: int) -> None:
    due = date(2026, 12, 12)

    def overdue(today: date) -> set[str]:
        return {plan.text.en for plan in checklist(dialogue.tables, meeting, today) if plan.is_overdue}

    assert overdue(due) == set()
    assert overdue(due + timedelta(days=1)) == {"Propose dates to the other side"}


def test_tasks_of_one_day_stand_by_number(dialogue: Workspace, meeting: int) -> None:
    task = dialogue.tables.Task
    one, other = (each.id for each in _plans(dialogue, meeting).values() if each.days_before == 56)
    with dialogue.change(message("Put in order")) as change:
        change.update(task, {one: {"number": 900}})
    assert [each.id for each in _plans(dialogue, meeting).values() if each.days_before == 56] == [other, one]


def test_nothing_is_due_while_a_meeting_is_postponed(dialogue: Workspace, meeting: int) -> None:
    change_meeting(dialogue, meeting, {"status": MeetingStatus.POSTPONED})
    assert {plan.due for plan in checklist(dialogue.tables, meeting, TODAY)} == {None}


def test_a_checklist_is_started_once(dialogue: Workspace, meeting: int) -> None:
    with pytest.raises(AlreadyStarted):
        start_checklist(dialogue, meeting)


def test_tasks_are_added_given_to_somebody_and_removed(dialogue: Workspace, meeting: int) -> None:
    person = add_delegate(dialogue, meeting)
    (task,) = add_task(dialogue, meeting, text=Label(en="Fly the flags"), days_before=0).inserted("task")
    change_tasks(dialogue, [task], {"owner": person, "owner_side": 1})
    plan = _plans(dialogue, meeting)["Fly the flags"]
    assert (plan.owner.en, plan.owner_side, plan.due, plan.number) == (
        "Léa ARNAULT", "CA", date(2027, 6, 12), 24,
    )  # fmt: skip
    with pytest.raises(OtherSidesPerson):
        change_tasks(dialogue, [task], {"owner_side": 2})
    with pytest.raises(UnknownField):
        change_tasks(dialogue, [task], {"done_on": TODAY})
    with pytest.raises(Needed):
        add_task(dialogue, meeting, text=Label(), days_before=0)
    with pytest.raises(InvalidValue):
        add_task(dialogue, meeting, text=Label(en="Later"), days_before=-1001)
    remove_tasks(dialogue, [task])
    assert "Fly the flags" not in _plans(dialogue, meeting)


def test_the_template_is_edited_without_touching_checklists(dialogue: Workspace, meeting: int) -> None:
    before = checklist(dialogue.tables, meeting, TODAY)
    added = add_template_task(dialogue, text=Label(en="Own line"), days_before=5, owner=TaskOwner.GUEST)
    (line,) = added.inserted("task_template")
    change_template(dialogue, line, {"days_before": 6})
    row = dialogue.tables.TaskTemplate.get_by_id(line)
    assert (row.number, row.code, row.days_before, row.owner) == (24, "own-24", 6, TaskOwner.GUEST)
    remove_template_tasks(dialogue, [line])
    assert checklist(dialogue.tables, meeting, TODAY) == before


def test_an_empty_template_is_filled_before_a_checklist_starts(dialogue: Workspace) -> None:
    template = dialogue.tables.TaskTemplate
    remove_template_tasks(dialogue, [row.id for row in template.select()])
    key = add_ottawa_2027(dialogue)
    start_checklist(dialogue, key)
    assert (
        len(checklist(dialogue.tables, key, TODAY)) == template.select().count() == len(shipped_countdown())
    )
    dialogue.undo()
    assert template.select().count() == 0
