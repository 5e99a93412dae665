"""What a workstation remembers, and that nothing it finds can keep the program from starting."""

import json
from pathlib import Path

import pytest

from alternat.language.label import Language
from alternat.settings import RECENT_LIMIT, Settings, SettingsFile, Theme, settings_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_settings_outlive_the_process(path: Path) -> None:
    SettingsFile(path).change(
        language=Language.ZH,
        theme=Theme.DARK,
        text_scale=150,
        sidebar_collapsed=True,
        window="AdnQywADAAA=",
        layouts={"delegations": "AAAA/w=="},
        export_folder="exports/打印",
        printer_offsets={"L4785": (0.5, -1.25)},
    )

    assert SettingsFile(path).current == Settings(
        language=Language.ZH,
        theme=Theme.DARK,
        text_scale=150,
        sidebar_collapsed=True,
        window="AdnQywADAAA=",
        layouts={"delegations": "AAAA/w=="},
        export_folder="exports/打印",
        printer_offsets={"L4785": (0.5, -1.25)},
    )


def test_a_missing_file_means_defaults(path: Path) -> None:
    assert SettingsFile(path).current == Settings()


def test_without_a_path_settings_last_as_long_as_the_process() -> None:
    settings = SettingsFile()
    assert settings.change(text_scale=200) == Settings(text_scale=200)
    assert settings.current == Settings(text_scale=200)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"'])
def test_a_broken_file_is_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert SettingsFile(path).current == Settings()
    assert path.with_suffix(".broken.json").read_bytes() == content
    assert not path.exists()


def test_unreadable_settings_fall_back_alone(path: Path) -> None:
    path.parent.mkdir()
    kept = {
        "language": "tlh",
        "theme": 7,
        "text_scale": 119,
        "recent": ["/a.alternat"],
        "layouts": 3,
        "printer_offsets": {"L4785": ["wide", 0]},
        "from_a_later_version": True,
    }
    path.write_text(json.dumps(kept), encoding="utf-8")

    assert SettingsFile(path).current == Settings(text_scale=125, recent=("/a.alternat",))


@pytest.mark.parametrize("offset", ["[NaN, 0]", "[0, Infinity]", "[1]"])
def test_an_offset_must_be_two_numbers(path: Path, offset: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"printer_offsets": {{"L4785": {offset}}}}}', encoding="utf-8")
    assert SettingsFile(path).current == Settings()


def test_a_place_that_cannot_be_written_is_not_fatal(path: Path) -> None:
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    settings = SettingsFile(path)
    assert settings.change(text_scale=150) == Settings(text_scale=150)


def test_no_half_written_file_is_left(path: Path) -> None:
    SettingsFile(path).change(text_scale=150)
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_recent_dialogues_come_latest_first_and_once() -> None:
    settings = SettingsFile()
    for address in ("a", "b", "a", "c"):
        settings.remember(address)
    assert settings.current.recent == ("c", "a", "b")
    assert settings.forget("a").recent == ("c", "b")


def test_recent_dialogues_are_few() -> None:
    settings = SettingsFile()
    for number in range(RECENT_LIMIT + 3):
        settings.remember(f"{number}")
    assert settings.current.recent == tuple(f"{RECENT_LIMIT + 2 - number}" for number in range(RECENT_LIMIT))


def test_settings_live_in_the_persons_own_folder(home: Path) -> None:
    assert settings_path().is_relative_to(home)
    assert settings_path().name == "settings.json"
