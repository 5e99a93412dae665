"""A person's own choice of what a column means."""

import pytest

from alternat.exchange.people.fields import Field, UnknownImportField, field_named
from alternat.exchange.people.mapping import Column, ColumnMapping, UnclearOverride, UnknownImportColumn
from alternat.language.label import Language
from alternat.language.messages import message

REASON = message("By its heading.")
MAPPING = ColumnMapping(
    (
        Column(0, "A", "Nom / Name / 姓名", Field.FULL_NAME, 0.95, REASON),
        Column(1, "B", "Titre", Field.POSITION_FR, 0.95, REASON, Language.FR),
        Column(2, "D", "", Field.IGNORE, 0.0, REASON),
    ),
    first_row=1,
    header_rows=(1,),
)


def chosen(*overrides: str) -> list[Field]:
    return [column.field for column in MAPPING.with_overrides(overrides).columns]


@pytest.mark.parametrize("name", ["Titre", "titre", "TITRE ", "B", "b"])
def test_a_column_is_named_by_heading_or_letters(name: str) -> None:
    assert chosen(f"{name}=honorific") == [Field.FULL_NAME, Field.HONORIFIC, Field.IGNORE]


def test_a_part_of_a_heading_is_enough() -> None:
    assert chosen("姓名=name-zh") == [Field.NAME_ZH, Field.POSITION_FR, Field.IGNORE]


def test_a_column_without_a_heading_goes_by_its_letters() -> None:
    assert chosen("D=note") == [Field.FULL_NAME, Field.POSITION_FR, Field.NOTE]


def test_a_choice_is_certain_and_says_so() -> None:
    column = MAPPING.with_field(1, Field.POSITION_EN).columns[1]
    assert (column.confidence, column.language, column.reason) == (1.0, Language.EN, message("You chose it."))


def test_a_field_chosen_for_one_column_leaves_the_other() -> None:
    assert chosen("D=position-fr") == [Field.FULL_NAME, Field.IGNORE, Field.POSITION_FR]


def test_an_equals_sign_in_a_heading_is_part_of_it() -> None:
    with pytest.raises(UnknownImportColumn) as refused:
        chosen("a=b=email")
    assert refused.value.arguments == {"column": "a=b", "choices": "Nom / Name / 姓名, Titre, D"}


def test_an_unknown_field_is_refused_with_the_choices() -> None:
    with pytest.raises(UnknownImportField) as refused:
        chosen("Titre=shoe size")
    assert str(refused.value.arguments["choices"]).startswith("side, entity, entity-en")


@pytest.mark.parametrize("text", ["Titre", "=email", "Titre=", ""])
def test_an_override_without_column_or_field_is_refused(text: str) -> None:
    with pytest.raises(UnclearOverride):
        chosen(text)


@pytest.mark.parametrize("name", ["position-fr", "position.fr", "POSITION_FR", " position fr "])
def test_a_field_is_named_as_models_or_people_write_it(name: str) -> None:
    assert field_named(name) is Field.POSITION_FR


def test_fields_know_their_language() -> None:
    assert (Field.POSITION_ZH.language, Field.NAME_ZH.language, Field.POSITION.language) == (
        Language.ZH,
        None,
        None,
    )
    assert Field.POSITION_FR.in_any_language is Field.POSITION
    assert Field.NAME_ZH.in_any_language is Field.NAME_ZH
    assert Field.ENTITY.in_language(Language.EN) is Field.ENTITY_EN
    assert Field.EMAIL.in_language(Language.EN) is Field.EMAIL


def test_every_field_has_a_label() -> None:
    assert len({field.label.template for field in Field}) == len(Field)
