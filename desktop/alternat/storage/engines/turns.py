"""The turn that a desk keeps for a moment after a refusal, so that looking and trying again succeeds."""

from threading import RLock, Timer
from typing import Any

import psycopg

SECONDS = 0.2
"""How long nobody else writes after a desk was refused; a person takes longer, and then loses the turn."""


class Turn:
    """The dialogue's lock, kept by a session from the transaction that refused to the end of the next one."""

    def __init__(self, key: str) -> None:
        """Prepare to keep the lock of that name, an SQL expression."""
        self._key, self._guard = key, RLock()
        self._session: Any = None
        self._since = 0
        self._timer: Timer | None = None

    def keep(self, session: Any, transaction: int) -> None:
        """Keep the turn beyond the open transaction, unless it was kept from the one before."""
        with self._guard:
            if self._session is None:
                session.execute(f"SELECT pg_advisory_lock({self._key})")
                self._session, self._since = session, transaction
                self._timer = Timer(SECONDS, self.give_up)
                self._timer.daemon = True
                self._timer.start()

    def end(self, transaction: int) -> None:
        """Give the turn up at the end of a transaction, unless it was kept in that very one."""
        if self._session is not None and transaction != self._since:
            self.give_up()

    def give_up(self) -> None:
        """Let the others write; of no effect without a turn."""
        with self._guard:
            session, self._session = self._session, None
            if self._timer is not None:
                self._timer.cancel()
            if session is None or session.closed:
                return
            try:
                session.execute(f"SELECT pg_advisory_unlock({self._key})")
            except psycopg.Error:
                # In a transaction that failed; its end tries again.
                self._session = None if session.closed else session
