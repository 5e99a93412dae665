"""Tables bound to a database: copies of the models that lead nowhere else."""

from typing import Any

import peewee as pw
import pytest

from alternat.models.tables import MODELS, bind


@pytest.fixture
def databases() -> tuple[pw.Database, pw.Database]:
    return pw.SqliteDatabase(None), pw.SqliteDatabase(None)


def test_every_bound_model_belongs_to_its_database(databases: tuple[pw.Database, pw.Database]) -> None:
    left, right = (bind(database) for database in databases)
    for tables, database in zip((left, right), databases, strict=True):
        assert {model._meta.database for model in tables.all()} == {database}
    assert not set(left.all()) & set(right.all())


def test_the_models_themselves_stay_unbound(databases: tuple[pw.Database, pw.Database]) -> None:
    bind(databases[0])
    assert {model._meta.database for model in MODELS} == {None}


def test_references_lead_to_models_of_the_same_database(databases: tuple[pw.Database, pw.Database]) -> None:
    for database in databases:
        tables = bind(database)
        for model in tables.all():
            meta: Any = model._meta
            for reference in meta.refs:
                assert reference.rel_model in tables.all()
                assert reference.rel_field.model is reference.rel_model
                assert reference.model is model


def test_bound_models_keep_fields_names_and_indexes(databases: tuple[pw.Database, pw.Database]) -> None:
    tables = bind(databases[0])
    for model, bound in zip(MODELS, tables.all(), strict=True):
        plain, copy = (each._meta for each in (model, bound))
        assert copy.table_name == plain.table_name
        assert copy.indexes == plain.indexes
        assert [
            (field.name, field.column_name, field.null, field.unique) for field in copy.sorted_fields
        ] == [(field.name, field.column_name, field.null, field.unique) for field in plain.sorted_fields]


def test_tables_are_found_by_name(databases: tuple[pw.Database, pw.Database]) -> None:
    tables = bind(databases[0])
    assert tables.named("participation") is tables.Participation
    assert [model._meta.table_name for model in tables.all()] == [
        "dialogue",
        "side",
        "entity",
        "provision",
        "photo",
        "person",
        "contact",
        "meeting",
        "participation",
        "meeting_topic",
        "notice_day",
        "avoid_dates",
        "venue",
        "room",
        "way",
        "sub_group",
        "sub_group_topic",
        "sub_group_entity",
        "consent",
        "task_template",
        "task",
        "session",
        "chair",
        "outcome",
        "outcome_carrier",
        "outcome_side",
        "outcome_link",
        "outcome_objective",
        "outcome_correction",
        "progress_note",
        "guidance",
        "guidance_answer",
        "agenda_item",
        "lead",
        "party",
        "interpreter_pair",
        "assignment",
        "programme_revision",
        "lowered_finding",
        "release",
        "vacancy",
        "agenda_proposal",
        "holder",
        "dialogue_meeting",
        "instrument",
        "instrument_side",
        "instrument_step",
        "text_mark",
        "collation",
        "dismissed_difference",
    ]
    with pytest.raises(KeyError):
        tables.named("invoice")


def test_a_model_comes_after_those_it_refers_to(databases: tuple[pw.Database, pw.Database]) -> None:
    known: set[Any] = set()
    for model in bind(databases[0]).all():
        meta: Any = model._meta
        assert {reference.rel_model for reference in meta.refs} <= known | {model}
        known.add(model)
