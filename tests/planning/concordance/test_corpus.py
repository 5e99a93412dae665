"""Planted differences are told and correct sentences raise no alarm: all of the sentences that are kept."""

import pytest

from alternat.language.label import Label, Language
from tests.planning.concordance.corpus import CASES, QUIET, Case, Slip
from tests.planning.concordance.texts import terms, told

SLIPS = [(case, slip) for case in CASES for slip in case.slips]


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(SLIPS) > 250
    assert len(CASES) + len(QUIET) > 180


@pytest.mark.parametrize("case", [*CASES, *QUIET], ids=lambda case: case.en[:50])
def test_sentences_that_say_the_same_raise_no_alarm(case: Case) -> None:
    assert [each.key for each in told(case.en, case.fr, case.zh, terms())] == []


@pytest.mark.parametrize(
    ("case", "slip"), SLIPS, ids=[f"{slip.language}-{slip.said}-{slip.planted}" for _, slip in SLIPS]
)
def test_a_slip_is_told_in_three_texts_and_in_two(case: Case, slip: Slip) -> None:
    right = Label(case.en, case.fr, case.zh)
    assert slip.said in right.text(slip.language)
    wrong = right.with_text(slip.language, right.text(slip.language).replace(slip.said, slip.planted, 1))
    found = told(wrong.en, wrong.fr, wrong.zh, terms())
    assert any(slip.language in (*each.languages, each.odd) for each in found)
    # A range has two ends; more than that would hide the difference among others.
    assert len(found) <= 2
    for other in Language:
        if other is not slip.language:
            pair = wrong.with_text(next(each for each in Language if each not in (other, slip.language)), "")
            is_told = bool(told(pair.en, pair.fr, pair.zh, terms()))
            assert is_told is not (slip in OF_AN_ARTICLE and other is Language.FR)


OF_AN_ARTICLE = frozenset(slip for _, slip in SLIPS if slip.said == "one expert meeting")
"""« Une » is an article: without the Chinese text nobody can tell it from a number."""
