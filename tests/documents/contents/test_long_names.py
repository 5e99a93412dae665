"""A very long name prints whole on every paper, or holds back that person alone, and a finding says so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from alternat.actions.attendance import set_parties
from alternat.actions.people import change_people
from alternat.actions.revisions import publish
from alternat.documents.kinds.registry import KINDS
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.documents.reading import text_of
from tests.factories.programmes import FilledProgramme, people

EN, FR, ZH = Language
HYPHENATED = "Marie-Antoinette-Charlotte-Élisabeth-Bernadette-Philomène-Scholastique-Montmorency-Laurent"
ONE_WORD = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"
TRANSLITERATED = "沃尔夫施莱格尔施泰因豪森贝格多夫韦尔歇"
NAMES: dict[str, dict[str, object]] = {
    "hyphenated": {"family": HYPHENATED},
    "hyphenated given": {"given": HYPHENATED},
    "one word": {"family": ONE_WORD},
    "transliterated": {"name_zh": TRANSLITERATED},
}
NAMING = {"delegation-list", "badges", "programme", "my-day", "run-of-show", "interpretation", "changes"}
"""The papers that name the two people below."""


def bare(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


@pytest.fixture(params=NAMES)
def named(request: pytest.FixtureRequest, dialogue: Workspace, filled: FilledProgramme) -> dict[str, object]:
    """A chair and an interpreter with that long name, in a programme that has changed since published."""
    publish(dialogue, filled.meeting, "Protocol")
    change_people(dialogue, [filled.canadians[0], filled.interpreters[0]], NAMES[request.param])
    set_parties(dialogue, filled.sessions["press"], people(filled.canadians[0], filled.interpreters[0]))
    return NAMES[request.param]


def papers(workspace: Workspace, meeting: int) -> Iterator[tuple[str, tuple[Language, ...], Printed]]:
    """Yield every kind of document in three languages, in French and in Chinese."""
    for kind in KINDS:
        suggested = kind.suggest(workspace.tables, meeting, date(2027, 6, 1))
        for languages in ((EN, FR, ZH), (FR,), (ZH,)):
            options = replace(suggested, languages=languages)
            yield kind.id, languages, produce(kind, workspace.tables, meeting, options)


def test_nothing_is_cut_and_nobody_else_waits(
    dialogue: Workspace, filled: FilledProgramme, named: dict[str, object]
) -> None:
    long = {filled.canadians[0], filled.interpreters[0]}
    (name,) = named.values()
    for kind, languages, printed in papers(dialogue, filled.meeting):
        text = text_of(printed.pdf)
        assert not printed.is_blocked
        assert "…" not in text
        held = {each.person for each in printed.held_back}
        assert held <= (long if kind == "badges" else set())
        blocking = [each for each in printed.findings if each.severity is Severity.BLOCKS]
        assert {(each.code, each.subject.id) for each in blocking} == {
            ("name-too-long", each) for each in held
        }
        is_shown = (ZH if "name_zh" in named else FR) in languages
        if kind in NAMING and is_shown and not held:
            assert bare(str(name)) in bare(text)
        broken = {each.subject.id for each in printed.findings if each.code == "name-broken"}
        assert broken <= (long if name == ONE_WORD else set())
        naming = {"delegation-list", "interpretation", "changes"}
        if name == ONE_WORD and is_shown and kind in naming:
            assert broken >= long & set(printed.people)


@pytest.mark.parametrize("honorific", ["先生", "女士"])
@pytest.mark.parametrize("name", ["王芳", "阿依古丽", TRANSLITERATED])
def test_a_form_of_address_stays_with_the_end_of_its_name(
    dialogue: Workspace, filled: FilledProgramme, name: str, honorific: str
) -> None:
    values: dict[str, object] = {"name_zh": name, "honorific": Label("Ms.", "Mme", honorific)}
    change_people(dialogue, [filled.canadians[0], filled.interpreters[0]], values)
    for kind, _, printed in papers(dialogue, filled.meeting):
        lines = (line.strip() for line in text_of(printed.pdf).splitlines())
        assert kind == "badges" or not [line for line in lines if line.startswith((honorific, honorific[1:]))]
