"""Plain rows for storage tests, which look at rows and not at what they mean."""

from typing import Any

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.storage.workspace import Workspace

CANADA: dict[str, Any] = {
    "code": "CA",
    "number": 1,
    "country": Label("Canada", "Canada", "加拿大"),
    "time_zone": "America/Toronto",
    "paper": "letter",
    "languages": ("en", "fr"),
    "colour": "#B22234",
}


def person(side: int, family: str, **fields: Any) -> dict[str, Any]:
    """Return the values of a person of a side."""
    return {"side": side, "family": family, **fields}


def add_side(workspace: Workspace) -> int:
    """Add the Canadian side and return its key."""
    with workspace.change(message("Add {name}", name="CA")) as change:
        (side,) = change.insert(workspace.tables.Side, [CANADA])
    return side


def add_people(workspace: Workspace, *families: str) -> tuple[int, ...]:
    """Add a side, if there is none, and people to it in one step; return the people's keys."""
    side = workspace.tables.Side.get_or_none()
    key = side.id if side else add_side(workspace)
    with workspace.change(message("Add people")) as change:
        return change.insert(workspace.tables.Person, [person(key, family) for family in families])


def rename(workspace: Workspace, key: int, family: str, **options: Any) -> None:
    """Give a person another family name as one step."""
    with workspace.change(message("Rename to {family}", family=family)) as change:
        change.update(workspace.tables.Person, {key: {"family": family}}, **options)


def families(workspace: Workspace) -> list[str]:
    """Return the family names in order of keys."""
    table: Any = workspace.tables.Person
    return [family for (family,) in table.select(table.family).order_by(table.id).tuples()]


def contents(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables, versions left out, by table."""
    return {model._meta.table_name: _rows(model) for model in workspace.tables.all()}


def _rows(model: Any) -> list[tuple[Any, ...]]:
    fields = [field for field in model._meta.sorted_fields if field.name != "version"]
    return list(model.select(*fields).order_by(model.id).tuples())
