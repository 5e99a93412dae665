"""Zone data: the newest of system and package counts, and places of zones have names in each language."""

import subprocess
import sys
import zoneinfo
from importlib.metadata import requires
from pathlib import Path

import pytest
import tzdata  # type: ignore[import-untyped]

from alternat.language.label import Label
from alternat.language.zones import ZoneData, newest_zone_data, zone_place, zones_of
from tests.source_tree import ROOT


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("tzdata.zi", "# version 2199a\n", ZoneData("2199a", is_system=True)),
        ("+VERSION", "2199a\n", ZoneData("2199a", is_system=True)),
        ("tzdata.zi", "# version 2001a\n", ZoneData(tzdata.IANA_VERSION, is_system=False)),
        ("tzdata.zi", "", ZoneData(tzdata.IANA_VERSION, is_system=False)),
        ("Toronto", "TZif", ZoneData(tzdata.IANA_VERSION, is_system=False)),
    ],
)
def test_the_newer_of_system_and_package_counts(
    tmp_path: Path, name: str, line: str, expected: ZoneData
) -> None:
    (tmp_path / name).write_text(line, encoding="ascii")
    assert newest_zone_data([str(tmp_path / "none"), str(tmp_path)]) == expected


def test_the_program_reads_its_zones_from_the_newest_data() -> None:
    code = (
        "import zoneinfo;from alternat.language.zones import use_newest_zone_data as use;"
        "newest=use();print(newest.is_system or zoneinfo.TZPATH==(), newest.version);"
        "zoneinfo.ZoneInfo('America/Toronto')"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", newest_zone_data().version]
    assert newest_zone_data().version >= tzdata.IANA_VERSION


def test_the_floor_is_the_version_that_was_tested() -> None:
    constraints = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")
    tested = next(line for line in constraints.splitlines() if line.startswith("tzdata=="))
    floor = next(each for each in requires("alternat") or () if each.startswith("tzdata"))
    assert floor == tested.replace("==", ">=")


def test_a_place_has_a_name_in_each_language() -> None:
    assert zone_place("America/Vancouver") == Label("Vancouver", "Vancouver", "温哥华")
    assert zone_place("Asia/Shanghai") == Label("Shanghai", "Shanghai", "上海")
    assert set(zones_of(("CN",))) == {"Asia/Shanghai", "Asia/Urumqi"}
    assert set(zones_of(("CA", "CN"))) <= zoneinfo.available_timezones()
