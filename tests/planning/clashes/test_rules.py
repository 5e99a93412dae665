"""Each rule of the programme, on a filled dialogue that has nothing wrong before."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from alternat.actions.agendas import change_agenda_item, set_lead
from alternat.actions.attendance import set_chair, set_parties
from alternat.actions.calendars import add_avoid_dates
from alternat.actions.consents import give_consent
from alternat.actions.delegations import leave_meeting
from alternat.actions.interpretation import assign, set_pairs, unassign
from alternat.actions.programme import cancel_sessions, change_sessions, move_session
from alternat.actions.severities import CannotRaise, ReasonMissing, lower_finding, restore_finding
from alternat.actions.subgroups import add_subgroup
from alternat.actions.venues import change_room
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.consents import ConsentStep
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.planning.clashes.context import read_context
from alternat.planning.clashes.engine import check_programme
from alternat.planning.findings import Finding, Severity, SubjectKind
from alternat.planning.programme import PartyPlan
from alternat.planning.whole_check import check_everything
from alternat.storage.workspace import Workspace
from tests.factories.clocks import NOW
from tests.factories.programmes import EVERYONE, FilledProgramme, fill_programme, people
from tests.planning.clashes.programmes import BEIJING, NIGHTS, OTTAWA, context, programme, session


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def found(workspace: Workspace, filled: FilledProgramme) -> dict[str, list[Finding]]:
    findings: dict[str, list[Finding]] = {}
    for each in check_programme(read_context(workspace.tables, filled.meeting)):
        findings.setdefault(each.code, []).append(each)
    return findings


def _baseline(workspace: Workspace, filled: FilledProgramme) -> set[str]:
    return set(found(workspace, filled))


Spoil = Callable[[Workspace, FilledProgramme], object]


def _sessions(fields: dict[str, Any], name: str = "bilateral") -> Spoil:
    return lambda workspace, filled: change_sessions(workspace, [filled.sessions[name]], fields)


def _room(fields: dict[str, Any]) -> Spoil:
    return lambda workspace, filled: change_room(workspace, filled.rooms["A1"], fields)


def _leave(workspace: Workspace, filled: FilledProgramme) -> None:
    part = workspace.tables.Participation
    row = part.get((part.person == filled.canadians[0]) & (part.meeting == filled.meeting))
    leave_meeting(workspace, [row.id])


def _second_place(workspace: Workspace, filled: FilledProgramme) -> None:
    set_parties(workspace, filled.sessions["bilateral"], people(filled.canadians[1]))


def _second_assignment(workspace: Workspace, filled: FilledProgramme) -> None:
    assign(workspace, filled.sessions["bilateral"], filled.interpreters[0], ("en", "zh"))


def _no_lead(workspace: Workspace, filled: FilledProgramme) -> None:
    item = workspace.tables.AgendaItem
    row = item.get((item.session == filled.sessions["plenary"]) & (item.number == 2))
    set_lead(workspace, row.id, "CA", None)


def _partly_there(workspace: Workspace, filled: FilledProgramme) -> None:
    late = PartyPlan(PartyKind.PERSON, str(filled.chinese[0]), joins=time(9, 30))
    set_parties(workspace, filled.sessions["plenary"], (*EVERYONE, late))


def _one_sided(workspace: Workspace, filled: FilledProgramme) -> None:
    """Let a sub-group meet of which only one side has heard, all in one step."""
    entity = workspace.tables.Entity
    canadian = entity.select().join(workspace.tables.Side).where(workspace.tables.Side.code == "CA").first()
    with workspace.change(message("Set up a sub-group")):
        added = add_subgroup(workspace, filled.meeting, Label.same("Cybercrime"), entities=[canadian.id])
        (group,) = added.inserted("sub_group")
        proposed = ConsentStep.PROPOSED
        give_consent(workspace, subgroup=group, side="CA", step=proposed, given=date(2027, 1, 5))
        change_sessions(workspace, [filled.sessions["sub-group"]], {"subgroup": group})


def test_no_room_is_missed_where_no_session_has_one_or_where_none_is_needed(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    change_sessions(dialogue, [filled.sessions["bilateral"]], {"kind": SessionKind.VISIT, "room": None})
    assert "session-without-room" not in found(dialogue, filled)
    change_sessions(dialogue, list(filled.sessions.values()), {"room": None})
    assert "session-without-room" not in found(dialogue, filled)


@pytest.mark.parametrize(
    ("spoil", "code", "severity"),
    [
        (_second_place, "person-twice", "blocks"),
        (_second_assignment, "interpreter-twice", "blocks"),
        (lambda w, f: move_session(w, f.sessions["bilateral"], room=f.rooms["A1"]), "room-twice", "blocks"),
        (lambda w, f: move_session(w, f.sessions["dinner"], start=time(14, 10)), "way-too-short", "warns"),
        (_room({"capacity": 5}), "room-too-small", "warns"),
        (_room({"opens": time(9, 30)}), "room-closed", "warns"),
        (_room({"closes": time(11, 30)}), "room-closed", "warns"),
        (_room({"booths": 0}), "booth-missing", "notes"),
        (_sessions({"day": date(2027, 6, 20)}), "outside-meeting", "warns"),
        (_sessions({"room": None}), "session-without-room", "warns"),
        (_sessions({"room": None}, "lunch"), "session-without-room", "notes"),
        (_sessions({"day": date(2027, 7, 1)}), "on-holiday", "warns"),
        (_sessions({"day": date(2027, 11, 7), "start": time(1, 30)}), "time-twice", "warns"),
        (_sessions({"minutes": 60}, "plenary"), "agenda-too-long", "warns"),
        (_sessions({"interpretation": Interpretation.WHISPERED}), "interpreter-missing", "warns"),
        (lambda w, f: set_chair(w, f.sessions["plenary"], "CN", None), "chair-missing", "warns"),
        (_leave, "chair-absent", "warns"),
        (_leave, "lead-absent", "warns"),
        (lambda w, f: set_parties(w, f.sessions["bilateral"], ()), "nobody-there", "notes"),
        (lambda w, f: set_pairs(w, f.interpreters[0], [("en", "fr")]), "interpreter-wrong-pair", "warns"),
        (lambda w, f: unassign(w, f.sessions["plenary"], f.interpreters[0]), "relief-missing", "warns"),
        (_no_lead, "lead-missing", "warns"),
        (_partly_there, "chair-part-time", "warns"),
        (_one_sided, "consent-missing", "warns"),
        (_one_sided, "counterpart-missing", "warns"),
    ],
)  # fmt: skip
def test_a_rule_speaks_up_when_it_is_broken(
    dialogue: Workspace, filled: FilledProgramme, spoil: Spoil, code: str, severity: str
) -> None:
    assert code not in _baseline(dialogue, filled)
    spoil(dialogue, filled)
    assert {each.severity.value for each in found(dialogue, filled)[code]} == {severity}
    dialogue.undo()
    assert code not in _baseline(dialogue, filled)


def test_a_chair_who_stays_throughout_may_come_and_go_as_the_session_does(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    _partly_there(dialogue, filled)
    (part_time,) = found(dialogue, filled)["chair-part-time"]
    assert part_time.people == (filled.chinese[0],)
    set_parties(dialogue, filled.sessions["plenary"], EVERYONE)
    assert "chair-part-time" not in found(dialogue, filled)


def test_the_side_that_has_not_accepted_or_sits_not_in_a_sub_group_is_named(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    _one_sided(dialogue, filled)
    findings = found(dialogue, filled)
    (consent,), (counterpart,) = findings["consent-missing"], findings["counterpart-missing"]
    say = catalog(Language.EN).say
    assert [say(consent.message), say(counterpart.message)] == [
        "“Counter-terrorism” is planned without the consent of China to the sub-group “Cybercrime”.",
        "The sub-group “Cybercrime” of “Counter-terrorism” has no entity of China.",
    ]
    assert {each.subject.kind for each in (consent, counterpart)} == {SubjectKind.SUB_GROUP}
    assert {each.sessions for each in (consent, counterpart)} == {(filled.sessions["sub-group"],)}
    assert [each.fix and each.fix.field for each in (consent, counterpart)] == ["consents", "entities"]
    give_consent(
        dialogue, subgroup=consent.subject.id, side="CN", step=ConsentStep.ACCEPTED, given=date(2027, 2, 1)
    )
    assert "consent-missing" not in found(dialogue, filled)


@pytest.mark.parametrize(
    ("hours", "is_closed"),
    [
        ({"opens": time(11)}, False),
        ({"opens": time(11, 1)}, True),
        ({"closes": time(11, 45)}, False),
        ({"closes": time(11, 44)}, True),
        ({"opens": time(11), "closes": time(11, 45)}, False),
    ],
)
def test_a_room_is_open_from_its_first_to_its_last_minute(
    dialogue: Workspace, filled: FilledProgramme, hours: dict[str, time], is_closed: bool
) -> None:
    change_room(dialogue, filled.rooms["A2"], hours)
    change_sessions(dialogue, [filled.sessions["press"]], {"room": None})
    assert [each.subject.id for each in found(dialogue, filled).get("room-closed", ())] == (
        [filled.sessions["bilateral"]] if is_closed else []
    )


@pytest.mark.parametrize(("minutes", "is_closed"), [(30, False), (31, True), (60, True), (540, True)])
def test_a_session_that_runs_past_midnight_is_too_late_for_a_room_that_closes(
    minutes: int, is_closed: bool
) -> None:
    night = session(1, date(2027, 3, 14), time(19, 30), minutes, room=1)
    of = programme(2, 1, [night])
    codes = {each.code for each in check_programme(context(of))}
    assert ("room-closed" in codes) is is_closed


def test_a_dropped_item_takes_no_time_and_needs_nobody(dialogue: Workspace, filled: FilledProgramme) -> None:
    item = dialogue.tables.AgendaItem
    row = item.get((item.session == filled.sessions["plenary"]) & (item.number == 3))
    change_agenda_item(dialogue, row.id, {"minutes": 41})
    assert "agenda-too-long" in found(dialogue, filled)
    set_lead(dialogue, row.id, "CA", None)
    set_lead(dialogue, row.id, "CN", filled.interpreters[1])
    set_parties(dialogue, filled.sessions["plenary"], people(*filled.canadians, *filled.chinese))
    assert "lead-missing" in found(dialogue, filled)
    change_agenda_item(dialogue, row.id, {"is_dropped": True})
    assert not {"agenda-too-long", "lead-missing", "lead-absent"} & set(found(dialogue, filled))


def test_part_time_presence_decides_who_is_in_two_places(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    person = str(filled.canadians[1])
    late = PartyPlan(PartyKind.PERSON, person, joins=time(12, 0))
    move_session(dialogue, filled.sessions["bilateral"], minutes=75)
    set_parties(dialogue, filled.sessions["bilateral"], [late])
    assert "person-twice" not in found(dialogue, filled)
    set_parties(
        dialogue, filled.sessions["bilateral"], [PartyPlan(PartyKind.PERSON, person, joins=time(11, 55))]
    )
    (twice,) = found(dialogue, filled)["person-twice"]
    assert twice.people == (filled.canadians[1],)
    assert set(twice.sessions) == {filled.sessions["sub-group"], filled.sessions["bilateral"]}


def test_part_time_hours_that_a_move_left_behind_are_told(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    part = PartyPlan(PartyKind.PERSON, str(filled.canadians[3]), leaves=time(11, 30))
    set_parties(dialogue, filled.sessions["bilateral"], [part])
    move_session(dialogue, filled.sessions["bilateral"], start=time(15))
    (left,) = found(dialogue, filled)["part-time-outside"]
    assert left.people == (filled.canadians[3],)


def test_a_cancelled_session_clashes_with_nothing(dialogue: Workspace, filled: FilledProgramme) -> None:
    set_parties(dialogue, filled.sessions["bilateral"], EVERYONE)
    assert "person-twice" in found(dialogue, filled)
    cancel_sessions(dialogue, [filled.sessions["bilateral"]])
    assert "person-twice" not in found(dialogue, filled)


def test_the_reason_of_private_dates_stays_out_of_findings(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    reason = Label.same("Secret summit")
    add_avoid_dates(dialogue, "CA", starts=date(2027, 6, 13), reason=reason, is_private=True)
    (avoided,) = found(dialogue, filled)["on-avoided-day"]
    assert "Secret" not in catalog(Language.EN).say(avoided.message)


def test_a_finding_is_told_in_three_languages(dialogue: Workspace, filled: FilledProgramme) -> None:
    move_session(dialogue, filled.sessions["bilateral"], room=filled.rooms["A1"])
    (twice,) = found(dialogue, filled)["room-twice"]
    assert [catalog(language).say(twice.message) for language in Language] == [
        (
            "On Saturday, June 12, 2027 at 11:00, two sessions in the room A1: "
            "“Counter-terrorism” and “Bilateral: Justice”."
        ),
        (
            "Deux séances dans la salle A1, le samedi 12 juin 2027 à 11\u00a0h\u00a0: "
            "«\u00a0Lutte contre le terrorisme\u00a0» et «\u00a0Rencontre bilatérale : Justice\u00a0»."
        ),
        "2027年6月12日 星期六 11:00，会议室A1有两项活动：“反恐”和“双边会见：司法”。",
    ]


def test_a_lowered_kind_is_lower_with_its_reason_and_never_higher(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    move_session(dialogue, filled.sessions["bilateral"], room=filled.rooms["A1"])
    lower_finding(dialogue, "room-twice", Severity.NOTES, "The room has a folding wall")
    lower_finding(dialogue, "booth-missing", Severity.WARNS, "Never raised")
    change_room(dialogue, filled.rooms["A1"], {"booths": 0})
    everything = check_everything(dialogue.tables, filled.meeting, today=NOW.date())
    lowered = {each.code: (each.severity, each.reason) for each in everything}
    assert lowered["room-twice"] == (Severity.NOTES, "The room has a folding wall")
    assert lowered["booth-missing"] == (Severity.NOTES, "")
    restore_finding(dialogue, "room-twice")
    assert found(dialogue, filled)["room-twice"][0].severity is Severity.BLOCKS


def test_a_kind_is_lowered_for_a_reason_and_never_to_blocking(dialogue: Workspace) -> None:
    with pytest.raises(ReasonMissing):
        lower_finding(dialogue, "room-twice", Severity.NOTES, "  ")
    with pytest.raises(CannotRaise):
        lower_finding(dialogue, "room-twice", Severity.BLOCKS, "Important")


def test_an_interpreter_who_has_left_the_meeting_is_missed_in_each_session(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    part = dialogue.tables.Participation
    row = part.get((part.person == filled.interpreters[1]) & (part.meeting == filled.meeting))
    leave_meeting(dialogue, [row.id])
    absent = found(dialogue, filled)["interpreter-absent"]
    sessions = {filled.sessions[name] for name in ("plenary", "closing", "sub-group", "press")}
    assert {each.subject.id for each in absent} == sessions
    assert {each.people for each in absent} == {(filled.interpreters[1],)}


def test_a_sub_group_session_asks_which_sub_group_meets(dialogue: Workspace, filled: FilledProgramme) -> None:
    asked = {filled.sessions["sub-group"]}
    assert {each.subject.id for each in found(dialogue, filled)["subgroup-missing"]} == asked
    change_sessions(dialogue, [filled.sessions["bilateral"]], {"kind": SessionKind.SUB_GROUP})
    asked.add(filled.sessions["bilateral"])
    assert {each.subject.id for each in found(dialogue, filled)["subgroup-missing"]} == asked


@pytest.mark.parametrize(("zone", "codes"), [(OTTAWA, {"time-skipped"}), (BEIJING, set())])
def test_a_time_that_the_clock_jumps_over_is_told_in_the_zone_that_jumps(zone: str, codes: set[str]) -> None:
    night = session(1, NIGHTS[0], time(2, 30), 30, time_zone=zone)
    findings = check_programme(context(programme(2, 1, [night])))
    assert {each.code for each in findings if each.code.startswith("time-")} == codes
