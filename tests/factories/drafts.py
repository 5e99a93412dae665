"""People of lists for tests of what an import would do."""

from typing import Any

from alternat.language.label import Label
from alternat.planning.imports import PersonDraft


def draft(row: int = 2, **stated: Any) -> PersonDraft:
    """Return an invented Canadian as a list states her, with other values where they are given."""
    values: dict[str, Any] = {
        "side": "CA",
        "family": "Ives",
        "given": "Zoé",
        "position": Label(en="Director"),
        "email": "zoe.ives@example.org",
        **stated,
    }
    return PersonDraft(row=row, **values)
