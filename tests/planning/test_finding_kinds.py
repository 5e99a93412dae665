"""The kinds of findings: every code that a check makes has a title, and the severity of its rule."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import alternat.planning
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.finding_kinds import (
    KINDS,
    UnknownFindingKind,
    UnknownFindingKindNear,
    kind_of,
    title,
)
from alternat.planning.findings import Severity

CODE = re.compile("namesake|[a-z]+(-[a-z]+)+")
NOT_A_FINDING = {"possible-duplicate", "day-first", "month-first", "other-heading"}
"""What an import asks about, how it reads dates, and what it leaves out."""
LONGEST_TITLE = {Language.EN: 46, Language.FR: 56, Language.ZH: 20}
"""Characters; a title shares its line with a reason."""


def trees() -> Iterator[ast.Module]:
    """Yield the modules in which the checks make findings."""
    for path in Path(alternat.planning.__path__[0]).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "Severity." in text and path.stem != "finding_kinds":
            yield ast.parse(text)


def codes_in(nodes: list[ast.expr]) -> set[str]:
    constants = (each.value for each in nodes if isinstance(each, ast.Constant))
    return {each for each in constants if isinstance(each, str) and CODE.fullmatch(each)}


def produced() -> set[str]:
    nodes = [node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.expr)]
    return codes_in(nodes) - NOT_A_FINDING


def severities() -> Iterator[tuple[str, Severity]]:
    """Yield the codes with each severity that stands beside them in a call or a tuple."""
    for tree in trees():
        for node in ast.walk(tree):
            parts = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
            named = [each for part in parts for each in ast.walk(part) if isinstance(each, ast.Attribute)]
            for code in codes_in(parts):
                for each in named:
                    if isinstance(each.value, ast.Name) and each.value.id == "Severity":
                        yield code, Severity[each.attr]


def test_every_code_that_a_check_makes_has_a_title_and_no_other_has_one() -> None:
    assert set(KINDS) == produced()
    assert all(code == kind.code for code, kind in KINDS.items())


def test_the_severity_of_a_kind_is_the_gravest_of_its_rule() -> None:
    gravest: dict[str, Severity] = {}
    for code, severity in severities():
        gravest[code] = min(severity, gravest.get(code, severity), key=list(Severity).index)
    assert len(gravest) > 40
    assert gravest == {code: KINDS[code].severity for code in gravest}


@pytest.mark.parametrize("language", list(Language))
def test_titles_are_short_and_different(language: Language) -> None:
    said = [catalog(language).say(kind.title) for kind in KINDS.values()]
    assert len(set(said)) == len(KINDS)
    assert [each for each in said if len(each) > LONGEST_TITLE[language] or each.endswith((".", "。"))] == []


def test_a_kind_is_found_by_its_code_in_any_case() -> None:
    assert kind_of(" Room-Twice ") is KINDS["room-twice"]


def test_an_unknown_code_is_refused_with_those_near_it() -> None:
    with pytest.raises(UnknownFindingKindNear) as caught:
        kind_of("room-twise")
    assert (
        catalog(Language.EN)
        .say_error(caught.value)
        .startswith("There is no kind of finding with the code “room-twise”. Near it: room-twice")
    )
    with pytest.raises(UnknownFindingKindNear) as caught:
        kind_of("room")
    assert catalog(Language.EN).show(caught.value.arguments["near"]) == (
        "room-twice, session-without-room, room-closed, room-too-small"
    )
    for strange in ("", "会议", "-"):
        with pytest.raises(UnknownFindingKind):
            kind_of(strange)


def test_a_code_of_another_version_is_shown_as_it_is() -> None:
    assert title("room-twice") == KINDS["room-twice"].title
    assert title("badge-lost") == message("Unknown kind “{code}”", code="badge-lost")
