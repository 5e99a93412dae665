"""What a workstation remembers, and that nothing it finds can keep the program from starting."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import Message
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


def test_each_window_keeps_what_the_other_wrote(path: Path) -> None:
    one, other = SettingsFile(path), SettingsFile(path)
    one.change(printer_offsets={"L7418": (1.5, -0.7)}, theme=Theme.DARK)
    one.remember("/dialogues/one.alternat")
    other.remember("/dialogues/other.alternat")
    other.keep_of_printer("printer_offsets", "5392", (0.0, 0.4))
    other.keep_layout("delegations", "wide")
    one.keep_layout("programme", "narrow")
    other.change(text_scale=150)

    kept = SettingsFile(path).current
    assert kept.printer_offsets == {"L7418": (1.5, -0.7), "5392": (0.0, 0.4)}
    assert kept.recent == ("/dialogues/other.alternat", "/dialogues/one.alternat")
    assert kept.layouts == {"delegations": "wide", "programme": "narrow"}
    assert (kept.theme, kept.text_scale) == (Theme.DARK, 150)


def test_a_window_goes_on_looking_as_it_does(path: Path) -> None:
    one, other = SettingsFile(path), SettingsFile(path)
    one.change(theme=Theme.DARK, language=Language.ZH)
    other.keep_of_printer("printer_offsets", "5392", (0.0, 0.4))
    assert (other.current.theme, other.current.language) == (Theme.SYSTEM, None)


def test_what_one_window_takes_out_comes_back_through_no_other(path: Path) -> None:
    one = SettingsFile(path)
    for address in "abc":
        one.remember(address)
    one.keep_of_printer("printer_offsets", "5392", (0.0, 0.4))
    other = SettingsFile(path)
    one.forget("b")
    one.keep_of_printer("printer_offsets", "5392", None)
    assert other.remember("d").recent == ("d", "c", "a")
    other.keep_of_printer("printer_offsets", "L4785", (0.1, 0.1))
    kept = SettingsFile(path).current
    assert (kept.recent, kept.printer_offsets) == (("d", "c", "a"), {"L4785": (0.1, 0.1)})


def test_a_dialogue_opened_again_comes_to_the_head(path: Path) -> None:
    one, other = SettingsFile(path), SettingsFile(path)
    for address in "abc":
        one.remember(address)
    other.remember("a")
    assert other.remember("b").recent == ("b", "a", "c")
    assert one.remember("c").recent == ("c", "b", "a")
    assert one.remember("c").recent == ("c", "b", "a")


def test_what_a_later_version_keeps_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"from_a_later_version": {"a": 1}, "text_scale": 125}', encoding="utf-8")
    SettingsFile(path).remember("a")
    assert json.loads(path.read_text(encoding="utf-8"))["from_a_later_version"] == {"a": 1}
    assert SettingsFile(path).current == Settings(text_scale=125, recent=("a",))


def test_many_windows_at_once_lose_nothing(path: Path) -> None:
    def work(number: int) -> None:
        own = SettingsFile(path)
        for at in range(10):
            own.keep_layout(f"{number}/{at}", "state")
            own.keep_of_printer("printer_offsets", f"{number}/{at}", (1.0, 2.0))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))

    kept = SettingsFile(path).current
    assert len(kept.layouts) == len(kept.printer_offsets) == 80
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


WORK = """
import sys
from pathlib import Path
from alternat.settings import SettingsFile
own = SettingsFile(Path(sys.argv[1]))
for at in range(25):
    own.keep_layout(f"{sys.argv[2]}/{at}", "state")
"""


def test_many_processes_at_once_lose_nothing(path: Path) -> None:
    path.parent.mkdir()
    running = [subprocess.Popen([sys.executable, "-c", WORK, str(path), str(number)]) for number in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert len(SettingsFile(path).current.layouts) == 75


def heard(settings: SettingsFile) -> list[str]:
    told: list[Message] = []
    settings.listen(told.append)
    return [catalog(Language.EN).say(each) for each in told]


def test_that_a_file_was_damaged_is_told_with_where_it_is_kept(path: Path) -> None:
    path.parent.mkdir()
    for content in (b"{", b"[" * 100_000, b"null"):
        path.write_bytes(content)
        settings = SettingsFile(path)
        (told,) = heard(settings)
        kept = Path(told.partition("kept as ")[2].partition("; ")[0])
        assert told.startswith("Your settings were damaged and could not be read.")
        assert kept.read_bytes() == content
        assert heard(settings) == []
    assert len(list(path.parent.iterdir())) == 3


def test_a_file_damaged_while_the_window_is_open_loses_nothing_that_the_window_knows(path: Path) -> None:
    settings = SettingsFile(path)
    settings.change(text_scale=150, theme=Theme.DARK)
    path.write_bytes(b"\x00" * 40)
    settings.remember("a")

    assert SettingsFile(path).current == Settings(text_scale=150, theme=Theme.DARK, recent=("a",))
    assert path.with_suffix(".broken.json").read_bytes() == b"\x00" * 40
    assert len(heard(settings)) == 1


def test_that_settings_cannot_be_kept_is_told(path: Path) -> None:
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    settings = SettingsFile(path)
    settings.change(text_scale=150)
    assert [each.partition(":")[0] for each in heard(settings)][-1].startswith(
        "Your settings could not be kept"
    )


def test_whoever_only_reads_moves_and_writes_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"{")
    settings = SettingsFile(path, is_reader=True)
    settings.change(text_scale=150)
    assert path.read_bytes() == b"{"
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]
    assert heard(settings) == [f"Your settings at {path} are damaged; the usual ones are in use."]
