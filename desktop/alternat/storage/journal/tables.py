"""The tables of the journal: steps, images of the rows that each changed, and the head of their chain."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import peewee as pw

from alternat.models.base import EnumField

M = TypeVar("M", bound=pw.Model)


class Origin(StrEnum):
    """How a step came about."""

    DONE = "done"
    UNDONE = "undone"
    """It took an earlier step back."""
    REDONE = "redone"
    """It did an undone step again."""


class StepState(StrEnum):
    """What can still be done with a step."""

    DONE = "done"
    UNDONE = "undone"
    """Taken back; it can be done again."""
    DROPPED = "dropped"
    """Taken back, and something else was done since: it stays so."""
    LASTING = "lasting"
    """Never taken back: the birth of a dialogue, what left the desk, an erasure."""
    ERASED = "erased"
    """Images of it were erased with people: it cannot be taken back, and stands before those before it."""


class Step(pw.Model):
    """One change as a person sees it, with the sentence that names it."""

    id = pw.AutoField()
    at = pw.DateTimeField()
    """When it was committed, in UTC."""
    actor = pw.CharField(200)
    template = pw.TextField()
    """Empty where the words were erased with the person they named."""
    plural = pw.TextField(null=True)
    count = pw.IntegerField(default=0)
    arguments = pw.TextField()
    origin = EnumField(Origin, default=Origin.DONE)
    state = EnumField(StepState, default=StepState.DONE)
    reverts = pw.IntegerField(null=True)
    """For an undo or a redo: the step it is about."""
    desk = pw.CharField(60, default="")
    """Which desk did it: undo belongs to a desk, since two may share a login name."""
    words_digest = pw.CharField(64, default="")
    """The SHA-256 of template and arguments, which stays when they are erased."""
    digest = pw.CharField(64, default="")
    """The SHA-256 that chains this step to the one before it."""

    class Meta:
        table_name = "journal_step"
        indexes = ((("actor", "origin", "state"), False),)


class RowImage(pw.Model):
    """One row that a step changed: only the changed fields of an update, all fields otherwise.

    Images are JSON objects from field names to stored values, without the key and the version.
    """

    id = pw.BigAutoField()
    step = pw.IntegerField(index=True)
    """The number of the step; 0 for the base: rows of a copy that came without their past."""
    table = pw.CharField(60)
    key = pw.IntegerField()
    before = pw.TextField(null=True)
    """Null where the row did not exist before."""
    after = pw.TextField(null=True)
    """Null where the row no longer exists."""
    version = pw.IntegerField(null=True)
    """The row's version after the step; null where the row no longer exists, or an early version wrote it."""
    digest = pw.CharField(64, default="")
    """The SHA-256 of this image, which stays when the image is erased."""
    is_erased = pw.BooleanField(default=False)
    """Whether it was erased with the person it told of; `before` and `after` are null then."""

    class Meta:
        table_name = "journal_row"
        indexes = ((("table", "key"), False),)


class Head(pw.Model):
    """Where the chain of steps ends, in one row, so that steps missing at the end are missed too."""

    id = pw.IntegerField(primary_key=True)
    steps = pw.IntegerField(default=0)
    """How many steps there are."""
    images = pw.IntegerField(default=0)
    """How many row images belong to them and to the base."""
    last_step = pw.IntegerField(default=0)
    last_image = pw.BigIntegerField(default=0)
    """The keys of the last ones."""
    digest = pw.CharField(64, default="")
    """The digest of the last step, or of the base before the first one."""
    structure = pw.CharField(64, default="")
    """The SHA-256 of the definitions of all tables; empty on a server, which looks after its own."""

    class Meta:
        table_name = "journal_head"


JOURNAL_TABLES = ("journal_step", "journal_row", "journal_head")
"""The names of all tables of the journal."""


@dataclass(frozen=True, slots=True)
class JournalTables:
    """The journal's models, bound to one workspace."""

    step: type[Step]
    image: type[RowImage]
    head: type[Head]


def bind_journal(database: pw.Database) -> JournalTables:
    """Return copies of the journal's models bound to one database."""
    return JournalTables(_bound(Step, database), _bound(RowImage, database), _bound(Head, database))


def _bound(model: type[M], database: pw.Database) -> type[M]:
    meta: Any = model._meta
    own = {"database": database, "table_name": meta.table_name, "indexes": meta.indexes}
    return type(model.__name__, (model,), {"Meta": type("Meta", (), own), "__module__": model.__module__})
