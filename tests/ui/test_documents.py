"""The documents page: set up beside the live pages, saved, printed, printed again at six in the morning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import change_people
from alternat.actions.terms import change_side
from alternat.documents.kinds import BADGES, DELEGATION_LIST
from alternat.documents.press import produce
from alternat.documents.raster import Pages, PageSize
from alternat.language.label import Language
from alternat.models.delegations import Role
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from alternat.ui.desk import Desk
from alternat.ui.documents.language_order import LanguageOrder
from alternat.ui.documents.reprinting import ask_for_badge
from alternat.ui.documents.sheet_picker import SheetPicker
from alternat.ui.frame.workbench import Workbench
from alternat.ui.pages.documents import DocumentsPage
from alternat.ui.printing import draw_steps
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate, add_delegation
from tests.ui.desks import make_desk


@dataclass
class Answers:
    """Answers what the dialogs would ask, and remembers what they were asked."""

    folder_: Path
    asked: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    has_viewer: bool = True

    def file(self, suggestion: Path) -> Path | None:
        self.asked.append(suggestion.name)
        return self.folder_ / suggestion.name

    def folder(self, start: Path) -> Path | None:
        del start
        return self.folder_

    def printer(self, title: str, pages: int, size: PageSize) -> QPrinter | None:
        del pages, size
        self.asked.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.folder_ / "printed.pdf"))
        return printer

    def open(self, path: Path) -> bool:
        self.shown.append(path)
        return self.has_viewer


@dataclass
class Bench:
    """The page in view, with somebody to answer its dialogs."""

    page: DocumentsPage
    desk: Desk
    meeting: int
    answers: Answers
    qtbot: QtBot

    def text(self) -> str:
        """Return the text of the first page in view."""
        proof = self.page.preview.view.proof
        return proof.pages.text(0) if proof else ""

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.text(), timeout=5000)

    def wait_for_file(self, name: str) -> bytes:
        path = self.answers.folder_ / name
        self.qtbot.waitUntil(path.exists, timeout=5000)
        return path.read_bytes()

    def edit(self, option: str, value: object) -> None:
        self.page.set_up.options.editor(option).edited.emit(value)

    def remembered(self, kind: str) -> object:
        self.page.choose_kind(kind)
        return self.page.order().options


Opener = Callable[[int | None], Bench]


@pytest.fixture
def open_page(qapp: QApplication, qtbot: QtBot, dialogue: Workspace, tmp_path: Path) -> Iterator[Opener]:
    desks: list[Desk] = []

    def opened(meeting: int | None) -> Bench:
        desk = make_desk(qapp, dialogue, meeting)
        desks.append(desk)
        page = DocumentsPage(desk)
        answers = Answers(tmp_path / "out")
        answers.folder_.mkdir()
        page.output.dialogs = answers  # type: ignore[assignment] # answers in place of the person
        page.resize(1072, 620)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        return Bench(page, desk, meeting or 0, answers, qtbot)

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def bench(open_page: Opener, dialogue: Workspace) -> Bench:
    """Twelve Canadians and twelve Chinese at the next meeting in Ottawa; the delegation list in view."""
    meeting = add_ottawa_2027(dialogue)
    for side in ("CA", "CN"):
        add_delegation(dialogue, meeting, side, 12)
    opened = open_page(meeting)
    opened.wait_for("ARNAULT")
    return opened


def announced(desk: Desk) -> list[tuple[Severity, str]]:
    seen: list[tuple[Severity, str]] = []
    desk.announced.connect(lambda severity, text: seen.append((severity, text)))
    return seen


def add_unprintable(dialogue: Workspace, meeting: int) -> int:
    """Add somebody whose name has a character that no shipped font has; it blocks."""
    return add_delegate(dialogue, meeting, side="CN", family="Ouyang", given="Ji", name_zh="欧阳𠮷")


class TestPages:
    """What the preview shows follows the options and every edit."""

    def test_the_list_and_the_badges_show_their_pages(self, bench: Bench) -> None:
        assert "List of delegations" in bench.text()
        bench.page.choose_kind("badges")
        bench.wait_for("2027 – 001")
        assert bench.page.preview.view.page_count == 3

    def test_an_edit_elsewhere_shows_at_once_and_keeps_the_place(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        bench.wait_for("2027 – 001")
        view = bench.page.preview.view
        view.verticalScrollBar().setValue(333)
        place, person = view.place, bench.page.preview.view.proof.placements[0].person  # type: ignore[union-attr]
        change_people(bench.desk.workspace, [person], {"family": "Tremblay"})
        bench.wait_for("TREMBLAY")
        assert view.place == place

    def test_an_option_makes_other_pages(self, bench: Bench) -> None:
        bench.edit("sides", ("CN",))
        bench.qtbot.waitUntil(lambda: "ARNAULT" not in bench.text(), timeout=5000)
        assert "BAI" in bench.text()

    def test_each_document_keeps_its_own_place(self, bench: Bench) -> None:
        view = bench.page.preview.view
        view.go_to(1)
        place = view.place
        bench.page.choose_kind("badges")
        bench.wait_for("2027 – 001")
        bench.page.choose_kind("delegation-list")
        bench.wait_for("List of delegations")
        assert view.place == place

    def test_undo_takes_the_pages_back(self, bench: Bench) -> None:
        person = bench.page.preview.view.proof.placements[0].person  # type: ignore[union-attr]
        change_people(bench.desk.workspace, [person], {"family": "Tremblay"})
        bench.wait_for("TREMBLAY")
        bench.desk.undo()
        bench.wait_for("ARNAULT")

    def test_a_meeting_without_people_says_where_to_add_them(
        self, open_page: Opener, dialogue: Workspace
    ) -> None:
        empty = open_page(add_ottawa_2027(dialogue))
        empty.qtbot.waitUntil(empty.page.column.nobody.isVisible, timeout=5000)
        add_delegate(dialogue, empty.meeting)
        empty.wait_for("ARNAULT")

    def test_a_start_beyond_the_sheet_is_told_and_can_be_mended(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        bench.wait_for("2027 – 001")
        bench.edit("start", 99)
        bench.qtbot.waitUntil(lambda: not bench.page.preview.view.page_count, timeout=5000)
        bench.edit("start", 2)
        bench.wait_for("2027 – 001")

    def test_who_does_not_come_has_no_badge(self, bench: Bench) -> None:
        seen = announced(bench.desk)
        stranger = add_delegate(bench.desk.workspace, None)
        bench.page.print_badge(stranger, 1)
        bench.qtbot.waitUntil(lambda: bool(seen), timeout=5000)
        assert seen[0][1].startswith("There is nobody to print.")

    def test_a_document_without_pages_offers_nothing_to_print(
        self, open_page: Opener, dialogue: Workspace
    ) -> None:
        empty = open_page(add_ottawa_2027(dialogue))
        empty.qtbot.waitUntil(empty.page.column.nobody.isVisible, timeout=5000)
        commands = empty.page.commands
        assert [each.isEnabled() for each in (commands.print, commands.save, commands.open)] == [False] * 3

    def test_without_a_meeting_the_page_says_how_to_begin(self, open_page: Opener) -> None:
        empty = open_page(None)
        primary = empty.page.primary_action()
        assert primary is not None
        assert (empty.page.set_up.isVisible(), primary.isEnabled()) == (False, False)
        wanted: list[str] = []
        empty.desk.page_wanted.connect(wanted.append)
        buttons = [each for each in empty.page.findChildren(QAbstractButton) if each.isVisible()]
        buttons[-1].click()
        assert wanted == ["overview"]

    def test_what_stands_in_the_way_is_told_and_can_be_mended(self, bench: Bench) -> None:
        bench.edit("sides", ("XX",))
        bench.qtbot.waitUntil(lambda: not bench.page.preview.view.page_count, timeout=5000)
        bench.edit("sides", ())
        bench.wait_for("ARNAULT")


class TestPeople:
    """The pages lead to people, and people to the pages."""

    def test_a_click_selects_the_person(self, bench: Bench) -> None:
        view = bench.page.preview.view
        assert view.proof is not None
        placed = view.proof.placements[1]
        with bench.qtbot.waitSignal(bench.desk.person_selected) as selected:
            position = view.position_of(placed).toPoint()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=position)
        assert selected.args == [placed.person]
        assert "BÉLAIR" in bench.page.column.selection.text

    def test_the_selected_person_is_edited_beside_the_pages(self, bench: Bench) -> None:
        view = bench.page.preview.view
        assert view.proof is not None
        person = view.proof.placements[1].person
        bench.desk.person_selected.emit(person)
        bench.page.column.selection.edit.click()
        assert bench.page.set_up.person == person
        bench.page.set_up.show_options()
        assert not bench.page.set_up.is_editing

    def test_go_to_person_asks_for_the_delegations(self, bench: Bench) -> None:
        wanted: list[tuple[int, str]] = []
        bench.desk.person_wanted.connect(lambda person, name: wanted.append((person, name)))
        bench.desk.person_selected.emit(3)
        bench.page.column.selection.go.click()
        assert wanted == [(3, "")]

    def test_searching_selects_the_first_who_matches(self, bench: Bench) -> None:
        with bench.qtbot.waitSignal(bench.desk.person_selected):
            bench.page.search("cormier")
        assert "CORMIER" in bench.page.column.selection.text

    def test_a_finding_shows_its_person(self, bench: Bench) -> None:
        person = add_unprintable(bench.desk.workspace, bench.meeting)
        findings = bench.page.column.findings
        bench.qtbot.waitUntil(lambda: findings.model.rowCount() > 0, timeout=5000)
        findings.open()
        with bench.qtbot.waitSignal(bench.desk.person_selected) as selected:
            findings.table.clicked.emit(findings.model.index(0, 0))
        assert selected.args == [person]


class TestOptions:
    """Options are remembered where they belong."""

    def test_options_are_kept_per_document_and_meeting(self, bench: Bench) -> None:
        bench.edit("copy_for", "CN")
        bench.page.choose_kind("badges")
        assert bench.page.order().options.copy_for == "CA"
        bench.edit("qr", False)
        again = DocumentsPage(bench.desk)
        bench.qtbot.addWidget(again)
        assert again.order().options.copy_for == "CN"
        again.choose_kind("badges")
        assert (again.order().options.copy_for, again.order().options.qr) == ("CA", False)

    def test_the_printer_correction_is_kept_with_the_stock(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        bench.edit("stock", "L4785")
        bench.edit("offset_mm", (0.5, -0.3))
        bench.edit("stock", "5392")
        assert bench.page.order().options.offset_mm == (0.0, 0.0)
        bench.edit("stock", "L4785")
        assert bench.page.order().options.offset_mm == (0.5, -0.3)
        assert bench.desk.settings.current.printer_offsets == {"L4785": (0.5, -0.3)}

    def test_another_stock_begins_at_its_first_label(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        bench.edit("start", 7)
        assert bench.page.order().options.start == 7
        bench.edit("stock", "5392")
        assert bench.page.order().options.start == 1

    def test_raising_the_revision_is_one_step_of_the_dialogue(self, bench: Bench) -> None:
        editor = bench.page.set_up.options.editor("revision")
        editor.findChildren(QAbstractButton)[0].click()
        meeting = bench.desk.tables.Meeting.get_by_id(bench.meeting)
        assert meeting.list_revision == 2
        assert bench.page.order().options.revision == 2
        bench.desk.undo()
        assert bench.page.order().options.revision == 1

    def test_a_sheet_with_one_label_asks_for_no_first_label(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        first = bench.page.set_up.options.editor("start")
        bench.edit("stock", "A6")
        assert first.isHidden()
        bench.edit("stock", "L4785")
        assert not first.isHidden()

    def test_the_date_in_the_footer_is_today_unless_chosen(self, bench: Bench) -> None:
        assert bench.page.order().options.printed_on == bench.desk.today()

    def test_a_country_renamed_is_renamed_in_the_options(self, bench: Bench) -> None:
        sides = bench.desk.tables.Side
        canada = sides.get(sides.code == "CA")
        change_side(
            bench.desk.workspace, canada.id, {"country": canada.country.with_text(Language.EN, "Canadia")}
        )
        choices = [
            each.text() for each in bench.page.set_up.options.editor("copy_for").findChildren(QAbstractButton)
        ]
        assert choices == ["Canadia", "China"]

    def test_whose_copy_it_is_stands_above_the_pages(self, bench: Bench) -> None:
        assert bench.page.column.copy.text == "Copy for Canada: Canada is named first."
        bench.edit("copy_for", "CN")
        assert bench.page.column.copy.text == "Copy for China: China is named first."

    def test_another_screen_language_renames_everything(self, bench: Bench) -> None:
        bench.desk.screen.set_language(Language.FR)
        titles = [action.text() for action in bench.page.actions_offered()]
        assert titles[0] == "Enregistrer en PDF…"
        assert (
            bench.page.column.copy.text
            == "Exemplaire (Canada)\N{NO-BREAK SPACE}: ce pays est nommé en premier."
        )
        bench.desk.screen.set_language(Language.EN)

    def test_every_control_has_a_name(self, bench: Bench) -> None:
        for kind in ("delegation-list", "badges"):
            bench.page.choose_kind(kind)
            unnamed = [
                widget
                for widget in bench.page.findChildren(QWidget)
                if widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not (widget.accessibleName() or getattr(widget, "text", str)())
                and not isinstance(widget.parentWidget(), type(bench.page.set_up.options))
                and widget is not bench.page.set_up.options
            ]
            assert unnamed == []


class TestWaysOut:
    """Files get exactly what the document is, and nothing is printed unasked."""

    def test_a_saved_file_is_the_document_byte_for_byte(self, bench: Bench) -> None:
        seen = announced(bench.desk)
        bench.page.commands.save.trigger()
        saved = bench.wait_for_file("2027 – Delegation list – copy for Canada.pdf")
        order = bench.page.order()
        assert saved == produce(DELEGATION_LIST, bench.desk.tables, order.meeting, order.options).pdf
        bench.qtbot.waitUntil(lambda: bool(seen))
        assert seen[0][1].startswith("Saved ")
        assert bench.desk.settings.current.export_folder == str(bench.answers.folder_)

    def test_printing_to_a_file_writes_the_document_itself(self, bench: Bench) -> None:
        bench.page.commands.print.trigger()
        printed = bench.wait_for_file("printed.pdf")
        order = bench.page.order()
        assert printed == produce(DELEGATION_LIST, bench.desk.tables, order.meeting, order.options).pdf

    def test_a_place_that_cannot_be_written_is_told(self, bench: Bench) -> None:
        seen = announced(bench.desk)
        bench.answers.folder_ = bench.answers.folder_ / "gone"
        bench.page.commands.save.trigger()
        bench.qtbot.waitUntil(lambda: bool(seen), timeout=5000)
        severity, text = seen[0]
        assert severity is Severity.BLOCKS
        assert "its folder does not exist. Choose another folder." in text

    def test_what_blocks_is_asked_first(self, bench: Bench) -> None:
        add_unprintable(bench.desk.workspace, bench.meeting)
        question = bench.page.column.question
        bench.page.commands.save.trigger()
        bench.qtbot.waitUntil(question.isVisible, timeout=5000)
        assert question.text.endswith("that this document is not ready.")
        question.no.click()
        assert (question.isVisible(), list(bench.answers.folder_.iterdir())) == (False, [])
        bench.page.commands.save.trigger()
        bench.qtbot.waitUntil(question.isVisible, timeout=5000)
        question.yes.click()
        assert bench.wait_for_file("2027 – Delegation list – copy for Canada.pdf")

    def test_each_side_gets_its_own_copy(self, bench: Bench) -> None:
        bench.page.commands.copies.trigger()
        first = bench.wait_for_file("2027 – Delegation list – copy for Canada.pdf")
        second = bench.wait_for_file("2027 – Delegation list – copy for China.pdf")
        with Pages(first) as ours, Pages(second) as theirs:
            assert ours.text(0).index("Canada-China") < ours.text(0).index("加拿大代表团")
            assert (
                theirs.text(0).index("中国代表团") < theirs.text(0).index("LU")
                if "LU" in theirs.text(0)
                else True
            )
            assert ours.text(0) != theirs.text(0)

    def test_another_program_gets_a_file_that_goes_with_the_window(self, bench: Bench) -> None:
        bench.page.commands.open.trigger()
        bench.qtbot.waitUntil(lambda: bool(bench.answers.shown), timeout=5000)
        path = bench.answers.shown[0]
        assert path.read_bytes().startswith(b"%PDF")
        bench.page.output.stop()
        assert not path.exists()

    def test_without_a_program_for_pdf_files_the_way_out_is_told(self, bench: Bench) -> None:
        seen = announced(bench.desk)
        bench.answers.has_viewer = False
        bench.page.commands.open.trigger()
        bench.qtbot.waitUntil(lambda: bool(seen), timeout=5000)
        assert seen[0][1].startswith("No program on this computer opens PDF files.")
        bench.page.output.stop()

    def test_printing_can_be_cancelled_and_a_second_document_waits(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("alternat.ui.printing.print_steps", draw_steps)
        seen, progress = announced(bench.desk), bench.page.column.progress
        bench.page.commands.print.trigger()
        bench.qtbot.waitUntil(progress.isVisible, timeout=5000)
        assert progress.text.startswith("Printing page 1 of")
        bench.page.commands.print.trigger()
        assert seen == [
            (Severity.WARNS, "A document is still being printed. Wait until it is done, or cancel it.")
        ]
        progress.cancel.click()
        assert not progress.isVisible()

    def test_the_test_sheet_is_that_of_the_stock_with_its_correction(self, bench: Bench) -> None:
        bench.page.choose_kind("badges")
        bench.edit("stock", "L4785")
        bench.edit("offset_mm", (0.5, -0.3))
        bench.page.commands.test_sheet.trigger()
        with Pages(bench.wait_for_file("printed.pdf")) as pages:
            text = " ".join(pages.text(0).split())
            assert "Test sheet for Avery L4785" in text
            assert "+0.5 mm to the right and −0.3 mm down" in text
        assert bench.answers.asked == ["2027 – Test sheet"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
class TestReprint:
    """One badge again: find the person, choose the label, and it prints."""

    def test_choosing_a_label_prints_that_one_badge_there(self, bench: Bench) -> None:
        view = bench.page.preview.view
        assert view.proof is not None
        person = view.proof.placements[2].person
        bench.page.show_person(person, "badge")
        picker = bench.page.popup.picker
        assert bench.page.popup.isVisible()
        label = picker.label_rectangle(4).center().toPoint()
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=label)
        printed = bench.wait_for_file("printed.pdf")
        options = bench.page._memory.options(BADGES, bench.meeting)
        with Pages(printed) as pages:
            assert (len(pages), "CORMIER" in pages.text(0), "ARNAULT" in pages.text(0)) == (1, True, False)
        assert options.start == 1

    def test_the_keyboard_is_enough(self, bench: Bench) -> None:
        bench.page.search("cormier")
        bench.page.commands.badge.trigger()
        picker = bench.page.popup.picker
        QTest.keyClick(picker, Qt.Key.Key_Down)
        QTest.keyClick(picker, Qt.Key.Key_Right)
        assert picker.value() == 4
        QTest.keyClick(picker, Qt.Key.Key_Return)
        with Pages(bench.wait_for_file("printed.pdf")) as pages:
            assert "CORMIER" in pages.text(0)

    def test_any_page_can_ask_for_it(self, qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> None:
        meeting = add_ottawa_2027(dialogue)
        person = add_delegate(dialogue, meeting, role=Role.HEAD)
        desk = make_desk(qapp, dialogue, meeting)
        window = Workbench(desk)
        qtbot.addWidget(window)
        window.show()
        ask_for_badge(desk, person)
        assert isinstance(window.page, DocumentsPage)
        assert window.page.popup.isVisible()
        window.page.popup.close()
        desk.close()


class TestSheetPicker:
    """The drawing of the sheet is a slider for assistive tools, and a click for everybody else."""

    def test_arrows_stay_on_the_sheet(self, bench: Bench) -> None:
        picker = bench.page.popup.picker
        assert isinstance(picker, SheetPicker)
        picker.setValue(1)
        QTest.keyClick(picker, Qt.Key.Key_Up)
        QTest.keyClick(picker, Qt.Key.Key_Left)
        assert picker.value() == 1
        QTest.keyClick(picker, Qt.Key.Key_End)
        assert picker.value() == picker.maximum()
        assert picker.accessibleName() == f"Start at label {picker.maximum()} of {picker.maximum()}"

    def test_beside_a_label_nothing_is_chosen(self, bench: Bench) -> None:
        picker = bench.page.popup.picker
        with bench.qtbot.assertNotEmitted(picker.confirmed):
            QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


class TestLanguageOrder:
    """The languages print in an order that the copy's own side leads."""

    @pytest.fixture
    def order(self, bench: Bench) -> LanguageOrder:
        return bench.page.set_up.options.editor("languages").findChildren(LanguageOrder)[0]

    def test_the_languages_of_the_copys_side_come_first(self, bench: Bench, order: LanguageOrder) -> None:
        assert order.value == (Language.EN, Language.FR, Language.ZH)
        bench.edit("copy_for", "CN")
        assert order.value == (Language.ZH, Language.EN, Language.FR)

    def test_a_move_against_the_alternat_cannot_be_made(self, bench: Bench, order: LanguageOrder) -> None:
        bench.edit("copy_for", "CN")
        chinese, english, _french = (row.box for row in order._rows)
        with bench.qtbot.assertNotEmitted(order.chosen):
            QTest.keyClick(chinese, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(english, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert order.value == (Language.ZH, Language.FR, Language.EN)
        assert bench.page.order().options.languages == (Language.ZH, Language.FR, Language.EN)

    def test_one_language_always_stays(self, bench: Bench, order: LanguageOrder) -> None:
        for row in order._rows:
            row.box.click()
        assert order.value == (Language.ZH,)
        assert bench.page.order().options.languages == (Language.ZH,)
