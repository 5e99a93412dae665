"""What the preview shows follows the options and every edit."""

from PySide6.QtWidgets import QAbstractButton

from alternat.actions.delegations import change_participations
from alternat.actions.people import change_people
from alternat.language.called import shown_name
from alternat.nouns.delegations import ParticipationStatus
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate
from tests.ui.documents.bench import Bench, Opener, announced


def test_the_list_and_the_badges_show_their_pages(bench: Bench) -> None:
    assert "List of delegations" in bench.text()
    bench.page.choose_kind("badges")
    bench.wait_for("2027 – 001")
    assert bench.page.preview.view.page_count == 3


def test_an_edit_elsewhere_shows_at_once_and_keeps_the_place(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.wait_for("2027 – 001")
    view = bench.page.preview.view
    view.verticalScrollBar().setValue(333)
    place, person = view.place, bench.page.preview.view.proof.placements[0].person  # type: ignore[union-attr]
    change_people(bench.desk.workspace, [person], {"family": "Tremblay"})
    bench.wait_for("TREMBLAY")
    assert view.place == place


def test_an_option_makes_other_pages(bench: Bench) -> None:
    bench.edit("sides", ("CN",))
    bench.qtbot.waitUntil(lambda: "ARNAULT" not in bench.text())
    assert "BAI" in bench.text()


def test_each_document_keeps_its_own_place(bench: Bench) -> None:
    view = bench.page.preview.view
    view.go_to(1)
    place = view.place
    bench.page.choose_kind("badges")
    bench.wait_for("2027 – 001")
    bench.page.choose_kind("delegation-list")
    bench.wait_for("List of delegations")
    assert view.place == place


def test_undo_takes_the_pages_back(bench: Bench) -> None:
    person = bench.page.preview.view.proof.placements[0].person  # type: ignore[union-attr]
    change_people(bench.desk.workspace, [person], {"family": "Tremblay"})
    bench.wait_for("TREMBLAY")
    bench.desk.undo()
    bench.wait_for("ARNAULT")


def test_a_meeting_without_people_says_where_to_add_them(open_page: Opener, dialogue: Workspace) -> None:
    empty = open_page(add_ottawa_2027(dialogue))
    empty.qtbot.waitUntil(empty.page.column.nobody.isVisible)
    add_delegate(dialogue, empty.meeting)
    empty.wait_for("ARNAULT")


def test_a_start_beyond_the_sheet_is_told_and_can_be_mended(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.wait_for("2027 – 001")
    bench.edit("start", 99)
    bench.qtbot.waitUntil(lambda: not bench.page.preview.view.page_count)
    bench.edit("start", 2)
    bench.wait_for("2027 – 001")


def test_who_does_not_come_has_no_badge(bench: Bench) -> None:
    seen = announced(bench.desk)
    stranger = add_delegate(bench.desk.workspace, None)
    bench.page.print_badge(stranger, 1)
    bench.qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][1].startswith("There is nobody to print.")


def test_a_document_without_pages_offers_nothing_to_print(open_page: Opener, dialogue: Workspace) -> None:
    empty = open_page(add_ottawa_2027(dialogue))
    empty.qtbot.waitUntil(empty.page.column.nobody.isVisible)
    commands = empty.page.commands
    assert [each.isEnabled() for each in (commands.print, commands.save, commands.open)] == [False] * 3


def test_without_a_meeting_the_page_says_how_to_begin(open_page: Opener) -> None:
    empty = open_page(None)
    primary = empty.page.primary_action()
    assert primary is not None
    assert (empty.page.set_up.isVisible(), primary.isEnabled()) == (False, False)
    wanted: list[str] = []
    empty.desk.page_wanted.connect(wanted.append)
    buttons = [each for each in empty.page.findChildren(QAbstractButton) if each.isVisible()]
    buttons[-1].click()
    assert wanted == ["overview"]


def test_what_stands_in_the_way_is_told_and_can_be_mended(bench: Bench) -> None:
    bench.edit("sides", ("XX",))
    bench.qtbot.waitUntil(lambda: not bench.page.preview.view.page_count)
    bench.edit("sides", ())
    bench.wait_for("ARNAULT")


def test_what_is_left_out_stands_beside_the_findings(bench: Bench) -> None:
    findings = bench.page.column.findings
    assert findings.left_out.isHidden()
    gone = next(each for each in roster(bench.desk.tables, bench.meeting))
    change_participations(
        bench.desk.workspace, [gone.participation], {"status": ParticipationStatus.DECLINED}
    )
    bench.qtbot.waitUntil(findings.left_out.isVisible)
    name = bench.desk.screen.catalog.show(shown_name(gone))
    assert findings.left_out.text() == (f"Left out: 1 person who does not take part: {name} (declined)")
