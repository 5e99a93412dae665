"""What findings say of texts in three languages, and that following changes finds what a new check finds."""

import random
from datetime import date
from typing import Any

import pytest
from peewee import DoesNotExist

from alternat.actions.guidance import add_guidance, change_guidance, remove_guidance
from alternat.actions.meetings import add_meeting
from alternat.actions.people import add_person, change_people, remove_people
from alternat.actions.terms import change_provision, change_side
from alternat.actions.texts import (
    agree_text,
    check_text,
    dismiss_difference,
    record_collation,
    remove_collation,
    restore_difference,
    withdraw_agreement,
)
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.planning.text_checks import TextsCheck, check_texts
from alternat.planning.text_states import differences
from alternat.planning.texts import TextKey, texts
from alternat.planning.whole_check import check_everything
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.factories.texts import AGREED, OTHER, outcome_of, reword

DAY = date(2027, 6, 17)
EN, FR, ZH = Language


def found(workspace: Workspace, key: TextKey, meeting: int | None = None) -> list[tuple[str, str, str]]:
    """Return the findings about a text: their code, the field they lead to, and what they say."""
    subject = Subject(SubjectKind(key.table), key.row)
    meeting = meeting or workspace.tables.Meeting.get().id
    return [
        (each.code, each.fix.field, catalog(EN).say(each.message))
        for each in check_everything(workspace.tables, meeting, today=DAY)
        if each.subject == subject and each.fix and each.fix.field.startswith("concordance.")
    ]


def codes(workspace: Workspace, key: TextKey) -> list[str]:
    return [code for code, _, _ in found(workspace, key)]


@pytest.mark.parametrize(
    ("language", "was", "now", "said"),
    [
        (FR, "1er septembre", "2 septembre", "“2 septembre 2027”"),
        (FR, "12 points", "13 points", "“13”"),
        (ZH, "9月1日", "10月1日", "“2027年10月1日”"),
        (EN, "Ministry of Public Security", "Ministry of Justice", "“Ministry of Justice”"),
        (ZH, "加拿大皇家骑警", "加拿大边境服务局", "“加拿大边境服务局”"),
    ],
)
def test_an_edit_of_one_language_is_told_with_both_places(
    dialogue: Workspace, language: Language, was: str, now: str, said: str
) -> None:
    key = outcome_of(dialogue)
    assert found(dialogue, key) == []
    assert was in AGREED.text(language)
    reword(dialogue, key, AGREED.with_text(language, AGREED.text(language).replace(was, now)))
    told = [sentence for code, _, sentence in found(dialogue, key) if code == "text-differs"]
    assert len(told) == 1
    assert told[0].startswith("In the outcome 2027-1: ")
    assert said in told[0]
    assert told[0].count("“") >= 2 or "nothing in the" in told[0]
    dialogue.undo()
    assert found(dialogue, key) == []


def test_a_dismissal_holds_over_a_restart_and_other_edits_and_ends_with_any_text(any_address: str) -> None:
    wrong = AGREED.with_text(FR, AGREED.fr.replace("1er", "2"))
    with create_workspace(any_address, actor="Test") as workspace:
        key = outcome_of(workspace)
        reword(workspace, key, wrong)
        (difference,) = differences(workspace.tables, keys=[key])[key].open
        dismiss_difference(workspace, key, difference.key, "As agreed orally", on=DAY)
        assert codes(workspace, key) == []
    with open_workspace(any_address, actor="Test", desk="after") as workspace:
        assert codes(workspace, key) == []
        outcome_of(workspace, OTHER)
        assert codes(workspace, key) == []
        for language, was, to in (
            (EN, "exchange", "share"),
            (FR, "échangeront", "se transmettront"),
            (ZH, "名单", "清单"),
        ):
            reword(workspace, key, wrong.with_text(language, wrong.text(language).replace(was, to)))
            assert codes(workspace, key) == ["text-differs"]
            workspace.undo()
            assert codes(workspace, key) == []


def test_a_change_after_check_agreement_and_collation_names_what_changed(dialogue: Workspace) -> None:
    key = outcome_of(dialogue)
    check_text(dialogue, key, [EN, FR, ZH], on=DAY)
    agree_text(dialogue, key, "CA", [EN, FR], on=DAY)
    record_collation(dialogue, [key], day=DAY, done_by="Roy")
    assert found(dialogue, key) == [
        (
            "agreed-in-one-language-only",
            "concordance.text.zh",
            "Canada has agreed the outcome 2027-1 in English, French only, and not in Chinese.",
        )
    ]
    agree_text(dialogue, key, "CA", [ZH], on=DAY)
    assert found(dialogue, key) == []
    reword(dialogue, key, AGREED.with_text(FR, AGREED.fr.replace("échangeront", "se transmettront")))
    assert found(dialogue, key) == [
        (
            "text-stale",
            "concordance.text.en",
            (
                "In the outcome 2027-1, the wording has changed in French since it was checked; it is to be "
                "checked again in English, French, Chinese."
            ),
        ),
        (
            "agreement-outdated",
            "concordance.text.fr",
            "Since Canada agreed the outcome 2027-1 on Thursday, June 17, 2027, it has changed in French.",
        ),
        (
            "collation-outdated",
            "concordance.text.fr",
            "Since the outcome 2027-1 was collated on Thursday, June 17, 2027, it has changed in French.",
        ),
    ]
    dialogue.undo()
    assert found(dialogue, key) == []


def test_only_what_is_open_or_of_the_meeting_in_view_is_compared(dialogue: Workspace) -> None:
    wrong = AGREED.with_text(FR, AGREED.fr.replace("12 points", "13 points"))
    key = outcome_of(dialogue, wrong)
    own = dialogue.tables.Outcome.get_by_id(key.row).meeting_id
    (later,) = add_meeting(dialogue, year=2029, host="CA").inserted("meeting")
    assert len(found(dialogue, key, later)) == 1
    with dialogue.change(message("Finish")) as change:
        change.update(dialogue.tables.Outcome, {key.row: {"state": OutcomeState.DONE}})
    assert found(dialogue, key, later) == []
    assert len(found(dialogue, key, own)) == 1


def test_what_takes_a_moment_is_done_in_parts(dialogue: Workspace) -> None:
    keys = [
        outcome_of(dialogue, Label(f"{n} experts", f"{n + 1} experts", f"{n}名专家")) for n in range(20, 50)
    ]
    meeting = dialogue.tables.Meeting.get().id
    check = TextsCheck(dialogue.tables, meeting, at_once=False)
    assert check.findings() == ()
    assert not check.is_finished
    check.go_on(len(keys) // 2)
    assert 0 < len(check.findings()) < len(keys)
    # Taking in a change leaves nothing out.
    reword(dialogue, keys[-1], OTHER)
    check.go_on()
    assert check.is_finished
    assert check.findings() != check_texts(dialogue.tables, meeting)
    with dialogue.change(message("Touch")) as change:
        change.update(dialogue.tables.Outcome, {keys[-1].row: {"note": "x"}})
    check.follow(change.result.rows)
    assert check.findings() == check_texts(dialogue.tables, meeting)
    assert len(check.findings()) == len(keys) - 1


class Writer:
    """Somebody who edits, checks and dismisses at random."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace, self.chance = workspace, random.Random(seed)
        self.tables = workspace.tables

    def act(self) -> None:
        """Do, undo or redo one thing; what is refused is left."""
        acts = (*(self._write, self._name) * 2, *(self._mark,) * 4, self.workspace.undo, self.workspace.redo)
        try:
            self.chance.choice(acts)()
        except (AlternatError, DoesNotExist):
            return

    def _write(self) -> None:
        w, choose = self.workspace, self.chance.choice
        text = choose((AGREED, OTHER, self._wrong(), Label(), AGREED.with_text(ZH, "")))
        row = self._one(self.tables.Guidance)
        provision = self.tables.Provision
        dialogue = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
        asked = {"dialogue": dialogue, "question": self._wrong(), "answer": text, "asked_on": DAY}
        edits = (
            lambda: change_guidance(w, row, {choose(("question", "answer")): text}),
            lambda: add_guidance(w, asked),
            lambda: remove_guidance(w, [row]),
            lambda: change_provision(w, self._one(provision), {"text": text or OTHER}),
            lambda: outcome_of(w, text or OTHER),
            lambda: reword(w, TextKey("outcome", self._one(self.tables.Outcome), "text"), text),
        )
        choose(edits)()

    def _mark(self) -> None:
        w, choose, key = self.workspace, self.chance.choice, self._key()
        told = differences(self.tables, keys=[key]).get(key)
        listed = [*told.open, *(each for each, _ in told.dismissed)] if told else []
        difference = choose(listed).key if listed else ""
        languages = choose(([EN], [FR, ZH], [EN, FR, ZH]))
        choose(
            (
                lambda: check_text(w, key, languages, on=DAY),
                lambda: agree_text(w, key, choose(("CA", "CN")), languages, on=DAY),
                lambda: withdraw_agreement(w, key, "CA", [EN]),
                lambda: record_collation(w, [key], day=DAY, done_by="Roy"),
                lambda: remove_collation(w, self._one(self.tables.Collation)),
                lambda: dismiss_difference(w, key, difference, "None", on=DAY),
                lambda: restore_difference(w, key, difference),
            )
        )()

    def _name(self) -> None:
        w, choose = self.workspace, self.chance.choice
        person = self._one(self.tables.Person)
        choose(
            (
                lambda: add_person(w, "CN", {"family": "Yang", "given": "Weimin", "name_zh": "杨为民"}),
                lambda: change_people(w, [person], {"given": choose(("Weimin", "Fang"))}),
                lambda: remove_people(w, [person]),
                lambda: change_side(w, 1, {"country": Label(choose(("Canada", "The host")))}),
            )
        )()

    def _wrong(self) -> Label:
        return self.chance.choice(
            (
                AGREED.with_text(FR, AGREED.fr.replace("12", "13")),
                Label("Yang Weimin will report.", "Quelqu’un fera rapport.", "杨为民将作报告。"),
            )
        )

    def _key(self) -> TextKey:
        keys = [each.key for each in texts(self.tables) if each.key.table != "provision"]
        return self.chance.choice(keys or [TextKey("outcome", 0, "text")])

    def _one(self, model: Any) -> int:
        keys = [row.id for row in model.select().order_by(model.id)]
        return self.chance.choice(keys) if keys else 0


@pytest.mark.parametrize("seed", range(1, 5))
def test_following_changes_finds_what_a_new_check_finds(dialogue: Workspace, seed: int) -> None:
    outcome_of(dialogue)
    meeting = dialogue.tables.Meeting.get().id
    check = TextsCheck(dialogue.tables, meeting)
    heard: list[Changes] = []
    dialogue.subscribe(heard.append)
    writer, told = Writer(dialogue, seed), set[Finding]()
    for _ in range(60):
        writer.act()
        for changes in heard:
            check.follow(changes.rows)
        heard.clear()
        assert check.findings() == check_texts(dialogue.tables, meeting)
        told.update(check.findings())
    assert told
