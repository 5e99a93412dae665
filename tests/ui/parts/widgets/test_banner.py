"""Banners stand until they are put away, never twice, and only the last few."""

import pytest
from pytestqt.qtbot import QtBot

from alternat.planning.findings import Severity
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.banner import BannerStack
from alternat.ui.parts.widgets.buttons import IconButton


@pytest.fixture
def stack(qtbot: QtBot, screen: Screen) -> BannerStack:
    stack = BannerStack(screen)
    qtbot.addWidget(stack)
    return stack


def texts(stack: BannerStack) -> list[str]:
    return [banner.text for banner in stack.banners()]


def test_without_a_banner_nothing_stands_there(stack: BannerStack) -> None:
    assert stack.isHidden()


def test_a_banner_is_put_away_by_its_button(stack: BannerStack) -> None:
    stack.announce(Severity.BLOCKS, "The disk is full.")
    assert not stack.isHidden()
    (banner,) = stack.banners()
    (close,) = banner.findChildren(IconButton)
    close.click()

    assert texts(stack) == []
    assert stack.isHidden()


def test_the_same_sentence_stands_once_as_the_latest(stack: BannerStack) -> None:
    for text in ("One.", "Two.", "One."):
        stack.announce(Severity.WARNS, text)

    assert texts(stack) == ["Two.", "One."]


def test_only_the_last_few_stay(stack: BannerStack) -> None:
    for number in range(5):
        stack.announce(Severity.NOTES, f"Note {number}.")

    assert texts(stack) == ["Note 2.", "Note 3.", "Note 4."]
