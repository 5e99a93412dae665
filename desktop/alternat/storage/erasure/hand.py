"""The hand that an open dialogue erases people with: it tells what there is, and takes it out."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from alternat.language.messages import Message
from alternat.models.tables import Tables
from alternat.storage.changes import Change, Changes
from alternat.storage.engines.guard import Engine
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.erasure.copies import BackupTraces, erase_in_backups, look_into_backups
from alternat.storage.erasure.erasing import Manner, erase
from alternat.storage.erasure.traces import Traces, traces_of
from alternat.storage.journal.steps import Journal
from alternat.storage.journal.tables import bind_journal

LastingBlock = Callable[[Message], AbstractContextManager[Change]]


class ErasingHand:
    """Erases in one open workspace, which opens the lasting block of changes for it."""

    def __init__(self, engine: Engine, tables: Tables, actor: str, block: LastingBlock) -> None:
        self._engine, self._tables, self._actor, self._block = engine, tables, actor, block
        self._journal = bind_journal(engine)

    def traces(self, people: Collection[int]) -> Traces:
        """Return all that the dialogue and its history hold of people, by their keys."""
        return traces_of(self._engine, self._tables, self._journal, people)

    def last_removed(self, person: int) -> Mapping[str, Any]:
        """Return what was kept of a person who was removed, as far as the history still tells."""
        return (
            Journal(self._engine, self._journal, self._actor).last_removed("person", [person]).get(person, {})
        )

    def erase(self, traces: Traces, manner: Manner, label: Message) -> Changes:
        """Take people out of rows, history and the file's free space for good, in a lasting step."""
        with self._block(label) as change:
            erase(self._engine, self._tables, self._journal, change, traces, manner)
        self._engine.compact()
        return change.result

    def in_backups(self, traces: Traces, *earlier: str | None) -> tuple[BackupTraces, ...]:
        """Return what the backups beside the file hold of people; none on a server."""
        if not isinstance(self._engine, SqliteFile):
            return ()
        passwords = (self._engine.password, *earlier)
        return look_into_backups(Path(self._engine.address), passwords, traces)

    def erase_in_backups(
        self, traces: Traces, manner: Manner, label: Message, *earlier: str | None
    ) -> tuple[BackupTraces, ...]:
        """Take people out of the backups beside the file; those that no password opens are told, and stay."""
        if not isinstance(self._engine, SqliteFile):
            return ()
        file, passwords = Path(self._engine.address), (self._engine.password, *earlier)
        return erase_in_backups(file, passwords, traces, manner, label, self._actor)
