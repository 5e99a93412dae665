"""Addresses of database servers, told apart from paths, and shown and remembered without their passwords."""

import re
from pathlib import Path
from urllib.parse import unquote

SCHEMES = ("postgresql://", "postgres://")
SECRETS = frozenset(
    {"password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key"}
)
"""Parameters of an address that nobody else may read; a `passfile` is only the path of one."""

_PORT = re.compile(r":\d*$")


def is_server(address: str | Path) -> bool:
    """Return whether an address names a database server, not a file."""
    return str(address).casefold().startswith(SCHEMES)


def without_password(url: str) -> str:
    """Return the address as it may be shown and remembered; the password belongs in a pgpass file."""
    return apart(url)[0]


def apart(url: str) -> tuple[str, dict[str, str]]:
    """Return an address without its secrets, and the secrets by the names of their parameters.

    A password may hold any character, percent-encoded or not, also those that end the host.
    """
    if not is_server(url):
        return url, {}
    scheme, _, rest = url.partition("://")
    user, place, secrets = _user_apart(rest)
    path, mark, query = place.partition("?")
    kept = []
    for pair in query.split("&") if mark else ():
        name, _, value = pair.partition("=")
        if unquote(name).casefold() in SECRETS:
            secrets[unquote(name).casefold()] = unquote(value)
        else:
            kept.append(pair)
    return f"{scheme.casefold()}://{user}{path}" + ("?" + "&".join(kept) if kept else ""), secrets


def _user_apart(rest: str) -> tuple[str, str, dict[str, str]]:
    """Return the user with an @ behind, or nothing, what follows, and the password that stood between."""
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in authority:
        known, _, host = authority.rpartition("@")
        place = host + rest[len(authority) :]
    elif "@" in rest and ":" in authority and not _PORT.search(authority):
        # No port, so it is a password with a character in it that should have been encoded.
        known, _, place = rest.rpartition("@")
    else:
        return "", rest, {}
    user, mark, password = known.partition(":")
    return f"{user}@", place, {"password": unquote(password)} if mark else {}
