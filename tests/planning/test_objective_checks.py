"""What is said of objectives, instruments and leads, on the day of each limit, before it and after it."""

from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions.delegations import change_participations
from alternat.actions.existing import add_holder, succeed
from alternat.actions.meetings import set_status
from alternat.actions.objectives import (
    add_instrument,
    change_instrument,
    change_objective,
    set_binding,
    set_step,
)
from alternat.actions.provision_states import set_provision_state
from alternat.language.label import Label
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.existing_checks import check_existing
from alternat.planning.findings import Finding, SubjectKind
from alternat.planning.objective_checks import EXPIRY_DAYS, NOTICE_DAYS, check_objectives
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate

TODAY = date(2027, 3, 1)
DAY = timedelta(1)
TITLE = Label("Memorandum", "Protocole d’entente", "谅解备忘录")
S = InstrumentStep


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    return add_ottawa_2027(dialogue)


def provisions(workspace: Workspace, kind: ProvisionKind) -> list[int]:
    table = workspace.tables.Provision
    return [row.id for row in table.select().where(table.kind == kind).order_by(table.number)]


def objective(workspace: Workspace) -> int:
    return provisions(workspace, ProvisionKind.OBJECTIVE)[0]


def dialogue_of(workspace: Workspace) -> int:
    return provisions(workspace, ProvisionKind.EXISTING_DIALOGUE)[0]


def instrument(workspace: Workspace, **fields: Any) -> int:
    values = {
        "objective": objective(workspace),
        "kind": InstrumentKind.MEMORANDUM,
        "title": TITLE,
        **fields,
    }
    return add_instrument(workspace, values).inserted("instrument")[0]


def lead(workspace: Workspace, provision: int, person: int, side: str = "CA", **fields: Any) -> None:
    owner = workspace.tables.Side.get(workspace.tables.Side.code == side).id
    add_holder(workspace, {"provision": provision, "side": owner, "person": person, **fields})


def found(workspace: Workspace, meeting: int, code: str, today: date = TODAY) -> list[Finding]:
    tables = workspace.tables
    every = (*check_objectives(tables, meeting, today), *check_existing(tables, meeting, today))
    return [each for each in every if each.code == code]


def said(workspace: Workspace, meeting: int, code: str, today: date = TODAY) -> list[str]:
    from alternat.language.catalogs import catalog
    from alternat.language.label import Language

    return [catalog(Language.EN).say(each.message) for each in found(workspace, meeting, code, today)]


def test_a_side_without_a_lead_is_told_until_somebody_leads_today(dialogue: Workspace, meeting: int) -> None:
    first, *others = provisions(dialogue, ProvisionKind.EXISTING_DIALOGUE)
    assert len(found(dialogue, meeting, "dialogue-lead-missing")) == 1 + len(others)
    lead(dialogue, first, add_delegate(dialogue, None), since=TODAY)
    for today, told in ((TODAY - DAY, ": Canadian side and Chinese side."), (TODAY, ": Chinese side.")):
        sentence = said(dialogue, meeting, "dialogue-lead-missing", today)[0]
        assert sentence.endswith(told)
    lead(dialogue, first, add_delegate(dialogue, None, side="CN"), "CN", until=TODAY)
    assert len(found(dialogue, meeting, "dialogue-lead-missing")) == len(others)
    assert len(found(dialogue, meeting, "dialogue-lead-missing", TODAY + DAY)) == 1 + len(others)
    for each in others:
        set_provision_state(dialogue, each, ProvisionState.CLOSED, on=TODAY)
    assert found(dialogue, meeting, "dialogue-lead-missing") == []


def test_an_objective_without_a_lead_is_told_while_it_is_pursued(dialogue: Workspace, meeting: int) -> None:
    keys = provisions(dialogue, ProvisionKind.OBJECTIVE)
    assert [each.subject.id for each in found(dialogue, meeting, "objective-lead-missing")] == keys
    set_provision_state(dialogue, keys[0], ProvisionState.ACHIEVED, on=TODAY)
    assert [each.subject.id for each in found(dialogue, meeting, "objective-lead-missing")] == keys[1:]


def test_an_objective_is_overdue_from_the_day_after(dialogue: Workspace, meeting: int) -> None:
    change_objective(dialogue, objective(dialogue), {"due": TODAY})
    assert found(dialogue, meeting, "objective-overdue", TODAY - DAY) == []
    assert found(dialogue, meeting, "objective-overdue", TODAY) == []
    (sentence,) = said(dialogue, meeting, "objective-overdue", TODAY + DAY)
    assert sentence.endswith("1 day ago.")
    set_provision_state(dialogue, objective(dialogue), ProvisionState.ACHIEVED, on=TODAY)
    assert found(dialogue, meeting, "objective-overdue", TODAY + DAY) == []


@pytest.mark.parametrize(
    ("extension", "words"),
    [
        (Extension.BY_NOTES, "unless both sides agree by an exchange of notes by"),
        (Extension.BY_ITSELF, "goes on by itself after"),
        (Extension.NONE, "what is to follow has to be said by"),
    ],
)
def test_the_last_day_to_say_something_is_told_ninety_days_before(
    dialogue: Workspace, meeting: int, extension: Extension, words: str
) -> None:
    instrument(dialogue, in_force=date(2026, 7, 1), months=12, extension=extension, notice_months=2)
    speak = date(2027, 4, 30)
    first = speak - timedelta(NOTICE_DAYS)
    assert found(dialogue, meeting, "instrument-notice-due", first - DAY) == []
    for today in (first, speak):
        (sentence,) = said(dialogue, meeting, "instrument-notice-due", today)
        assert words in sentence
        assert "2027" in sentence


def test_a_last_day_that_passed_in_silence_is_told_until_the_expiry(
    dialogue: Workspace, meeting: int
) -> None:
    notes = {"in_force": date(2026, 7, 1), "months": 12, "extension": Extension.BY_NOTES, "notice_months": 2}
    key = instrument(dialogue, **notes)
    ends = date(2027, 6, 30)
    for today in (date(2027, 5, 1), ends):
        (sentence,) = said(dialogue, meeting, "instrument-notice-due", today)
        assert "nothing is on record" in sentence
    assert found(dialogue, meeting, "instrument-notice-due", ends + DAY) == []
    set_step(dialogue, key, S.EXTENDED, {"done_on": date(2026, 7, 1)})
    assert found(dialogue, meeting, "instrument-notice-due", ends) == []
    (sentence,) = said(dialogue, meeting, "instrument-expiring", ends)
    assert "its last day on record is still" in sentence
    change_instrument(dialogue, key, {"ends": date(2028, 6, 30)})
    assert found(dialogue, meeting, "instrument-expiring", ends) == []
    assert len(found(dialogue, meeting, "instrument-notice-due", date(2028, 5, 1))) == 1


def test_what_goes_on_by_itself_rolls_on_after_the_last_day(dialogue: Workspace, meeting: int) -> None:
    instrument(
        dialogue,
        in_force=date(2026, 7, 1),
        months=12,
        extension=Extension.BY_ITSELF,
        notice_days=60,
    )
    speak = date(2027, 6, 30) - timedelta(60)
    assert len(found(dialogue, meeting, "instrument-notice-due", speak)) == 1
    assert found(dialogue, meeting, "instrument-notice-due", speak + DAY) == []
    assert found(dialogue, meeting, "instrument-expiring", speak) == []


def test_an_expiry_is_told_a_hundred_and_eighty_days_before_and_after_it(
    dialogue: Workspace, meeting: int
) -> None:
    key = instrument(dialogue, ends=date(2027, 12, 31))
    ends = date(2027, 12, 31)
    first = ends - timedelta(EXPIRY_DAYS)
    assert found(dialogue, meeting, "instrument-expiring", first - DAY) == []
    assert said(dialogue, meeting, "instrument-expiring", first)[0].endswith("in 180 days.")
    assert said(dialogue, meeting, "instrument-expiring", ends)[0].endswith("in 0 days.")
    assert "expired on" in said(dialogue, meeting, "instrument-expiring", ends + DAY)[0]
    assert found(dialogue, meeting, "instrument-notice-due", ends) == []
    set_step(dialogue, key, S.ENDED, {"done_on": ends})
    assert found(dialogue, meeting, "instrument-expiring", ends + DAY) == []


def test_sides_that_see_an_instrument_differently_are_both_named(dialogue: Workspace, meeting: int) -> None:
    key = instrument(dialogue)
    set_binding(dialogue, key, "CN", Binding.BINDING)
    set_binding(dialogue, key, "CA", Binding.UNSAID)
    assert found(dialogue, meeting, "binding-differs") == []
    set_binding(dialogue, key, "CA", Binding.NOT_BINDING)
    (sentence,) = said(dialogue, meeting, "binding-differs")
    assert "CA: Not binding" in sentence
    assert "CN: Binding" in sentence
    set_binding(dialogue, key, "CA", Binding.BINDING)
    assert found(dialogue, meeting, "binding-differs") == []


def test_a_title_that_lacks_a_language_is_told(dialogue: Workspace, meeting: int) -> None:
    key = instrument(dialogue, title=Label("Memorandum", zh="谅解备忘录"))
    (finding,) = found(dialogue, meeting, "instrument-text-missing")
    assert (finding.subject.kind, finding.fix and finding.fix.field) == (SubjectKind.INSTRUMENT, "title.fr")
    change_instrument(dialogue, key, {"title": TITLE})
    assert found(dialogue, meeting, "instrument-text-missing") == []


@pytest.mark.parametrize(
    "status", [ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN, ParticipationStatus.REPLACED]
)
def test_a_lead_who_no_longer_comes_is_told_with_who_stands_for_them(
    dialogue: Workspace, meeting: int, status: ParticipationStatus
) -> None:
    person = add_delegate(dialogue, meeting)
    lead(dialogue, dialogue_of(dialogue), person)
    lead(dialogue, objective(dialogue), person)
    assert found(dialogue, meeting, "holder-left") == []
    parts = dialogue.tables.Participation
    change_participations(dialogue, [parts.get(parts.person == person).id], {"status": status})
    told = found(dialogue, meeting, "holder-left")
    assert {each.subject.id for each in told} == {dialogue_of(dialogue), objective(dialogue)}
    assert all("Name a successor" in each for each in said(dialogue, meeting, "holder-left"))
    successor = add_delegate(dialogue, meeting, role=Role.DESIGNATED_OFFICER, family="Roy", given="")
    part = parts.get(parts.person == successor).id
    change_participations(dialogue, [part], {"stands_for": person})
    assert all("ROY" in each for each in said(dialogue, meeting, "holder-left"))
    assert {each.people for each in found(dialogue, meeting, "holder-left")} == {(person, successor)}
    succeed(dialogue, dialogue_of(dialogue), "CA", successor, on=TODAY)
    assert [each.subject.id for each in found(dialogue, meeting, "holder-left")] == [objective(dialogue)]


def test_only_the_newest_meeting_counts_of_those_who_lead(dialogue: Workspace, meeting: int) -> None:
    from alternat.actions.delegations import invite
    from alternat.actions.meetings import add_meeting

    person = add_delegate(dialogue, meeting)
    lead(dialogue, dialogue_of(dialogue), person)
    parts = dialogue.tables.Participation
    key = parts.get(parts.person == person).id
    change_participations(dialogue, [key], {"status": ParticipationStatus.WITHDRAWN})
    assert len(found(dialogue, meeting, "holder-left")) == 1
    later = add_meeting(dialogue, year=2028, host="CN").inserted("meeting")[0]
    invite(dialogue, later, [person])
    assert found(dialogue, meeting, "holder-left") == []


def test_a_meeting_that_is_not_planned_asks_for_nothing(dialogue: Workspace, meeting: int) -> None:
    instrument(dialogue, ends=TODAY)
    assert check_objectives(dialogue.tables, meeting, TODAY)
    assert check_existing(dialogue.tables, meeting, TODAY)
    set_status(dialogue, meeting, MeetingStatus.POSTPONED, "Storm")
    assert check_objectives(dialogue.tables, meeting, TODAY) == ()
    assert check_existing(dialogue.tables, meeting, TODAY) == ()
