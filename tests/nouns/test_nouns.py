"""Each description of a noun agrees with its table, so that nothing is kept that is described nowhere."""

import json
import subprocess
import sys
from typing import Any

import peewee as pw
import pytest

from alternat.models.base import EnumField, LabelField, WordsField
from alternat.models.tables import MODELS
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS, below
from alternat.nouns.noun import Field, Noun

TABLES: dict[str, Any] = {model._meta.table_name: model for model in MODELS}
STORED: dict[type, Any] = {
    kinds.Text: (pw.CharField, pw.TextField),
    kinds.Texts: LabelField,
    kinds.Words: WordsField,
    kinds.Number: pw.IntegerField,
    kinds.Ahead: pw.IntegerField,
    kinds.Clock: pw.TimeField,
    kinds.Day: pw.DateField,
    kinds.Moment: pw.DateTimeField,
    kinds.YesNo: pw.BooleanField,
    kinds.OneOf: EnumField,
    kinds.Listed: pw.CharField,
    kinds.RowOf: pw.ForeignKeyField,
}
EVERY_NOUN = pytest.mark.parametrize("noun", NOUNS.values(), ids=lambda each: each.table)


def columns(noun: Noun) -> dict[str, Any]:
    return {
        name: column
        for name, column in TABLES[noun.table]._meta.fields.items()
        if name not in {"id", "version"}
    }


def says_the_same(field: Field, column: Any) -> bool:
    """Whether the facts of a kind are those of the column."""
    match field.kind:
        case kinds.Text(most):
            return bool(getattr(column, "max_length", kinds.LONGEST) == most)
        case kinds.Listed(members):
            return all(len(each) <= column.max_length for each in members)
        case kinds.OneOf(members):
            return bool(column.members is members)
        case kinds.RowOf(table):
            return bool(column.rel_model._meta.table_name == table)
        case _:
            return True


def test_every_table_is_described() -> None:
    assert set(NOUNS) == set(TABLES)


@EVERY_NOUN
def test_every_column_is_a_field_or_kept_or_says_where_the_row_hangs(noun: Noun) -> None:
    described = [each.name for each in noun.fields]
    assert len(set(described)) == len(described)
    assert not set(described) & set(noun.kept)
    above = {noun.column_above} - {""}
    assert {*described, *noun.kept, *above} == set(columns(noun))
    if noun.above:
        assert columns(noun)[noun.column_above].rel_model._meta.table_name == noun.above


@EVERY_NOUN
def test_every_field_is_what_its_column_can_hold(noun: Noun) -> None:
    for field in noun.fields:
        column = columns(noun)[field.name]
        assert isinstance(column, STORED[type(field.kind)]), field.name
        assert says_the_same(field, column), field.name
        assert column.null == field.may_be_empty, field.name
        assert not (field.may_be_empty and field.is_needed), field.name


@EVERY_NOUN
def test_what_has_no_value_of_its_own_has_to_be_given(noun: Noun) -> None:
    for field in noun.fields:
        column = columns(noun)[field.name]
        if column.default is None and not column.null:
            assert field.is_needed, field.name


@EVERY_NOUN
def test_rows_are_found_and_ordered_by_columns_that_are_there(noun: Noun) -> None:
    assert {*noun.found_by, *noun.ordered_by} <= set(columns(noun))
    assert (
        not noun.found_by
        or noun.unknown
        or noun.table
        in {
            *("dialogue", "entity", "programme_revision", "lowered_finding", "release"),
        }
    )


@EVERY_NOUN
def test_keys_and_options_are_single(noun: Noun) -> None:
    for names in ([each.in_json for each in noun.fields], [each.on_line for each in noun.fields]):
        assert len(set(names)) == len(names)


def test_describing_a_noun_loads_neither_the_database_nor_the_window() -> None:
    code = (
        "import sys, json, alternat.nouns.all;"
        "heavy = ('peewee', 'PySide6', 'click', 'alternat.models');"
        "print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(told) == []


def test_what_hangs_on_a_session_is_told_by_the_descriptions() -> None:
    assert below("session") == {"chair", "agenda_item", "lead", "party", "assignment"}
