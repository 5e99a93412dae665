"""Opening, making and closing a dialogue."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alternat.actions.dialogues import create_dialogue
from alternat.language.label import Language
from alternat.planning.findings import Severity
from alternat.settings import SettingsFile
from alternat.storage.passwords import is_protected
from alternat.storage.workspace import create_workspace
from alternat.ui.look.screen import Screen
from alternat.ui.opening.new_password import NewPassword
from alternat.ui.opening.opener import Opener
from tests.ui.conftest import Answers


@pytest.fixture
def told(opener: Opener) -> list[tuple[Severity, str]]:
    """What the opener announces."""
    heard: list[tuple[Severity, str]] = []
    opener.announced.connect(lambda severity, text: heard.append((severity, text)))
    return heard


def test_a_new_dialogue_is_filled_opened_and_remembered(
    opener: Opener, answers: Answers, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.answer = str(tmp_path / "new")

    with qtbot.waitSignal(opener.opened):
        opener.choose_and_create("canada-china", "Canada–China")

    assert opener.desk is not None
    assert opener.desk.workspace.name == "new"
    assert opener.desk.tables.Entity.select().count() == 11
    assert settings.current.recent == (str(tmp_path / "new.alternat"),)


def test_a_new_dialogue_is_protected_from_the_start(opener: Opener, answers: Answers, tmp_path: Path) -> None:
    answers.answer, answers.protection = str(tmp_path / "guarded.alternat"), "a first long passphrase"
    opener.choose_and_create("blank", "Blank")
    assert opener.desk is not None
    assert opener.password == "a first long passphrase"
    assert is_protected(tmp_path / "guarded.alternat")


def test_backing_out_of_the_password_makes_no_dialogue(
    opener: Opener, answers: Answers, tmp_path: Path
) -> None:
    answers.answer, answers.protection = str(tmp_path / "guarded.alternat"), None
    opener.choose_and_create("blank", "Blank")
    assert opener.desk is None
    assert list(tmp_path.glob("guarded*")) == []


def test_a_new_password_that_cannot_be_typed_again_is_refused(
    opener: Opener, tmp_path: Path, told: list[tuple[Severity, str]]
) -> None:
    assert not opener.create(str(tmp_path / "guarded.alternat"), "blank", "zero\u200bwidth")
    assert "none that is invisible" in told[0][1]
    assert list(tmp_path.glob("guarded*")) == []


def test_the_dialog_takes_no_password_or_one_typed_twice(screen: Screen, qtbot: QtBot) -> None:
    dialog = NewPassword(screen, "talks", None)
    qtbot.addWidget(dialog)
    assert dialog.make.isEnabled()
    assert "no password" in dialog.hint.text()
    dialog.new.setText("a first long passphrase")
    assert not dialog.make.isEnabled()
    dialog.again.setText("a first long passphrasE")
    assert not dialog.make.isEnabled()
    assert dialog.hint.text() == "The two passwords are not the same."
    dialog.again.setText("a first long passphrase")
    assert dialog.make.isEnabled()
    assert dialog.password == "a first long passphrase"
    for blank in (dialog.new, dialog.again):
        blank.setText("   ")
    assert not dialog.make.isEnabled()


def test_backing_out_of_the_file_dialog_changes_nothing(opener: Opener) -> None:
    opener.choose_and_create("blank", "Blank")
    opener.choose_and_open()
    opener.choose_and_connect()

    assert opener.desk is None


def test_a_dialogue_is_never_written_over(
    opener: Opener, demo_path: str, told: list[tuple[Severity, str]]
) -> None:
    before = Path(demo_path).read_bytes()

    assert not opener.create(demo_path, "blank")
    assert [severity for severity, _ in told] == [Severity.BLOCKS]
    assert Path(demo_path).read_bytes() == before


def test_the_meeting_to_come_is_in_view_at_first(opener: Opener, demo_path: str) -> None:
    opener.open(demo_path)

    assert opener.desk is not None
    meeting = opener.desk.tables.Meeting.get_by_id(opener.desk.meeting)
    assert meeting.reference == "2027"


@pytest.mark.parametrize("language", Language)
def test_what_cannot_be_opened_is_said_and_what_is_open_stays(
    opener: Opener,
    screen: Screen,
    demo_path: str,
    tmp_path: Path,
    told: list[tuple[Severity, str]],
    language: Language,
) -> None:
    screen.set_language(language)
    opener.open(demo_path)
    desk = opener.desk
    stray = tmp_path / "notes.alternat"
    stray.write_text("These are notes.", encoding="utf-8")

    assert not opener.open(str(stray))
    assert opener.desk is desk
    assert len(told) == 1
    assert "notes" in told[0][1]


def test_opening_what_is_open_already_keeps_it(opener: Opener, demo_path: str) -> None:
    opener.open(demo_path)
    desk = opener.desk

    assert opener.open(demo_path)
    assert opener.desk is desk


def test_closing_frees_the_file(opener: Opener, demo_path: str, qtbot: QtBot) -> None:
    opener.open(demo_path)
    with qtbot.waitSignal(opener.closed):
        opener.close()

    assert opener.desk is None
    assert opener.open(demo_path)


def test_the_next_file_dialog_starts_where_the_last_dialogue_is(
    opener: Opener, answers: Answers, demo_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener.open(demo_path)
    asked: list[Path] = []

    def answer(folder: Path) -> str:
        asked.append(folder)
        return ""

    monkeypatch.setattr(answers, "existing_file", answer)
    opener.choose_and_open()

    assert asked == [Path(demo_path).parent]


@pytest.fixture
def protected(tmp_path: Path) -> str:
    """The path of a dialogue whose password is `lotus`."""
    path = tmp_path / "protected.alternat"
    with create_workspace(path, actor="Test", password="lotus") as workspace:
        create_dialogue(workspace, "canada-china")
    return str(path)


def test_a_protected_dialogue_asks_for_its_password(opener: Opener, answers: Answers, protected: str) -> None:
    answers.answer = "lotus"

    assert opener.open(protected)
    assert opener.desk is not None
    assert opener.desk.tables.Entity.select().count() == 11


@pytest.mark.parametrize("password", ["", "rose"], ids=["none", "wrong"])
def test_without_the_right_password_it_stays_closed_and_the_reason_is_said(
    opener: Opener, answers: Answers, protected: str, told: list[tuple[Severity, str]], password: str
) -> None:
    answers.answer = password

    assert not opener.open(protected)
    assert len(told) == 1
    assert "protected" in told[0][1]
