"""The kind of a session: stated, or guessed by whole words, and never internal by a guess."""

import pytest

from alternat.exchange.events.kinds import guessed_kind, seems_internal, stated_kind
from alternat.language.label import Label
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.programme import PartyPlan


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (Label("Breakfast with experts"), SessionKind.MEAL),
        (Label("Breakthrough technologies"), SessionKind.BILATERAL),
        (Label("Break-through talks"), SessionKind.BILATERAL),
        (Label("Pull aside, Justice"), SessionKind.PULL_ASIDE),
        (Label("Sub-group: fraud"), SessionKind.SUB_GROUP),
        (Label("Lunch - informal"), SessionKind.MEAL),
        (Label("Photography and copyright"), SessionKind.BILATERAL),
        (Label("Express lanes"), SessionKind.BILATERAL),
        (Label(fr="Dîner officiel"), SessionKind.MEAL),
        (Label(fr="Pause-café"), SessionKind.BREAK),
        (Label(fr="Séance d’ouverture"), SessionKind.PLENARY),
        (Label(zh="开幕全体会议"), SessionKind.PLENARY),
        (Label(zh="签字仪式"), SessionKind.SIGNING),
        (Label(zh="招待会"), SessionKind.MEAL),
        (Label("Family photo"), SessionKind.PHOTO),
        (Label("Internal meeting"), SessionKind.BILATERAL),
        (Label(zh="内部会议"), SessionKind.BILATERAL),
        (Label(fr="Réunion interne"), SessionKind.BILATERAL),
    ],
)
def test_a_kind_is_guessed_by_whole_words(title: Label, kind: SessionKind) -> None:
    assert guessed_kind(title, ()) is kind


def test_a_session_for_everyone_is_a_plenary_and_never_internal() -> None:
    assert guessed_kind(Label("Internal meeting"), (PartyPlan(PartyKind.EVERYONE),)) is SessionKind.PLENARY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("internal", SessionKind.INTERNAL),
        ("Repas / Meal", SessionKind.MEAL),
        ("签字仪式", SessionKind.SIGNING),
    ],
)
def test_a_stated_kind_is_taken_as_it_is(text: str, kind: SessionKind) -> None:
    assert stated_kind(text) is kind


def test_a_title_that_speaks_of_an_internal_meeting_is_noticed() -> None:
    assert seems_internal(Label(zh="内部会议"))
    assert seems_internal(Label("Internal meeting"))
    assert not seems_internal(Label("International meeting"))
