"""The next edition, made from the meeting before."""

from datetime import date

import pytest

from alternat.actions.consents import give_consent
from alternat.actions.countdown import add_task, tick
from alternat.actions.delegations import invite
from alternat.actions.editions import new_edition
from alternat.actions.meetings import add_meeting, change_meeting
from alternat.actions.next_agenda import park
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.meetings import Meeting
from alternat.nouns.consents import ConsentStep
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.meetings import HonourSide, MeetingStatus
from alternat.nouns.provisions import ProvisionState
from alternat.planning.countdown import checklist
from alternat.planning.editions import carry_over, carry_told
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from tests.factories.agendas import TODAY, three_years, update
from tests.factories.people import add_delegation


def _held(dialogue: Workspace) -> int:
    changes = add_meeting(dialogue, year=2027, host="CN", starts=date(2027, 6, 15), status=MeetingStatus.HELD)
    (meeting,) = changes.inserted("meeting")
    change_meeting(dialogue, meeting, {"paper": "a4", "languages": ("zh", "en", "fr"), "number": 3})
    return meeting


def _edition(dialogue: Workspace, previous: int) -> Meeting:
    (meeting,) = new_edition(dialogue, previous).inserted("meeting")
    return dialogue.tables.Meeting.get_by_id(meeting)


def test_host_and_guest_change_places_with_all_that_follows(dialogue: Workspace) -> None:
    row = _edition(dialogue, _held(dialogue))
    assert (row.reference, row.host.code, row.city.en, row.time_zone) == (
        "2028", "CA", "Ottawa", "America/Toronto",
    )  # fmt: skip
    assert (row.paper, row.honour_side, row.languages) == ("letter", HonourSide.LEFT, ("en", "fr", "zh"))
    assert (row.previous, row.number, row.starts, row.status) == ("2027", 4, None, MeetingStatus.DRAFT)


def test_a_postponed_meeting_comes_again_at_the_same_host(dialogue: Workspace) -> None:
    meeting = _held(dialogue)
    dialogue.tables.Meeting.get_by_id(meeting)
    other = add_meeting(dialogue, year=2028, host="CA", status=MeetingStatus.POSTPONED).inserted("meeting")[0]
    assert _edition(dialogue, other).host.code == "CA"


def test_people_are_carried_over_as_not_yet_invited_and_attendance_is_not(dialogue: Workspace) -> None:
    meeting = _held(dialogue)
    people = add_delegation(dialogue, meeting, "CA", 3)
    row = _edition(dialogue, meeting)
    everyone = roster(dialogue.tables, row.id, attending_only=False)
    assert [(each.person, each.role, each.status, each.place) for each in everyone] == [
        (people[0], Role.HEAD, ParticipationStatus.NOT_INVITED, 1),
        (people[1], Role.MEMBER, ParticipationStatus.NOT_INVITED, 2),
        (people[2], Role.MEMBER, ParticipationStatus.NOT_INVITED, 3),
    ]
    assert roster(dialogue.tables, row.id) == ()
    invite(dialogue, row.id, people[:1])
    assert [(each.person, each.role) for each in roster(dialogue.tables, row.id)] == [(people[0], Role.HEAD)]


def test_topics_and_open_follow_up_are_carried_over_and_the_checklist_starts(dialogue: Workspace) -> None:
    meeting = _held(dialogue)
    add_task(dialogue, meeting, text=Label(en="Send the report"), days_before=-30, is_follow_up=True)
    add_task(dialogue, meeting, text=Label(en="Return the flags"), days_before=-3)
    tables, row = dialogue.tables, _edition(dialogue, meeting)
    texts = [
        task.text.en
        for task in tables.Task.select().where(tables.Task.meeting == row.id).order_by(tables.Task.number)
    ]
    assert (texts[0], texts[1], len(texts)) == ("Send the report", "Propose dates to the other side", 24)
    topics = tables.MeetingTopic.select().where(tables.MeetingTopic.meeting == row.id)
    assert [topic.number for topic in topics] == [1, 2, 3, 4, 5, 6]


def test_topics_dropped_from_the_meeting_before_do_not_come_again(dialogue: Workspace) -> None:
    meeting, topic = _edition(dialogue, _held(dialogue)).id, dialogue.tables.MeetingTopic
    before = [row.topic_id for row in topic.select().where(topic.meeting == meeting).order_by(topic.number)]
    with dialogue.change(message("Drop a topic")) as change:
        change.update(
            topic, {topic.get((topic.meeting == meeting) & (topic.number == 2)).id: {"is_dropped": True}}
        )
    row = _edition(dialogue, meeting)
    after = topic.select().where(topic.meeting == row.id).order_by(topic.number)
    assert [(each.number, each.topic_id) for each in after] == list(enumerate([before[0], *before[2:]], 1))


def test_one_undo_takes_the_edition_back_and_consents_are_not_carried(dialogue: Workspace) -> None:
    meeting = _held(dialogue)
    give_consent(dialogue, side="CN", step=ConsentStep.PROPOSED, given=date(2027, 1, 4), meeting=meeting)
    row = _edition(dialogue, meeting)
    consent = dialogue.tables.Consent
    assert not consent.select().where(consent.meeting == row.id).exists()
    dialogue.undo()
    assert dialogue.tables.Meeting.get_or_none(dialogue.tables.Meeting.reference == "2028") is None
    assert dialogue.tables.Task.select().where(dialogue.tables.Task.meeting == row.id).count() == 0


def test_follow_up_taken_over_is_overdue_once_on_the_new_meeting_only(dialogue: Workspace) -> None:
    previous, today = _held(dialogue), date(2030, 1, 1)
    add_task(dialogue, previous, text=Label(en="Send the report"), days_before=-30, is_follow_up=True)
    (new,) = new_edition(dialogue, previous).inserted("meeting")
    change_meeting(dialogue, new, {"starts": date(2028, 6, 12), "ends": date(2028, 6, 12)})

    def overdue(meeting: int) -> list[str]:
        plans = checklist(dialogue.tables, meeting, today)
        return [plan.text.en for plan in plans if plan.is_overdue and plan.text.en == "Send the report"]

    assert (overdue(previous), overdue(new)) == ([], ["Send the report"])
    (again,) = new_edition(dialogue, previous, year=2029).inserted("meeting")
    assert "Send the report" not in {plan.text.en for plan in checklist(dialogue.tables, again, today)}
    carried = dialogue.tables.Task.get(dialogue.tables.Task.carried_from > 0)
    tick(dialogue, [carried.id], date(2028, 1, 3), "")
    assert overdue(previous) == []
    for _ in range(4):
        dialogue.undo()
    assert overdue(previous) == ["Send the report"]


def test_open_records_are_proposed_once_after_every_edition_and_nothing_is_doubled(
    any_workspace: Workspace,
) -> None:
    years = three_years(any_workspace)
    years.outcome(1)
    years.outcome(2)
    park(any_workspace, years.proposal("outcome:2026-2"), on=TODAY)
    update(any_workspace, "Meeting", years.coming, status=MeetingStatus.HELD)
    update(any_workspace, "Meeting", years.following, status=MeetingStatus.HELD)
    for year in (2029, 2030):
        (meeting,) = new_edition(any_workspace, years.following, year=year).inserted("meeting")
        names = [each.name for each in years.proposals(meeting) if each.outcome]
        assert sorted(names) == ["outcome:2026-1", "outcome:2026-2"]
        assert [name for name in years.offered(meeting) if "outcome" in name] == ["outcome:2026-1"]
        assert any_workspace.tables.AgendaProposal.select().count() == 1


def test_closed_and_merged_topics_are_not_carried_over_and_stay_where_they_are(dialogue: Workspace) -> None:
    first = _edition(dialogue, _held(dialogue))
    topic = dialogue.tables.MeetingTopic
    keys = [row.topic_id for row in topic.select().where(topic.meeting == first.id).order_by(topic.number)]
    update(dialogue, "Provision", keys[1], state=ProvisionState.CLOSED)
    update(dialogue, "Provision", keys[3], state=ProvisionState.MERGED, merged_into=keys[0])
    after = _edition(dialogue, first.id)
    rows = topic.select().where(topic.meeting == after.id).order_by(topic.number)
    assert [(row.number, row.topic_id) for row in rows] == list(enumerate([keys[0], keys[2], *keys[4:]], 1))
    assert topic.select().where(topic.meeting == first.id).count() == 6


@pytest.mark.parametrize("status", ParticipationStatus)
def test_all_come_along_but_those_who_said_no_and_all_of_it_is_told(
    dialogue: Workspace, status: ParticipationStatus
) -> None:
    meeting = _held(dialogue)
    first, second = add_delegation(dialogue, meeting, "CA", 2)
    part = dialogue.tables.Participation
    key = part.get((part.meeting == meeting) & (part.person == second)).id
    with dialogue.change(message("Change a status")) as change:
        change.update(part, {key: {"status": status}})
    carried = carry_over(dialogue.tables, meeting)
    stays_away = {
        *(ParticipationStatus.DECLINED, ParticipationStatus.REPLACED, ParticipationStatus.WITHDRAWN),
    }
    comes = [first] if status in stays_away else [first, second]
    assert [each.person for each in carried.people] == comes
    told = " ".join(_said(dialogue, meeting))
    assert f"Canada: {len(comes)} p" in told
    assert ("does not come along" in told) == (status in stays_away)
    row = _edition(dialogue, meeting)
    assert [each.person for each in roster(dialogue.tables, row.id, attending_only=False)] == comes


def test_an_edition_of_an_edition_takes_everybody_along_again(dialogue: Workspace) -> None:
    meeting = _held(dialogue)
    people = add_delegation(dialogue, meeting, "CA", 3)
    for _ in range(3):
        meeting = _edition(dialogue, meeting).id
        everyone = roster(dialogue.tables, meeting, attending_only=False)
        assert [each.person for each in everyone] == list(people)
        assert {each.status for each in everyone} == {ParticipationStatus.NOT_INVITED}


def test_without_anybody_to_come_along_that_is_told(dialogue: Workspace) -> None:
    assert _said(dialogue, _held(dialogue))[0] == (
        "Nobody comes along: the meeting 2027 has no participant who could be invited again."
    )


def test_topics_that_stay_behind_are_named(dialogue: Workspace) -> None:
    meeting, tables = _edition(dialogue, _held(dialogue)).id, dialogue.tables
    rows = list(tables.MeetingTopic.select().where(tables.MeetingTopic.meeting == meeting))
    with dialogue.change(message("Drop and close topics")) as change:
        change.update(tables.MeetingTopic, {rows[0].id: {"is_dropped": True}})
        change.update(tables.Provision, {rows[1].topic_id: {"state": ProvisionState.CLOSED}})
    said = _said(dialogue, meeting)
    names = [str(tables.Provision.get_by_id(row.topic_id).text.en) for row in rows[:2]]
    assert f"1 topic that was dropped from the meeting does not come along: {names[0]}." in said
    assert f"1 topic that was closed or merged does not come along: {names[1]}." in said
    assert "4 topics of the meeting come along." in said


def _said(dialogue: Workspace, meeting: int) -> list[str]:
    tables = dialogue.tables
    sides = [(row.code, row.country) for row in tables.Side.select().order_by(tables.Side.number)]
    told = carry_told(carry_over(tables, meeting), sides)
    return [catalog(Language.EN).say(each) for each in told]
