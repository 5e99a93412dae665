"""Texts that are set smaller than usual: told once a paper, with name and sizes."""

from dataclasses import replace
from datetime import date

from alternat.actions.people import change_people
from alternat.actions.programme import change_sessions
from alternat.documents.kinds.registry import KINDS, kind
from alternat.documents.printing import produce
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.planning.findings import Finding
from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme

LONG = " ".join(["Conseillère principale auprès de la direction générale des affaires multilatérales"] * 8)


def small(dialogue: Workspace, meeting: int, name: str, **options: object) -> list[Finding]:
    own = kind(name)
    chosen = replace(own.suggest(dialogue.tables, meeting, date(2027, 6, 1)), **options)
    found = produce(own, dialogue.tables, meeting, chosen).findings
    return [each for each in found if each.code == "text-small"]


def test_nothing_is_told_of_usual_texts(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert [each.id for each in KINDS if small(dialogue, filled.meeting, each.id)] == []


def test_a_long_position_that_shrinks_its_row_is_told_with_its_size(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    people = filled.canadians[:2]
    change_people(dialogue, people, {"position": Label(LONG, LONG, "参赞")})
    (told,) = small(dialogue, filled.meeting, "delegation-list")
    said = catalog(Language.EN).say(told.message)
    assert said.startswith("2 texts are too long for their usual size and are set smaller: ")
    assert "in place of 9.4 points" in said
    assert told.subject.id == people[0]


def test_a_long_title_on_a_door_is_told(dialogue: Workspace, filled: FilledProgramme) -> None:
    title = "Consultations on the implementation of the joint work programme " * 3
    change_sessions(dialogue, [filled.sessions["lunch"]], {"title": Label(title, title, "午餐")})
    (told,) = small(dialogue, filled.meeting, "door-signs")
    said = catalog(Language.FR).say(told.message)
    assert "points" in said
    assert "Consultations on the implementation" in said
