"""Invented people for tests: rows with names in both scripts, positions and entities."""

from alternat.actions.people import add_person
from alternat.language.label import Label
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender
from alternat.storage.workspace import Workspace

_LATIN = (
    "Arnault",
    "Bélair",
    "Cormier",
    "Desrosiers",
    "Ellery",
    "Fortin",
    "Gagnier",
    "Hartwell",
    "Ives",
    "Jutras",
)
_CHINESE = ("安", "白", "程", "邓", "方", "高", "韩", "纪", "孔", "陆")
_PINYIN = ("An", "Bai", "Cheng", "Deng", "Fang", "Gao", "Han", "Ji", "Kong", "Lu")


def position(word: str = "Director") -> Label:
    """Return a position in all three languages."""
    return Label(en=word, fr="Directrice", zh="处长")


def add_delegate(
    workspace: Workspace,
    meeting: int | None,
    *,
    side: str = "CA",
    role: Role = Role.MEMBER,
    contact: dict[str, str] | None = None,
    **fields: object,
) -> int:
    """Add one invented person, complete unless fields say otherwise, and return the person's id."""
    values: dict[str, object] = {
        "family": "Arnault",
        "given": "Léa",
        "name_zh": "安蕾",
        "position": position(),
        "gender": Gender.FEMININE,
        **fields,
    }
    changes = add_person(workspace, side, values, contact=contact, meeting=meeting, role=role)
    return changes.inserted("person")[0]


def add_delegation(workspace: Workspace, meeting: int | None, side: str, count: int) -> list[int]:
    """Add a delegation of invented people with distinct names, the first one its head; return their ids."""
    entities = [
        row.id
        for row in workspace.tables.Entity.select()
        .join(workspace.tables.Side)
        .where(workspace.tables.Side.code == side)
        .order_by(workspace.tables.Entity.number)
    ]
    families = _LATIN if side == "CA" else _PINYIN
    return [
        add_delegate(
            workspace,
            meeting,
            side=side,
            role=Role.HEAD if index == 0 else Role.MEMBER,
            family=families[index % 10],
            given=f"Noé {index // 10}" if side == "CA" else f"Wen{index // 10 or ''}",
            name_zh=_CHINESE[index % 10] + "文诺"[: 1 + index % 2],
            entity=entities[index % len(entities)] if entities else None,
        )
        for index in range(count)
    ]
