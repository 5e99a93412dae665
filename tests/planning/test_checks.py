"""What the checks of a meeting find, and what they say."""

from alternat.actions.meetings import change_meeting
from alternat.actions.people import change_people
from alternat.documents.contents.meeting import printing_habits
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.delegations import Role
from alternat.nouns.paper import Paper
from alternat.nouns.people import Gender
from alternat.planning.checks import check_meeting
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate, add_delegation


def _said(workspace: Workspace, meeting: int, code: str, language: Language = Language.EN) -> list[str]:
    return [
        catalog(language).say(finding.message)
        for finding in check_meeting(workspace.tables, meeting)
        if finding.code == code
    ]


def test_complete_delegations_only_leave_notes(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    change_meeting(dialogue, meeting, {"host_reason": "Works in Beijing"})
    add_delegation(dialogue, meeting, "CA", 7)
    add_delegation(dialogue, meeting, "CN", 4)
    assert [f for f in check_meeting(dialogue.tables, meeting) if f.severity is not Severity.NOTES] == []


def test_a_missing_position_names_the_person_and_the_field_in_the_language_of_the_reader(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, position=Label(en="Director", zh="处长"), role=Role.HEAD)
    assert _said(dialogue, meeting, "position-missing") == [
        "Léa ARNAULT has no French position. The badge and the list would show a gap."
    ]
    assert _said(dialogue, meeting, "position-missing", Language.ZH) == [
        "安蕾缺少法文职务，胸牌和名单上将出现空缺。"
    ]
    (finding,) = [f for f in check_meeting(dialogue.tables, meeting) if f.code == "position-missing"]
    assert finding.fix is not None
    assert finding.fix.field == "position.fr"


def test_a_delegation_without_a_head_and_one_with_two_are_told_apart(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting)
    add_delegate(dialogue, meeting, side="CN", family="An", role=Role.HEAD)
    add_delegate(dialogue, meeting, side="CN", family="Bai", role=Role.HEAD)
    assert _said(dialogue, meeting, "head-missing") == ["Delegation of Canada has no head."]
    assert len(_said(dialogue, meeting, "head-twice")) == 1


def test_a_head_who_is_not_first_in_precedence_is_a_warning(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting)
    add_delegate(dialogue, meeting, family="Bélair", role=Role.HEAD)
    assert _said(dialogue, meeting, "head-not-first") == [
        "Léa BÉLAIR heads the delegation but is not first in its order of precedence."
    ]


def test_namesakes_are_pointed_out(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting)
    add_delegate(dialogue, meeting)
    assert len(_said(dialogue, meeting, "namesake")) == 2


def test_a_badge_number_that_two_have_blocks(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy")
    add_delegate(dialogue, meeting, family="Bélair")
    assert _said(dialogue, meeting, "number-twice") == []
    part = dialogue.tables.Participation
    with dialogue.change(message("As an earlier version left it")) as change:
        change.update(part, {part.select().order_by(part.id.desc()).get().id: {"serial": 1}})
    (said,) = _said(dialogue, meeting, "number-twice")
    assert "has the badge number of" in said
    assert "BÉLAIR" in said.partition("badge number")[0]


def test_a_printed_form_of_another_name_is_found_and_one_that_is_only_shorter_is_not(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Jones", given="Anna Maria", printed_name="Anna SMITH")
    (said,) = _said(dialogue, meeting, "printed-name-differs")
    assert said.startswith("The printed form “Anna SMITH” does not agree with the name Anna Maria JONES.")
    change_people(dialogue, [person], {"printed_name": "A. JONES"})
    assert _said(dialogue, meeting, "printed-name-differs") == []


def test_a_passport_spelling_that_differs_is_a_note_and_changes_nothing(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(
        dialogue, meeting, family="Lü", given="Ping", side="CN", contact={"passport_name": "LYU PING"}
    )
    assert _said(dialogue, meeting, "passport-differs") == ["LÜ Ping is spelt differently in the passport."]
    change_people(dialogue, [person], {"family": "Lyu"})
    assert _said(dialogue, meeting, "passport-differs") == []


def test_the_gender_is_asked_for_only_where_the_french_role_varies(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, gender=Gender.UNKNOWN, role=Role.INTERPRETER)
    assert _said(dialogue, meeting, "gender-unknown") == []
    add_delegate(dialogue, meeting, gender=Gender.UNKNOWN, role=Role.ADVISER)
    assert len(_said(dialogue, meeting, "gender-unknown")) == 1


def test_entities_without_anybody_are_noted_only_for_sides_that_have_people(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegation(dialogue, meeting, "CN", 3)
    assert _said(dialogue, meeting, "entity-absent") == [
        "Nobody from Ministry of Justice takes part (Chinese side)."
    ]


def test_a_city_named_in_one_language_only_is_a_warning(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    change_meeting(dialogue, meeting, {"city": Label(en="Gatineau")})
    assert _said(dialogue, meeting, "city-missing") == [
        "The city of the meeting 2027 is not given in all three languages."
    ]


def test_a_draft_hosted_out_of_turn_without_a_reason_is_told_with_the_field_to_fill(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    assert _said(dialogue, meeting, "host-reason-missing") == [
        "Canada hosts the meeting 2027 out of turn, and no reason is on record."
    ]
    (finding,) = [f for f in check_meeting(dialogue.tables, meeting) if f.code == "host-reason-missing"]
    assert finding.fix is not None
    assert (finding.severity, finding.fix.field) == (Severity.WARNS, "host_reason")

    change_meeting(dialogue, meeting, {"host_reason": "Works in Beijing"})

    assert _said(dialogue, meeting, "host-reason-missing") == []


def test_a_paper_that_nothing_prints_on_is_told_with_those_that_print(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    assert _said(dialogue, meeting, "paper-unknown") == []
    with dialogue.change(message("As an older version wrote it")) as change:
        change.update(dialogue.tables.Meeting, {meeting: {"paper": "a3"}})
    (told,) = _said(dialogue, meeting, "paper-unknown")
    assert told.startswith("Nothing prints on the paper “a3” of the meeting 2027; letter is taken.")
    assert told.endswith("one of: a4, letter.")
    assert printing_habits(dialogue.tables, meeting).paper is Paper.LETTER
