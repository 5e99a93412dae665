"""The sub-groups page: set up, agreed on and seated in place, on the board, and new topics beside them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.actions.consents import give_consent
from alternat.actions.subgroups import add_subgroup, remove_subgroup
from alternat.actions.topics import propose_topic
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.subgroups import SubGroupForm
from alternat.planning.consents import agreement
from alternat.planning.programme import read_programme
from alternat.planning.subgroups import subgroup_states, topics
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.subgroups.page import BOARD, TOPICS, SubGroupsPage
from tests.factories.queries import questions_of
from tests.ui.controls import type_in

NAME = Label("Cybercrime", "Cybercriminalité", "网络犯罪")


@pytest.fixture
def page(demo_desk: Desk, qtbot: QtBot) -> Iterator[SubGroupsPage]:
    page = SubGroupsPage(demo_desk)
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()
    page.activateWindow()
    yield page
    page.hide()


def started(page: SubGroupsPage) -> int:
    desk = page.desk
    meeting = desk.meeting
    assert meeting is not None
    (subgroup,) = add_subgroup(desk.workspace, meeting, NAME).inserted("sub_group")
    return int(subgroup)


def clear(page: SubGroupsPage) -> None:
    """Take away the sub-groups of the example, so that the page is empty."""
    table = page.desk.tables.SubGroup
    for row in list(table.select()):
        remove_subgroup(page.desk.workspace, row.id)


def test_a_meeting_without_sub_groups_offers_two_ways_to_start(page: SubGroupsPage) -> None:
    clear(page)

    assert page.states.currentWidget() is page._no_groups
    assert page.start.isVisible()


def test_a_sub_group_is_added_by_naming_it(page: SubGroupsPage) -> None:
    before = page.list.count()
    action = page.primary_action()
    assert action is not None
    action.trigger()
    field = page.editor.name.field(Language.EN)
    QTest.keyClicks(field, "Asset recovery")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert page.list.count() == before + 1
    assert page.editor.shown is not None
    row = page.desk.tables.SubGroup.get_by_id(page.editor.shown)
    assert (row.name.en, row.form) == ("Asset recovery", SubGroupForm.WITHIN)


def test_a_sub_group_started_from_a_topic_takes_its_name_and_deals_with_it(page: SubGroupsPage) -> None:
    clear(page)
    topic = topics(page.desk.tables)[0]
    chosen = QAction(page)
    chosen.setData(topic.id)

    page._start_from(chosen)

    (state,) = subgroup_states(page.desk.tables, page.desk.meeting or 0).values()
    assert (state.name, state.topics) == (topic.short or topic.text, (topic.id,))
    assert page.editor.shown == state.id


def test_one_side_proposes_and_the_other_accepts_in_place(page: SubGroupsPage) -> None:
    subgroup = started(page)
    canada, china = page.editor.consents.sides["CA"], page.editor.consents.sides["CN"]
    canada.document.setText("Note 114")
    canada.give.click()
    assert china.give.text() == "Accept"
    china.day.field.setText("2027-03-03")
    china.give.click()

    standing = agreement(page.desk.tables, subgroup=subgroup)
    assert [(word.side, word.step, word.given, word.document) for word in standing.words] == [
        ("CA", ConsentStep.PROPOSED, date(2027, 3, 2), "Note 114"),
        ("CN", ConsentStep.ACCEPTED, date(2027, 3, 3), ""),
    ]
    assert (canada.state.text(), china.state.text()) == ("Proposed", "Accepted")


def test_a_word_can_be_corrected_and_withdrawn(page: SubGroupsPage) -> None:
    subgroup = started(page)
    give_consent(
        page.desk.workspace,
        subgroup=subgroup,
        side="CA",
        step=ConsentStep.PROPOSED,
        given=date(2027, 1, 12),
    )
    canada = page.editor.consents.sides["CA"]
    canada.day.committed.emit(date(2027, 1, 13))
    proposal = agreement(page.desk.tables, subgroup=subgroup).proposal
    assert proposal is not None
    assert proposal.given == date(2027, 1, 13)

    canada.withdraw.click()

    assert agreement(page.desk.tables, subgroup=subgroup).words == ()
    assert canada.state.text() == "No word yet"


def test_entities_leads_and_topics_are_ticked_in_place(page: SubGroupsPage) -> None:
    subgroup = started(page)
    programme = read_programme(page.desk.tables, page.desk.meeting or 0)
    person, delegate = next((key, each) for key, each in programme.people.items() if each.entity)
    entity = delegate.entity
    assert entity is not None
    line = page.editor.seats.lines[entity]
    line.tick.click()
    line.lead.setCurrentIndex([line.lead.value_at(at) for at in range(line.lead.count())].index(person))
    line.lead.activated.emit(line.lead.currentIndex())
    second = topics(page.desk.tables)[1].id
    page.editor.topics.lines[second].tick.click()

    state = subgroup_states(page.desk.tables, page.desk.meeting or 0)[subgroup]
    assert [(each.entity, each.lead) for each in state.entities] == [(entity, person)]
    assert state.topics == (second,)
    page.desk.undo()
    assert not page.editor.topics.lines[second].tick.isChecked()


def test_a_removed_sub_group_comes_back_by_undo(page: SubGroupsPage) -> None:
    subgroup = started(page)
    before = page.list.count()
    page._remove.trigger()
    assert page.list.count() == before - 1
    page.desk.undo()

    assert page.list.count() == before
    assert page.editor.shown == subgroup


def test_the_board_names_gaps_and_opens_the_sub_group(page: SubGroupsPage) -> None:
    subgroup = started(page)
    page.view.button(BOARD).click()
    model = page.board.model
    (row,) = [
        at
        for at, line in enumerate(model.lines)
        if line.row.subgroup is not None and line.row.subgroup.id == subgroup
    ]
    shown = [model.index(row, column).data() for column in range(3)]
    assert shown == ["No topic yet", "Cybercrime", "No session yet"]
    sentences = [page.board.warnings.item(at).text() for at in range(page.board.warnings.count())]
    assert "Neither side has proposed the sub-group “Cybercrime” on record yet." in sentences

    page.board.table.setCurrentIndex(model.index(row, 1))
    QTest.keyClick(page.board.table, Qt.Key.Key_Return)

    assert page.editor.shown == subgroup
    assert page.states.currentWidget() is page._groups


def test_a_new_topic_goes_on_record_with_its_proposal(page: SubGroupsPage) -> None:
    page.view.button(TOPICS).click()
    form = page.consultations.form
    form.text.show_label(Label("Victim support", "Aide aux victimes", "被害人救助"))
    form.side.choose("CN")
    form.document.setText("照会 27")
    form.propose.click()

    topic = topics(page.desk.tables)[-1]
    assert topic.text == Label("Victim support", "Aide aux victimes", "被害人救助")
    assert (topic.agreement.proposed_by, topic.agreement.missing) == ("CN", ("CA",))
    card = page.consultations.cards[topic.id]
    card.consents.sides["CA"].give.click()
    assert card.state.text() == "Agreed"
    card.remove.click()
    assert topic.id not in page.consultations.cards


def test_a_topic_is_not_proposed_with_a_day_that_is_none(page: SubGroupsPage) -> None:
    page.view.button(TOPICS).click()
    form, before = page.consultations.form, len(topics(page.desk.tables))
    form.text.show_label(Label("Victim support", "Aide aux victimes", "被害人救助"))
    type_in(form.day.field, "soon")

    form.propose.click()

    assert "“soon” is not a day" in form.day.accessibleDescription()
    assert len(topics(page.desk.tables)) == before
    type_in(form.day.field, "2027-02-01")
    form.propose.click()
    assert form.day.accessibleDescription() == ""
    assert topics(page.desk.tables)[-1].agreement.words[0].given == date(2027, 2, 1)


def test_the_word_of_a_side_is_not_recorded_for_a_day_that_is_none(page: SubGroupsPage) -> None:
    subgroup = started(page)
    canada = page.editor.consents.sides["CA"]
    type_in(canada.day.field, "")
    assert canada.day.accessibleDescription() == "The field “day given” must say something."

    canada.give.click()

    assert not subgroup_states(page.desk.tables, page.desk.meeting or 0)[subgroup].agreement.words
    type_in(canada.day.field, "2027-02-01")
    canada.give.click()
    type_in(canada.day.field, "soon")
    (word,) = subgroup_states(page.desk.tables, page.desk.meeting or 0)[subgroup].agreement.words
    assert word.given == date(2027, 2, 1)
    assert canada.day.field.text() == "soon"


def test_a_name_that_another_sub_group_has_is_refused_below_it(page: SubGroupsPage) -> None:
    started(page)
    action = page.primary_action()
    assert action is not None
    action.trigger()
    field = page.editor.name.field(Language.EN)
    assert isinstance(field, LineField)

    type_in(field, NAME.en)

    assert page.editor.shown is None
    assert (field.text(), NAME.en in field.accessibleDescription()) == (NAME.en, True)


def test_more_sub_groups_and_topics_ask_no_more_questions(page: SubGroupsPage) -> None:
    started(page)
    before, meeting = questions_of(page.load), page.desk.meeting
    assert meeting is not None
    for name in ("Asset recovery", "Extradition", "Fentanyl"):
        add_subgroup(page.desk.workspace, meeting, Label.same(name))
        propose_topic(page.desk.workspace, Label.same(name), side="CA", given=date(2027, 2, 1))

    assert len(questions_of(page.load)) == len(before) <= 36


def test_everything_follows_the_language(page: SubGroupsPage) -> None:
    started(page)
    page.desk.screen.set_language(Language.FR)

    assert page.list.item(page.list.count() - 1).text().splitlines()[-1] == "Pas encore proposé"
    assert page.list.accessibleName() == "Sous-groupes de la réunion"
