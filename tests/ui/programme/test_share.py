"""The share dialog: what leaves is said beforehand, and the file holds that and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.programme import change_sessions
from alternat.exchange.exports.formats import EXPORTS
from alternat.exchange.exports.public import ExportScope
from alternat.language.label import Language
from alternat.planning.programme import read_programme
from alternat.planning.releases import read_releases
from alternat.storage.workspace import OpenForReading
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.dialogs.releases import Releases
from alternat.ui.programme.share import ShareProgramme


class Asked:
    """Answers the file dialog with a place, and remembers what it suggested."""

    def __init__(self, answer: str) -> None:
        self.answer, self.suggestion = answer, ""

    def __call__(self, parent: QWidget, title: str, suggestion: str, kind: str) -> str:
        del parent, title, kind
        self.suggestion = Path(suggestion).name
        return self.answer


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget
    widget.close()


def opened(desk: Desk, parent: QWidget, asked: Asked) -> ShareProgramme:
    dialog = ShareProgramme(desk, desk.meeting or 0, parent, asked)
    dialog.open()
    return dialog


def choose(dialog: ShareProgramme, scope: ExportScope) -> None:
    field = dialog.scope.field
    values = [field.value_at(at) for at in range(field.count())]
    field.setCurrentIndex(values.index(scope))
    field.activated.emit(field.currentIndex())


@pytest.mark.parametrize("at", range(len(EXPORTS)))
def test_the_programme_is_saved_in_the_chosen_format(
    demo_desk: Desk, parent: QWidget, tmp_path: Path, at: int
) -> None:
    wanted = EXPORTS[at]
    sessions = read_programme(demo_desk.tables, demo_desk.meeting or 0).sessions
    change_sessions(demo_desk.workspace, [next(iter(sessions))], {"private_note": "KeepThisHere"})
    asked = Asked(str(tmp_path / "out"))
    dialog = opened(demo_desk, parent, asked)
    dialog.format.field.setCurrentIndex(at)
    dialog.save.click()

    content = (tmp_path / f"out{wanted.suffix}").read_bytes()
    assert asked.suggestion.endswith(f"programme of the meeting{wanted.suffix}")
    assert content
    assert b"KeepThisHere" not in content
    assert demo_desk.settings.current.export_folder == str(tmp_path)


def test_what_leaves_is_listed_and_internal_meetings_are_told_to_stay(
    demo_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = opened(demo_desk, parent, Asked(str(tmp_path / "out")))
    whole = dialog.leaving.count()
    assert whole > 0
    assert "Private notes, contacts" in dialog.staying
    assert "Evening on the river (cancelled)" in dialog.leaving.item(whole - 2).text()
    programme = read_programme(demo_desk.tables, demo_desk.meeting or 0)
    room = next(iter(programme.rooms.values()))
    choose(dialog, ExportScope(room=room.code))

    assert 0 < dialog.leaving.count() < whole


def test_every_format_says_what_of_the_dialogue_is_in_its_file(
    demo_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = opened(demo_desk, parent, Asked(str(tmp_path / "out")))
    told = []
    for at in range(len(EXPORTS)):
        dialog.format.field.setCurrentIndex(at)
        dialog.format.field.activated.emit(at)
        told.append(dialog.staying.splitlines()[0])
    assert told == [demo_desk.screen.say(each.leaves) for each in EXPORTS]
    assert "Nobody but the chairs is named" in told[0]
    assert "names of all who are in the sessions" in told[3]


def test_backing_out_of_the_file_dialog_saves_nothing(
    demo_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = opened(demo_desk, parent, Asked(""))
    dialog.save.click()

    assert dialog.isVisible()
    assert list(tmp_path.glob("out*")) == []


def test_the_file_name_says_which_part_and_follows_the_language(
    demo_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    demo_desk.screen.set_language(Language.FR)
    asked = Asked(str(tmp_path / "out"))
    dialog = opened(demo_desk, parent, asked)
    choose(dialog, ExportScope(side="CN"))
    dialog.save.click()

    assert "Chine" in asked.suggestion


def test_what_was_saved_is_noted_and_undo_passes_over_it(
    demo_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = opened(demo_desk, parent, Asked(str(tmp_path / "out.ics")))
    undoable = demo_desk.workspace.undoable
    dialog.save.click()

    (noted,) = read_releases(demo_desk.tables)
    assert (noted.kind, noted.name, noted.meeting) == ("ics", "out.ics", "2027")
    assert noted.people
    assert demo_desk.workspace.undoable == undoable


def test_the_window_lists_what_was_shared(demo_desk: Desk, parent: QWidget, tmp_path: Path) -> None:
    listed = Releases(demo_desk, parent)
    listed.open()
    assert listed.list.count() == 0
    opened(demo_desk, parent, Asked(str(tmp_path / "out.ics"))).save.click()

    assert listed.list.count() == 1
    assert "Calendar (iCalendar): out.ics" in listed.list.item(0).text()
    assert "people are in it" in listed.list.item(0).text()


def test_what_cannot_be_noted_is_saved_and_told(
    demo_desk: Desk, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OpenForReading(place="talks.alternat")

    banners: list[str] = []
    demo_desk.announced.connect(lambda _severity, text: banners.append(text))
    monkeypatch.setattr(demo_desk.workspace, "change", refuse)
    opened(demo_desk, parent, Asked(str(tmp_path / "out.ics"))).save.click()

    assert (tmp_path / "out.ics").exists()
    assert any("could not be noted in the dialogue" in text for text in banners)
    assert read_releases(demo_desk.tables) == ()
