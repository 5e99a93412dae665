"""Writes `.ci/constraints.txt` anew: the exact versions of everything installed here that Alternat needs.

Run it with the Python of an environment in which all tests passed (`sh .ci/newest` makes one). It follows
what `pyproject.toml` asks for, to run, to test and to build, through everything that this asks for in turn,
on every system and Python that Alternat runs on; what only another system needs keeps its version on file,
or is the newest. It writes names and versions only, and lists what changed. With `--check` it only lists, and
ends with 1 if there is anything to list.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
HEADER = """\
# The versions that were tested together: everything Alternat needs to run, to be tested and to be built.
# Written by desktop/pin_versions.py, never by hand. To write it anew: sh .ci/newest, and when all tests pass,
# build/newest/bin/python desktop/pin_versions.py. To add one library without moving the others: add it to
# pyproject.toml, install it in .venv with -c .ci/constraints.txt, and run
# .venv/bin/python desktop/pin_versions.py.
"""
SYSTEMS = (("linux", "posix", "Linux"), ("darwin", "posix", "Darwin"), ("win32", "nt", "Windows"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def environments() -> list[dict[str, str]]:
    """Return what markers are asked about, for each system and Python that Alternat runs on."""
    return [
        {
            "sys_platform": sys_platform,
            "os_name": os_name,
            "platform_system": system,
            "python_version": python,
            "python_full_version": f"{python}.9",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }
        for (sys_platform, os_name, system), python in product(SYSTEMS, PYTHONS)
    ]


def asked_for(project: Path = PROJECT) -> list[Requirement]:
    """Return what the project asks for directly: to run, in each extra, and to build."""
    stated = tomllib.loads(project.read_text(encoding="utf-8"))
    lines = [
        *stated["build-system"]["requires"],
        *stated["project"]["dependencies"],
        *(line for extra in stated["project"]["optional-dependencies"].values() for line in extra),
    ]
    return [Requirement(line) for line in lines]


def closure(first: Iterable[Requirement], needs: Callable[[str], Iterable[Requirement]]) -> set[str]:
    """Return the normal names of everything that is needed anywhere, with what it needs in turn."""
    found: set[tuple[str, str]] = set()
    waiting = [(each, "") for each in first]
    while waiting:
        requirement, extra = waiting.pop()
        if not _is_ever_needed(requirement.marker, extra):
            continue
        name = canonicalize_name(requirement.name)
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in found:
                found.add((name, wanted))
                waiting += [(need, wanted) for need in needs(name)]
    return {name for name, _ in found}


def _is_ever_needed(marker: Marker | None, extra: str) -> bool:
    return marker is None or any(marker.evaluate({**each, "extra": extra}) for each in environments())


def installed_needs(name: str) -> Iterator[Requirement]:
    """Yield what an installed package asks for; one that only another system needs asks for nothing more."""
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return
    yield from map(Requirement, lines)


def version_of(name: str, known: str | None = None) -> str:
    """Return the version installed here; or else the one on file, or else the newest."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return known or _newest(name)


def _newest(name: str) -> str:
    command = (sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed")
    done = subprocess.run(  # noqa: S603 the words are this module's own, the name is pyproject.toml's
        [*command, "--no-deps", "--report", "-", name], check=True, stdout=subprocess.PIPE, text=True
    )
    (found,) = json.loads(done.stdout)["install"]
    return str(found["metadata"]["version"])


def read_versions(path: Path = CONSTRAINTS) -> dict[str, str]:
    """Return the versions of a file of constraints by normal name; no file, no versions."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (re.split(r"==", line, maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


def text_of(versions: dict[str, str]) -> str:
    """Return the file of constraints of these versions."""
    return HEADER + "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))


def differences(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Return a line for each version that came, went or changed."""
    names = sorted(old.keys() | new.keys())
    return [
        f"{name} {old.get(name, '(none)')} -> {new.get(name, '(none)')}"
        for name in names
        if old.get(name) != new.get(name)
    ]


def main(arguments: list[str]) -> int:
    """List what changed and, unless only asked to check, write the file; return the exit code."""
    old = read_versions()
    needed = closure(asked_for(), installed_needs)
    new = {name: version_of(name, old.get(name)) for name in needed}
    changes = differences(old, new)
    sys.stdout.write("".join(f"{line}\n" for line in changes))
    if "--check" in arguments:
        return 1 if changes else 0
    CONSTRAINTS.write_text(text_of(new), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
