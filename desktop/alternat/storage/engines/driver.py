"""Leaves PostgreSQL's driver alone until a server is opened; it is most of what storage takes to import.

peewee imports the driver, where there is one, whether it is needed or not.
"""

import sys


def postpone_driver() -> None:
    """Let peewee find no driver; to be called before anything imports peewee, and of no effect after that."""
    if "peewee" not in sys.modules and "psycopg" not in sys.modules:
        # None is Python's own sign for a module that must not be found.
        sys.modules["psycopg"] = None  # type: ignore[assignment]  # typeshed leaves it out


def release_driver() -> None:
    """Let the driver be imported from now on."""
    if sys.modules.get("psycopg", sys) is None:
        del sys.modules["psycopg"]
