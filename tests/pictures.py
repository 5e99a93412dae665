"""Makes a picture of every page of the window: `python -m tests.pictures FOLDER [EARLIER FOLDER]`.

In three languages, light and dark, at 1280×720, on the example dialogue, for people to look at. With the
folder of an earlier run it tells which pictures differ from those, and by how many pixels.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from alternat.actions.consents import give_consent
from alternat.actions.countdown import start_checklist, tick
from alternat.actions.demo import create_demo, create_example
from alternat.actions.dialogues import create_dialogue
from alternat.actions.subgroups import add_subgroup
from alternat.actions.topics import propose_topic
from alternat.documents.kinds.registry import KINDS
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.programme import read_programme
from alternat.planning.subgroups import topics
from alternat.settings import SettingsFile, Theme
from alternat.storage.workspace import create_workspace
from alternat.ui.calendar.page import SEVERAL, CalendarPage
from alternat.ui.checklist.page import ChecklistPage
from alternat.ui.delegations.page import DelegationsPage
from alternat.ui.delegations.pick_people import PickPeople
from alternat.ui.desk.place import Place
from alternat.ui.documents.preview.background import Background
from alternat.ui.follow_up.guidance.view import GuidanceView
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.frame.command_palette import CommandPalette
from alternat.ui.frame.pages import PAGES
from alternat.ui.frame.workbench import Workbench
from alternat.ui.importing.off_thread import LatestWork
from alternat.ui.importing.people import ImportPeople
from alternat.ui.importing.sessions import ImportSessions
from alternat.ui.look.screen import Screen
from alternat.ui.opening.files import FileDialogs
from alternat.ui.opening.opener import Opener
from alternat.ui.programme.interpreters import Interpreters
from alternat.ui.programme.late import RunningLate
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.revisions import Revisions
from alternat.ui.programme.share import ShareProgramme
from alternat.ui.subgroups.page import SubGroupsPage
from alternat.ui.window import MainWindow
from tests.factories.clocks import stop_window_clocks
from tests.factories.programmes import fill_programme

SIZE = (1280, 720)
TODAY = date(2027, 3, 2)
"""The day on which the pictures are taken, so that they do not change by themselves."""
LONGEST = 120_000
"""How long the window may be at work before a picture, in milliseconds."""

MOMENT = 2_000
"""What happens within that many milliseconds is waited for."""


def settle() -> None:
    """Let the window do what it has put off for a moment, and what it draws in the background."""
    workers = [each for each in gc.get_objects() if issubclass(type(each), Background | LatestWork)]
    deadline, quiet = QDeadlineTimer(LONGEST), 0
    while quiet < 3:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        quiet = 0 if any(map(_is_at_work, workers)) or _is_putting_off() else quiet + 1
        if deadline.hasExpired():
            raise TimeoutError


def _is_at_work(worker: Background | LatestWork) -> bool:
    return worker._running if isinstance(worker, Background) else worker.is_busy


def _is_putting_off() -> bool:
    """Return whether something is to happen in a moment; what a banner waits for is longer."""
    timers = (each for top in QApplication.topLevelWidgets() for each in top.findChildren(QTimer))
    return any(each.isSingleShot() and each.isActive() and each.interval() <= MOMENT for each in timers)


def make_files(folder: Path) -> dict[str, str]:
    """Write the example dialogue and a fresh one, and return their paths."""
    demo, fresh = folder / "Canada-China.alternat", folder / "Fresh.alternat"
    with create_workspace(demo, actor="pictures") as workspace:
        create_demo(workspace, today=TODAY)
    with create_workspace(fresh, actor="pictures") as workspace:
        create_dialogue(workspace, "blank", today=TODAY)
    example = folder / "Example.alternat"
    with create_workspace(example, actor="pictures") as workspace:
        create_example(workspace, today=TODAY)
    planned = folder / "Programme.alternat"
    with create_workspace(planned, actor="pictures") as workspace:
        create_dialogue(workspace, "canada-china", today=TODAY)
        fill_programme(workspace)
    return {"demo": str(demo), "fresh": str(fresh), "planned": str(planned), "example": str(example)}


def open_window(
    application: QApplication, language: Language, theme: Theme, size: tuple[int, int] | None = SIZE
) -> tuple[MainWindow, Opener]:
    """Return a window that remembers nothing and knows what day it is, in its own first size for None."""
    settings = SettingsFile()
    settings.change(language=language, theme=theme)
    screen = Screen(application, settings)
    opener = Opener(screen, settings, FileDialogs(screen), today=lambda: TODAY)
    window = MainWindow(screen, settings, opener)
    if size is not None:
        window.resize(*size)
    window.show()
    return window, opener


def scenes(window: MainWindow, opener: Opener, files: dict[str, str]) -> Iterator[tuple[str, QWidget]]:
    """Bring one view after the other up, and give its name and the widget to take."""
    yield "welcome", window
    opener.open(files["fresh"])
    yield "overview-empty", window
    opener.open(files["demo"])
    bench = window.workbench
    assert bench is not None
    for page in PAGES:
        bench.show_page(page.id)
        yield page.id, window
    bench.show_page("delegations")
    person = bench.desk.tables.Person.select().first()
    bench.desk.show_place(Place("person", person.id))
    yield "delegations-person", window
    yield from delegation_scenes(window, bench)
    yield from checklist_scenes(window, bench)
    yield from follow_up_scenes(window, bench)
    yield from calendar_scenes(window, bench)
    yield from subgroup_scenes(window, bench)
    yield from leaving_scenes(window, bench)
    yield from document_scenes(window, bench)
    bench.show_page("overview")
    bench.toggle_findings()
    yield "findings", window
    bench.toggle_findings()
    bench.sidebar.toggle()
    yield "sidebar-folded", window
    bench.header.meeting.open_form()
    yield "meetings", QApplication.activePopupWidget() or window
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    palette = CommandPalette(bench.desk, window.actions(), bench.records, window)
    palette.open_over(window)
    yield "palette", palette
    palette.close()
    yield from programme_scenes(window, opener, files)
    yield from example_scenes(window, opener, files)


def programme_scenes(
    window: MainWindow, opener: Opener, files: dict[str, str]
) -> Iterator[tuple[str, QWidget]]:
    """Bring up a filled programme as timeline, as table, with its rooms, and on a day that runs late."""
    opener.open(files["planned"])
    bench = window.workbench
    assert bench is not None
    sessions = bench.desk.tables.Session
    bench.desk.set_meeting(sessions.select().get().meeting_id)
    bench.show_page("programme")
    page = bench.page
    assert isinstance(page, ProgrammePage)
    yield "programme-timeline", window
    page.select(sessions.select().order_by(sessions.day, sessions.start).get().id)
    yield "programme-session", window
    for mode in ("table", "rooms"):
        page.show_mode(mode)
        yield f"programme-{mode}", window
    page.show_mode("timeline")
    page.run_late()
    dialog = window.findChild(RunningLate)
    assert isinstance(dialog, RunningLate)
    dialog.minutes.setValue(300)
    yield "programme-late", dialog
    dialog.reject()
    page.show_interpreters()
    interpreters = window.findChild(Interpreters)
    assert isinstance(interpreters, Interpreters)
    yield "programme-interpreters", interpreters
    interpreters.reject()


def document_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up each kind of document with its options and its first page."""
    for kind in KINDS:
        bench.desk.show_place(Place("document", field=kind.id))
        yield f"documents-{kind.id}", window


def delegation_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up what can be done on the delegations page, the import of a list included."""
    page = bench.page
    assert isinstance(page, DelegationsPage)
    page.table.select(each.participation for each in page.model.values[1:4])
    yield "delegations-several", window
    page.table.horizontalHeader().sectionClicked.emit(1)
    yield "delegations-sorted", window
    page.sorting_strip.button.click()
    page.commands.take_out()
    yield "delegations-taken-out", window
    page.undo_strip.button.click()
    page.commands.invite_known()
    picker = window.findChild(PickPeople)
    assert isinstance(picker, PickPeople)
    yield "delegations-invite", picker
    picker.reject()
    page.commands.add.trigger()
    yield "delegations-newcomer", window
    page.search("nobody of that name")
    yield "delegations-no-match", window
    page.search("")
    yield from import_scenes(window, bench)
    yield from session_import_scenes(window, bench)


def subgroup_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up a sub-group that one side has proposed, the board, and a new topic by consultation."""
    bench.show_page("subgroups")
    page, workspace, meeting = bench.page, bench.desk.workspace, bench.desk.meeting or 0
    assert isinstance(page, SubGroupsPage)
    if not page.list.count():
        name = Label("Cybercrime", "Cybercriminalité", "网络犯罪")
        second = topics(workspace.tables)[1].id
        people = read_programme(workspace.tables, meeting).people.items()
        leads = {each.entity: person for person, each in people if each.entity is not None}
        (group,) = add_subgroup(workspace, meeting, name, [second], leads).inserted("sub_group")
        proposed, given = ConsentStep.PROPOSED, date(2027, 1, 12)
        give_consent(workspace, subgroup=group, side="CA", step=proposed, given=given, document="Note 114")
        topic = Label("Support for victims", "Aide aux victimes", "被害人救助")
        propose_topic(workspace, topic, side="CN", given=given, document="照会 27")
    for view in ("groups", "board", "topics"):
        page.view.button(view).click()
        yield f"subgroups-{view}", window
    page.view.button("groups").click()
    page.editor.ensureWidgetVisible(page.editor.seats)
    yield "subgroups-seats", window


def leaving_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up how the programme leaves, how it is published, and how a kind of finding is lowered."""
    meeting = bench.desk.meeting or 0
    for name, dialog in (
        ("share", ShareProgramme(bench.desk, meeting, window)),
        ("revisions", Revisions(bench.desk, meeting, window)),
    ):
        dialog.open()
        yield name, dialog
        dialog.reject()
    bench.open_findings()
    bench.findings.table.selectRow(0)
    bench.findings.weight.click()
    yield "findings-lower", window
    bench.findings.lowering.hide()
    bench.toggle_findings()


def checklist_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up a checklist before it is started, under way, and the template that it starts from."""
    bench.show_page("checklist")
    page = bench.page
    assert isinstance(page, ChecklistPage)
    if not page.checklist.model.rowCount():
        yield "checklist-empty", window
        start_checklist(bench.desk.workspace, bench.desk.meeting or 0)
    lines = page.checklist.model.values
    tick(bench.desk.workspace, [line.id for line in lines[:3]], date(2027, 1, 20), "Noé Bélair")
    yield "checklist-started", window
    page.checklist.table.select([lines[4].id])
    yield "checklist-task", window
    page.checklist.table.select([line.id for line in lines[:4]])
    yield "checklist-several", window
    page.view.button("template").click()
    page.template.table.selectRow(2)
    yield "checklist-template", window
    page.view.button("tasks").click()


def follow_up_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up a request for guidance that is answered, beside its sheet."""
    bench.show_page("follow-up")
    page = bench.page
    assert isinstance(page, FollowUpPage)
    page.show_view("guidance")
    assert isinstance(page.view, GuidanceView)
    page.view.guidance.table.selectRow(page.view.guidance.model.rowCount() - 1)
    yield "follow-up-request", window


def example_scenes(
    window: MainWindow, opener: Opener, files: dict[str, str]
) -> Iterator[tuple[str, QWidget]]:
    """Bring up what the meetings of the whole example agreed: every view of it, instruments and texts."""
    opener.open(files["example"])
    bench = window.workbench
    assert bench is not None
    outcome = Place(
        "outcome", bench.desk.tables.Outcome.select().order_by(bench.desk.tables.Outcome.id).first().id
    )
    bench.desk.show_place(outcome)
    yield "follow-up-outcome", window
    page = bench.page
    assert isinstance(page, FollowUpPage)
    for view in ("board", "timeline", "map", "topics", "guidance", "agenda"):
        page.show_view(view)
        yield f"follow-up-{view}", window
    bench.desk.show_place(Place("instrument", bench.desk.tables.Instrument.select().first().id))
    yield "objectives-instrument", window
    bench.desk.show_place(Place(outcome.table, outcome.row, "concordance.text"))
    yield "texts-side-by-side", window
    bench.open_findings()
    yield "findings-of-the-example", window
    bench.toggle_findings()


def calendar_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up the panels beside the calendar, several years, and a cancellation about to be decided."""
    bench.show_page("calendar")
    page = bench.page
    assert isinstance(page, CalendarPage)
    yield "calendar-meeting", window
    page.meeting.steps[MeetingStatus.CANCELLED].click()
    yield "calendar-cancelling", window
    page.panel.button("finder").click()
    page.finder.search_button.click()
    yield "calendar-finder", window
    page.panel.button("avoid").click()
    page.grid.select(date(2027, 8, 2), date(2027, 8, 13))
    if not page.avoid.entries:
        page.avoid.add.click()
    yield "calendar-avoid", window
    page.panel.button("hosts").click()
    page.view.button(SEVERAL).click()
    yield "calendar-several-years", window
    page.view.button(1).click()


def import_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up the steps of an import, of a list in which one person is known already."""
    person = bench.desk.tables.Person.select().first()
    with TemporaryDirectory() as made:
        path = Path(made) / "participants.csv"
        path.write_text(
            "Nom de famille,Prénom,姓名,Fonction,Organisme,Courriel\n"
            "Bélair,Noé,白文诺,Conseillère,Affaires mondiales Canada,noe.belair@example.org\n"
            f"{person.family},{person.given},白文,Directrice,Ministère de la Justice,nobody\n",
            encoding="utf-8",
        )
        dialog = ImportPeople(bench.desk, window)
        dialog.show()
        yield "import-start", dialog
        dialog.open_file(str(path))
        while dialog.reader.is_busy:
            settle()
        for step in ("source", "columns", "check"):
            yield f"import-{step}", dialog
            if step != "check":
                dialog.forward.click()
        dialog.reject()
        dialog.deleteLater()


def session_import_scenes(window: MainWindow, bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    """Bring up the check of a programme to import, one row of which is wrong."""
    meeting = bench.desk.meeting
    assert meeting is not None
    with TemporaryDirectory() as made:
        path = Path(made) / "programme.csv"
        path.write_text(
            "Jour,Début,Fin,Titre,Title,标题,Salle,Participants\n"
            "2027-06-16,16:50,17:30,Bilan,Review,总结,L1,everyone\n"
            "2027-06-16,18:00,17:30,Adieux,Farewell,送别,L9,everyone\n",
            encoding="utf-8",
        )
        dialog = ImportSessions(bench.desk, meeting, window)
        dialog.show()
        dialog.open_file(str(path))
        while dialog.reader.is_busy:
            settle()
        for step in ("source", "columns", "check"):
            yield f"import-programme-{step}", dialog
            if step != "check":
                dialog.forward.click()
        dialog.reject()
        dialog.deleteLater()


def take(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    for theme in (Theme.LIGHT, Theme.DARK):
        for language in Language:
            with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
                stop_window_clocks(patch)
                window, opener = open_window(application, language, theme)
                for name, widget in scenes(window, opener, make_files(Path(made))):
                    settle()
                    widget.grab().save(str(folder / f"{name}-{language}-{theme}.png"))
                opener.close()
                window.close()
                window.deleteLater()
                QApplication.processEvents()


def differences(folder: Path, earlier: Path) -> Iterator[str]:
    """Tell of each picture that is not the same in both folders how many pixels differ."""
    for name in sorted({each.name for place in (folder, earlier) for each in place.glob("*.png")}):
        one, other = folder / name, earlier / name
        if not (one.exists() and other.exists()):
            yield f"{name}: only in {folder if one.exists() else earlier}"
            continue
        with Image.open(one) as now, Image.open(other) as then:
            if now.size != then.size:
                yield f"{name}: {now.size} pixels, not {then.size}"
            elif count := _differing(now.convert("RGB"), then.convert("RGB")):
                yield f"{name}: {count} of {now.width * now.height} pixels differ"


def _differing(one: Image.Image, other: Image.Image) -> int:
    bands = ImageChops.difference(one, other).split()
    either = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(either.histogram()[1:])


def main() -> int:
    """Take all pictures, compare them with earlier ones, and return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures are written")
    parser.add_argument("earlier", type=Path, nargs="?", help="pictures of an earlier run to compare with")
    parser.add_argument(
        "--only-compare", action="store_true", help="take no pictures; both folders have some"
    )
    given = parser.parse_args()
    if not given.only_compare:
        take(given.folder)
    told = list(differences(given.folder, given.earlier)) if given.earlier else []
    print(*told, sep="\n", end="\n" if told else "")  # noqa: T201 - it is what the command is for
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
