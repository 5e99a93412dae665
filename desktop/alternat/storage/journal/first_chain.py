"""Chaining a journal that an earlier version wrote without digests, from its first step on."""

from collections import defaultdict
from typing import Any

from alternat.storage.engines.guard import Engine
from alternat.storage.journal.chain import HEAD, base_digest, image_digest, link_of, words_digest
from alternat.storage.journal.tables import JournalTables, Origin, StepState, bind_journal


def chain_from_the_start(engine: Engine) -> None:
    """Give every step and image its digest and the journal its head, unless it has one already.

    A journal with a head is chained, whatever number the file carries: chaining it anew would hide damage.
    """
    tables = bind_journal(engine)
    head: Any = tables.head
    head.create_table(safe=True)
    if head.select().exists():
        return
    _let_births_last(tables)
    digests, images, last_image = _digested_images(engine, tables)
    steps, last_step, digest = _digested_steps(engine, tables, digests)
    head.insert(
        id=HEAD, steps=steps, images=images, last_step=last_step, last_image=last_image, digest=digest
    ).execute()


def _let_births_last(tables: JournalTables) -> None:
    """Let undo stop at the step in which the dialogue was made."""
    step: Any = tables.step
    image: Any = tables.image
    births = image.select(image.step).where(image.table == "dialogue", image.before.is_null())
    done = (step.origin == Origin.DONE, step.state == StepState.DONE)
    step.update(state=StepState.LASTING).where(step.id.in_(births), *done).execute()


def _digested_images(engine: Engine, tables: JournalTables) -> tuple[dict[int, list[str]], int, int]:
    image: Any = tables.image
    versions = _present_versions(engine, image)
    digests: dict[int, list[str]] = defaultdict(list)
    rows = []
    query = image.select(image.id, image.step, image.table, image.key, image.before, image.after)
    for number, step, table, key, before, after in query.order_by(image.id).tuples():
        version = versions.get(number)
        digest = image_digest(table, key, before, after, version)
        digests[step].append(digest)
        rows.append((version, digest, number))
    mark = engine.param
    engine.execute_many(
        f'UPDATE "journal_row" SET "version" = {mark}, "digest" = {mark} WHERE "id" = {mark}',  # noqa: S608 - our own words
        rows,
    )
    return digests, len(rows), rows[-1][-1] if rows else 0


def _present_versions(engine: Engine, image: Any) -> dict[int, int]:
    """Return the versions at which rows stand, by the number of the last image of each."""
    last: dict[str, dict[int, int]] = defaultdict(dict)
    for number, table, key in image.select(image.id, image.table, image.key).order_by(image.id).tuples():
        last[table][key] = number
    versions = {}
    for table in set(engine.get_tables()) & set(last):
        for key, version in engine.execute_sql(f'SELECT "id", "version" FROM "{table}"').fetchall():  # noqa: S608 - our own words
            if key in last[table]:
                versions[last[table][key]] = version
    return versions


def _digested_steps(
    engine: Engine, tables: JournalTables, images: dict[int, list[str]]
) -> tuple[int, int, str]:
    step: Any = tables.step
    digest, number, rows = base_digest(images.get(0, [])), 0, []
    # Only what there was when journals were first chained; a later migration may add to it.
    told = (step.template, step.plural, step.count, step.arguments)
    linked = (step.id, step.at, step.actor, step.desk, step.origin, step.reverts, step.state)
    for row in step.select(*linked, *told).order_by(step.id):
        number = row.id
        row.words_digest = words_digest(row.template, row.plural, row.count, row.arguments)
        digest = link_of(row).digest(digest, images.get(number, []))
        rows.append((row.words_digest, digest, number))
    mark = engine.param
    engine.execute_many(
        f'UPDATE "journal_step" SET "words_digest" = {mark}, "digest" = {mark} WHERE "id" = {mark}',  # noqa: S608 - our own words
        rows,
    )
    return len(rows), number, digest
