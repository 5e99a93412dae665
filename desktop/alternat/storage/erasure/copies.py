"""Taking people out of the backups beside a dialogue: each is written anew without them, or named."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alternat.errors import AlternatError
from alternat.language.called import spellings
from alternat.language.messages import Message
from alternat.models.tables import Tables, bind
from alternat.storage.backup import Backup, backup_folder, backups
from alternat.storage.changes import Change
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.erasure.erasing import Manner, erase
from alternat.storage.erasure.traces import Traces, traces_of
from alternat.storage.erasure.wording import Eraser
from alternat.storage.faults import in_plain_words
from alternat.storage.journal.steps import Journal
from alternat.storage.journal.tables import JournalTables, bind_journal
from alternat.storage.migrations.applying import bring_up_to_date
from alternat.storage.migrations.schema import SCHEMA
from alternat.storage.passwords import opening, written_under
from alternat.storage.whole_files import NEIGHBOURS, PART, forget, whole_file


@dataclass(frozen=True, slots=True)
class BackupTraces:
    """What a backup holds of the people."""

    backup: Backup
    people: int
    """How many of them are in it."""
    is_readable: bool
    """Whether one of the passwords opens it; otherwise it may hold anything, and stays as it is."""
    is_touched: bool = False
    """Whether anything in it tells of them."""

    def require_written(self, *, is_asked: bool) -> None:
        """Raise where the copy that was worked on is not to take the place of the backup."""
        if not (is_asked and self.is_touched):
            raise _LeftAsItWas(self)


def look_into_backups(
    file: Path, passwords: Sequence[str | None], traces: Traces
) -> tuple[BackupTraces, ...]:
    """Return what each backup of a dialogue file holds of the people; the backups stay as they are."""
    return tuple(_handled(each, passwords, traces, None, None) for each in backups(file))


def erase_in_backups(
    file: Path, passwords: Sequence[str | None], traces: Traces, manner: Manner, label: Message, actor: str
) -> tuple[BackupTraces, ...]:
    """Write each backup that tells of the people anew without them, under its own password, in one step.

    What a killed program left of files that it was writing goes too.
    """
    forget(file.with_name(f"{file.name}{PART}"))
    for end in ("", *NEIGHBOURS):
        for left in backup_folder(file).glob(f"*{PART}{end}"):
            left.unlink(missing_ok=True)
    return tuple(_handled(each, passwords, traces, manner, (label, actor)) for each in backups(file))


def _handled(
    backup: Backup,
    passwords: Sequence[str | None],
    traces: Traces,
    manner: Manner | None,
    words: tuple[Message, str] | None,
) -> BackupTraces:
    found = opening(backup.path, passwords)
    if found is None:
        return BackupTraces(backup, 0, is_readable=False)
    try:
        with in_plain_words(str(backup.path)), _copy(backup.path, found[0]) as part:
            told = _worked(backup, part, found[0], traces, manner, words)
            told.require_written(is_asked=manner is not None)
    except _LeftAsItWas as end:
        return end.told
    except AlternatError:
        return BackupTraces(backup, 0, is_readable=False)
    return told


class _LeftAsItWas(Exception):
    """The copy is not needed, so that the backup stays."""

    def __init__(self, told: "BackupTraces") -> None:
        super().__init__()
        self.told = told


@contextmanager
def _copy(path: Path, password: str | None) -> Iterator[Path]:
    """Let the block work on a copy of a backup, which then takes its place in one step."""
    with whole_file(path, password, replace=True) as part:
        written_under(path, part, old=password, new=password)
        shutil.copymode(path, part)
        yield part


def _worked(
    backup: Backup,
    part: Path,
    password: str | None,
    traces: Traces,
    manner: Manner | None,
    words: tuple[Message, str] | None,
) -> BackupTraces:
    engine = SqliteFile(part, write=True, password=password)
    engine.connect()
    with closing(engine):
        if SCHEMA.due(engine.schema_number()):
            bring_up_to_date(engine, SCHEMA)
        tables, journal = bind(engine), bind_journal(engine)
        own = _same_people(tables, journal, traces)
        here = traces_of(engine, tables, journal, own, traces.wording)
        is_touched = bool(own or here.mentions or here.images or here.steps)
        if manner is not None and words is not None and is_touched:
            label, actor = words
            with engine.writing():
                change = Change(engine, tables)
                erase(engine, tables, journal, change, here, manner)
                Journal(engine, journal, actor).record(label, change.ledger, lasting=True)
            engine.compact()
        with suppress(AlternatError):
            engine.forget_journal_file()
    return BackupTraces(backup, len(own), is_readable=True, is_touched=is_touched)


def _same_people(tables: Tables, journal: JournalTables, traces: Traces) -> tuple[int, ...]:
    """Return the keys under which a backup has the people: by the digest of their birth, else by the name."""
    image: Any = journal.image
    born = image.select(image.key, image.digest).where(image.table == "person").order_by(image.id)
    births: dict[int, str] = {}
    for key, digest in born.tuples():
        births.setdefault(key, digest)
    eraser = Eraser(traces.wording, frozenset())
    own = set()
    person: Any = tables.Person
    for row in person.select():
        is_born = births.get(row.id) in traces.births
        is_named = any(eraser.names(text, with_single=False) for text in spellings(row))
        if is_born or (is_named and row.id in traces.people):
            own.add(row.id)
    # Somebody whom a step of the backup removed before it was made has left images only.
    own |= {key for key, digest in births.items() if digest in traces.births}
    return tuple(sorted(own))
