"""What each field of each noun can hold, up to its bounds and no further."""

import pytest

from alternat.actions.fields import OutOfRange, TooLong, checked
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
