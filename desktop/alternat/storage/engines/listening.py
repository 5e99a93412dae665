"""A second connection to a team's server, which only hears of the steps that all desks make."""

from collections.abc import Mapping
from typing import Any

import psycopg

from alternat.storage.faults import ServerGone, in_plain_words


class ServerEar:
    """Hears of every step once it is committed; it belongs to the thread that listens."""

    def __init__(self, conninfo: Mapping[str, Any], address: str, channel: str) -> None:
        """Prepare to listen; `channel` is the SQL expression for the name to listen to."""
        self._conninfo, self._address, self._channel = dict(conninfo), address, channel
        self._connection: Any = None

    def attend(self) -> None:
        """Connect, or connect anew; what was said before is not heard. `ServerGone` while nobody answers."""
        self.close()
        with in_plain_words(self._address):
            self._connection = psycopg.connect(**self._conninfo, autocommit=True)
            (name,) = self._connection.execute(f"SELECT {self._channel}").fetchone()
            self._connection.execute(f'LISTEN "{name}"')

    def wait(self, seconds: float) -> bool:
        """Return whether a step was announced, at once or within some seconds; `ServerGone` if it breaks."""
        if self._connection is None:
            raise ServerGone(place=self._address)
        with in_plain_words(self._address):
            return bool(list(self._connection.notifies(timeout=seconds, stop_after=1)))

    def close(self) -> None:
        """Disconnect."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
