"""Who leads existing dialogues over time, and when these meet: on both engines, each act undone."""

from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.existing import (
    LeadEndsBeforeBegins,
    LeadOfOtherSide,
    LeadsAlready,
    LedByOther,
    MeetingEndsBeforeStarts,
    NotLed,
    SucceededOnFirstDay,
    add_dialogue_meeting,
    add_existing,
    add_holder,
    change_dialogue_meeting,
    change_holder,
    remove_dialogue_meetings,
    remove_holders,
    succeed,
)
from alternat.actions.fields import Needed, UnknownField
from alternat.actions.guidance import NotAnExistingDialogue
from alternat.actions.people import remove_people
from alternat.actions.removals import people_removal
from alternat.actions.terms import DueWithoutObjective, add_provision, change_provision
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.existing import ExistingPlan, existing_dialogues
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.people import add_delegate

FIRST = date(2026, 9, 1)
"""The first day of the first official."""
LATER = date(2027, 6, 17)
DAY = timedelta(1)


@pytest.fixture
def both(any_workspace: Workspace) -> Workspace:
    """The dialogue of the template, on either engine."""
    create_dialogue(any_workspace, "canada-china")
    return any_workspace


def provision(workspace: Workspace, kind: ProvisionKind = ProvisionKind.EXISTING_DIALOGUE) -> int:
    table = workspace.tables.Provision
    return int(table.select().where(table.kind == kind).order_by(table.number).first().id)


def side(workspace: Workspace, code: str = "CA") -> int:
    return int(workspace.tables.Side.get(workspace.tables.Side.code == code).id)


def official(workspace: Workspace, family: str = "Roy", code: str = "CA") -> int:
    return add_delegate(workspace, None, side=code, family=family, given="", name_zh="")


def lead(workspace: Workspace, person: int, code: str = "CA", **fields: Any) -> int:
    values = {"provision": provision(workspace), "side": side(workspace, code), "person": person, **fields}
    return add_holder(workspace, values).inserted("holder")[0]


def plan(workspace: Workspace) -> ExistingPlan:
    return existing_dialogues(workspace.tables)[0]


def spans(workspace: Workspace) -> list[tuple[str, date | None, date | None]]:
    return [(each.name.en, each.since, each.until) for each in plan(workspace).holders]


def test_a_successor_begins_on_the_day_after_the_one_before_in_one_step(both: Workspace) -> None:
    roy, cote = official(both), official(both, "Côté")
    lead(both, roy, since=FIRST)
    succeed(both, provision(both), "CA", cote, on=LATER)
    assert spans(both) == [("ROY", FIRST, LATER - DAY), ("CÔTÉ", LATER, None)]
    leading = [plan(both).lead("CA", day) for day in (FIRST - DAY, FIRST, LATER - DAY, LATER)]
    assert [each.person if each else None for each in leading] == [None, roy, roy, cote]
    both.undo()
    assert spans(both) == [("ROY", FIRST, None)]


def test_a_successor_of_nobody_simply_begins(both: Workspace) -> None:
    roy, cote = official(both), official(both, "Côté")
    lead(both, roy, since=FIRST, until=LATER - DAY)
    succeed(both, provision(both), "CA", cote, on=LATER)
    assert spans(both) == [("ROY", FIRST, LATER - DAY), ("CÔTÉ", LATER, None)]


def test_a_lead_that_nobody_dated_gives_way_and_keeps_its_first_day_unknown(both: Workspace) -> None:
    lead(both, official(both))
    succeed(both, provision(both), "CA", official(both, "Côté"), on=LATER)
    assert spans(both) == [("ROY", None, LATER - DAY), ("CÔTÉ", LATER, None)]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        (FIRST - DAY, FIRST),
        (LATER, None),
        (FIRST + DAY, LATER - DAY),
        (None, FIRST),
    ],
)
def test_two_officials_of_a_side_never_lead_at_once(
    both: Workspace, since: date | None, until: date | None
) -> None:
    lead(both, official(both), since=FIRST, until=LATER)
    with pytest.raises(LedByOther) as refused:
        lead(both, official(both, "Côté"), since=since, until=until)
    told = str(refused.value)
    assert "ROY" in told
    assert "2026-09-01" in told
    assert "2027-06-17" in told
    assert len(spans(both)) == 1


@pytest.mark.parametrize(("since", "until"), [(None, FIRST - DAY), (LATER + DAY, None)])
def test_those_who_lead_one_after_the_other_stand_side_by_side(
    both: Workspace, since: date | None, until: date | None
) -> None:
    lead(both, official(both), since=FIRST, until=LATER)
    lead(both, official(both, "Côté"), since=since, until=until)
    lead(both, official(both, "Li", "CN"), "CN", since=FIRST)
    assert len(spans(both)) == 3


def test_a_changed_day_is_held_to_the_same_rules(both: Workspace) -> None:
    roy = lead(both, official(both), since=FIRST, until=LATER - DAY)
    cote = lead(both, official(both, "Côté"), since=LATER)
    change_holder(both, cote, {"since": LATER + DAY, "note": "acting"})
    change_holder(both, roy, {"until": LATER})
    with pytest.raises(LedByOther):
        change_holder(both, roy, {"until": LATER + DAY})
    with pytest.raises(LeadEndsBeforeBegins):
        change_holder(both, roy, {"until": FIRST - DAY})
    with pytest.raises(UnknownField):
        change_holder(both, roy, {"side": side(both, "CN")})
    assert spans(both)[0] == ("ROY", FIRST, LATER)


def test_an_official_leads_for_their_own_side(both: Workspace) -> None:
    li = official(both, "Li", "CN")
    with pytest.raises(LeadOfOtherSide):
        lead(both, li)
    with pytest.raises(LeadOfOtherSide):
        succeed(both, provision(both), "CA", li, on=LATER)
    assert spans(both) == []


def test_only_existing_dialogues_and_objectives_are_led(both: Workspace) -> None:
    roy = official(both)
    objective = provision(both, ProvisionKind.OBJECTIVE)
    lead(both, roy, provision=objective)
    with pytest.raises(NotLed) as refused:
        lead(both, roy, provision=provision(both, ProvisionKind.TOPIC))
    told = str(refused.value)
    codes = [row.code for row in both.tables.Provision.select() if row.id in (objective, provision(both))]
    assert all(code in told for code in codes)
    with pytest.raises(UnknownRow):
        lead(both, 999)
    with pytest.raises(UnknownRow):
        succeed(both, 999, "CA", roy, on=LATER)


def test_nobody_succeeds_themselves_or_on_the_first_day_of_the_one_before(both: Workspace) -> None:
    roy, cote = official(both), official(both, "Côté")
    lead(both, roy, since=FIRST)
    with pytest.raises(LeadsAlready):
        succeed(both, provision(both), "CA", roy, on=LATER)
    with pytest.raises(SucceededOnFirstDay):
        succeed(both, provision(both), "CA", cote, on=FIRST)
    succeed(both, provision(both), "CA", cote, on=FIRST + DAY)
    assert spans(both)[0] == ("ROY", FIRST, FIRST)


def test_a_successor_does_not_run_into_one_who_comes_later(both: Workspace) -> None:
    lead(both, official(both), since=FIRST, until=LATER)
    lead(both, official(both, "Côté"), since=LATER + DAY)
    with pytest.raises(LedByOther):
        succeed(both, provision(both), "CA", official(both, "Diaz"), on=LATER)
    assert len(spans(both)) == 2


def test_officials_are_taken_off_and_go_with_the_person_who_is_told(both: Workspace) -> None:
    roy, cote = official(both), official(both, "Côté")
    key = lead(both, roy, since=FIRST)
    remove_holders(both, [key])
    assert spans(both) == []
    both.undo()
    told = [catalog(Language.EN).say(each) for each in people_removal(both.tables, [roy])]
    assert any("who lead" in each for each in told)
    remove_people(both, [roy])
    assert spans(both) == []
    with pytest.raises(UnknownRow):
        remove_holders(both, [key])
    assert cote


def test_an_existing_dialogue_meets_on_one_day_or_several(both: Workspace) -> None:
    dialogue = provision(both)
    (key,) = add_dialogue_meeting(both, {"dialogue": dialogue, "starts": LATER}).inserted("dialogue_meeting")
    assert [(each.starts, each.ends) for each in plan(both).meetings] == [(LATER, LATER)]
    change_dialogue_meeting(both, key, {"ends": LATER + DAY, "city": Label("Ottawa")})
    assert [(each.ends, each.city) for each in plan(both).meetings] == [(LATER + DAY, Label("Ottawa"))]
    with pytest.raises(MeetingEndsBeforeStarts):
        change_dialogue_meeting(both, key, {"starts": LATER + 2 * DAY})
    with pytest.raises(MeetingEndsBeforeStarts):
        add_dialogue_meeting(both, {"dialogue": dialogue, "starts": LATER, "ends": LATER - DAY})
    remove_dialogue_meetings(both, [key])
    assert plan(both).meetings == ()
    both.undo()
    assert len(plan(both).meetings) == 1


def test_only_an_existing_dialogue_meets(both: Workspace) -> None:
    with pytest.raises(NotAnExistingDialogue):
        add_dialogue_meeting(both, {"dialogue": provision(both, ProvisionKind.TOPIC), "starts": LATER})
    with pytest.raises(NotAnExistingDialogue):
        add_dialogue_meeting(both, {"dialogue": 999, "starts": LATER})
    with pytest.raises(Needed):
        add_dialogue_meeting(both, {"dialogue": provision(both)})


def test_a_new_existing_dialogue_stands_behind_the_five(both: Workspace) -> None:
    add_existing(both, {"text": Label("A working group"), "short": Label("Group"), "note": "new"})
    new = existing_dialogues(both.tables)[-1]
    assert (new.number, new.short) == (6, Label("Group"))
    with pytest.raises(Needed):
        add_existing(both, {"short": Label("Group")})
    with pytest.raises(DueWithoutObjective):
        add_existing(both, {"text": Label("A"), "due": LATER})
    with pytest.raises(UnknownField):
        add_existing(both, {"text": Label("A"), "state_on": LATER})
    assert len(existing_dialogues(both.tables)) == 6


def test_states_and_due_dates_are_no_ordinary_fields_of_a_text(both: Workspace) -> None:
    with pytest.raises(UnknownField):
        change_provision(both, provision(both), {"state_on": LATER})
    with pytest.raises(DueWithoutObjective):
        change_provision(both, provision(both), {"due": LATER})
    with pytest.raises(DueWithoutObjective):
        add_provision(both, ProvisionKind.RULE, Label("A"), {"due": LATER})
