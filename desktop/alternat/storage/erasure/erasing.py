"""Taking people out of the rows and the history of an open dialogue, or leaving a number in their place."""

import secrets
from collections import defaultdict
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from alternat.language.label import Language
from alternat.models.tables import Tables
from alternat.nouns.people import NameOrder
from alternat.storage.changes import Change
from alternat.storage.engines.guard import Engine
from alternat.storage.erasure.traces import NAMES_OF_THINGS, Traces, eraser_of
from alternat.storage.erasure.wording import STAND_INS
from alternat.storage.journal.images import Standing, chunks, standing_rows
from alternat.storage.journal.rows import delete_rows
from alternat.storage.journal.stock import PHOTO_FACTS
from alternat.storage.journal.tables import JournalTables, Origin, StepState


class Manner(StrEnum):
    """What is left of a person."""

    PURGE = "purge"
    """Nothing."""
    PSEUDONYMISE = "pseudonymise"
    """A number, with the side, the entity and the parts in meetings, so that figures stay right."""


_PSEUDONYMS = {Language.EN: "Person {number}", Language.FR: "Personne {number}", Language.ZH: "人员{number}"}
_BLANK: Mapping[str, Any] = {
    **dict.fromkeys(("given", "sort_key", "printed_name", "post_nominals"), ""),
    "honorific": "{}",
    "position": "{}",
    "gender": "unknown",
    "languages": (),
    "photo": None,
    "name_order": NameOrder.GIVEN_FIRST,
}


def erase(
    engine: Engine, tables: Tables, journal: JournalTables, change: Change, traces: Traces, manner: Manner
) -> None:
    """Erase inside an open block of changes; the block's own step must not hold what it takes out either."""
    written = _rows_of_images(journal, traces)
    _clean_texts(tables, change, traces, _stand_ins(traces, manner))
    if manner is Manner.PURGE:
        change.delete(tables.Person, traces.people)
        change.delete(tables.Party, traces.rows.get("party", ()))
    else:
        _blank(tables, change, traces)
    _forget_photos(engine, tables, change, traces)
    _erase_images(engine, journal, traces.images)
    _erase_words(engine, journal, traces.steps)
    _state_anew(engine, tables, change, written)


def pseudonyms(person: int) -> Mapping[Language, str]:
    """Return what a person is called after pseudonymisation, in each language."""
    return {language: words.format(number=person) for language, words in _PSEUDONYMS.items()}


def _stand_ins(traces: Traces, manner: Manner) -> Mapping[Language, str]:
    if manner is Manner.PSEUDONYMISE and len(traces.people) == 1:
        return pseudonyms(traces.people[0])
    return STAND_INS


def _clean_texts(tables: Tables, change: Change, traces: Traces, stand_ins: Mapping[Language, str]) -> None:
    eraser = eraser_of(tables, traces, stand_ins)
    values: dict[str, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for mention in traces.mentions:
        field = tables.named(mention.table)._meta.fields[mention.field]
        with_single = mention.table not in NAMES_OF_THINGS
        cleaned = str(eraser.cleaned(mention.text, with_single=with_single))
        values[mention.table][mention.key][mention.field] = cleaned[: getattr(field, "max_length", None)]
    for table, rows in values.items():
        change.update(tables.named(table), rows)


def _blank(tables: Tables, change: Change, traces: Traces) -> None:
    person: Any = tables.Person
    there = person.select(person.id).where(person.id.in_(traces.people)).tuples()
    names = {key: pseudonyms(key) for (key,) in there}
    people = {
        key: {**_BLANK, "family": name[Language.EN], "name_zh": name[Language.ZH]}
        for key, name in names.items()
    }
    change.update(tables.Person, people)
    change.delete(tables.Contact, traces.rows.get("contact", ()))
    parts = traces.rows.get("participation", ())
    change.update(tables.Participation, {part: {"token": secrets.token_hex(16)} for part in parts})


def _forget_photos(engine: Engine, tables: Tables, change: Change, traces: Traces) -> None:
    photo: Any = tables.Photo
    fields = [getattr(photo, name) for name in PHOTO_FACTS]
    for key, *facts in photo.select(photo.id, *fields).where(photo.id.in_(traces.photos)).tuples():
        image = dict(zip(PHOTO_FACTS, facts, strict=True))
        change.ledger.deleted("photo", key, Standing(1, image))
    delete_rows(engine, photo, traces.photos)


def _rows_of_images(journal: JournalTables, traces: Traces) -> dict[str, set[int]]:
    """Return the rows whose images are about to go, by table."""
    rows: dict[str, set[int]] = defaultdict(set)
    image: Any = journal.image
    for part in chunks(traces.images):
        for table, key in image.select(image.table, image.key).where(image.id.in_(part)).tuples():
            rows[table].add(key)
    for mention in traces.mentions:
        rows[mention.table].add(mention.key)
    return rows


def _erase_images(engine: Engine, journal: JournalTables, images: Collection[int]) -> None:
    """Leave of images their digests and the word that they were erased; their steps are not to be undone."""
    image, step = journal.image, journal.step
    told: set[int] = set()
    for part in chunks(images):
        query: Any = image.select(image.step).where(image.id.in_(part)).tuples()
        told |= {number for (number,) in query}
        with engine.pen():
            _update(image, image.id.in_(part), before=None, after=None, is_erased=True)
    for part in chunks(sorted(told)):
        own = (step.id.in_(part), step.origin == Origin.DONE)
        with engine.pen():
            _update(step, *own, step.state == StepState.DONE, state=StepState.ERASED)
            _drop_what_rests_on(step, own)
            _update(step, *own, step.state == StepState.UNDONE, state=StepState.LASTING)


def _drop_what_rests_on(step: Any, erased: tuple[Any, ...]) -> None:
    """Let no redo pass over a step that is erased: what a desk had done after it rests on it."""
    query = step.select(step.actor, step.desk, step.id).where(*erased, step.state == StepState.UNDONE)
    for actor, desk, number in query.tuples():
        later = (step.actor == actor, step.desk == desk, step.id > number)
        _update(
            step,
            *later,
            step.origin == Origin.DONE,
            step.state == StepState.UNDONE,
            state=StepState.DROPPED,
        )


def _erase_words(engine: Engine, journal: JournalTables, steps: Collection[int]) -> None:
    step = journal.step
    for part in chunks(steps):
        with engine.pen():
            _update(step, step.id.in_(part), template="", plural=None, count=0, arguments="{}")


def _state_anew(
    engine: Engine, tables: Tables, change: Change, written: Mapping[str, Collection[int]]
) -> None:
    """Let the new step tell rows that stay in whole, and of those that go only that they went."""
    ledger = change.ledger
    standing = {
        table: standing_rows(engine, tables.named(table), {*written.get(table, ()), *ledger.keys(table)})
        for table in (ledger.tables() | set(written)) - {"photo"}
    }
    for table, rows in standing.items():
        for key, row in rows.items():
            ledger.restated(table, key, row.image)
    ledger.veil_removed()


def _update(model: Any, *where: Any, **values: object) -> None:
    model.update(**values).where(*where).execute()
