"""One control for one text in three languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.label_edit import LabelEdit


@pytest.fixture
def edit(qtbot: QtBot, screen: Screen) -> LabelEdit:
    edit = LabelEdit(screen, message("City"))
    qtbot.addWidget(edit)
    edit.show_label(Label(en="Ottawa", zh="渥太华"))
    edit.show()
    edit.activateWindow()
    return edit


def test_a_missing_text_is_marked_and_said(edit: LabelEdit) -> None:
    marks = {language: edit.field(language).property("missing") for language in Language}

    assert marks == {Language.EN: "", Language.FR: "true", Language.ZH: ""}
    assert edit.field(Language.FR).placeholderText() == "Missing"


def test_the_mark_goes_while_one_types(edit: LabelEdit) -> None:
    QTest.keyClicks(edit.field(Language.FR), "O")

    assert edit.field(Language.FR).property("missing") == ""


def test_writing_one_language_leaves_the_others_alone(edit: LabelEdit, qtbot: QtBot) -> None:
    field = edit.field(Language.FR)
    edit.focus_language(Language.FR)
    QTest.keyClicks(field, " Ottawa ")
    with qtbot.waitSignal(edit.committed) as committed:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert committed.args == [Label("Ottawa", "Ottawa", "渥太华")]


@pytest.mark.parametrize(
    ("language", "name"),
    [(Language.EN, "City, French"), (Language.FR, "Ville, Français"), (Language.ZH, "城市，法文")],
)
def test_each_row_says_what_it_is(edit: LabelEdit, screen: Screen, language: Language, name: str) -> None:
    screen.set_language(language)

    assert edit.field(Language.FR).accessibleName() == name


def test_what_need_not_be_there_is_not_marked(screen: Screen, qtbot: QtBot) -> None:
    edit = LabelEdit(screen, message("City"), required=False)
    qtbot.addWidget(edit)
    edit.show_label(Label())

    assert [edit.field(language).placeholderText() for language in Language] == ["", "", ""]
