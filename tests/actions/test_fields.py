"""What each field of each noun can hold, up to its bounds and no further."""

import pytest

from alternat.actions.fields import (
    Needed,
    NotAnAddress,
    NotListed,
    OutOfRange,
    TextTooLong,
    TooLong,
    WordsNotListed,
    checked,
)
from alternat.exchange.people.words import language_words
from alternat.language.label import Label, Language
from alternat.models.tables import MODELS
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.people import WorkingLanguage

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
        is_address = isinstance(field.kind, kinds.Text) and field.kind.is_address
        rest = "@example.org" if is_address else ""
        longest = "A" * (most - len(rest)) + rest
        assert checked(MODEL[table], {field.name: longest}) == {field.name: longest}
        with pytest.raises(TooLong):
            checked(MODEL[table], {field.name: f"A{longest}"})


def test_a_text_of_a_list_is_one_of_them_in_any_case_and_no_other() -> None:
    listed = [(table, field, field.kind) for table, field in FIELDS if isinstance(field.kind, kinds.Listed)]
    assert {(table, field.name) for table, field, _ in listed} == {
        ("side", "paper"),
        ("meeting", "paper"),
        ("instrument", "on_behalf"),
        ("instrument", "prevails"),
        ("instrument", "extension"),
        ("text_mark", "language"),
    }
    for table, field, kind in listed:
        for member in kind.members:
            assert checked(MODEL[table], {field.name: f" {member.upper()}"}) == {field.name: member.value}
        with pytest.raises(NotListed, match=", ".join(each.value for each in kind.members)):
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


def test_codes_are_known_and_stand_once_in_any_case() -> None:
    coded = [(table, field, field.kind) for table, field in FIELDS if isinstance(field.kind, kinds.Words)]
    assert {table for table, *_ in coded} == {"side", "meeting", "person", "instrument"}
    for table, field, kind in coded:
        known = [each.value for each in kind.members]
        assert checked(MODEL[table], {field.name: tuple(each.upper() for each in known)}) == {
            field.name: tuple(known)
        }
        for wrong in (("fr", "xx"), ("fr", "en", "FR")):
            with pytest.raises(WordsNotListed, match="en, fr, zh"):
                checked(MODEL[table], {field.name: wrong})


def test_every_language_that_lists_of_people_name_is_one_that_people_work_in() -> None:
    assert set(language_words().values()) <= {each.value for each in WorkingLanguage}


def test_an_address_is_one_with_a_domain_or_none() -> None:
    addresses = {
        (table, field.name)
        for table, field in FIELDS
        if isinstance(field.kind, kinds.Text) and field.kind.is_address
    }
    assert addresses == {("side", "office_email"), ("contact", "email")}
    for table, name in addresses:
        for value in ("lea@example.org", ""):
            assert checked(MODEL[table], {name: value}) == {name: value}
        for wrong in ("not-an-email", "a@b", "a b@example.org", "a@example.org, b@example.org"):
            with pytest.raises(NotAnAddress):
                checked(MODEL[table], {name: wrong})


def test_a_text_is_refused_where_it_is_longer_than_any_paper_takes() -> None:
    table = MODEL["outcome"]
    long = Label("A" * kinds.LONGEST, "", "中" * (kinds.LONGEST + 1))
    with pytest.raises(TextTooLong, match=rf"has {kinds.LONGEST + 1} characters \(Chinese\)"):
        checked(table, {"text": long})
    with pytest.raises(TooLong):
        checked(table, {"note": "A" * (kinds.LONGEST + 1)})
    assert checked(table, {"text": long.with_text(Language.ZH, "")})
