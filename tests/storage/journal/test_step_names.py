"""What steps were ever called is shown in every language, however verbs call them today."""

import ast
from pathlib import Path
from textwrap import dedent

import pytest

from alternat.actions.demo import create_demo
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import Message
from alternat.nouns.meetings import MeetingStatus
from alternat.storage.journal.labels import arguments_text, rebuilt
from alternat.storage.journal.retired import RETIRED
from alternat.storage.workspace import Workspace
from tests.source_tree import Module
from tests.storage.journal import step_names as search
from tests.storage.journal.step_names import JOINT, StepNames, keep, kept_names, step_names

COMMAND = "run .venv/bin/python -m tests.storage.journal.step_names"
TERMS = {"MeetingStatus": ("draft", "proposed", "agreed", "confirmed", "held", "postponed", "cancelled")}
"""What stands in names besides texts: files keep the name of the enumeration and the member's value."""


def written(label: Message) -> str:
    return label.template if label.plural is None else f"{label.template}{JOINT}{label.plural}"


def as_kept(name: str, count: int) -> Message:
    """Return a name as the journal gives it back, its arguments left out."""
    template, _, plural = name.partition(JOINT)
    return rebuilt(template, plural or None, count if plural else 0, "{}")


def test_every_step_can_be_followed_to_its_names() -> None:
    assert step_names().unclear == []


def test_every_name_of_today_is_kept() -> None:
    assert step_names().found - kept_names() == set(), COMMAND


def test_every_name_that_is_kept_is_given_today_or_retired() -> None:
    retired = {written(each) for each in RETIRED}
    assert kept_names() - step_names().found - retired == set(), "move the old words into RETIRED"
    assert retired & step_names().found == set()
    assert retired <= kept_names()


@pytest.mark.parametrize("language", [Language.FR, Language.ZH])
def test_every_name_that_is_kept_is_shown_in_every_language(language: Language) -> None:
    shown, source = catalog(language)._translated, catalog(Language.EN)._translated
    labels = [as_kept(name, count) for name in kept_names() for count in (1, 3)]
    assert [label.template for label in labels if shown(label) == source(label)] == []


def test_the_names_of_a_written_history_are_among_those_found(workspace: Workspace) -> None:
    create_demo(workspace)
    names = {written(step.label) for step in workspace.history()}
    assert len(names) > 4
    assert names <= step_names().found


def test_what_stands_in_names_can_still_be_read() -> None:
    assert {MeetingStatus.__name__: tuple(MeetingStatus)} == TERMS
    for kind, values in TERMS.items():
        for value in values:
            label = rebuilt("{status}", None, 0, f'{{"status":{{"term":["{kind}","{value}"]}}}}')
            assert label.arguments["status"] == value
            assert arguments_text(label) == f'{{"status":{{"term":["{kind}","{value}"]}}}}'


def test_keeping_never_drops_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "kept", lambda name: tmp_path / f"{name}.txt")
    keep(["Move {session}", "Cancel {count} session || Cancel {count} sessions"])
    keep(["Add {name}"])
    assert kept_names() == {
        "Move {session}",
        "Cancel {count} session || Cancel {count} sessions",
        "Add {name}",
    }


def names_in(**sources: str) -> StepNames:
    modules = {}
    for name, source in sources.items():
        text = dedent(source)
        modules[name] = Module(f"alternat.actions.{name}", Path(f"{name}.py"), text, ast.parse(text))
    return StepNames(modules).gather()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("workspace.change(message('A'))", {"A"}),
        ("def verb(workspace):\n    label = counted('A', 'B', 2)\n    workspace.change(label)", {"A || B"}),
        ("workspace.change(message('A') if one else message('B'))", {"A", "B"}),
        (
            """
            def verb(workspace):
                label = message("A")
                if late:
                    label = message("B", what=subject(1))
                workspace.change(label)
            def subject(key) -> Message:
                if key:
                    return message("C")
                return message("D")
            def unused() -> Message:
                return message("E")
            """,
            {"A", "B", "C", "D"},
        ),
        (
            """
            def verb(workspace):
                return _renumber(workspace, 1, message("A"))
            def other(workspace):
                return _renumber(workspace, 1, label=message("B"))
            def _renumber(workspace, key, label):
                with workspace.change(label) as change:
                    pass
            """,
            {"A", "B"},
        ),
        (
            """
            class Plan:
                @property
                def label(self) -> Message:
                    return message("A")
            workspace.erasing.erase(plan.traces, plan.manner, plan.label)
            """,
            {"A"},
        ),
    ],
)
def test_the_search_follows_a_name(source: str, found: set[str]) -> None:
    names = names_in(one=source)
    assert (names.found, names.unclear) == (found, [])


def test_the_search_follows_a_name_into_another_module() -> None:
    names = names_in(
        one="from alternat.actions.two import called\nworkspace.change(called(1))",
        two="def called(key) -> Message:\n    return message('A')",
        three="def called(key) -> Message:\n    return message('B')",
    )
    assert (names.found, names.unclear) == ({"A"}, [])


@pytest.mark.parametrize("given", ["LABELS[1]", "called(2)", "given", "plan.label"])
def test_the_search_tells_what_it_cannot_follow(given: str) -> None:
    names = names_in(one=f"workspace.change({given})")
    assert names.unclear == [f"alternat.actions.one:1: {given}"]
