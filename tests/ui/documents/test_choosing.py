"""Some people, some rooms, some years, two revisions: what prints is chosen in the panel."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSpinBox

from alternat.actions.delegations import leave_meeting
from alternat.actions.programme import move_session
from alternat.actions.revisions import publish
from alternat.actions.venues import remove_room
from alternat.planning.disclosure import Audience
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from alternat.ui.documents.picking_editors import ALL, SOME, Picking
from tests.factories.follow_up_records import Records, fill_records
from tests.factories.programmes import FilledProgramme, fill_programme
from tests.ui.documents.bench import Bench, Opener


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


@pytest.fixture
def bench(open_page: Opener, filled: FilledProgramme) -> Bench:
    """The page on a meeting with a programme of two days."""
    opened = open_page(filled.meeting)
    opened.wait_for("ARNAULT")
    return opened


def picking(bench: Bench, field: str) -> Picking:
    editor = bench.page.set_up.options.editor(field)
    assert isinstance(editor, Picking)
    return editor


def tick(editor: Picking, row: int) -> None:
    editor.list.list.item(row).setCheckState(Qt.CheckState.Checked)


class TestPeople:
    """My day, and badges too, print for everybody or for those who are ticked."""

    def test_the_list_opens_before_anything_changes(self, bench: Bench) -> None:
        bench.page.choose_kind("my-day")
        editor = picking(bench, "people")
        assert editor.list.isHidden()
        editor.choice.button(SOME).click()
        assert not editor.list.isHidden()
        assert editor.list.list.count() == 14
        assert bench.page.order().options.people == ()

    def test_only_those_who_are_ticked_print(self, bench: Bench, filled: FilledProgramme) -> None:
        bench.page.choose_kind("my-day")
        bench.wait_for("ARNAULT")
        editor = picking(bench, "people")
        editor.choice.button(SOME).click()
        tick(editor, 1)
        assert bench.page.order().options.people == (filled.canadians[1],)
        bench.wait_for("BÉLAIR")
        assert "Page 1" in bench.text()
        editor.choice.button(ALL).click()
        assert bench.page.order().options.people == ()
        bench.wait_for("ARNAULT")

    def test_a_name_narrows_the_list(self, bench: Bench) -> None:
        bench.page.choose_kind("my-day")
        editor = picking(bench, "people")
        editor.choice.button(SOME).click()
        editor.list.search.setText("belair")
        items = [editor.list.list.item(row) for row in range(editor.list.list.count())]
        assert [item.text() for item in items if not item.isHidden()] == ["Noé 0 BÉLAIR · GAC"]

    def test_one_delegation_offers_its_own_people(self, bench: Bench) -> None:
        bench.page.choose_kind("my-day")
        editor = picking(bench, "people")
        editor.choice.button(SOME).click()
        tick(editor, 0)
        bench.edit("sides", ("CN",))
        assert bench.page.order().options.people == ()
        assert editor.list.list.count() == 7

    def test_who_has_left_is_no_longer_asked_for(self, bench: Bench, filled: FilledProgramme) -> None:
        bench.page.choose_kind("my-day")
        bench.edit("people", tuple(filled.canadians[:2]))
        first = next(
            each for each in roster(bench.desk.tables, filled.meeting) if each.person == filled.canadians[0]
        )
        leave_meeting(bench.desk.workspace, [first.participation])
        assert bench.page.order().options.people == (filled.canadians[1],)

    def test_some_badges_print_alone(self, bench: Bench, filled: FilledProgramme) -> None:
        bench.page.choose_kind("badges")
        bench.edit("people", (filled.canadians[1],))
        bench.wait_for("BÉLAIR")
        assert "ARNAULT" not in bench.text()


class TestRooms:
    """Door signs print for all rooms or for those that are ticked."""

    def test_only_the_rooms_that_are_ticked_print(self, bench: Bench) -> None:
        bench.page.choose_kind("door-signs")
        bench.wait_for("Confederation Room")
        editor = picking(bench, "rooms")
        editor.choice.button(SOME).click()
        texts = [editor.list.list.item(row).text() for row in range(editor.list.list.count())]
        assert texts == [
            "A1 · Confederation Room",
            "A2 · Rideau Room",
            "A3 · Dining Room",
            "B1 · Reception Hall",
        ]
        tick(editor, 1)
        bench.wait_for("Rideau Room")
        assert bench.page.order().options.rooms == ("A2",)

    def test_a_room_that_is_gone_is_no_longer_asked_for(self, bench: Bench, filled: FilledProgramme) -> None:
        bench.page.choose_kind("door-signs")
        bench.edit("rooms", ("A1", "A2"))
        remove_room(bench.desk.workspace, filled.rooms["A2"])
        assert bench.page.order().options.rooms == ("A1",)


class TestYears:
    """A year planner prints one year or several in a row."""

    def boxes(self, bench: Bench) -> list[QSpinBox]:
        return bench.page.set_up.options.editor("years").findChildren(QSpinBox)

    def test_the_meetings_own_year_shows_first(self, bench: Bench) -> None:
        bench.page.choose_kind("year-planner")
        bench.wait_for("Year planner 2027")
        assert [box.value() for box in self.boxes(bench)] == [2027, 2027]

    def test_a_later_end_prints_the_years_between(self, bench: Bench) -> None:
        bench.page.choose_kind("year-planner")
        self.boxes(bench)[1].setValue(2029)
        assert bench.page.order().options.years == (2027, 2028, 2029)

    def test_a_later_beginning_takes_the_end_along(self, bench: Bench) -> None:
        bench.page.choose_kind("year-planner")
        self.boxes(bench)[0].setValue(2030)
        assert bench.page.order().options.years == (2030,)
        assert [box.value() for box in self.boxes(bench)] == [2030, 2030]

    def test_no_more_than_ten_years_print(self, bench: Bench) -> None:
        bench.page.choose_kind("year-planner")
        self.boxes(bench)[1].setValue(2060)
        assert bench.page.order().options.years == tuple(range(2051, 2061))


class TestRevisions:
    """A change sheet compares any revision with any later one, or with the programme as it stands."""

    @pytest.fixture
    def published(self, dialogue: Workspace, filled: FilledProgramme) -> None:
        for hour in (13, 14, 15):
            publish(dialogue, filled.meeting, "Protocol")
            move_session(dialogue, filled.sessions["lunch"], start=time(hour, 0))

    def offered(self, bench: Bench, field: str) -> list[str]:
        box = bench.page.set_up.options.editor(field).findChildren(QComboBox)[0]
        return [box.itemText(row).split(",")[0] for row in range(box.count())]

    def test_without_a_revision_there_is_nothing_to_choose(self, bench: Bench) -> None:
        bench.page.choose_kind("changes")
        editors = bench.page.set_up.options
        assert (editors.editor("since").isHidden(), editors.editor("until").isHidden()) == (True, True)

    @pytest.mark.usefixtures("published")
    def test_revisions_are_offered_the_latest_first(self, bench: Bench) -> None:
        bench.page.choose_kind("changes")
        assert self.offered(bench, "since") == [
            "The last revision",
            "Revision 3",
            "Revision 2",
            "Revision 1",
        ]
        assert self.offered(bench, "until") == ["The programme as it stands", "Revision 3", "Revision 2"]

    @pytest.mark.usefixtures("published")
    def test_the_later_one_is_later(self, bench: Bench) -> None:
        bench.page.choose_kind("changes")
        bench.edit("since", 1)
        bench.edit("until", 2)
        bench.wait_for("Changes from revision 1 to revision 2")
        bench.edit("since", 2)
        assert bench.page.order().options.until is None
        assert self.offered(bench, "until") == ["The programme as it stands", "Revision 3"]

    @pytest.mark.usefixtures("published")
    def test_a_revision_taken_back_is_no_longer_asked_for(self, bench: Bench) -> None:
        bench.page.choose_kind("changes")
        bench.edit("since", 3)
        bench.desk.undo()
        bench.desk.undo()
        assert bench.page.order().options.since is None


class TestFollowUp:
    """Papers of the follow-up say for whom they are; letters and texts are ticked."""

    @pytest.fixture
    def records(self, dialogue: Workspace, filled: FilledProgramme) -> Records:
        return fill_records(dialogue, filled.meeting, [*filled.canadians, *filled.chinese])

    @pytest.mark.usefixtures("records")
    def test_another_audience_prints_what_it_may_see(self, bench: Bench) -> None:
        bench.page.choose_kind("follow-up")
        bench.wait_for("Follow-up report")
        assert bench.page.order().options.audience is Audience.BOTH
        assert "For this side alone" not in bench.text()
        bench.edit("audience", Audience.DESK)
        bench.wait_for("For this side alone")

    @pytest.mark.usefixtures("records")
    def test_only_texts_that_may_be_shown_are_offered_to_compare(self, bench: Bench) -> None:
        bench.page.choose_kind("collation")
        editor = picking(bench, "outcomes")
        editor.choice.button(SOME).click()
        assert editor.list.list.count() == 5
        tick(editor, 1)
        assert bench.page.order().options.outcomes == ("2027-2",)
        bench.edit("audience", Audience.DESK)
        assert bench.page.order().options.outcomes == ()
        assert editor.list.list.count() == 6

    def test_letters_are_ticked_by_their_questions(self, bench: Bench, records: Records) -> None:
        bench.page.choose_kind("guidance-letter")
        editor = picking(bench, "requests")
        editor.choice.button(SOME).click()
        assert editor.list.list.count() == 3
        bench.edit("requests", (records.requests[0],))
        bench.wait_for("evidence")
