"""The chain of the journal: digests of images, words and steps, and the head that says where it ends.

A step's digest covers the digest of the step before it, so that no step can be changed, moved or left out
without a trace. It covers images and words by their own digests only: these stay when a person is erased.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from alternat.storage.engines.guard import Engine
from alternat.storage.journal.tables import JournalTables, StepState

HEAD = 1
"""The key of the only row of the head's table."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a step's digest says of it, images and words by their digests."""

    number: int
    at: object
    actor: object
    desk: object
    origin: object
    reverts: object
    is_lasting: bool
    words: object

    def digest(self, previous: str, images: Iterable[str]) -> str:
        """Return the SHA-256 of the step behind a step with the digest `previous`."""
        told = (
            self.number, str(self.at), self.actor, self.desk, self.origin, self.reverts, self.is_lasting,
            self.words,
        )  # fmt: skip
        return _sha256([previous, *told, *images])


def image_digest(table: str, key: int, before: str | None, after: str | None, version: int | None) -> str:
    """Return the SHA-256 of one row's images as they are stored; it outlives an erased image."""
    return _sha256([table, key, before, after, version])


def words_digest(template: str, plural: str | None, count: int, arguments: str) -> str:
    """Return the SHA-256 of a step's sentence as it is stored; it outlives erased words."""
    return _sha256([template, plural, count, arguments])


def base_digest(images: Sequence[str]) -> str:
    """Return what the first step follows: nothing, or the images of rows that were there without a past."""
    return _sha256(list(images)) if images else ""


def link_of(step: Any) -> Link:
    """Return what the digest of a row of the steps' table says of it."""
    is_lasting = step.state == StepState.LASTING
    return Link(
        step.id, step.at, step.actor, step.desk, str(step.origin), step.reverts, is_lasting, step.words_digest
    )


def begin(engine: Engine, tables: JournalTables) -> None:
    """Write the head of a journal that holds nothing yet."""
    head: Any = tables.head
    with engine.pen():
        head.insert(id=HEAD, structure=engine.structure()).execute()


def present_head(tables: JournalTables) -> Any:
    """Return the head as it stands; None where damage took it."""
    return tables.head.select().where(tables.head.id == HEAD).first()


def held_head(engine: Engine, tables: JournalTables) -> Any:
    """Return the head, kept from other desks until the commit: so steps follow each other in its order.

    Where damage took it, a new one begins: it counts from here on, which checking goes on to report.
    """
    query: Any = tables.head.select().where(tables.head.id == HEAD)
    found = (query.for_update() if engine.for_update else query).first()
    if found is None:
        begin(engine, tables)
        found = tables.head.get_by_id(HEAD)
    return found


def lengthen(engine: Engine, tables: JournalTables, head: Any, step: Any, images: Sequence[str]) -> None:
    """Chain a step that has been written with its images to the head, and move the head on."""
    steps, image = tables.step, tables.image
    digest = link_of(step).digest(head.digest, images)
    last_image = image.select(image.id).order_by(image.id.desc()).limit(1).scalar() or 0
    with engine.pen():
        _update(steps, steps.id == step.id, digest=digest)
        _update(
            tables.head,
            tables.head.id == HEAD,
            steps=head.steps + 1,
            images=head.images + len(images),
            last_step=step.id,
            last_image=last_image,
            digest=digest,
        )


def settle_structure(engine: Engine, tables: JournalTables) -> None:
    """Note the database's tables as they stand, after they were made or changed on purpose."""
    with engine.pen():
        _update(tables.head, tables.head.id == HEAD, structure=engine.structure())


def _update(model: Any, where: Any, **values: object) -> None:
    model.update(**values).where(where).execute()


def _sha256(told: list[Any]) -> str:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
