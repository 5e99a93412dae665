"""The steps of an instrument and their words depend on its kind and on the side."""

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep
from alternat.planning.instruments import (
    BINDING_WORDS,
    CONSENTS,
    EXTENSION_WORDS,
    KIND_WORDS,
    StepNotOfInstrument,
    StepNotOfSide,
    StepWantsSide,
    differ_on_binding,
    party_word,
    require_step,
    require_step_of_side,
    running_step,
    step_note,
    step_words,
    steps_of,
)

K = InstrumentKind
S = InstrumentStep
TREATIES = (K.TREATY, K.AGREEMENT)
UNDERSTANDINGS = (K.MEMORANDUM, K.PILOT, K.OTHER)


def words(kind: InstrumentKind, step: InstrumentStep) -> str:
    return str(step_words(kind, step))


@pytest.mark.parametrize("kind", TREATIES)
def test_a_treaty_is_tabled_in_canada_before_canada_is_bound(kind: InstrumentKind) -> None:
    assert steps_of(kind, "CA") == (
        *(S.DISCUSSIONS, S.POLICY_APPROVED, S.TEXT_AGREED, S.INITIALLED, S.SIGNED, S.TABLED, S.CONSENTED),
        *(S.NOTES_EXCHANGED, S.IN_FORCE, S.EXTENDED, S.ENDED, S.REPLACED),
    )


@pytest.mark.parametrize("kind", TREATIES)
def test_a_treaty_is_ratified_approved_or_filed_in_china(kind: InstrumentKind) -> None:
    assert steps_of(kind, "CN") == (
        *(S.DISCUSSIONS, S.TEXT_AGREED, S.INITIALLED, S.SIGNED, S.RATIFIED, S.APPROVED, S.FILED),
        *(S.NOTES_EXCHANGED, S.IN_FORCE, S.EXTENDED, S.ENDED, S.REPLACED),
    )


def test_the_side_of_another_country_consents_in_a_form_of_its_own() -> None:
    assert set(steps_of(K.TREATY, "A")) & CONSENTS == {S.CONSENTED}
    assert S.TABLED not in steps_of(K.TREATY, "A")


@pytest.mark.parametrize("kind", UNDERSTANDINGS)
@pytest.mark.parametrize("side", [None, "CA", "CN", "A"])
def test_a_memorandum_is_neither_tabled_nor_ratified_by_any_side(
    kind: InstrumentKind, side: str | None
) -> None:
    assert steps_of(kind, side) == (
        *(S.DISCUSSIONS, S.TEXT_AGREED, S.INITIALLED, S.SIGNED),
        *(S.TAKES_EFFECT, S.EXTENDED, S.ENDED, S.REPLACED),
    )


@pytest.mark.parametrize("kind", K)
def test_all_steps_are_those_of_both_sides_in_order(kind: InstrumentKind) -> None:
    both = set(steps_of(kind, "CA")) | set(steps_of(kind, "CN"))
    assert steps_of(kind) == tuple(step for step in S if step in both)


@pytest.mark.parametrize("kind", K)
def test_an_instrument_either_enters_into_force_or_takes_effect(kind: InstrumentKind) -> None:
    step = S.IN_FORCE if kind in TREATIES else S.TAKES_EFFECT
    assert running_step(kind) is step
    assert {S.IN_FORCE, S.TAKES_EFFECT} & set(steps_of(kind)) == {step}


def test_words_depend_on_the_instrument() -> None:
    assert words(K.TREATY, S.IN_FORCE) == "Entered into force"
    assert words(K.MEMORANDUM, S.TAKES_EFFECT) == "Took effect"
    assert [words(kind, S.ENDED) for kind in (K.AGREEMENT, K.PILOT)] == [
        "No longer in force",
        "No longer in effect",
    ]
    assert [words(kind, S.EXTENDED) for kind in (K.AGREEMENT, K.MEMORANDUM)] == ["Extended", "Renewed"]
    assert "Parties" in str(party_word(K.TREATY))
    assert "Participants" in str(party_word(K.MEMORANDUM))
    assert "Parties" not in str(party_word(K.OTHER))


def test_chinese_names_its_three_forms_of_consent() -> None:
    said = [
        catalog(Language.ZH).say(step_words(K.TREATY, step)) for step in (S.RATIFIED, S.APPROVED, S.FILED)
    ]
    assert all(form in text for form, text in zip(("批准", "核准", "备案"), said, strict=True))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", K)
def test_no_two_steps_of_an_instrument_have_the_same_words(kind: InstrumentKind, language: Language) -> None:
    said = [catalog(language).say(step_words(kind, step)) for step in steps_of(kind)]
    assert len(set(said)) == len(said)


def test_every_kind_has_words() -> None:
    assert (set(KIND_WORDS), set(BINDING_WORDS), set(EXTENSION_WORDS)) == (
        set(K),
        set(Binding),
        set(Extension),
    )
    assert len({str(party_word(kind)) for kind in K}) == len(K)


def test_what_belongs_to_tabling_is_said() -> None:
    assert "21 sitting days" in str(step_note(S.TABLED))
    assert [step for step in S if step_note(step)] == [S.TABLED]


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (K.MEMORANDUM, S.TABLED),
        (K.MEMORANDUM, S.RATIFIED),
        (K.MEMORANDUM, S.IN_FORCE),
        (K.TREATY, S.TAKES_EFFECT),
    ],
)
def test_a_step_of_another_kind_is_refused_with_the_choices(
    kind: InstrumentKind, step: InstrumentStep
) -> None:
    with pytest.raises(StepNotOfInstrument) as refusal:
        require_step(kind, step)
    said = catalog(Language.EN).say_error(refusal.value)
    assert all(each in said for each in steps_of(kind))
    assert f"“{step}”" in said
    with pytest.raises(StepNotOfInstrument):
        step_words(kind, step)
    with pytest.raises(StepNotOfInstrument):
        require_step_of_side(kind, step, "CA")


@pytest.mark.parametrize(
    ("step", "side"), [(S.TABLED, "CN"), (S.RATIFIED, "CA"), (S.FILED, "A"), (S.TABLED, "A")]
)
def test_a_step_of_the_other_side_is_refused_with_the_choices(step: InstrumentStep, side: str) -> None:
    with pytest.raises(StepNotOfSide) as refusal:
        require_step_of_side(K.TREATY, step, side)
    said = catalog(Language.EN).say_error(refusal.value)
    assert all(each in said for each in steps_of(K.TREATY, side))


def test_a_step_that_one_side_takes_alone_wants_its_side() -> None:
    with pytest.raises(StepWantsSide):
        require_step_of_side(K.TREATY, S.TABLED, None)
    require_step_of_side(K.TREATY, S.TABLED, "CA")
    require_step_of_side(K.TREATY, S.SIGNED, None)
    require_step_of_side(K.TREATY, S.SIGNED, "CN")


@pytest.mark.parametrize(
    ("views", "differ"),
    [
        ((), False),
        ((Binding.BINDING, Binding.BINDING), False),
        ((Binding.BINDING, Binding.UNSAID), False),
        ((Binding.UNSAID, Binding.UNSAID), False),
        ((Binding.BINDING, Binding.NOT_BINDING), True),
        ((Binding.NOT_BINDING, Binding.UNSAID, Binding.BINDING), True),
    ],
)
def test_sides_differ_on_whether_they_are_bound(views: tuple[Binding, ...], *, differ: bool) -> None:
    assert differ_on_binding(views) is differ
