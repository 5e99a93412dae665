"""Texts are checked, agreed and collated as they stand, and a change of them tells by itself."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.fields import Needed
from alternat.actions.guidance import add_guidance, remove_guidance
from alternat.actions.outcomes import change_outcomes, close_record, correct_outcome, remove_outcomes
from alternat.actions.terms import add_provision, change_provision, remove_provision
from alternat.actions.texts import (
    AgreedAlready,
    LanguageMissing,
    NoSuchDifference,
    NoSuchText,
    NotAgreed,
    NotDismissed,
    NotWhole,
    agree_text,
    check_text,
    dismiss_difference,
    record_collation,
    remove_collation,
    restore_difference,
    withdraw_agreement,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.rows import UnknownRow
from alternat.planning.text_states import Standing, TextDifferences, TextState, differences, text_states
from alternat.planning.texts import TextKey, texts
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.factories.texts import AGREED, OTHER, outcome_of, reword

DAY, LATER = date(2027, 6, 17), date(2027, 7, 1)
EN, FR, ZH = Language
BOTH = [EN, FR, ZH]
ANOTHER_DAY = AGREED.with_text(FR, AGREED.fr.replace("1er septembre", "2 septembre"))


def state(workspace: Workspace, key: TextKey) -> TextState:
    (found,) = text_states(workspace.tables, keys=[key])
    return found


def standings(workspace: Workspace, key: TextKey) -> list[Standing]:
    return [each.standing for each in state(workspace, key).languages]


def differing(workspace: Workspace, key: TextKey) -> TextDifferences | None:
    return differences(workspace.tables, keys=[key]).get(key)


def test_a_change_in_one_language_makes_all_checks_stale_until_it_is_taken_back(
    any_workspace: Workspace,
) -> None:
    key = outcome_of(any_workspace)
    assert standings(any_workspace, key) == [Standing.DRAFT] * 3
    check_text(any_workspace, key, BOTH, on=DAY, by="Li Wen")
    assert standings(any_workspace, key) == [Standing.CHECKED] * 3
    assert state(any_workspace, key).is_checked
    reword(any_workspace, key, ANOTHER_DAY)
    assert standings(any_workspace, key) == [Standing.STALE] * 3
    english = state(any_workspace, key).language(EN)
    assert (english.changed, english.checked_on, english.checked_by) == ((FR,), DAY, "Li Wen")
    any_workspace.undo()
    assert standings(any_workspace, key) == [Standing.CHECKED] * 3
    any_workspace.redo()
    check_text(any_workspace, key, [ZH, EN], on=LATER)
    assert standings(any_workspace, key) == [Standing.CHECKED, Standing.STALE, Standing.CHECKED]
    assert state(any_workspace, key).stale[0].language is FR
    any_workspace.undo()
    assert standings(any_workspace, key) == [Standing.STALE] * 3
    assert any_workspace.tables.TextMark.select().count() == 3


def test_a_language_that_is_added_later_was_not_checked_against(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace, AGREED.with_text(ZH, ""))
    with pytest.raises(LanguageMissing):
        check_text(any_workspace, key, BOTH, on=DAY)
    check_text(any_workspace, key, [EN, FR], on=DAY)
    assert standings(any_workspace, key) == [Standing.CHECKED, Standing.CHECKED, Standing.MISSING]
    reword(any_workspace, key, AGREED)
    assert standings(any_workspace, key) == [Standing.STALE, Standing.STALE, Standing.DRAFT]


def test_a_side_agrees_language_by_language_the_text_that_stands(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace)
    agree_text(any_workspace, key, "CA", [FR, EN], on=DAY, by="Note 12")
    agree_text(any_workspace, key, "CN", [ZH], on=LATER)
    told = [(each.side, each.language, each.day) for each in state(any_workspace, key).agreements]
    assert told == [("CA", EN, DAY), ("CA", FR, DAY), ("CN", ZH, LATER)]
    reword(any_workspace, key, ANOTHER_DAY)
    stands = {each.language: each.stands for each in state(any_workspace, key).agreements}
    assert stands == {EN: True, FR: False, ZH: True}
    agree_text(any_workspace, key, "CA", [FR], on=LATER)
    french = state(any_workspace, key).agreement("CA", FR)
    assert french is not None
    assert (french.stands, french.day) == (True, LATER)
    withdraw_agreement(any_workspace, key, "CA", [EN, FR])
    assert [each.side for each in state(any_workspace, key).agreements] == ["CN"]
    any_workspace.undo()
    assert len(state(any_workspace, key).agreements) == 3


def test_what_is_not_there_is_not_agreed_and_not_taken_back(workspace: Workspace) -> None:
    key = outcome_of(workspace, AGREED.with_text(FR, ""))
    with pytest.raises(LanguageMissing, match="in fr"):
        agree_text(workspace, key, "CA", BOTH, on=DAY)
    with pytest.raises(NotAgreed):
        withdraw_agreement(workspace, key, "CA", [EN])
    with pytest.raises(UnknownRow):
        agree_text(workspace, key, "FR", [EN], on=DAY)
    with pytest.raises(UnknownRow):
        check_text(workspace, TextKey("outcome", 99, "text"), [EN], on=DAY)
    for empty in (key._replace(field="short"), key._replace(field="note")):
        with pytest.raises(NoSuchText):
            check_text(workspace, empty, [EN], on=DAY)
    assert not workspace.tables.TextMark.select().exists()


def test_a_collation_says_who_compared_what_and_any_change_reopens_it(any_workspace: Workspace) -> None:
    key, other = outcome_of(any_workspace), outcome_of(any_workspace, OTHER)
    record_collation(
        any_workspace,
        [key, other, key],
        day=DAY,
        done_by="Roy, Li Wen",
        versions="Initialled text of 12 June",
        note="Comma in paragraph 2",
    )
    for each in (key, other):
        (act,) = state(any_workspace, each).collations
        assert (act.day, act.done_by, act.versions) == (DAY, "Roy, Li Wen", "Initialled text of 12 June")
    assert state(any_workspace, key).is_collated
    reword(any_workspace, key, ANOTHER_DAY)
    reopened = state(any_workspace, key)
    assert (reopened.is_reopened, reopened.is_collated) == (True, False)
    assert reopened.collation is not None
    assert (reopened.collation.changed, reopened.collation.seen) == ((FR,), AGREED)
    assert state(any_workspace, other).is_collated
    record_collation(any_workspace, [key], day=LATER, done_by="Roy")
    assert state(any_workspace, key).is_collated
    assert [each.day for each in state(any_workspace, key).collations] == [DAY, LATER]
    latest = state(any_workspace, key).collation
    assert latest is not None
    remove_collation(any_workspace, latest.id)
    assert state(any_workspace, key).is_reopened
    any_workspace.undo()
    assert state(any_workspace, key).is_collated


def test_nothing_is_collated_while_a_language_is_missing_or_nobody_is_named(workspace: Workspace) -> None:
    whole, part = outcome_of(workspace), outcome_of(workspace, OTHER.with_text(ZH, " "))
    with pytest.raises(NotWhole, match="in zh"):
        record_collation(workspace, [whole, part], day=DAY, done_by="Roy")
    with pytest.raises(Needed):
        record_collation(workspace, [whole], day=DAY, done_by=" ")
    assert not workspace.tables.Collation.select().exists()


def test_a_dismissed_difference_stays_so_until_the_text_changes_in_any_language(any_address: str) -> None:
    with create_workspace(any_address, actor="Test") as workspace:
        key = outcome_of(workspace, AGREED.with_text(FR, AGREED.fr.replace("de 12 points", "de points")))
        told = differing(workspace, key)
        assert told is not None
        (difference,) = told.open
        assert difference.languages == (EN, FR)
        dismiss_difference(workspace, key, difference.key, "Both lists were annexed", on=DAY, by="Roy")
    with open_workspace(any_address, actor="Another", desk="another") as workspace:
        told = differing(workspace, key)
        assert told is not None
        assert told.open == ()
        ((same, dismissal),) = told.dismissed
        assert (same.key, dismissal.reason, dismissal.done_by) == (
            difference.key,
            "Both lists were annexed",
            "Roy",
        )
        stands: Any = workspace.tables.Outcome.get_by_id(key.row).text
        outcome_of(workspace, OTHER)
        told = differing(workspace, key)
        assert told is not None
        assert (told.open, len(told.dismissed)) == ((), 1)
        # The Chinese text agrees with the English one; that was judged too.
        reword(workspace, key, stands.with_text(ZH, stands.zh.replace("交换", "互换")))
        told = differing(workspace, key)
        assert told is not None
        assert ([each.key for each in told.open], told.dismissed) == ([difference.key], ())
        workspace.undo()
        reword(workspace, key, stands.with_text(EN, stands.en.replace("contact points", "contacts")))
        told = differing(workspace, key)
        assert told is not None
        assert [each.key for each in told.open] == [difference.key]
        assert told.dismissed == ()
        workspace.undo()
        told = differing(workspace, key)
        assert told is not None
        assert told.open == ()
        restore_difference(workspace, key, difference.key)
        told = differing(workspace, key)
        assert told is not None
        assert len(told.open) == 1


def test_a_difference_is_dismissed_with_a_reason_and_once(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace, ANOTHER_DAY)
    told = differing(any_workspace, key)
    assert told is not None
    (difference,) = told.open
    with pytest.raises(Needed):
        dismiss_difference(any_workspace, key, difference.key, "", on=DAY)
    with pytest.raises(NoSuchDifference):
        dismiss_difference(any_workspace, key, "number|en:7|fr:8", "None", on=DAY)
    with pytest.raises(NotDismissed):
        restore_difference(any_workspace, key, difference.key)
    dismiss_difference(any_workspace, key, difference.key, "First", on=DAY)
    dismiss_difference(any_workspace, key, difference.key, "Second", on=LATER)
    told = differing(any_workspace, key)
    assert told is not None
    assert [by.reason for _, by in told.dismissed] == ["Second"]
    assert any_workspace.tables.DismissedDifference.select().count() == 1


def test_what_was_done_with_texts_goes_with_them_and_comes_back(any_workspace: Workspace) -> None:
    tables = any_workspace.tables
    agreed = outcome_of(any_workspace)
    provision = tables.Provision
    dialogue = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    asked = {"dialogue": dialogue, "question": ANOTHER_DAY, "asked_on": DAY}
    (request,) = add_guidance(any_workspace, asked).inserted("guidance")
    (topic,) = add_provision(any_workspace, ProvisionKind.TOPIC, OTHER).inserted("provision")
    question, text = TextKey("guidance", request, "question"), TextKey("provision", topic, "text")
    told = differing(any_workspace, question)
    assert told is not None
    dismiss_difference(any_workspace, question, told.open[0].key, "None", on=DAY)
    for key in (question, text, agreed):
        check_text(any_workspace, key, [EN], on=DAY)
        record_collation(any_workspace, [key], day=DAY, done_by="Roy")
    remove_guidance(any_workspace, [request])
    remove_provision(any_workspace, topic)
    remove_outcomes(any_workspace, [agreed.row])
    marks = (tables.TextMark, tables.Collation, tables.DismissedDifference)
    assert [model.select().count() for model in marks] == [0, 0, 0]
    for _ in range(3):
        any_workspace.undo()
    assert [model.select().count() for model in marks] == [3, 3, 1]


def test_every_text_that_has_to_agree_has_a_name_of_its_own(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace)
    tables = any_workspace.tables
    objective = tables.Provision.get(tables.Provision.code == "objective-2").id
    with any_workspace.change(message("Fill")) as change:
        change.update(tables.Outcome, {key.row: {"short": Label("Contact points")}})
        row = {"objective": objective, "kind": InstrumentKind.TREATY, "title": Label("Treaty")}
        change.insert(tables.Instrument, [row])
        asked = {"dialogue": objective, "question": OTHER, "answer": AGREED, "asked_on": DAY}
        change.insert(tables.Guidance, [asked])
    codes = [each.code for each in texts(tables)]
    assert codes[:2] == ["outcome:2027-1", "outcome:2027-1:short"]
    assert codes[2:4] == ["guidance:1", "guidance:1:answer"]
    assert codes[-2:] == ["objective-5", "instrument:1"]
    assert not {"annual", "purpose"} & set(codes)
    assert len(set(codes)) == len(codes)
    assert [each.code for each in texts(tables, keys=[key])] == ["outcome:2027-1"]


def test_an_agreement_to_what_stands_is_not_written_over_by_another_day(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace)
    agree_text(any_workspace, key, "CA", [EN], on=DAY)
    with pytest.raises(AgreedAlready, match="2027-06-17"):
        agree_text(any_workspace, key, "CA", [FR, EN], on=LATER)
    marks = any_workspace.tables.TextMark
    assert [(row.language, row.day) for row in marks.select()] == [("en", DAY)]

    reword(any_workspace, key, ANOTHER_DAY)
    agree_text(any_workspace, key, "CA", [EN], on=LATER)
    assert [(row.language, row.day) for row in marks.select()] == [("en", LATER)]


def test_a_blank_text_is_neither_checked_nor_agreed(any_workspace: Workspace) -> None:
    key = outcome_of(any_workspace, Label(" ", " ", ""))
    with pytest.raises(LanguageMissing):
        check_text(any_workspace, key, [], on=DAY)
    with pytest.raises(LanguageMissing):
        agree_text(any_workspace, key, "CA", [], on=DAY)
    assert not any_workspace.tables.TextMark.select().exists()


def test_a_step_that_changes_a_text_tells_what_no_longer_holds(dialogue: Workspace) -> None:
    key = outcome_of(dialogue)
    agree_text(dialogue, key, "CA", [EN, FR], on=DAY, today=LATER)
    agree_text(dialogue, key, "CN", [ZH], on=DAY, today=LATER)
    check_text(dialogue, key, BOTH, on=DAY, today=LATER)
    record_collation(dialogue, [key], day=DAY, done_by="A. Roy", today=LATER)
    say = catalog(EN).say
    changed = change_outcomes(dialogue, [key.row], {"text": ANOTHER_DAY, "note": "x"})
    assert say(changed.label) == (
        "Change the outcome 2027-1 (no longer holding, since the text has changed: 1 agreement of a side, "
        "3 checks, 1 collation)"
    )
    # Of what does not hold any more nothing is told twice.
    more = change_outcomes(dialogue, [key.row], {"text": ANOTHER_DAY.with_text(EN, "Otherwise.")})
    assert say(more.label).endswith("(no longer holding, since the text has changed: 1 agreement of a side)")
    back = change_outcomes(dialogue, [key.row], {"text": AGREED})
    assert say(back.label) == "Change the outcome 2027-1"
    assert say(change_outcomes(dialogue, [key.row], {"note": "y"}).label) == "Change the outcome 2027-1"


def test_a_correction_and_other_texts_tell_what_no_longer_holds(dialogue: Workspace) -> None:
    say = catalog(EN).say
    key = outcome_of(dialogue)
    objective = dialogue.tables.Provision.get(dialogue.tables.Provision.kind == ProvisionKind.OBJECTIVE)
    of_objective = TextKey("provision", objective.id, "text")
    for each in (key, of_objective):
        check_text(dialogue, each, [EN], on=DAY, today=LATER)
    meeting = dialogue.tables.Outcome.get_by_id(key.row).meeting_id
    close_record(dialogue, meeting, DAY, today=LATER)
    corrected = correct_outcome(
        dialogue, key.row, {"text": ANOTHER_DAY}, made_on=LATER, reason=Label.same("Slip"), today=LATER
    )
    told = "(no longer holding, since the text has changed: 1 check)"
    assert say(corrected.label) == f"Correct the outcome 2027-1 {told}"
    changed = change_provision(dialogue, objective.id, {"text": objective.text.with_text(ZH, "另一个")})
    assert say(changed.label).endswith(told)
