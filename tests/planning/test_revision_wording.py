"""What has changed about a session, in words."""

from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given

from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.programme import Interpretation, SessionKind
from alternat.planning.revision_wording import sentence
from alternat.planning.revisions import NamedPerson, differences
from alternat.planning.snapshots import Attendance, SessionState, Snapshot
from tests.factories.snapshots import ROOMS, session, snapshots, state

NAMES = MappingProxyType({key: NamedPerson(key, "CA", Label.same(f"Person {key}")) for key in (1, 2, 4)})
PLENARY = session()


def said(before: SessionState | None, after: SessionState | None) -> list[str]:
    """Return the English sentences about what has changed between two states of a session."""
    old, new = (state() if each is None else state(each) for each in (before, after))
    return [catalog(Language.EN).say(sentence(change, NAMES)) for change in differences(old, new)]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, PLENARY, "“Plenary” is new: Saturday, June 12, 2027, 09:00, Rideau."),
        (PLENARY, None, "“Plenary” is dropped; it was to be Saturday, June 12, 2027, 09:00, Rideau."),
        (
            PLENARY,
            replace(PLENARY, is_cancelled=True),
            "“Plenary” is cancelled: Saturday, June 12, 2027, 09:00, Rideau.",
        ),
        (
            replace(PLENARY, is_cancelled=True),
            replace(PLENARY, room=None),
            "“Plenary” takes place after all: Saturday, June 12, 2027, 09:00.",
        ),
    ],
)
def test_what_comes_and_goes_is_told_with_time_and_room(
    before: SessionState | None, after: SessionState | None, words: str
) -> None:
    assert said(before, after) == [words]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"day": date(2027, 6, 13), "start": time(10)},
            "“Plenary” moves to Sunday, June 13, 2027, 10:00 from Saturday, June 12, 2027, 09:00.",
        ),
        (
            {"start": time(10), "minutes": 60},
            (
                "“Plenary” moves to Saturday, June 12, 2027, 10:00 (60 minutes) from Saturday, June 12, "
                "2027, 09:00."
            ),
        ),
        ({"minutes": 60}, "“Plenary” (Saturday, June 12, 2027, 09:00) lasts 60 minutes, not 90 minutes."),
        (
            {"room": ROOMS[1]},
            "“Plenary” (Saturday, June 12, 2027, 09:00) is in Reception Hall, not in Rideau.",
        ),
        ({"title": Label.same("Talks")}, "“Talks” (Saturday, June 12, 2027, 09:00) was called “Plenary”."),
        (
            {"kind": SessionKind.MEAL},
            "“Plenary” (Saturday, June 12, 2027, 09:00) is now of the kind: meal.",
        ),
        (
            {"people": (Attendance(1), Attendance(2), Attendance(4), Attendance(9))},
            "“Plenary” (Saturday, June 12, 2027, 09:00) – new: Person 4 and 1 other; no longer: 1 other.",
        ),
        (
            {"people": (Attendance(1), Attendance(2, time(10)), Attendance(3))},
            "“Plenary” (Saturday, June 12, 2027, 09:00) – changed times or chair: Person 2.",
        ),
        (
            {"interpreters": ((2, "en", "zh"),)},
            "“Plenary” (Saturday, June 12, 2027, 09:00) has other interpreters.",
        ),
        ({"agenda": ()}, "“Plenary” (Saturday, June 12, 2027, 09:00) has a changed agenda."),
    ],
)
def test_what_has_changed_is_told_before_and_after(values: dict[str, Any], words: str) -> None:
    assert said(PLENARY, replace(PLENARY, **values)) == [words]


def test_a_change_of_interpretation_names_both_modes() -> None:
    (words,) = said(PLENARY, replace(PLENARY, interpretation=Interpretation.CONSECUTIVE))
    assert "changes its interpretation: consecutive" in words


@given(snapshots("a", "b"), snapshots("a", "b"))
def test_every_change_has_a_sentence_in_every_language(old: Snapshot, new: Snapshot) -> None:
    for change in differences(old, new):
        for language in Language:
            assert "{" not in catalog(language).say(sentence(change, NAMES))
