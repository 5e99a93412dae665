"""One field that finds everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.guidance import change_guidance
from alternat.documents.kinds.registry import KINDS
from alternat.language.label import Label, Language
from alternat.nouns.provisions import ProvisionKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.frame.command_palette import CommandPalette
from alternat.ui.frame.pages import PAGES
from alternat.ui.frame.record_finder import RecordFinder


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The window that the palette opens over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def undo(over: QWidget) -> QAction:
    """A command to find."""
    return QAction("Undo “Add &Léa”", over)


@pytest.fixture
def palette(demo_desk: Desk, over: QWidget, undo: QAction) -> CommandPalette:
    palette = CommandPalette(demo_desk, [undo], RecordFinder(demo_desk), over)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    return palette


def shown(palette: CommandPalette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_before_anything_is_typed_pages_commands_and_meetings_are_offered(palette: CommandPalette) -> None:
    pages, documents = [page.title.template for page in PAGES], [kind.title.template for kind in KINDS]

    assert shown(palette)[: len(pages) + len(documents) + 1] == [*pages, *documents, "Undo “Add Léa”"]
    assert "2027 · Ottawa" in shown(palette)


@pytest.mark.parametrize("typed", ["qin", "QIN yuan", "秦远", "yuanzhou qin"])
def test_people_are_found_by_any_form_of_their_name(palette: CommandPalette, typed: str) -> None:
    palette.field.setText(typed)

    assert shown(palette) == ["QIN Yuanzhou  秦远舟"]


def test_enter_goes_to_the_person(palette: CommandPalette, demo_desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "qin")
    with qtbot.waitSignal(demo_desk.place_wanted) as wanted:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert demo_desk.tables.Person.get_by_id(wanted.args[0].row).name_zh == "秦远舟"


def test_the_arrows_choose_while_the_cursor_stays_in_the_field(
    palette: CommandPalette, demo_desk: Desk, qtbot: QtBot
) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(demo_desk.page_wanted) as wanted:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert wanted.args == [PAGES[1].id]


def test_a_meeting_comes_into_view(palette: CommandPalette, demo_desk: Desk) -> None:
    QTest.keyClicks(palette.field, "2016")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert demo_desk.tables.Meeting.get_by_id(demo_desk.meeting).reference == "2016"


def test_a_document_comes_into_view(palette: CommandPalette, demo_desk: Desk, qtbot: QtBot) -> None:
    palette.field.setText("badges")
    with qtbot.waitSignal(demo_desk.place_wanted) as wanted:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert wanted.args == [Place("document", field="badges")]


def test_a_command_is_given(palette: CommandPalette, undo: QAction, qtbot: QtBot) -> None:
    palette.field.setText("undo")
    with qtbot.waitSignal(undo.triggered):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_what_is_nowhere_finds_nothing(palette: CommandPalette) -> None:
    palette.field.setText("no such thing")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert shown(palette) == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (
            "electronic contact",
            "Should requests for electronic evidence go through one contact point on each side?",
        ),
        ("echangees chaque annee", "Les évaluations de la menace peuvent-elles être échangées chaque année?"),
        ("威胁", "可否每年交换威胁评估？"),
    ],
)
def test_records_are_found_by_words_of_any_language_and_led_to(
    palette: CommandPalette, over: QWidget, demo_desk: Desk, qtbot: QtBot, typed: str, text: str
) -> None:
    palette.open_over(over)
    qtbot.waitUntil(lambda: palette._records.is_full)
    palette.field.setText(typed)
    assert text in shown(palette)
    palette.list.setCurrentRow(shown(palette).index(text))
    with qtbot.waitSignal(demo_desk.place_wanted) as wanted:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0].table == "guidance"


def test_people_and_meetings_are_listed_once_and_people_found_by_what_they_are_too(
    palette: CommandPalette, over: QWidget, demo_desk: Desk, qtbot: QtBot
) -> None:
    palette.open_over(over)
    qtbot.waitUntil(lambda: palette._records.is_full)
    palette.field.setText("qin yuanzhou")
    assert shown(palette) == ["QIN Yuanzhou  秦远舟"]
    palette.field.setText("2027")
    assert [each for each in shown(palette) if each.startswith("2027")] == ["2027 · Ottawa"]
    person = demo_desk.tables.Person.get(demo_desk.tables.Person.name_zh == "秦远舟")
    palette.field.setText(person.position.en)
    assert f"QIN Yuanzhou · {person.position.en}" in shown(palette)


def test_the_text_in_the_language_of_the_screen_is_shown_or_the_other_language_is_named(
    palette: CommandPalette, over: QWidget, demo_desk: Desk, qtbot: QtBot
) -> None:
    request = demo_desk.tables.Guidance.select().first().id
    words = {"question": Label("Quinces of 2031?", "Des coings de 2031?", "2031年的榅桲？")}
    change_guidance(demo_desk.workspace, request, words)
    palette.open_over(over)
    qtbot.waitUntil(lambda: palette._records.is_full)

    def told() -> str:
        (item,) = [palette.list.item(row) for row in range(palette.list.count())]
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole))

    palette.field.setText("2031")
    assert told() == f"Quinces of 2031?, the request for guidance {request}"
    palette.field.setText("榅桲")
    assert told() == f"2031年的榅桲？, the request for guidance {request} (Chinese)"
    demo_desk.screen.set_language(Language.FR)
    palette.field.setText("2031")
    assert told().startswith("Des coings de 2031?, ")
    demo_desk.screen.set_language(Language.EN)


def test_what_has_changed_is_found_as_it_stands(
    palette: CommandPalette, over: QWidget, demo_desk: Desk, qtbot: QtBot
) -> None:
    palette.open_over(over)
    qtbot.waitUntil(lambda: palette._records.is_full)
    request = demo_desk.tables.Guidance.select().first().id
    change_guidance(demo_desk.workspace, request, {"question": Label(en="About quinces?")})
    palette.field.setText("quinces")
    assert shown(palette) == ["About quinces?"]
    demo_desk.undo()
    palette.field.setText("quince")
    assert shown(palette) == []


def test_a_provision_is_called_by_its_name_and_not_by_its_code(
    palette: CommandPalette, over: QWidget, demo_desk: Desk, qtbot: QtBot
) -> None:
    palette.open_over(over)
    qtbot.waitUntil(lambda: palette._records.is_full)
    table = demo_desk.tables.Provision
    objective = table.select().where(table.kind == ProvisionKind.OBJECTIVE).first()
    palette.field.setText(objective.text.en[:40])
    rows = [palette.list.item(row) for row in range(palette.list.count())]
    told = [str(each.data(Qt.ItemDataRole.AccessibleTextRole)) for each in rows]
    name = (objective.short or objective.text).en
    assert any(f"objective “{name}”" in each for each in told)
    assert not any(objective.code in each for each in told)
