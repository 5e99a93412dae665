"""What each field of each noun can hold, up to its bounds and no further."""

import pytest

from alternat.actions.fields import Needed, NotListed, OutOfRange, TooLong, checked
from alternat.language.label import Label
from alternat.models.tables import MODELS
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS

MODEL = {model._meta.table_name: model for model in MODELS}
FIELDS = [(noun.table, field) for noun in NOUNS.values() for field in noun.fields]


def test_numbers_reach_from_the_least_to_the_most() -> None:
    numbers = [
        (table, field) for table, field in FIELDS if isinstance(field.kind, kinds.Number | kinds.Ahead)
    ]
    assert numbers
    for table, field in numbers:
        assert isinstance(field.kind, kinds.Number | kinds.Ahead)
        least, most = field.kind.least, field.kind.most
        for value in (least, most):
            assert checked(MODEL[table], {field.name: value}) == {field.name: value}
        for value in (least - 1, most + 1):
            with pytest.raises(OutOfRange):
                checked(MODEL[table], {field.name: value})


def test_texts_are_as_long_as_their_field_and_no_longer() -> None:
    texts = [(table, field, field.kind.most) for table, field in FIELDS if isinstance(field.kind, kinds.Text)]
    bounded = [(table, field, most) for table, field, most in texts if most is not None]
    assert bounded
    for table, field, most in bounded:
        assert checked(MODEL[table], {field.name: "A" * most}) == {field.name: "A" * most}
        with pytest.raises(TooLong):
            checked(MODEL[table], {field.name: "A" * (most + 1)})


def test_a_text_of_a_list_is_one_of_them_in_any_case_and_no_other() -> None:
    listed = [(table, field, field.kind) for table, field in FIELDS if isinstance(field.kind, kinds.Listed)]
    assert {(table, field.name) for table, field, _ in listed} == {("side", "paper"), ("meeting", "paper")}
    for table, field, kind in listed:
        for member in kind.members:
            assert checked(MODEL[table], {field.name: f" {member.upper()}"}) == {field.name: member.value}
        with pytest.raises(NotListed, match="a4, letter"):
            checked(MODEL[table], {field.name: "a3"})
    assert checked(MODEL["meeting"], {"paper": ""}) == {"paper": ""}


def test_a_text_that_is_needed_is_no_dash_in_any_language() -> None:
    needed = [
        (table, field)
        for table, field in FIELDS
        if field.is_needed and isinstance(field.kind, kinds.Text | kinds.Texts)
    ]
    assert {("room", "code"), ("venue", "name")} <= {(table, field.name) for table, field in needed}
    for table, field in needed:
        is_text = isinstance(field.kind, kinds.Text)
        for dash in ("-", " – ", "—"):
            for value in [dash] if is_text else [Label(en=dash), Label(en="Ottawa", zh=dash)]:
                with pytest.raises(Needed):
                    checked(MODEL[table], {field.name: value})
    assert checked(MODEL["person"], {"family": "-"}) == {"family": "-"}
