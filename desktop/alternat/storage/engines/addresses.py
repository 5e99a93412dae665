"""Addresses of database servers, told apart from paths and shown without their passwords."""

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

SCHEMES = ("postgresql://", "postgres://")


def is_server(address: str | Path) -> bool:
    """Return whether an address names a database server, not a file."""
    return str(address).startswith(SCHEMES)


def without_password(url: str) -> str:
    """Return the address as it may be shown and remembered; the password belongs in a pgpass file."""
    parts = urlsplit(url)
    if parts.password is None:
        return url
    user, _, place = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}@{place}"))
