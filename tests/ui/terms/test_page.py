"""The terms of reference are edited in place, in three languages, beside their original wording."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.actions.dialogues import create_dialogue
from alternat.actions.people import add_person
from alternat.language.label import Language
from alternat.nouns.provisions import ProvisionKind
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.terms.block_editor import BlockEditor
from alternat.ui.terms.page import TermsPage
from alternat.ui.terms.section_view import SectionView
from alternat.ui.terms.side_facts import SideFacts

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TermsPage:
    """The page on the Canada–China terms of reference, shown."""
    return shown(qtbot, desk)


def shown(qtbot: QtBot, desk: Desk) -> TermsPage:
    page = TermsPage(desk)
    qtbot.addWidget(page)
    page.resize(1072, 640)
    page.show()
    page.activateWindow()
    return page


def section(page: TermsPage, name: str) -> SectionView:
    return page._sections[name]


def editors(page: TermsPage, name: str) -> tuple[BlockEditor, ...]:
    return section(page, name).editors()


def texts(page: TermsPage, name: str) -> list[str]:
    return [editor.block.lines[0].label.en for editor in editors(page, name)]


def write(editor: BlockEditor, language: Language, text: str, line: int = 0) -> None:
    """Type a text into a cell and leave it."""
    field = editor._cells[line][language].edit()
    field.selectAll()
    field.insertPlainText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def tags(editor: BlockEditor) -> list[str]:
    cells = editor._cells[0].values()
    return [cell._tag.text() if cell._tag is not None else "" for cell in cells]


def settle() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_everything_of_the_terms_is_there_by_section(page: TermsPage) -> None:
    counts = {name: len(view.section.blocks) for name, view in page._sections.items()}

    assert counts == {
        "designation": 4,
        "purpose": 1,
        "side-CA": 6,
        "side-CN": 6,
        "entities-CA": 7,
        "entities-CN": 4,
        "topic": 6,
        "existing-dialogue": 5,
        "objective": 5,
        "rule": 9,
    }


def test_each_language_says_where_its_wording_comes_from(page: TermsPage) -> None:
    (purpose,) = editors(page, "purpose")

    assert tags(purpose) == ["Terms of reference", "Official text", "Rendering to be confirmed"]


def test_a_name_with_the_other_country_first_is_no_official_text(page: TermsPage) -> None:
    designation = editors(page, "designation")
    canada, china = tags(designation[-2]), tags(designation[-1])
    assert canada == ["Terms of reference", "Official text", "Rendering to be confirmed"]
    assert china == ["Rendering to be confirmed"] * 3


def test_a_text_is_edited_in_place_and_keeps_its_original(page: TermsPage, desk: Desk) -> None:
    first = editors(page, "topic")[0]
    original = first.block.lines[0].label.fr
    write(first, Language.FR, "Lutte antiterroriste")

    line = editors(page, "topic")[0].block.lines[0]
    assert (line.label.fr, line.original.fr if line.original else "") == ("Lutte antiterroriste", original)
    assert tags(first)[1] == "Edited"
    shown_original = first._cells[0][Language.FR]._original
    assert shown_original is not None
    assert shown_original.text() == f"Original: {original}"
    desk.undo()
    assert first._cells[0][Language.FR].text == original
    assert shown_original.isHidden()


def test_the_original_is_restored_from_the_menu(page: TermsPage) -> None:
    first = editors(page, "topic")[0]
    before = first.block.lines[0].label
    write(first, Language.EN, "Something else")
    menu = first.menu()
    (restore,) = (each for each in menu.actions() if each.text() == "Restore the original wording")
    restore.trigger()

    assert first.block.lines[0].label == before
    assert "Restore the original wording" not in [each.text() for each in first.menu().actions()]


def test_escape_gives_the_change_up(page: TermsPage, desk: Desk) -> None:
    first = editors(page, "topic")[0]
    before = first.block.lines[0].label.en
    field = first._cells[0][Language.EN].edit()
    field.selectAll()
    QTest.keyClicks(field, "Something else")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert first._cells[0][Language.EN].text == before
    assert desk.workspace.undoable is None or "terms" not in desk.screen.say(desk.workspace.undoable)


def test_the_tabulator_goes_through_the_languages(page: TermsPage, qtbot: QtBot) -> None:
    first, cells = editors(page, "topic")[0], editors(page, "topic")[0]._cells[0]
    del first
    field = cells[Language.EN].edit()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: cells[Language.FR]._field is not None)
    french = cells[Language.FR]._field
    assert french is not None
    QTest.keyClick(french, Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: cells[Language.EN]._field is not None)
    assert cells[Language.FR]._field is None


def test_topics_move_by_keyboard_and_the_cursor_goes_along(page: TermsPage, qtbot: QtBot) -> None:
    before = texts(page, "topic")
    editor = editors(page, "topic")[1]
    field = editor._cells[0][Language.EN].edit()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)

    assert texts(page, "topic") == [before[1], before[0], *before[2:]]
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert texts(page, "topic") == before


def test_a_topic_is_removed_by_keyboard_and_the_rest_moves_up(page: TermsPage, desk: Desk) -> None:
    before = texts(page, "topic")
    editor = editors(page, "topic")[0]
    QTest.keyClick(editor._cells[0][Language.EN].edit(), Qt.Key.Key_Delete, CONTROL)

    assert texts(page, "topic") == before[1:]
    assert [each.block.number for each in editors(page, "topic")] == [1, 2, 3, 4, 5]
    desk.undo()
    assert texts(page, "topic") == before


def test_a_topic_is_added_by_typing_it(page: TermsPage, desk: Desk, qtbot: QtBot) -> None:
    page.primary_action().trigger()
    draft = section(page, "topic")._draft
    assert draft is not None
    field = draft._cells[0][Language.EN].edit()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Arctic security")
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert texts(page, "topic")[-1] == "Arctic security"
    assert editors(page, "topic")[-1] is draft
    french = draft._cells[0][Language.FR]._field
    assert french is not None
    assert french.hasFocus()
    french.insertPlainText("Sécurité dans l’Arctique")
    QTest.keyClick(french, Qt.Key.Key_Return)
    topic = desk.tables.Provision.select().where(desk.tables.Provision.kind == ProvisionKind.TOPIC)
    assert max(topic, key=lambda row: row.number).text.as_mapping() == {
        "en": "Arctic security",
        "fr": "Sécurité dans l’Arctique",
    }


def test_a_draft_that_is_left_empty_is_put_away(page: TermsPage, desk: Desk, qtbot: QtBot) -> None:
    page.primary_action().trigger()
    draft = section(page, "topic")._draft
    assert draft is not None
    field = draft._cells[0][Language.EN].edit()
    qtbot.waitUntil(field.hasFocus)
    editors(page, "purpose")[0]._cells[0][Language.EN].edit()

    qtbot.waitUntil(lambda: section(page, "topic")._draft is None)
    assert len(texts(page, "topic")) == 6
    assert desk.workspace.redoable is None


def test_an_entity_has_an_acronym_that_may_be_missing(page: TermsPage, desk: Desk) -> None:
    editor = editors(page, "entities-CA")[0]
    write(editor, Language.ZH, "枢密院", line=1)

    entity = desk.tables.Entity.get_by_id(editor.block.row)
    assert entity.acronym.zh == "枢密院"


def test_an_entity_with_people_is_not_removed_and_the_reason_is_said(
    page: TermsPage, desk: Desk, qtbot: QtBot
) -> None:
    editor = editors(page, "entities-CA")[0]
    add_person(desk.workspace, "CA", {"family": "Arnault", "entity": editor.block.row})
    with qtbot.waitSignal(desk.announced) as announced:
        editor.remove_wanted.emit()

    assert announced.args[1] == "“Privy Council Office” still has people. Move them to another entity first."
    assert len(editors(page, "entities-CA")) == 7


def test_a_missing_text_says_so(page: TermsPage) -> None:
    first = editors(page, "topic")[0]
    field = first._cells[0][Language.ZH].edit()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    resting = first._cells[0][Language.ZH].resting

    assert resting.text() == "Missing"
    assert resting.accessibleName().endswith("Chinese")


def test_searching_shows_only_what_holds_the_words(page: TermsPage) -> None:
    page.search("EXTRADITION")
    shown_sections = [name for name, view in page._sections.items() if view.isVisible()]

    assert shown_sections == ["objective"]
    page.search("no such words")
    assert page._nothing_found.isVisible()
    page.search("")
    assert all(view.isVisible() for view in page._sections.values())


def test_a_finding_about_an_entity_leads_to_its_name(page: TermsPage, qtbot: QtBot) -> None:
    editor = editors(page, "entities-CN")[2]
    page.show_place(Place("entity", editor.block.row, "name.fr"))

    field = editor._cells[0][Language.FR]._field
    assert field is not None
    qtbot.waitUntil(field.hasFocus)


def test_the_page_speaks_another_language(page: TermsPage, desk: Desk) -> None:
    desk.screen.set_language(Language.FR)
    (purpose,) = editors(page, "purpose")

    assert tags(purpose) == ["Mandat", "Texte officiel", "Traduction à confirmer"]
    assert section(page, "topic")._title.text() == "Sujets"


def test_the_blank_template_can_be_filled(
    workspace: Workspace, make_desk: Callable[[Workspace], Desk], qtbot: QtBot
) -> None:
    create_dialogue(workspace, "blank")
    page = shown(qtbot, make_desk(workspace))
    name = editors(page, "designation")[0]
    write(name, Language.EN, "Dialogue on Lakes")
    section(page, "entities-A").begin_adding()
    draft = section(page, "entities-A")._draft
    assert draft is not None
    write(draft, Language.EN, "Ministry of Lakes")

    assert workspace.tables.Dialogue.get().name.en == "Dialogue on Lakes"
    assert texts(page, "entities-A") == ["Ministry of Lakes"]
    assert texts(page, "topic") == []
    settle()


def facts(page: TermsPage, code: str) -> SideFacts:
    (found,) = section(page, f"side-{code}").findChildren(SideFacts)
    return found


def test_the_address_of_an_office_is_written_and_a_wrong_one_is_refused(page: TermsPage, desk: Desk) -> None:
    def stored() -> str:
        side = desk.tables.Side
        return str(side.get(side.code == "CA").office_email)

    address = facts(page, "CA").address
    address.field.setText("protocol@example.ca")
    address.field.editingFinished.emit()
    assert stored() == "protocol@example.ca"
    address.field.setText("protocol at example.ca")
    address.field.editingFinished.emit()
    assert stored() == "protocol@example.ca"
    assert "protocol at example.ca" in address.reason
    QTest.keyClick(address.field, Qt.Key.Key_Escape)
    assert address.field.text() == "protocol@example.ca"
    desk.undo()
    assert (stored(), address.field.text()) == ("", "")


def test_an_office_says_which_language_comes_first(page: TermsPage, desk: Desk) -> None:
    def stored() -> list[str]:
        side = desk.tables.Side
        return list(side.get(side.code == "CA").languages)

    languages = facts(page, "CA").languages
    before = stored()
    second = before[1]
    languages._rows[1].earlier.click()
    assert stored() == [second, before[0], *before[2:]]
    desk.undo()
    assert stored() == before
    assert [each.value for each in languages.value] == before
