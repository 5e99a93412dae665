"""How the address of a dialogue is shown: short, with the home folder as a tilde and without a password."""

from pathlib import Path
from urllib.parse import urlsplit

from alternat.addresses import without_password


def shown_address(address: str) -> str:
    """Return a path or a database address for people to read."""
    if "://" in address:
        address = without_password(address)
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
    path = Path(address)
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def shown_name(address: str) -> str:
    """Return the short name of a dialogue: the file's stem, or the database."""
    return Path(urlsplit(address).path if "://" in address else address).stem or address


def is_there(address: str) -> bool:
    """Return whether a recent file still exists; a database is taken to be there."""
    return "://" in address or Path(address).is_file()
