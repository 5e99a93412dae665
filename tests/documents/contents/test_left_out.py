"""What documents leave out, for every kind by its cause."""

from dataclasses import replace
from datetime import date

import pytest

from alternat.actions.delegations import change_participations
from alternat.actions.programme import cancel_sessions, change_sessions
from alternat.documents.contents.left_out import Cause, LeftOut, sentence
from alternat.documents.kinds.registry import KINDS, kind
from alternat.documents.printing import produce
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.programme import SessionKind
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme


def left_out(dialogue: Workspace, meeting: int, name: str, **options: object) -> dict[str, int]:
    own = kind(name)
    chosen = replace(own.suggest(dialogue.tables, meeting, date(2027, 6, 1)), **options)
    printed = produce(own, dialogue.tables, meeting, chosen)
    return {each.cause.value: len(each.names) for each in printed.left_out}


@pytest.mark.parametrize("status", [each for each in ParticipationStatus if not each.is_attending])
def test_whoever_does_not_take_part_is_told_by_every_paper_of_people(
    dialogue: Workspace, filled: FilledProgramme, status: ParticipationStatus
) -> None:
    gone = filled.canadians[1]
    (part,) = (each.participation for each in roster(dialogue.tables, filled.meeting) if each.person == gone)
    change_participations(dialogue, [part], {"status": status})
    for name in ("delegation-list", "badges", "run-of-show", "my-day"):
        assert left_out(dialogue, filled.meeting, name)["not-taking-part"] == 1
        assert "not-taking-part" not in left_out(dialogue, filled.meeting, name, sides=("CN",))
    assert left_out(dialogue, filled.meeting, "badges", people=(filled.canadians[0],)) == {}


def test_sessions_that_are_off_or_internal_are_told_by_every_paper_of_sessions(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    lunch, press = filled.sessions["lunch"], filled.sessions["press"]
    before = left_out(dialogue, filled.meeting, "programme").get("internal", 0)
    cancel_sessions(dialogue, [lunch])
    change_sessions(dialogue, [press], {"kind": SessionKind.INTERNAL})
    for name in ("programme", "run-of-show", "my-day", "door-signs", "interpretation"):
        assert left_out(dialogue, filled.meeting, name)["cancelled"] == 1
    for name in ("programme", "run-of-show"):
        assert left_out(dialogue, filled.meeting, name)["internal"] == before + 1


def test_a_paper_with_everything_on_it_says_nothing() -> None:
    assert sentence(()) is None


def test_many_names_are_told_by_their_number() -> None:
    names = tuple(Label(str(number), str(number), str(number)) for number in range(40))
    told = sentence([LeftOut(Cause.NO_ROOM, names)])
    assert told is not None
    assert catalog(Language.EN).say(told).endswith(": 0, 1, 2, 3, 4, 5, 6 and 33 more")
    assert catalog(Language.ZH).say(told).startswith("未列入：40场")


def test_every_kind_says_what_it_leaves_out(dialogue: Workspace, filled: FilledProgramme) -> None:
    cancel_sessions(dialogue, filled.sessions.values())
    silent = {each.id for each in KINDS if not left_out(dialogue, filled.meeting, each.id)}
    assert silent <= {
        *("delegation-list", "badges", "checklist", "changes", "guidance", "year-planner"),
        *("record-of-outcomes", "follow-up", "open-items", "objectives", "guidance-letter", "collation"),
    }
