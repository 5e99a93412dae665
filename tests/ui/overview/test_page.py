"""The overview: the meeting edited in place, the delegations counted, and what needs care."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting
from alternat.actions.people import change_people
from alternat.language.label import Label, Language
from alternat.models.meetings import Meeting
from alternat.nouns.meetings import MeetingStatus
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.overview.page import OverviewPage
from alternat.ui.parts.dialogs.take_along import TakeAlong
from alternat.ui.parts.widgets.buttons import Button


def shown(qtbot: QtBot, desk: Desk) -> OverviewPage:
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1072, 640)
    page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(qtbot: QtBot, demo_desk: Desk) -> OverviewPage:
    """The overview of the example dialogue's next meeting, shown."""
    return shown(qtbot, demo_desk)


def meeting(desk: Desk) -> Meeting:
    return desk.tables.Meeting.get_by_id(desk.meeting)


def buttons(page: OverviewPage) -> dict[str, Button]:
    return {each.text(): each for each in page.findChildren(Button) if each.isVisible()}


def test_the_delegations_are_counted_by_side_and_standing(page: OverviewPage) -> None:
    canada, china = page._sides

    assert (canada.title.text(), canada.figure.text()) == ("Delegation of Canada", "12")
    assert (china.title.text(), china.figure.text()) == ("Delegation of China", "10")
    assert [label.text() for label in canada._counts.values() if label.isVisible()] == ["1", "11", "1"]
    assert canada._leader.text() == "Headed by Catherine ARSENAULT-REID"


def test_completeness_is_counted_by_language(page: OverviewPage, demo_desk: Desk) -> None:
    person = demo_desk.tables.Person.select().first().id
    change_people(demo_desk.workspace, [person], {"position": Label(en="Advisor", zh="顾问")})
    counts = {language: label.text() for language, label in page._completeness._counts.items()}

    assert counts == {Language.EN: "22 of 22", Language.FR: "21 of 22", Language.ZH: "22 of 22"}


def test_how_many_days_are_left_is_shown(page: OverviewPage) -> None:
    assert page._meeting._days_left.text() == "105 days left"


def test_the_city_is_written_in_one_language_at_a_time(page: OverviewPage, demo_desk: Desk) -> None:
    field = page._meeting.city.field(Language.FR)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Gatineau")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert meeting(demo_desk).city == Label("Ottawa", "Gatineau", "渥太华")


def test_the_days_are_written(page: OverviewPage, demo_desk: Desk) -> None:
    field = page._meeting.ends.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2027-06-18")
    QTest.keyClick(field, Qt.Key.Key_Return)
    asked(page).keep.click()

    assert meeting(demo_desk).ends == date(2027, 6, 18)
    assert page._meeting.span.text() == "June 15–18, 2027"


def test_a_last_day_before_the_first_is_refused_and_the_old_one_stands(
    page: OverviewPage, demo_desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(demo_desk.announced):
        page._meeting.ends._commit(date(2027, 6, 1))

    assert page._meeting.ends.field.text() == "2027-06-17"


def asked(page: OverviewPage) -> TakeAlong:
    """The question about what comes along."""
    (dialog,) = page.findChildren(TakeAlong)
    return dialog


def test_the_standing_is_chosen(page: OverviewPage, demo_desk: Desk) -> None:
    page._meeting.status.chosen.emit(MeetingStatus.POSTPONED)

    assert meeting(demo_desk).status is MeetingStatus.POSTPONED


def test_a_side_that_hosts_out_of_turn_waits_for_the_reason(page: OverviewPage, demo_desk: Desk) -> None:
    card = page._meeting
    assert card.host_reason.isHidden()
    card.host.button("CN").click()
    assert meeting(demo_desk).host.code == "CA"
    QTest.keyClicks(card.host_reason, "Ottawa is under repair")
    QTest.keyClick(card.host_reason, Qt.Key.Key_Return)
    assert meeting(demo_desk).host.code == "CA"
    asked(page).keep.click()

    assert (meeting(demo_desk).host.code, meeting(demo_desk).host_reason) == ("CN", "Ottawa is under repair")
    assert card.host_reason.isVisible()


def test_what_a_change_brings_along_is_asked_before(page: OverviewPage, demo_desk: Desk) -> None:
    ends = page._meeting.ends.field
    ends.selectAll()
    QTest.keyClicks(ends, "2027-06-15")
    QTest.keyClick(ends, Qt.Key.Key_Return)
    question = asked(page)
    said = " ".join(each.text() for each in question.findChildren(QLabel))
    assert "goes back to “proposed”: both sides have to consent again" in said
    assert "sessions are then outside the days of the meeting: " in said
    assert question.move_all.isHidden()
    question.cancel.click()
    assert meeting(demo_desk).ends == date(2027, 6, 17)
    assert ends.text() == "2027-06-17"


def test_a_zone_that_is_none_is_refused_before_anything_is_asked(
    page: OverviewPage, demo_desk: Desk, qtbot: QtBot
) -> None:
    zone = page._meeting.time_zone
    zone.selectAll()
    QTest.keyClicks(zone, "Mars/Phobos")
    with qtbot.waitSignal(demo_desk.announced) as told:
        QTest.keyClick(zone, Qt.Key.Key_Return)
    assert "Mars/Phobos" in told.args[1]
    assert not page.findChildren(TakeAlong)


def test_a_day_that_is_none_is_explained_beside_the_field(page: OverviewPage, demo_desk: Desk) -> None:
    starts = page._meeting.starts.field
    starts.selectAll()
    QTest.keyClicks(starts, "2027-13-45")
    QTest.keyClick(starts, Qt.Key.Key_Return)
    assert starts.toolTip() == (
        "“2027-13-45” is not a day, so Tuesday, June 15, 2027 stays. Write it as in 2027-06-15."
    )
    assert meeting(demo_desk).starts == date(2027, 6, 15)


def test_a_city_changed_in_one_language_tells_what_stays(page: OverviewPage, demo_desk: Desk) -> None:
    told: list[str] = []
    demo_desk.announced.connect(lambda _severity, text: told.append(text))
    page._meeting.city.committed.emit(Label("Vancouver", "Ottawa", "渥太华"))
    for question in page.findChildren(TakeAlong):
        question.keep.click()
    assert "The city stays Ottawa and 渥太华 in the other languages." in told
    assert "The time zone stays America/Toronto." in told


def test_a_cancellation_asks_whose_turn_it_is_then(page: OverviewPage, demo_desk: Desk) -> None:
    card = page._meeting
    card.status.chosen.emit(MeetingStatus.CANCELLED)
    assert meeting(demo_desk).status is MeetingStatus.AGREED
    assert card.turn.isVisible()
    card.turn.button(False).click()

    assert meeting(demo_desk).status is MeetingStatus.CANCELLED
    assert card.turn.isHidden()


def test_what_needs_care_leads_to_the_field(page: OverviewPage, demo_desk: Desk, qtbot: QtBot) -> None:
    demo_desk.findings.check()
    qtbot.waitUntil(lambda: "Choose the entity" in buttons(page))
    with qtbot.waitSignal(demo_desk.place_wanted) as wanted:
        buttons(page)["Choose the entity"].click()

    assert wanted.args[0].field == "entity"


def test_all_findings_are_one_click_away(page: OverviewPage, demo_desk: Desk, qtbot: QtBot) -> None:
    demo_desk.findings.check()
    with qtbot.waitSignal(demo_desk.findings_wanted):
        more = next(name for name in buttons(page) if name.endswith("more findings"))
        buttons(page)[more].click()


def test_a_meeting_without_people_offers_the_two_ways_to_start(
    dialogue: Workspace, make_desk: Callable[[Workspace], Desk], qtbot: QtBot
) -> None:
    add_meeting(dialogue, year=2027, host="CN")
    page = shown(qtbot, make_desk(dialogue))
    with qtbot.waitSignal(page.desk.action_wanted) as wanted:
        buttons(page)["Add a person"].click()
    assert wanted.args == ["delegations", "add-person"]
    with qtbot.waitSignal(page.desk.action_wanted) as wanted:
        buttons(page)["Import a list"].click()
    assert wanted.args == ["delegations", "import-people"]


def test_a_dialogue_without_a_meeting_offers_to_add_one(
    workspace: Workspace, make_desk: Callable[[Workspace], Desk], qtbot: QtBot
) -> None:
    create_dialogue(workspace, "blank")
    desk = make_desk(workspace)
    page = shown(qtbot, desk)
    with qtbot.waitSignal(desk.meeting_form_wanted):
        buttons(page)["Add a meeting"].click()
    add_meeting(workspace, year=2027, host="A")

    assert page._layers.currentIndex() == 0
    assert page._meeting.title.text() == "Meeting 2027"


def test_the_overview_speaks_another_language(page: OverviewPage, demo_desk: Desk) -> None:
    demo_desk.screen.set_language(Language.ZH)

    assert page._sides[0].title.text() == "加拿大代表团"
    assert page._meeting.title.text() == "会议 2027 · 渥太华"
    assert page._attention.title.text() == "需要处理"


def test_a_narrow_page_puts_the_cards_in_one_column(page: OverviewPage) -> None:
    page.resize(600, 640)

    assert page._is_abreast is False
