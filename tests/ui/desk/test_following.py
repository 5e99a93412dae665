"""A step of one desk shows in the windows of the others, also after a cut, and overwrites nothing typed."""

from collections.abc import Callable, Iterator
from threading import current_thread
from urllib.parse import unquote

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.dialogues import create_dialogue
from alternat.actions.erasure import ErasurePlan, erase_people
from alternat.actions.meetings import add_meeting
from alternat.actions.people import add_person, change_people
from alternat.planning.findings import Severity
from alternat.settings import SettingsFile
from alternat.storage.faults import ServerGone
from alternat.storage.team import Team
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from alternat.ui.delegations.page import DelegationsPage
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.frame.dialogs.erasing import Erasing
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.person.inspector import PersonInspector
from alternat.ui.window import MainWindow
from tests.ui.conftest import Answers
from tests.ui.desks import dispose


@pytest.fixture
def colleague(postgresql_address: str) -> Iterator[Workspace]:
    """Another desk, on a dialogue with one delegate."""
    with create_workspace(postgresql_address, actor="Li", desk="li") as workspace:
        create_dialogue(workspace, "canada-china")
        (meeting,) = add_meeting(workspace, year=2027, host="CA").inserted("meeting")
        add_person(workspace, "CA", {"family": "Roy"}, meeting=meeting)
        yield workspace


@pytest.fixture
def desk(colleague: Workspace, postgresql_address: str, make_desk: Callable[[Workspace], Desk]) -> Desk:
    """The window's desk on the same dialogue."""
    del colleague
    return make_desk(open_workspace(postgresql_address, actor="Wang", desk="wang"))


def end_connections(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Alternat'"
        )


@pytest.mark.postgresql
def test_a_step_of_another_desk_shows_in_the_list(qtbot: QtBot, colleague: Workspace, desk: Desk) -> None:
    page = DelegationsPage(desk)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(desk.changed) as changed:
        change_people(colleague, [1], {"family": "Rose"})
    assert changed.args is not None
    assert changed.args[0].is_remote
    assert [each.family for each in page.model.everyone] == ["Rose"]


@pytest.mark.postgresql
def test_steps_missed_during_a_cut_show_after_it(
    qtbot: QtBot, colleague: Workspace, desk: Desk, postgresql_server: str
) -> None:
    seen = list[int]()
    desk.changed.connect(lambda changes: seen.append(changes.step))
    end_connections(postgresql_server)
    for name in ("Rose", "Ross", "Rowe"):
        change_people(colleague, [1], {"family": name})
    newest = colleague.history(1)[0].number
    qtbot.waitUntil(lambda: seen[-1:] == [newest])
    assert seen == [newest - 2, newest - 1, newest]


@pytest.mark.postgresql
def test_what_is_being_typed_stays_and_the_person_is_told(
    qtbot: QtBot, colleague: Workspace, desk: Desk
) -> None:
    inspector = PersonInspector(desk, Reads(desk, desk))
    qtbot.addWidget(inspector)
    desk.changed.connect(lambda _changes: inspector.refresh())
    inspector.show()
    inspector.show_person(1)
    field = typing_into(qtbot, inspector, "family", "Ross")
    told = list[tuple[Severity, str]]()
    desk.announced.connect(lambda severity, text: told.append((severity, text)))

    with qtbot.waitSignal(desk.changed):
        change_people(colleague, [1], {"family": "Rose"})
    assert field.text() == "Ross"
    ((severity, sentence),) = told
    assert severity is Severity.WARNS
    assert "changed this text to “Rose”" in sentence

    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Rose"


@pytest.mark.postgresql
def test_what_would_disturb_typing_waits_until_it_is_done(
    qtbot: QtBot, colleague: Workspace, desk: Desk
) -> None:
    field = LineField("Hall")
    qtbot.addWidget(field)
    field.show()
    typing_into_field(qtbot, field, "Hall A")
    told = list[str]()
    desk.announced.connect(lambda _severity, text: told.append(text))

    with qtbot.waitSignal(desk.announced):
        change_people(colleague, [1], {"family": "Rose"})
    assert "as soon as you have finished typing" in told[0]
    assert desk.workspace.team.is_behind
    with qtbot.waitSignal(desk.changed):
        field.clearFocus()
    assert len(told) == 1
    assert not desk.workspace.team.is_behind


def typing_into(qtbot: QtBot, inspector: PersonInspector, name: str, text: str) -> LineField:
    field = inspector.control(name)
    assert isinstance(field, LineField)
    typing_into_field(qtbot, field, text)
    return field


def typing_into_field(qtbot: QtBot, field: LineField, text: str) -> None:
    with qtbot.waitActive(field.window()):
        field.window().activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    QTest.keyClicks(field, text)
    assert QApplication.focusWidget() is field


@pytest.mark.postgresql
def test_a_conflict_shows_the_new_values_at_once(qtbot: QtBot, colleague: Workspace, desk: Desk) -> None:
    told, families = list[str](), list[str]()
    desk.announced.connect(lambda _severity, text: told.append(text))
    desk.changed.connect(lambda _changes: families.append(desk.tables.Person.get_by_id(1).family))
    change_people(colleague, [1], {"family": "Rose"})
    with qtbot.waitSignal(desk.changed):
        assert desk.attempt(lambda: change_people(desk.workspace, [1], {"given": "Ann"})) is None
    assert families == ["Rose"]
    assert "changed by somebody else since: the person ROSE" in told[0]
    assert desk.attempt(lambda: change_people(desk.workspace, [1], {"given": "Ann"})) is not None


@pytest.mark.postgresql
def test_what_was_refused_stays_where_it_was_typed(qtbot: QtBot, colleague: Workspace, desk: Desk) -> None:
    inspector = PersonInspector(desk, Reads(desk, desk))
    qtbot.addWidget(inspector)
    desk.changed.connect(lambda _changes: inspector.refresh())
    inspector.show()
    inspector.show_person(1)
    field = typing_into(qtbot, inspector, "family", "Ross")
    change_people(colleague, [1], {"family": "Rose"})
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert field.text() == "Ross"
    change_people(colleague, [1], {"given": "Eve"})
    qtbot.waitUntil(lambda: not desk.workspace.team.is_behind)
    assert field.text() == "Ross"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Rose"


@pytest.mark.postgresql
def test_undo_takes_back_what_this_desk_did_last(qtbot: QtBot, colleague: Workspace, desk: Desk) -> None:
    change_people(desk.workspace, [1], {"given": "Ann"})
    with qtbot.waitSignal(desk.changed):
        add_person(colleague, "CA", {"family": "Li"})
    desk.undo()
    assert desk.tables.Person.get_by_id(1).given == ""
    assert desk.tables.Person.select().count() == 2


class Door:
    """An ear at a door that opens and closes as the test says."""

    def __init__(self) -> None:
        self.is_open = True

    def attend(self) -> None:
        if not self.is_open:
            raise ServerGone(place="x")

    def wait(self, seconds: float) -> bool:
        del seconds
        self.attend()
        return False

    def close(self) -> None:
        """Do nothing."""


@pytest.mark.postgresql
def test_the_window_tells_while_the_server_is_away_and_goes_on_by_itself(
    qtbot: QtBot,
    colleague: Workspace,
    postgresql_address: str,
    window: MainWindow,
    opener: Opener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door = Door()
    monkeypatch.setattr(Team, "ear", lambda _team: door)
    monkeypatch.setattr("alternat.ui.desk.following.RETRY", 0.01)
    assert opener.open(postgresql_address)
    desk = opener.desk
    assert desk is not None
    with qtbot.waitSignal(desk.away_changed):
        door.is_open = False
    assert [each.severity for each in window.banners.banners()] == [Severity.WARNS]
    assert "does not answer" in window.banners.banners()[0].text
    change_people(colleague, [1], {"family": "Rose"})
    with qtbot.waitSignal(desk.changed):
        door.is_open = True
    (banner,) = window.banners.banners()
    assert (banner.severity, "answers again" in banner.text) == (Severity.NOTES, True)


@pytest.mark.postgresql
def test_the_window_asks_for_a_servers_password_and_keeps_it_nowhere(
    window: MainWindow, opener: Opener, settings: SettingsFile, answers: Answers, guarded_address: str
) -> None:
    with create_workspace(guarded_address, actor="Li", password="ge/h@im") as workspace:
        create_dialogue(workspace, "canada-china")
    told = list[str]()
    opener.announced.connect(lambda _severity, text: told.append(text))
    assert not opener.open(guarded_address)
    answers.answer = "ge/h@im"
    assert opener.open(guarded_address)
    opener.close()
    with_password = guarded_address.replace("//guarded@", "//guarded:ge/h@im@")
    answers.answer = ""
    assert opener.open(with_password)
    (recent,) = settings.current.recent
    shown = [*told, recent, window.windowTitle(), str(settings.current)]
    assert not [text for text in shown if "h@im" in unquote(text)]
    opener.close()
    answers.answer = "ge/h@im"
    assert opener.open(recent)


def test_a_file_has_nobody_to_listen_to(workspace: Workspace) -> None:
    assert workspace.team.ear() is None


@pytest.mark.postgresql
def test_people_on_a_server_are_erased_beside_the_window_which_hears_of_it(
    qtbot: QtBot, colleague: Workspace, desk: Desk, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    (person,) = add_person(colleague, "CA", {"family": "Zwicky"}).inserted("person")
    with qtbot.waitSignal(desk.changed):
        change_people(colleague, [1], {"family": "Rose"})
    threads: list[str] = []

    def noted(workspace: Workspace, plan: ErasurePlan) -> object:
        threads.append(current_thread().name)
        return erase_people(workspace, plan)

    monkeypatch.setattr("alternat.ui.frame.dialogs.erasing.erase_people", noted)
    told: list[object] = []
    desk.changed.connect(told.append)
    window = QWidget()
    dialog = Erasing(desk, opener, window, [person])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show_plan.click()
    dialog.sure.setChecked(True)
    dialog.erase.click()
    assert threads == ["waiting"]
    assert [row.family for row in desk.tables.Person.select()] == ["Rose"]
    assert told
    assert desk.workspace.verify() == ()
    dispose(dialog)
    dispose(window)
