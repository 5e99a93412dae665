"""Where the shipped files are: inside the package in a wheel, at the top level in a checkout."""

from functools import cache
from pathlib import Path


@cache
def shipped_root() -> Path:
    """Return the folder that holds `resources/` and `translations/`."""
    package = Path(__file__).parent
    bundled = package / "_shipped"
    return bundled if bundled.is_dir() else package.parents[1]


def resource(*parts: str) -> Path:
    """Return the path of a shipped data file, such as `resource("templates", "blank.json")`."""
    return shipped_root().joinpath("resources", *parts)
