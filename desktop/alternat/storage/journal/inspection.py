"""Checking the journal itself: every image and step by its digest, the chain to its head, and the states."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from alternat.language.messages import Message, message
from alternat.storage.damage import Damage, DamagedRow, damaged_file
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.chain import Link, base_digest, present_head, words_digest
from alternat.storage.journal.replay import Kept, kept_images
from alternat.storage.journal.steps import BASE
from alternat.storage.journal.tables import JournalTables, Origin, StepState

_STEPS, _IMAGES = "journal_step", "journal_row"
_COLUMNS = (
    "id", "at", "actor", "template", "plural", "count", "arguments", "origin", "state", "reverts", "desk",
    "words_digest", "digest",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _StepRow:
    """One step as the database keeps it; a damaged one may hold anything."""

    id: int
    at: Any
    actor: Any
    template: Any
    plural: Any
    count: Any
    arguments: Any
    origin: Any
    state: Any
    reverts: Any
    desk: Any
    words_digest: Any
    digest: Any

    def digests(self, previous: str, images: Sequence[str], *, is_erased: bool) -> tuple[str, ...]:
        """Return the digests that it may have; one that was erased was lasting or not before."""
        lasting = {self.state == StepState.LASTING}
        if is_erased or not self.template:
            lasting = {True, False}
        links = (
            Link(self.id, self.at, self.actor, self.desk, self.origin, self.reverts, each, self.words_digest)
            for each in lasting
        )
        return tuple(link.digest(previous, images) for link in links)

    @property
    def has_its_words(self) -> bool:
        """Return whether its sentence is what was written, or was erased."""
        if not self.template:
            return True
        told = words_digest(self.template, self.plural, self.count, self.arguments)
        return bool(told == self.words_digest)


@dataclass(slots=True)
class _Images:
    """What reading all images has shown."""

    digests: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    erased: set[int] = field(default_factory=set)
    """The steps with an erased image."""
    count: int = 0
    last: int = 0
    damaged: list[Kept] = field(default_factory=list)


def journal_damage(engine: Engine, tables: JournalTables) -> Iterator[DamagedRow]:
    """Yield everything that is not as it was written in the journal, row images included."""
    images = _read_images(engine, tables)
    for kept in images.damaged:
        words = message(
            "What the history keeps of an entry is not as it was written (step {step}).", step=kept.step
        )
        yield damaged_file(Damage.IMAGE, words, table=_IMAGES, key=kept.id)
    steps = _read_steps(engine, tables)
    yield from _chain(steps, images)
    yield from _states(steps, images)
    yield from _head(tables, steps, images)


def _read_images(engine: Engine, tables: JournalTables) -> _Images:
    found = _Images()
    for kept in kept_images(engine, tables):
        found.count += 1
        found.last = kept.id
        found.digests[kept.step].append(kept.digest)
        if kept.is_erased:
            found.erased.add(kept.step)
        if not kept.is_sound:
            found.damaged.append(kept)
    return found


def _read_steps(engine: Engine, tables: JournalTables) -> list[_StepRow]:
    columns = ", ".join(f'"{column}"' for column in _COLUMNS)
    name = tables.step._meta.table_name
    rows = engine.execute_sql(f'SELECT {columns} FROM "{name}" ORDER BY "id"')  # noqa: S608 - our own names
    return [_StepRow(*row) for row in rows.fetchall()]


def _chain(steps: Sequence[_StepRow], images: _Images) -> Iterator[DamagedRow]:
    previous = base_digest(images.digests.get(BASE, []))
    for step in steps:
        is_erased = step.id in images.erased
        if not _is_as_written(step, previous, images.digests.get(step.id, []), is_erased=is_erased):
            words = message(
                "Step {step} of the history is not as it was written, or a step before it is missing.",
                step=step.id,
            )
            yield damaged_file(Damage.STEP, words, table=_STEPS, key=step.id)
        previous = step.digest
    known = {BASE, *(step.id for step in steps)}
    for number in images.digests:
        if number not in known:
            words = message("Step {step} of the history is missing.", step=number)
            yield damaged_file(Damage.HISTORY, words, table=_STEPS)


def _is_as_written(step: _StepRow, previous: Any, images: Sequence[str], *, is_erased: bool) -> bool:
    try:
        return step.has_its_words and step.digest in step.digests(previous, images, is_erased=is_erased)
    except TypeError:
        # Bytes where a text was written.
        return False


def _states(steps: Sequence[_StepRow], images: _Images) -> Iterator[DamagedRow]:
    """Yield the steps whose state is not what the steps behind them made of it."""
    turned = {step.reverts: step for step in steps if step.origin != Origin.DONE}
    done = [step for step in steps if step.origin == Origin.DONE]
    own = [step for step in done if step.state != StepState.LASTING]
    perhaps = [step for step in done if step.id in images.erased]
    for step in steps:
        may_be = _possible(step, turned.get(step.id), own)
        if StepState.UNDONE in may_be:
            # A step that lasts since it was erased may have been one that dropped what was taken back.
            may_be |= _possible(step, turned.get(step.id), [*own, *perhaps])
        if step.id in images.erased:
            may_be |= {StepState.LASTING, *({StepState.ERASED} if StepState.DONE in may_be else ())}
        if step.state not in may_be:
            words = message(
                "Whether step {step} of the history was taken back is contradictory.", step=step.id
            )
            yield damaged_file(Damage.STEP, words, table=_STEPS, key=step.id)


def _possible(step: _StepRow, turned: _StepRow | None, own: Sequence[_StepRow]) -> set[StepState]:
    if step.state == StepState.LASTING and step.origin == Origin.DONE:
        # Its digest says so.
        return {StepState.LASTING}
    if turned is None or turned.origin != Origin.UNDONE:
        return {StepState.DONE}
    later = [each for each in own if each.id > turned.id]
    if any((each.actor, each.desk) == (step.actor, step.desk) for each in later):
        return {StepState.DROPPED}
    if any(each.actor == step.actor or each.desk == step.desk for each in later):
        return {StepState.UNDONE, StepState.DROPPED}
    return {StepState.UNDONE}


def _head(tables: JournalTables, steps: Sequence[_StepRow], images: _Images) -> Iterator[DamagedRow]:
    head = present_head(tables)
    if head is None:
        yield damaged_file(Damage.HISTORY, message("The end of the history is not marked any more."))
        return
    last = steps[-1] if steps else None
    digest = last.digest if last else base_digest(images.digests.get(BASE, []))
    stands = (len(steps), images.count, last.id if last else 0, images.last, digest)
    if stands != (head.steps, head.images, head.last_step, head.last_image, head.digest):
        yield damaged_file(Damage.HISTORY, _missing(head, len(steps), images.count))


def _missing(head: Any, steps: int, images: int) -> Message:
    if (head.steps, head.images) == (steps, images):
        return message("The end of the history is not as it was written.")
    return message(
        "The history has {found_steps} steps with {found_images} entries, not {steps} with {images}.",
        found_steps=steps,
        found_images=images,
        steps=head.steps,
        images=head.images,
    )
