"""The versions that are installed are exact, complete, and names and numbers only."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import pin_versions
from tests.source_tree import ROOT

VERSIONS = pin_versions.read_versions()


def test_every_line_is_a_name_and_an_exact_version() -> None:
    lines = pin_versions.CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("#")]

    assert [line for line in pinned if not re.fullmatch(r"[a-z0-9-]+==[0-9][A-Za-z0-9.]*", line)] == []
    assert list(VERSIONS) == sorted(VERSIONS)
    assert len(VERSIONS) == len(pinned)
    assert not [line for line in lines if re.search(r"://|--|sha256|\bindex\b", line)]


def test_the_file_is_as_the_tool_writes_it() -> None:
    assert pin_versions.CONSTRAINTS.read_text(encoding="utf-8") == pin_versions.text_of(VERSIONS)


def test_everything_that_is_asked_for_is_pinned_to_a_version_that_will_do() -> None:
    asked_for = {canonicalize_name(each.name): each.specifier for each in pin_versions.asked_for()}
    missing = [name for name in asked_for if name not in VERSIONS]
    unfit = [name for name, wanted in asked_for.items() if Version(VERSIONS.get(name, "0")) not in wanted]

    assert (missing, unfit) == ([], [])


def test_everything_that_they_ask_for_in_turn_is_pinned_too() -> None:
    needed = pin_versions.closure(pin_versions.asked_for(), pin_versions.installed_needs)

    assert sorted(needed - VERSIONS.keys()) == []


def test_what_another_system_or_python_needs_is_pinned() -> None:
    shelf: dict[str, list[str]] = {
        "tool": ["paint; sys_platform == 'win32'", "old; python_version < '3.9'", "more[fast]"],
        "paint": ["brush; python_version >= '3.14'", "docs; extra == 'doc'"],
        "more": ["speed; extra == 'fast'", "tool"],
    }

    def needs(name: str) -> Iterable[Requirement]:
        return map(Requirement, shelf.get(name, []))

    assert pin_versions.closure([Requirement("Tool")], needs) == {"tool", "paint", "more", "brush", "speed"}


def test_a_version_is_kept_where_only_another_system_needs_the_package() -> None:
    assert pin_versions.version_of("no-such-package-here", "1.2") == "1.2"
    assert pin_versions.version_of("peewee") == VERSIONS["peewee"]


def test_what_changed_is_listed() -> None:
    assert pin_versions.differences({"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "1", "d": "1"}) == [
        "a 1 -> 2",
        "c 1 -> (none)",
        "d (none) -> 1",
    ]


@pytest.mark.parametrize("place", [".ci/setup", "README.md"])
def test_whoever_sets_up_takes_these_versions_also_for_what_builds(place: str) -> None:
    text = (ROOT / place).read_text(encoding="utf-8").replace("\\", "/")

    assert ".ci/constraints.txt" in text
    assert "PIP_CONSTRAINT" in text
    assert "PIP_BUILD_CONSTRAINT" in text


def test_the_newest_is_tried_without_them(tmp_path: Path) -> None:
    script = (ROOT / ".ci" / "newest").read_text(encoding="utf-8")

    assert "sh .ci/setup newest" in script
    assert "desktop/pin_versions.py" in script
    assert "```sh\nsh .ci/newest\n```" in (ROOT / "desktop" / "README.md").read_text(encoding="utf-8")
    assert pin_versions.read_versions(tmp_path / "none.txt") == {}
