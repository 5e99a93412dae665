"""Who interprets in which pair, and who is free."""

from datetime import time

from alternat.actions.interpretation import set_pairs
from alternat.actions.programme import move_session
from alternat.planning.interpretation import candidates, free_interpreters, interpreter_pairs
from alternat.planning.programme import read_programme
from alternat.storage.workspace import Workspace
from tests.factories.programmes import fill_programme


def test_nobody_is_free_who_interprets_elsewhere_at_the_time(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    ours, theirs = filled.interpreters
    pairs = interpreter_pairs(dialogue.tables)
    busy = filled.sessions["bilateral"]
    programme = read_programme(dialogue.tables, filled.meeting)
    assert free_interpreters(programme, pairs, busy, ("zh", "en")) == ()
    assert [each.busy_in for each in candidates(programme, pairs, busy, ("zh", "en"))] == [
        (filled.sessions["sub-group"],),
        (filled.sessions["sub-group"],),
    ]
    move_session(dialogue, busy, start=time(15))
    programme = read_programme(dialogue.tables, filled.meeting)
    assert free_interpreters(programme, pairs, busy, ("zh", "en")) == (ours, theirs)


def test_only_those_who_work_in_the_pair_are_offered(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    set_pairs(dialogue, filled.interpreters[0], [("zh", "fr")])
    programme = read_programme(dialogue.tables, filled.meeting)
    offered = candidates(
        programme, interpreter_pairs(dialogue.tables), filled.sessions["bilateral"], ("en", "zh")
    )
    assert [each.person for each in offered] == [filled.interpreters[1]]
