"""Files get exactly what the document is, and nothing is printed unasked."""

import pytest

from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST
from alternat.documents.press.raster import Pages
from alternat.documents.printing import document_mark, print_values
from alternat.planning.findings import Severity
from alternat.planning.releases import read_releases
from alternat.ui.documents.printing import draw_steps
from alternat.ui.documents.proofing import Order
from tests.ui.documents.bench import Bench, add_unprintable, announced


def marked(bench: Bench, order: Order) -> bytes:
    """Return the delegation list as the window writes it, with the mark of which document it is."""
    workspace = bench.desk.workspace
    mark = document_mark(DELEGATION_LIST.id, workspace.tables, order.meeting, workspace.team.began)
    values = DELEGATION_LIST.gather(workspace.tables, order.meeting, order.options)
    return print_values(DELEGATION_LIST, values, order.options, mark).pdf


def test_a_saved_file_is_the_document_byte_for_byte(bench: Bench) -> None:
    seen = announced(bench.desk)
    bench.page.commands.save.trigger()
    saved = bench.wait_for_file("2027 – Delegation list – copy for Canada.pdf")
    order = bench.page.order()
    assert saved == marked(bench, order)
    bench.qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][1].startswith("Saved ")
    assert bench.desk.settings.current.export_folder == str(bench.answers.folder_)


def test_printing_to_a_file_writes_the_document_itself(bench: Bench) -> None:
    bench.page.commands.print.trigger()
    printed = bench.wait_for_file("printed.pdf")
    order = bench.page.order()
    assert printed == marked(bench, order)


def test_what_was_saved_copied_or_printed_is_noted(bench: Bench) -> None:
    def noted() -> list[tuple[str, str]]:
        return [(each.kind, each.name) for each in read_releases(bench.desk.tables) if each.people]

    name = "2027 – Delegation list – copy for {}.pdf"
    listed = [("delegation-list", name.format("Canada"))]
    bench.page.commands.save.trigger()
    bench.qtbot.waitUntil(lambda: noted() == listed)
    bench.page.commands.copies.trigger()
    listed = [("delegation-list", name.format(country)) for country in ("China", "Canada")] + listed
    bench.qtbot.waitUntil(lambda: noted() == listed)
    bench.page.commands.print.trigger()
    listed = [("delegation-list", "printed.pdf"), *listed]
    bench.qtbot.waitUntil(lambda: noted() == listed)


def test_a_place_that_cannot_be_written_is_told(bench: Bench) -> None:
    seen = announced(bench.desk)
    bench.answers.folder_ = bench.answers.folder_ / "gone"
    bench.page.commands.save.trigger()
    bench.qtbot.waitUntil(lambda: bool(seen))
    severity, text = seen[0]
    assert severity is Severity.BLOCKS
    assert "its folder does not exist. Choose another folder." in text


def test_what_blocks_is_asked_first(bench: Bench) -> None:
    add_unprintable(bench.desk.workspace, bench.meeting)
    question = bench.page.question
    bench.page.commands.save.trigger()
    bench.qtbot.waitUntil(question.isVisible)
    assert question.text == "On the paper, […] stands in place of what cannot be printed of OUYANG Ji."
    question.no.click()
    assert (question.isVisible(), list(bench.answers.folder_.iterdir())) == (False, [])
    bench.page.commands.save.trigger()
    bench.qtbot.waitUntil(question.isVisible)
    question.yes.click()
    assert bench.wait_for_file("2027 – Delegation list – copy for Canada.pdf")


def test_each_side_gets_its_own_copy(bench: Bench) -> None:
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


def test_copies_ask_before_they_replace_files_of_their_names(bench: Bench) -> None:
    place = bench.answers.folder_ / "2027 – Delegation list – copy for Canada.pdf"
    place.write_bytes(b"%PDF-1.4 signed")
    question = bench.page.question
    bench.page.commands.copies.trigger()
    bench.qtbot.waitUntil(question.isVisible)
    assert question.text == f"{place.name} is in the folder already and would be replaced."
    question.no.click()
    assert place.read_bytes() == b"%PDF-1.4 signed"
    bench.page.commands.copies.trigger()
    bench.qtbot.waitUntil(question.isVisible)
    question.yes.click()
    bench.wait_for_file("2027 – Delegation list – copy for China.pdf")
    assert place.read_bytes() != b"%PDF-1.4 signed"


def test_another_program_gets_a_file_that_goes_with_the_window(bench: Bench) -> None:
    bench.page.commands.open.trigger()
    bench.qtbot.waitUntil(lambda: bool(bench.answers.shown))
    path = bench.answers.shown[0]
    assert path.read_bytes().startswith(b"%PDF")
    (noted,) = read_releases(bench.desk.tables)
    assert (noted.name, bool(noted.people)) == (path.name, True)
    bench.page.output.stop()
    assert not path.exists()


def test_without_a_program_for_pdf_files_the_way_out_is_told(bench: Bench) -> None:
    seen = announced(bench.desk)
    bench.answers.has_viewer = False
    bench.page.commands.open.trigger()
    bench.qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][1].startswith("No program on this computer opens PDF files.")
    assert read_releases(bench.desk.tables) == ()
    bench.page.output.stop()


def test_printing_can_be_cancelled_and_a_second_document_waits(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alternat.ui.documents.printing.print_steps", draw_steps)
    seen, progress = announced(bench.desk), bench.page.progress
    bench.page.commands.print.trigger()
    bench.qtbot.waitUntil(progress.isVisible)
    assert progress.text.startswith("Printing page 1 of")
    bench.page.commands.print.trigger()
    assert seen == [
        (Severity.WARNS, "A document is still being printed. Wait until it is done, or cancel it.")
    ]
    progress.cancel.click()
    assert not progress.isVisible()


def test_the_test_sheet_is_that_of_the_stock_with_its_correction(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.edit("stock", "L4785")
    bench.edit("offset_mm", (0.5, -0.3))
    bench.page.commands.test_sheet.trigger()
    with Pages(bench.wait_for_file("printed.pdf")) as pages:
        text = " ".join(pages.text(0).split())
        assert "Test sheet for Avery L4785" in text
        assert "+0.5 mm to the right and −0.3 mm down, at 100 %" in text
    assert bench.answers.asked == ["2027 – Test sheet"]
