"""The screen changes language, colours and size of text live, and remembers."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.settings import SettingsFile, Theme
from alternat.ui.look.fonts import BUNDLED_HAN, han_family, window_families, window_font
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import DARK, LIGHT

UI = Path(__file__).parents[3] / "desktop" / "alternat" / "ui"
CANCEL = {Language.EN: "Cancel", Language.FR: "Annuler", Language.ZH: "取消"}
OVERVIEW = {Language.EN: "Overview", Language.FR: "Aperçu", Language.ZH: "概览"}


@pytest.mark.parametrize("language", Language)
def test_messages_and_qts_own_buttons_speak_the_language(
    screen: Screen, settings: SettingsFile, language: Language
) -> None:
    screen.set_language(language)

    assert screen.say(message("Overview")) == OVERVIEW[language]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == CANCEL[language]
    assert settings.current.language is language


def test_a_change_of_language_is_told_once(screen: Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.language_changed):
        screen.set_language(Language.FR)
    with qtbot.assertNotEmitted(screen.language_changed):
        screen.set_language(Language.FR)


def test_a_label_that_stands_in_carries_its_tag(screen: Screen) -> None:
    screen.set_language(Language.ZH)

    assert screen.read(Label(en="Ottawa")) == "Ottawa [EN]"


def test_the_theme_changes_at_once(screen: Screen, settings: SettingsFile, qapp: QApplication) -> None:
    screen.set_theme(Theme.DARK)

    assert screen.palette == DARK
    assert DARK.window in qapp.styleSheet()
    assert settings.current.theme is Theme.DARK

    screen.set_theme(Theme.LIGHT)

    assert screen.palette == LIGHT


def test_text_grows_to_twice_its_size(screen: Screen, qapp: QApplication) -> None:
    screen.set_text_scale(200)

    assert (screen.scale, screen.px(16), qapp.font().pixelSize()) == (2.0, 32, 26)


@pytest.mark.parametrize("language", Language)
def test_the_window_writes_chinese_with_a_font_that_has_it(screen: Screen, language: Language) -> None:
    font = window_font(language, 13)
    font.setFamilies([han_family()])

    assert screen.language is Language.EN
    assert QFontInfo(font).family() == han_family()
    assert all(QFontMetrics(font).inFontUcs4(ord(character)) for character in "渥太华礼宾司")


def test_chinese_leads_with_the_han_font(screen: Screen) -> None:
    del screen
    assert window_families(Language.ZH)[0] == han_family()
    assert window_families(Language.EN)[-1] == han_family()


def test_without_any_other_han_font_the_bundled_one_is_there(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    del screen
    monkeypatch.setattr("alternat.ui.look.fonts.QFontDatabase.families", lambda *_: [])

    assert han_family() == BUNDLED_HAN


def is_lambda_on_the_screen(node: ast.AST) -> bool:
    """Return whether a call connects a lambda to one of the screen's signals."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(("language_changed.connect", "theme_changed.connect"))
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    )


def test_no_lambda_listens_to_the_screen_which_outlives_every_widget() -> None:
    found = [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and is_lambda_on_the_screen(node)
    ]

    assert found == []
