"""Taking stock: what rows hold that no step has told of is written down, to be checked from then on.

Files of earlier versions need it, and copies that leave their past behind.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from alternat.models.tables import Tables
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.images import Image, Standing, standing_rows
from alternat.storage.journal.ledger import Ledger
from alternat.storage.journal.replay import Known, known_rows
from alternat.storage.journal.steps import PHOTO
from alternat.storage.journal.tables import JournalTables

PHOTO_FACTS = ("digest", "media_type", "width", "height")
"""What the journal keeps of a photograph: not its content, which the digest stands for."""


def untold(engine: Engine, tables: Tables, journal: JournalTables) -> Ledger:
    """Return what rows hold beyond what the journal tells; what contradicts it is left to checking."""
    known: dict[str, dict[int, Known]] = defaultdict(dict)
    for (table, key), row in known_rows(engine, journal).items():
        known[table][key] = row
    ledger = Ledger()
    for table, key, standing in _standing(engine, tables):
        _note(ledger, table, key, standing, known[table].get(key))
    return ledger


def photo_facts(photo: Any) -> Iterator[tuple[int, Image]]:
    """Yield the key of each photograph and what the journal keeps of it."""
    fields = [getattr(photo, name) for name in PHOTO_FACTS]
    for key, *facts in photo.select(photo.id, *fields).order_by(photo.id).tuples():
        yield key, dict(zip(PHOTO_FACTS, facts, strict=True))


def _standing(engine: Engine, tables: Tables) -> Iterator[tuple[str, int, Standing]]:
    for model in tables.all():
        table = model._meta.table_name
        if table == PHOTO:
            for key, facts in photo_facts(model):
                yield table, key, Standing(1, facts)
            continue
        keys: Any = model.select(model.id).order_by(model.id).tuples()
        for key, row in standing_rows(engine, model, [key for (key,) in keys]).items():
            yield table, key, row


def _note(ledger: Ledger, table: str, key: int, row: Standing, known: Known | None) -> None:
    if known is None or known.image is None:
        note = ledger.kept if table == PHOTO else ledger.inserted
        note(table, key, row.image)
        return
    new = {name: value for name, value in row.image.items() if name not in known.image}
    if new or known.version is None:
        ledger.updated(table, key, {}, new)
