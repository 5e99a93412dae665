"""Options are remembered where they belong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from alternat.actions.terms import change_side
from alternat.language.label import Language
from alternat.ui.documents.page import DocumentsPage
from tests.ui.documents.bench import Bench


def test_options_are_kept_per_document_and_meeting(bench: Bench) -> None:
    bench.edit("copy_for", "CN")
    bench.page.choose_kind("badges")
    assert bench.page.order().options.copy_for == "CA"
    bench.edit("qr", False)
    again = DocumentsPage(bench.desk)
    bench.qtbot.addWidget(again)
    assert again.order().options.copy_for == "CN"
    again.choose_kind("badges")
    assert (again.order().options.copy_for, again.order().options.qr) == ("CA", False)


def test_the_printer_correction_is_kept_with_the_stock(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.edit("stock", "L4785")
    bench.edit("offset_mm", (0.5, -0.3))
    bench.edit("scale_percent", 100.4)
    bench.edit("stock", "5392")
    assert bench.page.order().options.offset_mm == (0.0, 0.0)
    assert bench.page.order().options.scale_percent == 100.0
    bench.edit("stock", "L4785")
    assert bench.page.order().options.offset_mm == (0.5, -0.3)
    assert bench.page.order().options.scale_percent == 100.4
    assert bench.desk.settings.current.printer_offsets == {"L4785": (0.5, -0.3)}
    assert bench.desk.settings.current.printer_scales == {"L4785": 100.4}


def test_another_stock_begins_at_its_first_label(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.edit("start", 7)
    assert bench.page.order().options.start == 7
    bench.edit("stock", "5392")
    assert bench.page.order().options.start == 1


def test_raising_the_revision_is_one_step_of_the_dialogue(bench: Bench) -> None:
    editor = bench.page.set_up.options.editor("revision")
    editor.findChildren(QAbstractButton)[0].click()
    meeting = bench.desk.tables.Meeting.get_by_id(bench.meeting)
    assert meeting.list_revision == 2
    assert bench.page.order().options.revision == 2
    bench.desk.undo()
    assert bench.page.order().options.revision == 1


def test_a_sheet_with_one_label_asks_for_no_first_label(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    first = bench.page.set_up.options.editor("start")
    bench.edit("stock", "A6")
    assert first.isHidden()
    bench.edit("stock", "L4785")
    assert not first.isHidden()


def test_the_date_in_the_footer_is_today_unless_chosen(bench: Bench) -> None:
    assert bench.page.order().options.printed_on == bench.desk.today()


def test_a_country_renamed_is_renamed_in_the_options(bench: Bench) -> None:
    sides = bench.desk.tables.Side
    canada = sides.get(sides.code == "CA")
    change_side(
        bench.desk.workspace, canada.id, {"country": canada.country.with_text(Language.EN, "Canadia")}
    )
    choices = [
        each.text() for each in bench.page.set_up.options.editor("copy_for").findChildren(QAbstractButton)
    ]
    assert choices == ["Canadia", "China"]


def test_whose_copy_it_is_stands_above_the_pages(bench: Bench) -> None:
    assert bench.page.column.copy.text == "Copy for Canada: Canada is named first."
    bench.edit("copy_for", "CN")
    assert bench.page.column.copy.text == "Copy for China: China is named first."


def test_another_screen_language_renames_everything(bench: Bench) -> None:
    bench.desk.screen.set_language(Language.FR)
    titles = [action.text() for action in bench.page.actions_offered()]
    assert titles[0] == "Enregistrer en PDF…"
    said = "Exemplaire du Canada\N{NO-BREAK SPACE}: Canada en premier."
    assert bench.page.column.copy.text == said
    bench.desk.screen.set_language(Language.EN)


def test_every_control_has_a_name(bench: Bench) -> None:
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
