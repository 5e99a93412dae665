"""The preview shows real pages, keeps its place while they change, and leads from paper to people."""

import io
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from alternat.documents.press.drawing import Placement
from alternat.documents.press.raster import DamagedPdfError, Pages, PageSize
from alternat.language.messages import message
from alternat.ui.documents.preview.layout import START, Fit, Zoom, arrange
from alternat.ui.documents.preview.panel import PATIENCE, PreviewPanel
from alternat.ui.documents.preview.pictures import Draw
from alternat.ui.documents.preview.proof import Proof
from alternat.ui.documents.preview.view import PreviewView
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import LIGHT

PER_PAGE = 4
RED, BLUE = QColor(255, 0, 0), QColor(0, 0, 255)


def proof(pages: int, fill: QColor = RED, paper: tuple[float, float] = A4) -> Proof:
    """Return pages with four badges each, of people 1, 2, 3 …, filled with one colour."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=paper)
    badges = []
    for page in range(pages):
        canvas.setFillColorRGB(fill.redF(), fill.greenF(), fill.blueF())
        for place in range(PER_PAGE):
            left, top = 15 + 95 * (place % 2), 15 + 60 * (place // 2)
            canvas.rect(left * mm, paper[1] - (top + 50) * mm, 80 * mm, 50 * mm, stroke=0, fill=1)
            badges.append(Placement(page, left, top, 80, 50, page * PER_PAGE + place + 1))
        canvas.drawString(100, 100, f"Sheet {page + 1}")
        canvas.showPage()
    canvas.save()
    return Proof(Pages(target.getvalue()), badges)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PreviewView]:
    shown = PreviewView(LIGHT)
    shown.resize(600, 500)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.stop()


def pixel(view: PreviewView, position: QPointF) -> QColor:
    return view.viewport().grab().toImage().pixelColor(position.toPoint())


def wait_for_colour(qtbot: QtBot, view: PreviewView, position: QPointF, colour: QColor) -> None:
    qtbot.waitUntil(lambda: pixel(view, position) == colour)


def off_centre(view: PreviewView, shown: Proof, person: int) -> QPointF:
    return view.position_of(shown.of_person(person)[0]) + QPointF(-20, -10)


def test_real_pages_appear_one_below_the_other(qtbot: QtBot, view: PreviewView) -> None:
    shown = proof(3)
    view.show_proof(shown)
    assert (view.page_count, view.page) == (3, 0)
    wait_for_colour(qtbot, view, off_centre(view, shown, 1), RED)


def test_the_view_keeps_its_place_on_paper_when_the_document_changes(view: PreviewView) -> None:
    view.show_proof(proof(5))
    view.go_to(3)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 137)
    before = view.place
    view.show_proof(proof(6, BLUE))
    assert (view.page_count, view.place) == (6, before)


def test_the_view_keeps_its_place_when_its_width_changes(view: PreviewView) -> None:
    view.show_proof(proof(5))
    view.go_to(3)
    before = view.place
    view.resize(480, 500)
    assert view.place.page == before.page
    assert view.place.y == pytest.approx(before.y, abs=2)


def test_a_shorter_document_shows_its_end(view: PreviewView) -> None:
    view.show_proof(proof(5))
    view.go_to(4)
    view.show_proof(proof(2))
    assert (view.page_count, view.page) == (2, 1)


def test_old_pixels_stay_until_the_new_ones_are_there(qtbot: QtBot, view: PreviewView) -> None:
    first, second = proof(2), proof(2, BLUE)
    view.show_proof(first)
    place = off_centre(view, first, 1)
    wait_for_colour(qtbot, view, place, RED)
    view.show_proof(second)
    assert pixel(view, place) in (RED, BLUE)
    wait_for_colour(qtbot, view, place, BLUE)


def test_pages_drawn_with_the_document_show_at_once(qtbot: QtBot, view: PreviewView) -> None:
    first, second = proof(2), proof(2, BLUE)
    view.show_proof(first)
    wait_for_colour(qtbot, view, off_centre(view, first, 1), RED)
    drawn = [(each, Draw(second.pages, 0, each)().bitmap) for each in view.showing()]
    view.show_proof(second, tuple(drawn))
    assert pixel(view, off_centre(view, second, 1)) == BLUE


def test_another_document_begins_with_blank_paper_at_its_own_place(view: PreviewView) -> None:
    view.show_proof(proof(5))
    view.go_to(3)
    view.show_proof(proof(5, BLUE), place=START)
    assert view.page == 0


def test_a_click_on_a_badge_chooses_the_person(qtbot: QtBot, view: PreviewView) -> None:
    shown = proof(2)
    view.show_proof(shown)
    position = view.position_of(shown.of_person(2)[0]).toPoint()
    with qtbot.waitSignal(view.person_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert chosen.args == [2]


def test_dragging_moves_the_pages_and_chooses_nobody(qtbot: QtBot, view: PreviewView) -> None:
    shown = proof(3)
    view.show_proof(shown)
    start = view.position_of(shown.of_person(3)[0]).toPoint()
    with qtbot.assertNotEmitted(view.person_chosen):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), start - QPoint(0, 60))
        QTest.mouseMove(view.viewport(), start - QPoint(0, 90))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(0, 90))
    assert view.verticalScrollBar().value() == 90


def test_a_selected_person_is_brought_into_view_and_marked(qtbot: QtBot, view: PreviewView) -> None:
    shown = proof(5)
    view.show_proof(shown)
    view.select_person(4 * PER_PAGE + 1)
    centre = view.position_of(shown.of_person(4 * PER_PAGE + 1)[0])
    assert view.viewport().rect().contains(centre.toPoint())
    qtbot.waitUntil(lambda: pixel(view, centre).red() > 200 and pixel(view, centre) != RED)


def test_a_person_who_shows_already_does_not_move_the_pages(view: PreviewView) -> None:
    view.show_proof(proof(5))
    view.select_person(2)
    assert view.verticalScrollBar().value() == 0


def test_tab_goes_from_person_to_person_and_enter_chooses(qtbot: QtBot, view: PreviewView) -> None:
    view.show_proof(proof(2))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.person_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [2]


@pytest.mark.parametrize("keys", [[Qt.Key.Key_Escape], [Qt.Key.Key_Tab] * PER_PAGE])
def test_escape_or_the_last_person_lets_tab_leave(qtbot: QtBot, keys: list[Qt.Key]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view, after = PreviewView(LIGHT), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(view)
    column.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show_proof(proof(1))
    view.setFocus()
    for key in keys:
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    view.stop()


def test_the_keyboard_stays_on_the_person_when_the_document_changes(view: PreviewView) -> None:
    view.show_proof(proof(2))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    view.show_proof(proof(2, BLUE))
    assert view.focused is not None
    assert view.focused.person == 2


def test_home_end_and_page_keys_move_through_the_pages(view: PreviewView) -> None:
    view.show_proof(proof(4))
    view.set_zoom(Zoom(Fit.PAGE))
    pages = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        pages.append(view.page)
    assert pages == [1, 2, 1, 3, 0]


def test_ctrl_and_wheel_zoom_at_the_pointer(view: PreviewView) -> None:
    shown = proof(3)
    view.show_proof(shown)
    position = view.position_of(shown.of_person(4)[0])
    factor = view.factor
    turn = QWheelEvent(
        position,
        view.viewport().mapToGlobal(position),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(turn)
    after = view.position_of(shown.of_person(4)[0])
    assert view.factor == pytest.approx(factor * 1.25)
    assert abs(after.x() - position.x()) + abs(after.y() - position.y()) < 3


@pytest.mark.parametrize(("key", "times"), [(Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_Minus, 0.8)])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_plus_and_minus_zoom_the_pages_and_not_the_window(
    qtbot: QtBot, key: Qt.Key, times: float, modifier: Qt.KeyboardModifier
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = PreviewView(LIGHT)
    window.setCentralWidget(view)
    enlarge, reduce = window.addAction("Larger text"), window.addAction("Smaller text")
    enlarge.setShortcut(QKeySequence.StandardKey.ZoomIn)
    reduce.setShortcut(QKeySequence.StandardKey.ZoomOut)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show_proof(proof(1))
    view.setFocus()
    factor = view.factor
    with qtbot.assertNotEmitted(enlarge.triggered), qtbot.assertNotEmitted(reduce.triggered):
        QTest.keyClick(view, key, modifier)
    assert view.factor == pytest.approx(factor * times)
    view.stop()


def test_a_large_zoom_is_sharp_where_it_shows(qtbot: QtBot, view: PreviewView) -> None:
    shown = proof(1)
    view.show_proof(shown)
    view.set_zoom(Zoom.free(6.0))
    badge = shown.placements[0]
    half_width = badge.width / 2 * 6.0 * view.logicalDpiX() / 25.4
    edge = view.position_of(badge).x() - half_width
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    across.setValue(round(across.value() + edge - 100))
    down.setValue(round(down.value() + view.position_of(badge).y() - 100))

    def between_white_and_red() -> int:
        row = view.viewport().grab().toImage()
        colours = [row.pixelColor(x, 100) for x in range(80, 120)]
        assert colours[0] == Qt.GlobalColor.white
        assert colours[-1] == RED
        return sum(colour not in (colours[0], RED) for colour in colours)

    qtbot.waitUntil(lambda: between_white_and_red() <= 1)


def test_the_page_in_view_is_told_to_screen_readers(qtbot: QtBot, view: PreviewView) -> None:
    view.show_proof(proof(3))
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Sheet 1")
    view.go_to(1)
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Sheet 2")


def test_two_pages_stand_abreast(view: PreviewView) -> None:
    shown = proof(3)
    view.show_proof(shown)
    one = view.factor
    view.set_two_up(two_up=True)
    assert view.factor < one * 0.55
    first, second = (view.position_of(badge) for badge in (shown.placements[0], shown.placements[PER_PAGE]))
    assert first.y() == second.y()
    assert first.x() < second.x()


def test_nothing_to_show_is_an_empty_view(view: PreviewView) -> None:
    view.show_proof(proof(2))
    view.show_proof(None)
    assert (view.page_count, view.page, view.showing()) == (0, 0, ())
    view.viewport().grab()


def test_only_the_pages_that_show_are_wanted(view: PreviewView) -> None:
    view.show_proof(proof(200))
    assert {wanted.page for wanted in view.showing()} <= {0, 1}
    view.go_to(150)
    assert {wanted.page for wanted in view.showing()} <= {149, 150, 151}


class TestLayout:
    """The geometry alone: sizes in millimetres, a view of 600 by 400 pixels, four pixels a millimetre."""

    A4 = PageSize(210, 297)
    VIEW = (600.0, 400.0)

    def test_fitting_the_width_leaves_the_margins(self) -> None:
        layout = arrange([self.A4], self.VIEW, Zoom(), 4.0)
        assert layout.frames[0].left == 16
        assert layout.frames[0].width == pytest.approx(568)

    def test_fitting_the_page_shows_all_of_it_in_the_middle(self) -> None:
        frame = arrange([self.A4], self.VIEW, Zoom(Fit.PAGE), 4.0).frames[0]
        assert frame.top == 16
        assert frame.height == pytest.approx(368)
        assert frame.left + frame.width / 2 == pytest.approx(300)

    def test_the_real_size_is_the_real_size(self) -> None:
        layout = arrange([self.A4], self.VIEW, Zoom.free(1.0), 4.0)
        assert (layout.frames[0].width, layout.width) == (840, 872)

    def test_a_spot_and_its_point_are_each_others_inverse(self) -> None:
        layout = arrange([self.A4] * 5, self.VIEW, Zoom(), 4.0, two_up=True)
        for point in [(40.0, 30.0), (400.0, 700.0), (300.0, 500.0)]:
            assert layout.point(layout.spot(*point)) == pytest.approx(point)

    def test_the_pages_that_show_are_found_by_height(self) -> None:
        layout = arrange([self.A4] * 4, self.VIEW, Zoom.free(1.0), 1.0)
        assert [layout.visible(*span) for span in [(0, 100), (300, 400), (5000, 6000)]] == [
            range(1),
            range(2),
            range(4, 4),
        ]


class TestPanel:
    """The bar over the pages, and what stands in for them."""

    @pytest.fixture
    def panel(self, qtbot: QtBot, screen: Screen) -> Iterator[PreviewPanel]:
        made = PreviewPanel(screen)
        made.resize(700, 500)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        yield made
        made.stop()

    def test_the_bar_turns_pages_and_tells_which_one_it_is(self, panel: PreviewPanel) -> None:
        panel.say_title(message("Badges"))
        panel.show_proof(proof(3))
        panel.following.click()
        assert panel.place_text == "Page 2 of 3"
        assert panel.view.accessibleName() == "Preview of Badges: page 2 of 3"
        panel.previous.click()
        assert (panel.previous.isEnabled(), panel.following.isEnabled()) == (False, True)

    def test_the_zoom_can_be_chosen_and_is_told(self, panel: PreviewPanel) -> None:
        panel.show_proof(proof(1))
        names = [panel.zooms.itemText(index) for index in range(panel.zooms.count())]
        assert names == ["Fit the width", "Fit the page", "50%", "75%", "100%", "150%", "200%", "400%"]
        panel.zooms.setCurrentIndex(4)
        panel.zooms.activated.emit(4)
        assert panel.view.factor == pytest.approx(1.0)
        panel.view.zoom_by(1.1)
        assert (panel.zooms.currentIndex(), panel.zooms.placeholderText()) == (-1, "110%")

    def test_long_work_is_told_after_a_moment(self, qtbot: QtBot, panel: PreviewPanel) -> None:
        panel.begin()
        assert not panel.is_working
        qtbot.waitUntil(lambda: panel.is_working)
        panel.show_proof(proof(1))
        assert not panel.is_working

    def test_quick_work_is_not_worth_a_word(self, qtbot: QtBot, panel: PreviewPanel) -> None:
        panel.begin()
        panel.show_proof(proof(1))
        qtbot.wait(PATIENCE + 50)
        assert not panel.is_working

    def test_trouble_says_what_to_do(self, panel: PreviewPanel) -> None:
        panel.show_trouble(DamagedPdfError())
        texts = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
        assert "The pages could not be made" in texts
        assert any(text.endswith("Produce the document again.") for text in texts)
        panel.show_proof(proof(1))
        assert panel.view.isVisible()
